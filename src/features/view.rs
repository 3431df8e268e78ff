//! A document as the features see it: what several of them need, computed once.

use super::facts::{self, Facts};
use super::graph::{self, Graph};
use super::opening;
use super::salience;
use crate::document::Document;
use crate::entities::Entity;
use crate::sentences::SentenceKind;

/// How many of the document's heaviest terms count as its key terms.
const KEY_TERMS: usize = 12;

/// A document with the numbers that features share.
#[derive(Debug)]
pub struct View<'d> {
    /// The document itself.
    pub document: &'d Document<'d>,
    /// One entry for each sentence.
    pub sentences: Vec<Facts>,
    /// How many sentences may be kept.
    pub kept: usize,
    /// How many headings there are.
    pub headings: usize,
    /// Words of all kept sentences.
    pub words: usize,
    /// The weight of each term in this document: often here, rare elsewhere.
    pub weights: Vec<f64>,
    /// Whether a term is among the heaviest, by its weight; otherwise 0.
    pub keys: Vec<f64>,
    /// The sum of `keys`.
    pub key_sum: f64,
    /// How likely a headline would have each term.
    pub salience: Vec<f64>,
    /// How many of the document's terms a headline would have.
    pub salience_sum: f64,
    /// How much of what a headline would say each sentence says beyond the first.
    pub new_salience: Vec<f64>,
    /// The share of kept sentences that say less beyond the first than each.
    pub salience_rank: Vec<f64>,
    /// Similarities between sentences.
    pub graph: Graph,
    /// The first sentence, when it is a heading.
    pub title: Option<usize>,
    /// The first sentence that may be kept.
    pub first: Option<usize>,
    /// What the first sentence says of how the text opens.
    pub opening: [f64; opening::SIGNS],
    /// The share of kept sentences that are a paragraph of their own, as in news.
    pub short_paragraphs: f64,
    /// The share of kept sentences that report speech.
    pub reporting: f64,
}

impl<'d> View<'d> {
    /// Reads what features need off `document`.
    #[must_use]
    pub fn of(document: &'d Document, entities: &[Entity]) -> Self {
        let sentences = facts::facts(document, entities);
        let kept = sentences.iter().filter(|s| s.kept).count();
        let words: usize = sentences.iter().filter(|s| s.kept).map(|s| s.words).sum();
        let weights: Vec<f64> = document
            .terms
            .table
            .iter()
            .map(|term| (1.0 + libm::log(f64::from(term.count.max(1)))) * term.rarity)
            .collect();
        let (keys, key_sum) = keys(document, &weights);
        let salience = salience::salience(&sentences, &document.terms);
        let salience_sum: f64 = salience.iter().sum();
        let graph = graph::similarities(&sentences, &document.terms);
        let headings = document
            .sentences
            .iter()
            .filter(|s| s.kind == SentenceKind::Heading)
            .count();
        let title = document
            .sentences
            .first()
            .and_then(|s| (s.kind == SentenceKind::Heading).then_some(0));
        let first = sentences.iter().position(|s| s.kept);
        let reporting = sentences
            .iter()
            .filter(|s| s.kept && s.opening.reports)
            .count() as f64
            / kept.max(1) as f64;
        let alone = sentences
            .iter()
            .filter(|s| s.kept && s.paragraph_size == 1)
            .count();
        let short_paragraphs = alone as f64 / kept.max(1) as f64;
        let opening = first.map_or([0.0; opening::SIGNS], |first| {
            let first = &sentences[first];
            let told: f64 = first.terms.iter().map(|&(t, _)| salience[t as usize]).sum();
            let mean = words as f64 / kept.max(1) as f64;
            opening::signs(
                first,
                told / salience_sum.max(f64::MIN_POSITIVE),
                short_paragraphs,
                mean,
            )
        });
        let new_salience = salience::beyond_first(document, &sentences, first, &salience);
        let salience_rank = salience::ranks(&sentences, &new_salience);
        Self {
            document,
            sentences,
            kept,
            headings,
            words,
            weights,
            keys,
            key_sum,
            salience,
            salience_sum,
            new_salience,
            salience_rank,
            graph,
            title,
            first,
            opening,
            short_paragraphs,
            reporting,
        }
    }

    /// Whether a sentence ends in a colon: what matters follows.
    #[must_use]
    pub fn ends_in_colon(&self, sentence: usize) -> bool {
        self.document.sentences[sentence]
            .span
            .of(self.document.text)
            .ends_with(':')
    }

    /// The sum of `weight` over the terms of a sentence, each once.
    #[must_use]
    pub fn sum(&self, sentence: usize, weight: &[f64]) -> f64 {
        self.sentences[sentence]
            .terms
            .iter()
            .map(|&(term, _)| weight[term as usize])
            .sum()
    }
}

/// The weights of the heaviest terms, 0 of all others, and their sum.
fn keys(document: &Document, weights: &[f64]) -> (Vec<f64>, f64) {
    let mut heavy: Vec<usize> = (0..weights.len())
        .filter(|&t| document.terms.table[t].count > 1)
        .collect();
    if heavy.len() > KEY_TERMS {
        heavy.select_nth_unstable_by(KEY_TERMS, |&a, &b| {
            weights[b].total_cmp(&weights[a]).then(a.cmp(&b))
        });
        heavy.truncate(KEY_TERMS);
    }
    heavy.sort_unstable();
    let mut keys = vec![0.0; weights.len()];
    let mut sum = 0.0;
    for term in heavy {
        keys[term] = weights[term];
        sum += weights[term];
    }
    (keys, sum)
}
