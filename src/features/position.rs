//! Where a sentence stands, and how long it is.

use super::opening;
use super::view::View;

/// Whether it is the first sentence.
pub(super) fn first(view: &View, sentence: usize) -> f64 {
    at(view, sentence, 0)
}

/// How sure it is that the text opens with it to set a scene, and tells its news later.
pub(super) fn scene(view: &View, sentence: usize) -> f64 {
    if view.first == Some(sentence) {
        opening::scene(&view.opening)
    } else {
        0.0
    }
}

/// Whether it is the second sentence.
pub(super) fn second(view: &View, sentence: usize) -> f64 {
    at(view, sentence, 1)
}

/// Whether it is the third sentence.
pub(super) fn third(view: &View, sentence: usize) -> f64 {
    at(view, sentence, 2)
}

fn at(view: &View, sentence: usize, ordinal: usize) -> f64 {
    f64::from(u8::from(view.sentences[sentence].ordinal == ordinal))
}

/// Whether it is the last sentence.
pub(super) fn last(view: &View, sentence: usize) -> f64 {
    f64::from(u8::from(view.sentences[sentence].ordinal + 1 == view.kept))
}

/// Nearness to the start, falling slowly: the ninth sentence has half of the first.
pub(super) fn early(view: &View, sentence: usize) -> f64 {
    8.0 / (8.0 + view.sentences[sentence].ordinal as f64)
}

/// How far it runs beyond a length that is easily read.
pub(super) fn run_on(view: &View, sentence: usize) -> f64 {
    let words = view.sentences[sentence].words as f64;
    (1.0 - 43.0 / words.max(1.0)).max(0.0)
}

/// Whether it is the later piece of a run-on sentence.
pub(super) fn continuation(view: &View, sentence: usize) -> f64 {
    let sentences = &view.document.sentences;
    f64::from(u8::from(sentence > 0 && sentences[sentence - 1].soft))
}

/// Nearness to the start of the text.
pub(super) fn lead(view: &View, sentence: usize) -> f64 {
    1.0 / (1.0 + view.sentences[sentence].ordinal as f64)
}

/// Its place between first (0) and last (1).
pub(super) fn place(view: &View, sentence: usize) -> f64 {
    view.sentences[sentence].ordinal as f64 / (view.kept.max(2) - 1) as f64
}

/// Nearness to the end of the text.
pub(super) fn end(view: &View, sentence: usize) -> f64 {
    1.0 / view
        .kept
        .saturating_sub(view.sentences[sentence].ordinal)
        .max(1) as f64
}

/// Whether it follows a heading.
pub(super) fn after_heading(view: &View, sentence: usize) -> f64 {
    f64::from(u8::from(view.sentences[sentence].after_heading))
}

/// How many sentences the document has: 64 are half way.
pub(super) fn document_length(view: &View, _sentence: usize) -> f64 {
    view.kept as f64 / (view.kept as f64 + 16.0)
}

/// How much of the document is headings.
pub(super) fn sections(view: &View, _sentence: usize) -> f64 {
    view.headings as f64 / (view.headings + view.kept).max(1) as f64
}

/// Its words; 60 are 1.
pub(super) fn length(view: &View, sentence: usize) -> f64 {
    view.sentences[sentence].words as f64 / 60.0
}

/// Its words beside the mean of the document: the mean is one half.
pub(super) fn length_in_document(view: &View, sentence: usize) -> f64 {
    let mean = view.words as f64 / view.kept.max(1) as f64;
    let words = view.sentences[sentence].words as f64;
    words / (words + mean).max(1.0)
}

/// The share of the document's words it takes.
pub(super) fn length_share(view: &View, sentence: usize) -> f64 {
    view.sentences[sentence].words as f64 / view.words.max(1) as f64
}
