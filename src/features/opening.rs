//! Whether a text opens with its news, or sets a scene first: learnt from editors' abstracts.

use super::facts::Facts;
use super::signs;
use std::sync::OnceLock;

/// How many things are looked at.
pub const SIGNS: usize = SIGN_NAMES.len();

/// What is looked at in the first sentence and its text, in the order of [`signs`].
pub const SIGN_NAMES: [&str; 6] = [
    "constant",
    "salience",
    "short-paragraphs",
    "words",
    "words-beside-mean",
    "reporting",
];

/// Looks at the first sentence. `salience`: how much of what a headline would say it says;
/// `short_paragraphs`: the share of sentences that are paragraphs of their own; `mean`: the words
/// of the mean sentence.
#[must_use]
pub fn signs(first: &Facts, salience: f64, short_paragraphs: f64, mean: f64) -> [f64; SIGNS] {
    let words = first.words as f64;
    [
        1.0,
        salience,
        short_paragraphs,
        (words / 60.0).min(1.0),
        words / (words + mean).max(1.0),
        f64::from(u8::from(first.opening.reports)),
    ]
}

/// How sure it is, 0..1, that the first sentence only sets a scene: 0 unless that is likelier than
/// not, 1 from odds of two to one.
#[must_use]
pub(super) fn scene(signs: &[f64; SIGNS]) -> f64 {
    let told = signs::sum(signs, weights());
    (-told / EVEN_TO_SURE).clamp(0.0, 1.0)
}

/// The logarithm of the odds from which a scene is sure.
const EVEN_TO_SURE: f64 = core::f64::consts::LN_2;

/// The weight of each sign.
fn weights() -> &'static [f64; SIGNS] {
    static WEIGHTS: OnceLock<[f64; SIGNS]> = OnceLock::new();
    WEIGHTS.get_or_init(|| signs::weights(&SIGN_NAMES, include_str!("opening.tsv")))
}
