//! What the full names of a text's persons are known by, and from which word on.

use crate::entities::EntityKind;
use crate::entities::endings::after_father;
use crate::entities::found::Found;
use crate::entities::tagger::Tagger;
use crate::entities::words::Words;
use crate::lexicon::hashing::HashedMap;
use crate::lexicon::{self, Classes};
use crate::tokens::TokenKind;

/// A shorter family name is not looked for.
const SHORTEST: usize = 3;

/// What persons' names of several words are known by, as hashes.
#[derive(Default)]
pub(super) struct Known {
    /// The last words.
    pub(super) families: Earlier,
    /// The first words of names that may begin with the family name.
    pub(super) first_families: Earlier,
    /// The first words.
    pub(super) givens: Earlier,
    /// The first two words.
    pub(super) openings: Earlier,
    /// What the names begin with, of two words or more, though not the whole.
    pub(super) beginnings: Earlier,
    /// What the names end with, though not the whole; read from the last word back.
    pub(super) endings: Earlier,
}

/// Hashes, and after which word each is known.
#[derive(Default)]
pub(super) struct Earlier(HashedMap<usize>);

impl Earlier {
    /// Remembers `hash` from the word `end` on, unless it is known before.
    fn add(&mut self, hash: u64, end: usize) {
        self.0.entry(hash).or_insert(end);
    }

    /// Whether `hash` is known before the word `start`.
    pub(super) fn has(&self, hash: u64, start: usize) -> bool {
        self.0.get(&hash).is_some_and(|&end| end <= start)
    }
}

impl Known {
    /// Reads the names of `found`.
    pub(super) fn of(words: &Words, tagger: Option<&Tagger>, found: &[Found]) -> Self {
        let mut known = Self::default();
        let full = |name: &&Found| name.kind == EntityKind::Person && name.words.len() > 1;
        for name in found.iter().filter(full) {
            known.add_family(words, tagger, name);
            known.add_first_family(words, name);
            known.add_given(words, name);
            known.add_parts(words, name);
        }
        known
    }

    /// Whether no full name was found.
    pub(super) fn is_empty(&self) -> bool {
        self.openings.0.is_empty()
    }

    fn add_family(&mut self, words: &Words, tagger: Option<&Tagger>, name: &Found) {
        let last = name.words.end - 1;
        let second_half = words.key(last - 1) == "عبد" || after_father(words, name);
        let given = words.words[name.words.start].classes.any(Classes::GIVEN);
        let common = !given && tagger.is_some_and(|tagger| tagger.never_named(words, last));
        let long = words.key(last).chars().count() >= SHORTEST;
        if !second_half && !common && usable(words, last) && long {
            self.families.add(words.words[last].hash, name.words.end);
        }
    }

    /// As in China and Korea: «شي جين بينغ».
    fn add_first_family(&mut self, words: &Words, name: &Found) {
        let plain = Classes::GIVEN | Classes::PARTICLE | Classes::TITLE;
        let bare = |i: usize| !words.key(i).starts_with("ال") && !words.words[i].classes.any(plain);
        let first = name.words.start;
        let short = words.key(first).chars().count() <= 3;
        if name.words.len() == 3 && short && name.words.clone().all(bare) {
            let hash = words.words[first].hash;
            self.first_families.add(hash, name.words.end);
        }
    }

    fn add_given(&mut self, words: &Words, name: &Found) {
        let first = &words.words[name.words.start];
        if usable(words, name.words.start) && !first.classes.any(Classes::PARTICLE) {
            self.givens.add(first.hash, name.words.end);
        }
    }

    fn add_parts(&mut self, words: &Words, name: &Found) {
        let (start, end) = (name.words.start, name.words.end);
        let hash = |i: usize| words.words[i].hash;
        let mut forward = hash(start);
        for i in start + 1..end {
            forward = lexicon::join(forward, hash(i));
            if i == start + 1 {
                self.openings.add(forward, end);
            }
            if i + 1 < end {
                self.beginnings.add(forward, end);
            }
        }
        let mut backward = 0;
        for i in (start + 1..end).rev() {
            backward = lexicon::join(backward, hash(i));
            self.endings.add(backward, end);
        }
    }
}

/// Whether a person may be known by the word `i` alone.
pub(super) fn usable(words: &Words, i: usize) -> bool {
    let word = &words.words[i];
    word.kind == TokenKind::Word && !word.classes.any(Classes::FUNCTION | Classes::WHOLE)
}
