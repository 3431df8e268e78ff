//! Light stemming that is safe: a word loses what inflects it only where that leads to a word that
//! is known, and names lose nothing.

use crate::lexicon::{self, Classes};

/// Where an affix stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// A particle before the word.
    Prefix,
    /// An ending.
    Suffix,
}

/// What decides whether a word is a form of a shorter one.
pub trait Vocabulary {
    /// Whether `word` is known as a stem: nothing more is taken from it.
    fn settles(&self, word: &str) -> bool;

    /// Whether `whole` is better counted as the stem `part`, which is left when an affix goes.
    fn joins(&self, whole: &str, part: &str, side: Side) -> bool;

    /// Whether `whole` is a word and `part`, left when article and particles go, is none.
    fn prefers(&self, whole: &str, part: &str) -> bool;
}

/// Articles with the particles before them, longest first.
const ARTICLES: [&str; 12] = [
    "وبال", "فبال", "وكال", "فكال", "ولل", "فلل", "وال", "بال", "كال", "فال", "لل", "ال",
];

/// Particles that attach to a word without article; the shortest that works is taken.
const PARTICLES: [&str; 11] = ["و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فل", "فب", "فك"];

/// Endings of number, gender, possession, relation and case, longest first.
const ENDINGS: [&str; 23] = [
    "يات", "يين", "يون", "تين", "تان", "هما", "ات", "ان", "ون", "ين", "ها", "هم", "هن", "نا", "كم",
    "يا", "تي", "وا", "ت", "ي", "ا", "ه", "ن",
];

/// The least number of letters that a stem has.
const LEAST: usize = 3;
/// The least number of letters after a particle, where the rest is no name.
const LEAST_AFTER_PARTICLE: usize = 4;

/// The stem of the folded `key`, a part of it.
pub fn stem<'k>(key: &'k str, vocabulary: &impl Vocabulary) -> &'k str {
    if let Some((article, rest)) = ARTICLES
        .iter()
        .find_map(|article| Some((*article, strip_start(key, article, LEAST)?)))
    {
        // A name keeps its letters, but not its article: with and without it is one.
        if is_name(rest) || is_name(key) {
            return rest;
        }
        let part = ending_stem(rest, vocabulary);
        // What only looks like particles and article: باليستي, للقاء (of لقاء).
        let lam = key.len() - rest.len() - "ل".len();
        let apparent = match article {
            "ال" => None,
            "لل" | "ولل" | "فلل" => Some(&key[lam..]),
            _ => Some(key),
        };
        let whole = apparent.map(|apparent| ending_stem(apparent, vocabulary));
        return whole
            .filter(|whole| vocabulary.prefers(whole, part))
            .unwrap_or(part);
    }
    if is_name(key) {
        return key;
    }
    let whole = ending_stem(key, vocabulary);
    if vocabulary.settles(whole) {
        return whole;
    }
    for particle in PARTICLES {
        let Some(rest) = strip_start(key, particle, LEAST) else {
            continue;
        };
        if is_name(rest) {
            return strip_start(rest, "ال", LEAST).unwrap_or(rest);
        }
        if count(rest) >= LEAST_AFTER_PARTICLE {
            let part = ending_stem(rest, vocabulary);
            if vocabulary.joins(whole, part, Side::Prefix) {
                return part;
            }
        }
    }
    whole
}

/// The word without its endings.
fn ending_stem<'k>(word: &'k str, vocabulary: &impl Vocabulary) -> &'k str {
    if lexicon::classes(lexicon::hash(word)).any(Classes::NATIONALITY) {
        // Peoples keep the ending that tells them from their country.
        return word.strip_suffix('ه').unwrap_or(word);
    }
    // Final ة tells nothing apart that a reader would not call one.
    let word = strip_end(word, "ه", LEAST).unwrap_or(word);
    if vocabulary.settles(word) {
        return word;
    }
    // Most words end in another letter.
    if !word.ends_with(['ت', 'ن', 'ا', 'ي', 'ه', 'م']) {
        return word;
    }
    for ending in ENDINGS {
        if let Some(rest) = strip_end(word, ending, LEAST) {
            let part = if is_name(rest) {
                rest
            } else {
                ending_stem(rest, vocabulary)
            };
            if vocabulary.joins(word, part, Side::Suffix) {
                return part;
            }
        }
    }
    word
}

/// What a stemmer leaves alone.
fn is_name(key: &str) -> bool {
    lexicon::is_name(key)
}

fn strip_start<'k>(word: &'k str, affix: &str, least: usize) -> Option<&'k str> {
    word.strip_prefix(affix)
        .filter(|rest| has_letters(rest, least))
}

fn strip_end<'k>(word: &'k str, affix: &str, least: usize) -> Option<&'k str> {
    word.strip_suffix(affix)
        .filter(|rest| has_letters(rest, least))
}

fn has_letters(word: &str, least: usize) -> bool {
    word.chars().nth(least - 1).is_some()
}

fn count(word: &str) -> usize {
    word.chars().count()
}
