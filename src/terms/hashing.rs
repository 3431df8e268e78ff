//! A fast hash for the maps of a document's words: the same in every build, never iterated.

use crate::lexicon;
use std::hash::{BuildHasherDefault, Hasher};

/// Builds the hasher of words.
pub(super) type WordHash = BuildHasherDefault<WordHasher>;

/// Hashes eight bytes at a time.
#[derive(Default)]
pub(super) struct WordHasher(u64);

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.0 = lexicon::mix(self.0 ^ u64::from_le_bytes(word));
        }
    }

    fn write_u8(&mut self, _: u8) {
        // The end mark of a string; its bytes are enough.
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = lexicon::mix(self.0 ^ value);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
