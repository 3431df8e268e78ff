//! Words -> terms: fold, strip clitics and endings, leave out stop words; how rare each term is.

use crate::letters;
use crate::span::Span;
use crate::tokens::{Token, TokenKind};
use std::collections::HashMap;

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
    let mut terms = Terms::default();
    let mut rows: HashMap<String, u32> = HashMap::new();
    for token in tokens {
        if token.kind != TokenKind::Word {
            terms.of_token.push(None);
            continue;
        }
        let mut key = String::new();
        letters::fold(token.span.of(text), &mut key);
        let next = u32::try_from(terms.table.len()).unwrap_or(u32::MAX);
        let row = *rows.entry(key.clone()).or_insert(next);
        if row == next {
            terms.table.push(Term {
                key,
                count: 0,
                rarity: 1.0,
                first: token.span,
            });
        }
        terms.table[row as usize].count += 1;
        terms.of_token.push(Some(row));
    }
    terms
}
