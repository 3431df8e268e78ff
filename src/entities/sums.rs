//! Adds up the weights of evidence.

use super::evidence::{SLOTS, Trait};
use super::labels::LABELS;
use super::model::Scores;
use super::weights::{Manner, Weights};

/// How many traits a word has at most.
const TRAITS: usize = 64;

/// The weights of the labels in the bytes of one number, each 128 more than it is, so that none is
/// negative and rows add up as numbers. The first label has no weight, and the last byte none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Row(pub(super) u64);

impl Row {
    /// A row whose weights are all 0.
    pub(super) const NOTHING: Self = Self(0x8080_8080_8080_8080);

    /// The row of these weights.
    pub(super) fn new(weights: [i8; 8]) -> Self {
        Self(u64::from_le_bytes(
            weights.map(|weight| weight.wrapping_add(-128).cast_unsigned()),
        ))
    }
}

/// A sum of rows: two additions a row, whatever the processor can do with eight small numbers. There
/// is room for some 250 rows.
#[derive(Clone, Copy, Default)]
struct Sum {
    /// The sums of the bytes in even places, sixteen bits each.
    even: u64,
    /// The sums of those in odd places.
    odd: u64,
}

impl Sum {
    fn add(&mut self, row: Row) {
        const EVEN: u64 = 0x00ff_00ff_00ff_00ff;
        self.even += row.0 & EVEN;
        self.odd += row.0 >> 8 & EVEN;
    }

    /// The scores that it is, as the sum of so many rows.
    fn scores(self, rows: usize) -> Scores {
        let mut scores = [0; 8];
        for (label, score) in scores.iter_mut().enumerate().take(LABELS).skip(1) {
            let sums = if label % 2 == 0 { self.even } else { self.odd };
            let [low, high, ..] = (sums >> (label / 2 * 16)).to_le_bytes();
            *score = i16::from_le_bytes([low, high]).wrapping_sub_unsigned(rows as u16 * 128);
        }
        scores
    }
}

/// What the evidence that is no trait's says.
pub(super) fn of_own(manner: &Manner, evidence: impl FnOnce(&mut dyn FnMut(u64))) -> Scores {
    let mut sum = Sum::default();
    let mut count = 0;
    evidence(&mut |each| {
        sum.add(manner.own.of(each));
        count += 1;
    });
    sum.scores(count)
}

/// What a word's traits say to the words around it, itself included.
pub(super) fn of_traits(
    weights: &Weights,
    manner: &Manner,
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
    let numbers = &numbers[..count.min(TRAITS)];
    let mut sums = [Sum::default(); SLOTS];
    for &number in numbers {
        for (sum, row) in sums.iter_mut().zip(manner.traits[number]) {
            sum.add(row);
        }
    }
    sums.map(|sum| sum.scores(numbers.len()))
}

/// Adds `sum` to `scores`; were they ever too large, they would wrap, the same in every build.
pub(super) fn add(scores: &mut Scores, sum: &Scores) {
    for (score, sum) in scores.iter_mut().zip(sum) {
        *score = score.wrapping_add(*sum);
    }
}
