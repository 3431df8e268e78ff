//! The classes of the lexicon that are names, in the order of their bits.

use crate::lexicon::Classes;

/// The classes of names, each a piece of evidence of its own.
pub(super) const NAMES: [Classes; 8] = [
    Classes::COUNTRY,
    Classes::PLACE,
    Classes::ORGANIZATION,
    Classes::PERSON,
    Classes::GIVEN,
    Classes::FAMILY,
    Classes::NATIONALITY,
    Classes::SHARED,
];

/// The classes of names that a word has.
pub(super) fn names(classes: Classes) -> u64 {
    let bits = NAMES.iter().enumerate();
    bits.fold(0, |all, (bit, class)| {
        all | u64::from(classes.any(*class)) << bit
    })
}
