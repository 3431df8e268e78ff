//! The weights of evidence that is no trait's, each row in one number together with its key: to look
//! is to read from one place.

use super::buckets::{FARTHEST, Keys, key};
use super::sums::Row;

/// A table from evidence to rows.
#[derive(Clone, Debug)]
pub(super) struct Rows {
    /// The rows in ascending order of their keys, each in the first free slot from its place on. In
    /// the places of the first label and the last, which have no weights, stand the lowest bits of
    /// the key.
    slots: Vec<u64>,
    shift: u32,
    sieve: Sieve,
    bits: u32,
}

/// The places of the first label and the last in a row.
const ENDS: u64 = 0xff00_0000_0000_00ff;

impl Rows {
    /// The table of `rows`, whose keys are `keys`, in `1 << bits` buckets.
    pub(super) fn new(keys: Keys, bits: u32, rows: impl Iterator<Item = Row>) -> Self {
        let mut sieve = Sieve::new(bits);
        let mut slots: Vec<u64> = keys.slots().map(|key| tagged(Row::NOTHING, key)).collect();
        for ((key, at), row) in keys.all().zip(keys.placed()).zip(rows) {
            slots[at] = tagged(row, key);
            sieve.put(key);
        }
        Self {
            slots,
            shift: keys.shift(),
            sieve,
            bits,
        }
    }

    /// Whether `evidence` may have a row: false for nearly all that has none.
    pub(super) fn may_have(&self, evidence: u64) -> bool {
        self.sieve.may_have(key(evidence, self.bits))
    }

    /// The row of `evidence`; of what has none, one that says nothing.
    pub(super) fn of(&self, evidence: u64) -> Row {
        let key = key(evidence, self.bits);
        let place = (key >> self.shift) as usize;
        let slots = self.slots.get(place..=place + FARTHEST).unwrap_or_default();
        for &slot in slots {
            let ahead = tag(slot).wrapping_sub(tag(tagged(Row::NOTHING, key)));
            if ahead == 0 {
                return Row(slot);
            }
            if ahead >> 15 == 0 {
                break;
            }
        }
        Row::NOTHING
    }
}

/// A row with the lowest bits of its key.
fn tagged(row: Row, key: u32) -> u64 {
    let [low, high, ..] = key.to_le_bytes();
    row.0 & !ENDS | u64::from(high) << 56 | u64::from(low)
}

/// The lowest bits of the key of a slot.
fn tag(slot: u64) -> u16 {
    let [low, .., high] = slot.to_le_bytes();
    u16::from_le_bytes([low, high])
}

/// For each place of four in a bucket whether a row may be there: most evidence that has none is
/// told by it, with one look into a table so small that it stays near.
#[derive(Clone, Debug)]
struct Sieve(Vec<u64>);

impl Sieve {
    fn new(bits: u32) -> Self {
        Self(vec![0; 1 << bits.saturating_sub(4)])
    }

    fn put(&mut self, key: u32) {
        let (word, bit) = Self::place(key);
        self.0[word] |= bit;
    }

    fn may_have(&self, key: u32) -> bool {
        let (word, bit) = Self::place(key);
        self.0[word] & bit != 0
    }

    /// The word and the bit of a key.
    fn place(key: u32) -> (usize, u64) {
        ((key >> 12) as usize, 1 << (key >> 6 & 63))
    }
}
