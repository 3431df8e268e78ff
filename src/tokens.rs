//! Text -> tokens that tile it.

use crate::span::Span;
use unicode_segmentation::UnicodeSegmentation;

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// Letters, with their marks and what joins them: كوفيد-19 and كم² are words.
    Word,
    /// Digits of any script with their separators.
    Number,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// @ and a name.
    Handle,
    /// # and a word.
    Hashtag,
    /// One punctuation mark, or a run of the same one.
    Punctuation,
    /// Other visible characters: emoji, currency and mathematical signs.
    Symbol,
    /// Combining marks or invisible characters that stand alone.
    Mark,
    /// White space without a line end.
    Space,
    /// One line end (CRLF is one).
    LineEnd,
}

/// A piece of the text. Tokens tile it: each starts where the one before ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// Cuts `text` into tokens that tile it, by the word boundaries of UAX #29.
#[must_use]
pub fn tokenize(text: &str) -> Vec<Token> {
    text.split_word_bound_indices()
        .map(|(start, piece)| Token {
            span: Span::new(start, start + piece.len()),
            kind: kind(piece),
        })
        .collect()
}

fn kind(piece: &str) -> TokenKind {
    match piece.chars().next() {
        Some('\n' | '\r') => TokenKind::LineEnd,
        Some(c) if c.is_whitespace() => TokenKind::Space,
        Some(c) if c.is_numeric() => TokenKind::Number,
        Some(c) if c.is_alphabetic() => TokenKind::Word,
        _ => TokenKind::Punctuation,
    }
}
