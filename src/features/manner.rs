//! How a sentence says it: numbers, quotes, questions, openers.

use super::openers::Lean;
use super::view::View;

/// How many numbers it has.
pub(super) fn numbers(view: &View, sentence: usize) -> f64 {
    let n = view.sentences[sentence].numbers as f64;
    n / (n + 2.0)
}

/// The share of its words within quotation marks.
pub(super) fn quotes(view: &View, sentence: usize) -> f64 {
    let facts = &view.sentences[sentence];
    facts.quoted as f64 / facts.words.max(1) as f64
}

/// The share of its words within brackets.
pub(super) fn brackets(view: &View, sentence: usize) -> f64 {
    let facts = &view.sentences[sentence];
    facts.bracketed as f64 / facts.words.max(1) as f64
}

/// Whether it is a question.
pub(super) fn question(view: &View, sentence: usize) -> f64 {
    let text = view.document.sentences[sentence]
        .span
        .of(view.document.text);
    f64::from(u8::from(text.ends_with(['؟', '?'])))
}

/// Whether it opens with a verb of reporting.
pub(super) fn reporting(view: &View, sentence: usize) -> f64 {
    f64::from(u8::from(view.sentences[sentence].opening.reports))
}

/// How much its opening leans on what came before.
pub(super) fn leaning(view: &View, sentence: usize) -> f64 {
    match view.sentences[sentence].opening.lean {
        Lean::None => 0.0,
        Lean::Weak => 0.3,
        Lean::Medium => 0.6,
        Lean::Strong => 1.0,
    }
}

/// Whether it says what something is.
pub(super) fn definition(view: &View, sentence: usize) -> f64 {
    f64::from(u8::from(view.sentences[sentence].opening.defines))
}

/// Whether it opens with a conjunction.
pub(super) fn conjunction(view: &View, sentence: usize) -> f64 {
    f64::from(u8::from(view.sentences[sentence].opening.conjunction))
}

/// Whether it ends in a colon: what matters follows.
pub(super) fn colon(view: &View, sentence: usize) -> f64 {
    f64::from(u8::from(view.ends_in_colon(sentence)))
}

/// How much the document is laid out as news: not at all, where one sentence of three is a
/// paragraph of its own; wholly, where two of five are.
pub(super) fn news(view: &View, _sentence: usize) -> f64 {
    (15.0 * view.short_paragraphs - 5.0).clamp(0.0, 1.0)
}

/// How much the document reports speech.
pub(super) fn speech(view: &View, _sentence: usize) -> f64 {
    view.reporting
}
