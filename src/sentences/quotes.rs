//! Which quotes and brackets of a line belong together.

use crate::letters;
use crate::tokens::{Token, TokenKind};

/// For each token of a line: the place of the quote or bracket that it opens or closes with.
///
/// Directional marks pair by nesting, with guillemets typed the wrong way round where the first is
/// a »; straight quotes by what stands beside them. What finds no partner is left out, so that a
/// forgotten quote cannot swallow the line.
pub(super) fn pair(text: &str, tokens: &[Token]) -> Vec<Option<usize>> {
    let mut partner = vec![None; tokens.len()];
    let mut open = Open::default();
    let mut straight = [None, None];
    let reversed = is_reversed(text, tokens);
    for (at, token) in tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| token.kind == TokenKind::Punctuation)
    {
        let mark = token.span.of(text);
        let opener = match role(mark, reversed) {
            // “ may be typed where a quotation ends, and ” where one begins.
            Role::Open(CURLY) if open.counts[CURLY] > 0 && !Sides::of(text, tokens, at).leads => {
                open.pop(CURLY)
            }
            Role::Close(CURLY) if open.counts[CURLY] == 0 && Sides::of(text, tokens, at).leads => {
                open.push(CURLY, at);
                None
            }
            Role::Open(form) => {
                open.push(form, at);
                None
            }
            Role::Close(form) => open.pop(form),
            Role::Straight(form) => straighten(text, tokens, at, form, &mut straight[form]),
            Role::None => None,
        };
        if let Some(opener) = opener {
            partner[opener] = Some(at);
            partner[at] = Some(opener);
        }
    }
    partner
}

/// The quotes and brackets that wait for their partner, oldest first, and how many of each form.
#[derive(Default)]
struct Open {
    marks: Vec<(usize, usize)>,
    counts: [usize; FORMS],
}

impl Open {
    fn push(&mut self, form: usize, at: usize) {
        // “ within “ is a second quote that the first forgot to close.
        if form == CURLY && self.counts[form] > 0 {
            self.pop(form);
        }
        self.marks.push((form, at));
        self.counts[form] += 1;
    }

    /// Takes the last of this form, and with it those inside that were never closed.
    fn pop(&mut self, form: usize) -> Option<usize> {
        if self.counts[form] == 0 {
            return None;
        }
        while let Some((inner, at)) = self.marks.pop() {
            self.counts[inner] -= 1;
            if inner == form {
                return Some(at);
            }
        }
        None
    }
}

enum Role {
    Open(usize),
    Close(usize),
    Straight(usize),
    None,
}

/// How many forms of directional pairs there are; the curly quotes' number.
const FORMS: usize = 9;
const CURLY: usize = 0;

/// What `mark` does; a run of one mark does it once.
fn role(mark: &str, reversed: bool) -> Role {
    let Some(c) = mark.chars().next() else {
        return Role::None;
    };
    match c {
        '“' | '„' | '‟' | '❝' => Role::Open(CURLY),
        '”' | '❞' => Role::Close(CURLY),
        '«' if reversed => Role::Close(1),
        '»' if reversed => Role::Open(1),
        '«' => Role::Open(1),
        '»' => Role::Close(1),
        '‹' => Role::Open(2),
        '›' => Role::Close(2),
        '(' => Role::Open(3),
        ')' => Role::Close(3),
        '[' => Role::Open(4),
        ']' => Role::Close(4),
        '{' => Role::Open(5),
        '}' => Role::Close(5),
        '﴿' => Role::Open(6),
        '﴾' => Role::Close(6),
        '‘' => Role::Open(7),
        '’' => Role::Close(7),
        '"' => Role::Straight(0),
        '\'' if mark.len() > 1 => Role::Straight(0),
        '\'' => Role::Straight(1),
        _ => Role::None,
    }
}

/// Whether the line's guillemets were typed as they look: » first.
fn is_reversed(text: &str, tokens: &[Token]) -> bool {
    let first = tokens
        .iter()
        .map(|token| token.span.of(text))
        .find(|mark| mark.starts_with(['«', '»']));
    first.is_some_and(|mark| mark.starts_with('»'))
        && tokens
            .iter()
            .any(|token| token.span.of(text).starts_with('«'))
}

