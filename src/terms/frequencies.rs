//! In how many documents of background news each stem occurs.
//!
//! The file beside holds, after a head, one small cell a stem: eleven bits of its hash and five of
//! its frequency, in 4096 buckets by twelve other bits. A stem that is not in it is taken for one
//! with a chance of about one in four hundred.

use crate::lexicon;
use std::sync::OnceLock;

/// `cargo xtask train frequencies` writes it: see [`pack`].
static FILE: &[u8] = include_bytes!("frequencies.bin");

const MAGIC: &[u8; 4] = b"ZFRQ";
const VERSION: u8 = 1;
/// Magic, version, least documents, all documents, cells.
const HEAD: usize = 4 + 1 + 1 + 4 + 4;
const BUCKETS: usize = 1 << 12;
/// Steps of frequency, from the rarest kept to a stem that every document has.
const STEPS: u16 = 31;

/// Background frequencies of stems.
pub(crate) struct Frequencies {
    /// Where each bucket's cells begin in `cells`; one more for the end.
    starts: Vec<u32>,
    cells: &'static [u8],
    /// The rarity of each step, and in front that of a stem which is not kept.
    rarities: Vec<f64>,
}

/// What the program ships.
pub(crate) fn background() -> &'static Frequencies {
    static FREQUENCIES: OnceLock<Frequencies> = OnceLock::new();
    FREQUENCIES.get_or_init(|| Frequencies::read(FILE).unwrap_or_else(Frequencies::none))
}

impl Frequencies {
    /// Reads a file; `None` when it is not whole or of another version.
    fn read(file: &'static [u8]) -> Option<Self> {
        let (head, rest) = file.split_at_checked(HEAD)?;
        let number = |at: usize| {
            head.get(at..at + 4)?
                .try_into()
                .ok()
                .map(u32::from_le_bytes)
        };
        let (documents, count) = (number(6)?, number(10)?);
        if &head[..4] != MAGIC || head[4] != VERSION || documents == 0 {
            return None;
        }
        let (sizes, cells) = rest.split_at_checked(BUCKETS)?;
        let mut starts = vec![0];
        let mut end = 0;
        for &size in sizes {
            end += u32::from(size);
            starts.push(end);
        }
        let whole = end == count && cells.len() == 2 * end as usize;
        whole.then(|| Self {
            starts,
            cells,
            rarities: rarities(f64::from(documents), f64::from(head[5])),
        })
    }

    /// Frequencies of nothing.
    fn none() -> Self {
        Self {
            starts: vec![0; BUCKETS + 1],
            cells: &[],
            rarities: vec![1.0],
        }
    }

    /// Whether the stem with this hash is kept.
    pub(crate) fn knows(&self, stem: u64) -> bool {
        self.step(stem) > 0
    }

    /// The natural logarithm of all documents over those with the stem that has this hash.
    pub(crate) fn rarity(&self, stem: u64) -> f64 {
        self.rarities[usize::from(self.step(stem))]
    }

    /// The step of frequency of the stem with this hash; 0 where it is not kept.
    fn step(&self, stem: u64) -> u16 {
        let (bucket, print) = place(stem);
        let cells =
            &self.cells[2 * self.starts[bucket] as usize..2 * self.starts[bucket + 1] as usize];
        let cells = cells
            .chunks_exact(2)
            .map(|cell| u16::from_le_bytes([cell[0], cell[1]]));
        // They ascend.
        let found = cells.into_iter().find(|cell| cell >> 5 >= print);
        found.filter(|cell| cell >> 5 == print).map_or(0, |cell| {
            (cell & 31).min(u16::try_from(self.rarities.len() - 1).unwrap_or(0))
        })
    }
}

/// The bucket of the stem with this hash, and the part of the hash that its cell holds.
fn place(hash: u64) -> (usize, u16) {
    let [low, high, ..] = hash.to_le_bytes();
    (
        (hash >> 40) as usize % BUCKETS,
        u16::from_le_bytes([low, high]) >> 5,
    )
}

