//! The lines of a text and its paragraphs.

use super::extent::Extent;
use super::unwrap;
use crate::letters;
use crate::tokens::{Token, TokenKind};

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
            .all(|c| c.is_whitespace() || c.is_control() || letters::is_invisible(c)),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::sentences::SentenceKind;

    /// The kind of each sentence of `text`.
    fn kinds(text: &str) -> Vec<SentenceKind> {
        let sentences = Document::read(text).sentences;
        sentences.iter().map(|sentence| sentence.kind).collect()
    }

    #[test]
    fn a_line_that_shows_nothing_gives_nothing() {
        for line in [
            "\u{200f}",
            " \u{200e}\u{a0}\u{200b}\t",
            "\u{feff}\u{2060}\u{ad}\u{200c}\u{200d}",
            " \u{fe0f}",
            "\u{34f}\u{61c}",
            "\u{3164}",
            "\u{e0020}\u{e007f}",
            "\0\u{1b}",
        ] {
            assert_eq!(kinds(line), [], "{}", line.escape_unicode());
            let text = format!("كتب الرجل رسالة.\n{line}\nوقرأها.");
            assert_eq!(
                Document::read(&text).sentences.len(),
                2,
                "{}",
                line.escape_unicode()
            );
        }
    }

    #[test]
    fn a_line_without_letter_or_digit_is_ornament() {
        for line in [
            "ـ",
            "ـــــــــــــ",
            "ـَـُـ",
            "ـ ـ ـ",
            "\u{64e}",
            "\u{64e}\u{651} \u{670}",
            "\u{6e5}",
            "***",
            "- - -",
            "🌊🌊",
            "﴾﴿",
            "؟!",
        ] {
            assert_eq!(
                kinds(line),
                [SentenceKind::Ornament],
                "{}",
                line.escape_unicode()
            );
        }
    }
}
