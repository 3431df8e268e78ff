//! The visible tokens of a document with their folded keys: what every part of this stage reads.

use crate::clitics;
use crate::document::Document;
use crate::letters;
use crate::lexicon::hashing::HashedMap;
use crate::lexicon::{self, Classes};
use crate::tokens::TokenKind;
use std::hash::BuildHasherDefault;
use std::ops::Range;

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
    /// Its written form, in [`Words::forms`].
    pub form: u32,
}

/// The visible tokens of a document, in order.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// The folded keys of all written forms, end to end.
    pub keys: String,
    /// The words.
    pub words: Vec<Word>,
    /// The first word of each written form: words of one kind with one key, of which all is the
    /// same but the token.
    pub forms: Vec<usize>,
    /// For each sentence the range of its words.
    pub sentences: Vec<Range<usize>>,
}

impl Words {
    /// Reads the visible tokens of `document`.
    #[must_use]
    pub fn read(document: &Document) -> Self {
        let mut words = Self {
            keys: String::with_capacity(document.text.len() / 2),
            words: Vec::with_capacity(document.tokens.len() / 2 + 1),
            forms: Vec::with_capacity(document.tokens.len() / 4),
            sentences: Vec::with_capacity(document.sentences.len()),
        };
        let mut forms = HashedMap::with_capacity_and_hasher(
            document.tokens.len() / 4,
            BuildHasherDefault::default(),
        );
        for sentence in &document.sentences {
            let first = words.words.len();
            for token in sentence.token_start..sentence.token_end {
                words.push(document, token, &mut forms);
            }
            words.sentences.push(first..words.words.len());
        }
        words
    }

    fn push(&mut self, document: &Document, token: usize, forms: &mut HashedMap<u32>) {
        let kind = document.tokens[token].kind;
        if matches!(
            kind,
            TokenKind::Space | TokenKind::LineEnd | TokenKind::Mark
        ) {
            return;
        }
        let start = self.keys.len();
        letters::fold(
            document.tokens[token].span.of(document.text),
            &mut self.keys,
        );
        let hash = lexicon::hash(&self.keys[start..]);
        let next = u32::try_from(self.forms.len()).unwrap_or(u32::MAX);
        let form = *forms.entry(hash ^ kind as u64).or_insert(next);
        if let Some(&first) = self.forms.get(form as usize) {
            self.keys.truncate(start);
            let known = self.words[first].clone();
            self.words.push(Word { token, ..known });
        } else {
            self.forms.push(self.words.len());
            let word = self.unseen(token, kind, start..self.keys.len(), hash, form);
            self.words.push(word);
        }
    }

    /// A word of a form not seen before.
    fn unseen(
        &self,
        token: usize,
        kind: TokenKind,
        key: Range<usize>,
        hash: u64,
        form: u32,
    ) -> Word {
        let mut word = Word {
            token,
            kind,
            key,
            hash,
            attached: 0,
            contracted: false,
            core: hash,
            classes: Classes::NONE,
            form,
        };
        if kind != TokenKind::Number {
            word.classes = lexicon::classes(hash);
        }
        if kind == TokenKind::Word && word.classes == Classes::NONE {
            self.cut(&mut word);
        }
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

    /// The folded key of the word at `i`.
    #[must_use]
    pub fn key(&self, i: usize) -> &str {
        &self.keys[self.words[i].key.clone()]
    }
}
