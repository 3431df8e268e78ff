//! Which particles are attached to names, and which names only look as if one were.

use crate::clitics;
use crate::entities::EntityKind;
use crate::entities::found::Found;
use crate::entities::tagger::Tagger;
use crate::entities::vocabulary::Vocabulary;
use crate::entities::words::{Word, Words};
use crate::lexicon::Classes;
use crate::lexicon::hashing::HashedSet;
use crate::tokens::TokenKind;

/// Takes attached particles off the names: where the lexicon knows the rest, where the same name
/// stands bare in the document, or where only the rest is a frequent word.
pub(super) fn cut(words: &Words, tagger: Option<&Tagger>, found: &mut [Found]) {
    let bare: HashedSet = found
        .iter()
        .map(|name| words.words[name.words.start].hash)
        .collect();
    for name in found {
        let word = &words.words[name.words.start];
        let own = name.kind == EntityKind::Person && begins_itself(words, tagger, name.words.start);
        (name.cut, name.contracted) = if own {
            (0, false)
        } else if word.attached > 0 {
            (word.attached, word.contracted)
        } else {
            guess(words, word, &bare, tagger)
        };
    }
}

/// Whether the «ك» of the word `i` is a person's own, as what would be left without it is hardly
/// known as one: «كلوي».
fn begins_itself(words: &Words, tagger: Option<&Tagger>, i: usize) -> bool {
    let key = words.key(i);
    key.starts_with('ك')
        && !key.starts_with("كال")
        && tagger.is_none_or(|tagger| !tagger.mostly_person(words, i))
}

/// How many bytes of the word are particles, and whether its article lost its alef to them.
fn guess(words: &Words, word: &Word, bare: &HashedSet, tagger: Option<&Tagger>) -> (usize, bool) {
    if word.kind != TokenKind::Word || word.classes != Classes::NONE {
        return (0, false);
    }
    let key = &words.keys[word.key.clone()];
    let frequent = |hash: u64| tagger.is_some_and(|tagger| tagger.vocabulary.get(hash).is_some());
    let here = clitics::attached(key, |core| bare.contains(&core));
    let elsewhere = || clitics::attached(key, |core| frequent(core) && !frequent(word.hash));
    here.or_else(elsewhere).map_or((0, false), |attached| {
        (attached.length, attached.contracted)
    })
}

/// Whether a person's or place's name is one word that only looks as if a particle stood before it,
/// since raw news has the whole, and hardly ever in names: «كبرى», «وزاري».
pub(super) fn is_common(words: &Words, tagger: &Tagger, name: &Found) -> bool {
    let word = &words.words[name.words.start];
    let parted = name.words.len() == 1 && word.attached > 0 && !word.contracted;
    let whole = || tagger.vocabulary.get(word.hash);
    // ب and ل stand before places too often to be doubted without a sure sign.
    let often = words.key(name.words.start).starts_with(['ب', 'ل']);
    parted
        && match name.kind {
            EntityKind::Place if often => {
                whole().is_some_and(|number| Vocabulary::unnamed(number) > 0)
            }
            EntityKind::Person | EntityKind::Place => {
                whole().is_some() && tagger.never_named(words, name.words.start)
            }
            _ => false,
        }
}
