//! `cargo xtask train words`: the classes of frequent words, learnt from raw news.

use super::{clusters, corpus, vectors};
use std::collections::HashMap;
use std::path::Path;
use zubda::document::Document;
use zubda::entities::words::Words;

/// Words seen less often have no class.
const SEEN: u64 = 10;
/// The parts of each level of classes: 64, 256, 1024.
const BREADTHS: [usize; 3] = [64, 4, 4];

/// A frequent word of the raw corpus.
pub(crate) struct Known {
    pub(crate) key: String,
    pub(crate) class: usize,
}

/// The frequent words of the raw corpus, most frequent first, with their classes.
pub(crate) fn learn(data: &Path) -> Result<Vec<Known>, String> {
    let articles = corpus::articles(data)?;
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let mut counts: Vec<(String, u64)> = Vec::new();
    let mut sentences: Vec<Vec<u32>> = Vec::new();
    for article in &articles {
        let document = Document::read(article);
        let words = Words::read(&document);
        for range in &words.sentences {
            let sentence = range
                .clone()
                .map(|i| {
                    let key = shape(words.key(i));
                    let next = counts.len() as u32;
                    let number = *numbers.entry(key.clone()).or_insert_with(|| {
                        counts.push((key, 0));
                        next
                    });
                    counts[number as usize].1 += 1;
                    number
                })
                .collect();
            sentences.push(sentence);
        }
    }
    let mut order: Vec<u32> = (0..counts.len() as u32)
        .filter(|&i| counts[i as usize].1 >= SEEN)
        .collect();
    order.sort_by(|&a, &b| {
        let (a, b) = (&counts[a as usize], &counts[b as usize]);
        b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0))
    });
    let mut rank = vec![u32::MAX; counts.len()];
    for (i, &word) in order.iter().enumerate() {
        rank[word as usize] = i as u32;
    }
    for sentence in &mut sentences {
        for word in sentence.iter_mut() {
            *word = rank[*word as usize];
        }
        sentence.retain(|&word| word != u32::MAX);
    }
    let frequencies: Vec<u64> = order.iter().map(|&word| counts[word as usize].1).collect();
    eprintln!(
        "{} articles, {} sentences, {} words",
        articles.len(),
        sentences.len(),
        order.len()
    );
    let vectors = vectors::learn(&sentences, &frequencies);
    eprintln!("vectors learnt");
    let classes = clusters::classes(&vectors, &BREADTHS);
    Ok(order
        .iter()
        .zip(classes)
        .map(|(&word, class)| {
            let key = counts[word as usize].0.clone();
            Known { key, class }
        })
        .collect())
}

/// A key with every digit made 0.
pub(crate) fn shape(key: &str) -> String {
    key.chars()
        .map(|c| if c.is_ascii_digit() { '0' } else { c })
        .collect()
}
