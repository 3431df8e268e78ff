//! Adds up the weights of evidence.

use super::evidence::{SLOTS, Trait};
use super::model::Scores;
use super::weights::Weights;

/// How much evidence that may have weights one word has at most.
const ROOM: usize = 64;
/// How many traits a word has at most.
const TRAITS: usize = 64;

/// Evidence that waits to be summed.
///
/// Most evidence of several words has no weights. It is left out without a branch, and the rest
/// looked up together: a processor guesses the few branches well.
pub(super) struct Waiting<'m> {
    weights: &'m Weights,
    manner: usize,
    evidence: [u64; ROOM],
    count: usize,
}

impl<'m> Waiting<'m> {
    /// Nothing yet; weights will be those of `manner`.
    pub(super) const fn new(weights: &'m Weights, manner: usize) -> Self {
        Self {
            weights,
            manner,
            evidence: [0; ROOM],
            count: 0,
        }
    }

    /// Takes a piece of evidence.
    pub(super) fn take(&mut self, evidence: u64) {
        debug_assert!(self.count < ROOM, "more evidence than there is room");
        self.evidence[self.count % ROOM] = evidence;
        self.count += usize::from(self.weights.may_have(evidence));
    }

    /// Adds the weights of what was taken to `scores`.
    pub(super) fn add_to(&mut self, scores: &mut Scores) {
        for &evidence in &self.evidence[..self.count.min(ROOM)] {
            self.weights.add_own(evidence, self.manner, scores);
        }
        self.count = 0;
    }
}

/// What a word's traits say to the words around it, itself included.
pub(super) fn of_traits(
    weights: &Weights,
    manner: usize,
    traits: impl FnOnce(&mut dyn FnMut(Trait)),
) -> [Scores; SLOTS] {
    // First all are looked up, then all added: neither waits for the other.
    let mut numbers = [0; TRAITS];
    let mut count = 0;
    traits(&mut |each| {
        debug_assert!(count < TRAITS, "more traits than there is room");
        numbers[count % TRAITS] = weights.number(each.value);
        count += 1;
    });
    let mut sums = [[0; 8]; SLOTS];
    for &number in &numbers[..count.min(TRAITS)] {
        weights.add_trait(number, manner, &mut sums);
    }
    sums
}

/// Adds `sum` to `scores`; were they ever too large, they would wrap, the same in every build.
pub(super) fn add(scores: &mut Scores, sum: &Scores) {
    for (score, sum) in scores.iter_mut().zip(sum) {
        *score = score.wrapping_add(*sum);
    }
}
