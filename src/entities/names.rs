//! Persons, places, organizations, nationalities, events and products: what the tagger finds, and
//! what the lexicon knows beside it.

use super::EntityKind;
use super::beginnings;
use super::endings;
use super::evidence::titles;
use super::found::Found;
use super::introduced;
use super::labels;
use super::model::Model;
use super::parts;
use super::recalled;
use super::spelled;
use super::tagger::{Labelled, Tagger};
use super::vocabulary::Vocabulary;
use super::words::{Word, Words};
use crate::clitics;
use crate::document::Document;
use crate::lexicon::Classes;
use crate::lexicon::hashing::HashedSet;
use crate::tokens::TokenKind;
use std::ops::Range;
use std::sync::OnceLock;

/// The tagger that the program ships; `None` only where its files are broken.
pub(super) fn tagger() -> Option<&'static Tagger> {
    static TAGGER: OnceLock<Option<Tagger>> = OnceLock::new();
    let read = || {
        Some(Tagger {
            vocabulary: Vocabulary::read(include_bytes!("words.bin"))?,
            model: Model::read(include_bytes!("names.bin"))?,
        })
    };
    TAGGER.get_or_init(read).as_ref()
}

/// Finds the names of a document: ascending, never overlapping.
pub(super) fn find(document: &Document, words: &Words, tagger: Option<&Tagger>) -> Vec<Found> {
    let Labelled { labels, leanings } = tagger.map_or_else(
        || Labelled {
            labels: vec![0; words.words.len()],
            leanings: vec![0; words.words.len()],
        },
        |tagger| tagger.label(words),
    );
    let mut found = Vec::new();
    for sentence in &words.sentences {
        let mut i = sentence.start;
        while i < sentence.end {
            if begins_nothing(words, &labels, sentence, i) {
                i += 1;
                continue;
            }
            let name = event(words, i..sentence.end)
                .or_else(|| long_known(words, &labels, i..sentence.end))
                .or_else(|| labelled(words, &labels, i..sentence.end))
                .or_else(|| quoted(words, sentence, i))
                .or_else(|| nationality(words, &labels, i..sentence.end))
                .or_else(|| unlabelled(words, &labels, &leanings, tagger, i..sentence.end));
            match name {
                Some((range, kind)) => {
                    i = range.end;
                    found.push(Found::bare(range, kind));
                }
                None => i += 1,
            }
        }
    }
    beginnings::mend(document, words, &mut found);
    endings::mend(document, words, &mut found);
    if let Some(tagger) = tagger {
        let titles = titles(words, &vec![0; words.words.len()]);
        parts::mend(words, tagger, &titles, &mut found);
        introduced::add(words, tagger, &titles, &mut found);
        found.retain(|name| !is_common(words, tagger, name));
    }
    cut(words, tagger, &mut found);
    spelled::mend(document, words, &mut found);
    recalled::add(document, words, tagger, &leanings, &mut found);
    found
}

type Name = (Range<usize>, EntityKind);

/// Whether no name can begin with the word `i`, as with most: the tagger says nothing of it, nor
/// does the lexicon, and no mark stands before it.
fn begins_nothing(words: &Words, labels: &[u8], sentence: &Range<usize>, i: usize) -> bool {
    const BEGINNING: Classes = (Classes::BEGINS.or(Classes::EVENT))
        .or(Classes::NATIONALITY)
        .or(KNOWN.or(Classes::GIVEN));
    usize::from(labels[i]) == labels::OUTSIDE
        && !words.words[i].classes.any(BEGINNING)
        && (i == sentence.start || words.words[i - 1].kind == TokenKind::Word)
}

/// The name that the tagger begins at the head of `range`.
fn labelled(words: &Words, labels: &[u8], range: Range<usize>) -> Option<Name> {
    let label = usize::from(labels[range.start]);
    let mut kind = labels::kind(label)?;
    if !labels::first(label) && kind == EntityKind::Person && only_place(words, range.start) {
        kind = EntityKind::Place;
    }
    let mark = words.words[range.start].kind == TokenKind::Punctuation;
    if mark || kind == EntityKind::Person && abbreviated_title(words, &range) {
        return None;
    }
    let parted = |i: usize| match kind {
        EntityKind::Person => another(words, range.start, i),
        EntityKind::Organization => another_organization(words, i..range.end),
        _ => false,
    };
    let goes_on = |i: &usize| {
        let label = usize::from(labels[*i]);
        labels::kind(label) == Some(kind) && !labels::first(label) && !parted(*i)
    };
    let more = (range.start + 1..range.end).take_while(goes_on).count();
    let end = range.start + 1 + more;
    let whose = nationality(words, labels, end..range.end)
        .filter(|_| belongs(words, range.start, end, kind));
    if let Some((adjective, _)) = whose {
        return Some((range.start..adjective.end, kind));
    }
    Some((range.start..range.start + 1 + more, kind))
}

