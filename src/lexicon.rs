//! What is known of words before the text is read: names, countries, triggers.

mod classes;
mod files;
mod filter;
pub mod hashing;
pub mod lists;
mod table;

pub use classes::Classes;
pub use files::{each_phrase, lines};
use filter::Filter;
pub(crate) use hashing::mix;
pub use hashing::{hash, join};
use lists::Lists;
use std::sync::OnceLock;
use table::Table;

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
    files::each_line(|list, class| {
        each_phrase(list, class, |hash, class| {
            let begins = if class == Classes::BEGINS {
                Classes::BEGINS_WORDS
            } else {
                Classes::NONE
            };
            words.insert(hash, (class | begins).0);
            of_words.add(hash);
        });
    });
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters;

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
