//! The weights of evidence in one manner of writing, each row together with what marks it: to look
//! is to read from one place.

use super::evidence::SLOTS;
use super::sums::Row;

/// The table of the evidence that is no trait's: in the two high bytes of a row, which have no
/// weight, stands its mark.
#[derive(Clone, Debug)]
pub(super) struct Rows(Vec<Row>);

impl Rows {
    /// A table of so many places without a row.
    pub(super) fn new(places: usize) -> Self {
        Self(vec![Row::NOTHING; places])
    }

    /// Puts a row in its place.
    pub(super) fn put(&mut self, (place, mark): (usize, u16), row: Row) {
        self.0[place] = row.marked(mark);
    }

    /// The row at a place; where another has the place, one that says nothing.
    pub(super) fn at(&self, (place, mark): (usize, u16)) -> Row {
        let row = self.0[place];
        if row.mark() == mark {
            row
        } else {
            Row::NOTHING
        }
    }
}

/// A trait's rows, one for each slot, six bytes each, and its mark: half a line of a processor's
/// cache.
#[derive(Clone, Copy, Debug)]
pub(super) struct TraitRows([u8; 32]);

impl TraitRows {
    /// Rows that say nothing.
    pub(super) const NOTHING: Self = Self([0x80; 32]);

    /// The rows of a trait with this mark that say nothing yet.
    pub(super) const fn new(mark: u16) -> Self {
        let mut rows = [0x80; 32];
        let [low, high] = mark.to_le_bytes();
        (rows[30], rows[31]) = (low, high);
        Self(rows)
    }

    /// Puts the row of a slot.
    pub(super) fn put(&mut self, slot: usize, row: Row) {
        self.0[slot * 6..slot * 6 + 6].copy_from_slice(&row.0.to_le_bytes()[..6]);
    }

    /// The mark.
    pub(super) const fn mark(&self) -> u16 {
        u16::from_le_bytes([self.0[30], self.0[31]])
    }

    /// The rows. Of each the two high bytes are of what stands beside it.
    pub(super) fn rows(&self) -> [Row; SLOTS] {
        let row = |at: usize| {
            let bytes = self.0[at..].first_chunk().copied().unwrap_or_default();
            Row(u64::from_le_bytes(bytes))
        };
        [row(0), row(6), row(12), row(18), row(24)]
    }
}
