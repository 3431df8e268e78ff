//! ROUGE-1 and ROUGE-2 on folded Arabic words: no stemming, no stop list.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A text as the measure sees it: its folded words, by hash.
pub(crate) type Words = Vec<u64>;

/// The words of `text`: marks, tatweel and invisible characters removed, hamzas and endings folded.
pub(crate) fn words(text: &str) -> Words {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in text.chars().chain([' ']) {
        match c {
            _ if invisible(c) => {}
            'أ' | 'إ' | 'آ' | 'ٱ' => word.push('ا'),
            'ى' | 'ئ' => word.push('ي'),
            'ة' => word.push('ه'),
            'ؤ' => word.push('و'),
            '\u{621}'..='\u{64a}' | '٠'..='٩' => word.push(c),
            _ if c.is_ascii_alphanumeric() => word.push(c.to_ascii_lowercase()),
            _ if !word.is_empty() => {
                words.push(hash(&word));
                word.clear();
            }
            _ => {}
        }
    }
    words
}

/// Marks, tatweel and what has no width.
fn invisible(c: char) -> bool {
    matches!(c, '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}'
        | '\u{feff}' | '\u{ad}' | '\u{61c}')
}

fn hash(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// How often each run of one or two words occurs.
pub(crate) struct Grams {
    counts: [HashMap<u64, u32>; 2],
    totals: [u32; 2],
}

impl Grams {
    pub(crate) fn of(words: &[u64]) -> Self {
        let mut grams = Self {
            counts: [HashMap::new(), HashMap::new()],
            totals: [0, 0],
        };
        for (n, counts) in grams.counts.iter_mut().enumerate() {
            for gram in words.windows(n + 1) {
                *counts.entry(hash(gram)).or_insert(0) += 1;
                grams.totals[n] += 1;
            }
        }
        grams
    }

    /// How many runs of `n` words the two share, each counted as often as both have it.
    fn shared(&self, other: &Self, n: usize) -> u32 {
        let (few, many) = if self.counts[n - 1].len() < other.counts[n - 1].len() {
            (self, other)
        } else {
            (other, self)
        };
        few.counts[n - 1]
            .iter()
            .map(|(gram, count)| *count.min(many.counts[n - 1].get(gram).unwrap_or(&0)))
            .sum()
    }

    /// The share of `reference`'s runs of `n` words that occur here.
    pub(crate) fn recall(&self, reference: &Self, n: usize) -> f64 {
        f64::from(self.shared(reference, n)) / f64::from(reference.totals[n - 1].max(1))
    }

    /// The harmonic mean of recall and precision.
    pub(crate) fn f(&self, reference: &Self, n: usize) -> f64 {
        let both = self.totals[n - 1] + reference.totals[n - 1];
        2.0 * f64::from(self.shared(reference, n)) / f64::from(both.max(1))
    }
}
