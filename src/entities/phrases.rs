//! Which words stand in known names of several words.

use super::name_classes::{NAMES, names};
use super::words::Words;
use crate::lexicon::Classes;

/// For each word its place in the longest known name of several words that begins there, and what
/// that name is.
pub(super) fn phrases(words: &Words) -> Vec<u64> {
    let wanted = NAMES
        .iter()
        .fold(Classes::NONE, |all, class| all.or(*class))
        .or(Classes::EVENT)
        .or(Classes::TITLE);
    let mut phrases = vec![0; words.words.len()];
    for sentence in &words.sentences {
        let mut i = sentence.start;
        while i < sentence.end {
            match words.phrase(i..sentence.end, wanted) {
                Some((end, classes)) => {
                    let what = names(classes)
                        | u64::from(classes.any(Classes::EVENT)) << 8
                        | u64::from(classes.any(Classes::TITLE)) << 9;
                    let count = end - i;
                    for (place, phrase) in phrases[i..end].iter_mut().enumerate() {
                        let place = u64::from(place > 0) | u64::from(place + 1 == count) << 1;
                        *phrase = what << 2 | place | 1 << 12 | u64::from(count > 1) << 13;
                    }
                    i = end;
                }
                None => i += 1,
            }
        }
    }
    phrases
}
