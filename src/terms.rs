//! Words -> terms: fold, strip particles and endings, leave out stop words; how rare each term is.

use crate::letters;
use crate::lexicon;
use crate::lexicon::hashing::{HashedMap, HashedSet};
use crate::span::Span;
use crate::tokens::{Token, TokenKind};
use frequencies::Frequencies;
use std::hash::BuildHasherDefault;
use std::sync::OnceLock;
use stems::{Part, Side, Vocabulary};

pub mod frequencies;
pub mod stems;

/// A term of the document: what its inflected words have in common.
#[derive(Clone, PartialEq, Debug)]
pub struct Term {
    /// How many of the document's tokens carry it.
    pub count: u32,
    /// Its rarity in background news text: the natural logarithm of documents over documents with it.
    pub rarity: f64,
    /// The first token that carries it.
    pub first: Span,
    /// Where its key stands in the keys.
    key: Span,
}

/// The terms of a document: a table, and the row of each token.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Terms {
    /// Every term once, in order of first appearance.
    pub table: Vec<Term>,
    /// For each token its row in `table`; `None` for stop words and what is no word.
    pub of_token: Vec<Option<u32>>,
    /// The keys of all terms, one after the other.
    keys: String,
}

impl Terms {
    /// The key that the words of `term` share. Never shown.
    #[must_use]
    pub fn key(&self, term: &Term) -> &str {
        term.key.of(&self.keys)
    }
}

/// Finds the term of every token.
#[must_use]
pub fn terms(text: &str, tokens: &[Token]) -> Terms {
    let (words, word_of_token) = distinct_words(text, tokens);
    let count = words.words.len();
    let mut vocabulary = Known {
        words: HashedSet::with_capacity_and_hasher(count, BuildHasherDefault::default()),
        background: frequencies::background(),
    };
    vocabulary.words.extend(words.iter().map(|word| bare(word)));
    let mut terms = Terms {
        table: Vec::with_capacity(count),
        of_token: Vec::with_capacity(tokens.len()),
        keys: String::with_capacity(words.keys.len()),
    };
    let mut rows = HashedMap::with_capacity_and_hasher(count, BuildHasherDefault::default());
    let row_of_word: Vec<Option<u32>> = words
        .iter()
        .zip(&words.words)
        .map(|(part, word)| {
            let part = term_part(part, &vocabulary)?;
            let row = *rows.entry(part.hash).or_insert(terms.table.len());
            if row == terms.table.len() {
                let start = terms.keys.len();
                terms.keys.push_str(part.key);
                terms.table.push(Term {
                    count: 0,
                    rarity: vocabulary.background.rarity(part.hash),
                    first: word.first,
                    key: Span::new(start, terms.keys.len()),
                });
            }
            terms.table[row].count += word.count;
            u32::try_from(row).ok()
        })
        .collect();
    terms.of_token.extend(
        word_of_token
            .iter()
            .map(|word| word.and_then(|word| row_of_word[word as usize])),
    );
    terms
}

/// The written words of a document, each folded key once.
#[derive(Default)]
struct Words {
    /// Their folded keys, one after the other.
    keys: String,
    words: Vec<Word>,
}

struct Word {
    /// Where its key ends in the keys; it begins where the one before ends.
    key_end: usize,
    hash: u64,
    count: u32,
    first: Span,
}

impl Words {
    /// The folded key of each word.
    fn iter(&self) -> impl Iterator<Item = Part<'_>> {
        let mut start = 0;
        self.words.iter().map(move |word| {
            let key = &self.keys[start..word.key_end];
            start = word.key_end;
            Part {
                key,
                hash: word.hash,
            }
        })
    }
}

/// The written words with their folded keys, and the word of each token.
///
/// Words with one hash are one: of 64 bits, it tells all words of any text apart.
fn distinct_words(text: &str, tokens: &[Token]) -> (Words, Vec<Option<u32>>) {
    let mut words = Words {
        keys: String::with_capacity(text.len() / 2),
        words: Vec::with_capacity(tokens.len() / 4),
    };
    let mut places: HashedMap<u32> =
        HashedMap::with_capacity_and_hasher(tokens.len() / 4, BuildHasherDefault::default());
    let word_of_token = tokens
        .iter()
        .map(|token| {
            if !matches!(token.kind, TokenKind::Word | TokenKind::Hashtag) {
                return None;
            }
            let next = u32::try_from(words.words.len()).ok()?;
            let start = words.keys.len();
            letters::fold(token.span.of(text), &mut words.keys);
            let hash = lexicon::hash(&words.keys[start..]);
            let place = *places.entry(hash).or_insert(next);
            if place == next {
                words.words.push(Word {
                    key_end: words.keys.len(),
                    hash,
                    count: 0,
                    first: token.span,
                });
            } else {
                words.keys.truncate(start);
            }
            words.words[place as usize].count += 1;
            Some(place)
        })
        .collect();
    (words, word_of_token)
}

/// The part of the folded `word` that is its term; `None` for a stop word.
fn term_part<'k>(mut word: Part<'k>, vocabulary: &impl Vocabulary) -> Option<Part<'k>> {
    if word.key.starts_with('#') {
        word = Part::of(word.key.trim_start_matches('#'));
    }
    let letter = |c: &char| letters::is_arabic(*c) || c.is_alphabetic();
    let letters = word.key.chars().filter(letter).take(2).count();
    if letters < 2 || is_stop_word(word.hash) {
        return None;
    }
    let stem = stems::stem(word, vocabulary);
    (stem.hash == word.hash || !is_stop_word(stem.hash)).then_some(stem)
}

/// Whether the word with this hash says nothing of what a text is about.
#[must_use]
pub fn is_stop_word(hash: u64) -> bool {
    static STOP_WORDS: OnceLock<HashedSet> = OnceLock::new();
    let words = STOP_WORDS.get_or_init(|| {
        let lines = include_str!("terms/stop_words.txt")
            .lines()
            .filter(|line| !line.starts_with('#'));
        let mut words = HashedSet::default();
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
    words.contains(&hash)
}

/// The hash of the folded `word` without article and final ة, as other forms of it lead to it.
fn bare(word: Part) -> u64 {
    let long = |rest: &&str| rest.chars().nth(2).is_some();
    let key = word.key.strip_prefix("ال").filter(long).unwrap_or(word.key);
    let key = key.strip_suffix('ه').filter(long).unwrap_or(key);
    if key.len() == word.key.len() {
        word.hash
    } else {
        lexicon::hash(key)
    }
}

/// The words of the document and of background news.
struct Known {
    /// Hashes of the document's bare words.
    words: HashedSet,
    background: &'static Frequencies,
}

impl Vocabulary for Known {
    fn settles(&self, word: Part) -> bool {
        self.background.knows(word.hash)
    }

    /// What the background knows by itself stays whole; of the rest the document or the background
    /// must know the part.
    fn joins(&self, _: Part, part: Part, _: Side) -> bool {
        self.words.contains(&part.hash) || self.background.knows(part.hash)
    }

    fn prefers(&self, whole: Part, part: Part) -> bool {
        self.background.knows(whole.hash) && !self.background.knows(part.hash)
    }
}
