//! Logistic regression by Newton's method: the same rows give the same weights.

use super::elimination;
use zubda::features::{COUNT, Features};

const ROUNDS: usize = 8;
/// How strongly weights are held near zero: for signs of unit spread and rows of unit weight.
const RIDGE: f64 = 100.0;

/// What is seen of one example, whether it is wanted, and how much it counts.
pub(crate) struct Row<'r> {
    pub(crate) signs: &'r Features,
    pub(crate) hit: bool,
    pub(crate) weight: f64,
}

/// The weight of each sign; the constant is left out, as it orders nothing.
pub(crate) fn fit(rows: &[Row]) -> Features {
    let total: f64 = rows.iter().map(|row| row.weight).sum();
    let scale = rows.len() as f64 / total.max(f64::MIN_POSITIVE);
    let (means, spreads) = spread(rows);
    let mut weights = [0.0; COUNT + 1];
    for _ in 0..ROUNDS {
        let mut gradient = weights.map(|w| -RIDGE * w);
        gradient[COUNT] = 0.0;
        let mut hessian = vec![[0.0; COUNT + 1]; COUNT + 1];
        for (i, row) in hessian.iter_mut().enumerate() {
            row[i] = if i < COUNT { RIDGE } else { 0.0 };
        }
        for row in rows {
            let mut x = [1.0; COUNT + 1];
            for i in 0..COUNT {
                x[i] = (row.signs[i] - means[i]) / spreads[i];
            }
            let sum: f64 = x.iter().zip(&weights).map(|(x, w)| x * w).sum();
            let p = 1.0 / (1.0 + libm::exp(-sum));
            let error = row.weight * scale * (f64::from(u8::from(row.hit)) - p);
            let curve = row.weight * scale * p * (1.0 - p);
            for i in 0..=COUNT {
                gradient[i] += error * x[i];
                for j in 0..=i {
                    hessian[i][j] += curve * x[i] * x[j];
                }
            }
        }
        for (weight, step) in weights
            .iter_mut()
            .zip(elimination::solve(&mut hessian, gradient))
        {
            *weight += step;
        }
    }
    let mut plain = spreads;
    for (plain, weight) in plain.iter_mut().zip(weights) {
        *plain = weight / *plain;
    }
    plain
}

/// The weight of each sign where the constant is one of them and the rows are so many that nothing
/// holds the weights near zero but what makes the system regular.
pub(crate) fn signs<const N: usize>(rows: &[([f64; N], bool)]) -> [f64; N] {
    let mut weights = [0.0; N];
    for _ in 0..ROUNDS {
        let mut gradient = weights.map(|w| -w);
        let mut hessian = [[0.0; N]; N];
        for (i, row) in hessian.iter_mut().enumerate() {
            row[i] = 1.0;
        }
        for (signs, hit) in rows {
            let sum: f64 = signs.iter().zip(&weights).map(|(s, w)| s * w).sum();
            let p = 1.0 / (1.0 + libm::exp(-sum));
            let error = f64::from(u8::from(*hit)) - p;
            for i in 0..N {
                gradient[i] += error * signs[i];
                for j in 0..=i {
                    hessian[i][j] += p * (1.0 - p) * signs[i] * signs[j];
                }
            }
        }
        let step = elimination::solve(&mut hessian, gradient);
        for (weight, step) in weights.iter_mut().zip(step) {
            *weight += step;
        }
    }
    weights
}

/// The mean and the spread of each sign; a sign that never changes has the spread 1.
fn spread(rows: &[Row]) -> (Features, Features) {
    let n = rows.len().max(1) as f64;
    let mut means = [0.0; COUNT];
    let mut spreads = [0.0; COUNT];
    for row in rows {
        for (mean, sign) in means.iter_mut().zip(row.signs) {
            *mean += sign / n;
        }
    }
    for row in rows {
        for ((spread, sign), mean) in spreads.iter_mut().zip(row.signs).zip(&means) {
            *spread += (sign - mean) * (sign - mean) / n;
        }
    }
    let spread = |square: f64| if square > 1e-9 { square.sqrt() } else { 1.0 };
    (means, spreads.map(spread))
}
