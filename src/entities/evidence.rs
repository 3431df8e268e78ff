//! What speaks for a label: the features of the name tagger, shared by program and trainer.
//!
//! Each piece of evidence is a hash. What depends on a word alone is its profile, a list of traits;
//! the tagger reads the profiles of the words around, each trait in each place as evidence of its
//! own, so that the program can keep the sums of a word that comes again. What depends on several
//! words is the context.

use super::cues::{heads, titles};
use super::name_classes::{NAMES, names};
use super::phrases::phrases;
use super::setting::{stand, topic};
use super::unnamed::Form;
use super::vocabulary::Vocabulary;
use super::words::{Word, Words};
use crate::lexicon::{self, Classes, hash, mix};
use crate::tokens::TokenKind;

/// How far to either side profiles are read.
pub const REACH: usize = 2;
/// How many words around a word, itself included, have their profile read.
pub const SLOTS: usize = 2 * REACH + 1;

/// A piece of a word's profile, and how far away it still counts.
#[derive(Clone, Copy, Debug)]
pub struct Trait {
    /// Its hash.
    pub value: u64,
    /// The farthest distance at which it is read.
    pub reach: usize,
}

/// The evidence of a document.
#[derive(Debug)]
pub struct Evidence<'a> {
    words: &'a Words,
    vocabulary: &'a Vocabulary,
    /// For each word the number of the vocabulary, with particles taken off where only so it is
    /// known; 0 is unknown.
    numbers: Vec<u16>,
    /// For each word its place in a known name and what that name is; 0 is none.
    phrases: Vec<u64>,
    /// For each word how far back the title before it stands, over adjectives and complements; 0 is
    /// none.
    titles: Vec<u8>,
    /// The same for the head of an organization's or place's name, in the same run of nouns.
    heads: Vec<u8>,
    /// For each word how it stands in its phrase.
    stands: Vec<u8>,
    /// What the document is about.
    topic: u64,
    /// For each word whether it is surely in no name, as the vocabulary has it; 0 is not.
    unnamed: Vec<u8>,
}

/// The classes of words around names.
const CUES: [Classes; 12] = [
    Classes::TITLE,
    Classes::SAYING,
    Classes::PARTICLE,
    Classes::ORGANIZATION_HEAD,
    Classes::PLACE_HEAD,
    Classes::DIRECTION,
    Classes::MONTH,
    Classes::WEEKDAY,
    Classes::RELATIVE,
    Classes::FUNCTION,
    Classes::QUOTED_ORGANIZATION_HEAD,
    Classes::UNIT_NUMBER,
];

impl<'a> Evidence<'a> {
    /// Reads what all pieces of evidence need.
    #[must_use]
    pub fn read(words: &'a Words, vocabulary: &'a Vocabulary) -> Self {
        let number = |&first: &usize| {
            known(words, &words.words[first], vocabulary).map_or(0, |(_, number)| number | 1 << 15)
        };
        let of_form: Vec<u16> = words.forms.iter().map(number).collect();
        let form = |word: &Word| word.form as usize;
        let every = words.words.iter();
        let numbers = every.clone().map(|word| of_form[form(word)]).collect();
        let stand_of_form: Vec<u8> = words.forms.iter().map(|&i| stand(words, i)).collect();
        let stands = every.map(|word| stand_of_form[form(word)]).collect();
        let phrases = phrases(words);
        let (titles, heads) = (titles(words, &phrases), heads(words));
        let forms = words.forms.iter().zip(&of_form);
        let forms: Vec<Form> = forms
            .map(|(&first, &number)| Form::of(&words.words[first], number))
            .collect();
        let mut unnamed = Vec::with_capacity(words.words.len());
        for sentence in &words.sentences {
            let mut before = None;
            for i in sentence.clone() {
                let form = forms[words.words[i].form as usize];
                let near = titles[i] > 0 || heads[i] > 0;
                unnamed.push(if phrases[i] > 0 {
                    0
                } else {
                    form.unnamed(before, near)
                });
                before = Some(form);
            }
        }
        Self {
            unnamed,
            titles,
            heads,
            stands,
            topic: topic(words),
            words,
            vocabulary,
            numbers,
            phrases,
        }
    }

    /// The coarse class of every word; the last number where it has none.
    pub fn coarse(&self) -> impl Iterator<Item = usize> {
        self.numbers.iter().map(|&number| {
            if number == 0 {
                64
            } else {
                usize::from(Vocabulary::class(number)) >> 4
            }
        })
    }

