//! Labels every word by a linear-chain model, decoded exactly, in two passes: the second knows how
//! the first labelled the same words elsewhere in the document.
use super::evidence::{self, Evidence, REACH, SLOTS};
use super::labels::{LABELS, OUTSIDE, Scores};
use super::lattice::{SURELY, Scratch};
use super::memory::{self, Memory};
use super::model::{COARSE, Model};
use super::sums::add;
use super::unnamed;
use super::vocabulary::{Repute, Vocabulary};
use super::weights::Manner;
use super::words::Words;
use crate::lexicon::hashing::Numbering;
use crate::lexicon::mix;
use std::ops::Range;

/// What stands at a place outside of the sentence.
pub const EDGE: u64 = mix(77);

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
        let manner = self.model.weights.manner(manner);
        let mut scores = vec![[0; 8]; words.words.len()];
        let mut labels = vec![0; words.words.len()];
        self.add_evidence(words, &evidence, manner, &mut scores);
        self.decode(0, words, &scores, &mut labels);
        self.add_memories(words, &evidence, &labels, manner, &mut scores);
        self.decode(1, words, &scores, &mut labels);
        let leanings = scores
            .iter()
            .enumerate()
            .map(|(i, scores)| match evidence.unnamed(i) {
                0 => leaning(scores),
                unnamed => unnamed::leaning(unnamed),
            });
        let leanings = leanings.collect();
        Labelled { labels, leanings }
    }

    /// Adds the weights of each word's own evidence to its score.
    fn add_evidence(
        &self,
        words: &Words,
        evidence: &Evidence,
        manner: &Manner,
        scores: &mut [Scores],
    ) {
        let weights = &self.model.weights;
        let mut found = Vec::with_capacity(64);
        let mut profiles: Vec<[Scores; SLOTS]> = Vec::with_capacity(words.forms.len());
        let mut profile_of_form = vec![usize::MAX; words.forms.len()];
        let edge = weights.of_traits(&[EDGE], manner);
        for sentence in &words.sentences {
            for i in sentence.clone() {
                let score = &mut scores[i];
                if evidence.unnamed(i) > 0 {
                    score[OUTSIDE] = SURELY;
                    continue;
                }
                for (slot, edge) in edge.iter().enumerate() {
                    let Some(at) = seen(i, slot, sentence) else {
                        add(score, edge);
                        continue;
                    };
                    let form = words.words[at].form as usize;
                    if profile_of_form[form] == usize::MAX {
                        profile_of_form[form] = profiles.len();
                        found.clear();
                        evidence.profile(words.forms[form], &mut |each| found.push(each.value));
                        profiles.push(weights.of_traits(&found, manner));
                    }
                    add(score, &profiles[profile_of_form[form]][slot]);
                }
                found.clear();
                evidence.context(i, sentence, &mut |each| found.push(each));
                add(score, &weights.of_own(&found, manner));
            }
        }
    }

    /// Adds what the first pass's `labels` say of each word to its score.
    fn add_memories(
        &self,
        words: &Words,
        evidence: &Evidence,
        labels: &[u8],
        manner: &Manner,
        scores: &mut [Scores],
    ) {
        let weights = &self.model.weights;
        let memory = Memory::read(words, labels);
        // What a word is remembered for depends on its form and its label alone.
        let mut numbers = vec![u32::MAX; words.forms.len() * LABELS];
        let mut known = Numbering::with_capacity(64);
        let mut sums: Vec<[Scores; SLOTS]> = Vec::new();
        let mut found = Vec::with_capacity(8);
        let any = weights.of_own(&[memory::ANY], manner);
        for sentence in &words.sentences {
            for i in sentence.clone().filter(|&i| evidence.unnamed(i) == 0) {
                add(&mut scores[i], &any);
                for slot in 0..SLOTS {
                    let Some(at) = seen(i, slot, sentence) else {
                        continue;
                    };
                    let form = words.words[at].form as usize;
                    let number = &mut numbers[form * LABELS + usize::from(labels[at])];
                    if *number == u32::MAX {
                        let memories = memory.of(words, labels, at);
                        let known = known.number(memories.hash());
                        if known == sums.len() {
                            found.clear();
                            memories.traits(&mut |each| found.push(each.value));
                            sums.push(weights.of_traits(&found, manner));
                        }
                        *number = u32::try_from(known).unwrap_or_default();
                    }
                    add(&mut scores[i], &sums[*number as usize][slot]);
                }
            }
        }
    }

    fn decode(&self, pass: usize, words: &Words, scores: &[Scores], labels: &mut [u8]) {
        let mut scratch = Scratch::default();
        for sentence in &words.sentences {
            self.model.moves(pass).decode(
                &scores[sentence.clone()],
                &mut labels[sentence.clone()],
                &mut scratch,
            );
        }
    }

    /// Whether raw news has the word, and hardly ever in a name.
    pub(super) fn never_named(&self, words: &Words, i: usize) -> bool {
        evidence::known(words, &words.words[i], &self.vocabulary).is_some_and(|(_, number)| {
            Repute::of(Vocabulary::repute(number)).is_none_or(|repute| repute.level == 0)
        })
    }

    /// Whether raw news hardly has the word but in names of persons.
    pub(super) fn mostly_person(&self, words: &Words, i: usize) -> bool {
        self.person_level(words, i) >= 5
    }

    /// Whether raw news often has the word in names of persons.
    pub(super) fn often_person(&self, words: &Words, i: usize) -> bool {
        self.person_level(words, i) >= 2
    }

    /// Whether raw news mostly has the word in names of organizations.
    pub(super) fn often_organization(&self, words: &Words, i: usize) -> bool {
        let repute = self.repute(words, i);
        repute.is_some_and(|repute| repute.role == 3 && repute.level >= 3)
    }

    /// How often raw news has the word in names of persons, in the steps of a repute.
    fn person_level(&self, words: &Words, i: usize) -> u8 {
        self.repute(words, i)
            .filter(|repute| repute.role <= 1)
            .map_or(0, |repute| repute.level)
    }

    /// What raw news calls the word, and how often.
    fn repute(&self, words: &Words, i: usize) -> Option<Repute> {
        let (_, number) = evidence::known(words, &words.words[i], &self.vocabulary)?;
        Repute::of(Vocabulary::repute(number))
    }
}

/// The word that the word `i` sees in `slot`, where its sentence has one there.
fn seen(i: usize, slot: usize, sentence: &Range<usize>) -> Option<usize> {
    (i + slot)
        .checked_sub(REACH)
        .filter(|at| sentence.contains(at))
}

fn leaning(scores: &Scores) -> i32 {
    let best = scores[1..LABELS].iter().copied().max().unwrap_or(0);
    i32::from(best) - i32::from(scores[OUTSIDE])
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
