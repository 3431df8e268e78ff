//! Adds up the weights of evidence.

use super::labels::{LABELS, Scores};

/// The weights of the labels but the first, which has none, in the six low bytes of one number, each
/// 128 more than it is, so that none is negative and rows add up as numbers. The two high bytes do
/// not count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Row(pub(super) u64);

/// The six low bytes.
const WEIGHTS: u64 = 0x0000_ffff_ffff_ffff;

impl Row {
    /// A row whose weights are all 0.
    pub(super) const NOTHING: Self = Self(0x8080_8080_8080_8080);

    /// The row of six weights as they are.
    pub(super) fn new(weights: [u8; LABELS - 1]) -> Self {
        let mut bytes = [0; 8];
        bytes[..LABELS - 1].copy_from_slice(&weights);
        Self(u64::from_le_bytes(bytes) ^ Self::NOTHING.0 & WEIGHTS)
    }

    /// The row with `mark` in its high bytes.
    pub(super) const fn marked(self, mark: u16) -> Self {
        Self(self.0 & WEIGHTS | (mark as u64) << 48)
    }

    /// What stands in the high bytes.
    pub(super) const fn mark(self) -> u16 {
        (self.0 >> 48) as u16
    }
}

/// Sums of rows, side by side: two additions a row, whatever the processor can do with eight small
/// numbers. There is room for some 250 rows in each.
#[derive(Clone, Copy)]
pub(super) struct Sums<const N: usize> {
    /// The sums of the bytes in even places, of labels 1, 3 and 5, sixteen bits each.
    even: [u64; N],
    /// The sums of those in odd places, of labels 2, 4 and 6.
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
        const EVEN: u64 = 0x0000_00ff_00ff_00ff;
        for (slot, row) in rows.iter().enumerate() {
            self.even[slot] += row.0 & EVEN;
            self.odd[slot] += row.0 >> 8 & EVEN;
        }
        self.rows += 1;
    }

    /// The scores that they are.
    pub(super) fn scores(self) -> [Scores; N] {
        std::array::from_fn(|slot| {
            let score = |sums: [u64; N], place: u32| {
                let [low, high, ..] = (sums[slot] >> (place * 16)).to_le_bytes();
                i16::from_le_bytes([low, high]).wrapping_sub_unsigned(self.rows * 128)
            };
            let (even, odd) = (self.even, self.odd);
            [
                0,
                score(even, 0),
                score(odd, 0),
                score(even, 1),
                score(odd, 1),
                score(even, 2),
                score(odd, 2),
                0,
            ]
        })
    }
}

/// Adds `sum` to `scores`; were they ever too large, they would wrap, the same in every build.
pub(super) fn add(scores: &mut Scores, sum: &Scores) {
    for (score, sum) in scores.iter_mut().zip(sum) {
        *score = score.wrapping_add(*sum);
    }
}
