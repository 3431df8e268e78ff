//! Finds the number of a hash in a compact table: a few bits choose a bucket, a byte marks the row in it.
//!
//! On paper: how many rows each bucket has, a byte each; then for each row, bucket by bucket, a
//! byte of its hash. A hash that was never put in passes for another once in some hundred times.

/// The keys of all rows as they stand on paper: bucket and mark, ascending.
#[derive(Clone, Copy, Debug)]
pub(super) struct Keys {
    counts: &'static [u8],
    marks: &'static [u8],
    bits: u32,
}

/// Which row each hash has.
#[derive(Clone, Debug)]
pub(super) struct Buckets {
    /// The rows in ascending order of their keys, each in the first free slot from its place on: the
    /// lowest bits of its key, and its number.
    slots: Vec<u32>,
    /// How many bits of a key do not count for its place.
    shift: u32,
    bits: u32,
    rows: usize,
}

/// How many bits of a slot are the number; all of them are 1 in a slot that no row has.
const NUMBER: u32 = 17;
const NONE: u32 = (1 << NUMBER) - 1;
/// How far from its place a row may stand: so near the lowest bits of keys tell which is greater.
pub(super) const FARTHEST: usize = 63;

impl Keys {
    /// Reads the keys of `1 << bits` buckets from the head of `bytes`; gives the rest too.
    pub(super) fn read(bytes: &'static [u8], bits: u32) -> Option<(Self, &'static [u8])> {
        let (counts, rest) = bytes.split_at_checked(1 << bits)?;
        let rows = counts.iter().map(|&count| usize::from(count)).sum();
        let (marks, rest) = rest.split_at_checked(rows)?;
        let keys = Self {
            counts,
            marks,
            bits,
        };
        let fit = keys
            .placed()
            .zip(keys.all())
            .all(|(at, key)| at - keys.place(key) <= FARTHEST);
        (fit && rows < NONE as usize).then_some((keys, rest))
    }

    /// How many rows there are.
    pub(super) const fn rows(&self) -> usize {
        self.marks.len()
    }

    /// The key of each row, ascending.
    pub(super) fn all(self) -> impl Iterator<Item = u32> {
        let buckets = (0..).zip(self.counts);
        let buckets = buckets.flat_map(|(bucket, &count)| (0..count).map(move |_| bucket << 8));
        buckets
            .zip(self.marks)
            .map(|(bucket, &mark)| bucket | u32::from(mark))
    }

    /// The slot of each row in a table of [`Self::slots`]: the first free one from its place on.
    pub(super) fn placed(self) -> impl Iterator<Item = usize> {
        let mut free = 0;
        self.all().map(move |key| {
            let at = free.max(self.place(key));
            free = at + 1;
            at
        })
    }

    /// For each slot of a table, before rows are put in, the greatest key whose place it is: a search
    /// ends there.
    pub(super) fn slots(&self) -> impl Iterator<Item = u32> + use<> {
        let shift = self.shift();
        let places = (1 << (self.bits + 8 - shift)) + FARTHEST + 1;
        (1..).take(places).map(move |next: u32| (next << shift) - 1)
    }

    /// How many bits of a key do not count for its place: so many that at most half of the slots
    /// are taken, and most rows stand at their places.
    pub(super) fn shift(&self) -> u32 {
        let width = (self.rows() * 2).next_power_of_two().ilog2();
        self.bits + 8 - width.clamp(self.bits, self.bits + 8)
    }

    fn place(&self, key: u32) -> usize {
        (key >> self.shift()) as usize
    }
}

impl Buckets {
    /// Reads `1 << bits` buckets from the head of `bytes`; gives the rest too.
    pub(super) fn read(bytes: &'static [u8], bits: u32) -> Option<(Self, &'static [u8])> {
        let (keys, rest) = Keys::read(bytes, bits)?;
        let mut slots: Vec<u32> = keys.slots().map(|key| key << NUMBER | NONE).collect();
        for ((key, at), number) in keys.all().zip(keys.placed()).zip(0..) {
            slots[at] = key << NUMBER | number;
        }
        let buckets = Self {
            slots,
            shift: keys.shift(),
            bits,
            rows: keys.rows(),
        };
        Some((buckets, rest))
    }

    /// How many rows there are.
    pub(super) const fn rows(&self) -> usize {
        self.rows
    }

    /// The row of `hash`.
    pub(super) fn row(&self, hash: u64) -> Option<usize> {
        let key = key(hash, self.bits);
        let place = (key >> self.shift) as usize;
        for slot in self.slots.get(place..=place + FARTHEST)? {
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
pub(super) fn key(hash: u64, bits: u32) -> u32 {
    let bucket = u32::try_from(hash >> (64 - bits)).unwrap_or(0);
    bucket << 8 | u32::from(hash.to_le_bytes()[2])
}
