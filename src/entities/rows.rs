//! The weights of evidence that is no trait's, each row in one number together with its key: to look
//! is to read from one place.

use super::buckets::key;
use super::places::Places;
use super::sums::Row;

/// The table has `1 << BITS` buckets.
pub(super) const BITS: u32 = 16;
/// Where its rows stand.
pub(super) type OwnPlaces = Places<BITS, { 1 << 14 }>;

/// A table from evidence to rows.
#[derive(Clone, Debug)]
pub(super) struct Rows {
    places: OwnPlaces,
    /// For each place its row. In the places of the first label and the last, which have no
    /// weights, stand the lowest bits of the key.
    slots: Vec<u64>,
}

/// The places of the first label and the last in a row.
const ENDS: u64 = 0xff00_0000_0000_00ff;

impl Rows {
    /// The table of `rows`, by the keys of the rows.
    pub(super) fn new(places: OwnPlaces, keys: &[u32], rows: impl Iterator<Item = Row>) -> Self {
        let mut slots = vec![Row::NOTHING.0; OwnPlaces::SLOTS];
        for (&key, row) in keys.iter().zip(rows) {
            slots[places.of(key)] = row.0 & !ENDS | ends(key);
        }
        Self { places, slots }
    }

    /// The row of `evidence`; of what has none, one that says nothing.
    pub(super) fn of(&self, evidence: u64) -> Row {
        let key = key(evidence, BITS);
        let slot = self.slots[self.places.of(key)];
        if slot & ENDS == ends(key) {
            Row(slot)
        } else {
            Row::NOTHING
        }
    }
}

/// The lowest bits of a key where they stand in its row.
fn ends(key: u32) -> u64 {
    let [low, high, ..] = key.to_le_bytes();
    u64::from(high) << 56 | u64::from(low)
}
