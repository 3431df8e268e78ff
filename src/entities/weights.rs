//! The weights of evidence: for each trait a row for each slot that it is read in, side by side, so
//! that one look finds all that a word says to the words around it; and a row for each piece that
//! is no trait's.
//!
//! On paper: the buckets of the traits; for each trait a byte whose bits are its slots; its rows. The
//! buckets of the other evidence, and its rows. Of a row each weight stands as the difference to
//! what those before it let expect, because such small numbers compress by a quarter more: in the
//! first manner to the mean of the row's weights before it; in a further manner, of what it adds to
//! the first, to the mean of what was added before.

use super::buckets::Buckets;
use super::evidence::{OWN, SLOTS, trait_and_slot};
use super::labels::LABELS;
use super::model::{MANNERS, Scores, Weighed};
use crate::lexicon::hashing::HashedMap;

/// The tables have `1 << BITS` buckets: that of traits, and that of other evidence.
const BITS: [u32; 2] = [14, 16];
/// A row has a weight for each manner and each label but the first, against which they count.
const WEIGHTS: usize = MANNERS * (LABELS - 1);

/// The weights of the labels, and a 0.
type Row = [i8; 8];

/// The table of all weights.
#[derive(Clone, Debug)]
pub(super) struct Weights {
    traits: Buckets,
    /// For each manner the weights of each trait in each slot; at the end those of an unknown one.
    of_traits: [Vec<[Row; SLOTS]>; MANNERS],
    own: Buckets,
    /// For each manner the weights of all other evidence.
    of_own: [Vec<Row>; MANNERS],
}

impl Weights {
    /// Reads a table; `None` where the bytes are none.
    pub(super) fn read(bytes: &'static [u8]) -> Option<Self> {
        let (traits, rest) = Buckets::read(bytes, BITS[0])?;
        let (slots, rest) = rest.split_at_checked(traits.rows())?;
        let mut of_traits = [(); MANNERS].map(|()| vec![[[0; 8]; SLOTS]; traits.rows() + 1]);
        let count = slots
            .iter()
            .map(|slots| slots.count_ones() as usize)
            .sum::<usize>();
        let (packed, rest) = rest.split_at_checked(count * WEIGHTS)?;
        let mut packed = packed.chunks_exact(WEIGHTS);
        for (number, &slots) in slots.iter().enumerate() {
            for slot in (0..8).filter(|slot| slots >> slot & 1 != 0) {
                for (of_traits, row) in of_traits.iter_mut().zip(unpacked(packed.next()?)) {
                    *of_traits[number].get_mut(slot)? = row;
                }
            }
        }
        let (own, packed) = Buckets::read(rest, BITS[1])?;
        if packed.len() != own.rows() * WEIGHTS {
            return None;
        }
        let mut of_own = [(); MANNERS].map(|()| Vec::with_capacity(own.rows()));
        for packed in packed.chunks_exact(WEIGHTS) {
            for (of_own, row) in of_own.iter_mut().zip(unpacked(packed)) {
                of_own.push(row);
            }
        }
        Some(Self {
            traits,
            of_traits,
            own,
            of_own,
        })
    }

    /// Writes the table of `weighed` to `bytes`.
    ///
    /// # Errors
    /// When a bucket overflows.
    pub(super) fn write(weighed: &[Weighed], bytes: &mut Vec<u8>) -> Result<(), &'static str> {
        let mut known: HashedMap<usize> = HashedMap::default();
        let mut traits: Vec<(u64, [Option<usize>; SLOTS])> = Vec::new();
        let mut own = Vec::new();
        for (i, &(evidence, _)) in weighed.iter().enumerate() {
            let (of, slot) = trait_and_slot(evidence);
            if slot == OWN {
                own.push(i);
                continue;
            }
            let at = *known.entry(of).or_insert(traits.len());
            if at == traits.len() {
                traits.push((of, [None; SLOTS]));
            }
            traits[at].1[slot].get_or_insert(i);
        }
        let packed = |row: usize| packed(&weighed[row].1);
        let hashes: Vec<u64> = traits.iter().map(|each| each.0).collect();
        let order = Buckets::write(&hashes, BITS[0], bytes)?;
        bytes.extend(order.iter().map(|&at| {
            let slots = traits[at].1.iter().enumerate();
            slots.fold(0, |all, (slot, row)| all | u8::from(row.is_some()) << slot)
        }));
        let rows = order
            .iter()
            .flat_map(|&at| traits[at].1.into_iter().flatten());
        bytes.extend(rows.flat_map(packed));
        let hashes: Vec<u64> = own.iter().map(|&i| weighed[i].0).collect();
        let order = Buckets::write(&hashes, BITS[1], bytes)?;
        bytes.extend(order.iter().flat_map(|&at| packed(own[at])));
        Ok(())
    }

    /// The number of a trait; unknown ones have one together, whose weights are 0.
    pub(super) fn number(&self, value: u64) -> usize {
        self.traits.row(value).unwrap_or(self.traits.rows())
    }

    /// Adds the weights of the trait of this number in `manner` to the scores of the slots.
    pub(super) fn add_trait(&self, number: usize, manner: usize, scores: &mut [Scores; SLOTS]) {
        for (scores, row) in scores.iter_mut().zip(&self.of_traits[manner][number]) {
            add(scores, *row);
        }
    }

    /// Whether evidence that is no trait's may have weights: false for nearly all that has none.
    pub(super) fn may_have(&self, evidence: u64) -> bool {
        self.own.may_have(evidence)
    }

    /// Adds the weights of evidence that is no trait's in `manner` to `scores`.
    pub(super) fn add_own(&self, evidence: u64, manner: usize, scores: &mut Scores) {
        if let Some(row) = self.own.row(evidence) {
            add(scores, self.of_own[manner][row]);
        }
    }
}

fn add(scores: &mut Scores, row: Row) {
    for (score, weight) in scores.iter_mut().zip(row) {
        *score = score.wrapping_add(i16::from(weight));
    }
}

/// The weights of a row in each manner, of the differences that stand on paper.
fn unpacked(row: &[u8]) -> [Row; MANNERS] {
    let mut weights = [[0_i8; 8]; MANNERS];
    for (manner, differences) in row.chunks_exact(LABELS - 1).enumerate() {
        let mut sum = 0;
        for label in 1..LABELS {
            let difference = differences[label - 1].cast_signed();
            let added = mean(sum, label).wrapping_add(difference);
            sum += i16::from(added);
            let first = if manner == 0 { 0 } else { weights[0][label] };
            weights[manner][label] = added.wrapping_add(first);
        }
    }
    weights
}

/// The differences that stand on paper for the weights of a row.
fn packed(weights: &[[i8; LABELS]; MANNERS]) -> Vec<u8> {
    let mut row = Vec::with_capacity(WEIGHTS);
    for (manner, of_manner) in weights.iter().enumerate() {
        let mut sum = 0;
        for label in 1..LABELS {
            let first = if manner == 0 { 0 } else { weights[0][label] };
            let added = of_manner[label].wrapping_sub(first);
            row.push(added.wrapping_sub(mean(sum, label)).cast_unsigned());
            sum += i16::from(added);
        }
    }
    row
}

/// The mean of what stands before the weight of `label`, the outside label's nothing among it. Each
/// divisor by itself, since division by a constant costs a quarter of division by any number.
fn mean(sum: i16, label: usize) -> i8 {
    let mean = match label {
        0 | 1 => sum,
        2 => sum / 2,
        3 => sum / 3,
        4 => sum / 4,
        5 => sum / 5,
        _ => sum / 6,
    };
    i8::try_from(mean).unwrap_or(0)
}
