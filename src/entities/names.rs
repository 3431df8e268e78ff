//! Persons, places, organizations, nationalities, events and products.

use super::EntityKind;
use super::found::Found;
use super::words::Words;
use crate::document::Document;
use crate::lexicon::{self, Classes};
use crate::tokens::TokenKind;
use std::ops::Range;

/// Adds the names of `document` to its `quantities`: ascending, never overlapping.
pub(super) fn find(_document: &Document, words: &Words, quantities: Vec<Found>) -> Vec<Found> {
    let mut found = Vec::with_capacity(quantities.len() * 2);
    let mut quantities = quantities.into_iter().peekable();
    for sentence in &words.sentences {
        let mut i = sentence.start;
        while i < sentence.end {
            if let Some(quantity) = quantities.next_if(|quantity| quantity.words.start <= i) {
                i = quantity.words.end;
                found.push(quantity);
                continue;
            }
            let free = quantities
                .peek()
                .map_or(sentence.end, |next| next.words.start.min(sentence.end));
            if let Some(name) =
                known(words, i..free).or_else(|| titled(words, sentence.start, i..free))
            {
                i = name.words.end;
                found.push(name);
            } else {
                i += 1;
            }
        }
    }
    found
}

const KINDS: [(Classes, EntityKind); 6] = [
    (Classes::EVENT, EntityKind::Event),
    (Classes::COUNTRY, EntityKind::Place),
    (Classes::PLACE, EntityKind::Place),
    (Classes::ORGANIZATION, EntityKind::Organization),
    (Classes::PERSON, EntityKind::Person),
    (Classes::NATIONALITY, EntityKind::Nationality),
];

/// The longest known name at the head of `range`.
fn known(words: &Words, range: Range<usize>) -> Option<Found> {
    let first = words.words.get(range.start)?;
    let wanted = KINDS.iter().fold(Classes::NONE, |all, kind| all | kind.0);
    let hashes = std::iter::once(first.core).chain(
        words.words[range.start + 1..range.end]
            .iter()
            .map(|word| word.hash),
    );
    let (count, classes) = lexicon::longest(hashes, wanted)?;
    let kind = KINDS.iter().find(|kind| classes.any(kind.0))?.1;
    Some(Found {
        words: range.start..range.start + count,
        cut: first.attached,
        kind,
    })
}

/// Two or three unknown words after a title and its adjectives.
fn titled(words: &Words, start: usize, range: Range<usize>) -> Option<Found> {
    let before = |back: usize| {
        range
            .start
            .checked_sub(back)
            .filter(|&i| i >= start)
            .map(|i| &words.words[i])
    };
    let mut back = 1;
    while back < 4 && before(back).is_some_and(|word| word.classes.any(Classes::NATIONALITY)) {
        back += 1;
    }
    before(back).filter(|word| word.classes.any(Classes::TITLE))?;
    let part = |i: &usize| {
        let word = &words.words[*i];
        let none = word.classes == Classes::NONE
            || word
                .classes
                .any(Classes::GIVEN | Classes::FAMILY | Classes::PARTICLE);
        word.kind == TokenKind::Word && none && !words.key(*i).starts_with(['ي', 'ت'])
    };
    let count = range.clone().take(3).take_while(part).count();
    (count >= 2).then(|| Found {
        words: range.start..range.start + count,
        cut: 0,
        kind: EntityKind::Person,
    })
}
