//! Tokens -> sentences: lines, their kinds, and where sentences end within them.

use crate::span::Span;
use crate::tokens::{Token, TokenKind};
use serde::Serialize;

/// What a sentence is in the shape of its text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SentenceKind {
    /// Running text.
    Sentence,
    /// A title or section heading.
    Heading,
    /// An item with a bullet or enumerator.
    List,
    /// A byline, caption, share line or "read also" line.
    Boilerplate,
    /// No letter and no digit.
    Ornament,
}

/// A sentence as it was cut.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// Where it stands, without white space around it.
    pub span: Span,
    /// Its first token.
    pub token_start: usize,
    /// The token after its last.
    pub token_end: usize,
    /// What it is.
    pub kind: SentenceKind,
    /// The block between empty lines that it stands in, counted from 0.
    pub paragraph: usize,
    /// Whether its end is a cut we made in a run-on sentence.
    pub soft: bool,
}

/// Cuts `text` into sentences that tile it but for white space.
#[must_use]
pub fn split(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut first = 0;
    let mut paragraph = 0;
    for (i, token) in tokens.iter().enumerate() {
        let line_end = token.kind == TokenKind::LineEnd;
        if line_end || token.span.of(text) == "." || i + 1 == tokens.len() {
            let end = if line_end { i } else { i + 1 };
            push(text, tokens, first, end, paragraph, &mut sentences);
            first = i + 1;
        }
        paragraph += usize::from(line_end);
    }
    sentences
}

fn push(
    text: &str,
    tokens: &[Token],
    mut first: usize,
    mut last: usize,
    paragraph: usize,
    out: &mut Vec<Sentence>,
) {
    let blank =
        |i: usize| tokens[i].kind == TokenKind::Space || tokens[i].span.of(text).trim().is_empty();
    while first < last && blank(first) {
        first += 1;
    }
    while first < last && blank(last - 1) {
        last -= 1;
    }
    if first < last {
        out.push(Sentence {
            span: Span::new(tokens[first].span.start, tokens[last - 1].span.end),
            token_start: first,
            token_end: last,
            kind: SentenceKind::Sentence,
            paragraph,
            soft: false,
        });
    }
}
