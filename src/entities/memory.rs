//! What the rest of the document says of a word: how the same word was labelled elsewhere.
#![expect(
    clippy::cast_possible_truncation,
    reason = "labels are seven, counts cut at three"
)]

use super::evidence::{REACH, SLOTS, Trait, own, seen_from};
use super::labels::{LABELS, OUTSIDE, first};
use super::words::Words;
use crate::lexicon::hashing::Numbering;
use crate::lexicon::{Classes, mix};
use crate::tokens::TokenKind;

/// How often each label was given to each word of a document.
#[derive(Debug, Default)]
pub struct Memory {
    /// For each written form the word it is of, without particles.
    cores: Vec<u32>,
    counts: Vec<[u16; LABELS]>,
    /// How often the word was the last of a name of several words, or its first.
    edges: Vec<[u16; 2]>,
}

/// What the document says of a word by its other places, and how the word itself was labelled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Memories {
    label: u8,
    /// What it was labelled elsewhere, where it stands elsewhere.
    others: Option<Others>,
    /// Which ends of longer names it was, where it was one.
    edges: Option<u8>,
}

/// How a word was labelled at its other places.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Others {
    /// The most frequent label.
    best: u8,
    /// Whether there was no other.
    sure: bool,
    /// How often it was given, at most three times.
    many: u8,
    /// The most frequent label in a name, where it was outside of names more often.
    name: Option<u8>,
}

impl Memory {
    /// Counts the `labels` of `words`.
    #[must_use]
    pub fn read(words: &Words, labels: &[u8]) -> Self {
        let mut known = Numbering::with_capacity(words.forms.len());
        let mut cores = Vec::with_capacity(words.forms.len());
        let mut count = 0;
        for &first in &words.forms {
            let core = known.number(words.words[first].core);
            count = count.max(core + 1);
            cores.push(u32::try_from(core).unwrap_or_default());
        }
        let mut memory = Self {
            cores,
            counts: vec![[0; LABELS]; count],
            edges: vec![[0; 2]; count],
        };
        for (i, word) in words.words.iter().enumerate() {
            if !remembered(word.kind, word.classes) {
                continue;
            }
            let core = memory.core(words, i);
            let label = usize::from(labels[i]);
            let count = &mut memory.counts[core][label];
            *count = count.saturating_add(1);
            if label != OUTSIDE {
                let next = labels
                    .get(i + 1)
                    .map_or(OUTSIDE, |&label| usize::from(label));
                let goes_on = next != OUTSIDE && !first(next);
                let edge = if first(label) && goes_on {
                    Some(0)
                } else if !first(label) && !goes_on {
                    Some(1)
                } else {
                    None
                };
                if let Some(edge) = edge {
                    let count = &mut memory.edges[core][edge];
                    *count = count.saturating_add(1);
                }
            }
        }
        memory
    }

    fn core(&self, words: &Words, i: usize) -> usize {
        self.cores[words.words[i].form as usize] as usize
    }

    /// The evidence of the other places where the word `i` and its neighbours stand.
    pub fn evidence(
        &self,
        words: &Words,
        labels: &[u8],
        i: usize,
        sentence: &std::ops::Range<usize>,
        each: &mut impl FnMut(u64),
    ) {
        each(ANY);
        for slot in 0..SLOTS {
            let at = (i + slot).checked_sub(REACH);
            let Some(at) = at.filter(|at| sentence.contains(at)) else {
                continue;
            };
            self.of(words, labels, at).traits(&mut |each_trait| {
                if each_trait.reach >= slot.abs_diff(REACH) {
                    each(seen_from(each_trait.value, slot));
                }
            });
        }
    }

    /// What is remembered of the word `i`.
    #[must_use]
    pub fn of(&self, words: &Words, labels: &[u8], i: usize) -> Memories {
        let core = self.core(words, i);
        let label = labels[i];
        let edges = self.edges[core];
        let edges = u8::from(edges[0] > 0) | u8::from(edges[1] > 0) << 1;
        let others = others(self.counts[core], label);
        Memories {
            label,
            others,
            edges: Some(edges).filter(|&edges| others.is_some() && edges > 0),
        }
    }
}

/// Evidence that every word has in the second pass.
pub const ANY: u64 = own(mix(90 << 56));

impl Memories {
    /// A number that tells it from all others.
    #[must_use]
    pub fn hash(self) -> u64 {
        let others = self.others.map_or(0, |others| {
            let name = others.name.map_or(0, |name| 1 + u64::from(name));
            1 | u64::from(others.sure) << 1
                | u64::from(others.many) << 2
                | u64::from(others.best) << 8
                | name << 16
        });
        let edges = self.edges.map_or(0, |edges| 1 + u64::from(edges));
        mix(u64::from(self.label) << 48 | edges << 32 | others)
    }

    /// What the words around, itself included, have it for.
    pub fn traits(self, each: &mut impl FnMut(Trait)) {
        let mut say = |kind: u64, value: u64| {
            each(Trait {
                value: mix(value | kind << 56),
                reach: 1,
            });
        };
        let own = u64::from(self.label);
        say(91, own << 8);
        let Some(others) = self.others else {
            return;
        };
        let best = u64::from(others.best) << 8;
        let sure = u64::from(others.sure) << 4;
        let many = u64::from(others.many) << 16;
        say(92, best | sure | many);
        say(93, best | own << 16);
        if let Some(name) = others.name {
            say(94, u64::from(name) << 8);
        }
        if let Some(edges) = self.edges {
            say(95, u64::from(edges) << 8 | own << 16);
        }
    }
}

/// What the `counts` of a word say of its places but one, which was labelled `own`.
fn others(mut counts: [u16; LABELS], own: u8) -> Option<Others> {
    let own = &mut counts[usize::from(own)];
    *own = own.saturating_sub(1);
    let best = most(&counts, OUTSIDE);
    let named = counts[1..].iter().any(|&count| count > 0);
    (counts[best] > 0).then(|| Others {
        best: best as u8,
        sure: (0..LABELS).all(|label| label == best || counts[label] == 0),
        many: counts[best].min(3) as u8,
        name: (named && best == OUTSIDE).then(|| most(&counts, 1) as u8),
    })
}

/// The most frequent label from `first` on; of equals the first.
fn most(counts: &[u16; LABELS], first: usize) -> usize {
    (first..LABELS).fold(first, |best, label| {
        if counts[label] > counts[best] {
            label
        } else {
            best
        }
    })
}

/// Whether it means something that a word was a name elsewhere.
fn remembered(kind: TokenKind, classes: Classes) -> bool {
    kind == TokenKind::Word && !classes.any(Classes::FUNCTION)
}
