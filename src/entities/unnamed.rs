//! Which words are surely in no name, so that no evidence is looked up for them: more than half of
//! a text.
//!
//! The vocabulary knows which words are hardly ever in a name. Where a name may be near, only those
//! that are in one as good as never count: after a title or the head of a name, and after what may
//! be a person's first name, any noun may be a name («سمير الوكيل»).

use super::name_classes::names;
use super::vocabulary::{NEVER, Repute, SELDOM, Vocabulary};
use super::words::Word;
use crate::lexicon::Classes;
use crate::tokens::TokenKind;

/// What is known of a written form.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    /// [`SELDOM`] or [`NEVER`] in a name, or 0.
    unnamed: u8,
    /// Whether a person's name may go on after it.
    goes_on: bool,
}

impl Form {
    /// What is known of `word` by its number in the vocabulary.
    pub(super) fn of(word: &Word, number: u16) -> Self {
        /// From this level of repute on a word is often a person.
        const OFTEN: u8 = 2;
        let persons = Classes::PERSON | Classes::GIVEN | Classes::FAMILY;
        let often = |repute: Repute| repute.role <= 1 && repute.level >= OFTEN;
        let person =
            word.classes.any(persons) || Repute::of(Vocabulary::repute(number)).is_some_and(often);
        let plain = matches!(word.kind, TokenKind::Punctuation | TokenKind::Number);
        Self {
            unnamed: if names(word.classes) == 0 {
                Vocabulary::unnamed(number)
            } else {
                0
            },
            goes_on: !plain && (number == 0 || person),
        }
    }

    /// Whether a word of this form is surely in no name, after a word of the form `before` if any;
    /// `near` tells whether a title or the head of a name stands before it.
    pub(super) fn unnamed(self, before: Option<Self>, near: bool) -> u8 {
        let free = !near && before.is_none_or(|before| !before.goes_on);
        if free || self.unnamed == NEVER {
            self.unnamed
        } else {
            0
        }
    }
}

/// How far a word that is seldom in a name leans to one, in the model's unit: a family name that the
/// document has in full may yet be found again.
pub(super) fn leaning(unnamed: u8) -> i32 {
    if unnamed == SELDOM { -50 } else { i32::MIN }
}
