//! Soft cuts: where a run-on sentence is cut though no mark ends it.

use super::line::Line;
use super::lists;
use crate::tokens::TokenKind;
use std::sync::OnceLock;

/// A sentence with more words than this is cut at its commas.
const RUN_ON: u32 = 45;
/// Both pieces have at least this many words then.
const LEAST: u32 = 12;
/// A piece with more words than this is cut before a strong opener even without a comma.
const FAR_TOO_LONG: u32 = 80;
/// Both pieces have at least this many words then.
const LEAST_UNMARKED: u32 = 20;

/// The tokens of `line` before which the sentence from `start` to `end` is to be cut, in order.
pub(super) fn cuts(line: &Line, start: usize, end: usize) -> Vec<usize> {
    if line.words_between(start, end) <= RUN_ON {
        return Vec::new();
    }
    let mut cuts = Vec::new();
    let mut piece = start;
    for cut in at_commas(line, start, end).into_iter().chain([end]) {
        cuts.extend(before_openers(line, piece, cut));
        if cut < end {
            cuts.push(cut);
        }
        piece = cut;
    }
    cuts
}

/// The tokens after a semicolon, or after a comma that an opener follows, outside quotes.
fn at_commas(line: &Line, start: usize, end: usize) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut last = start;
    for at in start..end {
        if line.kind(at) != TokenKind::Punctuation || line.is_enclosed(at) {
            continue;
        }
        let mark = line.first(at);
        let next = line.next_visible(at + 1);
        let opens = match mark {
            '؛' => true,
            '،' | ',' => is_opener(line, next, &openers().after_comma),
            _ => false,
        };
        if opens
            && next < end
            && line.words_between(last, at) >= LEAST
            && line.words_between(next, end) >= LEAST
        {
            cuts.push(next);
            last = next;
        }
    }
    cuts
}

/// The tokens where a strong opener stands without a comma, in a piece that is far too long.
fn before_openers(line: &Line, start: usize, end: usize) -> Vec<usize> {
    let mut cuts = Vec::new();
    if line.words_between(start, end) <= FAR_TOO_LONG {
        return cuts;
    }
    let mut last = start;
    for at in start + 1..end {
        if line.kind(at) == TokenKind::Word
            && line.is_blank(at - 1)
            && !line.is_enclosed(at)
            && line.words_between(last, at) >= LEAST_UNMARKED
            && line.words_between(at, end) >= LEAST_UNMARKED
            && is_opener(line, at, &openers().anywhere)
        {
            cuts.push(at);
            last = at;
        }
    }
    cuts
}

/// What opens a clause: a word, or two in a row; each with any ending, or as it is.
type Openers = Vec<(Pattern, Option<Pattern>)>;

struct Pattern {
    key: String,
    any_ending: bool,
}

impl Pattern {
    fn read(word: &str) -> Self {
        Self {
            key: lists::key(word.trim_end_matches('*')),
            any_ending: word.ends_with('*'),
        }
    }

    fn matches(&self, word: &str) -> bool {
        if self.any_ending {
            word.starts_with(&self.key)
        } else {
            word == self.key
        }
    }
}

struct Lists {
    after_comma: Openers,
    anywhere: Openers,
}

fn openers() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| {
        let lists = lists::read(include_str!("openers.txt"));
        let read = |name| {
            let words = lists.get(name).into_iter().flatten();
            words.map(|word| match word.split_once('_') {
                Some((first, second)) => (Pattern::read(first), Some(Pattern::read(second))),
                None => (Pattern::read(word), None),
            })
        };
        Lists {
            after_comma: read("after a comma").collect(),
            anywhere: read("anywhere").collect(),
        }
    })
}

/// Whether one of `openers` stands at token `at`.
fn is_opener(line: &Line, at: usize, openers: &Openers) -> bool {
    let mut at = at;
    let mut word = line.word(at);
    if word.is_empty() {
        return false;
    }
    if word == "و" && line.is_blank(at + 1) {
        // «و قال» is وقال.
        at = line.next_visible(at + 1);
        word += &line.word(at);
    }
    let second = line.word(line.next_visible(at + 1));
    openers.iter().any(|(first, then)| {
        first.matches(&word) && then.as_ref().is_none_or(|then| then.matches(&second))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    /// Where a sentence without a mark is cut, of twice 45 words about `middle`.
    fn pieces(middle: &str) -> usize {
        let many = "عمل المهندسون في ورشة الميناء القديم حتى ساعة متأخرة من كل ليلة ".repeat(4);
        let text = format!("{many}{middle} {many}");
        Document::read(&text).sentences.len()
    }

    #[test]
    fn an_unmarked_cut_needs_an_opener_that_is_nothing_else() {
        for clause in [
            "إلا أن السفن تأخرت",
            "كما أنهم أصلحوا السور",
            "بيد أن الماء ارتفع",
        ] {
            assert_eq!(pieces(clause), 2, "{clause}");
        }
        for phrase in [
            "فما رأوا غير السور",
            "فما بقي إلا السور",
            "كما تعمل الآلات",
            "وهم يمسكون بيد الريح",
        ] {
            assert_eq!(pieces(phrase), 1, "{phrase}");
        }
    }

    #[test]
    fn both_lists_have_their_words() {
        assert!(
            openers()
                .after_comma
                .iter()
                .any(|(first, then)| first.key == "غير"
                    && then.as_ref().is_some_and(|then| then.key == "أن"))
        );
        assert!(
            openers()
                .anywhere
                .iter()
                .any(|(first, then)| first.key == "وقد" && then.is_none())
        );
    }
}
