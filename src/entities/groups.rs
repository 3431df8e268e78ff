//! Mentions of one entity share a group and its fullest name.

use super::EntityKind;
use super::found::Found;
use super::spans::Spans;
use super::words::Words;
use super::{Entity, found};
use crate::document::Document;
use crate::letters;
use std::collections::HashMap;

/// An entity as seen so far.
struct Group {
    kind: EntityKind,
    /// The folded words of its fullest name.
    words: Vec<String>,
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
    let mut exact: HashMap<(EntityKind, Vec<String>), usize> = HashMap::new();
    let mut persons: HashMap<String, usize> = HashMap::new();
    let mut numbers = Vec::with_capacity(found.len());
    for (mention, span) in found.iter().zip(&spans) {
        let folded = folded(words, mention);
        let key = (mention.kind, folded);
        let known = exact
            .get(&key)
            .copied()
            .or_else(|| short_form(&key, &persons, &groups));
        let number = known.unwrap_or_else(|| {
            groups.push(Group {
                kind: mention.kind,
                words: Vec::new(),
                name: String::new(),
            });
            groups.len() - 1
        });
        let group = &mut groups[number];
        if key.1.len() > group.words.len() {
            group.words.clone_from(&key.1);
            group.name = name(span, document);
        }
        if mention.kind == EntityKind::Person {
            for part in [key.1.first(), key.1.last()].into_iter().flatten() {
                persons.insert(part.clone(), number);
            }
        }
        exact.insert(key, number);
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
fn short_form(
    key: &(EntityKind, Vec<String>),
    persons: &HashMap<String, usize>,
    groups: &[Group],
) -> Option<usize> {
    if key.0 != EntityKind::Person {
        return None;
    }
    let number = *persons
        .get(key.1.last()?)
        .or_else(|| persons.get(key.1.first()?))?;
    let group = &groups[number];
    let fits = group.kind == key.0
        && (key.1.iter().all(|word| group.words.contains(word))
            || group.words.iter().all(|word| key.1.contains(word)));
    fits.then_some(number)
}

/// The folded words of a mention, without attached particles.
fn folded(words: &Words, mention: &found::Found) -> Vec<String> {
    mention
        .words
        .clone()
        .map(|i| {
            let key = words.key(i);
            if i > mention.words.start {
                return key.to_owned();
            }
            let core = key.get(mention.cut..).unwrap_or(key);
            if mention.cut > 0 && words.words[i].contracted {
                format!("ا{core}")
            } else {
                core.to_owned()
            }
        })
        .collect()
}

/// The name as written; the alef that ل took from its article given back.
fn name(span: &Spans, document: &Document) -> String {
    let surface = span.name.of(document.text);
    let before = document.text[span.token.start..span.name.start]
        .chars()
        .last();
    let mut key = String::new();
    letters::fold(surface, &mut key);
    if before == Some('ل')
        && surface.starts_with('ل')
        && !key.starts_with("لب")
        && !key.starts_with("لي")
    {
        return format!("ا{surface}");
    }
    surface.to_owned()
}
