//! `cargo xtask train frequencies`: in how many documents of the raw news each stem occurs.
//!
//! First every word is counted without its article; then a word is counted as a form of a shorter
//! one where the shorter one is frequent enough beside it to be what it was made from.

use super::corpus;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use zubda::terms::stems::{self, Part, Side, Vocabulary};
use zubda::tokens::{self, TokenKind};
use zubda::{letters, lexicon, terms};

/// Stems in fewer documents are not kept.
const LEAST: u8 = 8;
/// How much more frequent a word must be than one that begins with a particle and goes on like it.
const PREFIX_RATIO: f64 = 3.0;
/// How frequent a word must be beside one that ends otherwise.
const SUFFIX_RATIO: f64 = 0.3;

/// Writes the file that the program ships.
pub(crate) fn learn(data: &Path) -> Result<(), String> {
    let documents: Vec<HashSet<String>> = corpus::articles(data)?
        .iter()
        .map(|text| words(text))
        .collect();
    let mut plain: HashMap<&str, u32> = HashMap::new();
    for word in documents.iter().flatten() {
        *plain
            .entry(stems::stem(Part::of(word), &Nothing).key)
            .or_default() += 1;
    }
    let counts = Counts(plain);
    let mut stem_of: HashMap<&str, &str> = HashMap::new();
    let mut frequencies: HashMap<&str, u32> = HashMap::new();
    for document in &documents {
        let stems: HashSet<&str> = document
            .iter()
            .map(|word| {
                *stem_of
                    .entry(word)
                    .or_insert_with(|| stems::stem(Part::of(word), &counts).key)
            })
            .collect();
        for stem in stems {
            *frequencies.entry(stem).or_default() += 1;
        }
    }
    let mut kept: Vec<(String, u32)> = frequencies
        .into_iter()
        .filter(|(_, count)| *count >= u32::from(LEAST))
        .map(|(stem, count)| (stem.to_owned(), count))
        .collect();
    kept.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let documents = u32::try_from(documents.len()).map_err(|error| error.to_string())?;
    let file = terms::frequencies::pack(&kept, LEAST, documents);
    std::fs::write("src/terms/frequencies.bin", &file).map_err(|error| error.to_string())?;
    println!(
        "{} stems of {documents} documents, {} bytes",
        kept.len(),
        file.len()
    );
    Ok(())
}

/// The folded words of `text` that are no stop words, each once.
fn words(text: &str) -> HashSet<String> {
    let words = tokens::tokenize(text)
        .into_iter()
        .filter(|token| token.kind == TokenKind::Word);
    words
        .map(|token| {
            let mut key = String::new();
            letters::fold(token.span.of(text), &mut key);
            key
        })
        .filter(|key| {
            key.chars().filter(|c| c.is_alphabetic()).count() > 1
                && !terms::is_stop_word(lexicon::hash(key))
        })
        .collect()
}

/// Knows nothing: a word loses its article alone.
struct Nothing;

impl Vocabulary for Nothing {
    fn settles(&self, _: Part) -> bool {
        false
    }

    fn joins(&self, _: Part, _: Part, _: Side) -> bool {
        false
    }

    fn prefers(&self, _: Part, _: Part) -> bool {
        false
    }
}

/// The documents of each word without its article.
struct Counts<'w>(HashMap<&'w str, u32>);

impl Counts<'_> {
    fn count(&self, word: Part) -> f64 {
        f64::from(self.0.get(word.key).copied().unwrap_or(0))
    }
}

impl Vocabulary for Counts<'_> {
    fn settles(&self, _: Part) -> bool {
        false
    }

    fn joins(&self, whole: Part, part: Part, side: Side) -> bool {
        let ratio = if side == Side::Prefix {
            PREFIX_RATIO
        } else {
            SUFFIX_RATIO
        };
        self.count(part) >= f64::from(LEAST) && self.count(part) >= ratio * self.count(whole)
    }

    fn prefers(&self, whole: Part, part: Part) -> bool {
        self.count(whole) > self.count(part)
    }
}
