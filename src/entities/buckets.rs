//! Finds the row of a hash in a compact table: a few bits choose a bucket, a byte marks the row in it.
//!
//! On paper: how many rows each bucket has, a byte each; then for each row, bucket by bucket, a
//! byte of its hash. A hash that was never put in passes for another once in some hundred times.

/// Where the rows of a table stand.
#[derive(Clone, Debug)]
pub(super) struct Buckets {
    /// For each bucket which of sixteen sorts of marks it has, a bit each: most hashes that are not
    /// there are told by it, with one look into a table small enough to stay near.
    sorts: Vec<u16>,
    starts: Vec<u32>,
    marks: &'static [u8],
    bits: u32,
}

impl Buckets {
    /// Reads `1 << bits` buckets from the head of `bytes`; gives the rest too.
    pub(super) fn read(bytes: &'static [u8], bits: u32) -> Option<(Self, &'static [u8])> {
        let (counts, rest) = bytes.split_at_checked(1 << bits)?;
        let mut starts = Vec::with_capacity(counts.len() + 1);
        let mut total = 0;
        for &count in counts {
            starts.push(total);
            total += u32::from(count);
        }
        starts.push(total);
        let (marks, rest) = rest.split_at_checked(total as usize)?;
        let mut unread = marks;
        let sorts = counts
            .iter()
            .map(|&count| {
                let (bucket, rest) = unread.split_at(usize::from(count));
                unread = rest;
                bucket.iter().fold(0, |sorts, &mark| sorts | sort(mark))
            })
            .collect();
        Some((
            Self {
                sorts,
                starts,
                marks,
                bits,
            },
            rest,
        ))
    }

    /// How many rows there are.
    pub(super) fn rows(&self) -> usize {
        self.marks.len()
    }

    /// Whether `hash` may have a row: false for nearly all that have none.
    pub(super) fn may_have(&self, hash: u64) -> bool {
        let (bucket, mark) = place(hash, self.bits);
        self.sorts[bucket] & sort(mark) != 0
    }

    /// The row of `hash`.
    pub(super) fn row(&self, hash: u64) -> Option<usize> {
        let (bucket, mark) = place(hash, self.bits);
        let range = self.starts[bucket] as usize..self.starts[bucket + 1] as usize;
        let at = self.marks[range.clone()]
            .iter()
            .position(|&other| other == mark)?;
        Some(range.start + at)
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
            let (bucket, mark) = place(hash, bits);
            if buckets[bucket].iter().all(|&(other, _)| other != mark) {
                buckets[bucket].push((mark, i));
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
fn place(hash: u64, bits: u32) -> (usize, u8) {
    let bucket = usize::try_from(hash >> (64 - bits)).unwrap_or(0);
    (bucket, hash.to_le_bytes()[2])
}

/// The bit of a mark's sort.
fn sort(mark: u8) -> u16 {
    1 << (mark & 15)
}
