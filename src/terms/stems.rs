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

/// A word or a part of it, with the hash that lists of words are asked by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Part<'k> {
    /// Its folded letters.
    pub key: &'k str,
    /// [`lexicon::hash`] of them.
    pub hash: u64,
}

impl<'k> Part<'k> {
    /// The part that is `key`.
    #[must_use]
    pub fn of(key: &'k str) -> Self {
        let hash = lexicon::hash(key);
        Self { key, hash }
    }

    /// What is left without `affix` at the start, where that is at least a stem.
    fn without_start(self, affix: &str) -> Option<Self> {
        let rest = self.key.strip_prefix(affix)?;
        has_letters(rest, LEAST).then(|| Self::of(rest))
    }

    /// What is left without `affix` at the end, where that is at least a stem.
    fn without_end(self, affix: &str) -> Option<Self> {
        let rest = self.key.strip_suffix(affix)?;
        has_letters(rest, LEAST).then(|| Self::of(rest))
    }

    /// Whether it is what a stemmer leaves alone.
    fn is_name(self) -> bool {
        lexicon::is_name(self.hash)
    }
}

/// What decides whether a word is a form of a shorter one.
pub trait Vocabulary {
    /// Whether `word` is known as a stem: nothing more is taken from it.
    fn settles(&self, word: Part) -> bool;

    /// Whether `whole`, which nothing settles, is better counted as the stem `part`, which is left
    /// when an affix goes.
    fn joins(&self, whole: Part, part: Part, side: Side) -> bool;

    /// Whether `whole` is a word and `part`, left when article and particles go, is none.
    fn prefers(&self, whole: Part, part: Part) -> bool;
}

/// The particles that begin with `letter` and attach to a word without article; the shortest that
/// works is taken.
const fn particles(letter: char) -> &'static [&'static str] {
    match letter {
        'و' => &["و", "وب", "ول", "وك"],
        'ف' => &["ف", "فل", "فب", "فك"],
        'ب' => &["ب"],
        'ل' => &["ل"],
        'ك' => &["ك"],
        _ => &[],
    }
}

/// The endings of number, gender, possession, relation and case that end in `letter`, longest
/// first.
const fn endings(letter: char) -> &'static [&'static str] {
    match letter {
        'ت' => &["يات", "ات", "ت"],
        'ن' => &["يين", "يون", "تين", "تان", "ان", "ون", "ين", "هن", "ن"],
        'ا' => &["هما", "ها", "نا", "يا", "وا", "ا"],
        'ي' => &["تي", "ي"],
        'ه' => &["ه"],
        'م' => &["هم", "كم"],
        _ => &[],
    }
}

/// The least number of letters that a stem has.
const LEAST: usize = 3;
/// The least number of letters after a particle, where the rest is no name.
const LEAST_AFTER_PARTICLE: usize = 4;

/// The stem of the folded word, a part of it.
pub fn stem<'k>(word: Part<'k>, vocabulary: &impl Vocabulary) -> Part<'k> {
    if let Some((lam, rest)) = article(word.key) {
        let rest = Part::of(rest);
        // A name keeps its letters, but not its article: with and without it is one.
        if rest.is_name() || word.is_name() {
            return rest;
        }
        let part = ending_stem(rest, vocabulary);
        // What only looks like particles and article: باليستي, للقاء (of لقاء).
        let apparent = match lam {
            Some(lam) => Part::of(lam),
            None if rest.key.len() + "ال".len() == word.key.len() => return part,
            None => word,
        };
        let whole = ending_stem(apparent, vocabulary);
        return if vocabulary.prefers(whole, part) {
            whole
        } else {
            part
        };
    }
    if word.is_name() {
        return word;
    }
    let whole = ending_stem(word, vocabulary);
    if vocabulary.settles(whole) {
        return whole;
    }
    for particle in word.key.chars().next().map_or(&[][..], particles) {
        let Some(rest) = word.without_start(particle) else {
            continue;
        };
        if rest.is_name() {
            return rest.without_start("ال").unwrap_or(rest);
        }
        if has_letters(rest.key, LEAST_AFTER_PARTICLE) {
            let part = ending_stem(rest, vocabulary);
            if vocabulary.joins(whole, part, Side::Prefix) {
                return part;
            }
        }
    }
    whole
}

/// The rest of `key` after an article with the particles before it, و or ف and ب or ك; where the
/// article is written لل, first what begins with its second ل.
fn article(key: &str) -> Option<(Option<&str>, &str)> {
    let after = key.strip_prefix(['و', 'ف']).unwrap_or(key);
    let (lam, rest) = if let Some(lam) = after.strip_prefix('ل') {
        (Some(lam), lam.strip_prefix('ل'))
    } else {
        let after = after.strip_prefix(['ب', 'ك']).unwrap_or(after);
        (None, after.strip_prefix("ال"))
    };
    rest.filter(|rest| has_letters(rest, LEAST))
        .map(|rest| (lam, rest))
}

/// The word without its endings.
fn ending_stem<'k>(word: Part<'k>, vocabulary: &impl Vocabulary) -> Part<'k> {
    if lexicon::classes(word.hash).any(Classes::NATIONALITY) {
        // Peoples keep the ending that tells them from their country.
        return word.key.strip_suffix('ه').map_or(word, Part::of);
    }
    // Final ة tells nothing apart that a reader would not call one.
    let word = word.without_end("ه").unwrap_or(word);
    if vocabulary.settles(word) {
        return word;
    }
    for ending in word.key.chars().next_back().map_or(&[][..], endings) {
        if let Some(rest) = word.without_end(ending) {
            let part = if rest.is_name() {
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

fn has_letters(word: &str, least: usize) -> bool {
    word.chars().nth(least - 1).is_some()
}
