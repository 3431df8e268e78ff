//! What is known of words before the text is read: names, countries, triggers.

mod filter;
pub mod hashing;
pub mod lists;
mod table;

use crate::letters;
use filter::Filter;
use lists::Lists;
use std::ops::BitOr;
use std::sync::OnceLock;
use table::Table;

/// What a word or phrase may be; a set.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Classes(u64);

impl Classes {
    /// Nothing is known.
    pub const NONE: Self = Self(0);
    /// A longer known phrase begins with it.
    pub const BEGINS: Self = Self(1);
    /// A country or continent.
    pub const COUNTRY: Self = Self(1 << 1);
    /// A city, region, river, sea or mountain.
    pub const PLACE: Self = Self(1 << 2);
    /// An organization's closed name.
    pub const ORGANIZATION: Self = Self(1 << 3);
    /// A person of public life.
    pub const PERSON: Self = Self(1 << 4);
    /// A given name.
    pub const GIVEN: Self = Self(1 << 5);
    /// A family name.
    pub const FAMILY: Self = Self(1 << 6);
    /// A people, nationality or language.
    pub const NATIONALITY: Self = Self(1 << 7);
    /// What any name is made of.
    pub const NAME: Self = Self(
        Self::COUNTRY.0
            | Self::PLACE.0
            | Self::ORGANIZATION.0
            | Self::PERSON.0
            | Self::GIVEN.0
            | Self::FAMILY.0,
    );
    /// A title: a person's name follows.
    pub const TITLE: Self = Self(1 << 8);
    /// A verb whose subject is often a person.
    pub const SAYING: Self = Self(1 << 9);
    /// A word inside a person's name.
    pub const PARTICLE: Self = Self(1 << 10);
    /// The head of an organization's name.
    pub const ORGANIZATION_HEAD: Self = Self(1 << 11);
    /// The head of a place's name.
    pub const PLACE_HEAD: Self = Self(1 << 12);
    /// A direction that belongs to a place's name.
    pub const DIRECTION: Self = Self(1 << 13);
    /// A month.
    pub const MONTH: Self = Self(1 << 14);
    /// A month only beside a number or another month.
    pub const WEAK_MONTH: Self = Self(1 << 15);
    /// A day of the week.
    pub const WEEKDAY: Self = Self(1 << 16);
    /// Last, next, current.
    pub const RELATIVE: Self = Self(1 << 17);
    /// A day by itself: yesterday, tomorrow.
    pub const DAY: Self = Self(1 << 18);
    /// A definite noun of time.
    pub const PERIOD: Self = Self(1 << 19);
    /// A length of time.
    pub const TIME_UNIT: Self = Self(1 << 20);
    /// Minutes and hours.
    pub const CLOCK_UNIT: Self = Self(1 << 21);
    /// The mark of a calendar after a year.
    pub const ERA: Self = Self(1 << 22);
    /// A feast that names a day.
    pub const HOLIDAY: Self = Self(1 << 23);
    /// One to nineteen.
    pub const UNIT_NUMBER: Self = Self(1 << 24);
    /// Twenty to ninety.
    pub const TENS: Self = Self(1 << 25);
    /// Hundred, thousand, million.
    pub const SCALE: Self = Self(1 << 26);
    /// Half, third, quarter.
    pub const FRACTION: Self = Self(1 << 27);
    /// First, second, third.
    pub const ORDINAL: Self = Self(1 << 28);
    /// About, more than: stands before a number, outside of it.
    pub const APPROXIMATOR: Self = Self(1 << 29);
    /// Per cent.
    pub const PERCENT: Self = Self(1 << 30);
    /// A currency.
    pub const CURRENCY: Self = Self(1 << 31);
    /// A word that completes a currency.
    pub const CURRENCY_TAIL: Self = Self(1 << 32);
    /// A unit of measure.
    pub const UNIT: Self = Self(1 << 33);
    /// A unit only beside a number.
    pub const WEAK_UNIT: Self = Self(1 << 34);
    /// A power or rate after a unit.
    pub const UNIT_TAIL: Self = Self(1 << 35);
    /// A part of the day after a clock time.
    pub const CLOCK_TAIL: Self = Self(1 << 36);
    /// An event by name.
    pub const EVENT: Self = Self(1 << 37);
    /// A quoted product or work follows.
    pub const PRODUCT_HEAD: Self = Self(1 << 38);
    /// A quoted organization follows.
    pub const QUOTED_ORGANIZATION_HEAD: Self = Self(1 << 39);
    /// Never part of a name, never split.
    pub const FUNCTION: Self = Self(1 << 40);
    /// A common word that only looks like a particle before a name; never split.
    pub const WHOLE: Self = Self(1 << 41);

