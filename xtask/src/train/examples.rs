//! Labelled texts -> evidence: what the trainer learns from, through the program's own features.

use super::texts::{self, Text};
use zubda::document::Document;
use zubda::entities::evidence::{Evidence, REACH, SLOTS, Trait, seen_from};
use zubda::entities::labels::OUTSIDE;
use zubda::entities::model::COARSE;
use zubda::entities::tagger::{EDGE, coarse_counts};
use zubda::entities::vocabulary::Vocabulary;
use zubda::entities::words::Words;
use zubda::lexicon::hashing::HashedMap;

/// A sentence as evidence and right labels.
pub(crate) struct Example {
    /// The text it is of.
    pub(crate) text: usize,
    /// For each word the end of its evidence.
    pub(crate) ends: Vec<u32>,
    pub(crate) evidence: Vec<u64>,
    /// The words that are surely in no name, for which no evidence is looked up.
    pub(crate) unnamed: Vec<bool>,
    pub(crate) labels: Vec<u8>,
}

/// A text read as the program reads it.
pub(crate) struct Read {
    pub(crate) words: Words,
    /// How many words of each coarse class it has.
    pub(crate) coarse: [u32; COARSE],
}

/// Reads the evidence of every sentence of every text.
pub(crate) fn read(texts: &[Text], vocabulary: &Vocabulary) -> (Vec<Read>, Vec<Example>) {
    let mut reads = Vec::new();
    let mut examples = Vec::new();
    for (number, text) in texts.iter().enumerate() {
        let document = Document::read(&text.joined);
        let words = Words::read(&document);
        let labels = texts::labels(text, &document, &words);
        let evidence = Evidence::read(&words, vocabulary);
        let profiles: Vec<Vec<Trait>> = (0..words.words.len())
            .map(|i| {
                let mut traits = Vec::new();
                evidence.profile(i, &mut |each| traits.push(each));
                traits
            })
            .collect();
        // Of what is in a name after all the tagger learns nevertheless.
        let unnamed = |i: usize| evidence.unnamed(i) > 0 && usize::from(labels[i]) == OUTSIDE;
        for sentence in &words.sentences {
            let mut example = Example {
                text: number,
                ends: Vec::new(),
                evidence: Vec::new(),
                unnamed: sentence.clone().map(unnamed).collect(),
                labels: labels[sentence.clone()].to_vec(),
            };
            for i in sentence.clone() {
                if unnamed(i) {
                    example.ends.push(example.evidence.len() as u32);
                    continue;
                }
                for slot in 0..SLOTS {
                    let near = |each: &&Trait| each.reach >= slot.abs_diff(REACH);
                    match (i + slot)
                        .checked_sub(REACH)
                        .filter(|at| sentence.contains(at))
                    {
                        Some(at) => {
                            let seen = profiles[at]
                                .iter()
                                .filter(near)
                                .map(|each| seen_from(each.value, slot));
                            example.evidence.extend(seen);
                        }
                        None => example.evidence.push(seen_from(EDGE, slot)),
                    }
                }
                evidence.context(i, sentence, &mut |value| example.evidence.push(value));
                example.ends.push(example.evidence.len() as u32);
            }
            examples.push(example);
        }
        let coarse = coarse_counts(&evidence);
        reads.push(Read { words, coarse });
    }
    (reads, examples)
}

/// Evidence and its numbers.
pub(crate) struct Index {
    pub(crate) numbers: HashedMap<u32>,
    /// The evidence of each number.
    pub(crate) order: Vec<u64>,
    /// How often each was seen.
    pub(crate) counts: HashedMap<u32>,
}

/// Numbers the evidence that is seen `least` times or more, in order of first sight.
pub(crate) fn index<'a>(examples: impl Iterator<Item = &'a Example> + Clone, least: u32) -> Index {
    let mut counts: HashedMap<u32> = HashedMap::default();
    for evidence in examples.clone().flat_map(|example| &example.evidence) {
        *counts.entry(*evidence).or_insert(0) += 1;
    }
    let mut order = Vec::new();
    let mut numbers: HashedMap<u32> = HashedMap::default();
    for evidence in examples.flat_map(|example| &example.evidence) {
        if counts[evidence] >= least && !numbers.contains_key(evidence) {
            numbers.insert(*evidence, order.len() as u32);
            order.push(*evidence);
        }
    }
    Index {
        numbers,
        order,
        counts,
    }
}
