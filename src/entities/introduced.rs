//! Whom the text introduces: after a title, or after a first name that was found, a family name that
//! comes again alone. One place alone would be too weak a sign; two are not.

use super::EntityKind;
use super::evidence::known;
use super::found::Found;
use super::setting::speaks;
use super::tagger::Tagger;
use super::words::Words;
use crate::lexicon::Classes;
use crate::lexicon::hashing::{HashedMap, HashedSet};
use crate::tokens::TokenKind;

/// What is never part of such a name.
const OTHER: Classes = Classes::FUNCTION
    .or(Classes::WHOLE)
    .or(Classes::SAYING)
    .or(Classes::TITLE)
    .or(Classes::NATIONALITY)
    .or(Classes::COUNTRY)
    .or(Classes::PLACE)
    .or(Classes::ORGANIZATION)
    .or(Classes::ORGANIZATION_HEAD)
    .or(Classes::PLACE_HEAD)
    .or(Classes::RELATIVE)
    .or(Classes::MONTH)
    .or(Classes::WEEKDAY)
    .or(Classes::DIRECTION)
    .or(Classes::ORDINAL)
    .or(Classes::PERIOD)
    .or(Classes::UNIT_NUMBER);
/// A shorter family name is not looked for.
const SHORTEST: usize = 4;

/// Adds such persons to `found`, ascending, or their family names to those found without.
pub(super) fn add(words: &Words, tagger: &Tagger, titles: &[u8], found: &mut Vec<Found>) {
    let mut candidates = candidates(words, tagger, titles, found);
    if candidates.is_empty() {
        return;
    }
    let again = again(words, tagger, &candidates, found);
    candidates.retain(|&first| again.get(&words.words[first + 1].hash) == Some(&true));
    let mut names = std::mem::take(found).into_iter().peekable();
    for first in candidates {
        while let Some(name) = names.next_if(|name| name.words.end <= first + 1) {
            found.push(name);
        }
        match names.peek() {
            // The tagger has the family name for a name of its own.
            Some(name) if name.words == (first + 1..first + 2) => drop(names.next()),
            Some(name) if name.words.start <= first + 1 => continue,
            _ => {}
        }
        match found.last_mut() {
            Some(begun) if begun.words.end == first + 1 => begun.words.end += 1,
            _ => found.push(Found::bare(first..first + 2, EntityKind::Person)),
        }
    }
    found.extend(names);
}

/// The first names after titles, or that were found, where what may be a family name stands next.
fn candidates(words: &Words, tagger: &Tagger, titles: &[u8], found: &[Found]) -> Vec<usize> {
    let strange = |i: usize| is_strange(words, tagger, i);
    let alone: HashedSet = found
        .iter()
        .filter(|name| is_alone(name))
        .map(|name| words.words[name.words.start].hash)
        .collect();
    let mut candidates = Vec::new();
    let mut found = found.iter().peekable();
    for sentence in &words.sentences {
        for i in sentence.clone().take_while(|i| i + 1 < sentence.end) {
            while found.next_if(|name| name.words.end <= i).is_some() {}
            let person = found
                .peek()
                .filter(|name| name.kind == EntityKind::Person)
                .map(|name| name.words.clone());
            let free = found.peek().is_none_or(|name| name.words.start > i);
            let begun = person.as_ref().is_some_and(|name| {
                let alone = name.len() == 1;
                let whole = alone || name.len() == 2 && matches!(words.key(i), "الله" | "الدين");
                let given = words.words[name.start].classes.any(Classes::GIVEN);
                let by_title = alone && titles[name.start] > 0 && strange(i + 1);
                name.end == i + 1 && (whole && given || by_title)
            });
            let family = || person == Some(i + 1..i + 2) || strange(i + 1);
            let introduced = || {
                titles[i] > 0 && (first_name(words, tagger, i) || family() && described(words, i))
            };
            let elsewhere = || {
                let may_be_verb = words
                    .key(i)
                    .starts_with(['و', 'ف', 'ب', 'ل', 'ك', 'ي', 'ت', 'س']);
                alone.contains(&words.words[i + 1].hash)
                    && described(words, i)
                    && first_name(words, tagger, i)
                    && !(strange(i) && may_be_verb)
            };
            if (begun || free && (introduced() || elsewhere())) && family_name(words, i + 1) {
                candidates.push(i);
            }
        }
    }
    candidates
}

/// Whether a person is named by one word.
fn is_alone(name: &Found) -> bool {
    name.kind == EntityKind::Person && name.words.len() == 1
}

