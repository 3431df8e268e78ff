//! A table from hashes to sets of bits, built once, read without a branch too many.

/// Open addressing over a power of two; the hash itself is the key.
pub(super) struct Table {
    slots: Vec<(u64, u64)>,
    used: usize,
}

impl Table {
    /// A table of `1 << bits` slots; it grows when three quarters are taken.
    pub(super) fn with_capacity(bits: u32) -> Self {
        Self {
            slots: vec![(0, 0); 1 << bits],
            used: 0,
        }
    }

    /// Adds `bits` to what is known of `hash`.
    pub(super) fn insert(&mut self, hash: u64, bits: u64) {
        if self.used * 4 >= self.slots.len() * 3 {
            let old = std::mem::take(&mut self.slots);
            self.slots = vec![(0, 0); old.len() * 2];
            self.used = 0;
            old.into_iter()
                .filter(|slot| slot.1 != 0)
                .for_each(|(hash, bits)| self.insert(hash, bits));
        }
        let at = self.slot(hash);
        self.used += usize::from(self.slots[at].1 == 0);
        self.slots[at] = (hash, self.slots[at].1 | bits);
    }

    /// What is known of `hash`.
    pub(super) fn get(&self, hash: u64) -> u64 {
        self.slots[self.slot(hash)].1
    }

    /// The slot that has `hash`, or the empty one where it would go.
    fn slot(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = usize::try_from(hash >> 20 & mask as u64).unwrap_or(0);
        while self.slots[at].1 != 0 && self.slots[at].0 != hash {
            at = (at + 1) & mask;
        }
        at
    }
}
