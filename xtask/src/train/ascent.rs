//! Learns the weights for prose by what they are judged by: coordinate ascent on the measure itself
//! (after Metzler and Croft 2007), averaged over samples of the documents.

use super::cases::{Case, CrowdCase, People};
use crate::evaluate::chance::Chance;
use zubda::features::{COUNT, FEATURES, Features, NEWS};

/// How many samples are learnt from and averaged.
const SAMPLES: u64 = 16;
/// How often every weight is looked at in one sample.
const PASSES: usize = 3;
/// What a weight may be.
const GRID: [f64; 9] = [0.0, 0.25, -0.25, 0.5, -0.5, 1.0, -1.0, 2.0, -2.0];
/// What a weight must gain to be there.
const COST: f64 = 0.001;
/// What the search starts from, which also sets the scale.
const START: (&str, f64) = ("place", -2.0);
/// The features whose weights are searched: few, as the documents are few.
const SEARCHED: [&str; 5] = [
    "lead",
    "last",
    "leaning",
    "length-in-document",
    "announcement",
];

/// The mean of the weights that fit several samples of the crowd's documents best, where `news`
/// are the weights for news.
pub(crate) fn fit(cases: &[&Case], news: &Features) -> Features {
    let documents: Vec<Document> = cases
        .iter()
        .filter_map(|case| Document::of(case, news))
        .collect();
    let mut weights = [0.0; COUNT];
    for sample in 0..SAMPLES {
        let mut some = Chance::seeded(sample + 1).order(documents.len());
        some.truncate(documents.len() * 2 / 3);
        some.sort_unstable();
        let sample: Vec<&Document> = some.into_iter().map(|i| &documents[i]).collect();
        for (mean, weight) in weights.iter_mut().zip(ascend(&sample)) {
            *mean += weight / SAMPLES as f64;
        }
    }
    weights
}

/// A document of the crowd, with what the weights for news already make of its sentences.
struct Document<'c> {
    rows: &'c [Features],
    crowd: &'c CrowdCase,
    news: Vec<f64>,
}

impl<'c> Document<'c> {
    fn of(case: &'c Case, news: &Features) -> Option<Self> {
        let People::Crowd(crowd) = &case.people else {
            return None;
        };
        let sum =
            |row: &Features| row.iter().zip(news).map(|(x, w)| x * w).sum::<f64>() * row[NEWS];
        Some(Self {
            rows: &case.rows,
            crowd,
            news: case.rows.iter().map(sum).collect(),
        })
    }

    fn worth(&self, weights: &[(usize, f64)]) -> f64 {
        let sums: Vec<f64> = self
            .rows
            .iter()
            .zip(&self.news)
            .map(|(row, news)| {
                news + (1.0 - row[NEWS]) * weights.iter().map(|&(at, w)| w * row[at]).sum::<f64>()
            })
            .collect();
        let mut order: Vec<usize> = (0..sums.len()).collect();
        order.sort_by(|&a, &b| sums[b].total_cmp(&sums[a]));
        self.crowd.worth(&order)
    }
}

fn ascend(documents: &[&Document]) -> Features {
    let mut weights: Vec<(usize, f64)> = [START]
        .into_iter()
        .chain(SEARCHED.map(|name| (name, 0.0)))
        .filter_map(|(name, weight)| {
            Some((
                FEATURES.iter().position(|(feature, _)| *feature == name)?,
                weight,
            ))
        })
        .collect();
    let worth = |weights: &[(usize, f64)]| {
        let used: Vec<(usize, f64)> = weights.iter().copied().filter(|(_, w)| *w != 0.0).collect();
        let sum: f64 = documents.iter().map(|document| document.worth(&used)).sum();
        sum / documents.len().max(1) as f64 - COST * used.len() as f64
    };
    let mut best = worth(&weights);
    for _ in 0..PASSES {
        let before = best;
        for at in 1..weights.len() {
            let mut kept = weights[at].1;
            for tried in GRID {
                weights[at].1 = tried;
                let now = worth(&weights);
                if now > best + 1e-7 {
                    (best, kept) = (now, tried);
                }
            }
            weights[at].1 = kept;
        }
        if best <= before {
            break;
        }
    }
    let mut all = [0.0; COUNT];
    for (at, weight) in weights {
        all[at] = weight;
    }
    all
}
