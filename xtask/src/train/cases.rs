//! What the ranker learns from: documents as rows of features, with what people made of them.

use crate::evaluate::data::{Article, Crowd};
use crate::evaluate::rouge::{self, Grams, Words};
use std::collections::HashMap;
use zubda::document::Document;
use zubda::features::view::View;
use zubda::features::{self, Features};

/// The share of the words that an extract takes.
const BUDGET: f64 = 0.38;
/// The share of a sentence's word pairs that an extract holds by chance, or lacks by a slip.
const BY_CHANCE: f64 = 0.15;
/// Articles with fewer sentences are left out.
const FEWEST: usize = 6;

/// A document: the features of each sentence that may be kept, and what an order of them is worth.
pub(crate) struct Case {
    pub(crate) rows: Vec<Features>,
    pub(crate) people: People,
}

/// What people made of a document.
pub(crate) enum People {
    /// Extracts of several people.
    Crowd(CrowdCase),
    /// An editor's abstract.
    Editor(EditorCase),
}

/// What each sentence is worth to the extracts, and its share of the document's words.
pub(crate) struct CrowdCase {
    pub(crate) worths: Vec<f64>,
    pub(crate) shares: Vec<f64>,
}

/// Each sentence's share of the abstract's word pairs.
pub(crate) struct EditorCase {
    pairs: Vec<Vec<(usize, u32)>>,
    wanted: Vec<u32>,
    key: usize,
}

impl Case {
    pub(crate) fn of_crowd(crowd: &Crowd) -> Self {
        let (rows, units) = read(&crowd.text);
        Self {
            people: People::Crowd(CrowdCase::of(crowd, &units)),
            rows,
        }
    }

    /// `None` of too short an article.
    pub(crate) fn of_article(article: &Article) -> Option<Self> {
        let (rows, units) = read(&article.text);
        let reference = rouge::words(&article.summary);
        let mut places: HashMap<[u64; 2], usize> = HashMap::new();
        let mut wanted: Vec<u32> = Vec::new();
        for pair in reference.windows(2) {
            let next = wanted.len();
            let place = *places.entry([pair[0], pair[1]]).or_insert(next);
            if place == next {
                wanted.push(0);
            }
            wanted[place] += 1;
        }
        let pairs = units
            .iter()
            .map(|unit| {
                let mut counts = vec![0; wanted.len()];
                for pair in unit.windows(2) {
                    if let Some(&place) = places.get(&[pair[0], pair[1]]) {
                        counts[place] += 1;
                    }
                }
                counts
                    .into_iter()
                    .enumerate()
                    .filter(|&(_, count)| count > 0)
                    .collect()
            })
            .collect();
        let grams = Grams::of(&reference);
        let mut key = 0;
        let mut best = 0.0;
        for (i, unit) in units.iter().enumerate() {
            let f = Grams::of(unit).f(&grams, 1);
            if f > best {
                (key, best) = (i, f);
            }
        }
        (units.len() >= FEWEST).then_some(Self {
            rows,
            people: People::Editor(EditorCase { pairs, wanted, key }),
        })
    }
}

/// The features and words of the sentences of `text` that may be kept.
fn read(text: &str) -> (Vec<Features>, Vec<Words>) {
    let document = Document::read(text);
    let entities = zubda::entities::find(&document);
    let view = View::of(&document, &entities);
    features::measure(&view)
        .into_iter()
        .zip(&view.sentences)
        .zip(&document.sentences)
        .filter(|((_, facts), _)| facts.kept)
        .map(|((row, _), sentence)| (row, rouge::words(sentence.span.of(text))))
        .unzip()
}

impl CrowdCase {
    /// A sentence is worth to an extract what it adds to the F of both: the more, the shorter the
    /// extract is.
    fn of(crowd: &Crowd, units: &[Words]) -> Self {
        let total = units.iter().map(Vec::len).sum::<usize>().max(1) as f64;
        let extracts: Vec<(Grams, f64)> = crowd
            .summaries
            .iter()
            .map(|extract| {
                let words = rouge::words(extract);
                let budget = BUDGET * total;
                let weight = 2.0 * budget / (budget + words.len() as f64);
                (Grams::of(&words), weight / crowd.summaries.len() as f64)
            })
            .collect();
        let worth = |unit: &Words| {
            let grams = Grams::of(unit);
            extracts
                .iter()
                .map(|(extract, weight)| {
                    let held = extract.recall(&grams, 2);
                    weight * ((held - BY_CHANCE) / (1.0 - 2.0 * BY_CHANCE)).clamp(0.0, 1.0)
                })
                .sum()
        };
        Self {
            worths: units.iter().map(worth).collect(),
            shares: units.iter().map(|unit| unit.len() as f64 / total).collect(),
        }
    }
}

impl EditorCase {
    /// Whether the first sentence is the key sentence.
    pub(crate) fn opens_with_key(&self) -> bool {
        self.key == 0
    }

    /// Which sentence is wanted after the first, and how much that matters: the key sentence or,
    /// where that is the first, the one that adds most of the abstract to what the first holds.
    pub(crate) fn wanted_after_first(&self) -> (usize, f64) {
        let mut left = self.wanted.clone();
        for &(pair, count) in &self.pairs[0] {
            left[pair] -= count.min(left[pair]);
        }
        let adds = |i: usize| {
            self.pairs[i]
                .iter()
                .map(|&(pair, count)| count.min(left[pair]))
                .sum::<u32>()
        };
        let mut best = (0, 0);
        for i in 1..self.pairs.len() {
            if adds(i) > best.1 {
                best = (i, adds(i));
            }
        }
        let all: u32 = self.wanted.iter().sum();
        let gain = f64::from(best.1) / f64::from(all.max(1));
        if self.key > 0 {
            (self.key, 0.22 + gain)
        } else {
            (best.0, 0.02 + gain)
        }
    }
}
