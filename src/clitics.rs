//! The grammar of attached particles: و ف before ب ل ك before ال before the word itself.
//!
//! Which reading is right only a list of known words can tell: وليد is a name, وموسكو is و and a
//! name. So every reading is offered to the caller's list, the plainest first.

use crate::lexicon;

/// The longest word with its article restored, in bytes; no name is longer.
const LONGEST: usize = 64;

/// How a word is read: what is attached, and the word without it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Attached {
    /// How many bytes of the folded key are attached particles.
    pub length: usize,
    /// The hash of the word without them, its article restored.
    pub core: u64,
    /// Whether the word's article lost its alef to ل: للكرملين is ل and الكرملين.
    pub contracted: bool,
}

/// The first reading of the folded `key` whose core `known` accepts, with at least one particle
/// attached; one particle before two, و and ف before ب ل ك.
pub fn attached(key: &str, mut known: impl FnMut(u64) -> bool) -> Option<Attached> {
    let first = conjunction(key);
    let second = first.map_or(key, |rest| rest);
    first
        .and_then(|rest| reading(key, rest, false, &mut known))
        .or_else(|| preposition(second).and_then(|(rest, lam)| reading(key, rest, lam, &mut known)))
        .or_else(|| preposition(key).and_then(|(rest, lam)| reading(key, rest, lam, &mut known)))
}

/// The rest of `key` after و or ف.
fn conjunction(key: &str) -> Option<&str> {
    key.strip_prefix(['و', 'ف']).filter(|rest| rest.len() > 2)
}

/// The rest of `key` after ب ل ك, and whether it was ل.
fn preposition(key: &str) -> Option<(&str, bool)> {
    key.strip_prefix(['ب', 'ك'])
        .map(|rest| (rest, false))
        .or_else(|| key.strip_prefix('ل').map(|rest| (rest, true)))
        .filter(|(rest, _)| rest.len() > 2)
}

/// Reads `rest`, what stands in `key` after particles, the last of them ل where `lam` says so.
fn reading(
    key: &str,
    rest: &str,
    lam: bool,
    known: &mut impl FnMut(u64) -> bool,
) -> Option<Attached> {
    let length = key.len() - rest.len();
    if let Some(core) = contracted(rest).filter(|_| lam).filter(|&core| known(core)) {
        return Some(Attached {
            length,
            core,
            contracted: true,
        });
    }
    let core = lexicon::hash(rest);
    known(core).then_some(Attached {
        length,
        core,
        contracted: false,
    })
}

/// The hash of ال and what stands after the ل of `rest`.
fn contracted(rest: &str) -> Option<u64> {
    let stem = rest.strip_prefix('ل')?;
    let mut buffer = [0; LONGEST];
    let length = "ال".len() + stem.len();
    buffer
        .get_mut(.."ال".len())?
        .copy_from_slice("ال".as_bytes());
    buffer
        .get_mut("ال".len()..length)?
        .copy_from_slice(stem.as_bytes());
    std::str::from_utf8(&buffer[..length])
        .ok()
        .map(lexicon::hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_attached() {
        let names = [
            "موسكو",
            "لبنان",
            "الكرملين",
            "وليد",
            "واشنطن",
            "ليبيا",
            "الكويت",
            "بكين",
        ];
        for (key, length, core, contracted) in [
            ("وموسكو", 2, "موسكو", false),
            ("ولبنان", 2, "لبنان", false),
            ("للبنان", 2, "لبنان", false),
            ("للكرملين", 2, "الكرملين", true),
            ("وللكرملين", 4, "الكرملين", true),
            ("والكرملين", 2, "الكرملين", false),
            ("وبالكويت", 4, "الكويت", false),
            ("لواشنطن", 2, "واشنطن", false),
            ("لليبيا", 2, "ليبيا", false),
            ("ولبكين", 4, "بكين", false),
        ] {
            let found = attached(key, |hash| {
                names.iter().any(|name| lexicon::hash(name) == hash)
            });
            assert_eq!(
                found,
                Some(Attached {
                    length,
                    core: lexicon::hash(core),
                    contracted
                }),
                "{key}"
            );
        }
    }

    #[test]
    fn leaves_alone_what_is_not_known() {
        for key in ["وحده", "و", "ل", "", "لجنه", "كتاب"] {
            assert_eq!(
                attached(key, |hash| hash == lexicon::hash("موسكو")),
                None,
                "{key}"
            );
        }
    }
}
