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
    let terms = &document.terms;
    let mut evidence = vec![0_i32; terms.table.len()];
    let mut signs: Vec<Option<Signs>> = vec![None; terms.words.len()];
    for sentence in &document.sentences {
        let mut before = Signs::default();
        let mut opens = true;
        for token in sentence.token_start..sentence.token_end {
            match document.tokens[token].kind {
                TokenKind::Word => {}
                TokenKind::Space => continue,
                _ => {
                    before = Signs::default();
                    continue;
                }
            }
            let Some(word) = terms.word_of_token[token] else {
                continue;
            };
            let term = terms.of_token[token];
            let here = *signs[word as usize].get_or_insert_with(|| {
                let own = term.map_or("", |term| terms.key(&terms.table[term as usize]));
                Signs::of(terms.words[word as usize].key.of(&terms.keys), own)
            });
            if let Some(term) = term {
                let word = document.tokens[token].span.of(document.text);
                evidence[term as usize] += seen(word, here, before, opens);
            }
            before = here;
            opens = false;
        }
    }
    evidence
}

/// What a word is likely to be.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Likely {
    #[default]
    Either,
    Noun,
    Verb,
}

/// What the folded key of a word tells of it and of the word after it.
#[derive(Clone, Copy, Default)]
struct Signs {
    word: Likely,
    next: Likely,
}

impl Signs {
    /// Of the word `key`, whose term is `own`.
    fn of(key: &str, own: &str) -> Self {
        let bare = key.strip_prefix(['و', 'ف']).unwrap_or(key);
        let inner = bare.strip_prefix(['ب', 'ك']).unwrap_or(bare);
        let article = [key, bare, inner]
            .iter()
            .any(|form| form.starts_with("ال") || form.starts_with("لل"));
        let future = bare
            .strip_prefix('س')
            .is_some_and(|rest| !own.starts_with('س') && rest.starts_with(['ي', 'ت', 'ن']));
        Self {
            word: Likely::of(article, future),
            next: Likely::of(BEFORE_NOUNS.contains(&key), BEFORE_VERBS.contains(&key)),
        }
    }
}

impl Likely {
    const fn of(noun: bool, verb: bool) -> Self {
        match (noun, verb) {
            (true, _) => Self::Noun,
            (_, true) => Self::Verb,
            _ => Self::Either,
        }
    }
}

/// What one word tells: above 0 of a noun, below 0 of a verb.
fn seen(word: &str, here: Signs, before: Signs, opens: bool) -> i32 {
    if here.word == Likely::Noun {
        return 2;
    }
    let ending = word
        .trim_end_matches(|c| !letters::is_alphabetic(c))
        .ends_with('ة');
    let noun = i32::from(before.next == Likely::Noun) + i32::from(ending);
    if noun > 0 {
        noun
    } else if here.word == Likely::Verb || before.next == Likely::Verb {
        -2
    } else {
        -i32::from(opens)
    }
}
