//! Editors' abstracts: how much of them the top three sentences hold, and how often the key
//! sentence that is not the first is among them.

use super::bootstrap::{interval, mean};
use super::peers;
use super::rouge::{self, Grams, Words};

/// Articles with fewer sentences are left out.
const FEWEST: usize = 6;
const TOP: usize = 3;

/// An article as the test sees it: its sentences' words, the abstract, and our order.
pub(crate) struct Sample {
    sentences: Vec<Words>,
    reference: Grams,
    key: usize,
    ours: Vec<usize>,
}

/// What a system's top three are worth.
pub(crate) struct Figure {
    pub(crate) recall: f64,
    /// Whether the key sentence is among them; `None` where it is the first.
    pub(crate) hit: Option<bool>,
    pub(crate) words: usize,
}

impl Sample {
    /// `None` of too short an article.
    pub(crate) fn new(sentences: &[&str], summary: &str, ours: Vec<usize>) -> Option<Self> {
        if sentences.len() < FEWEST {
            return None;
        }
        let sentences: Vec<Words> = sentences.iter().map(|s| rouge::words(s)).collect();
        let reference = Grams::of(&rouge::words(summary));
        let mut key = 0;
        let mut best = 0.0;
        for (i, sentence) in sentences.iter().enumerate() {
            let f = Grams::of(sentence).f(&reference, 1);
            if f > best {
                (key, best) = (i, f);
            }
        }
        Some(Self {
            sentences,
            reference,
            key,
            ours,
        })
    }

    pub(crate) fn figure(&self, order: &[usize]) -> Figure {
        let mut top: Vec<usize> = order.iter().copied().take(TOP).collect();
        top.sort_unstable();
        let words: Words = top
            .iter()
            .flat_map(|&i| self.sentences[i].iter().copied())
            .collect();
        Figure {
            recall: Grams::of(&words).recall(&self.reference, 2),
            hit: (self.key != 0).then(|| top.contains(&self.key)),
            words: words.len(),
        }
    }

    /// Every order of which the figures can be told: by the abstract itself.
    fn oracle(&self) -> Vec<usize> {
        let worth: Vec<f64> = self
            .sentences
            .iter()
            .map(|s| Grams::of(s).f(&self.reference, 1))
            .collect();
        let mut order: Vec<usize> = (0..worth.len()).collect();
        order.sort_by(|&a, &b| worth[b].total_cmp(&worth[a]));
        order
    }
}

/// Prints the table for our order beside all others.
pub(crate) fn print(samples: &[Sample]) {
    println!("\nEditor's abstract ({} articles)", samples.len());
    println!(
        "{:<14} {:>10} {:>10} {:>7}   gain in recall over lead (95 %)",
        "", "R2 recall", "hit, not 1", "words"
    );
    let figures = |order: &dyn Fn(&Sample) -> Vec<usize>| -> Vec<Figure> {
        samples
            .iter()
            .map(|sample| sample.figure(&order(sample)))
            .collect()
    };
    let lead = figures(&|s| (0..s.sentences.len()).collect());
    row("lead", &lead, &lead);
    row("ours", &figures(&|s| s.ours.clone()), &lead);
    row("random", &figures(&|s| peers::random(&s.sentences)), &lead);
    row(
        "LexRank",
        &figures(&|s| peers::lexrank(&s.sentences)),
        &lead,
    );
    row(
        "TextRank",
        &figures(&|s| peers::textrank(&s.sentences)),
        &lead,
    );
    row("the abstract", &figures(&Sample::oracle), &lead);
}

/// The mean recall, and how often the key sentence is hit where it is not the first.
pub(crate) fn means(figures: &[Figure]) -> (f64, f64) {
    let recalls: Vec<f64> = figures.iter().map(|f| f.recall).collect();
    let hits: Vec<f64> = figures
        .iter()
        .filter_map(|f| f.hit)
        .map(|hit| f64::from(u8::from(hit)))
        .collect();
    (mean(&recalls), mean(&hits))
}

fn row(name: &str, figures: &[Figure], lead: &[Figure]) {
    let (recall, hit) = means(figures);
    let words = |figures: &[Figure]| figures.iter().map(|f| f.words).sum::<usize>() as f64;
    let gains: Vec<f64> = figures
        .iter()
        .zip(lead)
        .map(|(a, b)| a.recall - b.recall)
        .collect();
    let (middle, low, high) = interval(&gains);
    let length = words(figures) / words(lead).max(1.0);
    println!(
        "{name:<14} {recall:>10.4} {hit:>10.4} {length:>7.3}   {middle:+.4} ({low:+.4} {high:+.4})"
    );
}
