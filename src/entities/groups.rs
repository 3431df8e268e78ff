//! Mentions of one entity share a group and its fullest name.

use super::Entity;
use super::EntityKind;
use super::found::Found;
use super::spans::Spans;
use super::words::Words;
use crate::document::Document;
use crate::lexicon::hashing::HashedMap;
use crate::{letters, lexicon};

/// An entity as seen so far.
struct Group {
    kind: EntityKind,
    /// The hashes of the words of its fullest name.
    words: Vec<u64>,
    name: String,
}

/// Joins the mentions of one entity.
pub(super) fn join(
    document: &Document,
    words: &Words,
    found: &[Found],
    spans: Vec<Spans>,
) -> Vec<Entity> {
    let mut groups: Vec<Group> = Vec::new();
    // By the hash of kind and name; by the hash of a person's first or last name.
    let mut exact: HashedMap<usize> = HashedMap::default();
    let mut persons: HashedMap<usize> = HashedMap::default();
    let mut numbers = Vec::with_capacity(found.len());
    let mut name = Vec::new();
    for (mention, span) in found.iter().zip(&spans) {
        name.clear();
        name.extend(hashes(words, mention));
        let whole = name
            .iter()
            .copied()
            .fold(mention.kind as u64, lexicon::join);
        let person = mention.kind == EntityKind::Person;
        let number = exact
            .get(&whole)
            .copied()
            .or_else(|| short_form(&name, &persons, &groups).filter(|_| person))
            .unwrap_or(groups.len());
        if number == groups.len() {
            groups.push(Group {
                kind: mention.kind,
                words: Vec::new(),
                name: String::new(),
            });
        }
        let group = &mut groups[number];
        if name.len() > group.words.len() {
            group.words.clone_from(&name);
            group.name = written(span, document);
        }
        if person {
            for part in [name.first(), name.last()].into_iter().flatten() {
                persons.insert(*part, number);
            }
        }
        exact.insert(whole, number);
        numbers.push(number);
    }
    found
        .iter()
        .zip(spans)
        .zip(numbers)
        .map(|((mention, span), group)| Entity {
            span: span.name,
            token_span: span.token,
            kind: mention.kind,
            name: groups[group].name.clone(),
            group,
        })
        .collect()
}

/// The group of a person whose longer or shorter name this is.
fn short_form(name: &[u64], persons: &HashedMap<usize>, groups: &[Group]) -> Option<usize> {
    let number = *persons
        .get(name.last()?)
        .or_else(|| persons.get(name.first()?))?;
    let group = &groups[number];
    let fits = group.kind == EntityKind::Person
        && (name.iter().all(|word| group.words.contains(word))
            || group.words.iter().all(|word| name.contains(word)));
    fits.then_some(number)
}

/// The hashes of the folded words of a mention, without attached particles.
fn hashes(words: &Words, mention: &Found) -> impl Iterator<Item = u64> {
    mention.words.clone().map(|i| {
        let word = &words.words[i];
        if i > mention.words.start || mention.cut == 0 {
            word.hash
        } else if mention.cut == word.attached {
            word.core
        } else {
            let key = words.key(i);
            lexicon::hash(key.get(mention.cut..).unwrap_or(key))
        }
    })
}

/// The name as written; the alef that ل took from its article given back.
fn written(span: &Spans, document: &Document) -> String {
    let surface = span.name.of(document.text);
    let before = &document.text[span.token.start..span.name.start];
    if before.ends_with('ل') && surface.starts_with('ل') {
        let mut key = String::new();
        letters::fold(surface, &mut key);
        if !key.starts_with("لب") && !key.starts_with("لي") {
            return format!("ا{surface}");
        }
    }
    surface.to_owned()
}
