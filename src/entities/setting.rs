//! How words stand in their phrases, and what the document is about.

use super::words::{Word, Words};
use crate::lexicon::Classes;
use crate::tokens::TokenKind;
use std::ops::Range;

/// How a word with the article stands.
pub(super) const DEFINITE: u8 = 1;
/// How one stands that perhaps has a particle before its article.
pub(super) const DEFINITE_AFTER_PARTICLE: u8 = 2;

/// How a word stands in its phrase: bare, with the article, perhaps with a particle before it, or
/// no word at all; 0 is left for what stands outside of the sentence.
pub(super) fn stand(words: &Words, i: usize) -> u8 {
    let key = words.key(i);
    match words.words[i].kind {
        TokenKind::Word if key.starts_with("ال") => DEFINITE,
        TokenKind::Word => {
            let mut letters = key.chars();
            let first = letters.next();
            let article = key.starts_with("لل") || letters.as_str().starts_with("ال");
            match first {
                Some('و' | 'ف' | 'ب' | 'ل' | 'ك') if article => DEFINITE_AFTER_PARTICLE,
                Some('و') => 3,
                _ => 4,
            }
        }
        TokenKind::Number => 5,
        TokenKind::Punctuation => 6,
        _ => 7,
    }
}

/// Whether a verb of saying stands before the word `i`.
pub(super) fn speaks(words: &Words, sentence: &Range<usize>, i: usize) -> bool {
    i > sentence.start && words.words[i - 1].classes.any(Classes::SAYING)
}

/// What the document is about: sport, trade, or neither.
pub(super) fn topic(words: &Words) -> u64 {
    /// A word in so many is of the topic.
    const SHARE: usize = 40;
    let count = |class| {
        let of = |word: &&Word| word.classes.any(class);
        words.words.iter().filter(of).count()
    };
    let (sport, trade) = (count(Classes::SPORT), count(Classes::TRADE));
    if sport.max(trade) * SHARE < words.words.len() {
        0
    } else if sport >= trade {
        1
    } else {
        2
    }
}
