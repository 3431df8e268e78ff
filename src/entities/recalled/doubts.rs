//! Which names that were found may rather be a person whom the text has named before.

use super::known::Known;
use crate::entities::EntityKind;
use crate::entities::found::Found;
use crate::entities::setting::speaks;
use crate::entities::tagger::Tagger;
use crate::entities::words::Words;
use crate::lexicon::{self, Classes};
use std::ops::Range;

/// Whether a name is a plain word and how a full name before it ends: «محامي بن رجب».
pub(super) fn after_plain_word(
    words: &Words,
    tagger: Option<&Tagger>,
    name: &Found,
    known: &Known,
) -> bool {
    let (first, rest) = (name.words.start, name.words.start + 1..name.words.end);
    let backward = |hash, i: usize| lexicon::join(hash, words.words[i].hash);
    let ends_so = || {
        known
            .endings
            .has(rest.clone().rev().fold(0, backward), first)
    };
    let named = Classes::NAME | Classes::PARTICLE | Classes::FUNCTION;
    let last = words.words[name.words.end - 1].classes;
    name.kind == EntityKind::Person
        && !rest.is_empty()
        && !words.words[first].classes.any(named)
        && !last.any(Classes::NATIONALITY)
        && tagger.is_some_and(|tagger| tagger.never_named(words, first))
        && ends_so()
}

/// Whether a name may be a family name that was taken for something else: an adjective, a place
/// or organization that the lexicon does not know, or a person together with a title or with what the
/// person does («ورد العوضي»).
pub(super) fn misread(words: &Words, sentence: &Range<usize>, name: &Found) -> bool {
    let first = words.words[name.words.start].classes;
    match name.kind {
        EntityKind::Nationality => name.words.len() == 1,
        EntityKind::Place | EntityKind::Organization => {
            let known = Classes::COUNTRY | Classes::PLACE | Classes::ORGANIZATION;
            let known = first.any(known);
            name.words.len() == 1 && (!known || may_be_man(words, sentence, name))
        }
        EntityKind::Person => {
            let title = first.any(Classes::TITLE) && !first.any(Classes::GIVEN);
            name.words.len() == 2 && (title || said(words, name.words.start))
        }
        _ => false,
    }
}

/// Whether a known place or firm may be a man who is named like it. Cities are women in Arabic:
/// «قال واشنطن» is the man's word, «قالت واشنطن» the city's; and a firm has no article, but often a
/// word before it that says what it is («شركة بيجو»).
fn may_be_man(words: &Words, sentence: &Range<usize>, name: &Found) -> bool {
    let start = name.words.start;
    if name.kind == EntityKind::Place {
        let verb = words.key(start.saturating_sub(1));
        return speaks(words, sentence, start) && !verb.ends_with('ت') && !verb.starts_with('ت');
    }
    let heads = Classes::ORGANIZATION_HEAD | Classes::QUOTED_ORGANIZATION_HEAD;
    let headed = start > sentence.start && words.words[start - 1].classes.any(heads);
    !headed && !name.contracted && !words.key(start).contains("ال")
}

/// Whether a name may be a person taken together with words that follow: one who speaks, taken for
/// an organization («قالت العمران للصحافيين»), or one before plain words («يتوقع سلامة بلوغ البرميل»).
pub(super) fn overlong(
    words: &Words,
    tagger: Option<&Tagger>,
    sentence: &Range<usize>,
    name: &Found,
) -> bool {
    let start = name.words.start;
    if name.kind == EntityKind::Person && name.words.len() > 1 {
        let person = Classes::GIVEN | Classes::FAMILY | Classes::PERSON | Classes::PARTICLE;
        return !words.words[start + 1].classes.any(person)
            && tagger.is_some_and(|tagger| tagger.never_named(words, start + 1));
    }
    name.kind == EntityKind::Organization
        && name.words.len() == 2
        && speaks(words, sentence, start)
        && !words.words[start].classes.any(Classes::ORGANIZATION)
}

/// Whether the word may be a verb of saying after و or ف, though it is a name too.
fn said(words: &Words, i: usize) -> bool {
    let verb = words.key(i).strip_prefix(['و', 'ف']);
    verb.is_some_and(|verb| lexicon::classes(lexicon::hash(verb)).any(Classes::SAYING))
}

/// Whether a name begins like a full name before it, by two words: it is that name again.
pub(super) fn again_in_full(words: &Words, name: &Found, known: &Known) -> bool {
    let start = name.words.start;
    let two = lexicon::join(words.words[start].hash, words.words[start + 1].hash);
    known.openings.has(two, start)
}

/// Whether a place of several words is how the full name of a person before it begins («صلاح الدين»
/// after «صلاح الدين الأيوبي»), and no word before it says that it is a place.
pub(super) fn beginning(words: &Words, name: &Found, known: &Known) -> bool {
    let start = name.words.start;
    let placed = start > 0 && words.words[start - 1].classes.any(Classes::PLACE_HEAD);
    let whole = || {
        let hashes = name.words.clone().map(|i| words.words[i].hash);
        hashes.reduce(lexicon::join).unwrap_or_default()
    };
    name.kind == EntityKind::Place
        && name.words.len() > 1
        && !placed
        && known.beginnings.has(whole(), start)
}
