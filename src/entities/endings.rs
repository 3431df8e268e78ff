//! Where names end: not with a particle, which goes with the word after it («ليلى أبو العلا»).

use super::EntityKind;
use super::found::Found;
use super::words::Words;
use crate::lexicon::Classes;
use crate::tokens::TokenKind;

/// Gives the word after it to every person's name that ends with a particle; what was found there
/// goes with it.
pub(super) fn mend(words: &Words, found: &mut Vec<Found>) {
    let mut at = 0;
    while at < found.len() {
        let end = found[at].words.end;
        // Alone «أبي» is a given name.
        let given = found[at].words.len() == 1 && words.key(end - 1) == "ابي";
        if found[at].kind == EntityKind::Person && !given && goes_on(words, end) {
            let next = found.get(at + 1).filter(|next| next.words.start == end);
            let next_end = next.map(|next| next.words.end);
            found[at].words.end = next_end.unwrap_or(end + 1);
            if next_end.is_some() {
                found.remove(at + 1);
            }
        }
        at += 1;
    }
}

/// Whether the word before `end` is a particle and the word at `end` one that it can go with.
fn goes_on(words: &Words, end: usize) -> bool {
    let particle = matches!(
        words.key(end - 1),
        "ابو" | "ابي" | "ابن" | "بن" | "بنت" | "ال" | "ولد" | "عبد"
    );
    particle
        && words
            .sentences
            .binary_search_by_key(&end, |sentence| sentence.start)
            .is_err()
        && words.words.get(end).is_some_and(|next| {
            next.kind == TokenKind::Word
                && next.attached == 0
                && !next.classes.any(Classes::FUNCTION | Classes::SAYING)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    /// The names of `text` when the `found` ranges of words were found.
    fn mended(text: &str, found: &[(usize, usize, EntityKind)]) -> Vec<String> {
        let document = Document::read(text);
        let words = Words::read(&document);
        let name = |&(start, end, kind): &(usize, usize, EntityKind)| Found::bare(start..end, kind);
        let mut found = found.iter().map(name).collect();
        mend(&words, &mut found);
        let keys = |name: &Found| {
            let keys: Vec<&str> = name.words.clone().map(|i| words.key(i)).collect();
            keys.join(" ")
        };
        found.iter().map(keys).collect()
    }

    #[test]
    fn a_particle_goes_with_the_word_after_it() {
        const PERSON: EntityKind = EntityKind::Person;
        let text = "كتبت ليلى أبو العلا رواية";
        assert_eq!(mended(text, &[(1, 3, PERSON)]), ["ليلي ابو العلا"]);
        let place = (3, 4, EntityKind::Place);
        assert_eq!(mended(text, &[(1, 3, PERSON), place]), ["ليلي ابو العلا"]);
        assert_eq!(mended(text, &[(1, 2, PERSON), place]), ["ليلي", "العلا"]);
    }

    #[test]
    fn a_particle_at_the_end_of_a_sentence_stays_as_it_is() {
        const PERSON: EntityKind = EntityKind::Person;
        assert_eq!(mended("وصل الأب وابنه بن. غادر", &[(3, 4, PERSON)]), ["بن"]);
        assert_eq!(mended("وصل أبي بطائرة خاصة", &[(1, 2, PERSON)]), ["ابي"]);
        assert_eq!(mended("قال أبو إن", &[(1, 2, PERSON)]), ["ابو"]);
    }
}
