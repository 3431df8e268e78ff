//! Labelled sentences -> texts as a reader has them, with the label of every word.

use super::corpus::Labelled;
use zubda::document::Document;
use zubda::entities::EntityKind;
use zubda::entities::labels;
use zubda::entities::words::Words;
use zubda::span::Span;

/// How many sentences make a text.
pub(crate) const SENTENCES: usize = 12;

/// A text joined of labelled sentences.
pub(crate) struct Text {
    pub(crate) joined: String,
    /// The tokens of the corpus.
    pub(crate) tokens: Vec<Span>,
    /// The names: ranges of tokens, and their kinds.
    pub(crate) names: Vec<(std::ops::Range<usize>, EntityKind)>,
}

/// Joins sentences to texts.
pub(crate) fn join(sentences: &[Labelled]) -> Vec<Text> {
    sentences.chunks(SENTENCES).map(text).collect()
}

fn text(sentences: &[Labelled]) -> Text {
    let mut text = Text {
        joined: String::new(),
        tokens: Vec::new(),
        names: Vec::new(),
    };
    for sentence in sentences {
        for (token, label) in sentence.tokens.iter().zip(&sentence.labels) {
            if !text.joined.is_empty() {
                text.joined.push(' ');
            }
            let start = text.joined.len();
            text.joined.push_str(token);
            let at = text.tokens.len();
            text.tokens.push(Span::new(start, text.joined.len()));
            match (label.split_once('-'), text.names.last_mut()) {
                (Some(("I", kind)), Some((range, last)))
                    if range.end == at && kind_of(kind) == Some(*last) =>
                {
                    range.end += 1;
                }
                (Some((_, kind)), _) => text
                    .names
                    .extend(kind_of(kind).map(|kind| (at..at + 1, kind))),
                (None, _) => {}
            }
        }
    }
    text
}

fn kind_of(label: &str) -> Option<EntityKind> {
    match label {
        "PER" => Some(EntityKind::Person),
        "LOC" => Some(EntityKind::Place),
        "ORG" => Some(EntityKind::Organization),
        _ => None,
    }
}

/// The label of every word: of the name whose tokens it overlaps.
pub(crate) fn labels(text: &Text, document: &Document, words: &Words) -> Vec<u8> {
    let mut out = vec![labels::OUTSIDE as u8; words.words.len()];
    let mut at = 0;
    for (range, kind) in &text.names {
        let name = Span::new(
            text.tokens[range.start].start,
            text.tokens[range.end - 1].end,
        );
        let span = |i: usize| document.tokens[words.words[i].token].span;
        while at < out.len() && span(at).end <= name.start {
            at += 1;
        }
        let mut first = true;
        while at < out.len() && span(at).start < name.end {
            out[at] = labels::label(*kind, first) as u8;
            first = false;
            at += 1;
        }
    }
    out
}

/// The range of the corpus's tokens that `span` overlaps.
pub(crate) fn covered(text: &Text, span: Span) -> std::ops::Range<usize> {
    let start = text.tokens.partition_point(|token| token.end <= span.start);
    let end = text.tokens.partition_point(|token| token.start < span.end);
    start..end
}
