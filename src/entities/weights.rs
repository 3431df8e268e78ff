//! The weights of evidence: for each trait a row for each slot that it is read in, side by side, so
//! that one look finds all that a word says to the words around it; and a row for each piece that
//! is no trait's.
//!
//! On paper: the buckets of the traits; for each trait a byte whose bits are its slots; its rows. The
//! buckets of the other evidence, and its rows. A row holds the weights of the first manner, then
//! what the second adds to them, each number as the difference to the one before it, because such
//! small numbers compress better.

use super::buckets::Buckets;
use super::evidence::{OWN, SLOTS, trait_and_slot};
use super::labels::LABELS;
use super::rows::{Rows, TraitRows};
use super::sums::Row;
use crate::lexicon::hashing::HashedMap;
use std::sync::OnceLock;

/// Manners of writing that have weights of their own: news, and encyclopedia.
pub const MANNERS: usize = 2;
/// A piece of evidence, and its weights in each manner.
pub type Weighed = (u64, [[i8; LABELS]; MANNERS]);

/// Where the traits stand.
type Traits = Buckets<14, { 1 << 13 }>;
/// Where all other evidence stands.
type Own = Buckets<16, { 1 << 14 }>;
/// The weights of a row in one manner: one for each label but the first, against which they count.
const OF_MANNER: usize = LABELS - 1;
/// A row on paper.
const ROW: usize = MANNERS * OF_MANNER;

/// The table of all weights.
#[derive(Clone, Debug)]
pub(super) struct Weights {
    traits: Traits,
    /// For each trait its slots, as bits.
    slots: &'static [u8],
    of_traits: &'static [[u8; ROW]],
    own: Own,
    of_own: &'static [[u8; ROW]],
    /// Unpacked when a text first is of the manner.
    manners: [OnceLock<Manner>; MANNERS],
}

/// The weights of one manner.
#[derive(Clone, Debug)]
pub(super) struct Manner {
    traits: Vec<TraitRows>,
    own: Rows,
}

impl Weights {
    /// Reads a table; `None` where the bytes are none.
    pub(super) fn read(bytes: &'static [u8]) -> Option<Self> {
        let (traits, rest) = Traits::read(bytes)?;
        let (slots, rest) = rest.split_at_checked(traits.keys.len())?;
        let count: u32 = slots.iter().map(|slots| slots.count_ones()).sum();
        let (of_traits, rest) = rest.split_at_checked(count as usize * ROW)?;
        let (own, of_own) = Own::read(rest)?;
        let (of_own, left) = of_own.as_chunks();
        let fits = of_own.len() == own.keys.len() && left.is_empty();
        let known = slots.iter().all(|slots| slots >> SLOTS == 0);
        (fits && known).then(|| Self {
            traits,
            slots,
            of_traits: of_traits.as_chunks().0,
            own,
            of_own,
            manners: [const { OnceLock::new() }; MANNERS],
        })
    }

    /// The weights of a manner.
    pub(super) fn manner(&self, manner: usize) -> &Manner {
        self.manners[manner].get_or_init(|| {
            let mut traits = vec![TraitRows::NOTHING; Traits::SLOTS];
            let mut rows = self.of_traits.iter();
            for ((place, mark), slots) in self.traits.rows().zip(self.slots) {
                let mut of_trait = TraitRows::new(mark);
                let filled = (0..SLOTS).filter(|slot| slots >> slot & 1 != 0);
                for (slot, row) in filled.zip(rows.by_ref()) {
                    of_trait.put(slot, unpacked(row, manner));
                }
                traits[place] = of_trait;
            }
            let mut own = Rows::new(Own::SLOTS);
            for (place, row) in self.own.rows().zip(self.of_own) {
                own.put(place, unpacked(row, manner));
            }
            Manner { traits, own }
        })
    }

    /// Writes the table of `weighed` to `bytes`.
    ///
    /// # Errors
    /// When the buckets cannot hold it.
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
        let order = Traits::write(&hashes, bytes)?;
        bytes.extend(order.iter().map(|&at| {
            let slots = traits[at].1.iter().enumerate();
            slots.fold(0, |all, (slot, row)| all | u8::from(row.is_some()) << slot)
        }));
        let rows = order
            .iter()
            .flat_map(|&at| traits[at].1.into_iter().flatten());
        bytes.extend(rows.flat_map(packed));
        let hashes: Vec<u64> = own.iter().map(|&i| weighed[i].0).collect();
        let order = Own::write(&hashes, bytes)?;
        bytes.extend(order.iter().flat_map(|&at| packed(own[at])));
        Ok(())
    }

    /// The weights of a trait in `manner`.
    pub(super) fn of_trait(&self, value: u64, manner: &Manner) -> [Row; SLOTS] {
        let (place, mark) = self.traits.look(value);
        let rows = &manner.traits[place];
        let known = rows.mark() == mark;
        (if known { rows } else { &TraitRows::NOTHING }).rows()
    }

    /// The weights of evidence that is no trait's in `manner`.
    pub(super) fn of_own(&self, evidence: u64, manner: &Manner) -> Row {
        manner.own.at(self.own.look(evidence))
    }
}

/// The weights of a row in a manner.
fn unpacked(row: &[u8; ROW], manner: usize) -> Row {
    let mut weights = summed(row, 0);
    if manner > 0 {
        let added = summed(row, OF_MANNER);
        for (weight, added) in weights.iter_mut().zip(added) {
            *weight = weight.wrapping_add(added);
        }
    }
    Row::new(weights)
}

/// The numbers whose differences stand in `row` from `start` on.
fn summed(row: &[u8; ROW], start: usize) -> [u8; OF_MANNER] {
    let mut sum = 0_u8;
    std::array::from_fn(|i| {
        sum = sum.wrapping_add(row[start + i]);
        sum
    })
}

/// What stands on paper for the weights of a row.
fn packed(weights: &[[i8; LABELS]; MANNERS]) -> [u8; ROW] {
    let mut row = [0; ROW];
    for (manner, row) in row.chunks_exact_mut(OF_MANNER).enumerate() {
        let mut before = 0;
        for (label, difference) in (1..).zip(row) {
            let first = if manner == 0 { 0 } else { weights[0][label] };
            let number = weights[manner][label].wrapping_sub(first);
            *difference = number.wrapping_sub(before).cast_unsigned();
            before = number;
        }
    }
    row
}
