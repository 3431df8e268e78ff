//! Finds the number of a hash in a compact table: a few bits choose a bucket, a byte marks the row in it.
//!
//! On paper: how many rows each bucket has, a byte each; then for each row, bucket by bucket, a
//! byte of its hash. A hash that was never put in passes for another once in some hundred times.

use super::places::Places;

/// Which row each hash has, in `1 << BITS` buckets; of `GROUPS` see [`Places`].
#[derive(Clone, Debug)]
pub(super) struct Buckets<const BITS: u32, const GROUPS: usize> {
    places: Places<BITS, GROUPS>,
    /// For each place the lowest bits of the key that has it, and the row's number.
    slots: Vec<u32>,
    rows: usize,
}

/// How many bits of a slot are the number; all of them are 1 in a slot that no row has.
const NUMBER: u32 = 17;
const NONE: u32 = (1 << NUMBER) - 1;

/// Reads the keys of `1 << bits` buckets from the head of `bytes`, bucket and mark of each row,
/// ascending; gives the rest too.
pub(super) fn keys(bytes: &[u8], bits: u32) -> Option<(Vec<u32>, &[u8])> {
    let (counts, rest) = bytes.split_at_checked(1 << bits)?;
    let rows = counts.iter().map(|&count| usize::from(count)).sum();
    let (marks, rest) = rest.split_at_checked(rows)?;
    let mut marks = marks.iter();
    let mut keys = Vec::with_capacity(rows);
    for (bucket, &count) in (0..).zip(counts) {
        let marks = marks.by_ref().take(usize::from(count));
        keys.extend(marks.map(|&mark| bucket << 8 | u32::from(mark)));
    }
    Some((keys, rest))
}

/// The key of a hash: its bucket, and the byte that marks it there.
pub(super) fn key(hash: u64, bits: u32) -> u32 {
    let bucket = u32::try_from(hash >> (64 - bits)).unwrap_or(0);
    bucket << 8 | u32::from(hash.to_le_bytes()[2])
}

impl<const BITS: u32, const GROUPS: usize> Buckets<BITS, GROUPS> {
    /// Reads `1 << BITS` buckets from the head of `bytes`; gives the rest too.
    pub(super) fn read(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let (keys, rest) = keys(bytes, BITS)?;
        let places = Places::find(&keys)?;
        let mut slots = vec![NONE; Places::<BITS, GROUPS>::SLOTS];
        for (&key, number) in keys.iter().zip(0..NONE) {
            slots[places.of(key)] = key << NUMBER | number;
        }
        let buckets = Self {
            places,
            slots,
            rows: keys.len(),
        };
        Some((buckets, rest))
    }

    /// How many rows there are.
    pub(super) const fn rows(&self) -> usize {
        self.rows
    }

    /// The row of `hash`.
    pub(super) fn row(&self, hash: u64) -> Option<usize> {
        let key = key(hash, BITS);
        let slot = self.slots[self.places.of(key)];
        let number = slot ^ key << NUMBER;
        (number < NONE).then_some(number as usize)
    }
}

/// Writes the buckets of `hashes` to `bytes`; gives for each row which hash it is. Of hashes
/// that cannot be told apart the first stays.
pub(super) fn write(
    hashes: &[u64],
    bits: u32,
    bytes: &mut Vec<u8>,
) -> Result<Vec<usize>, &'static str> {
    let mut buckets: Vec<Vec<(u8, usize)>> = vec![Vec::new(); 1 << bits];
    for (i, &hash) in hashes.iter().enumerate() {
        let key = key(hash, bits);
        let (bucket, mark) = (&mut buckets[(key >> 8) as usize], key.to_le_bytes()[0]);
        if bucket.iter().all(|&(other, _)| other != mark) {
            bucket.push((mark, i));
        }
    }
    for bucket in &mut buckets {
        bucket.sort_unstable();
        bytes.push(u8::try_from(bucket.len()).map_err(|_| "a bucket overflows")?);
    }
    bytes.extend(buckets.iter().flatten().map(|row| row.0));
    Ok(buckets.into_iter().flatten().map(|row| row.1).collect())
}
