//! Adds up the weights of evidence.

use super::evidence::SLOTS;
use super::labels::{LABELS, Scores};

/// How many labels have weights: all but the first, against which they count.
pub(super) const WEIGHTS: usize = LABELS - 1;

/// The weights of a row, each 128 more than it is, so that none is negative and rows add up as
/// numbers.
pub(super) type Row = [u8; WEIGHTS];

/// A weight of 0.
pub(super) const NOTHING: u8 = 128;

/// Sums of rows that stand end to end in `N` numbers, a byte each weight: two additions a number,
/// whatever the processor can do with eight small numbers. There is room for some 250 rows.
#[derive(Clone, Copy)]
pub(super) struct Sums<const N: usize> {
    /// The sums of the numbers as they are, where each weight runs over into the next.
    all: [u64; N],
    /// The sums of the bytes in odd places, sixteen bits each.
    odd: [u64; N],
    /// How many rows each has.
    rows: u16,
}

impl<const N: usize> Sums<N> {
    /// Sums of nothing.
    pub(super) const fn new() -> Self {
        Self {
            all: [0; N],
            odd: [0; N],
            rows: 0,
        }
    }

    /// Adds to each.
    pub(super) fn add(&mut self, rows: &[u64; N]) {
        const EVERY_OTHER: u64 = 0x00ff_00ff_00ff_00ff;
        for (i, row) in rows.iter().enumerate() {
            self.all[i] = self.all[i].wrapping_add(*row);
            self.odd[i] += row >> 8 & EVERY_OTHER;
        }
        self.rows += 1;
    }

    /// The scores that `R` rows are.
    fn scores_of<const R: usize>(&self) -> [Scores; R] {
        let even: [u64; N] = std::array::from_fn(|i| self.all[i].wrapping_sub(self.odd[i] << 8));
        std::array::from_fn(|row| {
            let mut scores = [0; 8];
            for weight in 0..WEIGHTS {
                let byte = row * WEIGHTS + weight;
                let sums = if byte.is_multiple_of(2) {
                    even
                } else {
                    self.odd
                };
                let [low, high, ..] = (sums[byte / 8] >> (byte % 8 / 2 * 16)).to_le_bytes();
                let sum = i16::from_le_bytes([low, high]);
                scores[1 + weight] = sum.wrapping_sub_unsigned(self.rows * u16::from(NOTHING));
            }
            scores
        })
    }
}

impl Sums<1> {
    /// The scores that the sums of single rows are.
    pub(super) fn scores(&self) -> Scores {
        let [scores] = self.scores_of();
        scores
    }
}

impl Sums<4> {
    /// The scores that the sums of a row for each slot are.
    pub(super) fn scores(&self) -> [Scores; SLOTS] {
        self.scores_of()
    }
}

/// Adds `sum` to `scores`; were they ever too large, they would wrap, the same in every build.
pub(super) fn add(scores: &mut Scores, sum: &Scores) {
    for (score, sum) in scores.iter_mut().zip(sum) {
        *score = score.wrapping_add(*sum);
    }
}
