//! Finds again what was found once: a person's family name alone, after the full name.

use super::EntityKind;
use super::beginnings::of_house;
use super::found::Found;
use super::setting::{DEFINITE, DEFINITE_AFTER_PARTICLE, speaks, stand};
use super::tagger::Tagger;
use super::words::{Word, Words};
use crate::clitics;
use crate::document::Document;
use crate::lexicon::hashing::HashedMap;
use crate::lexicon::{self, Classes};
use crate::tokens::TokenKind;
use std::ops::Range;

/// How far the tagger may lean against a name here, in the model's unit.
const LEAST_LEANING: i32 = -60;
/// A shorter family name is not looked for.
const SHORTEST: usize = 3;

/// Adds to `found`, ascending, the family names that stand alone after the full ones.
pub(super) fn add(
    document: &Document,
    words: &Words,
    tagger: Option<&Tagger>,
    leanings: &[i32],
    found: &mut Vec<Found>,
) {
    let known = Known {
        families: families(words, tagger, found),
        firsts: first_families(words, found),
        givens: givens(words, found),
        parts: Parts::of(words, found),
    };
    if known.parts.openings.is_empty() {
        return;
    }
    let mut all = Vec::with_capacity(found.len());
    let mut names = found.drain(..).peekable();
    for sentence in &words.sentences {
        let mut i = sentence.start;
        while i < sentence.end {
            if let Some(name) = names.next_if(|name| name.words.start <= i) {
                i = name.words.end.max(i + 1);
                let again = read_again(document, words, tagger, sentence, &name, &known);
                all.push(again.unwrap_or(name));
                continue;
            }
            let last = || family(document, words, sentence, i, &known.families);
            let first = || first_word(words, i, &known.firsts);
            let leans = leanings[i] >= LEAST_LEANING;
            let given = || {
                let alone = is_given(words, tagger, sentence, i);
                alone.then(|| first_word(words, i, &known.givens)).flatten()
            };
            let again = leans.then(|| last().or_else(given)).flatten();
            all.extend(again.or_else(|| speaks(words, sentence, i).then(first).flatten()));
            i += 1;
        }
    }
    all.extend(names);
    *found = all;
}

/// What the full names of persons are known by, and after which word each is known.
struct Known {
    families: HashedMap<usize>,
    /// Family names that stand first.
    firsts: HashedMap<usize>,
    /// Given names.
    givens: HashedMap<usize>,
    parts: Parts,
}

/// The parts of full names, by the hashes of their words, and after which word each is known.
#[derive(Default)]
struct Parts {
    /// The first two words.
    openings: HashedMap<usize>,
    /// What it begins with, of two words or more, though not the whole.
    beginnings: HashedMap<usize>,
    /// What it ends with, though not the whole; read from the last word back.
    endings: HashedMap<usize>,
}

impl Parts {
    fn of(words: &Words, found: &[Found]) -> Self {
        let mut parts = Self::default();
        for name in found.iter().filter(|name| full(name)) {
            let end = name.words.end;
            let hash = |i: usize| words.words[i].hash;
            let mut forward = hash(name.words.start);
            for i in name.words.start + 1..end {
                forward = lexicon::join(forward, hash(i));
                if i == name.words.start + 1 {
                    parts.openings.entry(forward).or_insert(end);
                }
                if i + 1 < end {
                    parts.beginnings.entry(forward).or_insert(end);
                }
            }
            let mut backward = 0;
            for i in (name.words.start + 1..end).rev() {
                backward = lexicon::join(backward, hash(i));
                parts.endings.entry(backward).or_insert(end);
            }
        }
        parts
    }
}

/// Whether `part` of a name before the word `start` has this hash.
fn before(part: &HashedMap<usize>, hash: u64, start: usize) -> bool {
    part.get(&hash).is_some_and(|&end| end <= start)
}

/// Whether a name is a person's of several words.
fn full(name: &Found) -> bool {
    name.kind == EntityKind::Person && name.words.len() > 1
}

/// The person that `name` rather is, known by the family name, by the given name before a plain word
/// («يؤدي طارق دور الملك») or by how the full name begins.
fn read_again(
    document: &Document,
    words: &Words,
    tagger: Option<&Tagger>,
    sentence: &Range<usize>,
    name: &Found,
    known: &Known,
) -> Option<Found> {
    let start = name.words.start;
    if after_plain_word(words, tagger, name, &known.parts) {
        return Some(Found::bare(start + 1..name.words.end, EntityKind::Person));
    }
    if misread(words, sentence, name) {
        let last = name.words.end - 1;
        return family(document, words, sentence, last, &known.families);
    }
    if overlong(words, tagger, sentence, name) {
        let first = || given_name(words, name, &known.givens);
        let whole = again_in_full(words, name, &known.parts);
        return family(document, words, sentence, start, &known.families)
            .or_else(|| (!whole).then(first).flatten());
    }
    beginning(words, name, &known.parts).then(|| Found {
        kind: EntityKind::Person,
        ..name.clone()
    })
}

