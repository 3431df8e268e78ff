//! Which particles are attached to names.

use crate::clitics;
use crate::entities::EntityKind;
use crate::entities::found::Found;
use crate::entities::tagger::Tagger;
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
