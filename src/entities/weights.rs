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
use super::labels::{LABELS, Scores};
use super::rows::{Rows, own_row, trait_rows};
use super::sums::{NOTHING, Row, WEIGHTS};
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
/// The bytes of a row on paper.
const ROW: usize = MANNERS * WEIGHTS;

/// The table of all weights.
#[derive(Clone, Debug)]
pub(super) struct Weights {
    traits: Traits,
    /// For each trait its slots, as bits.
    slots: &'static [u8],
    trait_rows: &'static [[u8; ROW]],
    own: Own,
    own_rows: &'static [[u8; ROW]],
    /// Unpacked when a text first is of the manner.
    manners: [OnceLock<Manner>; MANNERS],
}

/// The weights of one manner.
#[derive(Clone, Debug)]
pub(super) struct Manner {
    traits: Rows<4>,
    own: Rows<1>,
}

impl Weights {
    /// Reads a table; `None` where the bytes are none.
    pub(super) fn read(bytes: &'static [u8]) -> Option<Self> {
        let (traits, rest) = Traits::read(bytes)?;
        let (slots, rest) = rest.split_at_checked(traits.keys.len())?;
        let count: u32 = slots.iter().map(|slots| slots.count_ones()).sum();
        let (trait_rows, rest) = rest.split_at_checked(count as usize * ROW)?;
        let (own, own_rows) = Own::read(rest)?;
        let (own_rows, left) = own_rows.as_chunks();
        let fits = own_rows.len() == own.keys.len() && left.is_empty();
        let known = slots.iter().all(|slots| slots >> SLOTS == 0);
        (fits && known).then(|| Self {
            traits,
            slots,
            trait_rows: trait_rows.as_chunks().0,
            own,
            own_rows,
            manners: [const { OnceLock::new() }; MANNERS],
        })
    }

    /// The weights of a manner.
    pub(super) fn manner(&self, manner: usize) -> &Manner {
        self.manners[manner].get_or_init(|| {
            let mut traits = Rows::new(Traits::SLOTS);
            let mut rows = self.trait_rows.iter();
            for (place, slots) in self.traits.rows().zip(self.slots) {
                let mut of_trait = [[NOTHING; WEIGHTS]; SLOTS];
                for (slot, of_slot) in of_trait.iter_mut().enumerate() {
                    if slots >> slot & 1 != 0
                        && let Some(row) = rows.next()
                    {
                        *of_slot = unpacked(row, manner);
                    }
                }
                traits.put(place, trait_rows(of_trait));
            }
            let mut own = Rows::new(Own::SLOTS);
            for (place, row) in self.own.rows().zip(self.own_rows) {
                own.put(place, own_row(unpacked(row, manner)));
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

    /// What `traits` say in `manner`, a score for each slot.
    pub(super) fn of_traits(&self, traits: &[u64], manner: &Manner) -> [Scores; SLOTS] {
        let places = traits.iter().map(|&value| self.traits.look(value));
        manner.traits.sums(places).scores()
    }

    /// What `evidence` that is no trait's says in `manner`.
    pub(super) fn of_own(&self, evidence: &[u64], manner: &Manner) -> Scores {
        let places = evidence.iter().map(|&value| self.own.look(value));
        manner.own.sums(places).scores()
    }
}

/// The weights of a row in a manner.
fn unpacked(row: &[u8; ROW], manner: usize) -> Row {
    let mut weights = summed(row, 0);
    if manner > 0 {
        let added = summed(row, WEIGHTS);
        for (weight, added) in weights.iter_mut().zip(added) {
            *weight = weight.wrapping_add(added);
        }
    }
    weights.map(|weight| weight.wrapping_add(NOTHING))
}

/// The numbers whose differences stand in `row` from `start` on.
fn summed(row: &[u8; ROW], start: usize) -> [u8; WEIGHTS] {
    let mut sum = 0_u8;
    std::array::from_fn(|i| {
        sum = sum.wrapping_add(row[start + i]);
        sum
    })
}

/// What stands on paper for the weights of a row.
fn packed(weights: &[[i8; LABELS]; MANNERS]) -> [u8; ROW] {
    let mut row = [0; ROW];
    for (manner, row) in row.chunks_exact_mut(WEIGHTS).enumerate() {
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
