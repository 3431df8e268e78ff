//! The names that the tagger's labels begin, and where they end.

use super::Name;
use super::listed::{known, nationality, only_place};
use crate::entities::EntityKind;
use crate::entities::labels;
use crate::entities::words::Words;
use crate::lexicon::Classes;
use crate::tokens::TokenKind;
use std::ops::Range;

/// The name that the tagger begins at the head of `range`.
pub(super) fn labelled(words: &Words, labels: &[u8], range: Range<usize>) -> Option<Name> {
    let label = usize::from(labels[range.start]);
    let mut kind = labels::kind(label)?;
    if !labels::first(label) && kind == EntityKind::Person && only_place(words, range.start) {
        kind = EntityKind::Place;
    }
    let mark = words.words[range.start].kind == TokenKind::Punctuation;
    if mark || kind == EntityKind::Person && abbreviated_title(words, &range) {
        return None;
    }
    let parted = |i: usize| match kind {
        EntityKind::Person => another(words, range.start, i),
        EntityKind::Organization => another_organization(words, i..range.end),
        _ => false,
    };
    let goes_on = |i: &usize| {
        let label = usize::from(labels[*i]);
        labels::kind(label) == Some(kind) && !labels::first(label) && !parted(*i)
    };
    let more = (range.start + 1..range.end).take_while(goes_on).count();
    let end = range.start + 1 + more;
    let whose = nationality(words, labels, end..range.end)
        .filter(|_| belongs(words, range.start, end, kind));
    if let Some((adjective, _)) = whose {
        return Some((range.start..adjective.end, kind));
    }
    Some((range.start..range.start + 1 + more, kind))
}

/// Whether an abbreviated title stands at the head of `range`: «د. أحمد».
fn abbreviated_title(words: &Words, range: &Range<usize>) -> bool {
    range.start + 2 < range.end
        && words.key(range.start).chars().count() == 1
        && words.key(range.start + 1) == "."
}

/// Whether a nationality at `end` belongs to the organization's name before it: «وكالة الأنباء
/// الكورية», where both the name and the adjective have the article.
fn belongs(words: &Words, start: usize, end: usize, kind: EntityKind) -> bool {
    let definite = |i: usize| words.key(i).starts_with("ال");
    kind == EntityKind::Organization
        && end > start + 1
        && words.words[start].classes.any(Classes::ORGANIZATION_HEAD)
        && definite(end - 1)
        && words.words.get(end).is_some_and(|word| word.attached == 0)
        && definite(end)
}

/// Whether with the word `i` another name begins than the person's that began at `start`: a
/// particle is attached to it, though not «ك», which hardly stands between two, nor where the word
/// before asks for a name («أحمد ولد بغالي»); both are known by one word («دعا كيم بوتين» is two
/// people), or it is a place after a full name («زار باراك أوباما برلين»).
fn another(words: &Words, start: usize, i: usize) -> bool {
    let whole = Classes::PERSON
        .or(Classes::ORGANIZATION)
        .or(Classes::COUNTRY)
        .or(Classes::PLACE);
    let word = &words.words[i];
    let attached = word.attached > 0
        && word.classes.any(whole.or(Classes::BEGINS))
        && !words.key(i).starts_with('ك')
        && !words.words[i - 1].classes.any(Classes::PARTICLE);
    attached
        || (i > start + 1 && only_place(words, i))
        || (i == start + 1
            && word.classes.any(Classes::PERSON)
            && words.words[start].classes.any(Classes::PERSON))
}

/// Whether at the head of `range` an organization of its own begins, with a particle attached:
/// «قالت الشرطة لبي بي سي».
fn another_organization(words: &Words, range: Range<usize>) -> bool {
    let word = &words.words[range.start];
    word.attached > 0 && !word.contracted && known(words, &range, Classes::ORGANIZATION).is_some()
}
