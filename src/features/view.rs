//! A document as the features see it: what several of them need, computed once.

use super::content;
use super::graph::{self, Graph};
use super::openers::{self, Opening};
use super::salience;
use crate::document::Document;
use crate::entities::{Entity, EntityKind};
use crate::sentences::SentenceKind;
use crate::tokens::TokenKind;

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
    /// Similarities between sentences.
    pub graph: Graph,
    /// The first sentence, when it is a heading.
    pub title: Option<usize>,
    /// The first sentence that may be kept.
    pub first: Option<usize>,
    /// The share of kept sentences that are a paragraph of their own, as in news.
    pub short_paragraphs: f64,
    /// The share of kept sentences that report speech.
    pub reporting: f64,
}

/// What is known of one sentence.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Whether it may be kept.
    pub kept: bool,
    /// How many kept sentences stand before it.
    pub ordinal: usize,
    /// How many kept sentences its paragraph has.
    pub paragraph_size: usize,
    /// Whether the line before it is a heading.
    pub after_heading: bool,
    /// Words and numbers.
    pub words: usize,
    /// Its terms, each once, ascending, with their counts.
    pub terms: Vec<(u32, u32)>,
    /// Whether a person or an organization is named among its first words.
    pub names_early: bool,
    /// The share of kept sentences that say less of what a headline would and the first does not.
    pub salience_rank: f64,
    /// Numbers, dates and quantities it has.
    pub numbers: usize,
    /// Words within quotation marks.
    pub quoted: usize,
    /// Quotation marks it opens less those it closes; straight marks aside.
    pub quotes_open: i32,
    /// Words within brackets.
    pub bracketed: usize,
    /// How it opens.
    pub opening: Opening,
}

impl<'d> View<'d> {
    /// Reads what features need off `document`.
    #[must_use]
    pub fn of(document: &'d Document, entities: &[Entity]) -> Self {
        let mut sentences = facts(document);
        name(document, entities, &mut sentences);
        open(document, &mut sentences);
        let kept = sentences.iter().filter(|s| s.kept).count();
        let words = sentences.iter().filter(|s| s.kept).map(|s| s.words).sum();
        let weights: Vec<f64> = document
            .terms
            .table
            .iter()
            .map(|term| (1.0 + libm::log(f64::from(term.count.max(1)))) * term.rarity)
            .collect();
        let (keys, key_sum) = keys(document, &weights);
        let salience = salience::salience(&sentences, &document.terms);
        let salience_sum = salience.iter().sum();
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
        let mut view = Self {
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
            graph,
            title,
            first,
            short_paragraphs: alone as f64 / kept.max(1) as f64,
            reporting,
        };
        view.rank_salience();
        view
    }

    /// Ranks the kept sentences by what they say beyond the first.
    fn rank_salience(&mut self) {
        let mut kept: Vec<(f64, usize)> = (0..self.sentences.len())
            .filter(|&i| self.sentences[i].kept)
            .map(|i| (content::new_salience(self, i), i))
            .collect();
        kept.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        let last = kept.len().max(2) - 1;
        for (rank, (_, i)) in kept.into_iter().enumerate() {
            self.sentences[i].salience_rank = rank as f64 / last as f64;
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

/// Whether a sentence may be kept: running text and list items; in a text without those, headings.
#[must_use]
pub fn may_keep(document: &Document) -> Vec<bool> {
    let running = |kind| matches!(kind, SentenceKind::Sentence | SentenceKind::List);
    let any = document.sentences.iter().any(|s| running(s.kind));
    document
        .sentences
        .iter()
        .map(|s| running(s.kind) || (!any && s.kind == SentenceKind::Heading))
        .collect()
}

fn facts(document: &Document) -> Vec<Facts> {
    let may = may_keep(document);
    let mut all: Vec<Facts> = Vec::with_capacity(may.len());
    let mut ordinal = 0;
    let mut paragraph_first = 0;
    for (i, sentence) in document.sentences.iter().enumerate() {
        if i > 0 && document.sentences[i - 1].paragraph != sentence.paragraph {
            close_paragraph(&mut all[paragraph_first..]);
            paragraph_first = i;
        }
        let mut facts = words(document, i);
        facts.kept = may[i];
        facts.ordinal = ordinal;
        facts.after_heading = i > 0 && document.sentences[i - 1].kind == SentenceKind::Heading;
        ordinal += usize::from(may[i]);
        all.push(facts);
    }
    close_paragraph(&mut all[paragraph_first..]);
    all
}

fn close_paragraph(sentences: &mut [Facts]) {
    let size = sentences.iter().filter(|s| s.kept).count();
    for sentence in sentences {
        sentence.paragraph_size = size;
    }
}

/// Counts the words of a sentence, its terms, and what stands in quotation marks or brackets.
fn words(document: &Document, sentence: usize) -> Facts {
    let sentence = &document.sentences[sentence];
    let mut facts = Facts::default();
    let mut rows = Vec::new();
    let mut quoted = false;
    let mut bracketed = false;
    for token in sentence.token_start..sentence.token_end {
        match document.tokens[token].kind {
            TokenKind::Word | TokenKind::Number => {
                facts.words += 1;
                facts.quoted += usize::from(quoted);
                facts.bracketed += usize::from(bracketed);
                facts.numbers += usize::from(document.tokens[token].kind == TokenKind::Number);
                rows.extend(document.terms.of_token[token]);
            }
            TokenKind::Punctuation => {
                match document.tokens[token].span.of(document.text).chars().next() {
                    Some('"') => quoted = !quoted,
                    Some('«' | '“' | '„') => {
                        quoted = true;
                        facts.quotes_open += 1;
                    }
                    Some('»' | '”') => {
                        quoted = false;
                        facts.quotes_open -= 1;
                    }
                    Some('(' | '[') => bracketed = true,
                    Some(')' | ']') => bracketed = false,
                    _ => {}
                }
            }
            _ => {}
        }
    }
    rows.sort_unstable();
    for row in rows {
        match facts.terms.last_mut() {
            Some((last, count)) if *last == row => *count += 1,
            _ => facts.terms.push((row, 1)),
        }
    }
    facts
}

/// How many bytes from the start of a sentence an early name may begin.
const EARLY: usize = 48;

/// Notes which sentences name somebody who acts among their first words.
fn name(document: &Document, entities: &[Entity], sentences: &mut [Facts]) {
    let mut rest = entities.iter().peekable();
    for (facts, sentence) in sentences.iter_mut().zip(&document.sentences) {
        while let Some(entity) = rest.next_if(|e| e.span.start < sentence.span.end) {
            let acts = matches!(entity.kind, EntityKind::Person | EntityKind::Organization);
            facts.names_early |= acts && entity.span.start < sentence.span.start + EARLY;
        }
    }
}

/// Notes how each sentence opens.
fn open(document: &Document, sentences: &mut [Facts]) {
    for (facts, sentence) in sentences.iter_mut().zip(&document.sentences) {
        facts.opening = openers::opening(document, sentence, facts.names_early);
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
