//! Text -> tokens that tile it.
//!
//! By the word boundaries of UAX #29, but for what Arabic text needs otherwise: a full stop parts
//! Arabic words unless both are single letters (ج.م.ع is one, انتهى.وقال are two); Arabic, Latin
//! and digits part (بـ12, الـCIA), but compounds hold (S24, إف-16, كم²); numbers keep their
//! separators and percent sign (12/5/2024, 05:01, 3-1, 12.5٪); addresses, handles, hashtags and
//! file names are one token; runs of one mark are one (..., !!!), and so is white space.

use crate::span::Span;
use classes::{Class, class};

mod addresses;
mod classes;
mod digits;
mod foreign;
mod numbers;
mod words;

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// Letters, with their marks and what joins them: كوفيد-19 and كم² are words.
    Word,
    /// Digits of any script with their separators and percent sign.
    Number,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// @ and a name.
    Handle,
    /// # and a word.
    Hashtag,
    /// One punctuation mark, or a run of the same one.
    Punctuation,
    /// Other visible characters: emoji, currency and mathematical signs.
    Symbol,
    /// Combining marks or invisible characters that stand alone.
    Mark,
    /// White space without a line end.
    Space,
    /// One line end (CRLF is one).
    LineEnd,
}

/// A piece of the text. Tokens tile it: each starts where the one before ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// Where it stands; never within a grapheme.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// Cuts `text` into tokens that tile it, in linear time.
#[must_use]
pub fn tokenize(text: &str) -> Vec<Token> {
    // Arabic prose has a token in five bytes.
    let mut tokens = Vec::with_capacity(text.len() / 5 + 1);
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        at = scan(text, at, c, &mut tokens);
    }
    tokens
}

/// Adds the token that begins at `start` with `c`; gives where it ends.
fn scan(text: &str, start: usize, c: char, tokens: &mut Vec<Token>) -> usize {
    let (end, kind) = match class(c) {
        Class::Arabic => words::arabic(text, start),
        Class::Latin | Class::Joint => words::latin(text, start),
        Class::Digit => numbers::number(text, start),
        Class::NumberSign => numbers::signed(text, start),
        Class::Space => (
            skip(text, start, |c| class(c) == Class::Space),
            TokenKind::Space,
        ),
        Class::LineEnd => (line_end(text, start, c), TokenKind::LineEnd),
        Class::Extend => return marks(text, start, tokens),
        Class::Format => (
            skip(text, start, |c| class(c) == Class::Format),
            TokenKind::Mark,
        ),
        Class::Punctuation => punctuation(text, start, c, tokens),
        Class::Symbol | Class::Superscript => (same(text, start, c), TokenKind::Symbol),
        Class::Foreign => return foreign::scan(text, start, tokens),
    };
    let start = if kind == TokenKind::Url && class(c) == Class::Arabic {
        labels(text, start, tokens)
    } else {
        start
    };
    tokens.push(Token {
        span: Span::new(start, end),
        kind,
    });
    end
}

/// Takes back the words that a hyphen or dot joins to the Arabic web address at `start`, as those of
/// وزارة-النقل.مصر; gives where they begin.
fn labels(text: &str, mut start: usize, tokens: &mut Vec<Token>) -> usize {
    while let [.., word, joint] = tokens.as_slice()
        && joint.span.end == start
        && matches!(joint.span.of(text), "-" | ".")
        && matches!(word.kind, TokenKind::Word | TokenKind::Number)
    {
        start = word.span.start;
        tokens.truncate(tokens.len() - 2);
    }
    start
}

/// Where the run of characters that are `wanted` ends, which begins at `at`.
fn skip(text: &str, at: usize, wanted: impl Fn(char) -> bool) -> usize {
    text[at..]
        .find(|c| !wanted(c))
        .map_or(text.len(), |length| at + length)
}

/// Where the marks end that cling to what ends at `at`.
fn marks_after(text: &str, at: usize) -> usize {
    skip(text, at, |c| class(c) == Class::Extend)
}