/// What stands on both sides of a quote.
struct Sides {
    /// White space or nothing before it.
    blank_before: bool,
    /// A word or number after it, and no number before it, of which it may be the measure.
    word_after: bool,
    /// It can open: something follows, and what stands before lets a quotation begin.
    leads: bool,
}

impl Sides {
    fn of(text: &str, tokens: &[Token], at: usize) -> Self {
        let before = at.checked_sub(1).map(|before| &tokens[before]);
        let after = tokens.get(at + 1);
        let blank = |token: Option<&Token>| {
            token.is_none_or(|token| matches!(token.kind, TokenKind::Space | TokenKind::LineEnd))
        };
        let introduces = before.is_some_and(|token| match token.kind {
            TokenKind::Word => is_particle(token.span.of(text)),
            TokenKind::Punctuation => token
                .span
                .of(text)
                .starts_with(['(', '[', ':', '،', '/', '-', '–', '«', '“']),
            _ => false,
        });
        let is = |token: Option<&Token>, kind| token.is_some_and(|token| token.kind == kind);
        Self {
            blank_before: blank(before),
            word_after: (is(after, TokenKind::Word) || is(after, TokenKind::Number))
                && !is(before, TokenKind::Number),
            leads: (blank(before) || introduces) && !blank(after),
        }
    }
}

/// Decides whether the straight quote at `at` opens or closes; gives its opener when it closes.
fn straighten(
    text: &str,
    tokens: &[Token],
    at: usize,
    form: usize,
    open: &mut Option<usize>,
) -> Option<usize> {
    let sides = Sides::of(text, tokens, at);
    let single = form == 1;
    // Only a quote that cannot be its end replaces one that is open.
    if let Some(opener) = open.filter(|_| !sides.blank_before || !sides.leads) {
        if single && (sides.word_after || sides.blank_before) {
            return None;
        }
        *open = None;
        return Some(opener);
    }
    let loose = !single && (sides.blank_before || sides.word_after);
    if sides.leads || loose {
        *open = Some(at);
    }
    None
}

/// Whether `word` is a particle that a quoted word may have attached: و"الحزب".
fn is_particle(word: &str) -> bool {
    let mut key = String::new();
    letters::match_key(word, &mut key);
    matches!(
        key.as_str(),
        "و" | "ف" | "ب" | "ل" | "ك" | "ال" | "وال" | "بال" | "لل" | "ول" | "وب"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens;

    /// What the pairs of `text` enclose.
    fn pairs(text: &str) -> Vec<&str> {
        let tokens = tokens::tokenize(text);
        let inside =
            |open: usize, close: usize| &text[tokens[open].span.end..tokens[close].span.start];
        let partner = pair(text, &tokens);
        (0..tokens.len())
            .filter_map(|open| {
                partner[open]
                    .filter(|&close| open < close)
                    .map(|close| inside(open, close))
            })
            .collect()
    }

    #[test]
    fn quotes_find_their_partner() {
        for (text, enclosed) in [
            ("قال \"نعم\" ثم \"لا\"", &["نعم", "لا"][..]),
            ("لـ\"بوتين\" و\"هوي\"", &["بوتين", "هوي"]),
            ("قال \"نعم. ومضى", &[]),
            ("قال: \"نعم. ومضى \"لا\" ثم", &["لا"]),
            ("شاشة 15\" كبيرة \"نعم\"", &["نعم"]),
            ("«ا (ب) ج»", &["ا (ب) ج", "ب"]),
            ("«ا (ب» ج", &["ا (ب"]),
            (") ا (ب)", &["ب"]),
            ("»ا« ثم »ب«", &["ا", "ب"]),
            ("«ا» ثم ب»", &["ا"]),
            ("“ا” و„ب”", &["ا", "ب"]),
            ("''ا''", &["ا"]),
            ("”ا ب”، و”ج”", &["ا ب", "ج"]),
            ("“ا“ ثم “ب“", &["ا", "ب"]),
            ("'ا ب'", &["ا ب"]),
            ("ال'ا", &[]),
            ("﴿ا﴾", &["ا"]),
            ("\" ا \" ب", &[" ا "]),
        ] {
            assert_eq!(pairs(text), enclosed, "{text}");
        }
    }
}
