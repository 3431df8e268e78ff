//! Which sentences speak of the same: a sparse graph of similarities.
//!
//! An inverted index over terms gives each sentence its candidates; for each term only the nearest
//! sentences before it are looked at, so time grows linearly with the text.

use super::facts::Facts;
use crate::terms::Terms;

/// For each term, how many of the sentences before that carry it are compared.
const NEAREST: usize = 16;
/// How many similar sentences before it a sentence keeps as neighbours.
const NEIGHBOURS: usize = 12;
const DAMPING: f64 = 0.85;
const ROUNDS: usize = 8;

/// The similarities of sentences, summed up for each.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    /// Similarity to all sentences before, relative to the largest total.
    pub before: Vec<f64>,
    /// Similarity to all sentences after, relative to the largest total.
    pub after: Vec<f64>,
    /// Weight in a random walk over the graph, relative to the largest.
    pub central: Vec<f64>,
    /// The strongest pairs.
    pub edges: Vec<Edge>,
}

/// Two sentences that share terms, the earlier first.
#[derive(Clone, Copy, Debug)]
pub struct Edge {
    /// The earlier.
    pub earlier: u32,
    /// The later.
    pub later: u32,
    /// How many terms both have.
    pub shared: u32,
    /// The cosine of their terms' weights.
    pub similarity: f64,
}

/// Compares the kept sentences with each other.
#[must_use]
pub fn similarities(sentences: &[Facts], terms: &Terms) -> Graph {
    let weight = |&(term, count): &(u32, u32)| f64::from(count) * terms.table[term as usize].rarity;
    let norms: Vec<f64> = sentences
        .iter()
        .map(|s| {
            s.terms
                .iter()
                .map(|t| weight(t) * weight(t))
                .sum::<f64>()
                .sqrt()
        })
        .collect();
    let n = norms.len();
    let mut graph = Graph {
        before: vec![0.0; n],
        after: vec![0.0; n],
        ..Graph::default()
    };
    // The sentences that have each term, all in one list; a term has no more than places.
    let mut ends = Vec::with_capacity(terms.table.len());
    let mut all = 0;
    for term in &terms.table {
        ends.push(all);
        all += if term.count > 1 {
            term.count as usize
        } else {
            0
        };
    }
    let starts = ends.clone();
    let mut postings = vec![(0_u32, 0.0); all];
    let mut met: Vec<Edge> = Vec::new();
    let mut place = vec![usize::MAX; n];
    for (i, sentence) in sentences.iter().enumerate().filter(|(_, s)| s.kept) {
        let later = u32::try_from(i).unwrap_or(u32::MAX);
        for entry in sentence
            .terms
            .iter()
            .filter(|(term, _)| terms.table[*term as usize].count > 1)
        {
            let here = weight(entry);
            let (start, end) = (starts[entry.0 as usize], &mut ends[entry.0 as usize]);
            for &(earlier, there) in postings[start..*end].iter().rev().take(NEAREST) {
                let at = &mut place[earlier as usize];
                if *at == usize::MAX {
                    *at = met.len();
                    met.push(Edge {
                        earlier,
                        later,
                        shared: 0,
                        similarity: 0.0,
                    });
                }
                met[*at].shared += 1;
                met[*at].similarity += here * there;
            }
            postings[*end] = (later, here);
            *end += 1;
        }
        for edge in &mut met {
            let earlier = edge.earlier as usize;
            place[earlier] = usize::MAX;
            let norm = norms[i] * norms[earlier];
            edge.similarity = if norm > 0.0 {
                edge.similarity / norm
            } else {
                0.0
            };
            graph.before[i] += edge.similarity;
            graph.after[earlier] += edge.similarity;
        }
        if met.len() > NEIGHBOURS {
            met.sort_unstable_by(|a, b| {
                b.similarity
                    .total_cmp(&a.similarity)
                    .then(b.earlier.cmp(&a.earlier))
            });
            met.truncate(NEIGHBOURS);
        }
        graph.edges.append(&mut met);
    }
    graph.central = walk(n, &graph.edges);
    let most = (0..n)
        .map(|i| graph.before[i] + graph.after[i])
        .fold(0.0, f64::max);
    if most > 0.0 {
        for sum in graph.before.iter_mut().chain(&mut graph.after) {
            *sum /= most;
        }
    }
    graph
}

/// A random walk along the edges; the largest weight is 1.
fn walk(n: usize, edges: &[Edge]) -> Vec<f64> {
    let mut out = vec![0.0; n];
    for edge in edges {
        out[edge.earlier as usize] += edge.similarity;
        out[edge.later as usize] += edge.similarity;
    }
    let mut weight = vec![1.0; n];
    for _ in 0..ROUNDS {
        let mut next = vec![1.0 - DAMPING; n];
        for edge in edges.iter().filter(|edge| edge.similarity > 0.0) {
            let (a, b) = (edge.earlier as usize, edge.later as usize);
            next[b] += DAMPING * weight[a] * edge.similarity / out[a];
            next[a] += DAMPING * weight[b] * edge.similarity / out[b];
        }
        weight = next;
    }
    let most = weight.iter().copied().fold(0.0, f64::max);
    if most > 0.0 {
        for w in &mut weight {
            *w /= most;
        }
    }
    weight
}
