//! Learns the weights of the ranker: for news from editors' abstracts, for prose from the crowd's extracts.

use super::cases::{Case, People};
use super::logistic;
use super::prose;
use crate::evaluate::data;
use std::fmt::Write;
use std::path::Path;
use zubda::features::{COUNT, FEATURES, Features, NEWS};
use zubda::ranking::Model;

/// What the first sentence of news has beside the others: it leads, the model orders the rest.
const LEADS: f64 = 3.0;
/// What it loses where it is sure to set a scene only: enough to stand behind others.
const SCENE: f64 = -8.0;

/// Learns the weights and gives the lines of `src/ranking/weights.tsv`.
pub(crate) fn learn(folder: &Path) -> Result<String, String> {
    let mut cases: Vec<Case> = data::crowd(folder)?.iter().map(Case::of_crowd).collect();
    cases.extend(data::articles(folder)?.iter().filter_map(Case::of_article));
    let model = fit(&cases.iter().collect::<Vec<_>>());
    let mut lines = String::from(
        "# What each feature of a sentence is worth for its rank: name, weight in prose, weight in news.\n\
         # Learnt from EASC and from BBC Arabic articles with their abstracts (see the README's models);\n\
         # made by: cargo xtask train ranking\n",
    );
    let [prose, news] = model.constant;
    let _ = writeln!(lines, "constant\t{prose:.4}\t{news:.4}");
    for ((name, _), [prose, news]) in FEATURES.iter().zip(model.weights) {
        if prose != 0.0 || news != 0.0 {
            let _ = writeln!(lines, "{name}\t{prose:.4}\t{news:.4}");
        }
    }
    Ok(lines)
}

/// The model that fits `cases`.
pub(crate) fn fit(cases: &[&Case]) -> Model {
    let mut news = news(cases);
    for ((feature, _), weight) in FEATURES.iter().zip(&mut news) {
        match *feature {
            "first" => *weight += LEADS,
            "scene" => *weight += SCENE,
            _ => {}
        }
    }
    let prose = prose::fit(cases);
    let round = |weight: f64| (weight * 1e4).round() / 1e4;
    let mut weights = [[0.0; 2]; COUNT];
    for at in 0..COUNT {
        weights[at] = [round(prose[at]), round(news[at])];
    }
    let constant = [0, 1].map(|kind| round(constant(cases, &weights.map(|pair| pair[kind]), kind)));
    Model { constant, weights }
}

/// The constant under which the mean sentence of prose (0) or news (1) scores one quarter.
fn constant(cases: &[&Case], weights: &Features, kind: usize) -> f64 {
    let sums: Vec<f64> = cases
        .iter()
        .flat_map(|case| &case.rows)
        .filter(|row| usize::from(row[NEWS] > 0.5) == kind)
        .map(|row| row.iter().zip(weights).map(|(x, w)| x * w).sum())
        .collect();
    -sums.iter().sum::<f64>() / sums.len().max(1) as f64 - libm::log(3.0)
}

/// Which sentence after the first is the key sentence of an abstract or, where the first is, adds
/// most to it: a logistic regression, weighted by how much there is to add.
fn news(cases: &[&Case]) -> Features {
    let mut rows = Vec::new();
    for case in cases {
        let People::Editor(editor) = &case.people else {
            continue;
        };
        let (wanted, weight) = editor.wanted_after_first();
        for (i, row) in case.rows.iter().enumerate().skip(1) {
            rows.push(logistic::Row {
                signs: row,
                hit: i == wanted,
                weight,
            });
        }
    }
    logistic::fit(&rows)
}
