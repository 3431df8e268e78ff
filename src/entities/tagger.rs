//! Labels every word by a linear-chain model, decoded exactly, in two passes: the second knows how
//! the first labelled the same words elsewhere in the document.
#![expect(clippy::cast_possible_truncation, reason = "slots are five")]

use super::evidence::{self, Evidence, REACH, SLOTS, Trait, seen_from};
use super::labels::{LABELS, OUTSIDE};
use super::memory::{self, Memory};
use super::model::{COARSE, Model, Scores};
use super::sums::{Waiting, add};
use super::vocabulary::{Repute, Vocabulary};
use super::words::Words;
use crate::lexicon::hashing::HashedMap;
use std::ops::Range;

/// What stands at a place outside of the sentence.
pub const EDGE: u64 = 77;

/// What the tagger says of every word of a document.
#[derive(Clone, Debug, Default)]
pub struct Labelled {
    /// The labels.
    pub labels: Vec<u8>,
    /// How far each word by itself leans to a name: the best score of a label in a name less that
    /// of the outside label, in the model's unit.
    pub leanings: Vec<i32>,
}

/// The model and its vocabulary.
#[derive(Clone, Debug)]
pub struct Tagger {
    /// The classes of words.
    pub vocabulary: Vocabulary,
    /// The weights.
    pub model: Model,
}

impl Tagger {
    /// The label of every word of a document.
    #[must_use]
    pub fn label(&self, words: &Words) -> Labelled {
        let evidence = Evidence::read(words, &self.vocabulary);
        let manner = self.model.manner(&coarse_counts(&evidence));
        let mut waiting = Waiting::new(&self.model, manner);
        let mut scores = vec![[0; 8]; words.words.len()];
        let mut labels = vec![0; words.words.len()];
        add_evidence(words, &evidence, &mut waiting, &mut scores);
        self.decode(0, words, &scores, &mut labels);
        add_memories(words, &labels, &mut waiting, &mut scores);
        self.decode(1, words, &scores, &mut labels);
        let leanings = scores.iter().map(leaning).collect();
        Labelled { labels, leanings }
    }

    fn decode(&self, pass: usize, words: &Words, scores: &[Scores], labels: &mut [u8]) {
        for sentence in &words.sentences {
            self.model
                .moves(pass)
                .decode(&scores[sentence.clone()], &mut labels[sentence.clone()]);
        }
    }

    /// Whether raw news hardly has the word but in names of persons.
    pub(super) fn mostly_person(&self, words: &Words, i: usize) -> bool {
        evidence::known(words, &words.words[i], &self.vocabulary)
            .and_then(|(_, number)| Repute::of(Vocabulary::repute(number)))
            .is_some_and(|repute| repute.role <= 1 && repute.level >= 5)
    }
}

/// Adds the weights of each word's own evidence to its score.
fn add_evidence(words: &Words, evidence: &Evidence, waiting: &mut Waiting, scores: &mut [Scores]) {
    let profiles = profiles(words, evidence, waiting);
    let mut edge = [[0; 8]; SLOTS];
    for slot in 0..SLOTS {
        waiting.take(seen_from(EDGE, slot), slot as u8);
    }
    waiting.add_to(&mut edge);
    for sentence in &words.sentences {
        for i in sentence.clone() {
            let profile = &profiles[words.words[i].form as usize];
            for (slot, sum) in profile.iter().enumerate() {
                if let Some(at) = seen_at(i, slot, REACH, sentence) {
                    add(&mut scores[at], sum);
                }
            }
            for (slot, sum) in edge.iter().enumerate() {
                if reads(i, slot, sentence).is_none() {
                    add(&mut scores[i], sum);
                }
            }
            evidence.context(i, sentence, &mut |value| waiting.take(value, 0));
            waiting.add_to(&mut scores[i..=i]);
        }
    }
}

/// For each written form the sums of its profile as read from each distance.
fn profiles(words: &Words, evidence: &Evidence, waiting: &mut Waiting) -> Vec<[Scores; SLOTS]> {
    let profile = |&first: &usize| {
        let mut sums = [[0; 8]; SLOTS];
        evidence.profile(first, &mut |Trait { value, reach }| {
            for slot in REACH - reach..=REACH + reach {
                waiting.take(seen_from(value, slot), slot as u8);
            }
        });
        waiting.add_to(&mut sums);
        sums
    };
    words.forms.iter().map(profile).collect()
}

/// Adds what the first pass's `labels` say of each word.
fn add_memories(words: &Words, labels: &[u8], waiting: &mut Waiting, scores: &mut [Scores]) {
    let memory = Memory::read(words, labels);
    let mut known: HashedMap<[Scores; memory::SLOTS]> = HashedMap::default();
    let mut any = [[0; 8]];
    waiting.take(memory::ANY, 0);
    waiting.add_to(&mut any);
    for sentence in &words.sentences {
        for i in sentence.clone() {
            add(&mut scores[i], &any[0]);
            let memories = memory.of(words, labels, i);
            let sums = known.entry(memories.hash()).or_insert_with(|| {
                let mut sums = [[0; 8]; memory::SLOTS];
                for slot in 0..memory::SLOTS {
                    memories.seen_from(slot, &mut |value| waiting.take(value, slot as u8));
                }
                waiting.add_to(&mut sums);
                sums
            });
            for (slot, sum) in sums.iter().enumerate() {
                if let Some(at) = seen_at(i, slot, memory::REACH, sentence) {
                    add(&mut scores[at], sum);
                }
            }
        }
    }
}

fn leaning(scores: &Scores) -> i32 {
    let best = scores[1..LABELS].iter().copied().max().unwrap_or(0);
    i32::from(best) - i32::from(scores[OUTSIDE])
}

/// The word that reads the word `i` in its `slot`.
fn seen_at(i: usize, slot: usize, reach: usize, sentence: &Range<usize>) -> Option<usize> {
    (i + reach)
        .checked_sub(slot)
        .filter(|at| sentence.contains(at))
}

/// The word that the word `i` reads in its `slot`.
fn reads(i: usize, slot: usize, sentence: &Range<usize>) -> Option<usize> {
    (i + slot)
        .checked_sub(REACH)
        .filter(|at| sentence.contains(at))
}

/// How many words of each coarse class a document has.
#[must_use]
pub fn coarse_counts(evidence: &Evidence) -> [u32; COARSE] {
    let mut counts = [0; COARSE];
    for coarse in evidence.coarse() {
        counts[coarse] += 1;
    }
    counts
}
