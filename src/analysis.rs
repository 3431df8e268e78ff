//! What `analyze` gives: the one value of every host.

use crate::document::Document;
use crate::entities::Entity;
use crate::keywords::Keyword;
use crate::letters::{self, TATWEEL};
use crate::ranking::{Reason, Score};
use crate::selection::Place;
use crate::sentences::SentenceKind;
use crate::span::Span;

/// The sentences of a text in order, its entities and its key phrases.
#[derive(Clone, PartialEq, Debug)]
pub struct Analysis {
    /// Every sentence, heading, list item and ornament, in text order.
    pub sentences: Vec<Sentence>,
    /// Mentions of entities, ascending and disjoint.
    pub entities: Vec<Entity>,
    /// Key phrases, heaviest first, at most 20.
    pub keywords: Vec<Keyword>,
    /// How many words the text has.
    pub words: usize,
    /// The share of its letters that are Arabic, 0..1.
    pub arabic: f64,
}

/// A sentence with its place in the order of importance.
#[derive(Clone, PartialEq, Debug)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: SentenceKind,
    /// The paragraph it stands in, counted from 0.
    pub paragraph: usize,
    /// 0 is the first to keep; `None` is never kept.
    pub rank: Option<usize>,
    /// The ranker's own value, 0..1.
    pub score: f64,
    /// What raised or lowered the score most: at most five terms, largest first.
    pub because: Vec<Reason>,
    /// The sentence it cannot be understood without.
    pub context: Option<usize>,
    /// Whether its end is a cut we made in a run-on sentence.
    pub soft: bool,
}

/// How many reasons a sentence gives.
const REASONS: usize = 5;

/// Puts the results of all stages together.
pub(crate) fn assemble(
    document: &Document,
    entities: Vec<Entity>,
    scores: Vec<Score>,
    places: &[Place],
    keywords: Vec<Keyword>,
) -> Analysis {
    let sentences = document
        .sentences
        .iter()
        .zip(scores)
        .zip(places)
        .map(|((sentence, mut score), place)| {
            score.reasons.truncate(REASONS);
            Sentence {
                span: sentence.span,
                kind: sentence.kind,
                paragraph: sentence.paragraph,
                rank: place.rank,
                score: score.value,
                because: score.reasons,
                context: place.context,
                soft: sentence.soft,
            }
        })
        .collect();
    let (words, arabic) = words_and_arabic(document.text);
    Analysis {
        sentences,
        entities,
        keywords,
        words,
        arabic,
    }
}

/// How many words `text` has, and the share of its letters that are Arabic.
///
/// Words are counted as the evaluation does: runs of Arabic letters, Arabic-Indic digits and ASCII
/// letters and digits; marks, tatweel and invisible characters do not part them. Without a letter
/// the share is 0.
pub(crate) fn words_and_arabic(text: &str) -> (usize, f64) {
    let (mut words, mut letters, mut arabic) = (0, 0_usize, 0_usize);
    let mut inside = false;
    let mut rest = text;
    loop {
        // The letters that fill our texts and the space between words first.
        let plain = letters::plain(rest);
        if plain > 0 {
            letters += plain / 2;
            arabic += plain / 2;
            words += usize::from(!inside);
            inside = true;
        }
        let mut after = rest[plain..].chars();
        let Some(c) = after.next() else { break };
        rest = after.as_str();
        let word = if c == ' ' {
            false
        } else {
            letters += usize::from(letters::is_alphabetic(c));
            arabic += usize::from(letters::is_alphabetic(c) && letters::is_arabic(c));
            matches!(c, 'ٱ' | '٠'..='٩') || c.is_ascii_alphanumeric()
        };
        words += usize::from(word && !inside);
        inside =
            word || inside && (c == TATWEEL || letters::is_mark(c) || letters::is_invisible(c));
    }
    let share = if letters == 0 {
        0.0
    } else {
        arabic as f64 / letters as f64
    };
    (words, share)
}

/// How many words `text` has.
pub(crate) fn words(text: &str) -> usize {
    words_and_arabic(text).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_as_the_evaluation_counts_them() {
        for (text, count) in [
            ("", 0),
            (" ،.\n", 0),
            ("كلمة", 1),
            ("مُحَمَّـــدٌ ٱلكريم", 2),
            ("لـ\"بوتين\"", 2),
            ("م\u{200f}ن هنا", 2),
            ("COVID-19 كوفيد", 3),
            ("٣٫٥ ملايين", 3),
            ("ـ ّ قال", 1),
            ("پاریس", 2),
        ] {
            assert_eq!(words(text), count, "{text}");
        }
    }

    #[test]
    #[expect(
        clippy::float_cmp,
        reason = "both are the quotient of the same integers"
    )]
    fn the_share_of_arabic_counts_letters_alone() {
        assert_eq!(words_and_arabic("123 !؟ 😀").1, 0.0);
        assert_eq!(words_and_arabic("بيت ab 12").1, 3.0 / 5.0);
    }
}
