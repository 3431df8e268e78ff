//! Words -> spans: the name itself, and the whole written words around it.

use super::found::Found;
use super::words::{Word, Words};
use crate::document::Document;
use crate::letters;
use crate::span::Span;
use crate::tokens::TokenKind;

/// The two spans of a mention: its name, and its whole written words.
pub(super) struct Spans {
    pub(super) name: Span,
    pub(super) token: Span,
}

/// Measures the spans of every mention.
pub(super) fn measure(document: &Document, words: &Words, found: &[Found]) -> Vec<Spans> {
    found
        .iter()
        .map(|mention| spans(document, words, mention))
        .collect()
}

fn spans(document: &Document, words: &Words, mention: &Found) -> Spans {
    let first = &words.words[mention.words.start];
    let last = &words.words[mention.words.end - 1];
    let (first_span, last_span) = (
        document.tokens[first.token].span,
        document.tokens[last.token].span,
    );
    let name = Span::new(after_particles(document, first, mention.cut), last_span.end);
    let start = detached(document, words, mention.words.start).unwrap_or(first_span.start);
    Spans {
        name,
        token: Span::new(start, last_span.end.max(name.end)),
    }
}

/// Where the word starts after `cut` bytes of its folded key.
///
/// Where a ligature holds the particle and the name's first letter in one, the whole word counts.
fn after_particles(document: &Document, word: &Word, cut: usize) -> usize {
    let span = document.tokens[word.token].span;
    if cut == 0 {
        return span.start;
    }
    let surface = span.of(document.text);
    let mut key = String::with_capacity(cut * 2);
    for (at, _) in surface.char_indices() {
        key.clear();
        letters::fold(&surface[..at], &mut key);
        if key.len() == cut {
            return span.start + skip_marks(&surface[at..], at);
        }
        if key.len() > cut {
            break;
        }
    }
    span.start
}

/// `at` moved over marks and tatweel that belong to the letter before.
fn skip_marks(rest: &str, at: usize) -> usize {
    let mut key = String::new();
    let marks = rest.char_indices().find(|&(i, c)| {
        key.clear();
        letters::fold(&rest[i..i + c.len_utf8()], &mut key);
        !key.is_empty()
    });
    at + marks.map_or(0, |(i, _)| i)
}

/// The start of a particle that stands by itself before the word `i`, with or without an opening
/// quotation mark between: «لـ"بوتين"».
fn detached(document: &Document, words: &Words, i: usize) -> Option<usize> {
    let span = |i: usize| document.tokens[words.words[i].token].span;
    let glued = |i: usize| i > 0 && span(i - 1).end == span(i).start;
    let mut at = i;
    if glued(at) && words.words[at - 1].kind == TokenKind::Punctuation {
        at -= 1;
    }
    let particle = glued(at)
        && matches!(
            words.key(at - 1),
            "ل" | "ب"
                | "ك"
                | "و"
                | "ف"
                | "ال"
                | "وال"
                | "بال"
                | "وب"
                | "ول"
                | "لل"
                | "كال"
                | "فال"
        );
    particle.then(|| span(at - 1).start)
}
