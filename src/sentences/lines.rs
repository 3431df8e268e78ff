//! The lines of a text and its paragraphs.

use super::unwrap;
use crate::letters;
use crate::tokens::{Token, TokenKind};

/// A line that shows something, without its line end; or several that were one before the text was
/// broken at a width.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Extent {
    /// Its first token.
    pub(super) start: usize,
    /// The token after its last.
    pub(super) end: usize,
    /// The paragraph it stands in.
    pub(super) paragraph: usize,
}

impl Extent {
    /// Its text, without white space around it.
    pub(super) fn of<'t>(&self, text: &'t str, tokens: &[Token]) -> &'t str {
        text[tokens[self.start].span.start..tokens[self.end - 1].span.end].trim()
    }
}

/// The lines of `tokens`, but for those that show nothing.
///
/// Paragraphs are parted by empty lines; where the text has none, each line is one.
pub(super) fn find(text: &str, tokens: &[Token]) -> Vec<Extent> {
    let mut lines: Vec<Extent> = Vec::new();
    let mut start = 0;
    let mut paragraph = 0;
    let mut gaps = false;
    let mut gap = false;
    for end in 0..=tokens.len() {
        if tokens
            .get(end)
            .is_some_and(|token| token.kind != TokenKind::LineEnd)
        {
            continue;
        }
        if is_empty(text, &tokens[start..end]) {
            gap = !lines.is_empty();
        } else {
            paragraph += usize::from(gap);
            gaps |= gap;
            gap = false;
            lines.push(Extent {
                start,
                end,
                paragraph,
            });
        }
        start = end + 1;
    }
    let mut lines = unwrap::join(text, tokens, lines);
    if !gaps {
        for (place, line) in lines.iter_mut().enumerate() {
            line.paragraph = place;
        }
    }
    lines
}

/// Whether a line of `tokens` shows nothing.
fn is_empty(text: &str, tokens: &[Token]) -> bool {
    tokens.iter().all(|token| match token.kind {
        TokenKind::Space => true,
        TokenKind::Mark => token
            .span
            .of(text)
            .chars()
            .all(|c| c.is_control() || letters::is_invisible(c)),
        _ => false,
    })
}
