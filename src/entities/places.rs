//! Where the rows of a table stand: each is found with one look, and no branch that a processor
//! could guess wrong.
//!
//! A few keys that follow each other share a seed, which says where in a window of slots each of
//! them stands. Seeds are tried, the fullest groups first, until none stands in another's slot
//! (hash and displace: Belazzougui, Botelho, Dietzfelbinger 2009).

use std::cmp::Reverse;

/// The place of each key.
#[derive(Clone, Debug)]
pub(super) struct Places {
    seeds: Vec<u8>,
    /// How many of the lowest bits of a key tell it from the others of its group.
    low: u32,
}

/// How many more slots than the one before a group's window begins.
const STEP: usize = 8;
/// How many slots a window has, as bits.
const WINDOW: u32 = 6;

impl Places {
    /// Finds places for `keys`, ascending and of so many bits; `None` when
    /// there is no room, which does not happen to keys that are hashes.
    pub(super) fn find(keys: &[u32], bits: u32) -> Option<Self> {
        // At most half of the slots are taken.
        let width = (keys.len() * 2).next_power_of_two().ilog2();
        (width.clamp(bits - 8, bits)..=bits).find_map(|width| Self::find_in(keys, bits, width))
    }

    fn find_in(keys: &[u32], bits: u32, width: u32) -> Option<Self> {
        let mut places = Self {
            seeds: vec![0; (1 << width) / STEP],
            low: bits - width + STEP.ilog2(),
        };
        let same_group = |a: &u32, b: &u32| places.group(*a) == places.group(*b);
        let mut groups: Vec<&[u32]> = keys.chunk_by(same_group).collect();
        groups.sort_by_key(|group| Reverse(group.len()));
        let mut taken = vec![false; places.slots()];
        for group in groups {
            let number = places.group(group[0]);
            let mut seeds = 0..=u8::MAX;
            seeds.find(|&seed| {
                places.seeds[number] = seed;
                places.take(group, &mut taken)
            })?;
        }
        Some(places)
    }

    /// Takes the places of a group; none, where one of them is taken.
    fn take(&self, group: &[u32], taken: &mut [bool]) -> bool {
        for (i, &key) in group.iter().enumerate() {
            if std::mem::replace(&mut taken[self.of(key)], true) {
                group[..i]
                    .iter()
                    .for_each(|&key| taken[self.of(key)] = false);
                return false;
            }
        }
        true
    }

    /// How many slots there are.
    pub(super) fn slots(&self) -> usize {
        self.seeds.len() * STEP + (1 << WINDOW)
    }

    /// The place of a key, if it has any.
    pub(super) fn of(&self, key: u32) -> usize {
        let group = self.group(key);
        let low = key & ((1 << self.low) - 1);
        let odd = u32::from(self.seeds[group]) * 2 + 1;
        let scattered = (low + 1).wrapping_mul(0x9e37_79b1).wrapping_mul(odd);
        group * STEP + (scattered >> (32 - WINDOW)) as usize
    }

    fn group(&self, key: u32) -> usize {
        (key >> self.low) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::mix;
    use std::collections::HashSet;

    #[test]
    fn no_two_keys_have_one_place() {
        for (count, bits) in [(0, 16), (3, 16), (20_000, 22), (60_000, 24)] {
            let key = |i| u32::try_from(mix(i) >> (64 - bits)).unwrap();
            let mut keys: Vec<u32> = (0..count).map(key).collect();
            keys.sort_unstable();
            keys.dedup();
            let places = Places::find(&keys, bits).unwrap();
            let all: HashSet<usize> = keys.iter().map(|&key| places.of(key)).collect();
            assert_eq!(all.len(), keys.len());
            assert!(all.iter().all(|&place| place < places.slots()));
        }
    }
}
