//! Extractive summaries and named entities of Arabic text.
//!
//! Everything is a quotation: sentences are ranked, never rewritten, and every span leads back to
//! its place in the text.
//!
//! ```
//! let text = "افتتحت المدينة مكتبتها الجديدة. وحضر الافتتاح مئات السكان.";
//! let analysis = zubda::analyze(text);
//! assert_eq!(analysis.sentences.len(), 2);
//! assert_eq!(analysis.sentences[0].span.of(text), "افتتحت المدينة مكتبتها الجديدة.");
//! ```

pub mod analysis;
pub mod clitics;
pub mod document;
pub mod entities;
pub mod features;
pub mod json;
pub mod keywords;
pub mod letters;
pub mod lexicon;
pub mod ranking;
pub mod selection;
pub mod sentences;
pub mod span;
pub mod summary;
pub mod terms;
pub mod tokens;
pub mod utf16;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use analysis::Analysis;
use document::Document;
use features::view::View;

/// Ranks the sentences of `text` and finds its entities and key phrases. Spans count bytes.
///
/// Never fails and never panics, whatever the text; an empty text gives empty lists. Time and
/// memory grow linearly with the text.
#[must_use]
pub fn analyze(text: &str) -> Analysis {
    let document = Document::read(text);
    let entities = entities::find(&document);
    let view = View::of(&document, &entities);
    let scores = ranking::score(&features::measure(&view));
    let places = selection::order(&view, &scores);
    let keywords = keywords::keywords(&view, &entities);
    analysis::assemble(&document, entities, scores, &places, keywords)
}
