//! The names of the lists, as a compact table from hashes to classes: there are too many to ship and
//! to read as text.
//!
//! On paper: the magic word; how many rows each bucket has, a byte each, the bucket being the first
//! sixteen bits of the hash; then for each row, bucket by bucket, a byte of its hash; for every two
//! rows a byte with four more bits of each; the classes of each row, a byte. A hash that was never
//! put in passes for another once in some four thousand times.

use super::Classes;

/// The word that a table begins with, and its version.
const MAGIC: &[u8; 8] = b"zubdaL01";
/// The classes that a row's byte holds as they are, in its seven lower bits.
const LOWEST: u8 = 0x7f;
/// The bit of the byte for [`Classes::SHARED`].
const SHARED: u8 = 0x80;
const BUCKETS: usize = 1 << 16;

/// A table from hashes to classes; at first an empty one.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    /// Where the rows of each bucket begin, and where the last ends.
    starts: Vec<u32>,
    /// What tells each row from the others of its bucket.
    marks: Vec<u16>,
    classes: &'static [u8],
}

impl Lists {
    /// Reads a table; `None` where the bytes are none.
    #[must_use]
    pub fn read(bytes: &'static [u8]) -> Option<Self> {
        let (counts, rest) = bytes.strip_prefix(MAGIC)?.split_at_checked(BUCKETS)?;
        let mut starts = Vec::with_capacity(BUCKETS + 1);
        let mut rows = 0;
        for &count in counts {
            starts.push(rows);
            rows += u32::from(count);
        }
        starts.push(rows);
        let rows = rows as usize;
        let (low, rest) = rest.split_at_checked(rows)?;
        let (high, classes) = rest.split_at_checked(rows.div_ceil(2))?;
        let marks = low.iter().enumerate().map(|(i, &low)| {
            let high = high[i / 2] >> (i % 2 * 4) & 15;
            u16::from_le_bytes([low, high])
        });
        (classes.len() == rows).then(|| Self {
            marks: marks.collect(),
            starts,
            classes,
        })
    }

    /// The hashes of the rows, as far as their bits are kept.
    pub(super) fn hashes(&self) -> impl Iterator<Item = u64> {
        let marks_of = |bounds: &[u32]| &self.marks[bounds[0] as usize..bounds[1] as usize];
        let buckets = (0..).zip(self.starts.windows(2).map(marks_of));
        buckets.flat_map(|(bucket, marks): (u64, &[u16])| {
            marks
                .iter()
                .map(move |&mark| bucket << 48 | u64::from(mark))
        })
    }

    /// What is known of `hash`.
    #[must_use]
    pub fn get(&self, hash: u64) -> Classes {
        let (bucket, mark) = place(hash);
        let Some(&[start, end]) = self.starts.get(bucket..bucket + 2) else {
            return Classes::NONE;
        };
        let rows = start as usize..end as usize;
        let at = self.marks[rows.clone()]
            .iter()
            .position(|&other| other == mark);
        at.map_or(Classes::NONE, |at| unpacked(self.classes[rows.start + at]))
    }

    /// Writes a table of hashes and what each is; what one hash has in several rows counts together.
    ///
    /// # Errors
    /// When a bucket overflows.
    pub fn write(rows: &[(u64, Classes)]) -> Result<Vec<u8>, &'static str> {
        let mut placed: Vec<_> = rows
            .iter()
            .map(|&(hash, classes)| (place(hash), packed(classes)))
            .collect();
        placed.sort_unstable();
        placed.dedup_by(|next, row| {
            let same = next.0 == row.0;
            if same {
                row.1 |= next.1;
            }
            same
        });
        let mut counts = vec![0_u8; BUCKETS];
        for ((bucket, _), _) in &placed {
            let count = &mut counts[*bucket];
            *count = count.checked_add(1).ok_or("a bucket overflows")?;
        }
        let marks = placed.iter().map(|((_, mark), _)| mark.to_le_bytes());
        let (low, high): (Vec<u8>, Vec<u8>) = marks.map(|[low, high]| (low, high)).unzip();
        let pairs = high.chunks(2);
        let mut bytes = MAGIC.to_vec();
        bytes.extend(counts);
        bytes.extend(low);
        bytes.extend(pairs.map(|pair| pair[0] | pair.get(1).map_or(0, |second| second << 4)));
        bytes.extend(placed.iter().map(|row| row.1));
        Ok(bytes)
    }
}

/// The classes of a row as its byte has them; others are left out.
fn packed(classes: Classes) -> u8 {
    let [lowest, ..] = classes.0.to_le_bytes();
    let shared = if classes.any(Classes::SHARED) {
        SHARED
    } else {
        0
    };
    lowest & LOWEST | shared
}

fn unpacked(byte: u8) -> Classes {
    let lowest = Classes(u64::from(byte & LOWEST));
    if byte & SHARED > 0 {
        lowest | Classes::SHARED
    } else {
        lowest
    }
}

/// The bucket of a hash, and the twelve bits that mark it there.
fn place(hash: u64) -> (usize, u16) {
    let [low, high, .., bucket_low, bucket_high] = hash.to_le_bytes();
    let bucket = u16::from_le_bytes([bucket_low, bucket_high]);
    (usize::from(bucket), u16::from_le_bytes([low, high & 15]))
}

#[cfg(test)]
mod tests {
    use super::super::mix;
    use super::*;

    /// Every class that a row may have.
    const CLASSES: [Classes; 8] = [
        Classes::BEGINS,
        Classes::COUNTRY,
        Classes::PLACE,
        Classes::ORGANIZATION,
        Classes::PERSON,
        Classes::GIVEN,
        Classes::FAMILY,
        Classes::SHARED,
    ];

    #[test]
    fn what_is_written_is_read() {
        let rows: Vec<(u64, Classes)> = (0..40_001)
            .map(|i: usize| (mix(i as u64), CLASSES[i % CLASSES.len()]))
            .collect();
        let twice = [rows.clone(), vec![(mix(0), Classes::FAMILY)]].concat();
        let lists = Lists::read(Lists::write(&twice).unwrap().leak()).unwrap();
        assert_eq!(lists.get(mix(0)), CLASSES[0] | Classes::FAMILY);
        let same = |row: &&(u64, Classes)| lists.get(row.0) == row.1;
        assert!(rows[1..].iter().filter(same).count() > 39_980);
        let strangers = (50_000..150_000_u64).filter(|&i| lists.get(mix(i)) != Classes::NONE);
        assert!(strangers.count() < 50);
    }

    #[test]
    fn other_bytes_are_no_table() {
        let bytes = Lists::write(&[(mix(1), Classes::GIVEN), (mix(2), Classes::PLACE)]).unwrap();
        assert!(Lists::read(b"zubdaL01").is_none());
        assert!(Lists::read(bytes[..bytes.len() - 1].to_vec().leak()).is_none());
        assert!(Lists::read([bytes, vec![0]].concat().leak()).is_none());
    }
}