    /// Whether the word at `i` is surely in no name, as the vocabulary has it; 0 is not.
    #[must_use]
    pub fn unnamed(&self, i: usize) -> u8 {
        self.unnamed[i]
    }

    /// The profile of the word at `i`: depends on the word alone.
    pub fn profile(&self, i: usize, each: &mut impl FnMut(Trait)) {
        let word = &self.words.words[i];
        let key = self.words.key(i);
        let mut say = |reach: usize, kind: u64, value: u64| {
            each(Trait {
                value: mix(value ^ (kind << 56)),
                reach,
            });
        };
        say(2, 1, shape_hash(key, word));
        let core = core(key, word, self.vocabulary);
        if core.len() < key.len() {
            say(1, 2, hash(core));
            say(1, 3, hash(&key[..key.len() - core.len()]));
        }
        affixes(core, word.kind, &mut say);
        let number = self.numbers[i];
        if number > 0 {
            let class = u64::from(Vocabulary::class(number));
            say(2, 10, class);
            say(2, 11, class >> 2);
            say(2, 12, class >> 4);
            say(2, 16, u64::from(Vocabulary::repute(number)));
        } else {
            say(1, 13, u64::from(word.kind == TokenKind::Word));
        }
        if word.classes != Classes::NONE {
            for (bit, class) in NAMES.into_iter().chain(CUES).enumerate() {
                if word.classes.any(class) {
                    say(2, 14, bit as u64);
                }
            }
        }
        say(1, 15, letter_shape(key, word));
    }

    /// The evidence at `i` that depends on several words; `sentence` is the range of its words.
    pub fn context(&self, i: usize, sentence: &std::ops::Range<usize>, each: &mut impl FnMut(u64)) {
        let mut say = |kind: u64, value: u64| each(own(mix(value ^ (kind << 56))));
        let inside = |at: Option<usize>| at.filter(|at| sentence.contains(at));
        let (before, after) = (inside(i.checked_sub(1)), inside(Some(i + 1)));
        let (second_before, second_after) = (inside(i.checked_sub(2)), inside(Some(i + 2)));
        let word = |at: Option<usize>| at.map_or(1, |i| self.words.words[i].hash);
        let (word_before, word_here, word_after) = (word(before), word(Some(i)), word(after));
        let number = |i: usize| u64::from(Vocabulary::class(self.numbers[i]));
        let class = |at: Option<usize>| at.map_or(1024, |i| number(i) >> 2);
        let (class_before, class_here, class_after) = (class(before), class(Some(i)), class(after));
        let repute =
            |at: Option<usize>| at.map_or(32, |i| u64::from(Vocabulary::repute(self.numbers[i])));
        let repute_here = repute(Some(i));
        say(52, repute(before) << 16 | class_here);
        say(53, repute_here << 16 | class_before);
        say(54, repute_here << 16 | class_after);
        let stand = |at: Option<usize>| at.map_or(0, |i| u64::from(self.stands[i]));
        let around = stand(before) << 6 | stand(Some(i)) << 3 | stand(after);
        say(
            55,
            stand(second_before) << 12 | around << 3 | stand(second_after),
        );
        say(56, around << 8 | repute_here);
        say(59, around << 10 | class_here);
        let names = names(self.words.words[i].classes);
        if names > 0 {
            say(62, self.topic << 10 | names);
            say(63, class_before << 10 | names);
        }
        say(32, lexicon::join(word_before, word_here));
        say(33, lexicon::join(word_here, word_after));
        say(34, class_before << 10 | class_here);
        say(35, class_here << 10 | class_after);
        say(38, lexicon::join(word_before, class_here));
        say(39, lexicon::join(word(second_before), word_before));
        say(40, lexicon::join(word_after, class_here));
        for (slot, at) in (0..).zip([before, Some(i), after]) {
            let phrase = at.map_or(0, |i| self.phrases[i]);
            if phrase > 0 {
                say(41 + slot, phrase);
            }
        }
        let phrase = self.phrases[i];
        say(44, phrase << 16 | class_before);
        let back = usize::from(self.titles[i]);
        if back > 0 {
            let (title, distance) = (self.words.words[i - back].core, back as u64);
            say(45, distance);
            say(46, distance << 16 | class_here);
            say(47, lexicon::join(title, distance));
        }
        let back = usize::from(self.heads[i]);
        if back > 0 {
            let (head, distance) = (self.words.words[i - back].core, back as u64);
            say(48, distance);
            say(49, distance << 16 | class_here);
            say(50, lexicon::join(head, distance));
            say(64, lexicon::join(head, around << 3 | distance));
            say(65, lexicon::join(head, class_here));
            say(66, around << 9 | repute_here << 3 | distance);
        }
    }
}

