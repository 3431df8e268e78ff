//! Learns the weights for prose: what a sentence is worth to the crowd's extracts, by ridge regression
//! on few features, as the documents are few.

use super::cases::{Case, CrowdCase, People};
use super::elimination;
use zubda::features::{COUNT, FEATURES, Features};

/// The features that are learnt from.
const LEARNT: [&str; 5] = ["first", "last", "place", "leaning", "salience"];
/// How strongly weights are held near zero: for features of unit spread and rows of unit weight.
const RIDGE: f64 = 30.0;
/// How far the sums of a document's sentences spread: like those of news, so that both mix.
const SPREAD: f64 = 1.5;

/// What is learnt from one sentence, as it differs from the mean of its document.
struct Row {
    signs: [f64; LEARNT.len()],
    worth: f64,
    weight: f64,
}

/// The weights of a feature in prose, all but a few of them 0.
pub(crate) fn fit(cases: &[&Case]) -> Features {
    let places = LEARNT.map(|name| FEATURES.iter().position(|(feature, _)| *feature == name));
    let rows: Vec<Row> = cases
        .iter()
        .filter_map(|case| match &case.people {
            People::Crowd(crowd) => Some(rows(&case.rows, crowd, places)),
            People::Editor(_) => None,
        })
        .flatten()
        .collect();
    let learnt = ridge(&rows);
    let mut weights = [0.0; COUNT];
    for (place, weight) in places.into_iter().zip(learnt) {
        if let Some(place) = place {
            weights[place] = weight;
        }
    }
    weights
}

/// The sentences of a document; a run-on sentence counts as a whole, by its head.
fn rows(
    features: &[Features],
    crowd: &CrowdCase,
    places: [Option<usize>; LEARNT.len()],
) -> Vec<Row> {
    let continues = FEATURES
        .iter()
        .position(|(name, _)| *name == "continuation");
    let mut rows: Vec<Row> = Vec::new();
    for ((row, worth), share) in features.iter().zip(&crowd.worths).zip(&crowd.shares) {
        match rows.last_mut() {
            Some(head) if continues.is_some_and(|at| row[at] > 0.5) => {
                head.worth += worth * share;
                head.weight += share;
            }
            _ => rows.push(Row {
                signs: places.map(|place| place.map_or(0.0, |place| row[place])),
                worth: worth * share,
                weight: *share,
            }),
        }
    }
    for row in &mut rows {
        row.worth /= row.weight.max(f64::MIN_POSITIVE);
    }
    let mean = |value: &dyn Fn(&Row) -> f64| -> f64 {
        let sum: f64 = rows.iter().map(|row| row.weight * value(row)).sum();
        sum / rows
            .iter()
            .map(|row| row.weight)
            .sum::<f64>()
            .max(f64::MIN_POSITIVE)
    };
    let worth = mean(&|row| row.worth);
    let mut signs = [0.0; LEARNT.len()];
    for (i, sign) in signs.iter_mut().enumerate() {
        *sign = mean(&|row| row.signs[i]);
    }
    for row in &mut rows {
        row.worth -= worth;
        for (sign, mean) in row.signs.iter_mut().zip(signs) {
            *sign -= mean;
        }
    }
    rows
}

/// The weights whose sums come nearest to the worths, made so large that the sums spread as wanted.
fn ridge(rows: &[Row]) -> [f64; LEARNT.len()] {
    let total: f64 = rows.iter().map(|row| row.weight).sum();
    let scale = rows.len() as f64 / total.max(f64::MIN_POSITIVE);
    let mut matrix = [[0.0; LEARNT.len()]; LEARNT.len()];
    let mut right = [0.0; LEARNT.len()];
    let mut spreads = [0.0; LEARNT.len()];
    for row in rows {
        for (spread, sign) in spreads.iter_mut().zip(row.signs) {
            *spread += sign * sign / rows.len() as f64;
        }
    }
    let spreads = spreads.map(|square: f64| if square > 1e-9 { square.sqrt() } else { 1.0 });
    for row in rows {
        for i in 0..LEARNT.len() {
            let sign = row.weight * scale * row.signs[i] / spreads[i];
            right[i] += sign * row.worth;
            for j in 0..=i {
                matrix[i][j] += sign * row.signs[j] / spreads[j];
            }
        }
    }
    for (i, row) in matrix.iter_mut().enumerate() {
        row[i] += RIDGE;
    }
    let mut weights = elimination::solve(&mut matrix, right);
    for (weight, spread) in weights.iter_mut().zip(spreads) {
        *weight /= spread;
    }
    let squares: f64 = rows
        .iter()
        .map(|row| {
            row.signs
                .iter()
                .zip(weights)
                .map(|(x, w)| x * w)
                .sum::<f64>()
        })
        .map(|sum| sum * sum)
        .sum();
    let spread = (squares / rows.len().max(1) as f64).sqrt();
    weights.map(|weight| weight * SPREAD / spread.max(f64::MIN_POSITIVE))
}
