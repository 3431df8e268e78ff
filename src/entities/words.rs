//! The visible tokens of a document with their folded keys: what every part of this stage reads.

use crate::clitics;
use crate::document::Document;
use crate::letters;
use crate::lexicon::hashing::Numbering;
use crate::lexicon::{self, Classes};
use crate::tokens::TokenKind;
use std::ops::Range;
use std::sync::OnceLock;

/// A visible token.
#[derive(Clone, Debug)]
pub struct Word {
    /// Its index in the document's tokens.
    pub token: usize,
    /// What the token is.
    pub kind: TokenKind,
    /// Its folded key, in [`Words::keys`]; digits stand as they are.
    pub key: Range<usize>,
    /// The hash of that key.
    pub hash: u64,
    /// How many bytes of the key are particles attached to a word that the lexicon knows.
    pub attached: usize,
    /// Whether that word's article lost its alef to ل.
    pub contracted: bool,
    /// The hash of the key without them, its article restored.
    pub core: u64,
    /// What the lexicon knows of that core.
    pub classes: Classes,
    /// Where its digits begin in the key, where it is a number, a particle attached or not.
    pub digits: Option<usize>,
    /// Its written form, in [`Words::forms`].
    pub form: u32,
    /// The first phrase that begins with it or after it, in [`Words::phrases`].
    phrases: u32,
}

/// A known phrase of several words.
#[derive(Clone, Copy, Debug)]
struct Phrase {
    /// The word after its last.
    end: u32,
    classes: Classes,
}

/// The visible tokens of a document, in order.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// The folded keys of the terms' words and of all other written forms, end to end.
    pub keys: String,
    /// The words.
    pub words: Vec<Word>,
    /// The first word of each written form: words of one kind with one key, of which all is the
    /// same but the token.
    pub forms: Vec<usize>,
    /// For each sentence the range of its words.
    pub sentences: Vec<Range<usize>>,
    /// The known phrases of several words that begin with each word, the shortest first.
    phrases: Vec<Phrase>,
    /// What [`Words::egyptian_ya`] found.
    egyptian_ya: OnceLock<bool>,
}

/// Which written forms were seen.
struct Forms {
    /// For each word of the terms the first word that is it.
    of_words: Vec<Option<usize>>,
    /// The forms of what is no word.
    of_others: Numbering,
    /// The first of each of these.
    firsts: Vec<usize>,
}

impl Words {
    /// Reads the visible tokens of `document`.
    #[must_use]
    pub fn read(document: &Document) -> Self {
        let mut words = Self {
            keys: String::with_capacity(document.terms.keys.len() * 5 / 4),
            words: Vec::with_capacity(document.tokens.len() * 2 / 3 + 1),
            forms: Vec::with_capacity(document.terms.words.len() * 5 / 4),
            sentences: Vec::with_capacity(document.sentences.len()),
            phrases: Vec::new(),
            egyptian_ya: OnceLock::new(),
        };
        words.keys.push_str(&document.terms.keys);
        let mut forms = Forms {
            of_words: vec![None; document.terms.words.len()],
            of_others: Numbering::with_capacity(64),
            firsts: Vec::new(),
        };
        for sentence in &document.sentences {
            let first = words.words.len();
            for token in sentence.token_start..sentence.token_end {
                words.push(document, token, &mut forms);
            }
            let sentence = first..words.words.len();
            words.add_phrases(&sentence);
            words.sentences.push(sentence);
        }
        words
    }

    /// Finds the known phrases of several words in `sentence`.
    fn add_phrases(&mut self, sentence: &Range<usize>) {
        for i in sentence.clone() {
            self.words[i].phrases = u32::try_from(self.phrases.len()).unwrap_or(u32::MAX);
            let first = &self.words[i];
            if !first.classes.any(Classes::BEGINS) {
                continue;
            }
            let rest = self.words[i + 1..sentence.end].iter();
            let hashes = std::iter::once(first.core).chain(rest.map(|word| word.hash));
            lexicon::phrases(hashes, |count, classes| {
                let end = u32::try_from(i + count).unwrap_or(u32::MAX);
                self.phrases.push(Phrase { end, classes });
            });
        }
    }

