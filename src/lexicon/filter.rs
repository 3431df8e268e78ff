//! Which hashes may be known: most words are not, and one look at a bit tells.

/// A set of hashes that takes some others for its own (Bloom 1970, with one function). It looks at
/// `BITS` bits of a hash, sixteen or more: so few that all of it stays near the processor.
pub(super) struct Filter<const BITS: u32>(Box<[u64]>);

impl<const BITS: u32> Filter<BITS> {
    /// A set of nothing.
    pub(super) fn new() -> Self {
        Self(vec![0; 1 << (BITS - 6)].into_boxed_slice())
    }

    /// Adds `hash`, of which the sixteen highest bits count, and the lowest.
    pub(super) fn add(&mut self, hash: u64) {
        let (number, bit) = Self::place(hash);
        self.0[number] |= bit;
    }

    /// Whether `hash` may have been added.
    pub(super) fn may_have(&self, hash: u64) -> bool {
        let (number, bit) = Self::place(hash);
        self.0[number] & bit != 0
    }

    /// The number that has the bit of `hash`, and that bit.
    fn place(hash: u64) -> (usize, u64) {
        let [low, .., second, first] = hash.to_le_bytes();
        let high = usize::from(u16::from_le_bytes([second, first]));
        let key = high << (BITS - 16) | usize::from(low) & ((1 << (BITS - 16)) - 1);
        (key >> 6, 1 << (key & 63))
    }
}

#[cfg(test)]
mod tests {
    use super::super::mix;
    use super::*;

    #[test]
    fn has_all_its_own_and_few_others() {
        let mut filter = Filter::<19>::new();
        (0..50_000).for_each(|i| filter.add(mix(i)));
        assert!((0..50_000).all(|i| filter.may_have(mix(i))));
        let others = (50_000..100_000).filter(|&i| filter.may_have(mix(i)));
        assert!(others.count() < 5_000);
    }
}
