//! Words and phrases as hashes; maps whose keys are hashes already, never iterated; and hashes
//! numbered as they come.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// The hash of a folded key, the same in every build.
#[must_use]
pub fn hash(key: &str) -> u64 {
    let mut hash = 0x9e37_79b9_7f4a_7c15_u64 ^ key.len() as u64;
    let (eights, rest) = key.as_bytes().as_chunks();
    for &eight in eights {
        hash = mix(hash ^ u64::from_le_bytes(eight));
    }
    if rest.is_empty() {
        hash
    } else {
        mix(hash ^ little_endian(rest))
    }
}

/// The number that up to seven bytes write, the first the least; from two reads that may overlap,
/// since copying so few bytes costs more than hashing them.
fn little_endian(bytes: &[u8]) -> u64 {
    if let (Some(&first), Some(&last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let place = 8 * (bytes.len() - 4);
        u64::from(u32::from_le_bytes(first)) | u64::from(u32::from_le_bytes(last)) << place
    } else if let (Some(&first), Some(&last)) = (bytes.first_chunk::<2>(), bytes.last_chunk::<2>())
    {
        let place = 8 * (bytes.len() - 2);
        u64::from(u16::from_le_bytes(first)) | u64::from(u16::from_le_bytes(last)) << place
    } else {
        bytes.first().copied().map_or(0, u64::from)
    }
}

/// The hash of a phrase made longer by a word.
#[must_use]
pub const fn join(phrase: u64, word: u64) -> u64 {
    mix(phrase.rotate_left(23) ^ word)
}

/// Scatters the bits of `hash`.
#[must_use]
pub(crate) const fn mix(hash: u64) -> u64 {
    let hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    let hash = (hash ^ (hash >> 32)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 29)
}

/// A map whose keys are hashes already.
pub type HashedMap<V> = HashMap<u64, V, BuildHasherDefault<Itself>>;

/// A set of hashes.
pub type HashedSet = HashSet<u64, BuildHasherDefault<Itself>>;

/// Takes a hash for its own hash.
#[derive(Default, Debug)]
pub struct Itself(u64);

impl Hasher for Itself {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Gives each hash a number, from 0 in the order in which they first come.
///
/// A small table of its own rather than a map: at most half full, most hashes are found where they
/// are looked for first.
#[derive(Debug)]
pub struct Numbering {
    /// The hashes in the order of their numbers.
    hashes: Vec<u64>,
    /// Where [`Numbering::slot`] says, a hash's number and one; 0 where there is none.
    slots: Vec<u32>,
}

impl Numbering {
    /// A numbering with room for `count` hashes.
    #[must_use]
    pub fn with_capacity(count: usize) -> Self {
        Self {
            hashes: Vec::with_capacity(count),
            slots: vec![0; (2 * count + 2).next_power_of_two()],
        }
    }

    /// The number of `hash`, which it is given if it has none.
    pub fn number(&mut self, hash: u64) -> usize {
        let slot = self.slot(hash);
        if let Some(number) = self.slots[slot].checked_sub(1) {
            return number as usize;
        }
        self.hashes.push(hash);
        self.slots[slot] = u32::try_from(self.hashes.len()).unwrap_or(u32::MAX);
        if self.slots.len() < 2 * self.hashes.len() {
            self.grow();
        }
        self.hashes.len() - 1
    }

    /// Whether `hash` has a number.
    #[must_use]
    pub fn contains(&self, hash: u64) -> bool {
        self.slots[self.slot(hash)] != 0
    }

    /// The slot that has the number of `hash`, or the empty one where it would go.
    fn slot(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = usize::try_from(hash >> 20 & mask as u64).unwrap_or(0);
        while let Some(number) = self.slots[slot].checked_sub(1)
            && self.hashes[number as usize] != hash
        {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![0; 2 * self.slots.len()];
        for (number, &hash) in (1..).zip(&self.hashes) {
            let slot = self.slot(hash);
            self.slots[slot] = number;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_bytes_are_read_as_if_zeros_followed() {
        let bytes = [1, 2, 3, 4, 5, 6, 7];
        for length in 0..=bytes.len() {
            let mut eight = [0; 8];
            eight[..length].copy_from_slice(&bytes[..length]);
            let read = little_endian(&bytes[..length]);
            assert_eq!(read, u64::from_le_bytes(eight), "{length}");
        }
    }

    #[test]
    fn hashes_are_numbered_as_they_come() {
        let mut numbers = Numbering::with_capacity(0);
        let hashes = || (0..500_u64).map(mix);
        for (place, hash) in hashes().enumerate() {
            assert!(!numbers.contains(hash));
            assert_eq!(numbers.number(hash), place);
        }
        for (place, hash) in hashes().enumerate() {
            assert!(numbers.contains(hash));
            assert_eq!(numbers.number(hash), place, "known already");
        }
        assert_eq!(
            numbers.number(hashes().count() as u64),
            500,
            "a new one is next"
        );
    }
}
