//! The cues that tell what a line is, read from the text file beside this one.

use super::line::Line;
use super::lists;
use std::collections::HashMap;
use std::sync::OnceLock;

/// A token of a line, and the match key of the word there.
pub(super) type Head = (usize, String);

/// Where `line` begins, quotes and brackets aside, and the key of the word there.
pub(super) fn head(line: &Line) -> Head {
    past(line, line.next_visible(0), "")
}

/// Where `line` goes on from the visible token `at`, quotes, brackets and `marks` aside.
pub(super) fn past(line: &Line, mut at: usize, marks: &str) -> Head {
    let wraps = |c: char| matches!(c, '"' | '«' | '“' | '(' | '[') || marks.contains(c);
    while wraps(line.first(at)) {
        at = line.next_visible(at + 1);
    }
    (at, line.word(at))
}

/// Where the longest cue of `list` ends that stands at the `head` of `line`.
pub(super) fn starts(line: &Line, (at, first): &Head, list: &str) -> Option<usize> {
    let cues = cues().get(list).into_iter().flatten();
    cues.filter_map(|cue| stands(line, *at, first, cue)).max()
}

/// The cues, each as the match keys of its words.
pub(super) fn cues() -> &'static HashMap<&'static str, Vec<Vec<String>>> {
    static CUES: OnceLock<HashMap<&'static str, Vec<Vec<String>>>> = OnceLock::new();
    CUES.get_or_init(|| {
        let keys = |phrase: &str| phrase.split('_').map(lists::key).collect();
        let lists = lists::read(include_str!("boilerplate.txt")).into_iter();
        lists
            .map(|(name, phrases)| (name, phrases.into_iter().map(keys).collect()))
            .collect()
    })
}

/// Where `phrase` ends that stands at token `at`, the key of which is `first`.
pub(super) fn stands(line: &Line, mut at: usize, first: &str, phrase: &[String]) -> Option<usize> {
    let (head, rest) = phrase.split_first()?;
    if first != head {
        return None;
    }
    for word in rest {
        at = line.next_visible(at + 1);
        if line.word(at) != *word {
            return None;
        }
    }
    Some(at + 1)
}