    /// What a time of day begins with.
    pub const CLOCK: Self = Self(1 << 42);
    /// A name that an organization shares with a place or a common word.
    pub const SHARED: Self = Self(1 << 43);
    /// A word of sport.
    pub const SPORT: Self = Self(1 << 44);
    /// A word of trade.
    pub const TRADE: Self = Self(1 << 45);
    /// A part of a day or period, before it.
    pub const DATE_PART: Self = Self(1 << 46);
    /// A longer phrase of the words, not of the names, begins with it.
    pub const BEGINS_WORDS: Self = Self(1 << 47);

    /// Whether the two sets share a class.
    #[must_use]
    pub const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The set as bits, the same in every build.
    #[must_use]
    pub const fn bits(self) -> u64 {
        self.0
    }
}

impl BitOr for Classes {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The class of each section of `words.txt`.
const SECTIONS: [(&str, Classes); 39] = [
    ("title", Classes::TITLE),
    ("saying", Classes::SAYING),
    ("particle", Classes::PARTICLE),
    ("organization", Classes::ORGANIZATION_HEAD),
    ("place", Classes::PLACE_HEAD),
    ("direction", Classes::DIRECTION),
    ("month", Classes::MONTH),
    ("weak month", Classes::WEAK_MONTH),
    ("weekday", Classes::WEEKDAY),
    ("relative", Classes::RELATIVE),
    ("day", Classes::DAY),
    ("period", Classes::PERIOD),
    ("time unit", Classes::TIME_UNIT),
    ("clock unit", Classes::CLOCK_UNIT),
    ("era", Classes::ERA),
    ("holiday", Classes::HOLIDAY),
    ("unit number", Classes::UNIT_NUMBER),
    ("tens", Classes::TENS),
    ("scale", Classes::SCALE),
    ("fraction", Classes::FRACTION),
    ("ordinal", Classes::ORDINAL),
    ("approximator", Classes::APPROXIMATOR),
    ("percent", Classes::PERCENT),
    ("currency", Classes::CURRENCY),
    ("currency qualifier", Classes::CURRENCY_TAIL),
    ("unit", Classes::UNIT),
    ("weak unit", Classes::WEAK_UNIT),
    ("unit tail", Classes::UNIT_TAIL),
    ("clock", Classes::CLOCK),
    ("clock word", Classes::CLOCK_TAIL),
    ("event", Classes::EVENT),
    ("product head", Classes::PRODUCT_HEAD),
    ("media", Classes::QUOTED_ORGANIZATION_HEAD),
    ("function", Classes::FUNCTION),
    ("whole", Classes::WHOLE),
    ("shared", Classes::SHARED),
    ("sport", Classes::SPORT),
    ("trade", Classes::TRADE),
    ("date part", Classes::DATE_PART),
];

/// The hash of a folded key, the same in every build.
#[must_use]
pub fn hash(key: &str) -> u64 {
    let mut hash = 0x9e37_79b9_7f4a_7c15_u64 ^ key.len() as u64;
    let (eights, rest) = key.as_bytes().as_chunks();
    for &eight in eights {
        hash = mix(hash ^ u64::from_le_bytes(eight));
    }
    if rest.is_empty() {
        hash
    } else {
        mix(hash ^ little_endian(rest))
    }
}

/// The number that up to seven bytes write, the first the least; from two reads that may overlap,
/// since copying so few bytes costs more than hashing them.
fn little_endian(bytes: &[u8]) -> u64 {
    if let (Some(&first), Some(&last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let place = 8 * (bytes.len() - 4);
        u64::from(u32::from_le_bytes(first)) | u64::from(u32::from_le_bytes(last)) << place
    } else if let (Some(&first), Some(&last)) = (bytes.first_chunk::<2>(), bytes.last_chunk::<2>())
    {
        let place = 8 * (bytes.len() - 2);
        u64::from(u16::from_le_bytes(first)) | u64::from(u16::from_le_bytes(last)) << place
    } else {
        bytes.first().copied().map_or(0, u64::from)
    }
}

/// The hash of a phrase made longer by a word.
#[must_use]
pub const fn join(phrase: u64, word: u64) -> u64 {
    mix(phrase.rotate_left(23) ^ word)
}

/// Scatters the bits of `hash`.
#[must_use]
pub(crate) const fn mix(hash: u64) -> u64 {
    let hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    let hash = (hash ^ (hash >> 32)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 29)
}

/// What is known of the word or phrase with this hash.
#[must_use]
pub fn classes(hash: u64) -> Classes {
    lexicon().classes(hash)
}

/// Whether the word with this hash is the whole name of a person, place or organization, or a part
/// of a person's name; a stemmer leaves it alone.
#[must_use]
pub fn is_name(hash: u64) -> bool {
    let classes = classes(hash);
    classes.any(Classes::NAME) && !classes.any(Classes::WHOLE | Classes::FUNCTION)
}

/// Calls `each` with every known phrase at the head of `words` that is longer than one: how many words,
/// and what it is.
pub fn phrases(mut words: impl Iterator<Item = u64>, mut each: impl FnMut(usize, Classes)) {
    let Some(mut phrase) = words.next() else {
        return;
    };
    for (word, count) in words.zip(2..) {
        phrase = join(phrase, word);
        let classes = classes(phrase);
        if classes != Classes::NONE {
            each(count, classes);
        }
        if !classes.any(Classes::BEGINS) {
            break;
        }
    }
}

/// All that is known.
struct Lexicon {
    /// The words and phrases of the text files.
    words: Table,
    /// The names of the lists.
    names: Lists,
    /// Which hashes the words may have, and which the names.
    of_words: Filter<16>,
    of_names: Filter<19>,
}

impl Lexicon {
    fn classes(&self, hash: u64) -> Classes {
        let mut classes = Classes::NONE;
        if self.of_words.may_have(hash) {
            classes = Classes(self.words.get(hash));
        }
        if self.of_names.may_have(hash) {
            classes = classes | self.names.get(hash);
        }
        classes
    }
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(build)
}

fn build() -> Lexicon {
    let mut words = Table::with_capacity(14);
    let (mut of_words, mut of_names) = (Filter::new(), Filter::new());
    let mut add = |list: &str, class: Classes| {
        each_phrase(list, class, |hash, class| {
            let begins = if class == Classes::BEGINS {
                Classes::BEGINS_WORDS
            } else {
                Classes::NONE
            };
            words.insert(hash, (class | begins).0);
            of_words.add(hash);
        });
    };
    nationalities(&mut add);
    let mut class = Classes::NONE;
    for line in lines(include_str!("lexicon/words.txt")) {
        if let Some((name, _)) = line.strip_prefix('[').and_then(|line| line.split_once(']')) {
            class = SECTIONS
                .iter()
                .find(|section| section.0 == name)
                .map_or(Classes::NONE, |section| section.1);
        } else {
            add(line, class);
        }
    }
    // Bytes that are no table are none, which a test would find.
    let names = Lists::read(include_bytes!("lexicon/lists.bin")).unwrap_or_default();
    names.hashes().for_each(|hash| of_names.add(hash));
    Lexicon {
        words,
        names,
        of_words,
        of_names,
    }
}

/// Adds the forms of each nationality adjective: feminine, plurals, with and without the article.
fn nationalities(add: &mut impl FnMut(&str, Classes)) {
    const ENDINGS: [&str; 8] = ["", "ة", "ون", "ين", "ات", "ان", "تين", "ا"];
    let text = include_str!("lexicon/nationalities.txt");
    let (inflected, as_they_are) = text.split_once("\n# as they are\n").unwrap_or((text, ""));
    let mut form = String::new();
    for word in lines(inflected)
        .flat_map(|line| line.split('،'))
        .map(str::trim)
    {
        for ending in ENDINGS {
            form.clear();
            form.push_str("ال");
            form.push_str(word);
            form.push_str(ending);
            add(&form, Classes::NATIONALITY);
            add(&form["ال".len()..], Classes::NATIONALITY);
        }
    }
    lines(as_they_are).for_each(|line| add(line, Classes::NATIONALITY));
}

/// Calls `each` with the hash of each word and phrase of `list`, between commas, and its `class`; and
/// of phrases of several words with what begins them. Byte by byte, since the lists of the program
/// are read at each start.
pub fn each_phrase(list: &str, class: Classes, mut each: impl FnMut(u64, Classes)) {
    const COMMA: [u8; 2] = [0xd8, 0x8c];
    let bytes = list.as_bytes();
    let mut key = String::new();
    let mut phrase = None;
    let mut start = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        if byte == b' ' {
            phrase = longer(&mut each, &mut key, phrase, &list[start..at]);
            start = at + 1;
        } else if byte == COMMA[1] && at > start && bytes[at - 1] == COMMA[0] {
            phrase = longer(&mut each, &mut key, phrase, &list[start..at - 1]);
            if let Some(hash) = phrase.take() {
                each(hash, class);
            }
            start = at + 1;
        }
    }
    if let Some(hash) = longer(&mut each, &mut key, phrase, &list[start..]) {
        each(hash, class);
    }
}

/// The hash of a phrase made longer by `word`, where there is one; the phrase begins it.
fn longer(
    each: &mut impl FnMut(u64, Classes),
    key: &mut String,
    phrase: Option<u64>,
    word: &str,
) -> Option<u64> {
    if word.is_empty() {
        return phrase;
    }
    key.clear();
    letters::fold(word, key);
    let word = hash(key);
    Some(match phrase {
        None => word,
        Some(beginning) => {
            each(beginning, Classes::BEGINS);
            join(beginning, word)
        }
    })
}

/// The lines of a list, without empty ones and remarks.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_bytes_are_read_as_if_zeros_followed() {
        let bytes = [1, 2, 3, 4, 5, 6, 7];
        for length in 0..=bytes.len() {
            let mut eight = [0; 8];
            eight[..length].copy_from_slice(&bytes[..length]);
            let read = little_endian(&bytes[..length]);
            assert_eq!(read, u64::from_le_bytes(eight), "{length}");
        }
    }

    fn classes_of(phrase: &str) -> Classes {
        let mut hashed = None;
        for word in phrase.split(' ') {
            let mut key = String::new();
            letters::fold(word, &mut key);
            hashed = Some(hashed.map_or(hash(&key), |beginning| join(beginning, hash(&key))));
        }
        classes(hashed.unwrap())
    }

    #[test]
    fn knows_what_a_word_is() {
        for (phrase, class) in [
            ("أوكرانيا", Classes::COUNTRY),
            ("كوريا الشمالية", Classes::COUNTRY),
            ("القاهرة", Classes::PLACE),
            ("بيونج يانج", Classes::PLACE),
            ("الكرملين", Classes::ORGANIZATION),
            ("وليد", Classes::GIVEN),
            ("الروسيين", Classes::NATIONALITY),
            ("كورية شمالية", Classes::NATIONALITY),
            ("كانون الثاني", Classes::MONTH),
            ("آب", Classes::WEAK_MONTH),
            ("في المئة", Classes::PERCENT),
            ("المتحدث باسم", Classes::TITLE),
            ("وحدة", Classes::WHOLE),
        ] {
            assert!(classes_of(phrase).any(class), "{phrase}");
        }
        assert_eq!(classes_of("مستحيلات"), Classes::NONE);
        assert!(classes_of("كوريا").any(Classes::BEGINS));
    }

    #[test]
    fn every_section_has_a_class() {
        for line in lines(include_str!("lexicon/words.txt")) {
            if let Some((name, _)) = line.strip_prefix('[').and_then(|line| line.split_once(']')) {
                assert!(SECTIONS.iter().any(|section| section.0 == name), "{name}");
            }
        }
    }

    #[test]
    fn protects_names_and_no_common_words() {
        for name in ["واشنطن", "لندن", "بوتين", "حسين", "البحرين", "عمان"]
        {
            let mut key = String::new();
            letters::fold(name, &mut key);
            assert!(is_name(hash(&key)), "{name}");
        }
        for word in ["كتاب", "وزير", "المدينه", "بيان"] {
            assert!(!is_name(hash(word)), "{word}");
        }
    }
}
