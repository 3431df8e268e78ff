//! What is known of each sentence by itself: its words and terms, how it opens, where it stands.

use super::openers::{self, Opening};
use crate::document::Document;
use crate::entities::{Entity, EntityKind};
use crate::sentences::SentenceKind;
use crate::tokens::TokenKind;

/// What is known of one sentence.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Whether it may be kept.
    pub kept: bool,
    /// How many kept sentences stand before it.
    pub ordinal: usize,
    /// How many kept sentences its paragraph has.
    pub paragraph_size: usize,
    /// Whether the line before it is a heading.
    pub after_heading: bool,
    /// Words and numbers.
    pub words: usize,
    /// Its terms, each once, ascending, with their counts.
    pub terms: Vec<(u32, u32)>,
    /// Whether a person or an organization is named among its first words.
    pub names_early: bool,
    /// Numbers, dates and quantities it has.
    pub numbers: usize,
    /// Words within quotation marks.
    pub quoted: usize,
    /// Quotation marks it opens less those it closes; straight marks aside.
    pub quotes_open: i32,
    /// Words within brackets.
    pub bracketed: usize,
    /// How it opens.
    pub opening: Opening,
}

/// Whether a sentence may be kept: running text and list items; in a text without those, headings.
fn may_keep(document: &Document) -> Vec<bool> {
    let running = |kind| matches!(kind, SentenceKind::Sentence | SentenceKind::List);
    let any = document.sentences.iter().any(|s| running(s.kind));
    document
        .sentences
        .iter()
        .map(|s| running(s.kind) || (!any && s.kind == SentenceKind::Heading))
        .collect()
}

/// Reads what is known of each sentence off `document`.
pub(super) fn facts(document: &Document, entities: &[Entity]) -> Vec<Facts> {
    let mut sentences = counts(document);
    name(document, entities, &mut sentences);
    open(document, &mut sentences);
    sentences
}

fn counts(document: &Document) -> Vec<Facts> {
    let may = may_keep(document);
    let mut all: Vec<Facts> = Vec::with_capacity(may.len());
    let mut ordinal = 0;
    let mut paragraph_first = 0;
    for (i, sentence) in document.sentences.iter().enumerate() {
        if i > 0 && document.sentences[i - 1].paragraph != sentence.paragraph {
            close_paragraph(&mut all[paragraph_first..]);
            paragraph_first = i;
        }
        let mut facts = words(document, i);
        facts.kept = may[i];
        facts.ordinal = ordinal;
        facts.after_heading = i > 0 && document.sentences[i - 1].kind == SentenceKind::Heading;
        ordinal += usize::from(may[i]);
        all.push(facts);
    }
    close_paragraph(&mut all[paragraph_first..]);
    all
}

fn close_paragraph(sentences: &mut [Facts]) {
    let size = sentences.iter().filter(|s| s.kept).count();
    for sentence in sentences {
        sentence.paragraph_size = size;
    }
}

/// Counts the words of a sentence, its terms, and what stands in quotation marks or brackets.
fn words(document: &Document, sentence: usize) -> Facts {
    let sentence = &document.sentences[sentence];
    let mut facts = Facts::default();
    let mut rows = Vec::with_capacity((sentence.token_end - sentence.token_start) / 2 + 1);
    let mut quoted = false;
    let mut bracketed = false;
    for token in sentence.token_start..sentence.token_end {
        match document.tokens[token].kind {
            TokenKind::Word | TokenKind::Number => {
                facts.words += 1;
                facts.quoted += usize::from(quoted);
                facts.bracketed += usize::from(bracketed);
                facts.numbers += usize::from(document.tokens[token].kind == TokenKind::Number);
                rows.extend(document.terms.of_token[token]);
            }
            TokenKind::Punctuation => {
                match document.tokens[token].span.of(document.text).chars().next() {
                    Some('"') => quoted = !quoted,
                    Some('«' | '“' | '„') => {
                        quoted = true;
                        facts.quotes_open += 1;
                    }
                    Some('»' | '”') => {
                        quoted = false;
                        facts.quotes_open -= 1;
                    }
                    Some('(' | '[') => bracketed = true,
                    Some(')' | ']') => bracketed = false,
                    _ => {}
                }
            }
            _ => {}
        }
    }
    rows.sort_unstable();
    facts.terms.reserve(rows.len());
    for row in rows {
        match facts.terms.last_mut() {
            Some((last, count)) if *last == row => *count += 1,
            _ => facts.terms.push((row, 1)),
        }
    }
    facts
}

/// How many bytes from the start of a sentence an early name may begin.
const EARLY: usize = 48;

/// Notes which sentences name somebody who acts among their first words.
fn name(document: &Document, entities: &[Entity], sentences: &mut [Facts]) {
    let mut rest = entities.iter().peekable();
    for (facts, sentence) in sentences.iter_mut().zip(&document.sentences) {
        while let Some(entity) = rest.next_if(|e| e.span.start < sentence.span.end) {
            let acts = matches!(entity.kind, EntityKind::Person | EntityKind::Organization);
            facts.names_early |= acts && entity.span.start < sentence.span.start + EARLY;
        }
    }
}

/// Notes how each sentence opens.
fn open(document: &Document, sentences: &mut [Facts]) {
    for (facts, sentence) in sentences.iter_mut().zip(&document.sentences) {
        facts.opening = openers::opening(document, sentence, facts.names_early);
    }
}
