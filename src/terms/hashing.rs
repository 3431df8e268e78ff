//! The hash of what is a hash already, for the maps of a document's words; never iterated.

use std::hash::{BuildHasherDefault, Hasher};

/// Builds the hasher of words' hashes.
pub(super) type WordHash = BuildHasherDefault<WordHasher>;

/// Passes on the one number that it is given.
#[derive(Default)]
pub(super) struct WordHasher(u64);

impl Hasher for WordHasher {
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
