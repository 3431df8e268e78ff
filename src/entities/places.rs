//! Where the rows of a table stand: each is found with one look, and no branch that a processor
//! could guess wrong.
//!
//! A few keys that follow each other share a seed, which says where in a window of slots each of
//! them stands. Who writes a table tries seeds, the fullest groups first, until none stands in
//! another's slot (hash and displace: Belazzougui, Botelho, Dietzfelbinger 2009); who reads it finds
//! them in the file: the low bytes of all seeds, then the high bytes, nearly all of which are 0.

use std::cmp::Reverse;

/// The place of each key of a table with `1 << BITS` buckets, in `GROUPS` groups: a quarter of the
/// rows or more. Both are constants, so that a look costs little.
#[derive(Clone, Debug)]
pub(super) struct Places<const BITS: u32, const GROUPS: usize> {
    seeds: Box<[u16; GROUPS]>,
}

/// How many more slots than the one before a group's window begins.
const STEP: usize = 5;
/// How many slots a window has, as bits.
const WINDOW: u32 = 8;

impl<const BITS: u32, const GROUPS: usize> Places<BITS, GROUPS> {
    /// How many of the lowest bits of a key tell it from the others of its group.
    const LOW: u32 = BITS + 8 - GROUPS.ilog2();
    /// How many slots there are.
    pub(super) const SLOTS: usize = GROUPS * STEP + (1 << WINDOW);

    /// Finds places for `keys`, ascending; `None` when there is no room, which does not happen while
    /// they take no more than four fifths of the slots.
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

    /// Reads places from the head of `bytes`; gives the rest too.
    pub(super) fn read(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let (low, rest) = bytes.split_at_checked(GROUPS)?;
        let (high, rest) = rest.split_at_checked(GROUPS)?;
        let mut seeds = Box::new([0; GROUPS]);
        for ((seed, &low), &high) in seeds.iter_mut().zip(low).zip(high) {
            *seed = u16::from_le_bytes([low, high]);
        }
        Some((Self { seeds }, rest))
    }

    /// Writes the places to `bytes`.
    pub(super) fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend(self.seeds.iter().map(|seed| seed.to_le_bytes()[0]));
        bytes.extend(self.seeds.iter().map(|seed| seed.to_le_bytes()[1]));
    }

    /// The place of a key, if it has any; below [`Self::SLOTS`].
    pub(super) fn of(&self, key: u32) -> usize {
        let group = Self::group(key);
        let low = key & ((1 << Self::LOW) - 1);
        let odd = u32::from(self.seeds[group]) * 2 + 1;
        let scattered = (low + 1).wrapping_mul(0x9e37_79b1).wrapping_mul(odd);
        group * STEP + (scattered >> (32 - WINDOW)) as usize
    }

    /// What tells a key in its place from all others that would have the same place: so few groups
    /// share a slot that their lowest bits do.
    pub(super) const fn mark(key: u32) -> u16 {
        const { assert!(1 << (16 - Self::LOW) > (1 << WINDOW) / STEP) };
        let [low, high, ..] = key.to_le_bytes();
        u16::from_le_bytes([low, high])
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

    type Few = Places<16, { 1 << 14 }>;

    fn keys(count: u64) -> Vec<u32> {
        let key = |i| u32::try_from(mix(i) >> (64 - 24)).unwrap();
        let mut keys: Vec<u32> = (0..count).map(key).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    #[test]
    fn no_two_keys_have_one_place() {
        for count in [0, 3, 20_000, 65_000] {
            let keys = keys(count);
            let places = Few::find(&keys).unwrap();
            let all: HashSet<usize> = keys.iter().map(|&key| places.of(key)).collect();
            assert_eq!(all.len(), keys.len());
            assert!(all.iter().all(|&place| place < Few::SLOTS));
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let keys = keys(65_000);
        let places = Few::find(&keys).unwrap();
        let mut bytes = Vec::new();
        places.write(&mut bytes);
        bytes.push(7);
        let (read, rest) = Few::read(&bytes).unwrap();
        assert_eq!(rest, [7]);
        assert!(keys.iter().all(|&key| read.of(key) == places.of(key)));
        assert!(Few::read(&bytes[2..]).is_none());
    }

    #[test]
    fn place_and_mark_tell_a_key() {
        let places = Few::find(&keys(65_000)).unwrap();
        let all: HashSet<(usize, u16)> = (0..1 << 17)
            .map(|key| (places.of(key), Few::mark(key)))
            .collect();
        assert_eq!(all.len(), 1 << 17, "no two keys of neighbouring groups");
    }
}
