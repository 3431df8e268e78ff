//! Where the rows of a table stand: each is found with one look, and no branch that a processor
//! could guess wrong.
//!
//! A few keys that follow each other share a seed, which says where in a window of slots each of
//! them stands. Seeds are tried, the fullest groups first, until none stands in another's slot
//! (hash and displace: Belazzougui, Botelho, Dietzfelbinger 2009).

use std::cmp::Reverse;

/// The place of each key of a table with `1 << BITS` buckets, in `GROUPS` groups: twice as many as an
/// eighth of the rows or more. Both are constants, so that a look costs little.
#[derive(Clone, Debug)]
pub(super) struct Places<const BITS: u32, const GROUPS: usize> {
    seeds: Box<[u16; GROUPS]>,
}

/// How many more slots than the one before a group's window begins.
const STEP: usize = 8;
/// How many slots a window has, as bits.
const WINDOW: u32 = 6;

impl<const BITS: u32, const GROUPS: usize> Places<BITS, GROUPS> {
    /// How many of the lowest bits of a key tell it from the others of its group.
    const LOW: u32 = BITS + 8 - GROUPS.ilog2();
    /// How many slots there are.
    pub(super) const SLOTS: usize = GROUPS * STEP + (1 << WINDOW);

    /// Finds places for `keys`, ascending; `None` when there is no room, which does not happen while
    /// hashes take no more than half of the slots.
    pub(super) fn find(keys: &[u32]) -> Option<Self> {
        let mut places = Self {
            seeds: Box::new([0; GROUPS]),
        };
        let same_group = |a: &u32, b: &u32| Self::group(*a) == Self::group(*b);
        let mut groups: Vec<&[u32]> = keys.chunk_by(same_group).collect();
        groups.sort_by_key(|group| Reverse(group.len()));
        let mut taken = vec![false; Self::SLOTS];
        for group in groups {
            let number = Self::group(group[0]);
            let mut seeds = 0..=u16::MAX;
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
                for &key in &group[..i] {
                    taken[self.of(key)] = false;
                }
                return false;
            }
        }
        true
    }

    /// The place of a key, if it has any.
    pub(super) fn of(&self, key: u32) -> usize {
        let group = Self::group(key);
        let low = key & ((1 << Self::LOW) - 1);
        let odd = u32::from(self.seeds[group]) * 2 + 1;
        let scattered = (low + 1).wrapping_mul(0x9e37_79b1).wrapping_mul(odd);
        group * STEP + (scattered >> (32 - WINDOW)) as usize
    }

    const fn group(key: u32) -> usize {
        (key >> Self::LOW) as usize % GROUPS
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::mix;
    use std::collections::HashSet;

    #[test]
    fn no_two_keys_have_one_place() {
        for count in [0, 3, 20_000, 65_000] {
            let key = |i| u32::try_from(mix(i) >> (64 - 24)).unwrap();
            let mut keys: Vec<u32> = (0..count).map(key).collect();
            keys.sort_unstable();
            keys.dedup();
            let places = Places::<16, { 1 << 14 }>::find(&keys).unwrap();
            let all: HashSet<usize> = keys.iter().map(|&key| places.of(key)).collect();
            assert_eq!(all.len(), keys.len());
            assert!(
                all.iter()
                    .all(|&place| place < Places::<16, { 1 << 14 }>::SLOTS)
            );
        }
    }
}
