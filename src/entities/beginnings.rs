//! Where names begin: not with a preposition, not with a person's title, and not with the second half
//! of a given name.

use super::EntityKind;
use super::found::Found;
use super::words::Words;
use crate::document::Document;
use crate::lexicon::Classes;
use crate::tokens::TokenKind;

/// Moves the beginnings of names to where they can be; a name of which nothing is left goes.
pub(super) fn mend(document: &Document, words: &Words, found: &mut Vec<Found>) {
    for name in found.iter_mut() {
        let never_first = |i: usize| match written(document, words.words[i].token) {
            "في" | "من" | "إلى" | "عن" | "مع" | "أن" | "إن" | "بأن" | "فإن" | "أي" | "جدا"
            | "أمام" | "بين" | "خلال" | "ضد" | "لدى" | "حول" | "منذ" => true,
            // Where a text writes a final ya without dots, «على» may be «علي».
            "على" => !words.egyptian_ya(document),
            _ => false,
        };
        // In quotation marks or brackets a name stands whole: «(في بي إن)».
        let before = name.words.start.checked_sub(1).map(|i| words.key(i));
        let enclosed = matches!(before, Some("(" | "[" | "\"" | "«" | "“" | "'"));
        while !enclosed && !name.words.is_empty() && never_first(name.words.start) {
            name.words.start += 1;
        }
        if name.kind == EntityKind::Person && (titled(words, name) || described(words, name)) {
            name.words.start += 1;
        }
    }
    found.retain(|name| !name.words.is_empty());
    let mut free = 0;
    for name in found {
        let start = name.words.start;
        if name.kind == EntityKind::Person
            && start > free
            && (completes(words, start) || of_house(document, words, start))
        {
            name.words.start -= 1;
        }
        free = name.words.end;
    }
}

/// Whether a person's name begins with a title before a given name: «السيد نعمان».
fn titled(words: &Words, name: &Found) -> bool {
    let classes = |i: usize| words.words[i].classes;
    let person = Classes::GIVEN | Classes::FAMILY | Classes::PERSON;
    name.words.len() > 1
        && words.key(name.words.start).starts_with("ال")
        && classes(name.words.start).any(Classes::TITLE)
        && !classes(name.words.start).any(person)
        && classes(name.words.start + 1).any(Classes::GIVEN)
}

/// Whether a person's name begins with an adjective of the noun before it: «الصياد المتقاعد يونس».
fn described(words: &Words, name: &Found) -> bool {
    let (first, second) = (name.words.start, name.words.start + 1);
    let definite = |i: usize| words.key(i).starts_with("ال");
    name.words.len() > 1
        && !words.heads(first)
        && definite(first)
        && definite(first - 1)
        && !definite(second)
        && words.words[first].classes == Classes::NONE
        && words.words[second].classes.any(Classes::GIVEN)
}

/// A token as it is written.
pub(super) fn written<'t>(document: &Document<'t>, token: usize) -> &'t str {
    document.tokens[token].span.of(document.text)
}

/// Whether the word `i` only completes a given name, which the word before it begins: «فضل الله»,
/// «نور الدين».
fn completes(words: &Words, i: usize) -> bool {
    let before = &words.words[i - 1];
    matches!(words.key(i), "الله" | "الدين")
        && !words.heads(i)
        && before.kind == TokenKind::Word
        && !before.classes.any(Classes::FUNCTION | Classes::SAYING)
}

/// Whether the word before `i` is «آل», which is a part of the name after it.
pub(super) fn of_house(document: &Document, words: &Words, i: usize) -> bool {
    !words.heads(i)
        && written(document, words.words[i - 1].token) == "آل"
        && words.words[i].attached == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(text: &str, start: usize, end: usize) -> String {
        let document = Document::read(text);
        let words = Words::read(&document);
        let mut found = vec![Found::bare(start..end, EntityKind::Person)];
        mend(&document, &words, &mut found);
        Found::keys(&found, &words).concat()
    }

    #[test]
    fn a_preposition_begins_no_name() {
        assert_eq!(mended("عثر على سالم في الحقل", 1, 3), "سالم");
        assert_eq!(mended("عثر على سالم في الحقل", 1, 2), "");
        assert_eq!(mended("جلس (في سالم) وحده", 2, 4), "في سالم");
        assert_eq!(mended("عثر علي سالم على الكنز", 1, 3), "علي سالم");
        assert_eq!(mended("وقال على سالم فى الحفل فى القرية", 1, 3), "علي سالم");
    }

    #[test]
    fn a_title_is_no_part_of_a_name() {
        assert_eq!(mended("وصل السيد سالم العطار", 1, 4), "سالم العطار");
        assert_eq!(mended("وصل السيد وحده", 1, 3), "السيد وحده");
    }

    #[test]
    fn an_adjective_of_the_noun_before_is_no_part_of_a_name() {
        let retired = "وصل الجنرال المتقاعد سالم العطار";
        assert_eq!(mended(retired, 2, 5), "سالم العطار");
        assert_eq!(mended("وصل جنرال المتقاعد سالم", 2, 4), "المتقاعد سالم");
        assert_eq!(mended("وصل الشاعر الطيب سالم", 2, 4), "الطيب سالم");
    }

    #[test]
    fn the_house_is_part_of_the_name() {
        assert_eq!(mended("شكر آل مرزوق الحضور", 2, 3), "ال مرزوق");
        assert_eq!(mended("سي إل فرانكلين", 2, 3), "فرانكلين");
        assert_eq!(mended("وقف أمام آل مرزوق", 1, 4), "ال مرزوق");
    }

    #[test]
    fn a_given_name_has_both_its_halves() {
        assert_eq!(mended("زار فضل الله الميناء", 2, 3), "فضل الله");
        assert_eq!(mended("قال الله", 1, 2), "الله");
        assert_eq!(mended("الدين يسر", 0, 1), "الدين");
    }
}
