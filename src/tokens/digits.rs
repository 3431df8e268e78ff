//! Runs of digits of any script, with the separators between them.

use super::classes::{Class, class};
use super::skip;

/// Where the digits and the separators between them end that begin at `start`.
pub(super) fn groups(text: &str, start: usize) -> usize {
    let mut end = digits(text, start);
    loop {
        let Some(separator) = text[end..]
            .chars()
            .next()
            .filter(|c| ".,:/-٫٬،".contains(*c))
        else {
            return end;
        };
        let from = end + separator.len_utf8();
        let next = digits(text, from);
        if next == from {
            return end;
        }
        end = next;
    }
}

/// Where the digits that may begin at `start` end, with the marks that cling to them.
pub(super) fn digits(text: &str, start: usize) -> usize {
    if text[start..]
        .chars()
        .next()
        .is_some_and(|c| class(c) == Class::Digit)
    {
        skip(text, start, |c| {
            matches!(class(c), Class::Digit | Class::Extend)
        })
    } else {
        start
    }
}

/// Where the name that ends at `end` before a hyphen ends with its number, as in كوفيد-19 and
/// إف-16; `end` itself when what follows is no such number but a date or a range.
pub(super) fn designation(text: &str, end: usize) -> usize {
    let number = digits(text, end + 1);
    if number > end + 1
        && number == groups(text, end + 1)
        && text[end + 1..number].chars().count() <= 4
    {
        number
    } else {
        end
    }
}
