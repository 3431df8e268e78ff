//! Tokens of all other scripts and of pictures, by the tables of Unicode (UAX #29).

use super::{Token, TokenKind, classes};
use crate::letters;
use crate::span::Span;
use unicode_segmentation::UnicodeSegmentation;

/// Cuts the foreign run of `text` that begins at `start` into tokens; gives where it ends.
///
/// What clings to the character before the run goes to the last token. A word boundary within a
/// grapheme is none.
pub(super) fn scan(text: &str, start: usize, tokens: &mut Vec<Token>) -> usize {
    let run = text[start..]
        .find(|c| !joins(c))
        .unwrap_or(text.len() - start);
    let end = start + run;
    let from = start + clinging(text, start, end, tokens);
    let run = &text[from..end];
    let mut graphemes = run.grapheme_indices(true).map(|(at, _)| at).peekable();
    let mut token = 0;
    for (at, _) in run.split_word_bound_indices().skip(1) {
        while graphemes.next_if(|&grapheme| grapheme < at).is_some() {}
        if graphemes.peek() == Some(&at) {
            tokens.push(token_of(&run[token..at], from + token));
            token = at;
        }
    }
    if token < run.len() {
        tokens.push(token_of(&run[token..], from + token));
    }
    end
}

/// Whether `c` continues a foreign run.
fn joins(c: char) -> bool {
    matches!(
        classes::class(c),
        classes::Class::Foreign | classes::Class::Extend
    )
}

/// How many bytes of the run from `start` to `end` cling to the character before it; they are
/// given to its token.
fn clinging(text: &str, start: usize, end: usize, tokens: &mut Vec<Token>) -> usize {
    // Flags pair from the start of their token on, so all of it counts.
    let Some(from) = tokens.last().map(|token| token.span.start) else {
        return 0;
    };
    let borders = text[from..end]
        .grapheme_indices(true)
        .map(|(at, _)| from + at);
    let border = borders
        .chain([end])
        .find(|&border| border >= start)
        .unwrap_or(start);
    if border > start {
        super::cling(text, border, tokens);
    }
    border - start
}

fn token_of(piece: &str, start: usize) -> Token {
    let kind = if piece
        .chars()
        .any(|c| c.is_alphabetic() && !letters::is_invisible(c))
    {
        TokenKind::Word
    } else if piece.chars().any(char::is_numeric) {
        TokenKind::Number
    } else if piece
        .chars()
        .all(|c| matches!(c, '‼' | '⁉' | '\u{fe0e}' | '\u{fe0f}'))
    {
        TokenKind::Punctuation
    } else if piece.chars().all(letters::is_invisible) {
        TokenKind::Mark
    } else {
        TokenKind::Symbol
    };
    Token {
        span: Span::new(start, start + piece.len()),
        kind,
    }
}
