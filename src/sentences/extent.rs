//! Where a line stands among the tokens of its text.

use crate::tokens::Token;

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
