//! Where names end: not with a particle, which goes with the word after it («ليلى أبو العلا»), nor
//! with a preposition.

use super::EntityKind;
use super::beginnings::written;
use super::found::Found;
use super::introduced::family_name;
use super::words::Words;
use crate::document::Document;
use crate::lexicon::Classes;
use crate::tokens::TokenKind;

/// Gives the word after it to every person's name that ends with a particle; what was found there
/// goes with it. Takes the preposition off that looks like «علي».
pub(super) fn mend(document: &Document, words: &Words, found: &mut Vec<Found>) {
    for name in found.iter_mut().filter(|name| name.words.len() > 1) {
        let last = words.words[name.words.end - 1].token;
        if written(document, last) == "على" && !words.egyptian_ya(document) {
            name.words.end -= 1;
        }
    }
    let mut names = std::mem::take(found).into_iter().peekable();
    while let Some(mut name) = names.next() {
        if name.kind == EntityKind::Person {
            let end = name.words.end;
            // Alone «أبي» is a given name.
            let given = name.words.len() == 1 && words.key(end - 1) == "ابي";
            if !given && goes_on(words, end) {
                let next = names.next_if(|next| next.words.start == end);
                name.words.end = next.map_or(end + 1, |next| next.words.end);
            }
            let end = name.words.end;
            let free = names.peek().is_none_or(|next| next.words.start != end);
            if free && after_father(words, &name) && of_origin(words, end) {
                name.words.end += 1;
            }
        }
        found.push(name);
    }
}

/// Whether the last word of a name is the father's: «ليلى بن منصور», «بن سلمان».
pub(super) fn after_father(words: &Words, name: &Found) -> bool {
    name.words.len() > 1 && matches!(words.key(name.words.end - 2), "بن" | "بنت" | "ابن")
}

/// Whether the word `i` goes on with a name and may tell where its family is from: «القيرواني».
pub(super) fn of_origin(words: &Words, i: usize) -> bool {
    !words.heads(i)
        && words.key(i).starts_with("ال")
        && words.key(i).ends_with('ي')
        && family_name(words, i)
}

/// Whether the word before `end` is a particle and the word at `end` one that it can go with.
fn goes_on(words: &Words, end: usize) -> bool {
    let particle = matches!(
        words.key(end - 1),
        "ابو" | "ابي" | "ابن" | "بن" | "بنت" | "ال" | "ولد" | "عبد"
    );
    let next = || &words.words[end];
    particle
        && !words.heads(end)
        && next().kind == TokenKind::Word
        && next().attached == 0
        && !next().classes.any(Classes::FUNCTION | Classes::SAYING)
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
        mend(&document, &words, &mut found);
        Found::keys(&found, &words)
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
    fn after_the_father_stands_the_family() {
        const PERSON: EntityKind = EntityKind::Person;
        let text = "وصلت ليلى بن منصور القيرواني مساء";
        let whole = ["ليلي بن منصور القيرواني"];
        assert_eq!(mended(text, &[(1, 4, PERSON)]), whole);
        let country = "وصلت ليلى بن منصور التونسية مساء";
        assert_eq!(mended(country, &[(1, 4, PERSON)]), ["ليلي بن منصور"]);
        let last = "وصلت ليلى بن منصور. القيرواني غائب";
        assert_eq!(mended(last, &[(1, 4, PERSON)]), ["ليلي بن منصور"]);
    }

    #[test]
    fn a_preposition_is_no_end() {
        const PERSON: EntityKind = EntityKind::Person;
        let text = "رد خالد بن سعود على الصحيفة في بيان ثم مضى إلى مكتبه";
        assert_eq!(mended(text, &[(1, 5, PERSON)]), ["خالد بن سعود"]);
        let egyptian = "سافر محمد على الى الاسكندريه فى الصيف واستقبله فتحى ومصطفى وهانى وعلى";
        assert_eq!(mended(egyptian, &[(1, 3, PERSON)]), ["محمد علي"]);
    }

    #[test]
    fn a_particle_at_the_end_of_a_sentence_stays_as_it_is() {
        const PERSON: EntityKind = EntityKind::Person;
        assert_eq!(mended("وصل الأب وابنه بن. غادر", &[(3, 4, PERSON)]), ["بن"]);
        assert_eq!(mended("وصل أبي بطائرة خاصة", &[(1, 2, PERSON)]), ["ابي"]);
        assert_eq!(mended("قال أبو إن", &[(1, 2, PERSON)]), ["ابو"]);
    }
}
