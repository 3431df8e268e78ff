//! Features -> scores, with their reasons.

use crate::features::{COUNT, FEATURES, Features, NEWS};
use serde::Serialize;
use std::sync::OnceLock;

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
    /// The sum itself.
    pub sum: f64,
    /// Every term.
    pub reasons: Vec<Reason>,
}

/// What each feature is worth: learnt, read from `ranking/weights.tsv`.
///
/// News and prose are told differently, so each has its weights; how much of a document is laid out
/// as news mixes them.
#[derive(Clone, PartialEq, Debug)]
pub struct Model {
    /// What every sum starts from, in prose and in news.
    pub constant: [f64; 2],
    /// The weights of each feature in prose and in news, in the order of [`FEATURES`].
    pub weights: [[f64; 2]; COUNT],
}

impl Model {
    /// The model that ships.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| Self::read(include_str!("ranking/weights.tsv")))
    }

    /// Reads lines of name, weight in prose, weight in news; what is not named weighs nothing.
    #[must_use]
    pub fn read(lines: &str) -> Self {
        let mut model = Self {
            constant: [0.0; 2],
            weights: [[0.0; 2]; COUNT],
        };
        for line in lines.lines() {
            let mut cells = line.split('\t');
            let name = cells.next().unwrap_or_default();
            let pair = [(); 2].map(|()| {
                cells
                    .next()
                    .and_then(|cell| cell.parse().ok())
                    .unwrap_or(0.0)
            });
            if name == "constant" {
                model.constant = pair;
            } else if let Some(at) = FEATURES.iter().position(|(feature, _)| *feature == name) {
                model.weights[at] = pair;
            }
        }
        model
    }

    /// Scores every sentence by its features.
    #[must_use]
    pub fn score(&self, features: &[Features]) -> Vec<Score> {
        features.iter().map(|row| self.one(row)).collect()
    }

    fn one(&self, row: &Features) -> Score {
        let mix = |[prose, news]: [f64; 2]| prose + (news - prose) * row[NEWS];
        let mut sum = mix(self.constant);
        let mut reasons = Vec::with_capacity(COUNT);
        for (((feature, _), value), weights) in FEATURES.iter().zip(row).zip(&self.weights) {
            let contribution = mix(*weights) * value;
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
            sum,
            reasons,
        }
    }
}

/// Scores every sentence by its features with the model that ships.
#[must_use]
pub fn score(features: &[Features]) -> Vec<Score> {
    Model::shipped().score(features)
}
