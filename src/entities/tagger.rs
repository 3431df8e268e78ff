//! Labels every word by a linear-chain model, decoded exactly, in two passes: the second knows how
//! the first labelled the same words elsewhere in the document.
#![expect(clippy::cast_possible_truncation, reason = "labels are seven")]

use super::evidence::{self, Evidence, REACH, SLOTS, Trait, seen_from};
use super::labels::{LABELS, OUTSIDE, follows};
use super::memory::Memory;
use super::model::{COARSE, Model, Scores};
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
        let mut scores = self.scores(words, &evidence, manner);
        let mut labels = vec![0; words.words.len()];
        let mut lattice = Lattice::default();
        for sentence in &words.sentences {
            lattice.decode(
                &self.model,
                0,
                &scores[sentence.clone()],
                &mut labels[sentence.clone()],
            );
        }
        let memory = Memory::read(words, &labels);
        for sentence in &words.sentences {
            for i in sentence.clone() {
                memory.evidence(words, &labels, i, sentence, &mut |value| {
                    self.model.add(value, manner, &mut scores[i]);
                });
            }
        }
        for sentence in &words.sentences {
            lattice.decode(
                &self.model,
                1,
                &scores[sentence.clone()],
                &mut labels[sentence.clone()],
            );
        }
        let leanings = scores.iter().map(leaning).collect();
        Labelled { labels, leanings }
    }

    /// Whether raw news hardly has the word but in names of persons.
    pub(super) fn mostly_person(&self, words: &Words, i: usize) -> bool {
        evidence::known(words, &words.words[i], &self.vocabulary)
            .and_then(|(_, number)| Repute::of(Vocabulary::repute(number)))
            .is_some_and(|repute| repute.role <= 1 && repute.level >= 5)
    }

    /// The sum of the weights of each word's own evidence.
    fn scores(&self, words: &Words, evidence: &Evidence, manner: usize) -> Vec<Scores> {
        let mut scores = vec![[0; LABELS]; words.words.len()];
        let mut sums = Sums::default();
        let mut edge = [[0; LABELS]; SLOTS];
        for (slot, sum) in edge.iter_mut().enumerate() {
            self.model.add(seen_from(EDGE, slot), manner, sum);
        }
        for sentence in &words.sentences {
            for i in sentence.clone() {
                let row = self.profile(words, evidence, manner, i, &mut sums);
                for (slot, sum) in sums.rows[row].iter().enumerate() {
                    if let Some(at) = seen_at(i, slot, sentence) {
                        add(&mut scores[at], sum);
                    }
                }
                for (slot, sum) in edge.iter().enumerate() {
                    if reads(i, slot, sentence).is_none() {
                        add(&mut scores[i], sum);
                    }
                }
                evidence.context(i, sentence, &mut |value| {
                    self.model.add(value, manner, &mut scores[i]);
                });
            }
        }
        scores
    }

    /// The row of `sums` that holds the sums of the word `i` as read from each distance.
    fn profile(
        &self,
        words: &Words,
        evidence: &Evidence,
        manner: usize,
        i: usize,
        sums: &mut Sums,
    ) -> usize {
        let next = sums.rows.len();
        let word = &words.words[i];
        let row = *sums
            .known
            .entry(word.hash ^ word.kind as u64)
            .or_insert(next);
        if row == next {
            let mut sum = [[0; LABELS]; SLOTS];
            evidence.profile(i, &mut |Trait { value, reach }| {
                let seen = sum
                    .iter_mut()
                    .enumerate()
                    .skip(REACH - reach)
                    .take(2 * reach + 1);
                seen.for_each(|(slot, sum)| self.model.add(seen_from(value, slot), manner, sum));
            });
            sums.rows.push(sum);
        }
        row
    }
}

fn leaning(scores: &Scores) -> i32 {
    let best = scores[1..].iter().copied().max().unwrap_or(0);
    best - scores[OUTSIDE]
}

/// The sums of the words seen so far.
#[derive(Default)]
struct Sums {
    known: HashedMap<usize>,
    rows: Vec<[Scores; SLOTS]>,
}

/// The word that reads the word `i` in its `slot`.
fn seen_at(i: usize, slot: usize, sentence: &Range<usize>) -> Option<usize> {
    (i + REACH)
        .checked_sub(slot)
        .filter(|at| sentence.contains(at))
}

/// The word that the word `i` reads in its `slot`.
fn reads(i: usize, slot: usize, sentence: &Range<usize>) -> Option<usize> {
    (i + slot)
        .checked_sub(REACH)
        .filter(|at| sentence.contains(at))
}

fn add(scores: &mut Scores, sum: &Scores) {
    for (score, sum) in scores.iter_mut().zip(sum) {
        *score += sum;
    }
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

/// The way back through the best labels, kept between sentences to be used again.
#[derive(Default)]
struct Lattice {
    before: Vec<[u8; LABELS]>,
}

impl Lattice {
    /// The best labels of a sentence (Viterbi 1967).
    fn decode(&mut self, model: &Model, pass: usize, scores: &[Scores], labels: &mut [u8]) {
        let moves = model.moves(pass);
        let bias = model.bias(pass);
        self.before.clear();
        let mut total = [i32::MIN / 2; LABELS];
        total[OUTSIDE] = 0;
        for (i, score) in scores.iter().enumerate() {
            let mut now = [i32::MIN / 2; LABELS];
            let mut from = [0; LABELS];
            for next in 0..LABELS {
                for label in 0..LABELS {
                    let weight = if i == 0 {
                        0
                    } else {
                        i32::from(moves[label][next])
                    };
                    let sum = total[label] + weight;
                    if follows(label, next) && sum > now[next] {
                        now[next] = sum;
                        from[next] = label as u8;
                    }
                }
                now[next] += score[next];
            }
            now[OUTSIDE] -= bias;
            total = now.map(|sum| sum.max(i32::MIN / 2));
            self.before.push(from);
        }
        let mut label = (0..LABELS)
            .max_by_key(|&label| (total[label], LABELS - label))
            .unwrap_or(OUTSIDE) as u8;
        for (out, before) in labels.iter_mut().zip(&self.before).rev() {
            *out = label;
            label = before[usize::from(label)];
        }
    }
}
