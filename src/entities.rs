//! Who, where, when, how much: the entities of a document.

mod beginnings;
mod buckets;
mod common;
mod cues;
mod endings;
pub mod evidence;
mod found;
mod groups;
mod headed;
mod introduced;
pub mod labels;
mod lattice;
pub mod memory;
mod merge;
pub mod model;
mod name_classes;
mod names;
mod parts;
mod patterns;
mod phrases;
mod places;
mod recalled;
mod rows;
mod setting;
mod spans;
mod spelled;
mod sums;
pub mod tagger;
mod unnamed;
pub mod vocabulary;
mod weights;
pub mod words;

use crate::document::Document;
use crate::span::Span;
use found::Found;
use serde::Serialize;
use tagger::Tagger;
use words::Words;

/// What an entity is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A person's name, titles outside.
    Person,
    /// A place.
    Place,
    /// An organization.
    Organization,
    /// A people, a nationality or a language; also as an adjective.
    Nationality,
    /// A named event.
    Event,
    /// A product or a work.
    Product,
    /// A date, a period or a duration.
    Date,
    /// A time of day.
    Time,
    /// A number, with its scale words and without the counted noun.
    Number,
    /// A percentage.
    Percent,
    /// An amount of money.
    Money,
    /// A quantity with its unit.
    Measure,
}

/// A mention of an entity.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entity {
    /// The name itself, without attached particles.
    pub span: Span,
    /// The whole written words, from attached particle to last letter.
    pub token_span: Span,
    /// What it is.
    pub kind: EntityKind,
    /// The fullest form seen in the text.
    pub name: String,
    /// Mentions of one entity share it; counted from 0 by first mention.
    pub group: usize,
}

/// Finds the entities of `document`: ascending, never overlapping.
#[must_use]
pub fn find(document: &Document) -> Vec<Entity> {
    find_by(document, names::tagger())
}

/// As [`find`], by the given tagger, so that another one can be measured.
#[must_use]
pub fn find_by(document: &Document, tagger: Option<&Tagger>) -> Vec<Entity> {
    let words = Words::read(document);
    let quantities = patterns::find(document, &words);
    let mut names = names::find(document, &words, tagger);
    names.retain(|name| !uncapitalised(document, &words, name));
    let mut found = merge::merge(names, quantities);
    found.retain(|mention| !endless(document, &words, mention));
    let mentions = spans::measure(document, &words, &found);
    groups::join(document, &words, &found, mentions)
}

/// Whether a name in Latin letters is hardly one: code, or mostly words without a capital.
fn uncapitalised(document: &Document, words: &Words, name: &Found) -> bool {
    let of = |i: usize| document.tokens[words.words[i].token].span.of(document.text);
    let first = of(name.words.start);
    if !first.is_ascii() {
        return false;
    }
    let code = !first.starts_with(char::is_alphanumeric)
        || name.words.clone().any(|i| of(i).contains(['_', '=']));
    let capital = |&i: &usize| of(i).contains(|c: char| c.is_ascii_uppercase());
    let capitals = name.words.clone().filter(capital).count();
    code || capitals * 2 < name.words.len()
}

/// Whether a mention is too long for one: mentions of one entity repeat its fullest name, so that one
/// as long as the text would make its entities grow by the square of its length.
fn endless(document: &Document, words: &Words, mention: &Found) -> bool {
    /// In bytes; the longest name in 3,000 articles of news has 99.
    const LONGEST: usize = 512;
    let span = |i: usize| document.tokens[words.words[i].token].span;
    span(mention.words.end - 1).end - span(mention.words.start).start > LONGEST
}
