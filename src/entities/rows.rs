//! The weights of evidence in one manner of writing, each row together with what marks it: to look
//! is to read from one place.

use super::evidence::SLOTS;
use super::sums::{NOTHING, Row, Sums, WEIGHTS};

/// Rows by their places, `N` numbers for each place, in the two highest bytes the mark: one number for
/// evidence that is no trait's; for a trait four, half a line of a processor's cache, with a row
/// for each slot.
#[derive(Clone, Debug)]
pub(super) struct Rows<const N: usize>(Vec<[u64; N]>);

/// So many found are added in one go.
const MANY: usize = 16;

impl<const N: usize> Rows<N> {
    /// A table of so many places without a row.
    pub(super) fn new(places: usize) -> Self {
        Self(vec![[u64::from_le_bytes([NOTHING; 8]); N]; places])
    }

    /// Puts what `mark` marks in its place.
    pub(super) fn put(&mut self, (place, mark): (usize, u16), rows: [u64; N]) {
        let row = &mut self.0[place];
        *row = rows;
        row[N - 1] |= u64::from(mark) << 48;
    }

    /// The sums of what has these places and marks. First all are looked at, so that a processor
    /// waits for none, then those found are added, so that it need not guess which.
    pub(super) fn sums(&self, places: impl Iterator<Item = (usize, u16)>) -> Sums<N> {
        let mut sums = Sums::new();
        let mut found = [0; MANY];
        let mut count = 0;
        for (place, mark) in places {
            if count == MANY {
                for &place in &found {
                    sums.add(&self.0[place]);
                }
                count = 0;
            }
            found[count] = place;
            count += usize::from(self.0[place][N - 1] >> 48 == u64::from(mark));
        }
        for &place in &found[..count] {
            sums.add(&self.0[place]);
        }
        sums
    }
}

/// A row that is no trait's, its mark still nothing.
pub(super) fn own_row(row: Row) -> [u64; 1] {
    let mut bytes = [0; 8];
    bytes[..WEIGHTS].copy_from_slice(&row);
    [u64::from_le_bytes(bytes)]
}

/// A trait's rows, its mark still nothing.
pub(super) fn trait_rows(rows: [Row; SLOTS]) -> [u64; 4] {
    let mut bytes = [0; 32];
    for (bytes, row) in bytes.chunks_exact_mut(WEIGHTS).zip(rows) {
        bytes.copy_from_slice(&row);
    }
    let (numbers, _) = bytes.as_chunks();
    std::array::from_fn(|i| u64::from_le_bytes(numbers[i]))
}
