//! Numbers: digits of any script with their separators and percent sign.

use super::classes::{Class, class};
use super::digits::{digits, groups};
use super::{TokenKind, addresses, words};
use unicode_segmentation::UnicodeSegmentation;

/// The number that begins at `start`, or the name that begins with a digit, as 5G: its end and
/// kind.
pub(super) fn number(text: &str, start: usize) -> (usize, TokenKind) {
    let end = groups(text, start);
    match text.as_bytes().get(end) {
        Some(b'%') => return (super::marks_after(text, end + 1), TokenKind::Number),
        Some(b'.' | b'@' | b'-') => {
            if let Some((length, kind @ (TokenKind::Url | TokenKind::Email))) =
                addresses::address(text, start)
            {
                return (start + length, kind);
            }
        }
        _ => {}
    }
    match text[end..].chars().next() {
        Some('٪') => (
            super::marks_after(text, end + '٪'.len_utf8()),
            TokenKind::Number,
        ),
        Some(c) if matches!(class(c), Class::Latin | Class::Joint) => words::latin(text, start),
        _ => (words::superscripts(text, end), TokenKind::Number),
    }
}

/// The percentage that begins `rest`, a text that begins with a percent sign.
pub(super) fn percent(rest: &str) -> Option<(usize, TokenKind)> {
    let sign = rest.chars().next().map_or(0, char::len_utf8);
    let end = groups(rest, sign);
    (end > sign).then_some((end, TokenKind::Number))
}

/// Where the sign that begins at `start` ends with the number that it leads or encloses.
pub(super) fn signed(text: &str, start: usize) -> (usize, TokenKind) {
    // The sign and the next character are one grapheme, whatever that is.
    let end = start + text[start..].graphemes(true).next().map_or(0, str::len);
    if text[start..end].chars().any(char::is_numeric) {
        (digits(text, end).max(end), TokenKind::Number)
    } else {
        (end, TokenKind::Mark)
    }
}
