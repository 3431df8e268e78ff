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
    let families = families(words, tagger, found);
    let firsts = first_families(words, found);
    if families.is_empty() && firsts.is_empty() {
        return;
    }
    let mut all = Vec::with_capacity(found.len());
    let mut known = found.drain(..).peekable();
    for sentence in &words.sentences {
        let mut i = sentence.start;
        while i < sentence.end {
            if let Some(name) = known.next_if(|name| name.words.start <= i) {
                let again = misread(words, &name)
                    .then(|| family(document, words, sentence, name.words.end - 1, &families))
                    .or_else(|| {
                        overlong(words, tagger, sentence, &name)
                            .then(|| family(document, words, sentence, name.words.start, &families))
                    });
                i = name.words.end.max(i + 1);
                all.push(again.flatten().unwrap_or(name));
                continue;
            }
            let last = || family(document, words, sentence, i, &families);
            let first = || first_family(words, i, &firsts);
            let leans = leanings[i] >= LEAST_LEANING;
            let again = leans.then(last).flatten();
            all.extend(again.or_else(|| speaks(words, sentence, i).then(first).flatten()));
            i += 1;
        }
    }
    all.extend(known);
    *found = all;
}

/// Whether a name may be a family name that was taken for something else: an adjective, a place or
/// organization that the lexicon does not know, or a person together with a title or with what the
/// person does («ورد العوضي»).
fn misread(words: &Words, name: &Found) -> bool {
    let first = words.words[name.words.start].classes;
    match name.kind {
        EntityKind::Nationality => name.words.len() == 1,
        EntityKind::Place | EntityKind::Organization => {
            let known = Classes::COUNTRY | Classes::PLACE | Classes::ORGANIZATION;
            name.words.len() == 1 && !first.any(known)
        }
        EntityKind::Person => {
            let title = first.any(Classes::TITLE) && !first.any(Classes::GIVEN);
            name.words.len() == 2 && (title || said(words, name.words.start))
        }
        _ => false,
    }
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
    let full = |name: &&Found| name.kind == EntityKind::Person && name.words.len() > 1;
    for name in found.iter().filter(full) {
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

/// Such a family name at the word `i`, bare.
fn first_family(words: &Words, i: usize, firsts: &HashedMap<usize>) -> Option<Found> {
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
