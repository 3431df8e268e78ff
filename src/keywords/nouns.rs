//! How surely terms are nouns, as far as the text itself shows it.

use crate::features::view::View;
use crate::letters;
use crate::tokens::TokenKind;

/// After these, folded, stands a noun.
const BEFORE_NOUNS: [&str; 16] = [
    "في", "من", "علي", "الي", "عن", "بين", "بعد", "قبل", "خلال", "حول", "ضد", "مع", "عند", "كل",
    "بعض", "غير",
];
/// After these, folded, stands a verb.
const BEFORE_VERBS: [&str; 10] = ["ان", "لم", "لن", "قد", "وقد", "سوف", "لا", "ولا", "ولم", "كي"];

/// For each term how surely its words are nouns (above 0) or verbs (below 0), summed over the text: an
/// article tells a noun, and less so a preposition before the word or the ending ة, which adjectives
/// have too; a particle of verbs before it or a future س tell a verb, and less so the place at the
/// head of a sentence without an article.
pub(super) fn evidence(view: &View) -> Vec<i32> {
    let document = view.document;
    let mut evidence = vec![0_i32; document.terms.table.len()];
    let mut key = String::new();
    let mut before = String::new();
    for sentence in &document.sentences {
        before.clear();
        let mut opens = true;
        for token in sentence.token_start..sentence.token_end {
            let word = document.tokens[token].span.of(document.text);
            match document.tokens[token].kind {
                TokenKind::Word => {}
                TokenKind::Space => continue,
                _ => {
                    before.clear();
                    continue;
                }
            }
            key.clear();
            letters::fold(word, &mut key);
            if let Some(term) = document.terms.of_token[token] {
                let own = document.terms.key(&document.terms.table[term as usize]);
                evidence[term as usize] += seen(word, &key, own, &before, opens);
            }
            std::mem::swap(&mut before, &mut key);
            opens = false;
        }
    }
    evidence
}

/// What one word tells: above 0 of a noun, below 0 of a verb.
fn seen(word: &str, key: &str, own: &str, before: &str, opens: bool) -> i32 {
    let bare = key.strip_prefix(['و', 'ف']).unwrap_or(key);
    let inner = bare.strip_prefix(['ب', 'ك']).unwrap_or(bare);
    let future = bare
        .strip_prefix('س')
        .is_some_and(|rest| !own.starts_with('س') && rest.starts_with(['ي', 'ت', 'ن']));
    let article = [key, bare, inner]
        .iter()
        .any(|form| form.starts_with("ال") || form.starts_with("لل"));
    let ending = word
        .trim_end_matches(|c: char| !c.is_alphabetic())
        .ends_with('ة');
    let noun = i32::from(BEFORE_NOUNS.contains(&before)) + i32::from(ending);
    if article {
        2
    } else if noun > 0 {
        noun
    } else if future || BEFORE_VERBS.contains(&before) {
        -2
    } else {
        -i32::from(opens)
    }
}
