//! A mention before its spans are measured.

use super::EntityKind;
#[cfg(test)]
use super::words::Words;
use std::ops::Range;

/// A mention as the words it covers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Found {
    /// Which words.
    pub(super) words: Range<usize>,
    /// How many bytes of the first word's folded key are attached particles.
    pub(super) cut: usize,
    /// Whether the article after them lost its alef to ل.
    pub(super) contracted: bool,
    /// What it is.
    pub(super) kind: EntityKind,
}

impl Found {
    /// A mention without attached particles.
    pub(super) const fn bare(words: Range<usize>, kind: EntityKind) -> Self {
        Self {
            words,
            cut: 0,
            contracted: false,
            kind,
        }
    }
    /// The folded names of `found`, for tests.
    #[cfg(test)]
    pub(super) fn keys(found: &[Self], words: &Words) -> Vec<String> {
        let key = |name: &Self| {
            let keys: Vec<&str> = name.words.clone().map(|i| words.key(i)).collect();
            keys.join(" ")
        };
        found.iter().map(key).collect()
    }
}
