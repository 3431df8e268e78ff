//! Organizations that the tagger did not find, by the heads of their names: «جامعة الساحل».

use super::EntityKind;
use super::found::Found;
use super::tagger::Tagger;
use super::words::Words;
use crate::lexicon::Classes;
use crate::tokens::TokenKind;
use std::ops::Range;

/// Adds to `found`, ascending, a head and the definite noun after it, where the noun leans to a name.
pub(super) fn add(words: &Words, tagger: &Tagger, leanings: &[i32], found: &mut Vec<Found>) {
    let free = |i: usize| {
        let next = found.partition_point(|name| name.words.end <= i);
        found.get(next).is_none_or(|name| name.words.start >= i + 2)
    };
    let mut headed = Vec::new();
    for sentence in &words.sentences {
        for i in sentence.start..sentence.end.saturating_sub(1) {
            if is_head(words, tagger, i)
                && leanings[i + 1] > 0
                && completes(words, sentence, i + 1)
                && free(i)
            {
                headed.push(Found::bare(i..i + 2, EntityKind::Organization));
            }
        }
    }
    found.extend(headed);
    found.sort_by_key(|name| name.words.start);
}

/// Whether the word `i` is bare and mostly stands in names of organizations.
fn is_head(words: &Words, tagger: &Tagger, i: usize) -> bool {
    let word = &words.words[i];
    word.classes.any(Classes::ORGANIZATION_HEAD)
        && word.attached == 0
        && !words.key(i).starts_with("ال")
        && tagger.often_organization(words, i)
}

/// Whether the word `i` is a definite noun that no other follows: «حزب العمال», but not a part of
/// «بنك الدم المركزي».
fn completes(words: &Words, sentence: &Range<usize>, i: usize) -> bool {
    let definite = |i: usize| words.key(i).starts_with("ال");
    let other = Classes::TITLE | Classes::NATIONALITY | Classes::FUNCTION;
    let word = &words.words[i];
    let goes_on = i + 1 < sentence.end && definite(i + 1);
    word.kind == TokenKind::Word && definite(i) && !word.classes.any(other) && !goes_on
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::entities::names::tagger;

    /// The organizations of `text`, where every word leans to a name by `leaning`.
    fn headed(text: &str, leaning: i32) -> Vec<String> {
        let document = Document::read(text);
        let words = Words::read(&document);
        let leanings = vec![leaning; words.words.len()];
        let mut found = Vec::new();
        add(&words, tagger().expect("the tagger"), &leanings, &mut found);
        Found::keys(&found, &words)
    }

    #[test]
    fn a_head_and_a_definite_noun_are_an_organization() {
        assert_eq!(headed("درس في جامعة الساحل ثم سافر", 1), ["جامعه الساحل"]);
        assert_eq!(headed("درس في جامعة الساحل ثم سافر", 0), [""; 0]);
        assert_eq!(headed("درس في جامعة الساحل الغربي", 1), [""; 0]);
        assert_eq!(headed("درس في مدرسة الساحل", 1), [""; 0]);
    }
}
