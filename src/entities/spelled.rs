//! Names that are spelled by the names of Latin letters: «إف.بي.آي» is one name, and so is «بي بي سي»
//! where a particle is attached to its first letter («قال لبي بي سي»).

use super::EntityKind;
use super::beginnings::written;
use super::found::Found;
use super::words::Words;
use crate::document::Document;
use crate::lexicon::Classes;
use crate::sentences::is_letter_name;

/// What may be attached to the first letter.
const PARTICLES: [char; 5] = ['ل', 'ب', 'ك', 'و', 'ف'];

/// Gives the organizations in `found` the letters they are spelled by; what was found in these is one with it.
pub(super) fn mend(document: &Document, words: &Words, found: &mut Vec<Found>) {
    let text = Text { document, words };
    let mut whole: Vec<Found> = Vec::with_capacity(found.len());
    for mut name in found.drain(..) {
        let free = whole.last().map_or(0, |last| last.words.end);
        if let Some(last) = whole.last_mut()
            && name.words.start < free
        {
            // «سي.بي.إس نيوز», of which «إس نيوز» was found.
            if name.kind == last.kind {
                last.words.end = free.max(name.words.end);
            }
            continue;
        }
        if name.kind == EntityKind::Organization {
            if name.words.len() > 1 && text.written(name.words.end - 1) == "." {
                name.words.end -= 1;
            }
            while text.dotted(name.words.end - 1, name.words.end) {
                name.words.end += 2;
            }
            text.begin(&mut name, free);
        }
        whole.push(name);
    }
    *found = whole;
}

/// A document and its visible tokens.
struct Text<'t> {
    document: &'t Document<'t>,
    words: &'t Words,
}

impl Text<'_> {
    fn written(&self, i: usize) -> &str {
        written(self.document, self.words.words[i].token)
    }

    /// Moves the beginning of `name` over the letters before it, not before the word `free`.
    fn begin(&self, name: &mut Found, free: usize) {
        while name.words.start >= free + 2
            && self.dotted(name.words.start - 2, name.words.start - 1)
        {
            name.words.start -= 2;
            name.cut = 0;
        }
        let start = name.words.start;
        let mut letters = name.words.clone().filter(|&i| self.written(i) != ".");
        if start > free
            && letters.all(|i| is_letter_name(self.written(i)))
            && self.attached(start - 1)
        {
            name.words.start -= 1;
            name.cut = PARTICLES[0].len_utf8();
        }
    }

    /// Whether the words `letter` and the one after `dot` are letters with that dot and nothing else
    /// between them.
    fn dotted(&self, letter: usize, dot: usize) -> bool {
        let next = dot + 1;
        !self.words.heads(next)
            && self.written(dot) == "."
            && self.words.words[letter].token + 2 == self.words.words[next].token
            && is_letter_name(self.written(letter))
            && is_letter_name(self.written(next))
    }

    /// Whether the word `i` is a letter with a particle attached, and no word of its own («بأن»).
    fn attached(&self, i: usize) -> bool {
        let own = Classes::FUNCTION | Classes::GIVEN | Classes::FAMILY | Classes::PLACE;
        let word = &self.words.words[i];
        let letter = self.written(i).strip_prefix(PARTICLES);
        word.token + 2 == self.words.words[i + 1].token
            && !self.words.heads(i + 1)
            && !word.classes.any(own)
            && !is_letter_name(self.written(i))
            && letter.is_some_and(|letter| {
                is_letter_name(letter) && !matches!(letter, "أن" | "إن" | "ان" | "أي" | "أو" | "ال")
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    /// The names of `text` as written, when the ranges of words `found` were found as organizations.
    fn mended(text: &str, found: &[(usize, usize)]) -> Vec<String> {
        let document = Document::read(text);
        let words = Words::read(&document);
        let name =
            |&(start, end): &(usize, usize)| Found::bare(start..end, EntityKind::Organization);
        let mut found = found.iter().map(name).collect();
        mend(&document, &words, &mut found);
        let of = Text {
            document: &document,
            words: &words,
        };
        let written = |name: &Found| {
            let words: Vec<&str> = name.words.clone().map(|i| of.written(i)).collect();
            words.join(" ")[name.cut..].to_owned()
        };
        found.iter().map(written).collect()
    }

    #[test]
    fn letters_with_dots_between_are_one_name() {
        let text = "قال مدير الوكالة (سي.آي.إيه) ذلك";
        for found in [&[(4, 5), (6, 7)][..], &[(6, 7)], &[(8, 9)], &[(4, 9)]] {
            assert_eq!(mended(text, found), ["سي . آي . إيه"], "{found:?}");
        }
        let more = "قالت شبكة سي.بي.إس نيوز ذلك";
        assert_eq!(mended(more, &[(2, 3), (6, 8)]), ["سي . بي . إس نيوز"]);
        assert_eq!(mended(more, &[(4, 6)]), ["سي . بي . إس"]);
        let apart = "غاب مدير سي. آي غائب";
        assert_eq!(mended(apart, &[(2, 3)]), ["سي"]);
    }

    #[test]
    fn a_particle_before_the_first_letter_is_none_of_the_name() {
        let text = "قال شاهد لبي بي سي عربي أمس";
        assert_eq!(mended(text, &[(3, 5)]), ["بي بي سي"]);
        assert_eq!(
            mended(text, &[(2, 5)]),
            ["لبي بي سي"],
            "found with it: not ours"
        );
        let that = "قال الشاهد بأن بي سي عربي";
        assert_eq!(mended(that, &[(3, 5)]), ["بي سي"]);
        let word = "في كتاب سي إن";
        assert_eq!(mended(word, &[(2, 4)]), ["سي إن"]);
    }
}
