//! What others do, in their published form: orders of the same sentences by `LexRank`, `TextRank` and chance.

use super::chance::Chance;
use super::rouge::Words;
use std::collections::{BTreeMap, BTreeSet};

/// Random order.
pub(crate) fn random(sentences: &[Words]) -> Vec<usize> {
    Chance::seeded(sentences.len() as u64 + 7).order(sentences.len())
}

/// `LexRank` (Erkan and Radev 2004), continuous: cosine of tf-idf rows, idf from the document itself.
pub(crate) fn lexrank(sentences: &[Words]) -> Vec<usize> {
    let mut documents: BTreeMap<u64, f64> = BTreeMap::new();
    for sentence in sentences {
        for &word in sentence.iter().collect::<BTreeSet<_>>() {
            *documents.entry(word).or_insert(0.0) += 1.0;
        }
    }
    let rows: Vec<BTreeMap<u64, f64>> = sentences
        .iter()
        .map(|sentence| {
            let mut row = BTreeMap::new();
            for &word in sentence {
                *row.entry(word).or_insert(0.0) += (sentences.len() as f64 / documents[&word]).ln();
            }
            row
        })
        .collect();
    let norm = |row: &BTreeMap<u64, f64>| row.values().map(|x| x * x).sum::<f64>().sqrt();
    let cosine = |a: &BTreeMap<u64, f64>, b: &BTreeMap<u64, f64>| {
        let dot: f64 = a
            .iter()
            .filter_map(|(word, x)| b.get(word).map(|y| x * y))
            .sum();
        if dot > 0.0 {
            dot / (norm(a) * norm(b))
        } else {
            0.0
        }
    };
    ranked(&walk(sentences.len(), |i, j| {
        let similarity = cosine(&rows[i], &rows[j]);
        if similarity > 0.1 { similarity } else { 0.0 }
    }))
}

/// `TextRank` (Mihalcea and Tarau 2004): shared words over the logarithms of both lengths.
pub(crate) fn textrank(sentences: &[Words]) -> Vec<usize> {
    let sets: Vec<BTreeSet<u64>> = sentences
        .iter()
        .map(|s| s.iter().copied().collect())
        .collect();
    ranked(&walk(sentences.len(), |i, j| {
        if i == j {
            return 0.0;
        }
        let lengths =
            (sentences[i].len().max(1) as f64).ln() + (sentences[j].len().max(1) as f64).ln();
        if lengths > 0.0 {
            sets[i].intersection(&sets[j]).count() as f64 / lengths
        } else {
            0.0
        }
    }))
}

/// The stationary weights of a random walk over `n` nodes, damping .85.
fn walk(n: usize, edge: impl Fn(usize, usize) -> f64) -> Vec<f64> {
    let edges: Vec<Vec<f64>> = (0..n)
        .map(|i| (0..n).map(|j| edge(i, j)).collect())
        .collect();
    let out: Vec<f64> = edges.iter().map(|row| row.iter().sum()).collect();
    let mut weight = vec![1.0 / n.max(1) as f64; n];
    for _ in 0..100 {
        weight = (0..n)
            .map(|j| {
                let inflow: f64 = (0..n)
                    .filter(|&i| out[i] > 0.0)
                    .map(|i| weight[i] * edges[i][j] / out[i])
                    .sum();
                0.15 / n as f64 + 0.85 * inflow
            })
            .collect();
    }
    weight
}

/// The places of `weights`, heaviest first; equal ones in text order.
fn ranked(weights: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by(|&a, &b| weights[b].total_cmp(&weights[a]));
    order
}
