//! The classes of frequent words, learnt from raw news: a compact table from hashes to numbers.

use super::buckets::Buckets;

/// The word that a table begins with, and its version.
const MAGIC: &[u8; 8] = b"zubdaW01";
/// The table has `1 << BITS` buckets.
const BITS: u32 = 15;

/// A table from words to numbers of sixteen bits.
///
/// On paper: the magic word; the buckets; the low bytes of the numbers; the high bytes.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    buckets: Buckets,
    low: &'static [u8],
    high: &'static [u8],
}

impl Vocabulary {
    /// Reads a table; `None` where the bytes are none.
    #[must_use]
    pub fn read(bytes: &'static [u8]) -> Option<Self> {
        let (buckets, rest) = Buckets::read(bytes.strip_prefix(MAGIC)?, BITS)?;
        let (low, high) = rest.split_at_checked(buckets.rows())?;
        (high.len() == low.len()).then_some(Self { buckets, low, high })
    }

    /// The number of the word with this hash; of an unknown word `None`, but for one in some
    /// hundred, which passes for another.
    #[must_use]
    pub fn get(&self, hash: u64) -> Option<u16> {
        let row = self.buckets.row(hash)?;
        Some(u16::from_le_bytes([self.low[row], self.high[row]]))
    }

    /// Writes the table of `words`: hashes and their numbers. Of words that cannot be told apart
    /// the first stays.
    ///
    /// # Errors
    /// When a bucket overflows.
    pub fn write(words: &[(u64, u16)]) -> Result<Vec<u8>, &'static str> {
        let hashes: Vec<u64> = words.iter().map(|word| word.0).collect();
        let mut bytes = MAGIC.to_vec();
        let rows = Buckets::write(&hashes, BITS, &mut bytes)?;
        bytes.extend(rows.iter().map(|&i| words[i].1.to_le_bytes()[0]));
        bytes.extend(rows.iter().map(|&i| words[i].1.to_le_bytes()[1]));
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::hash;

    #[test]
    fn gives_back_what_was_written() {
        let words = [
            (hash("موسكو"), 1000),
            (hash("قال"), 7),
            (hash("في"), 65_535),
        ];
        let bytes = Vocabulary::write(&words).unwrap();
        let vocabulary = Vocabulary::read(Vec::leak(bytes)).unwrap();
        for (hash, number) in words {
            assert_eq!(vocabulary.get(hash), Some(number));
        }
        assert_eq!(vocabulary.get(hash("القطار")), None);
    }

    #[test]
    fn refuses_what_is_no_table() {
        assert!(Vocabulary::read(b"").is_none());
        assert!(Vocabulary::read(b"zubdaW01").is_none());
        let mut bytes = Vocabulary::write(&[(1, 1)]).unwrap();
        bytes.pop();
        assert!(Vocabulary::read(Vec::leak(bytes)).is_none());
    }
}
