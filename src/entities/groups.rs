//! Mentions of one entity share a group and its fullest name.

use super::Entity;
use super::EntityKind;
use super::endings::after_father;
use super::found::Found;
use super::spans::Spans;
use super::words::Words;
use crate::document::Document;
use crate::lexicon::hashing::HashedMap;
use crate::lexicon::{self, Classes};

/// An entity as seen so far.
#[derive(Default)]
struct Group {
    /// The hashes of the words of its fullest name.
    words: Vec<u64>,
    name: String,
    mentions: usize,
}

/// Joins the mentions of one entity.
pub(super) fn join(
    document: &Document,
    words: &Words,
    found: &[Found],
    spans: Vec<Spans>,
) -> Vec<Entity> {
    let mut groups: Vec<Group> = Vec::new();
    // By the hash of kind and name.
    let mut exact: HashedMap<usize> = HashedMap::default();
    let mut persons = Persons::default();
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
        let same = exact.get(&whole).copied();
        let short = || person.then(|| persons.known_by(&name, &groups)).flatten();
        let known = if name.len() == 1 {
            short().or(same)
        } else {
            same.or_else(short)
        };
        let number = known.unwrap_or(groups.len());
        if number == groups.len() {
            groups.push(Group::default());
        }
        let group = &mut groups[number];
        group.mentions += 1;
        if name.len() > group.words.len() {
            group.words.clone_from(&name);
            group.name = written(mention, span, document);
        }
        if person {
            persons.add(&name, after_father(words, mention), number);
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

/// Which persons are known by a word.
#[derive(Default)]
struct Persons {
    /// By the last word of the name.
    last: HashedMap<Vec<usize>>,
    /// By the first word.
    first: HashedMap<Vec<usize>>,
    /// By the last word, where it is the father's name: only «بن سلمان» tells whose son is meant.
    father: HashedMap<Vec<usize>>,
    /// By a family name that another follows: «ريكاردو مونتيرو سالاس».
    inner: HashedMap<Vec<usize>>,
}

/// Of so many persons known by one word the latest are remembered.
const NAMESAKES: usize = 4;

impl Persons {
    /// Remembers a person's name; by the father's name alone the person is not known.
    fn add(&mut self, name: &[u64], father_last: bool, number: usize) {
        let (Some(&first), Some(&last)) = (name.first(), name.last()) else {
            return;
        };
        let by_last = if father_last {
            &mut self.father
        } else {
            &mut self.last
        };
        remember(by_last, last, number);
        remember(&mut self.first, first, number);
        let family = |word: &u64| {
            let classes = lexicon::classes(*word);
            classes.any(Classes::FAMILY) && !classes.any(Classes::GIVEN)
        };
        let middle = name.get(1..name.len() - 1).unwrap_or_default();
        for word in middle.iter().copied().filter(family) {
            remember(&mut self.inner, word, number);
        }
    }

    /// The group of the person whose longer or shorter name this is; of several the one mentioned
    /// most, of equals the latest.
    fn known_by(&self, name: &[u64], groups: &[Group]) -> Option<usize> {
        let fits = |&&number: &&usize| {
            let words = &groups[number].words;
            name.iter().all(|word| words.contains(word))
                || words.iter().all(|word| name.contains(word))
        };
        let father = name.last().filter(|_| name.len() > 1);
        [
            (&self.last, name.last()),
            (&self.first, name.first()),
            (&self.father, father),
            (&self.inner, name.last()),
        ]
        .into_iter()
        .find_map(|(known, word)| {
            let most = known.get(word?)?.iter().filter(fits);
            most.max_by_key(|&&number| groups[number].mentions).copied()
        })
    }
}

/// Remembers the person `number` by a word, as the latest.
fn remember(known: &mut HashedMap<Vec<usize>>, word: u64, number: usize) {
    let numbers = known.entry(word).or_default();
    numbers.retain(|&other| other != number);
    numbers.push(number);
    if numbers.len() > NAMESAKES {
        numbers.remove(0);
    }
}

/// The hashes of the folded words of a mention, without attached particles.
fn hashes(words: &Words, mention: &Found) -> impl Iterator<Item = u64> {
    mention.words.clone().map(|i| {
        let word = &words.words[i];
        if i > mention.words.start || mention.cut == 0 {
            // «ابن سلمان» is written so at the head of a name, «بن» within one.
            let son = mention.kind == EntityKind::Person && words.key(i) == "ابن";
            if son {
                lexicon::hash("بن")
            } else {
                word.hash
            }
        } else if mention.cut == word.attached {
            word.core
        } else {
            let key = words.key(i);
            let core = key.get(mention.cut..).unwrap_or(key);
            if mention.contracted {
                lexicon::hash(&format!("ا{core}"))
            } else {
                lexicon::hash(core)
            }
        }
    })
}

/// The name as written; the alef that ل took from its article given back.
fn written(mention: &Found, span: &Spans, document: &Document) -> String {
    let surface = span.name.of(document.text);
    if mention.contracted {
        format!("ا{surface}")
    } else {
        surface.to_owned()
    }
}
