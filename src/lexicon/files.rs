//! The words and phrases of the text files beside this one, by their hashes.

use super::classes::Classes;
use super::hashing::{hash, join};
use crate::letters;

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

/// Calls `add` with each line of the files and what its words and phrases are.
pub(super) fn each_line(mut add: impl FnMut(&str, Classes)) {
    nationalities(&mut add);
    let mut class = Classes::NONE;
    for line in lines(include_str!("words.txt")) {
        if let Some((name, _)) = line.strip_prefix('[').and_then(|line| line.split_once(']')) {
            class = SECTIONS
                .iter()
                .find(|section| section.0 == name)
                .map_or(Classes::NONE, |section| section.1);
        } else {
            add(line, class);
        }
    }
}

/// Adds the forms of each nationality adjective: feminine, plurals, with and without the article.
fn nationalities(add: &mut impl FnMut(&str, Classes)) {
    const ENDINGS: [&str; 8] = ["", "ة", "ون", "ين", "ات", "ان", "تين", "ا"];
    let text = include_str!("nationalities.txt");
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
    fn every_section_has_a_class() {
        for line in lines(include_str!("words.txt")) {
            if let Some((name, _)) = line.strip_prefix('[').and_then(|line| line.split_once(']')) {
                assert!(SECTIONS.iter().any(|section| section.0 == name), "{name}");
            }
        }
    }
}
