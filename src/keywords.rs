//! The key phrases of a document.

use crate::document::Document;
use crate::entities::Entity;
use serde::Serialize;

/// A key phrase of the document.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Keyword {
    /// One to three words, as written in the text.
    pub text: String,
    /// Its weight, 0..1; the first has 1.
    pub weight: f64,
}

/// The key phrases of `document`, heaviest first, at most 20.
#[must_use]
pub fn keywords(_document: &Document, _entities: &[Entity]) -> Vec<Keyword> {
    Vec::new()
}
