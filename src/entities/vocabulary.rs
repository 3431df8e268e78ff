//! The classes of frequent words, learnt from raw news: a compact table from hashes to numbers.
//!
//! The low ten bits of a number are the class. The five above are the word's repute: what it was
//! called in raw news by an earlier tagger, and how often; or that it is hardly ever in a name, so
//! that the tagger need not look at it.

use super::buckets::Buckets;

/// The word that a table begins with, and its version.
const MAGIC: &[u8; 8] = b"zubdaW02";
/// Where the words stand.
type Known = Buckets<15, { 1 << 14 }>;
/// Stands in the number of each word, so that no word's place looks empty.
const TAKEN: u16 = 1 << 15;

/// How many levels of repute each role has.
pub const LEVELS: u8 = 7;

/// In place of a repute: the word is hardly ever in a name, neither in raw news nor in the corpora.
pub const SELDOM: u8 = 30;
/// In place of a repute: frequent as the word is, it is in a name as good as never.
pub const NEVER: u8 = 31;

/// What a word was called in raw news, and how often.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Repute {
    /// First word of a person's name, further word of one, of a place's, of an organization's.
    pub role: u8,
    /// The share of its places where it is in a name, in [`LEVELS`] steps from 0.
    pub level: u8,
}

impl Repute {
    /// Reads a repute as it stands in a number; 0 is none.
    #[must_use]
    pub fn of(repute: u16) -> Option<Self> {
        let repute = u8::try_from(repute).ok()?.checked_sub(1)?;
        Some(Self {
            role: repute / LEVELS,
            level: repute % LEVELS,
        })
    }

    /// The repute as it stands in a number.
    #[must_use]
    pub const fn bits(self) -> u8 {
        1 + self.role * LEVELS + self.level
    }
}

/// A table from words to numbers of fifteen bits.
///
/// On paper: the magic word; the buckets; the low bytes of the numbers; the high bytes.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    words: Known,
    /// For each place the number of the word that has it, and above what marks the word; 0 where
    /// none has it.
    slots: Vec<u32>,
}

impl Vocabulary {
    /// Reads a table; `None` where the bytes are none.
    #[must_use]
    pub fn read(bytes: &'static [u8]) -> Option<Self> {
        let (words, rest) = Known::read(bytes.strip_prefix(MAGIC)?)?;
        let (low, high) = rest.split_at_checked(words.keys.len())?;
        if high.len() != low.len() {
            return None;
        }
        let mut slots = vec![0; Known::SLOTS];
        for ((place, mark), (&low, &high)) in words.rows().zip(low.iter().zip(high)) {
            let number = u16::from_le_bytes([low, high]) | TAKEN;
            slots[place] = u32::from(mark) << 16 | u32::from(number);
        }
        Some(Self { words, slots })
    }

    /// The number of the word with this hash; of an unknown word `None`, but for one in some
    /// hundred, which passes for another.
    #[must_use]
    pub fn get(&self, hash: u64) -> Option<u16> {
        let (place, mark) = self.words.look(hash);
        let [low, high, mark_low, mark_high] = self.slots[place].to_le_bytes();
        let number = u16::from_le_bytes([low, high]);
        let known = mark == u16::from_le_bytes([mark_low, mark_high]) && number != 0;
        known.then_some(number & !TAKEN)
    }

    /// How many words it has.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.words.keys.len()
    }

    /// The row of the word with this hash.
    #[must_use]
    pub fn row(&self, hash: u64) -> Option<usize> {
        self.words.keys.binary_search(&Known::key(hash)).ok()
    }

    /// The class in a number.
    #[must_use]
    pub const fn class(number: u16) -> u16 {
        number & 1023
    }

    /// The repute in a number; 0 is none.
    #[must_use]
    pub const fn repute(number: u16) -> u16 {
        let repute = number >> 10 & 31;
        if repute < SELDOM as u16 { repute } else { 0 }
    }

    /// Whether the word with this number is hardly ever in a name: [`SELDOM`], [`NEVER`] or 0.
    #[must_use]
    pub const fn unnamed(number: u16) -> u8 {
        let repute = (number >> 10 & 31) as u8;
        if repute < SELDOM { 0 } else { repute }
    }

    /// Puts the repute of every row into the `bytes` of a table; they must be those of one.
    pub fn put_repute(bytes: &mut [u8], reputes: &[u8]) {
        let high = bytes.len().saturating_sub(reputes.len());
        for (byte, repute) in bytes[high..].iter_mut().zip(reputes) {
            *byte = *byte & 3 | (repute & 31) << 2;
        }
    }

    /// Writes the table of `words`: hashes and their numbers. Of words that cannot be told apart
    /// the first stays.
    ///
    /// # Errors
    /// When the buckets cannot hold them.
    pub fn write(words: &[(u64, u16)]) -> Result<Vec<u8>, &'static str> {
        let hashes: Vec<u64> = words.iter().map(|word| word.0).collect();
        let mut bytes = MAGIC.to_vec();
        let rows = Known::write(&hashes, &mut bytes)?;
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
            (hash("في"), 32_767),
        ];
        let bytes = Vocabulary::write(&words).unwrap();
        let vocabulary = Vocabulary::read(Vec::leak(bytes)).unwrap();
        for (hash, number) in words {
            assert_eq!(vocabulary.get(hash), Some(number));
        }
        assert_eq!(vocabulary.get(hash("القطار")), None);
    }

    #[test]
    fn keeps_class_and_repute_apart() {
        let mut bytes = Vocabulary::write(&[(hash("موسكو"), 1000)]).unwrap();
        let repute = Repute { role: 2, level: 6 };
        Vocabulary::put_repute(&mut bytes, &[repute.bits()]);
        let vocabulary = Vocabulary::read(Vec::leak(bytes.clone())).unwrap();
        assert_eq!(
            vocabulary.get(hash("موسكو")).map(Vocabulary::unnamed),
            Some(0)
        );
        let number = vocabulary.get(hash("موسكو")).unwrap();
        assert_eq!(Vocabulary::class(number), 1000);
        assert_eq!(Repute::of(Vocabulary::repute(number)), Some(repute));
        assert_eq!(Repute::of(0), None);
        Vocabulary::put_repute(&mut bytes, &[NEVER]);
        let number = Vocabulary::read(Vec::leak(bytes))
            .unwrap()
            .get(hash("موسكو"));
        assert_eq!(number.map(Vocabulary::unnamed), Some(NEVER));
        assert_eq!(number.map(Vocabulary::repute), Some(0));
        assert_eq!(number.map(Vocabulary::class), Some(1000));
    }

    #[test]
    fn refuses_what_is_no_table() {
        assert!(Vocabulary::read(b"").is_none());
        assert!(Vocabulary::read(b"zubdaW02").is_none());
        let mut bytes = Vocabulary::write(&[(1, 1)]).unwrap();
        bytes.pop();
        assert!(Vocabulary::read(Vec::leak(bytes)).is_none());
    }
}
