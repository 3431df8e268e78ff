//! What says again what a better sentence says.

use crate::features::view::View;

/// Two sentences are the same news when they share this much of the shorter one's terms.
const SAME: f64 = 0.6;

/// For each sentence its similarity to the most similar sentence with a higher score.
pub(super) fn likeness(view: &View, scores: &[f64]) -> Vec<f64> {
    let mut likeness: Vec<f64> = vec![0.0; scores.len()];
    for edge in &view.graph.edges {
        let worse = worse(edge.earlier as usize, edge.later as usize, scores);
        likeness[worse] = likeness[worse].max(edge.similarity);
    }
    likeness
}

/// Whether a sentence repeats a better one of its group of near-duplicates.
pub(super) fn repeated(view: &View, scores: &[f64]) -> Vec<bool> {
    let mut best: Vec<usize> = (0..scores.len()).collect();
    for edge in &view.graph.edges {
        let (a, b) = (edge.earlier as usize, edge.later as usize);
        let shorter = view.sentences[a]
            .terms
            .len()
            .min(view.sentences[b].terms.len());
        if f64::from(edge.shared) < SAME * shorter as f64 {
            continue;
        }
        let (a, b) = (root(&mut best, a), root(&mut best, b));
        let worse = worse(a, b, scores);
        best[worse] = a + b - worse;
    }
    (0..scores.len()).map(|i| root(&mut best, i) != i).collect()
}

/// The sentence that stands for the group of `sentence`.
fn root(best: &mut [usize], mut sentence: usize) -> usize {
    while best[sentence] != sentence {
        best[sentence] = best[best[sentence]];
        sentence = best[sentence];
    }
    sentence
}

fn worse(a: usize, b: usize, scores: &[f64]) -> usize {
    // Of equals the later one.
    if scores[a] < scores[b] || (scores[a].total_cmp(&scores[b]).is_eq() && a > b) {
        a
    } else {
        b
    }
}
