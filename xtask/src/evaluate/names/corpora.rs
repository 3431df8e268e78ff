//! Persons, places and organizations against a labelled corpus, as the evaluation protocol has it:
//! twelve sentences to a text, an entity covers the tokens it overlaps, exact span and kind.

use super::tally::{Tally, commonest};
use crate::train::corpus::Labelled;
use crate::train::texts;
use std::collections::HashSet;
use std::ops::Range;
use zubda::document::Document;
use zubda::entities::tagger::Tagger;
use zubda::entities::{self, EntityKind};

const KINDS: [EntityKind; 3] = [
    EntityKind::Person,
    EntityKind::Place,
    EntityKind::Organization,
];

/// The counts of a corpus, by kind, and its errors.
#[derive(Default)]
pub(super) struct Table {
    kinds: [Tally; 3],
    errors: Vec<String>,
}

impl Table {
    /// Counts what `tagger` makes of `sentences`.
    pub(super) fn add(&mut self, sentences: &[Labelled], tagger: &Tagger) {
        for text in texts::join(sentences) {
            let document = Document::read(&text.joined);
            let mut gold: HashSet<(Range<usize>, usize)> = text
                .names
                .iter()
                .filter_map(|(range, kind)| Some((range.clone(), place(*kind)?)))
                .collect();
            for (_, kind) in &gold {
                self.kinds[*kind].wanted += 1;
            }
            for entity in entities::find_by(&document, Some(tagger)) {
                let Some(kind) = place(entity.kind) else {
                    continue;
                };
                self.kinds[kind].found += 1;
                let name = (texts::covered(&text, entity.span), kind);
                if gold.remove(&name) {
                    self.kinds[kind].right += 1;
                } else {
                    self.errors.push(format!(
                        "false {:?} {}",
                        entity.kind,
                        entity.span.of(&text.joined)
                    ));
                }
            }
            for (range, kind) in gold {
                let words: Vec<&str> = text.tokens[range]
                    .iter()
                    .map(|token| token.of(&text.joined))
                    .collect();
                self.errors
                    .push(format!("missed {:?} {}", KINDS[kind], words.join(" ")));
            }
        }
    }

    pub(super) fn print(&self, name: &str) {
        println!("{name}");
        let mut all = Tally::default();
        for (tally, kind) in self.kinds.iter().zip(["person", "place", "organization"]) {
            tally.print(kind);
            all.add(*tally);
        }
        all.print("all");
        for (count, error) in commonest(&self.errors, 12) {
            println!("    {count} x {error}");
        }
    }
}

fn place(kind: EntityKind) -> Option<usize> {
    KINDS.iter().position(|&other| other == kind)
}
