//! The weights of the name tagger: a small binary file, read with care, looked up in place.
//!
//! On paper each weight is the difference to what those before it let expect, because such small
//! numbers compress by a quarter more: in the first manner to the mean of the row's weights before
//! it; in a further manner, of what it adds to the first, to the mean of what was added before.

use super::buckets::Buckets;
use super::labels::LABELS;
use super::lattice::Moves;

/// The word that a model begins with, and its version.
const MAGIC: &[u8; 8] = b"zubdaN02";
/// The table has `1 << BITS` buckets.
const BITS: u32 = 16;
/// Manners of writing that have weights of their own: news, and encyclopedia.
pub const MANNERS: usize = 2;
/// Coarse word classes, and one for words without.
pub const COARSE: usize = 65;
/// A row has a weight for each manner and each label but the first, against which they count.
const WEIGHTS: usize = MANNERS * (LABELS - 1);
/// The bytes of the part before the table.
const HEAD: usize = 2 * (2 * LABELS * LABELS) + 2 * (COARSE + 1) + 4;

/// Scores of the labels in the tagger's own unit, and one more that stays 0, so that they add up
/// in one go: a hundred pieces of evidence and more fit into sixteen bits.
pub type Scores = [i16; 8];

/// What the trainer hands over and the tagger reads.
#[derive(Clone, Debug, Default)]
pub struct Parameters {
    /// Evidence, and its weights in each manner.
    pub rows: Vec<(u64, [[i8; LABELS]; MANNERS])>,
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
    buckets: Buckets,
    /// The weights of each row in each manner.
    weights: Vec<[[i8; 8]; MANNERS]>,
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
        let (buckets, rows) = Buckets::read(rest, BITS)?;
        if rows.len() != buckets.rows() * WEIGHTS {
            return None;
        }
        let weights = rows.chunks_exact(WEIGHTS).map(unpacked).collect();
        Some(Self {
            buckets,
            weights,
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
        let hashes: Vec<u64> = parameters.rows.iter().map(|row| row.0).collect();
        let rows = Buckets::write(&hashes, BITS, &mut bytes)?;
        bytes.extend(rows.iter().flat_map(|&i| packed(&parameters.rows[i].1)));
        Ok(bytes)
    }

    /// Whether `evidence` may have weights: false for nearly all that has none.
    pub(super) fn may_have(&self, evidence: u64) -> bool {
        self.buckets.may_have(evidence)
    }

    /// Adds the weights of `evidence` in `manner` to `scores`.
    pub(super) fn add(&self, evidence: u64, manner: usize, scores: &mut Scores) {
        if let Some(row) = self.buckets.row(evidence) {
            for (score, &weight) in scores.iter_mut().zip(&self.weights[row][manner]) {
                *score += i16::from(weight);
            }
        }
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

/// The weights of a row, of the differences that stand on paper.
fn unpacked(row: &[u8]) -> [[i8; 8]; MANNERS] {
    let mut weights = [[0_i8; 8]; MANNERS];
    for (manner, differences) in row.chunks_exact(LABELS - 1).enumerate() {
        let mut added = [0; LABELS];
        for label in 1..LABELS {
            let difference = i8::from_le_bytes([differences[label - 1]]);
            added[label] = mean(&added[..label]).wrapping_add(difference);
            let first = if manner == 0 { 0 } else { weights[0][label] };
            weights[manner][label] = added[label].wrapping_add(first);
        }
    }
    weights
}

/// The differences that stand on paper for the weights of a row.
fn packed(weights: &[[i8; LABELS]; MANNERS]) -> Vec<u8> {
    let mut row = Vec::with_capacity(WEIGHTS);
    for (manner, of_manner) in weights.iter().enumerate() {
        let mut added = [0; LABELS];
        for label in 1..LABELS {
            let first = if manner == 0 { 0 } else { weights[0][label] };
            added[label] = of_manner[label].wrapping_sub(first);
            let difference = added[label].wrapping_sub(mean(&added[..label]));
            row.extend(difference.to_le_bytes());
        }
    }
    row
}

/// The mean of what stands before a weight, the outside label's nothing among it.
fn mean(before: &[i8]) -> i8 {
    let sum: i32 = before.iter().map(|&weight| i32::from(weight)).sum();
    let count = i32::try_from(before.len()).unwrap_or(1).max(1);
    i8::try_from(sum / count).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameters() -> Parameters {
        let mut parameters = Parameters {
            manner: vec![0; COARSE + 1],
            ..Parameters::default()
        };
        parameters.rows = vec![
            (77, [[0, 1, -2, 3, 4, 5, 6], [0, 9, 0, 0, 0, 0, -9]]),
            (1 << 50, [[0, 127, -127, 127, -127, 127, -127], [0, -127, 127, -127, 127, -127, 127]]),
        ];
        parameters.moves[1][0][1] = -300;
        parameters.bias = [5, -6];
        parameters.manner[3] = 2;
        parameters
    }

    #[test]
    fn gives_back_what_was_written() {
        let model = Model::read(Vec::leak(Model::write(&parameters()).unwrap())).unwrap();
        let mut scores = [0; 8];
        model.add(77, 0, &mut scores);
        model.add(77, 1, &mut scores);
        model.add(1 << 60, 1, &mut scores);
        assert_eq!(scores, [0, 10, -2, 3, 4, 5, -3, 0]);
        let mut scores = [0; 8];
        model.add(1 << 50, 1, &mut scores);
        assert_eq!(scores, [0, -127, 127, -127, 127, -127, 127, 0]);
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
        assert!(Model::read(b"zubdaN02").is_none());
    }
}
