//! The key phrases of a document.

use crate::features::view::View;
use crate::span::Span;
use crate::tokens::TokenKind;
use serde::Serialize;
use std::collections::HashMap;

/// A key phrase of the document.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Keyword {
    /// One to three words, as written in the text.
    pub text: String,
    /// Its weight, 0..1; the first has 1.
    pub weight: f64,
}

/// How many key phrases there are at most.
const MOST: usize = 20;
/// How many words a phrase has at most.
const LONGEST: usize = 3;

/// A phrase that occurs in the text.
struct Phrase {
    terms: Vec<u32>,
    first: Span,
    count: u32,
}

/// The key phrases of the document that `view` shows, heaviest first, at most 20: runs of up to
/// three words without a stop word between them, inflected forms joined by their terms.
#[must_use]
pub fn keywords(view: &View) -> Vec<Keyword> {
    let mut phrases = phrases(view);
    let weight = |phrase: &Phrase| {
        let terms: f64 = phrase
            .terms
            .iter()
            .map(|&t| view.document.terms.table[t as usize].rarity)
            .sum();
        terms / (phrase.terms.len() as f64).sqrt() * libm::log(1.0 + f64::from(phrase.count))
    };
    phrases.sort_by(|a, b| weight(b).total_cmp(&weight(a)).then(a.first.cmp(&b.first)));
    let mut chosen: Vec<&Phrase> = Vec::new();
    for phrase in &phrases {
        if chosen.len() == MOST {
            break;
        }
        let shares = |other: &&Phrase| phrase.terms.iter().any(|t| other.terms.contains(t));
        if !chosen.iter().any(shares) {
            chosen.push(phrase);
        }
    }
    let most = chosen
        .first()
        .map_or(1.0, |phrase| weight(phrase))
        .max(f64::MIN_POSITIVE);
    chosen
        .iter()
        .map(|phrase| Keyword {
            text: phrase.first.of(view.document.text).to_owned(),
            weight: (weight(phrase) / most).clamp(0.0, 1.0),
        })
        .collect()
}

/// Every phrase of the kept sentences: longer ones only where they occur twice.
fn phrases(view: &View) -> Vec<Phrase> {
    let document = view.document;
    let mut rows: HashMap<Vec<u32>, usize> = HashMap::new();
    let mut phrases: Vec<Phrase> = Vec::new();
    for (sentence, facts) in document.sentences.iter().zip(&view.sentences) {
        if !facts.kept {
            continue;
        }
        for start in sentence.token_start..sentence.token_end {
            let mut terms = Vec::new();
            for token in start..sentence.token_end {
                match (document.tokens[token].kind, document.terms.of_token[token]) {
                    (TokenKind::Space, _) if !terms.is_empty() => continue,
                    (TokenKind::Word, Some(term)) => terms.push(term),
                    _ => break,
                }
                let first = Span::new(
                    document.tokens[start].span.start,
                    document.tokens[token].span.end,
                );
                let row = *rows.entry(terms.clone()).or_insert(phrases.len());
                if row == phrases.len() {
                    phrases.push(Phrase {
                        terms: terms.clone(),
                        first,
                        count: 0,
                    });
                }
                phrases[row].count += 1;
                if terms.len() == LONGEST {
                    break;
                }
            }
        }
    }
    phrases.retain(|phrase| phrase.count > 1 || phrase.terms.len() == 1);
    phrases
}