/// Where the run of `c` ends that begins at `start`, each with the marks that cling to it.
fn same(text: &str, start: usize, c: char) -> usize {
    let mut end = start;
    while text[end..].starts_with(c) {
        end = marks_after(text, end + c.len_utf8());
    }
    end
}

fn line_end(text: &str, start: usize, c: char) -> usize {
    if text[start..].starts_with("\r\n") {
        start + 2
    } else {
        start + c.len_utf8()
    }
}

/// Adds the marks that begin at `start`: to the character before them, or alone where they cling
/// to none.
fn marks(text: &str, start: usize, tokens: &mut Vec<Token>) -> usize {
    let end = marks_after(text, start);
    let before = text[..start].chars().next_back();
    if before.is_some_and(|c| c != '\t' && !matches!(class(c), Class::Format | Class::LineEnd)) {
        cling(text, end, tokens);
    } else {
        tokens.push(Token {
            span: Span::new(start, end),
            kind: TokenKind::Mark,
        });
    }
    end
}

/// Gives what ends at `end` to the last token; of white space, to its last character alone, which
/// then carries a mark and is no space.
fn cling(text: &str, end: usize, tokens: &mut Vec<Token>) {
    let Some(last) = tokens.last_mut() else {
        return;
    };
    if last.kind != TokenKind::Space {
        last.span.end = end;
        return;
    }
    let carrier = last
        .span
        .of(text)
        .char_indices()
        .next_back()
        .map_or(0, |(at, _)| at);
    let start = last.span.start + carrier;
    last.span.end = start;
    if last.span.is_empty() {
        tokens.pop();
    }
    tokens.push(Token {
        span: Span::new(start, end),
        kind: TokenKind::Mark,
    });
}