/// Whether a name is a plain word and how a full name before it ends: «محامي بن رجب».
fn after_plain_word(words: &Words, tagger: Option<&Tagger>, name: &Found, parts: &Parts) -> bool {
    let (first, rest) = (name.words.start, name.words.start + 1..name.words.end);
    let backward = |hash, i: usize| lexicon::join(hash, words.words[i].hash);
    let ends_so = || before(&parts.endings, rest.clone().rev().fold(0, backward), first);
    let named = Classes::NAME | Classes::PARTICLE | Classes::FUNCTION;
    let last = words.words[name.words.end - 1].classes;
    name.kind == EntityKind::Person
        && !rest.is_empty()
        && !words.words[first].classes.any(named)
        && !last.any(Classes::NATIONALITY)
        && tagger.is_some_and(|tagger| tagger.never_named(words, first))
        && ends_so()
}

/// Whether a name may be a family name that was taken for something else: an adjective, a place
/// or organization that the lexicon does not know, or a person together with a title or with what the
/// person does («ورد العوضي»).
fn misread(words: &Words, sentence: &Range<usize>, name: &Found) -> bool {
    let first = words.words[name.words.start].classes;
    match name.kind {
        EntityKind::Nationality => name.words.len() == 1,
        EntityKind::Place | EntityKind::Organization => {
            let known = Classes::COUNTRY | Classes::PLACE | Classes::ORGANIZATION;
            let known = first.any(known);
            name.words.len() == 1 && (!known || may_be_man(words, sentence, name))
        }
        EntityKind::Person => {
            let title = first.any(Classes::TITLE) && !first.any(Classes::GIVEN);
            name.words.len() == 2 && (title || said(words, name.words.start))
        }
        _ => false,
    }
}

/// Whether a known place or firm may be a man who is named like it. Cities are women in Arabic:
/// «قال واشنطن» is the man's word, «قالت واشنطن» the city's; and a firm has no article, but often a
/// word before it that says what it is («شركة بيجو»).
fn may_be_man(words: &Words, sentence: &Range<usize>, name: &Found) -> bool {
    let start = name.words.start;
    if name.kind == EntityKind::Place {
        let verb = words.key(start.saturating_sub(1));
        return speaks(words, sentence, start) && !verb.ends_with('ت') && !verb.starts_with('ت');
    }
    let heads = Classes::ORGANIZATION_HEAD | Classes::QUOTED_ORGANIZATION_HEAD;
    let headed = start > sentence.start && words.words[start - 1].classes.any(heads);
    !headed && !name.contracted && !words.key(start).contains("ال")
}

/// Whether a name may be a person taken together with words that follow: one who speaks, taken for
/// an organization («قالت العمران للصحافيين»), or one before plain words («يتوقع سلامة بلوغ البرميل»).
fn overlong(words: &Words, tagger: Option<&Tagger>, sentence: &Range<usize>, name: &Found) -> bool {
    let start = name.words.start;
    if name.kind == EntityKind::Person && name.words.len() > 1 {
        let person = Classes::GIVEN | Classes::FAMILY | Classes::PERSON | Classes::PARTICLE;
        return !words.words[start + 1].classes.any(person)
            && tagger.is_some_and(|tagger| tagger.never_named(words, start + 1));
    }
    name.kind == EntityKind::Organization
        && name.words.len() == 2
        && speaks(words, sentence, start)
        && !words.words[start].classes.any(Classes::ORGANIZATION)
}

/// Whether the word may be a verb of saying after و or ف, though it is a name too.
fn said(words: &Words, i: usize) -> bool {
    let verb = words.key(i).strip_prefix(['و', 'ف']);
    verb.is_some_and(|verb| lexicon::classes(lexicon::hash(verb)).any(Classes::SAYING))
}

/// The last words of full names, and after which word each is known.
fn families(words: &Words, tagger: Option<&Tagger>, found: &[Found]) -> HashedMap<usize> {
    let mut families = HashedMap::default();
    for name in found.iter().filter(|name| full(name)) {
        let last = name.words.end - 1;
        let father = matches!(words.key(last - 1), "بن" | "ابن" | "بنت" | "عبد");
        let given = words.words[name.words.start].classes.any(Classes::GIVEN);
        let common = !given && tagger.is_some_and(|tagger| tagger.never_named(words, last));
        if !father && !common && usable(words, last) && words.key(last).chars().count() >= SHORTEST
        {
            families
                .entry(words.words[last].hash)
                .or_insert(name.words.end);
        }
    }
    families
}

/// The first words of names that may begin with the family name, as in China and Korea («شي جين
/// بينغ»), and after which word each is known.
fn first_families(words: &Words, found: &[Found]) -> HashedMap<usize> {
    let letters = |i: usize| words.key(i).chars().count();
    let eastern = |name: &&Found| {
        let plain = Classes::GIVEN | Classes::PARTICLE | Classes::TITLE;
        name.kind == EntityKind::Person
            && name.words.len() == 3
            && letters(name.words.start) <= 3
            && name
                .words
                .clone()
                .all(|i| !words.key(i).starts_with("ال") && !words.words[i].classes.any(plain))
    };
    let mut firsts = HashedMap::default();
    for name in found.iter().filter(eastern) {
        let hash = words.words[name.words.start].hash;
        firsts.entry(hash).or_insert(name.words.end);
    }
    firsts
}

