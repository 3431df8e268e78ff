//! Adds up the weights of evidence.
//!
//! Of all evidence that words give only a small part has weights. What surely has none is left out
//! without a branch, and then the rest is looked up: a processor guesses the few branches well.

use super::model::{Model, Scores};

/// How much evidence one call may see between two sums.
const ROOM: usize = 256;

/// Evidence that waits to be summed.
pub(super) struct Waiting<'m> {
    model: &'m Model,
    manner: usize,
    /// Pieces of evidence, and to which of the sums each counts.
    evidence: [(u64, u8); ROOM],
    count: usize,
}

impl<'m> Waiting<'m> {
    /// Nothing yet; weights will be those of `manner`.
    pub(super) const fn new(model: &'m Model, manner: usize) -> Self {
        Self {
            model,
            manner,
            evidence: [(0, 0); ROOM],
            count: 0,
        }
    }

    /// Takes `evidence` for the sum number `to`.
    pub(super) fn take(&mut self, evidence: u64, to: u8) {
        debug_assert!(self.count < ROOM, "more evidence than there is room");
        self.evidence[self.count % ROOM] = (evidence, to);
        self.count += usize::from(self.model.may_have(evidence));
    }

    /// Adds the weights of what was taken to `sums`.
    pub(super) fn add_to(&mut self, sums: &mut [Scores]) {
        for &(evidence, to) in &self.evidence[..self.count.min(ROOM)] {
            self.model
                .add(evidence, self.manner, &mut sums[usize::from(to)]);
        }
        self.count = 0;
    }
}

/// Adds `sum` to `scores`.
pub(super) fn add(scores: &mut Scores, sum: &Scores) {
    for (score, sum) in scores.iter_mut().zip(sum) {
        *score += sum;
    }
}
