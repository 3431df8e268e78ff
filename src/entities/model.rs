//! The weights of the name tagger: a small binary file, read with care, looked up in place.

use super::labels::LABELS;
use super::lattice::Moves;
use super::weights::Weights;
pub use super::weights::{MANNERS, Weighed};

/// The word that a model begins with, and its version.
const MAGIC: &[u8; 8] = b"zubdaN04";
/// Coarse word classes, and one for words without.
pub const COARSE: usize = 65;
/// The bytes of the part before the table.
const HEAD: usize = 2 * (2 * LABELS * LABELS) + 2 * (COARSE + 1) + 4;

/// What the trainer hands over and the tagger reads.
#[derive(Clone, Debug, Default)]
pub struct Parameters {
    /// The weights of evidence.
    pub rows: Vec<Weighed>,
    /// The weights of neighbouring labels, in the first pass and the second.
    pub moves: [[[i16; LABELS]; LABELS]; 2],
    /// What a word of each coarse class says for the encyclopedia, and the constant.
    pub manner: Vec<i16>,
    /// What is taken from the outside label in each pass.
    pub bias: [i16; 2],
}

/// The weights of the name tagger.
#[derive(Clone, Debug)]
pub struct Model {
    pub(super) weights: Weights,
    moves: [Moves; 2],
    manner: Vec<i16>,
}

impl Model {
    /// Reads a model; `None` where the bytes are none.
    #[must_use]
    pub fn read(bytes: &'static [u8]) -> Option<Self> {
        let (head, rest) = bytes.strip_prefix(MAGIC)?.split_at_checked(HEAD)?;
        let mut numbers = head
            .chunks_exact(2)
            .map(|pair| i16::from_le_bytes([pair[0], pair[1]]));
        let mut moves = [[[0; LABELS]; LABELS]; 2];
        for weight in moves.iter_mut().flatten().flatten() {
            *weight = numbers.next()?;
        }
        let manner: Vec<i16> = numbers.by_ref().take(COARSE + 1).collect();
        let bias = [numbers.next()?, numbers.next()?];
        Some(Self {
            weights: Weights::read(rest)?,
            moves: [0, 1].map(|pass| Moves::new(&moves[pass], bias[pass])),
            manner,
        })
    }

    /// Writes a model.
    ///
    /// # Errors
    /// When the table cannot hold it.
    pub fn write(parameters: &Parameters) -> Result<Vec<u8>, &'static str> {
        let mut bytes = MAGIC.to_vec();
        let numbers = parameters
            .moves
            .iter()
            .flatten()
            .flatten()
            .chain(&parameters.manner)
            .chain(&parameters.bias);
        bytes.extend(numbers.flat_map(|number| number.to_le_bytes()));
        Weights::write(&parameters.rows, &mut bytes)?;
        Ok(bytes)
    }

    /// The weights of neighbouring labels in a pass.
    pub(super) fn moves(&self, pass: usize) -> &Moves {
        &self.moves[pass]
    }

    /// The manner of a text with so many words of each coarse class.
    pub(super) fn manner(&self, counts: &[u32; COARSE]) -> usize {
        let words: i64 = counts.iter().map(|&count| i64::from(count)).sum();
        let constant = i64::from(self.manner[COARSE]) * words;
        let sum: i64 = counts
            .iter()
            .zip(&self.manner)
            .map(|(&count, &weight)| i64::from(count) * i64::from(weight))
            .sum();
        usize::from(sum + constant > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::evidence::{own, seen_from};

    fn parameters() -> Parameters {
        let mut parameters = Parameters {
            manner: vec![0; COARSE + 1],
            ..Parameters::default()
        };
        let wide = [0, 127, -127, 127, -127, 127, -127];
        parameters.rows = vec![
            (
                own(1 << 60),
                [[0, 1, -2, 3, 4, 5, 6], [0, 9, 0, 0, 0, 0, -9]],
            ),
            (own(1 << 50), [wide, wide.map(|weight: i8| -weight)]),
            (
                seen_from(1 << 60, 2),
                [[0, 1, 1, 1, 1, 1, 1], [0, 9, 0, 0, 0, 0, -9]],
            ),
            (seen_from(1 << 50, 2), [[0, 1, 1, 1, 1, 1, 1]; MANNERS]),
            (seen_from(1 << 60, 0), [[0, 2, 2, 2, 2, 2, 2]; MANNERS]),
        ];
        parameters.moves[1][0][1] = -300;
        parameters.bias = [5, -6];
        parameters.manner[3] = 2;
        parameters
    }

    #[test]
    fn gives_back_what_was_written() {
        let model = Model::read(Vec::leak(Model::write(&parameters()).unwrap())).unwrap();
        let manners = [0, 1].map(|manner| model.weights.manner(manner));
        let evidence = [own(1 << 60), own(1 << 61)];
        let scores = manners.map(|manner| model.weights.of_own(&evidence, manner));
        assert_eq!(scores[0], [0, 1, -2, 3, 4, 5, 6, 0]);
        assert_eq!(scores[1], [0, 9, 0, 0, 0, 0, -9, 0]);
        let wide = [0, -127, 127, -127, 127, -127, 127, 0];
        assert_eq!(model.weights.of_own(&[own(1 << 50)], manners[1]), wide);
        let (twos, none) = ([0, 2, 2, 2, 2, 2, 2, 0], [0; 8]);
        assert_eq!(
            model.weights.of_traits(&[1 << 60, 1 << 61], manners[1]),
            [twos, none, [0, 9, 0, 0, 0, 0, -9, 0], none, none]
        );
        let written = parameters();
        for pass in [0, 1] {
            let moves = Moves::new(&written.moves[pass], written.bias[pass]);
            assert_eq!(*model.moves(pass), moves);
        }
        let mut counts = [0; COARSE];
        assert_eq!(model.manner(&counts), 0);
        counts[3] = 1;
        assert_eq!(model.manner(&counts), 1);
    }

    #[test]
    fn refuses_what_is_no_model() {
        let mut bytes = Model::write(&parameters()).unwrap();
        bytes.pop();
        assert!(Model::read(Vec::leak(bytes)).is_none());
        assert!(Model::read(b"zubdaN04").is_none());
    }
}
