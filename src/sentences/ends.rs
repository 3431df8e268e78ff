//! Where sentences end within a line: terminators, and what stands around them.

use super::line::Line;
use super::{lists, stops};
use crate::tokens::TokenKind;

/// After each of these tokens of `line` a sentence ends. The end of the line is not among them.
pub(super) fn find(line: &Line) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < line.tokens.len() {
        if !is_terminator(line, at) {
            at += 1;
            continue;
        }
        let stop = Stop::read(line, at);
        if line.next_visible(stop.end) == line.tokens.len() {
            break;
        }
        if ends_sentence(line, start, &stop) {
            ends.push(stop.end);
            start = stop.end;
        }
        at = stop.end;
    }
    ends
}

/// A run of terminators with what belongs to it.
pub(super) struct Stop {
    /// Its first token.
    pub(super) start: usize,
    /// The token after the closing quotes, brackets, footnotes and pictures that follow it.
    pub(super) end: usize,
    /// How many dots it has; … is three.
    dots: u32,
    /// How many other marks.
    others: u32,
    /// Its first mark.
    first: char,
    /// The last closing quote or bracket that follows it: its token.
    closer: Option<usize>,
    /// Whether quotes or brackets enclose nothing but the run, as in (!) and (...).
    comment: bool,
}

impl Stop {
    fn read(line: &Line, start: usize) -> Self {
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
    fn is_full_stop(&self) -> bool {
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

/// Whether a sentence that began with token `start` ends with `stop`, which is not the line's end.
fn ends_sentence(line: &Line, start: usize, stop: &Stop) -> bool {
    let next = line.next_visible(stop.end);
    if line.is_guarded(stop.end) || stop.comment {
        return false;
    }
    if matches!(line.first(next), '،' | '؛' | ',' | ':' | ';' | ')') {
        return false;
    }
    if stop.others == 0 && stop.dots > 1 && !ellipsis_ends(line, start, stop) {
        return false;
    }
    if stop.others == 0 && stop.dots == 1 && line.piece(next).starts_with('.') {
        // The slip «. .» ends at its second stop.
        return false;
    }
    if let Some(closer) = stop.closer {
        return closer_ends(line, start, stop, next, closer);
    }
    if stop.is_full_stop() {
        return stops::ends(line, start, stop, next);
    }
    !is_shouting_name(line, stop, next)
}

/// Whether the exclamation mark belongs to a name, as in «على ياهو! في صفقة»: one that a
/// preposition or a noun like company leads, with the sentence going on after it.
fn is_shouting_name(line: &Line, stop: &Stop, next: usize) -> bool {
    let lists = lists::abbreviations();
    let shout = stop.first == '!' && stop.others == 1 && stop.dots == 0 && line.is_blank(stop.end);
    if !shout || !lists.clippers.contains(&line.word(next)) {
        return false;
    }
    let Some(name) = line.last_visible(stop.start) else {
        return false;
    };
    let led = line
        .last_visible(name)
        .is_some_and(|before| lists.name_leaders.contains(&line.word(before)));
    let word = line.word(name);
    lists.shouting_names.contains(&word)
        || (led && !word.starts_with("ال") && !line.piece(name).ends_with(['\u{64b}', 'ة']))
}

/// How many words must stand on both sides of an ellipsis that ends a sentence.
const ELLIPSIS_SIDE: u32 = 6;

/// Whether dots end a sentence: two are a pause, more may end it between two long parts.
fn ellipsis_ends(line: &Line, start: usize, stop: &Stop) -> bool {
    let quoted =
        stop.start > 0 && line.partner[stop.start - 1].is_some_and(|close| close >= stop.start);
    if stop.dots == 2 || quoted {
        return false;
    }
    let right = (stop.end..line.tokens.len())
        .find(|&at| is_terminator(line, at))
        .unwrap_or(line.tokens.len());
    stop.closer.is_some()
        || (line.words_between(start, stop.start) >= ELLIPSIS_SIDE
            && line.words_between(stop.end, right) >= ELLIPSIS_SIDE)
}

/// Whether a sentence ends where `closer` follows its terminator and `next` comes after: not where
/// the words go on with what the quotation or parenthesis was part of.
fn closer_ends(line: &Line, start: usize, stop: &Stop, next: usize, closer: usize) -> bool {
    let lists = lists::abbreviations();
    let word = line.word(next);
    if lists.continuers.contains(&word) || lists.reporters.contains(&word) {
        return false;
    }
    if matches!(line.first(closer), ')' | ']' | '}' | '﴾' | '﴿') {
        // An aside (like this!) goes on; a sentence in brackets of its own does not.
        let aside = line.partner[closer].is_some_and(|open| {
            line.last_visible(open)
                .is_some_and(|before| before >= start)
        });
        return !aside || stops::is_opener(&word);
    }
    let exclaimed = stop.others > 0 && matches!(word.as_str(), "وهو" | "وهي" | "وهم");
    !(exclaimed || word == "ثم" || (word.starts_with('ف') && word.chars().count() > 3))
}