/// The rarity of each step; a stem that is not kept counts as half as frequent as the rarest kept.
fn rarities(documents: f64, least: f64) -> Vec<f64> {
    let rarest = libm::log(documents / least.max(1.0));
    let step = |step: u16| rarest * (1.0 - f64::from(step - 1) / f64::from(STEPS - 1));
    std::iter::once(rarest + core::f64::consts::LN_2)
        .chain((1..=STEPS).map(step))
        .collect()
}

/// The file for stems that occur in at least `least` of `documents` documents.
#[must_use]
pub fn pack(stems: &[(String, u32)], least: u8, documents: u32) -> Vec<u8> {
    let rarest = libm::log(f64::from(documents) / f64::from(least));
    let mut buckets: Vec<Vec<u16>> = vec![Vec::new(); BUCKETS];
    for (stem, count) in stems.iter().filter(|(_, count)| *count >= u32::from(least)) {
        let (bucket, print) = place(lexicon::hash(stem));
        let rarity = libm::log(f64::from(documents) / f64::from(*count));
        let step = 1.0 + libm::round(f64::from(STEPS - 1) * (1.0 - rarity / rarest));
        let step = (1..=STEPS)
            .rev()
            .find(|&whole| f64::from(whole) <= step)
            .unwrap_or(1);
        let cell = print << 5 | step;
        let known = buckets[bucket].iter().any(|cell| cell >> 5 == print);
        if !known && buckets[bucket].len() < usize::from(u8::MAX) {
            buckets[bucket].push(cell);
        }
    }
    let mut file = MAGIC.to_vec();
    file.extend([VERSION, least]);
    file.extend(documents.to_le_bytes());
    let cells: usize = buckets.iter().map(Vec::len).sum();
    file.extend(u32::try_from(cells).unwrap_or(u32::MAX).to_le_bytes());
    file.extend(
        buckets
            .iter()
            .map(|bucket| u8::try_from(bucket.len()).unwrap_or(u8::MAX)),
    );
    for bucket in &mut buckets {
        bucket.sort_unstable();
        file.extend(bucket.iter().flat_map(|cell| cell.to_le_bytes()));
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::hash;

    #[test]
    fn what_is_packed_is_read() {
        let stems: Vec<(String, u32)> = [("حكوم", 900), ("زيتون", 12), ("نادر", 3)]
            .map(|(stem, count)| (stem.to_owned(), count))
            .to_vec();
        let file: &'static [u8] = pack(&stems, 10, 1000).leak();
        let read = Frequencies::read(file).expect("a whole file");
        assert!(read.knows(hash("حكوم")) && read.knows(hash("زيتون")) && !read.knows(hash("نادر")));
        assert!((read.rarity(hash("حكوم")) - libm::log(1000.0 / 900.0)).abs() < 0.1);
        assert!((read.rarity(hash("زيتون")) - libm::log(1000.0 / 12.0)).abs() < 0.1);
        assert!((read.rarity(hash("نادر")) - libm::log(1000.0 / 5.0)).abs() < 0.01);
    }

    #[test]
    fn a_damaged_file_is_refused() {
        let file: &'static [u8] = pack(&[("حكوم".to_owned(), 90)], 10, 100).leak();
        for end in [0, 3, HEAD, HEAD + BUCKETS, file.len() - 1] {
            assert!(Frequencies::read(&file[..end]).is_none(), "{end}");
        }
        let nothing = Frequencies::none();
        assert!(!nothing.knows(hash("حكوم")));
    }

    #[test]
    fn the_shipped_file_knows_news() {
        let background = background();
        for stem in ["حكوم", "رئيس", "مدين"] {
            assert!(background.knows(hash(stem)), "{stem}");
        }
        assert!(background.rarity(hash("رئيس")) < 2.5);
        assert!(background.rarity(hash("قسطبيل")) > 6.0);
    }
}
