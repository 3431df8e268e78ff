//! Adds up the weights of evidence.

use super::labels::{LABELS, Scores};

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

/// Sums of rows, side by side: two additions a row, whatever the processor can do with eight small
/// numbers. There is room for some 250 rows in each.
#[derive(Clone, Copy)]
pub(super) struct Sums<const N: usize> {
    /// The sums of the bytes in even places, sixteen bits each.
    even: [u64; N],
    /// The sums of those in odd places.
    odd: [u64; N],
    /// How many rows each has.
    rows: u16,
}

impl<const N: usize> Sums<N> {
    /// Sums of nothing.
    pub(super) const fn new() -> Self {
        Self {
            even: [0; N],
            odd: [0; N],
            rows: 0,
        }
    }

    /// Adds a row to each.
    pub(super) fn add(&mut self, rows: &[Row; N]) {
        const EVEN: u64 = 0x00ff_00ff_00ff_00ff;
        for (slot, row) in rows.iter().enumerate() {
            self.even[slot] += row.0 & EVEN;
            self.odd[slot] += row.0 >> 8 & EVEN;
        }
        self.rows += 1;
    }

    /// The scores that they are.
    pub(super) fn scores(self) -> [Scores; N] {
        std::array::from_fn(|slot| {
            let mut scores = [0; 8];
            for (label, score) in scores.iter_mut().enumerate().take(LABELS).skip(1) {
                let sums = if label % 2 == 0 { self.even } else { self.odd };
                let [low, high, ..] = (sums[slot] >> (label / 2 * 16)).to_le_bytes();
                *score = i16::from_le_bytes([low, high]).wrapping_sub_unsigned(self.rows * 128);
            }
            scores
        })
    }
}

/// Adds `sum` to `scores`; were they ever too large, they would wrap, the same in every build.
pub(super) fn add(scores: &mut Scores, sum: &Scores) {
    for (score, sum) in scores.iter_mut().zip(sum) {
        *score = score.wrapping_add(*sum);
    }
}