/// The evidence that a trait is for the word that reads it in its `slot`: the trait's hash, the
/// slot in its last three bits, so that the model keeps what a trait says at all distances in one
/// place.
#[must_use]
pub const fn seen_from(value: u64, slot: usize) -> u64 {
    value & !7 | slot as u64
}

/// The slot of evidence that is no trait's.
pub const OWN: usize = SLOTS;

/// Evidence that several words together give one of them.
#[must_use]
pub const fn own(value: u64) -> u64 {
    seen_from(value, OWN)
}

/// The hash of the trait that `evidence` is of, and the slot in which it is read.
pub(super) const fn trait_and_slot(evidence: u64) -> (u64, usize) {
    (evidence & !7, (evidence & 7) as usize)
}

/// The hash under which the vocabulary knows a word, or the word without its particles, and the
/// number that it has there.
#[must_use]
pub fn known(words: &Words, word: &Word, vocabulary: &Vocabulary) -> Option<(u64, u16)> {
    if word.kind == TokenKind::Number {
        return None;
    }
    let key = &words.keys[word.key.clone()];
    let get = |hash| vocabulary.get(hash).map(|number| (hash, number));
    get(word.hash)
        .or_else(|| (word.attached > 0).then(|| get(word.core)).flatten())
        .or_else(|| get(hash(core(key, word, vocabulary))))
}

/// The word without what may be particles: as the lexicon cut it, or as far as the vocabulary
/// knows the rest, or else without و.
fn core<'k>(key: &'k str, word: &Word, vocabulary: &Vocabulary) -> &'k str {
    if word.kind != TokenKind::Word || word.classes.any(Classes::WHOLE | Classes::FUNCTION) {
        return key;
    }
    if word.attached > 0 {
        return &key[word.attached..];
    }
    if word.classes != Classes::NONE
        || vocabulary.get(word.hash).is_some() && !key.starts_with("وال")
    {
        return key;
    }
    let rest = key.strip_prefix(['و', 'ف']).filter(|rest| rest.len() > 5);
    let inner = rest
        .unwrap_or(key)
        .strip_prefix(['ب', 'ل', 'ك'])
        .filter(|rest| rest.len() > 5);
    let known = |rest: &&str| vocabulary.get(hash(rest)).is_some();
    rest.filter(known)
        .or_else(|| inner.filter(known))
        .or_else(|| rest.filter(|_| key.starts_with('و')))
        .unwrap_or(key)
}

/// The hash of the word, every digit made 0.
fn shape_hash(key: &str, word: &Word) -> u64 {
    if word.kind == TokenKind::Number {
        return hash("0") ^ key.len().min(6) as u64;
    }
    word.hash
}

/// The first two and three letters and the last one to four of the word.
fn affixes(core: &str, kind: TokenKind, say: &mut impl FnMut(usize, u64, u64)) {
    if kind != TokenKind::Word {
        return;
    }
    let mut ends = core.char_indices().map(|(at, _)| at).skip(2);
    for length in 2..=3 {
        if let Some(end) = ends.next() {
            say(usize::from(length == 2), 2 + length, hash(&core[..end]));
        }
    }
    let mut starts = core.char_indices().rev().map(|(at, _)| at);
    for length in 1..=4_u64 {
        if let Some(start) = starts.next().filter(|&start| start > 0) {
            say(usize::from(length < 4), 5 + length, hash(&core[start..]));
        }
    }
}

/// Script, length and article of a word.
fn letter_shape(key: &str, word: &Word) -> u64 {
    let latin = key
        .bytes()
        .next()
        .is_some_and(|byte| byte.is_ascii_alphabetic());
    let article = key.starts_with("ال");
    let length = if word.kind == TokenKind::Word {
        (key.len() / 2).min(9)
    } else {
        0
    };
    (word.kind as u64) << 8 | u64::from(latin) << 7 | u64::from(article) << 6 | length as u64
}