/// The first words of full names, and after which word each is known.
fn givens(words: &Words, found: &[Found]) -> HashedMap<usize> {
    let mut givens = HashedMap::default();
    for name in found.iter().filter(|name| full(name)) {
        let first = &words.words[name.words.start];
        if usable(words, name.words.start) && !first.classes.any(Classes::PARTICLE) {
            givens.entry(first.hash).or_insert(name.words.end);
        }
    }
    givens
}

/// Whether the word `i` is a given name, hardly ever another word, and not before a word that it may
/// belong to («عمر المباراة»).
fn is_given(words: &Words, tagger: Option<&Tagger>, sentence: &Range<usize>, i: usize) -> bool {
    let word = &words.words[i];
    let sure = |tagger: &Tagger| {
        tagger.often_person(words, i) || tagger.vocabulary.get(word.hash).is_none()
    };
    let before_definite = i + 1 < sentence.end && words.key(i + 1).starts_with("ال");
    word.classes.any(Classes::GIVEN)
        && !word.classes.any(Classes::TITLE)
        && !words.key(i).starts_with("ال")
        && !before_definite
        && tagger.is_some_and(sure)
}

/// The first word of `name`, where a person is known by it.
fn given_name(words: &Words, name: &Found, givens: &HashedMap<usize>) -> Option<Found> {
    let word = &words.words[name.words.start];
    let hash = if name.cut == 0 { word.hash } else { word.core };
    let &end = givens.get(&hash)?;
    (end <= name.words.start).then(|| Found {
        words: name.words.start..name.words.start + 1,
        ..name.clone()
    })
}

/// Whether a name begins like a full name before it, by two words: it is that name again.
fn again_in_full(words: &Words, name: &Found, parts: &Parts) -> bool {
    let start = name.words.start;
    let two = lexicon::join(words.words[start].hash, words.words[start + 1].hash);
    before(&parts.openings, two, start)
}

/// Whether a place of several words is how the full name of a person before it begins («صلاح الدين»
/// after «صلاح الدين الأيوبي»), and no word before it says that it is a place.
fn beginning(words: &Words, name: &Found, parts: &Parts) -> bool {
    let start = name.words.start;
    let placed = start > 0 && words.words[start - 1].classes.any(Classes::PLACE_HEAD);
    let whole = || {
        let hashes = name.words.clone().map(|i| words.words[i].hash);
        hashes.reduce(lexicon::join).unwrap_or_default()
    };
    name.kind == EntityKind::Place
        && name.words.len() > 1
        && !placed
        && before(&parts.beginnings, whole(), start)
}

/// The person known by the word `i`, bare, as the first of a name.
fn first_word(words: &Words, i: usize, firsts: &HashedMap<usize>) -> Option<Found> {
    let &end = firsts.get(&words.words[i].hash)?;
    (end <= i).then_some(Found::bare(i..i + 1, EntityKind::Person))
}

fn usable(words: &Words, i: usize) -> bool {
    let word = &words.words[i];
    word.kind == TokenKind::Word && !word.classes.any(Classes::FUNCTION | Classes::WHOLE)
}

/// The family name at the word `i`, with or without particles.
fn family(
    document: &Document,
    words: &Words,
    sentence: &Range<usize>,
    i: usize,
    families: &HashedMap<usize>,
) -> Option<Found> {
    let word = &words.words[i];
    if !usable(words, i) || describes(words, sentence, i) {
        return None;
    }
    let known = |hash| families.get(&hash).is_some_and(|&end| end <= i);
    let (cut, contracted) = if known(word.hash) {
        (0, false)
    } else {
        if !may_part(word) {
            return None;
        }
        let attached = clitics::attached(words.key(i), known)?;
        (attached.length, attached.contracted)
    };
    let house = i > sentence.start && of_house(document, words, i) && cut == 0;
    Some(Found {
        words: i - usize::from(house)..i + 1,
        cut,
        contracted,
        kind: EntityKind::Person,
    })
}

/// Whether the lexicon does not know the word as a whole.
fn may_part(word: &Word) -> bool {
    word.classes == Classes::NONE || word.attached > 0
}

/// Whether the word `i` may only describe the noun before it: «الجانب الغربي».
fn describes(words: &Words, sentence: &Range<usize>, i: usize) -> bool {
    i > sentence.start && words.key(i).starts_with("ال") && {
        let before = &words.words[i - 1];
        let saying = before.classes.any(Classes::SAYING | Classes::TITLE);
        let definite = matches!(stand(words, i - 1), DEFINITE | DEFINITE_AFTER_PARTICLE);
        definite && !saying || before.kind == TokenKind::Number
    }
}
