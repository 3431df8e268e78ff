//! Finds the number of a hash in a compact table: a few bits choose a bucket, a byte marks the row in it.
//!
//! On paper: how many rows each bucket has, a byte each; then for each row, bucket by bucket, a
//! byte of its hash. A hash that was never put in passes for another once in some hundred times.

/// Which row each hash has.
#[derive(Clone, Debug)]
pub(super) struct Buckets {
    /// The rows in ascending order of bucket and mark, which are the key, each in the first free
    /// slot from its place on: the lowest bits of its key, and its number.
    slots: Vec<u32>,
    /// How many bits of a key do not count for its place.
    shift: u32,
    /// For each place of four in a bucket whether a row may be there: most hashes that have none are
    /// told by it, with one look into a table so small that it stays near.
    sieve: Vec<u64>,
    bits: u32,
    rows: usize,
}

/// How many bits of a slot are the number; all of them are 1 in a slot that no row has.
const NUMBER: u32 = 17;
const NONE: u32 = (1 << NUMBER) - 1;
/// How far from its place a row may stand: so near the lowest bits of keys tell which is greater.
const FARTHEST: u32 = 63;

impl Buckets {
    /// Reads `1 << bits` buckets from the head of `bytes`; gives the rest too.
    pub(super) fn read(bytes: &'static [u8], bits: u32) -> Option<(Self, &'static [u8])> {
        let (counts, rest) = bytes.split_at_checked(1 << bits)?;
        let rows = counts.iter().map(|&count| usize::from(count)).sum();
        let (marks, rest) = rest.split_at_checked(rows)?;
        // At most half of the slots are taken: most rows stand at their places.
        let width = (rows * 2).next_power_of_two().ilog2().clamp(bits, bits + 8);
        let shift = bits + 8 - width;
        let places = 1..=(1 << width) + FARTHEST + 1;
        let mut buckets = Self {
            // An empty slot has the greatest key whose place it is: a search ends there.
            slots: places
                .map(|next| ((next << shift) - 1) << NUMBER | NONE)
                .collect(),
            shift,
            sieve: vec![0; 1 << bits.saturating_sub(4)],
            bits,
            rows,
        };
        let mut marks = marks.iter();
        let mut number = 0;
        let mut free = 0;
        for (bucket, &count) in (0..).zip(counts) {
            for &mark in marks.by_ref().take(usize::from(count)) {
                let key = bucket << 8 | u32::from(mark);
                let place = key >> shift;
                let at = free.max(place);
                if at > place + FARTHEST || number >= NONE {
                    return None;
                }
                buckets.slots[at as usize] = key << NUMBER | number;
                let (word, bit) = sieve(key);
                buckets.sieve[word] |= bit;
                free = at + 1;
                number += 1;
            }
        }
        Some((buckets, rest))
    }

    /// How many rows there are.
    pub(super) const fn rows(&self) -> usize {
        self.rows
    }

    /// Whether `hash` may have a row: false for nearly all that have none.
    pub(super) fn may_have(&self, hash: u64) -> bool {
        let (word, bit) = sieve(key(hash, self.bits));
        self.sieve[word] & bit != 0
    }

    /// The row of `hash`.
    pub(super) fn row(&self, hash: u64) -> Option<usize> {
        let key = key(hash, self.bits);
        let place = (key >> self.shift) as usize;
        for slot in self.slots.get(place..=place + FARTHEST as usize)? {
            // From where the key would stand on, the difference is its number.
            let ahead = slot.wrapping_sub(key << NUMBER);
            if ahead >> 31 == 0 {
                return (ahead < NONE).then_some(ahead as usize);
            }
        }
        None
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
}

/// The bucket of a hash, and the byte that marks it there.
fn key(hash: u64, bits: u32) -> u32 {
    let bucket = u32::try_from(hash >> (64 - bits)).unwrap_or(0);
    bucket << 8 | u32::from(hash.to_le_bytes()[2])
}

/// The word and the bit of a key in the sieve.
fn sieve(key: u32) -> (usize, u64) {
    ((key >> 12) as usize, 1 << (key >> 6 & 63))
}
