//! The keys of a compact table, as they stand on paper: a few bits of a hash choose a bucket, a byte
//! marks the row in it.
//!
//! On paper: how many rows each bucket has, a byte each; then for each row, bucket by bucket, a
//! byte of its hash; then the [`Places`]. A hash that was never put in passes for another once in
//! some hundred times.

use super::places::Places;

/// The keys of the rows in `1 << BITS` buckets, and where they stand; of `GROUPS` see [`Places`].
#[derive(Clone, Debug)]
pub(super) struct Buckets<const BITS: u32, const GROUPS: usize> {
    /// Bucket and mark of each row, ascending.
    pub(super) keys: Vec<u32>,
    pub(super) places: Places<BITS, GROUPS>,
}

impl<const BITS: u32, const GROUPS: usize> Buckets<BITS, GROUPS> {
    /// How many places there are.
    pub(super) const SLOTS: usize = Places::<BITS, GROUPS>::SLOTS;

    /// Reads keys and places from the head of `bytes`; gives the rest too.
    pub(super) fn read(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let (counts, rest) = bytes.split_at_checked(1 << BITS)?;
        let rows = counts.iter().map(|&count| usize::from(count)).sum();
        let (marks, rest) = rest.split_at_checked(rows)?;
        let (places, rest) = Places::read(rest)?;
        let mut keys: Vec<u32> = marks.iter().map(|&mark| u32::from(mark)).collect();
        let mut end = 0;
        for (bucket, &count) in (0..).zip(counts) {
            for _ in 0..count {
                keys[end] |= bucket << 8;
                end += 1;
            }
        }
        Some((Self { keys, places }, rest))
    }

    /// Writes the buckets of `hashes` to `bytes`; gives for each row which hash it is. Of hashes
    /// that cannot be told apart the first stays.
    ///
    /// # Errors
    /// When a bucket overflows, or the places do not suffice.
    pub(super) fn write(hashes: &[u64], bytes: &mut Vec<u8>) -> Result<Vec<usize>, &'static str> {
        let mut rows: Vec<(u32, usize)> = (0..)
            .zip(hashes)
            .map(|(i, &hash)| (Self::key(hash), i))
            .collect();
        rows.sort_unstable();
        rows.dedup_by_key(|row| row.0);
        let mut counts = vec![0_u8; 1 << BITS];
        for (key, _) in &rows {
            let count = &mut counts[(key >> 8) as usize];
            *count = count.checked_add(1).ok_or("a bucket overflows")?;
        }
        let keys: Vec<u32> = rows.iter().map(|row| row.0).collect();
        let places = Places::<BITS, GROUPS>::find(&keys).ok_or("the places do not suffice")?;
        bytes.extend(counts);
        bytes.extend(keys.iter().map(|key| key.to_le_bytes()[0]));
        places.write(bytes);
        Ok(rows.into_iter().map(|row| row.1).collect())
    }

    /// Where the row of `hash` stands, if it has any, and what marks it there.
    pub(super) fn look(&self, hash: u64) -> (usize, u16) {
        let key = Self::key(hash);
        (self.places.of(key), Places::<BITS, GROUPS>::mark(key))
    }

    /// The place and the mark of each row.
    pub(super) fn rows(&self) -> impl Iterator<Item = (usize, u16)> {
        self.keys
            .iter()
            .map(|&key| (self.places.of(key), Places::<BITS, GROUPS>::mark(key)))
    }

    /// The key of a hash: its bucket, and the byte that marks it there.
    pub(super) fn key(hash: u64) -> u32 {
        let bucket = u32::try_from(hash >> (64 - BITS)).unwrap_or(0);
        bucket << 8 | u32::from(hash.to_le_bytes()[2])
    }
}
