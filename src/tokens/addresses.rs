//! Web and e-mail addresses, handles, hashtags and file names: tokens that hold dots and signs.
//!
//! Each function looks at the text from the place where the token would begin and says how many
//! bytes it takes. No look ahead is longer than an address can be, and none is repeated for each word
//! of a chain like a-b-c-d, so that scanning stays linear and fast.

use super::TokenKind;
use super::classes::{Class, class};

/// The longest name before @, and the longest domain name (RFC 1035, RFC 5321).
const LOCAL: usize = 64;
const DOMAIN: usize = 253;
/// The longest web address we take as one.
const ADDRESS: usize = 2048;

/// Ends of domain names and of file names.
const ENDINGS: &str = include_str!("endings.txt");

/// The address that begins at `start`, where a word or number does: its length and kind.
pub(super) fn address(text: &str, start: usize) -> Option<(usize, TokenKind)> {
    let rest = &text[start..];
    if has_scheme(rest) {
        return Some((trimmed(rest, until_blank(rest)), TokenKind::Url));
    }
    if continues(&text.as_bytes()[..start]) {
        return None;
    }
    let bytes = rest.as_bytes();
    let local = run(bytes, LOCAL, |b| {
        b.is_ascii_alphanumeric() || b"._%+-".contains(&b)
    });
    if bytes.get(local) == Some(&b'@') {
        let domain = domain(&bytes[local + 1..]);
        if bytes[local + 1..][..domain].contains(&b'.') {
            return Some((local + 1 + domain, TokenKind::Email));
        }
    }
    let domain = domain(bytes);
    let (_, ending) = rest[..domain].rsplit_once('.')?;
    if !ending.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let path = rest[domain..].starts_with('/');
    let known = listed("domain", &ending.to_ascii_lowercase());
    let end = if path && known {
        trimmed(rest, until_blank(rest))
    } else {
        domain
    };
    Some((
        end,
        if known {
            TokenKind::Url
        } else {
            TokenKind::Word
        },
    ))
}

/// Whether what follows `before` is a later word of a chain like a-b-c, the first word of which was
/// asked already: no address begins there.
fn continues(before: &[u8]) -> bool {
    let joints = before
        .iter()
        .rev()
        .take_while(|&&b| b"._-".contains(&b))
        .count();
    let word = &before[..before.len() - joints];
    joints > 0 && word.last().is_some_and(u8::is_ascii_alphanumeric)
}

fn has_scheme(rest: &str) -> bool {
    ["http://", "https://", "ftp://", "www."]
        .iter()
        .any(|scheme| {
            rest.get(..scheme.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
                && rest[scheme.len()..].starts_with(|c: char| c.is_alphanumeric())
        })
}

/// Where the address that begins `rest` meets a character that no address holds.
fn until_blank(rest: &str) -> usize {
    let inner = |c: char| {
        let plain = matches!(
            class(c),
            Class::Arabic
                | Class::Latin
                | Class::Digit
                | Class::Joint
                | Class::Punctuation
                | Class::Symbol
        );
        plain && !"«»\"“”،؛<>".contains(c)
    };
    rest.char_indices()
        .find(|&(at, c)| at >= ADDRESS || !inner(c))
        .map_or(rest.len(), |(at, _)| at)
}

/// `end` without the punctuation that closes a sentence rather than an address.
fn trimmed(rest: &str, end: usize) -> usize {
    let address = &rest[..end];
    let bare = address.trim_end_matches(['.', '!', '?', '؟', '…', ',', ';', ':', '\'', '*', '-']);
    match bare.strip_suffix([')', ']', '}']) {
        // A bracket closes one that the address opened, or one around it.
        Some(inside) if !inside.contains(['(', '[', '{']) => trimmed(rest, inside.len()),
        _ => bare.len(),
    }
}

/// The length of the name with inner dots and hyphens that begins `bytes`.
fn domain(bytes: &[u8]) -> usize {
    let mut end = 0;
    loop {
        let label = run(&bytes[end..], DOMAIN.saturating_sub(end), |b| {
            b.is_ascii_alphanumeric() || b == b'-' || b == b'_'
        });
        let hyphens = bytes[end..end + label]
            .iter()
            .rev()
            .take_while(|&&b| b == b'-')
            .count();
        if label == hyphens {
            return end.saturating_sub(1);
        }
        end += label - hyphens;
        let more = hyphens == 0
            && bytes.get(end) == Some(&b'.')
            && bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric);
        if !more || end > DOMAIN {
            return end;
        }
        end += 1;
    }
}

/// How many of the first `most` bytes are `wanted` without a break.
fn run(bytes: &[u8], most: usize, wanted: impl Fn(u8) -> bool) -> usize {
    bytes.iter().take(most).take_while(|&&b| wanted(b)).count()
}

/// The handle or hashtag that begins `rest`, a text that begins with @ or #.
pub(super) fn tag(rest: &str) -> Option<(usize, TokenKind)> {
    let hash = rest.starts_with('#');
    let inner = |c: char| {
        c.is_alphanumeric()
            || c == '_'
            || (hash && class(c) == Class::Extend)
            || (!hash && c == '.')
    };
    let name = &rest[1..];
    let end = name
        .char_indices()
        .find(|&(at, c)| at > DOMAIN || !inner(c))
        .map_or(name.len(), |(at, _)| at);
    let name = name[..end].trim_end_matches('.');
    let starts = name.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    let kind = if hash {
        TokenKind::Hashtag
    } else {
        TokenKind::Handle
    };
    (starts && name.chars().any(char::is_alphanumeric)).then_some((1 + name.len(), kind))
}

/// The ending of a file or of an Arabic domain name that begins `rest`, a text that begins with
/// the dot after a word: its length and what the whole is.
pub(super) fn ending(rest: &str) -> Option<(usize, TokenKind)> {
    let name = &rest[1..];
    let end = name
        .char_indices()
        .find(|&(at, c)| at > LOCAL || !c.is_alphanumeric())
        .map_or(name.len(), |(at, _)| at);
    let name = &name[..end];
    if name.is_empty() {
        None
    } else if listed("file", &name.to_ascii_lowercase()) {
        Some((1 + end, TokenKind::Word))
    } else if listed("arabic", name) {
        Some((1 + end, TokenKind::Url))
    } else {
        None
    }
}

/// Whether `name` stands in the list of this name.
fn listed(list: &str, name: &str) -> bool {
    let mut current = "";
    for line in ENDINGS.lines().filter(|line| !line.starts_with('#')) {
        if let Some(heading) = line.strip_suffix(':') {
            current = heading;
        } else if current == list && line.split(' ').any(|ending| ending == name) {
            return true;
        }
    }
    false
}