    fn push(&mut self, document: &Document, token: usize, forms: &mut Forms) {
        let kind = document.tokens[token].kind;
        if matches!(
            kind,
            TokenKind::Space | TokenKind::LineEnd | TokenKind::Mark
        ) {
            return;
        }
        let word = if let Some(word) = document.terms.word_of_token[token] {
            // The terms have folded it already.
            let form = &mut forms.of_words[word as usize];
            if let Some(first) = *form {
                self.again(token, first)
            } else {
                *form = Some(self.words.len());
                let word = &document.terms.words[word as usize];
                self.unseen(token, kind, word.key.start..word.key.end, word.hash)
            }
        } else {
            let start = self.keys.len();
            letters::fold(
                document.tokens[token].span.of(document.text),
                &mut self.keys,
            );
            let hash = lexicon::hash(&self.keys[start..]);
            let form = forms.of_others.number(hash ^ kind as u64);
            if let Some(&first) = forms.firsts.get(form) {
                self.keys.truncate(start);
                self.again(token, first)
            } else {
                forms.firsts.push(self.words.len());
                self.unseen(token, kind, start..self.keys.len(), hash)
            }
        };
        self.words.push(word);
    }

    /// A word of the form of the word `first`.
    fn again(&self, token: usize, first: usize) -> Word {
        Word {
            token,
            ..self.words[first].clone()
        }
    }

    /// A word of a form not seen before.
    fn unseen(&mut self, token: usize, kind: TokenKind, key: Range<usize>, hash: u64) -> Word {
        self.forms.push(self.words.len());
        let mut word = Word {
            token,
            kind,
            key,
            hash,
            attached: 0,
            contracted: false,
            core: hash,
            classes: Classes::NONE,
            digits: None,
            form: u32::try_from(self.forms.len() - 1).unwrap_or(0),
            phrases: 0,
        };
        if kind != TokenKind::Number {
            word.classes = lexicon::classes(hash);
        }
        if kind == TokenKind::Word && word.classes == Classes::NONE {
            self.cut(&mut word);
        }
        word.digits = digits(&self.keys[word.key.clone()]);
        word
    }

    /// Takes off `word` the particles attached to a word that the lexicon knows.
    fn cut(&self, word: &mut Word) {
        let known = |hash| {
            let classes = lexicon::classes(hash);
            classes != Classes::NONE && !classes.any(Classes::WHOLE)
        };
        if let Some(attached) = clitics::attached(&self.keys[word.key.clone()], known) {
            word.attached = attached.length;
            word.contracted = attached.contracted;
            word.core = attached.core;
            word.classes = lexicon::classes(attached.core);
        }
    }

    /// The longest known phrase of `wanted` at the head of `range`: its end, and what it is.
    #[must_use]
    pub fn phrase(&self, range: Range<usize>, wanted: Classes) -> Option<(usize, Classes)> {
        let first = self.words.get(range.start).filter(|_| !range.is_empty())?;
        let next = self.words.get(range.start + 1);
        let last = next.map_or(self.phrases.len(), |next| next.phrases as usize);
        let longer = self.phrases[first.phrases as usize..last].iter().rev();
        longer
            .map(|phrase| (phrase.end as usize, phrase.classes))
            .chain([(range.start + 1, first.classes)])
            .find(|&(end, classes)| end <= range.end && classes.any(wanted))
    }

    /// Whether a sentence begins with the word `i`, or the text has no such word.
    #[must_use]
    pub fn heads(&self, i: usize) -> bool {
        let head = |sentence: &Range<usize>| sentence.start;
        i >= self.words.len() || self.sentences.binary_search_by_key(&i, head).is_ok()
    }

    /// Whether `document`, which these are the words of, is written with a final ya without dots.
    pub(super) fn egyptian_ya(&self, document: &Document) -> bool {
        let written = || {
            let tokens = document.tokens.iter();
            letters::egyptian_ya(tokens.map(|token| token.span.of(document.text)))
        };
        *self.egyptian_ya.get_or_init(written)
    }

    /// The folded key of the word at `i`.
    #[must_use]
    pub fn key(&self, i: usize) -> &str {
        &self.keys[self.words[i].key.clone()]
    }
}

/// Where the digits of `key` begin, where it is digits and separators after attached particles.
fn digits(key: &str) -> Option<usize> {
    let digits = key.trim_start_matches(['و', 'ف', 'ب', 'ل', 'ك']);
    let number = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| {
            c.is_ascii_digit()
                || matches!(
                    c,
                    '.' | ',' | '،' | '٫' | '٬' | '\'' | '%' | '٪' | '/' | ':' | '-' | '–'
                )
        });
    number.then(|| key.len() - digits.len())
}
