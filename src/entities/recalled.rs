//! Finds persons again, after the full name, by a part of it: mostly the family name alone.

mod doubts;
mod known;

use super::EntityKind;
use super::beginnings::of_house;
use super::found::Found;
use super::setting::{DEFINITE, DEFINITE_AFTER_PARTICLE, speaks, stand};
use super::tagger::Tagger;
use super::words::{Word, Words};
use crate::clitics;
use crate::document::Document;
use crate::lexicon::Classes;
use crate::tokens::TokenKind;
use doubts::{after_plain_word, again_in_full, beginning, misread, overlong};
use known::{Earlier, Known, usable};
use std::ops::Range;

/// How far the tagger may lean against a name here, in the model's unit.
const LEAST_LEANING: i32 = -60;

/// Adds to `found`, ascending, the parts of full names that stand alone after these; what was found
/// there as something else becomes the person.
pub(super) fn add(
    document: &Document,
    words: &Words,
    tagger: Option<&Tagger>,
    leanings: &[i32],
    found: &mut Vec<Found>,
) {
    let known = Known::of(words, tagger, found);
    if known.is_empty() {
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
            let first = || first_word(words, i, &known.first_families);
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
    if after_plain_word(words, tagger, name, known) {
        return Some(Found::bare(start + 1..name.words.end, EntityKind::Person));
    }
    if misread(words, sentence, name) {
        let last = name.words.end - 1;
        return family(document, words, sentence, last, &known.families);
    }
    if overlong(words, tagger, sentence, name) {
        let first = || given_name(words, name, &known.givens);
        let whole = again_in_full(words, name, known);
        return family(document, words, sentence, start, &known.families)
            .or_else(|| (!whole).then(first).flatten());
    }
    beginning(words, name, known).then(|| Found {
        kind: EntityKind::Person,
        ..name.clone()
    })
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
fn given_name(words: &Words, name: &Found, givens: &Earlier) -> Option<Found> {
    let word = &words.words[name.words.start];
    let hash = if name.cut == 0 { word.hash } else { word.core };
    givens.has(hash, name.words.start).then(|| Found {
        words: name.words.start..name.words.start + 1,
        ..name.clone()
    })
}

/// The person known by the word `i`, bare, as the first of a name.
fn first_word(words: &Words, i: usize, firsts: &Earlier) -> Option<Found> {
    let known = firsts.has(words.words[i].hash, i);
    known.then_some(Found::bare(i..i + 1, EntityKind::Person))
}

/// The family name at the word `i`, with or without particles.
fn family(
    document: &Document,
    words: &Words,
    sentence: &Range<usize>,
    i: usize,
    families: &Earlier,
) -> Option<Found> {
    let word = &words.words[i];
    if !usable(words, i) || describes(words, sentence, i) {
        return None;
    }
    let known = |hash| families.has(hash, i);
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
