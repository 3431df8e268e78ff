//! Words -> terms: fold, strip particles and endings, leave out stop words; how rare each term is.

use crate::letters;
use crate::lexicon;
use crate::lexicon::hashing::{HashedSet, Numbering};
use crate::span::Span;
use crate::tokens::{Token, TokenKind};
use frequencies::Frequencies;
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
    /// Every written word once, in order of first appearance: words with one folded key are one.
    pub words: Vec<Word>,
    /// For each token its row in `words`; `None` for what is neither word nor hashtag.
    pub word_of_token: Vec<Option<u32>>,
    /// The folded keys of all words, one after the other; the keys of the terms are parts of them.
    pub keys: String,
}

impl Terms {
    /// The key that the words of `term` share. Never shown.
    #[must_use]
    pub fn key(&self, term: &Term) -> &str {
        term.key.of(&self.keys)
    }
}

/// A written word of the document.
#[derive(Clone, PartialEq, Debug)]
pub struct Word {
    /// Where its folded key stands in the keys.
    pub key: Span,
    /// The hash of that key, as [`lexicon::hash`] makes it.
    pub hash: u64,
    /// How many of the document's tokens are it.
    pub count: u32,
    /// The first of them.
    pub first: Span,
}

/// Finds the term of every token.
#[must_use]
pub fn terms(text: &str, tokens: &[Token]) -> Terms {
    let mut terms = Terms {
        of_token: Vec::with_capacity(tokens.len()),
        ..words(text, tokens)
    };
    let part = |word: &Word| Part {
        key: word.key.of(&terms.keys),
        hash: word.hash,
    };
    let mut vocabulary = Known {
        words: Numbering::with_capacity(terms.words.len()),
        background: frequencies::background(),
    };
    for word in &terms.words {
        vocabulary.words.number(bare(part(word)));
    }
    let mut table = Vec::with_capacity(terms.words.len());
    let mut rows = Numbering::with_capacity(terms.words.len());
    let mut row_of_word = Vec::with_capacity(terms.words.len());
    for word in &terms.words {
        let Some(stem) = term_part(part(word), &vocabulary) else {
            row_of_word.push(None);
            continue;
        };
        let row = rows.number(stem.hash);
        if row == table.len() {
            table.push(Term {
                count: 0,
                rarity: vocabulary.background.rarity(stem.hash),
                first: word.first,
                key: part_span(&terms.keys, word.key, stem.key),
            });
        }
        table[row].count += word.count;
        row_of_word.push(u32::try_from(row).ok());
    }
    terms.table = table;
    terms.of_token.extend(
        terms
            .word_of_token
            .iter()
            .map(|word| word.and_then(|word| row_of_word[word as usize])),
    );
    terms
}

/// Where `stem`, a part of the key at `word`, stands in `keys`.
fn part_span(keys: &str, word: Span, stem: &str) -> Span {
    // A stem is cut from its word, so its bytes lie among those of the keys.
    let start = stem.as_ptr().addr() - keys.as_ptr().addr();
    debug_assert!(word.contains(Span::new(start, start + stem.len())));
    Span::new(start, start + stem.len())
}

/// The written words of the tokens with their folded keys; no terms yet.
///
/// Words with one hash are one: of 64 bits, it tells all words of any text apart.
fn words(text: &str, tokens: &[Token]) -> Terms {
    let mut keys = String::with_capacity(text.len() / 2);
    let mut words: Vec<Word> = Vec::with_capacity(tokens.len() / 3);
    let mut numbers = Numbering::with_capacity(tokens.len() / 3);
    let mut word_of_token = Vec::with_capacity(tokens.len());
    for token in tokens {
        if !matches!(token.kind, TokenKind::Word | TokenKind::Hashtag) {
            word_of_token.push(None);
            continue;
        }
        let start = keys.len();
        letters::fold(token.span.of(text), &mut keys);
        let hash = lexicon::hash(&keys[start..]);
        let number = numbers.number(hash);
        if number == words.len() {
            words.push(Word {
                key: Span::new(start, keys.len()),
                hash,
                count: 0,
                first: token.span,
            });
        } else {
            keys.truncate(start);
        }
        words[number].count += 1;
        word_of_token.push(u32::try_from(number).ok());
    }
    Terms {
        words,
        word_of_token,
        keys,
        ..Terms::default()
    }
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
        let (mut folded, mut key) = (String::new(), String::new());
        for word in lines.flat_map(str::split_whitespace) {
            let short = word.chars().count() < 3;
            folded.clear();
            letters::fold(word, &mut folded);
            for particle in
                ["", "و", "ف", "ب", "ل", "ك"]
                    .into_iter()
                    .take(if short { 3 } else { 6 })
            {
                key.clear();
                key.push_str(particle);
                key.push_str(&folded);
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

/// By how much the rarities of two stems differ of which one is a slip: twenty times as rare.
const FAR_RARER: f64 = 3.0;

/// The words of the document and of background news.
struct Known {
    /// Hashes of the document's bare words.
    words: Numbering,
    background: &'static Frequencies,
}

impl Vocabulary for Known {
    fn settles(&self, word: Part) -> bool {
        self.background.knows(word.hash)
    }

    /// What the background knows by itself stays whole; of the rest the document or the background
    /// must know the part.
    fn joins(&self, _: Part, part: Part, _: Side) -> bool {
        self.words.contains(part.hash) || self.background.knows(part.hash)
    }

    fn prefers(&self, whole: Part, part: Part) -> bool {
        // A part that is far rarer than the whole is a slip of the background: اعب, from للاعب.
        self.background.knows(whole.hash)
            && (!self.background.knows(part.hash)
                || self.background.rarity(whole.hash) + FAR_RARER
                    < self.background.rarity(part.hash))
    }
}
