//! What is measured of a sentence: one row in the table, one plain function each.

use crate::document::Document;
use crate::entities::Entity;

/// How many features there are.
pub const COUNT: usize = FEATURES.len();

/// The measures of one sentence, each between 0 and 1, in the order of [`FEATURES`].
pub type Features = [f64; COUNT];

type Measure = fn(&Document, &[Entity], usize) -> f64;

/// Every feature: its name in the contract, and what measures it.
pub const FEATURES: [(&str, Measure); 1] = [("lead", lead)];

/// Measures every sentence of `document`.
#[must_use]
pub fn measure(document: &Document, entities: &[Entity]) -> Vec<Features> {
    (0..document.sentences.len())
        .map(|i| FEATURES.map(|(_, measure)| measure(document, entities, i)))
        .collect()
}

/// Nearness to the start of the text.
fn lead(_document: &Document, _entities: &[Entity], sentence: usize) -> f64 {
    1.0 / (1.0 + sentence as f64)
}
