//! What the rest of the document says of a word: how the same word was labelled elsewhere.

use super::labels::{LABELS, OUTSIDE, first};
use super::words::Words;
use crate::lexicon::{Classes, mix};
use crate::tokens::TokenKind;
use std::collections::HashMap;

/// How often each label was given to each word of a document.
#[derive(Debug, Default)]
pub struct Memory {
    counts: HashMap<u64, [u16; LABELS]>,
    /// How often the word was the last of a name of several words, or its first.
    edges: HashMap<u64, [u16; 2]>,
}

impl Memory {
    /// Counts the `labels` of `words`.
    #[must_use]
    pub fn read(words: &Words, labels: &[u8]) -> Self {
        let mut memory = Self::default();
        for (i, word) in words.words.iter().enumerate() {
            if !remembered(word.kind, word.classes) {
                continue;
            }
            let label = usize::from(labels[i]);
            let count = &mut memory.counts.entry(word.core).or_default()[label];
            *count = count.saturating_add(1);
            if label != OUTSIDE {
                let next = labels
                    .get(i + 1)
                    .map_or(OUTSIDE, |&label| usize::from(label));
                let goes_on = next != OUTSIDE && !first(next);
                let edge = if first(label) && goes_on {
                    Some(0)
                } else if !first(label) && !goes_on {
                    Some(1)
                } else {
                    None
                };
                if let Some(edge) = edge {
                    memory.edges.entry(word.core).or_default()[edge] += 1;
                }
            }
        }
        memory
    }

    /// The evidence of the other places where the word `i`, labelled `labels[i]`, stands.
    pub fn evidence(
        &self,
        words: &Words,
        labels: &[u8],
        i: usize,
        sentence: &std::ops::Range<usize>,
        each: &mut impl FnMut(u64),
    ) {
        each(mix(90 << 56));
        for (slot, offset) in [-1_isize, 0, 1].into_iter().enumerate() {
            let Some(at) = i
                .checked_add_signed(offset)
                .filter(|at| sentence.contains(at))
            else {
                continue;
            };
            let slot = slot as u64;
            each(mix(u64::from(labels[at]) << 8 | slot | 91 << 56));
            let Some(others) = self.others(words, labels, at) else {
                continue;
            };
            let named: u16 = others[1..].iter().sum();
            let best = (0..LABELS)
                .max_by_key(|&label| (others[label], LABELS - label))
                .unwrap_or(OUTSIDE);
            let sure = u64::from(others[best] == others.iter().sum::<u16>());
            let many = u64::from(others[best].min(3));
            each(mix((best as u64) << 8
                | sure << 4
                | many << 16
                | slot
                | 92 << 56));
            each(mix((best as u64) << 8
                | u64::from(labels[at]) << 16
                | slot
                | 93 << 56));
            if named > 0 && best == OUTSIDE {
                let best = (1..LABELS)
                    .max_by_key(|&label| (others[label], LABELS - label))
                    .unwrap_or(OUTSIDE);
                each(mix((best as u64) << 8 | slot | 94 << 56));
            }
            if let Some(edges) = self.edges.get(&words.words[at].core) {
                let edges = u64::from(edges[0] > 0) | u64::from(edges[1] > 0) << 1;
                each(mix(edges << 8
                    | u64::from(labels[at]) << 16
                    | slot
                    | 95 << 56));
            }
        }
    }

    fn others(&self, words: &Words, labels: &[u8], i: usize) -> Option<[u16; LABELS]> {
        let mut counts = *self.counts.get(&words.words[i].core)?;
        let own = &mut counts[usize::from(labels[i])];
        *own = own.saturating_sub(1);
        counts.iter().any(|&count| count > 0).then_some(counts)
    }
}

/// Whether it means something that a word was a name elsewhere.
fn remembered(kind: TokenKind, classes: Classes) -> bool {
    kind == TokenKind::Word && !classes.any(Classes::FUNCTION)
}