/// The punctuation that begins at `start`, or what it begins: a tag, a dotted name, a percentage.
fn punctuation(text: &str, start: usize, c: char, tokens: &[Token]) -> (usize, TokenKind) {
    let touches = tokens
        .last()
        .is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number));
    let rest = &text[start..];
    let special = match c {
        '#' | '@' if !touches => addresses::tag(rest),
        '%' | '٪' if !touches => numbers::percent(rest),
        '.' if !touches => words::dotted(rest),
        _ => None,
    };
    match special {
        Some((length, kind)) => (marks_after(text, start + length), kind),
        None => (same(text, start, c), TokenKind::Punctuation),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use TokenKind::{Email, Handle, Hashtag, Mark, Number, Punctuation, Symbol, Url, Word};

    /// The visible tokens of `text`.
    fn tokens(text: &str) -> Vec<(&str, TokenKind)> {
        let blank = |kind| matches!(kind, TokenKind::Space | TokenKind::LineEnd);
        tokenize(text)
            .into_iter()
            .filter(|token| !blank(token.kind))
            .map(|token| (token.span.of(text), token.kind))
            .collect()
    }

    #[test]
    fn one_text_is_one_token() {
        for (text, kind) in [
            ("كتاب", Word),
            ("كِتَابٌ", Word),
            ("كتـــاب", Word),
            ("ن\u{200c}ص", Word),
            ("ج.م.ع", Word),
            ("قمة_الرياض", Word),
            ("S24", Word),
            ("5G", Word),
            ("إف-16", Word),
            ("كوفيد-19", Word),
            ("F-16", Word),
            ("كم²", Word),
            ("ه\u{200d}", Word),
            ("don't", Word),
            ("Node.js", Word),
            (".NET", Word),
            ("U.S", Word),
            ("تقرير.pdf", Word),
            ("report.pdf", Word),
            ("3.5", Number),
            ("٣٫٥", Number),
            ("١٬٢٥٠٬٠٠٠", Number),
            ("12/5/2024", Number),
            ("12.5.2024", Number),
            ("05:01", Number),
            ("3-1", Number),
            ("1914-1918", Number),
            ("192.168.1.10", Number),
            ("12.5%", Number),
            ("١٢٫٥٪", Number),
            ("%30", Number),
            ("\u{6dd}١٢", Number),
            ("https://example.com/a?b=3.5", Url),
            ("a-b-c.d-e.org/f", Url),
            ("12-a.example.com", Url),
            ("www.example.org", Url),
            ("example.com", Url),
            ("163.com", Url),
            ("example.com/ar/1.html", Url),
            ("موقع.السعودية", Url),
            ("وزارة-الاتصالات.مصر", Url),
            ("jobs@example.com.sa", Email),
            ("a.b+c@x-y.org", Email),
            ("@user.name", Handle),
            ("#قمة_الرياض", Hashtag),
            ("#نَصٌّ2", Hashtag),
            ("...", Punctuation),
            ("!!!", Punctuation),
            ("؟", Punctuation),
            ("⁉", Punctuation),
            ("€", Symbol),
            ("👩\u{200d}👩\u{200d}👧", Symbol),
            ("🇪🇬", Symbol),
            ("\u{64e}\u{651}", Mark),
            ("ـ", Punctuation),
            ("ــــ", Punctuation),
            ("ـَــُ", Punctuation),
            ("ـه", Word),
            ("\u{6e5}", Mark),
            ("\u{e0020}", Mark),
            ("\u{200f}", Mark),
        ] {
            assert_eq!(tokens(text), [(text, kind)], "{}", text.escape_unicode());
        }
    }

    #[test]
    fn what_belongs_apart_is_apart() {
        for (text, pieces) in [
            ("انتهى.وقال", "انتهى|.|وقال"),
            ("لـ\"بوتين\"", "لـ|\"|بوتين|\""),
            ("بـ12", "بـ|12"),
            ("و200", "و|200"),
            ("الـCIA", "الـ|CIA"),
            ("1946م.", "1946|م|."),
            ("808هـ،", "808|هـ|،"),
            ("20ألف", "20|ألف"),
            ("كتب:سامر", "كتب|:|سامر"),
            ("ت.س.إليوت", "ت.س|.|إليوت"),
            ("د.سعاد", "د|.|سعاد"),
            ("١- الصدق", "١|-|الصدق"),
            ("1-الصدق", "1|-|الصدق"),
            ("الأحد-12/5", "الأحد|-|12/5"),
            ("مارس-أبريل", "مارس|-|أبريل"),
            ("(www.example.org).", "(|www.example.org|)|."),
            (
                "https://ar.example.org/ا_(ب).",
                "https://ar.example.org/ا_(ب)|.",
            ),
            ("info@example.org.", "info@example.org|."),
            ("@user.", "@user|."),
            ("a@b", "a|@|b"),
            ("a-b-c@d", "a|-|b|-|c|@|d"),
            ("a-b-http://example.org", "a|-|b|-|http://example.org"),
            ("المصدر-https://example.org", "المصدر|-|https://example.org"),
            ("نص-a.b@example.org", "نص|-|a.b@example.org"),
            ("2+a@example.org", "2|+|a@example.org"),
            ("-.a@example.org", "-|.|a@example.org"),
            ("ناصر ـ كامل", "ناصر|ـ|كامل"),
            ("# ", "#"),
            ("؟!..", "؟|!|.."),
            ("انتهى.\u{200f} وبدأ", "انتهى|.|\u{200f}|وبدأ"),
            ("شكرا😍نعم", "شكرا|😍|نعم"),
            ("12٪.", "12٪|."),
            ("5،", "5|،"),
            ("1. نص", "1|.|نص"),
            ("بيت ة", "بيت|ة"),
            ("ا  \u{64e}ب", "ا| \u{64e}|ب"),
        ] {
            let found: Vec<&str> = tokens(text).into_iter().map(|(piece, _)| piece).collect();
            assert_eq!(found.join("|"), pieces, "{}", text.escape_unicode());
        }
    }
}
