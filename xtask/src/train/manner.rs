//! Tells news from encyclopedia by the classes of a text's words (logistic regression).

use zubda::entities::model::COARSE;

const EPOCHS: usize = 300;
const RATE: f32 = 2.0;
/// The unit of the weights.
const UNIT: f32 = 0.02;

/// The weight of each coarse class for the encyclopedia, and the constant.
pub(crate) fn learn<'a>(
    news: impl Iterator<Item = &'a [u32; COARSE]>,
    encyclopedia: impl Iterator<Item = &'a [u32; COARSE]>,
) -> Vec<i16> {
    let news: Vec<_> = news.map(shares).collect();
    let encyclopedia: Vec<_> = encyclopedia.map(shares).collect();
    let mut weights = [0.0_f32; COARSE + 1];
    for _ in 0..EPOCHS {
        let mut slopes = [0.0; COARSE + 1];
        for (texts, right) in [(&news, 0.0), (&encyclopedia, 1.0)] {
            for text in texts {
                let sum: f32 = weights[COARSE]
                    + text
                        .iter()
                        .zip(&weights)
                        .map(|(share, weight)| share * weight)
                        .sum::<f32>();
                let error = (right - 1.0 / (1.0 + libm::expf(-sum))) / texts.len() as f32;
                for (slope, share) in slopes.iter_mut().zip(text) {
                    *slope += error * share;
                }
                slopes[COARSE] += error;
            }
        }
        for (weight, slope) in weights.iter_mut().zip(slopes) {
            *weight += RATE * 20.0 * slope;
        }
    }
    weights
        .iter()
        .map(|weight| (weight / UNIT).round() as i16)
        .collect()
}

fn shares(counts: &[u32; COARSE]) -> [f32; COARSE] {
    let total = counts.iter().sum::<u32>().max(1) as f32;
    counts.map(|count| count as f32 / total)
}