/// Whether an abbreviated title stands at the head of `range`: «د. أحمد».
fn abbreviated_title(words: &Words, range: &Range<usize>) -> bool {
    range.start + 2 < range.end
        && words.key(range.start).chars().count() == 1
        && words.key(range.start + 1) == "."
}

/// Whether a nationality at `end` belongs to the organization's name before it: «وكالة الأنباء
/// الكورية», where both the name and the adjective have the article.
fn belongs(words: &Words, start: usize, end: usize, kind: EntityKind) -> bool {
    let definite = |i: usize| words.key(i).starts_with("ال");
    kind == EntityKind::Organization
        && end > start + 1
        && words.words[start].classes.any(Classes::ORGANIZATION_HEAD)
        && definite(end - 1)
        && words.words.get(end).is_some_and(|word| word.attached == 0)
        && definite(end)
}

/// Whether with the word `i` another name begins than the person's that began at `start`: a
/// particle is attached to it, though not «ك», which hardly stands between two, nor where the word
/// before asks for a name («أحمد ولد بغالي»); both are known by one word («دعا كيم بوتين» is two
/// people), or it is a place after a full name («زار باراك أوباما برلين»).
fn another(words: &Words, start: usize, i: usize) -> bool {
    let whole = Classes::PERSON
        .or(Classes::ORGANIZATION)
        .or(Classes::COUNTRY)
        .or(Classes::PLACE);
    let word = &words.words[i];
    let attached = word.attached > 0
        && word.classes.any(whole.or(Classes::BEGINS))
        && !words.key(i).starts_with('ك')
        && !words.words[i - 1].classes.any(Classes::PARTICLE);
    attached
        || (i > start + 1 && only_place(words, i))
        || (i == start + 1
            && word.classes.any(Classes::PERSON)
            && words.words[start].classes.any(Classes::PERSON))
}

/// Whether at the head of `range` an organization of its own begins, with a particle attached:
/// «قالت الشرطة لبي بي سي».
fn another_organization(words: &Words, range: Range<usize>) -> bool {
    let word = &words.words[range.start];
    word.attached > 0 && !word.contracted && known(words, &range, Classes::ORGANIZATION).is_some()
}

/// Whether the word `i` is a place and no part of a person's name.
fn only_place(words: &Words, i: usize) -> bool {
    let classes = words.words[i].classes;
    let person = Classes::GIVEN | Classes::FAMILY | Classes::PERSON | Classes::PARTICLE;
    classes.any(Classes::COUNTRY | Classes::PLACE) && !classes.any(person)
}

