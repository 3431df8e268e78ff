//! Which hashes may be known: most words are not, and one look at a bit tells.

/// How many bits of a hash are looked at: so few that the whole filter stays near the processor.
const BITS: u32 = 19;

/// A set of hashes that takes some in a hundred others for its own (Bloom 1970, with one function).
pub(super) struct Filter(Box<[u64]>);

impl Filter {
    /// A set of nothing.
    pub(super) fn new() -> Self {
        Self(vec![0; 1 << (BITS - 6)].into_boxed_slice())
    }

    /// Adds `hash`, of which the sixteen highest bits and the lowest three count.
    pub(super) fn add(&mut self, hash: u64) {
        let (number, bit) = place(hash);
        self.0[number] |= bit;
    }

    /// Whether `hash` may have been added.
    pub(super) fn may_have(&self, hash: u64) -> bool {
        let (number, bit) = place(hash);
        self.0[number] & bit != 0
    }
}

/// The number that has the bit of `hash`, and that bit.
fn place(hash: u64) -> (usize, u64) {
    let [low, .., second, first] = hash.to_le_bytes();
    let key =
        usize::from(u16::from_le_bytes([second, first])) << (BITS - 16) | usize::from(low & 7);
    (key >> 6, 1 << (key & 63))
}

#[cfg(test)]
mod tests {
    use super::super::mix;
    use super::*;

    #[test]
    fn has_all_its_own_and_few_others() {
        let mut filter = Filter::new();
        (0..50_000).for_each(|i| filter.add(mix(i)));
        assert!((0..50_000).all(|i| filter.may_have(mix(i))));
        let others = (50_000..100_000).filter(|&i| filter.may_have(mix(i)));
        assert!(others.count() < 5_000);
    }
}
