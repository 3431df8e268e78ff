//! How far before each word of a name what announces it stands: a title, or the head of the name.

use super::words::Words;
use crate::lexicon::Classes;
use crate::tokens::TokenKind;

/// For each word how far back the title before it stands, over adjectives and complements.
pub(super) fn titles(words: &Words, phrases: &[u64]) -> Vec<u8> {
    let adjectives = Classes::NATIONALITY | Classes::COUNTRY | Classes::ORGANIZATION_HEAD;
    before(words, 5, Classes::TITLE, |i| {
        let word = &words.words[i];
        let complement = words.key(i).starts_with("ال") || phrases[i] > 0;
        word.kind == TokenKind::Word && (complement || word.classes.any(adjectives))
    })
}

/// For each word how far back the head of an organization's or place's name before it stands, in
/// the same run of nouns.
pub(super) fn heads(words: &Words) -> Vec<u8> {
    let head = Classes::ORGANIZATION_HEAD | Classes::PLACE_HEAD;
    before(words, 4, head, |i| {
        let word = &words.words[i];
        word.kind == TokenKind::Word && !word.classes.any(Classes::FUNCTION | Classes::SAYING)
    })
}

/// For each word how far back the nearest word of `classes` before it stands in its sentence, at
/// most `reach` words and only over words that `passes`; 0 is none.
fn before(words: &Words, reach: u8, classes: Classes, passes: impl Fn(usize) -> bool) -> Vec<u8> {
    let mut distances = Vec::with_capacity(words.words.len());
    for sentence in &words.sentences {
        let mut back = 0;
        for i in sentence.clone() {
            distances.push(back);
            back = if words.words[i].classes.any(classes) {
                1
            } else if back > 0 && back < reach && passes(i) {
                back + 1
            } else {
                0
            };
        }
    }
    distances
}