fn first_name(words: &Words, tagger: &Tagger, i: usize) -> bool {
    let word = &words.words[i];
    bare(words, i)
        && !word.classes.any(OTHER)
        && (word.classes.any(Classes::GIVEN)
            || tagger.mostly_person(words, i)
            || is_strange(words, tagger, i))
}

/// Whether the word `i` may be any first name, as it stands right after whence its bearer is: «عالم
/// الفلك الأمريكي نيل».
fn described(words: &Words, i: usize) -> bool {
    let whence = |i: usize| {
        words.words[i].classes.any(Classes::NATIONALITY) && words.key(i).starts_with("ال")
    };
    let classes = words.words[i].classes;
    bare(words, i) && (!classes.any(OTHER) || classes == Classes::PLACE) && i > 0 && whence(i - 1)
}

/// Whether raw news hardly has the word `i`.
fn is_strange(words: &Words, tagger: &Tagger, i: usize) -> bool {
    known(words, &words.words[i], &tagger.vocabulary).is_none()
}

fn bare(words: &Words, i: usize) -> bool {
    let word = &words.words[i];
    word.kind == TokenKind::Word && word.attached == 0 && !words.key(i).starts_with("ال")
}

pub(super) fn family_name(words: &Words, i: usize) -> bool {
    let word = &words.words[i];
    word.kind == TokenKind::Word
        && word.attached == 0
        && !word.classes.any(OTHER)
        && words.key(i).chars().count() >= SHORTEST
}

/// Whether each family name of `candidates` comes again later, without the first name: as one who
/// speaks, as a person who was found, or as a word that can hardly be a noun.
fn again(words: &Words, tagger: &Tagger, candidates: &[usize], found: &[Found]) -> HashedMap<bool> {
    let person = |i: usize| {
        let at = found.binary_search_by_key(&i, |name| name.words.start);
        at.is_ok_and(|at| is_alone(&found[at]))
    };
    let mut again: HashedMap<bool> = HashedMap::default();
    let mut candidates = candidates.iter().peekable();
    for sentence in &words.sentences {
        for i in sentence.clone() {
            if candidates.next_if(|&&first| first + 1 == i).is_some() {
                again.entry(words.words[i].hash).or_insert(false);
            } else if let Some(again) = again.get_mut(&words.words[i].hash) {
                let noun = words.key(i).starts_with("ال") || tagger.never_named(words, i);
                let family = words.words[i].classes.any(Classes::FAMILY);
                *again |= speaks(words, sentence, i) || !noun || family || person(i);
            }
        }
    }
    again
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::entities::cues::titles;
    use crate::entities::names::tagger;

    /// The names of `text` when the words `found` were found as a person each.
    fn named(text: &str, found: &[usize]) -> Vec<String> {
        let document = Document::read(text);
        let words = Words::read(&document);
        let person = |&i: &usize| Found::bare(i..i + 1, EntityKind::Person);
        let mut found = found.iter().map(person).collect();
        let titles = titles(&words, &vec![0; words.words.len()]);
        add(&words, tagger().expect("the tagger"), &titles, &mut found);
        Found::keys(&found, &words)
    }

    #[test]
    fn a_family_name_that_comes_again_belongs_to_the_first_name() {
        let said = "رحبت هدى العمران بالقرار. وقالت العمران إنه عادل.";
        assert_eq!(named(said, &[1]), ["هدي العمران"]);
        assert_eq!(named(said, &[1, 2]), ["هدي العمران"]);
        let once = "رحبت هدى العمران بالقرار. وقالت المديرة إنه عادل.";
        assert_eq!(named(once, &[1]), ["هدي"]);
        let common = "شكر سالم المعلمات بعد الحفل. وغادر الجميع قبل المعلمات.";
        assert_eq!(named(common, &[1]), ["سالم"]);
    }

    #[test]
    fn a_person_found_elsewhere_has_the_name_that_stands_before() {
        let text = "كرمت المهندسة السعودية مشاعل الشميمري. وبدأت الشميمري صغيرة.";
        assert_eq!(named(text, &[7]), ["مشاعل الشميمري", "الشميمري"]);
        assert_eq!(named(text, &[]), [""; 0]);
    }

    #[test]
    fn a_title_introduces_whom_nobody_found() {
        let text = "رحب الوزير زكرغوف بلدنيف بالقرار. وغادر بلدنيف مسرعا.";
        assert_eq!(named(text, &[]), ["زكرغوف بلدنيف"]);
        let untitled = "رحب زكرغوف بلدنيف بالقرار. وغادر بلدنيف مسرعا.";
        assert_eq!(named(untitled, &[]), [""; 0]);
    }
}
