//! Paired bootstrap: how sure a difference between two systems is, by document.

use super::chance::Chance;

/// How often the documents are drawn anew.
const DRAWS: usize = 5000;

/// The mean of `differences` and its 95 % interval.
pub(crate) fn interval(differences: &[f64]) -> (f64, f64, f64) {
    let n = differences.len();
    if n == 0 {
        return (0.0, 0.0, 0.0);
    }
    let mut chance = Chance::seeded(1);
    let mut means: Vec<f64> = (0..DRAWS)
        .map(|_| (0..n).map(|_| differences[chance.below(n)]).sum::<f64>() / n as f64)
        .collect();
    means.sort_by(f64::total_cmp);
    (
        mean(differences),
        means[DRAWS / 40],
        means[DRAWS - 1 - DRAWS / 40],
    )
}

/// The mean of `values`; 0 of none.
pub(crate) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}
