//! How likely a headline would have a term: learnt from headlines of news.

use super::facts::Facts;
use super::signs;
use crate::document::Document;
use crate::terms::Terms;
use std::sync::OnceLock;

/// How many things are looked at in a term.
pub const SIGNS: usize = SIGN_NAMES.len();

/// What is looked at in a term, in the order of [`signs`].
pub const SIGN_NAMES: [&str; 13] = [
    "constant",
    "count",
    "sentences",
    "share-of-sentences",
    "nearness-of-first",
    "in-first",
    "in-second",
    "in-third",
    "rarity",
    "rarity-squared",
    "count-and-rarity",
    "spread",
    "terms-of-document",
];

/// Looks at each term of a document.
#[must_use]
pub fn signs(sentences: &[Facts], terms: &Terms) -> Vec<[f64; SIGNS]> {
    let mut seen = vec![Seen::default(); terms.table.len()];
    for facts in sentences.iter().filter(|facts| facts.kept) {
        for &(term, count) in &facts.terms {
            seen[term as usize].note(facts.ordinal, count);
        }
    }
    let kept = sentences.iter().filter(|facts| facts.kept).count().max(1) as f64;
    let size = libm::log(1.0 + terms.table.len() as f64) / 10.0;
    seen.iter()
        .zip(&terms.table)
        .map(|(seen, term)| {
            let count = libm::log(1.0 + f64::from(seen.count));
            let rarity = term.rarity / 10.0;
            let spread = (seen.last - seen.first) as f64 / kept;
            [
                1.0,
                count,
                libm::log(1.0 + f64::from(seen.sentences)),
                f64::from(seen.sentences) / kept,
                1.0 / (1.0 + seen.first as f64),
                f64::from(u8::from(seen.early[0])),
                f64::from(u8::from(seen.early[1])),
                f64::from(u8::from(seen.early[2])),
                rarity,
                rarity * rarity,
                count * rarity,
                spread,
                size,
            ]
        })
        .collect()
}

/// Where a term was seen.
#[derive(Clone, Default)]
struct Seen {
    count: u32,
    sentences: u32,
    first: usize,
    last: usize,
    early: [bool; 3],
}

impl Seen {
    fn note(&mut self, ordinal: usize, count: u32) {
        if self.sentences == 0 {
            self.first = ordinal;
        }
        self.last = ordinal;
        self.count += count;
        self.sentences += 1;
        if let Some(early) = self.early.get_mut(ordinal) {
            *early = true;
        }
    }
}

/// How likely a headline would have each term, 0..1.
#[must_use]
pub(super) fn salience(sentences: &[Facts], terms: &Terms) -> Vec<f64> {
    let weights = weights();
    signs(sentences, terms)
        .iter()
        .map(|signs| {
            let sum = signs::sum(signs, weights);
            1.0 / (1.0 + libm::exp(-sum))
        })
        .collect()
}

/// How much of what a headline would say each sentence says beyond the `first`, in the measure of
/// the harmonic mean; 0 of the first itself.
#[must_use]
pub(super) fn beyond_first(
    document: &Document,
    sentences: &[Facts],
    first: Option<usize>,
    salience: &[f64],
) -> Vec<f64> {
    let total: f64 = salience.iter().sum();
    let Some(first) = first else {
        return vec![0.0; sentences.len()];
    };
    let said = document.sentences[first].span.end;
    sentences
        .iter()
        .enumerate()
        .map(|(i, facts)| {
            if i == first {
                return 0.0;
            }
            let new: f64 = facts
                .terms
                .iter()
                .filter(|&&(t, _)| document.terms.table[t as usize].first.start >= said)
                .map(|&(t, _)| salience[t as usize])
                .sum();
            2.0 * new / (facts.terms.len() as f64 + total).max(1.0)
        })
        .collect()
}

/// The share of kept sentences whose value is below that of each; of equals the earlier is above.
#[must_use]
pub(super) fn ranks(sentences: &[Facts], values: &[f64]) -> Vec<f64> {
    let mut kept: Vec<usize> = (0..values.len()).filter(|&i| sentences[i].kept).collect();
    kept.sort_by(|&a, &b| values[a].total_cmp(&values[b]).then(b.cmp(&a)));
    let last = kept.len().max(2) - 1;
    let mut ranks = vec![0.0; values.len()];
    for (rank, i) in kept.into_iter().enumerate() {
        ranks[i] = rank as f64 / last as f64;
    }
    ranks
}

/// The weight of each sign.
fn weights() -> &'static [f64; SIGNS] {
    static WEIGHTS: OnceLock<[f64; SIGNS]> = OnceLock::new();
    WEIGHTS.get_or_init(|| signs::weights(&SIGN_NAMES, include_str!("salience.tsv")))
}
