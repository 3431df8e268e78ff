//! Words of Arabic and of the European alphabets, with what joins their parts.

use super::classes::{Class, class};
use super::{TokenKind, addresses, digits, skip};
use crate::letters;

/// The word of Arabic letters that begins at `start`: its end and kind.
pub(super) fn arabic(text: &str, start: usize) -> (usize, TokenKind) {
    let end = acronym(text, start, run(text, start));
    if !has_letter(&text[start..end]) {
        let stroke = text[start..end].contains(letters::TATWEEL);
        let kind = if stroke {
            TokenKind::Punctuation
        } else {
            TokenKind::Mark
        };
        return (end, kind);
    }
    match text.as_bytes().get(end) {
        Some(b'.') => addresses::ending(&text[end..])
            .map_or((end, TokenKind::Word), |(length, kind)| {
                (end + length, kind)
            }),
        Some(b'-') if letter_count(&text[start..end]) > 1 => {
            (digits::designation(text, end), TokenKind::Word)
        }
        _ => (superscripts(text, end), TokenKind::Word),
    }
}

/// Whether `word` has a letter: not so a stroke of tatweel alone, which is drawn as a dash or a line,
/// nor small Quran letters alone.
fn has_letter(word: &str) -> bool {
    word.chars()
        .any(|c| class(c) == Class::Arabic && c != letters::TATWEEL && !letters::is_mark(c))
}

/// Where the letters of one script end that begin at `start`, with marks and invisible characters
/// among them.
fn run(text: &str, start: usize) -> usize {
    let start = start + letters::plain(&text[start..]);
    let mut end = start;
    for (at, c) in text[start..].char_indices() {
        match class(c) {
            Class::Arabic | Class::Extend | Class::Joint => end = start + at + c.len_utf8(),
            Class::Format => {}
            _ => break,
        }
    }
    end
}

/// Extends a single letter that ends at `end` over further ones, joined by dots.
fn acronym(text: &str, start: usize, mut end: usize) -> usize {
    if !text[end..].starts_with('.') || letter_count(&text[start..end]) != 1 {
        return end;
    }
    while text[end..].starts_with('.') {
        let next = run(text, end + 1);
        if letter_count(&text[end + 1..next]) != 1 {
            break;
        }
        end = next;
    }
    end
}

/// How many letters `word` has, marks and tatweel not counted; no more than two are counted.
fn letter_count(word: &str) -> usize {
    word.chars()
        .filter(|&c| class(c) == Class::Arabic && c != letters::TATWEEL)
        .take(2)
        .count()
}

/// The word of European letters and digits that begins at `start`, or the address: its end and
/// kind.
pub(super) fn latin(text: &str, start: usize) -> (usize, TokenKind) {
    if let Some((length, kind)) = addresses::address(text, start) {
        return (start + length, kind);
    }
    let mut end = start;
    loop {
        end = skip(text, end, |c| {
            matches!(
                class(c),
                Class::Latin | Class::Digit | Class::Joint | Class::Extend
            )
        });
        let mut rest = text[end..].chars();
        let joined = matches!(rest.next(), Some('\'' | '’' | '·'))
            && rest.next().is_some_and(|c| class(c) == Class::Latin);
        if !joined {
            break;
        }
        end += text[end..].chars().next().map_or(0, char::len_utf8);
    }
    let end = if text[end..].starts_with('-') {
        digits::designation(text, end)
    } else {
        end
    };
    let kind = if text[start..end].starts_with(|c| class(c) != Class::Joint)
        || text[start..end].chars().any(char::is_alphanumeric)
    {
        TokenKind::Word
    } else {
        TokenKind::Punctuation
    };
    (superscripts(text, end), kind)
}

/// Where the superscripts end that may follow at `at`, as in كم².
pub(super) fn superscripts(text: &str, at: usize) -> usize {
    const LEAD: u8 = 0xc2;
    if text.as_bytes().get(at) == Some(&LEAD) && text[at..].starts_with(['²', '³', '¹']) {
        skip(text, at, |c| {
            matches!(class(c), Class::Superscript | Class::Extend)
        })
    } else {
        at
    }
}

/// The technical name that begins `rest` with its dot, as .NET does.
pub(super) fn dotted(rest: &str) -> Option<(usize, TokenKind)> {
    let capitals = rest
        .bytes()
        .skip(1)
        .take_while(u8::is_ascii_uppercase)
        .count();
    let ends = !rest[1 + capitals..].starts_with(|c: char| c.is_alphanumeric());
    (capitals > 1 && ends).then_some((1 + capitals, TokenKind::Word))
}
