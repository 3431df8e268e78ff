//! Words -> terms: fold, strip particles and endings, leave out stop words; how rare each term is.

use crate::letters;
use crate::lexicon;
use crate::span::Span;
use crate::tokens::{Token, TokenKind};
use frequencies::Frequencies;
use hashing::WordHash;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;
use stems::{Side, Vocabulary};

pub mod frequencies;
mod hashing;
pub mod stems;

/// A term of the document: what its inflected words have in common.
#[derive(Clone, PartialEq, Debug)]
pub struct Term {
    /// The key its words share. Never shown.
    pub key: String,
    /// How many of the document's tokens carry it.
    pub count: u32,
    /// Its rarity in background news text: the natural logarithm of documents over documents with it.
    pub rarity: f64,
    /// The first token that carries it.
    pub first: Span,
}

/// The terms of a document: a table, and the row of each token.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Terms {
    /// Every term once, in order of first appearance.
    pub table: Vec<Term>,
    /// For each token its row in `table`; `None` for stop words and what is no word.
    pub of_token: Vec<Option<u32>>,
}

/// Finds the term of every token.
#[must_use]
pub fn terms(text: &str, tokens: &[Token]) -> Terms {
    let (words, word_of_token) = distinct_words(text, tokens);
    let count = words.words.len();
    let mut vocabulary = Known {
        words: HashSet::with_capacity_and_hasher(count, WordHash::default()),
        background: frequencies::background(),
    };
    vocabulary
        .words
        .extend(words.iter().map(|(key, _)| lexicon::hash(bare(key))));
    let mut terms = Terms {
        table: Vec::with_capacity(words.words.len()),
        of_token: Vec::with_capacity(tokens.len()),
    };
    let mut rows: HashMap<&str, u32, WordHash> =
        HashMap::with_capacity_and_hasher(words.words.len(), WordHash::default());
    let row_of_word: Vec<Option<u32>> = words
        .iter()
        .map(|(key, word)| {
            let key = term_key(key, &vocabulary)?;
            let next = u32::try_from(terms.table.len()).ok()?;
            let row = *rows.entry(key).or_insert(next);
            if row == next {
                let rarity = vocabulary.background.rarity(key);
                terms.table.push(Term {
                    key: key.to_owned(),
                    count: 0,
                    rarity,
                    first: word.first,
                });
            }
            terms.table[row as usize].count += word.count;
            Some(row)
        })
        .collect();
    terms.of_token.extend(
        word_of_token
            .iter()
            .map(|word| word.and_then(|word| row_of_word[word as usize])),
    );
    terms
}

/// The written words of a document, each way of writing once.
#[derive(Default)]
struct Words {
    /// Their folded keys, one after the other.
    keys: String,
    words: Vec<Word>,
}

struct Word {
    /// Where its key ends in the keys; it begins where the one before ends.
    key_end: usize,
    count: u32,
    first: Span,
}

impl Words {
    /// Each word with its folded key.
    fn iter(&self) -> impl Iterator<Item = (&str, &Word)> {
        let mut start = 0;
        self.words.iter().map(move |word| {
            let key = &self.keys[start..word.key_end];
            start = word.key_end;
            (key, word)
        })
    }
}

/// The written words with their folded keys, and the word of each token.
fn distinct_words(text: &str, tokens: &[Token]) -> (Words, Vec<Option<u32>>) {
    let mut words = Words::default();
    let mut places: HashMap<&str, u32, WordHash> =
        HashMap::with_capacity_and_hasher(tokens.len() / 4, WordHash::default());
    let word_of_token = tokens
        .iter()
        .map(|token| {
            if !matches!(token.kind, TokenKind::Word | TokenKind::Hashtag) {
                return None;
            }
            let next = u32::try_from(words.words.len()).ok()?;
            let place = *places.entry(token.span.of(text)).or_insert(next);
            if place == next {
                letters::fold(token.span.of(text), &mut words.keys);
                let key_end = words.keys.len();
                words.words.push(Word {
                    key_end,
                    count: 0,
                    first: token.span,
                });
            }
            words.words[place as usize].count += 1;
            Some(place)
        })
        .collect();
    (words, word_of_token)
}

/// The term key of the folded `key`, a part of it; `None` for a stop word.
fn term_key<'k>(key: &'k str, vocabulary: &impl Vocabulary) -> Option<&'k str> {
    let key = key.trim_start_matches('#');
    let letter = |c: &char| letters::is_arabic(*c) || c.is_alphabetic();
    let letters = key.chars().filter(letter).take(2).count();
    if letters < 2 || is_stop_word(key) {
        return None;
    }
    let stem = stems::stem(key, vocabulary);
    (stem.len() == key.len() || !is_stop_word(stem)).then_some(stem)
}

/// Whether the folded `key` says nothing of what a text is about.
#[must_use]
pub fn is_stop_word(key: &str) -> bool {
    static STOP_WORDS: OnceLock<HashSet<u64, WordHash>> = OnceLock::new();
    let words = STOP_WORDS.get_or_init(|| {
        let lines = include_str!("terms/stop_words.txt")
            .lines()
            .filter(|line| !line.starts_with('#'));
        let mut words = HashSet::default();
        for word in lines.flat_map(str::split_whitespace) {
            let short = word.chars().count() < 3;
            for particle in
                ["", "و", "ف", "ب", "ل", "ك"]
                    .into_iter()
                    .take(if short { 3 } else { 6 })
            {
                let mut key = particle.to_owned();
                letters::fold(word, &mut key);
                words.insert(lexicon::hash(&key));
            }
        }
        words
    });
    words.contains(&lexicon::hash(key))
}

/// The folded `key` without article and final ة, as other forms of the word lead to it.
fn bare(key: &str) -> &str {
    let word = key
        .strip_prefix("ال")
        .filter(|rest| rest.chars().nth(2).is_some())
        .unwrap_or(key);
    word.strip_suffix('ه')
        .filter(|rest| rest.chars().nth(2).is_some())
        .unwrap_or(word)
}

/// The words of the document and of background news.
struct Known {
    /// Hashes of the document's bare words.
    words: HashSet<u64, WordHash>,
    background: &'static Frequencies,
}

impl Vocabulary for Known {
    fn settles(&self, word: &str) -> bool {
        self.background.knows(word)
    }

    /// What the background knows by itself stays whole; else the document or the background must
    /// know the part.
    fn joins(&self, whole: &str, part: &str, _: Side) -> bool {
        !self.settles(whole)
            && (self.words.contains(&lexicon::hash(part)) || self.background.knows(part))
    }
    fn prefers(&self, whole: &str, part: &str) -> bool {
        self.background.knows(whole) && !self.background.knows(part)
    }
}