/// The end of the longest phrase of `wanted` at the head of `range`.
fn known(words: &Words, range: &Range<usize>, wanted: Classes) -> Option<usize> {
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
const KNOWN: Classes = Classes::COUNTRY
    .or(Classes::PLACE)
    .or(Classes::ORGANIZATION)
    .or(Classes::PERSON);

/// The longest known name at the head of `range`: its end and what it is.
fn gazetteer(words: &Words, range: &Range<usize>) -> Option<Name> {
    let (end, classes) = words.phrase(range.clone(), KNOWN)?;
    let kind = KINDS.iter().find(|kind| classes.any(kind.0))?.1;
    Some((range.start..end, kind))
}

/// A known name of several words, where the tagger finds none of that kind in it, begins no longer
/// one and goes on with none: whether «قطاع» belongs to «غزة» is a question of manner, which the
/// tagger has learnt.
fn long_known(words: &Words, labels: &[u8], range: Range<usize>) -> Option<Name> {
    let (name, kind) = gazetteer(words, &range).filter(|(name, _)| name.len() > 1)?;
    let inside = |i: usize| {
        labels::kind(usize::from(labels[i])).is_some() && !labels::first(usize::from(labels[i]))
    };
    let same = |i: usize| labels::kind(usize::from(labels[i])) == Some(kind);
    let country = known(words, &range, Classes::COUNTRY) == Some(name.end);
    let bare =
        !country || same(name.end - 1) && words.words[name.start].classes.any(Classes::PLACE_HEAD);
    if bare && kind != EntityKind::Person && name.clone().any(same) {
        return None;
    }
    let goes_on = name.end < range.end && inside(name.end);
    let longer = labelled(words, labels, range.start..range.end)
        .is_some_and(|(labelled, _)| labelled.len() > name.len());
    let begins = !inside(name.start) || words.words[name.start].attached > 0;
    (!goes_on && !longer && begins).then_some((name, kind))
}

/// A known name that means hardly anything else, where the tagger finds none.
fn unlabelled(
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

/// A named event, with its year.
fn event(words: &Words, range: Range<usize>) -> Option<Name> {
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
fn nationality(words: &Words, labels: &[u8], range: Range<usize>) -> Option<Name> {
    let end = known(words, &range, Classes::NATIONALITY)?;
    let free = labels[range.start..end]
        .iter()
        .all(|&label| usize::from(label) == labels::OUTSIDE);
    free.then_some((range.start..end, EntityKind::Nationality))
}

/// What stands in quotation marks after a word that says what it is: «وكالة "سبوتنيك"».
fn quoted(words: &Words, sentence: &Range<usize>, i: usize) -> Option<Name> {
    const LONGEST: usize = 4;
    let quote = |i: usize| matches!(words.key(i), "\"" | "«" | "»" | "“" | "”" | "'");
    if i < sentence.start + 2 || !quote(i - 1) || quote(i) {
        return None;
    }
    let head = words.words[i - 2].classes;
    let kind = if head.any(Classes::QUOTED_ORGANIZATION_HEAD) {
        EntityKind::Organization
    } else if head.any(Classes::PRODUCT_HEAD) {
        EntityKind::Product
    } else {
        return None;
    };
    let end = (i..sentence.end.min(i + LONGEST + 1)).find(|&end| quote(end))?;
    let words_only = words.words[i..end]
        .iter()
        .all(|word| matches!(word.kind, TokenKind::Word | TokenKind::Number));
    words_only.then_some((i..end, kind))
}

/// Takes attached particles off the names: where the lexicon knows the rest, where the same name
/// stands bare in the document, or where only the rest is a frequent word.
fn cut(words: &Words, tagger: Option<&Tagger>, found: &mut [Found]) {
    let bare: HashedSet = found
        .iter()
        .map(|name| words.words[name.words.start].hash)
        .collect();
    for name in found {
        let word = &words.words[name.words.start];
        let own = name.kind == EntityKind::Person && begins_itself(words, tagger, name.words.start);
        (name.cut, name.contracted) = if own {
            (0, false)
        } else if word.attached > 0 {
            (word.attached, word.contracted)
        } else {
            guess(words, word, &bare, tagger)
        };
    }
}

/// Whether a person's or place's name is one word that only looks as if a particle stood before it,
/// since raw news has the whole, and hardly ever in names: «كبرى», «وزاري».
fn is_common(words: &Words, tagger: &Tagger, name: &Found) -> bool {
    let word = &words.words[name.words.start];
    let parted = name.words.len() == 1 && word.attached > 0 && !word.contracted;
    let whole = || tagger.vocabulary.get(word.hash);
    // ب and ل stand before places too often to be doubted without a sure sign.
    let often = words.key(name.words.start).starts_with(['ب', 'ل']);
    parted
        && match name.kind {
            EntityKind::Place if often => {
                whole().is_some_and(|number| Vocabulary::unnamed(number) > 0)
            }
            EntityKind::Person | EntityKind::Place => {
                whole().is_some() && tagger.never_named(words, name.words.start)
            }
            _ => false,
        }
}

/// Whether the «ك» of the word `i` is a person's own, as what would be left without it is hardly
/// known as one: «كلوي».
fn begins_itself(words: &Words, tagger: Option<&Tagger>, i: usize) -> bool {
    let key = words.key(i);
    key.starts_with('ك')
        && !key.starts_with("كال")
        && tagger.is_none_or(|tagger| !tagger.mostly_person(words, i))
}

/// How many bytes of the word are particles, and whether its article lost its alef to them.
fn guess(words: &Words, word: &Word, bare: &HashedSet, tagger: Option<&Tagger>) -> (usize, bool) {
    if word.kind != TokenKind::Word || word.classes != Classes::NONE {
        return (0, false);
    }
    let key = &words.keys[word.key.clone()];
    let frequent = |hash: u64| tagger.is_some_and(|tagger| tagger.vocabulary.get(hash).is_some());
    let here = clitics::attached(key, |core| bare.contains(&core));
    let elsewhere = || clitics::attached(key, |core| frequent(core) && !frequent(word.hash));
    here.or_else(elsewhere).map_or((0, false), |attached| {
        (attached.length, attached.contracted)
    })
}
