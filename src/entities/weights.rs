//! The weights of evidence: for each trait a row for each slot that it is read in, side by side, so
//! that one look finds all that a word says to the words around it; and a row for each piece that
//! is no trait's.
//!
//! On paper: the buckets of the traits; for each trait a byte whose bits are its slots; its rows. The
//! buckets of the other evidence, and its rows. Of a row each weight stands as the difference to
//! what those before it let expect, because such small numbers compress by a quarter more: in the
//! first manner to the mean of the row's weights before it; in a further manner, of what it adds to
//! the first, to the mean of what was added before.

use super::buckets::{self, Buckets};
use super::evidence::{OWN, SLOTS, trait_and_slot};
use super::labels::LABELS;
use super::rows::{self, OwnPlaces, Rows};
use super::sums::Row;
use crate::lexicon::hashing::HashedMap;
use std::sync::OnceLock;

/// Manners of writing that have weights of their own: news, and encyclopedia.
pub const MANNERS: usize = 2;
/// A piece of evidence, and its weights in each manner.
pub type Weighed = (u64, [[i8; LABELS]; MANNERS]);

/// The table of traits has `1 << BITS` buckets.
const BITS: u32 = 14;
/// A row has a weight for each manner and each label but the first, against which they count.
const WEIGHTS: usize = MANNERS * (LABELS - 1);

/// The table of all weights.
#[derive(Clone, Debug)]
pub(super) struct Weights {
    traits: Buckets<BITS, { 1 << 13 }>,
    /// For each trait its slots, as bits.
    slots: &'static [u8],
    of_traits: &'static [u8],
    /// The keys of all other evidence, and their places.
    own: (Vec<u32>, OwnPlaces),
    of_own: &'static [u8],
    /// Unpacked when a text first is of the manner.
    manners: [OnceLock<Manner>; MANNERS],
}

/// The weights of one manner.
#[derive(Clone, Debug)]
pub(super) struct Manner {
    /// Those of each trait in each slot; at the end those of an unknown one.
    pub(super) traits: Vec<[Row; SLOTS]>,
    /// Those of all other evidence.
    pub(super) own: Rows,
}

impl Weights {
    /// Reads a table; `None` where the bytes are none.
    pub(super) fn read(bytes: &'static [u8]) -> Option<Self> {
        let (traits, rest) = Buckets::read(bytes)?;
        let (slots, rest) = rest.split_at_checked(traits.rows())?;
        let count: u32 = slots.iter().map(|slots| slots.count_ones()).sum();
        let (of_traits, rest) = rest.split_at_checked(count as usize * WEIGHTS)?;
        let (own, of_own) = buckets::keys(rest, rows::BITS)?;
        let places = OwnPlaces::find(&own)?;
        let fits = of_own.len() == own.len() * WEIGHTS;
        let known = slots.iter().all(|slots| slots >> SLOTS == 0);
        (fits && known).then(|| Self {
            traits,
            slots,
            of_traits,
            own: (own, places),
            of_own,
            manners: [const { OnceLock::new() }; MANNERS],
        })
    }

    /// The weights of a manner.
    pub(super) fn manner(&self, manner: usize) -> &Manner {
        self.manners[manner].get_or_init(|| {
            let unpacked = |row: &[u8]| Row::new(unpacked(row)[manner]);
            let mut packed = self.of_traits.chunks_exact(WEIGHTS).map(unpacked);
            let row = |slots: &u8| {
                [0, 1, 2, 3, 4].map(|slot| {
                    let row = (slots >> slot & 1 != 0).then(|| packed.next());
                    row.flatten().unwrap_or(Row::NOTHING)
                })
            };
            let traits = self.slots.iter().chain(&[0]).map(row).collect();
            let (keys, places) = &self.own;
            let rows = self.of_own.chunks_exact(WEIGHTS).map(unpacked);
            let own = Rows::new(places.clone(), keys, rows);
            Manner { traits, own }
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
        let order = buckets::write(&hashes, BITS, bytes)?;
        bytes.extend(order.iter().map(|&at| {
            let slots = traits[at].1.iter().enumerate();
            slots.fold(0, |all, (slot, row)| all | u8::from(row.is_some()) << slot)
        }));
        let rows = order
            .iter()
            .flat_map(|&at| traits[at].1.into_iter().flatten());
        bytes.extend(rows.flat_map(packed));
        let hashes: Vec<u64> = own.iter().map(|&i| weighed[i].0).collect();
        let order = buckets::write(&hashes, rows::BITS, bytes)?;
        bytes.extend(order.iter().flat_map(|&at| packed(own[at])));
        Ok(())
    }

    /// The weights of a trait in `manner`.
    pub(super) fn of_trait<'m>(&self, value: u64, manner: &'m Manner) -> &'m [Row; SLOTS] {
        &manner.traits[self.traits.row(value).unwrap_or(self.traits.rows())]
    }
}

/// The weights of a row in each manner, of the differences that stand on paper.
fn unpacked(row: &[u8]) -> [[i8; 8]; MANNERS] {
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
