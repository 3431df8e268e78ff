//! Runs of the marks that can end a sentence, with the quotes, brackets, footnotes and pictures that
//! close after them.

use super::line::Line;
use crate::tokens::TokenKind;

/// A run of terminators with what belongs to it.
pub(super) struct Stop {
    /// Its first token.
    pub(super) start: usize,
    /// The token after the closing quotes, brackets, footnotes and pictures that follow it.
    pub(super) end: usize,
    /// How many dots it has; … is three.
    pub(super) dots: u32,
    /// How many other marks.
    pub(super) others: u32,
    /// Its first mark.
    pub(super) first: char,
    /// The last closing quote or bracket that follows it: its token.
    pub(super) closer: Option<usize>,
    /// Whether quotes or brackets enclose nothing but the run, as in (!) and (...).
    pub(super) comment: bool,
}

impl Stop {
    /// Reads the run that begins with token `start` of `line`.
    pub(super) fn read(line: &Line, start: usize) -> Self {
        let mut stop = Self {
            start,
            end: start,
            dots: 0,
            others: 0,
            first: line.first(start),
            closer: None,
            comment: false,
        };
        stop.read_marks(line);
        stop.read_closers(line);
        if stop.closer.is_some() && is_terminator(line, stop.end) {
            // «؟".»: the mark outside is what ends the sentence.
            stop.read_marks(line);
            stop.others += 1;
            stop.read_closers(line);
            stop.closer = None;
            stop.comment = false;
        }
        stop.read_attachments(line);
        stop
    }

    /// Takes the run of terminators, also with spaces within as in ؟ ! and in . . .
    fn read_marks(&mut self, line: &Line) {
        loop {
            let at = self.end;
            if is_terminator(line, at) {
                for c in line.piece(at).chars() {
                    match c {
                        '.' | '．' => self.dots += 1,
                        '…' => self.dots += 3,
                        _ => self.others += 1,
                    }
                }
                self.end += 1;
            } else if line.kind(at) == TokenKind::Mark
                || (line.kind(at) == TokenKind::Space
                    && is_terminator(line, at + 1)
                    && self.goes_on_with(line, line.first(at + 1)))
            {
                self.end += 1;
            } else {
                return;
            }
        }
    }

    /// Whether the run goes on with `next` after a space: ؟ ! and dots that stand apart. A stop
    /// that touches its word is whole; what comes after a space is a slip.
    fn goes_on_with(&self, line: &Line, next: char) -> bool {
        let question = matches!(self.first, '!' | '?' | '؟') && matches!(next, '!' | '?' | '؟');
        let apart = self.start == 0 || line.is_blank(self.start - 1);
        question || (apart && self.others == 0 && self.first == '.' && next == '.')
    }

    /// Takes the quotes and brackets that close here.
    fn read_closers(&mut self, line: &Line) {
        let opener = line.last_visible(self.start);
        loop {
            let at = self.end;
            let closes = |at: usize| {
                line.partner
                    .get(at)
                    .copied()
                    .flatten()
                    .is_some_and(|open| open < at)
            };
            let bracket = matches!(line.first(at), ')' | ']' | '}');
            if closes(at)
                || (bracket && line.kind(at) == TokenKind::Punctuation)
                || self.can_only_close(line, at)
            {
                self.closer = Some(at);
                self.comment |= line.partner[at].is_some() && line.partner[at] == opener;
            } else if line.kind(at) == TokenKind::Space && closes(at + 1) {
                // A space before the closing quote.
            } else if line.kind(at) != TokenKind::Mark {
                return;
            }
            self.end += 1;
        }
    }

    /// Whether token `at` is a quote that found no partner, but touches the terminator and nothing
    /// after.
    fn can_only_close(&self, line: &Line, at: usize) -> bool {
        at == self.end
            && line.kind(at) == TokenKind::Punctuation
            && matches!(line.first(at), '"' | '”' | '»' | '\'' | '’')
            && line.partner[at].is_none()
            && !matches!(line.kind(at + 1), TokenKind::Word | TokenKind::Number)
            && !line.is_blank(at - 1)
    }

    /// Takes footnote signs and pictures.
    fn read_attachments(&mut self, line: &Line) {
        loop {
            let at = self.end;
            if line.first(at) == '['
                && line.kind(at + 1) == TokenKind::Number
                && line.first(at + 2) == ']'
            {
                self.end += 3;
            } else if is_picture(line, at) {
                self.end += 1;
            } else if line.kind(at) == TokenKind::Space && is_picture(line, at + 1) {
                self.end += 2;
            } else if line.kind(at) == TokenKind::Mark {
                self.end += 1;
            } else {
                return;
            }
        }
    }

    /// Whether it is one full stop and nothing else.
    pub(super) fn is_full_stop(&self) -> bool {
        self.dots == 1 && self.others == 0 && self.closer.is_none()
    }
}

/// Whether token `at` is a mark that can end a sentence.
pub(super) fn is_terminator(line: &Line, at: usize) -> bool {
    line.kind(at) == TokenKind::Punctuation
        && matches!(
            line.first(at),
            '.' | '!'
                | '?'
                | '؟'
                | '…'
                | '۔'
                | '؞'
                | '؝'
                | '．'
                | '？'
                | '！'
                | '。'
                | '‼'
                | '⁇'
                | '⁈'
                | '⁉'
        )
}

/// Whether token `at` is an emoji or dingbat.
fn is_picture(line: &Line, at: usize) -> bool {
    line.kind(at) == TokenKind::Symbol
        && matches!(line.first(at), '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}')
}
