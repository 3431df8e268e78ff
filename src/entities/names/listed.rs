//! The names that the lexicon lists, where the tagger's labels leave room for them.

use super::Name;
use crate::entities::EntityKind;
use crate::entities::labels;
use crate::entities::tagger::Tagger;
use crate::entities::words::Words;
use crate::lexicon::Classes;
use crate::tokens::TokenKind;
use std::ops::Range;

/// The end of the longest phrase of `wanted` at the head of `range`.
pub(super) fn known(words: &Words, range: &Range<usize>, wanted: Classes) -> Option<usize> {
    words.phrase(range.clone(), wanted).map(|(end, _)| end)
}

/// What each class of known names is, the surest first.
const KINDS: [(Classes, EntityKind); 4] = [
    (Classes::COUNTRY, EntityKind::Place),
    (Classes::PLACE, EntityKind::Place),
    (Classes::ORGANIZATION, EntityKind::Organization),
    (Classes::PERSON, EntityKind::Person),
];

/// The classes of known names.
pub(super) const KNOWN: Classes = Classes::COUNTRY
    .or(Classes::PLACE)
    .or(Classes::ORGANIZATION)
    .or(Classes::PERSON);

/// The longest known name at the head of `range`: its end and what it is.
pub(super) fn gazetteer(words: &Words, range: &Range<usize>) -> Option<Name> {
    let (end, classes) = words.phrase(range.clone(), KNOWN)?;
    let kind = KINDS.iter().find(|kind| classes.any(kind.0))?.1;
    Some((range.start..end, kind))
}

/// A known name that means hardly anything else, where the tagger finds none.
pub(super) fn unlabelled(
    words: &Words,
    labels: &[u8],
    leanings: &[i32],
    tagger: Option<&Tagger>,
    range: Range<usize>,
) -> Option<Name> {
    let (name, kind) = gazetteer(words, &range).or_else(|| given(words, range.start))?;
    let free = labels[name.clone()]
        .iter()
        .all(|&label| usize::from(label) == labels::OUTSIDE);
    let classes = words.words[name.start].classes;
    let least = if kind == EntityKind::Person { 3 } else { 4 };
    let adjective = classes.any(Classes::PLACE)
        && !classes.any(Classes::COUNTRY)
        && core_is_definite(words, name.start);
    let alone = name.len() == 1;
    // Of persons of public life those whose names are known as family names mean hardly anything
    // else.
    let public =
        classes.any(Classes::PERSON) && classes.any(Classes::FAMILY) && !classes.any(COMMON);
    let least_leaning = if public {
        LEAST_LEANING * 2
    } else {
        LEAST_LEANING
    };
    if alone && leanings[name.start] < least_leaning {
        return None;
    }
    let given = classes.any(Classes::GIVEN | Classes::PERSON)
        && !classes.any(COMMON)
        && tagger.is_some_and(|tagger| tagger.mostly_person(words, name.start));
    let sure = given
        || public
        || !adjective && !classes.any(AMBIGUOUS) && words.key(name.start).chars().count() >= least;
    (free && (sure || name.len() > 1)).then_some((name, kind))
}

/// A given name that stands alone.
fn given(words: &Words, i: usize) -> Option<Name> {
    words.words[i]
        .classes
        .any(Classes::GIVEN)
        .then_some((i..i + 1, EntityKind::Person))
}

/// How far a known name of one word must lean to a name, in the model's unit: no sure sign against;
/// a person of public life twice as far.
const LEAST_LEANING: i32 = -25;

/// Whether the word has the article: many places are adjectives with it («الجديدة»).
fn core_is_definite(words: &Words, i: usize) -> bool {
    let word = &words.words[i];
    let key = words.key(i);
    (word.attached == 0 || (word.attached == "و".len() && key.starts_with('و')))
        && key[word.attached..].starts_with("ال")
}

/// Classes of words that are names only where the tagger says so.
const AMBIGUOUS: Classes = COMMON.or(Classes::GIVEN).or(Classes::FAMILY);

/// Classes of words that mean something else.
const COMMON: Classes = Classes::NATIONALITY
    .or(Classes::FUNCTION)
    .or(Classes::WHOLE)
    .or(Classes::ORDINAL)
    .or(Classes::PERIOD)
    .or(Classes::UNIT_NUMBER)
    .or(Classes::SAYING)
    .or(Classes::RELATIVE)
    .or(Classes::WEAK_MONTH);

/// Whether the word `i` is a place and no part of a person's name.
pub(super) fn only_place(words: &Words, i: usize) -> bool {
    let classes = words.words[i].classes;
    let person = Classes::GIVEN | Classes::FAMILY | Classes::PERSON | Classes::PARTICLE;
    classes.any(Classes::COUNTRY | Classes::PLACE) && !classes.any(person)
}

/// A named event, with its year.
pub(super) fn event(words: &Words, range: Range<usize>) -> Option<Name> {
    let end = known(words, &range, Classes::EVENT)?;
    let year = words.words[..range.end]
        .get(end)
        .is_some_and(|word| word.kind == TokenKind::Number)
        && words
            .key(end)
            .parse()
            .is_ok_and(|year: u32| (1900..=2100).contains(&year));
    Some((range.start..end + usize::from(year), EntityKind::Event))
}

/// A nationality, as far as the tagger finds no name.
pub(super) fn nationality(words: &Words, labels: &[u8], range: Range<usize>) -> Option<Name> {
    let end = known(words, &range, Classes::NATIONALITY)?;
    let free = labels[range.start..end]
        .iter()
        .all(|&label| usize::from(label) == labels::OUTSIDE);
    free.then_some((range.start..end, EntityKind::Nationality))
}
