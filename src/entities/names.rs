//! Persons, places, organizations, nationalities, events and products: what the tagger finds, and
//! what the lexicon knows beside it.

mod labelled;
mod listed;
mod particles;

use super::EntityKind;
use super::beginnings;
use super::common;
use super::cues::titles;
use super::endings;
use super::found::Found;
use super::headed;
use super::introduced;
use super::labels;
use super::model::Model;
use super::parts;
use super::recalled;
use super::spelled;
use super::tagger::{Labelled, Tagger};
use super::vocabulary::Vocabulary;
use super::words::Words;
use crate::document::Document;
use crate::lexicon::Classes;
use crate::tokens::TokenKind;
use labelled::labelled;
use listed::{KNOWN, event, gazetteer, known, nationality, unlabelled};
use particles::cut;
use std::ops::Range;
use std::sync::OnceLock;

/// The tagger that the program ships; `None` only where its files are broken.
pub(super) fn tagger() -> Option<&'static Tagger> {
    static TAGGER: OnceLock<Option<Tagger>> = OnceLock::new();
    let read = || {
        Some(Tagger {
            vocabulary: Vocabulary::read(include_bytes!("words.bin"))?,
            model: Model::read(include_bytes!("names.bin"))?,
        })
    };
    TAGGER.get_or_init(read).as_ref()
}

/// Finds the names of a document: ascending, never overlapping.
pub(super) fn find(document: &Document, words: &Words, tagger: Option<&Tagger>) -> Vec<Found> {
    let Labelled { labels, leanings } = tagger.map_or_else(
        || Labelled {
            labels: vec![0; words.words.len()],
            leanings: vec![0; words.words.len()],
        },
        |tagger| tagger.label(words),
    );
    let mut found = Vec::new();
    for sentence in &words.sentences {
        let mut i = sentence.start;
        while i < sentence.end {
            if begins_nothing(words, &labels, sentence, i) {
                i += 1;
                continue;
            }
            let name = event(words, i..sentence.end)
                .or_else(|| long_known(words, &labels, i..sentence.end))
                .or_else(|| labelled(words, &labels, i..sentence.end))
                .or_else(|| quoted(words, sentence, i))
                .or_else(|| nationality(words, &labels, i..sentence.end))
                .or_else(|| unlabelled(words, &labels, &leanings, tagger, i..sentence.end));
            match name {
                Some((range, kind)) => {
                    i = range.end;
                    found.push(Found::bare(range, kind));
                }
                None => i += 1,
            }
        }
    }
    beginnings::mend(document, words, &mut found);
    endings::mend(document, words, &mut found);
    if let Some(tagger) = tagger {
        let titles = titles(words, &vec![0; words.words.len()]);
        parts::mend(words, tagger, &titles, &mut found);
        introduced::add(words, tagger, &titles, &mut found);
        common::sift(document, words, tagger, &mut found);
    }
    cut(words, tagger, &mut found);
    if let Some(tagger) = tagger {
        headed::add(words, tagger, &leanings, &mut found);
    }
    spelled::mend(document, words, &mut found);
    recalled::add(document, words, tagger, &leanings, &mut found);
    found
}

/// A name as the words it covers, and what it is.
type Name = (Range<usize>, EntityKind);

/// Whether no name can begin with the word `i`, as with most: the tagger says nothing of it, nor
/// does the lexicon, and no mark stands before it.
fn begins_nothing(words: &Words, labels: &[u8], sentence: &Range<usize>, i: usize) -> bool {
    const BEGINNING: Classes = (Classes::BEGINS.or(Classes::EVENT))
        .or(Classes::NATIONALITY)
        .or(KNOWN.or(Classes::GIVEN));
    usize::from(labels[i]) == labels::OUTSIDE
        && !words.words[i].classes.any(BEGINNING)
        && (i == sentence.start || words.words[i - 1].kind == TokenKind::Word)
}

/// A known name of several words, where the tagger finds none of that kind in it, begins no longer
/// one and goes on with none: whether «قطاع» belongs to «غزة» is a question of manner, which the
/// tagger has learnt.
fn long_known(words: &Words, labels: &[u8], range: Range<usize>) -> Option<Name> {
    let (name, kind) = gazetteer(words, &range).filter(|(name, _)| name.len() > 1)?;
    let inside = |i: usize| {
        labels::kind(usize::from(labels[i])).is_some() && !labels::first(usize::from(labels[i]))
    };
    let same = |i: usize| labels::kind(usize::from(labels[i])) == Some(kind);
    let country = known(words, &range, Classes::COUNTRY) == Some(name.end);
    let bare =
        !country || same(name.end - 1) && words.words[name.start].classes.any(Classes::PLACE_HEAD);
    if bare && kind != EntityKind::Person && name.clone().any(same) {
        return None;
    }
    let goes_on = name.end < range.end && inside(name.end);
    let longer = labelled(words, labels, range.start..range.end)
        .is_some_and(|(labelled, _)| labelled.len() > name.len());
    let begins = !inside(name.start) || words.words[name.start].attached > 0;
    (!goes_on && !longer && begins).then_some((name, kind))
}

/// What stands in quotation marks after a word that says what it is: «وكالة "سبوتنيك"».
fn quoted(words: &Words, sentence: &Range<usize>, i: usize) -> Option<Name> {
    const LONGEST: usize = 4;
    let quote = |i: usize| matches!(words.key(i), "\"" | "«" | "»" | "“" | "”" | "'");
    if i < sentence.start + 2 || !quote(i - 1) || quote(i) {
        return None;
    }
    let head = words.words[i - 2].classes;
    let kind = if head.any(Classes::QUOTED_ORGANIZATION_HEAD) {
        EntityKind::Organization
    } else if head.any(Classes::PRODUCT_HEAD) {
        EntityKind::Product
    } else {
        return None;
    };
    let end = (i..sentence.end.min(i + LONGEST + 1)).find(|&end| quote(end))?;
    let words_only = words.words[i..end]
        .iter()
        .all(|word| matches!(word.kind, TokenKind::Word | TokenKind::Number));
    words_only.then_some((i..end, kind))
}
