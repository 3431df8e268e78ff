//! The kinds of sentences, once all lines are seen: a heading is one by what follows it.

use super::kinds::Shape;
use super::{Sentence, SentenceKind};

/// What the kind of a line's sentences depends on.
pub(super) struct LineShape {
    /// Its shape by itself.
    pub(super) shape: Shape,
    /// Whether it is one sentence.
    pub(super) whole: bool,
    /// Whether its end closes a sentence.
    pub(super) closed: bool,
    /// Whether it ends in a question mark.
    pub(super) question: bool,
    /// Its words.
    pub(super) words: u32,
    /// The words of its first sentence.
    pub(super) first_words: u32,
    /// The place of its first sentence.
    pub(super) first: usize,
}

/// Longer lines are no headings.
const LONGEST: u32 = 12;
/// A line of at most so many words is a heading also of a text two lines on.
const BRIEF: u32 = 6;
/// A sentence with more words than this may have such a heading.
const BODY: u32 = 8;

/// Gives each of `sentences` its kind by the shapes of `lines`.
pub(super) fn assign(lines: &[LineShape], sentences: &mut [Sentence]) {
    for (place, line) in lines.iter().enumerate() {
        let kind = match line.shape {
            Shape::Ornament => SentenceKind::Ornament,
            Shape::Boilerplate => SentenceKind::Boilerplate,
            Shape::Item => SentenceKind::List,
            Shape::Lettered if beside_lettered(lines, place) => SentenceKind::List,
            _ if is_heading(line, &lines[place + 1..]) => SentenceKind::Heading,
            _ => SentenceKind::Sentence,
        };
        // What is no part of the article is none to its end; of an item only the first sentence is one.
        let end = match line.shape {
            Shape::Boilerplate => lines.get(place + 1).map_or(sentences.len(), |l| l.first),
            _ => line.first + 1,
        };
        for sentence in sentences.iter_mut().take(end).skip(line.first) {
            sentence.kind = kind;
        }
    }
}

/// Whether a neighbour of the line at `place` begins with a letter and a stop too.
fn beside_lettered(lines: &[LineShape], place: usize) -> bool {
    let lettered = |at: Option<usize>| {
        at.and_then(|at| lines.get(at))
            .is_some_and(|line| line.shape == Shape::Lettered)
    };
    lettered(place.checked_sub(1)) || lettered(Some(place + 1))
}

/// Whether `line` heads the lines `below` it: short, not closed, over a longer sentence.
fn is_heading(line: &LineShape, below: &[LineShape]) -> bool {
    let Some(next) = below.first() else {
        return false;
    };
    if !line.whole || line.closed || line.words > LONGEST {
        return false;
    }
    let over_longer = !matches!(next.shape, Shape::Item | Shape::Lettered)
        && 2 * next.first_words >= 3 * line.words;
    let over_text = line.words <= BRIEF
        && !line.question
        && below
            .iter()
            .take(2)
            .any(|line| line.shape != Shape::Boilerplate && line.first_words > BODY);
    over_longer || over_text
}
