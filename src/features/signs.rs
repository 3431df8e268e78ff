//! Sums of weighed signs, whose weights are learnt and stand in a file with a line for each sign.

/// The weight of each sign of `names`, from lines of a name, a tab and a weight; 0 of one without.
pub(super) fn weights<const N: usize>(names: &[&str; N], lines: &str) -> [f64; N] {
    let mut weights = [0.0; N];
    for line in lines.lines() {
        if let Some((name, weight)) = line.split_once('\t')
            && let Some(place) = names.iter().position(|sign| *sign == name)
        {
            weights[place] = weight.parse().unwrap_or(0.0);
        }
    }
    weights
}

/// What all signs together say.
pub(super) fn sum<const N: usize>(signs: &[f64; N], weights: &[f64; N]) -> f64 {
    signs.iter().zip(weights).map(|(s, w)| s * w).sum()
}
