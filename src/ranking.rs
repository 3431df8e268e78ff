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

/// The constant that every sum starts from.
const CONSTANT: f64 = -2.5;

/// Weights set by hand, until they are learnt.
const WEIGHTS: [(&str, f64); 6] = [
    ("lead", 4.0),
    ("place", -0.5),
    ("centrality", 1.0),
    ("key-terms", 1.0),
    ("length", 0.5),
    ("leaning", -0.5),
];

/// Scores every sentence by its features.
#[must_use]
pub fn score(features: &[Features]) -> Vec<Score> {
    features.iter().map(one).collect()
}

fn one(row: &Features) -> Score {
    let mut sum = CONSTANT;
    let mut reasons: Vec<Reason> = Vec::new();
    for ((feature, _), value) in FEATURES.iter().zip(row) {
        let Some((_, weight)) = WEIGHTS.iter().find(|(name, _)| name == feature) else {
            continue;
        };
        let contribution = weight * value;
        sum += contribution;
        if contribution != 0.0 {
            reasons.push(Reason {
                feature,
                contribution,
            });
        }
    }
    reasons.sort_by(|a, b| b.contribution.abs().total_cmp(&a.contribution.abs()));
    Score {
        value: 1.0 / (1.0 + libm::exp(-sum)),
        reasons,
    }
}
