//! Tokens -> sentences: lines, their kinds, and where sentences end within them.

use crate::letters;
use crate::span::Span;
use crate::tokens::{Token, TokenKind};
use serde::Serialize;

mod cues;
mod ends;
mod extent;
mod headings;
mod kinds;
mod line;
mod lines;
mod lists;
mod notes;
mod quotes;
mod runon;
mod stops;
mod terminators;
mod unwrap;

use extent::Extent;
use headings::LineShape;
use line::Line;

pub(crate) use stops::is_letter_name;

/// What a sentence is in the shape of its text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SentenceKind {
    /// Running text.
    Sentence,
    /// A title or section heading.
    Heading,
    /// An item with a bullet or enumerator.
    List,
    /// A byline, caption, share line or "read also" line.
    Boilerplate,
    /// No letter and no digit.
    Ornament,
}

/// A sentence as it was cut.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// Where it stands, without white space around it.
    pub span: Span,
    /// Its first token.
    pub token_start: usize,
    /// The token after its last.
    pub token_end: usize,
    /// What it is.
    pub kind: SentenceKind,
    /// The block between empty lines that it stands in, counted from 0.
    pub paragraph: usize,
    /// Whether its end is a cut we made in a run-on sentence.
    pub soft: bool,
}

/// Cuts `text` into sentences that tile it but for white space and lines that show nothing.
#[must_use]
pub fn split(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut shapes = Vec::new();
    let words = tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
        .map(|token| token.span.of(text));
    let egyptian_ya = letters::egyptian_ya(words);
    for extent in lines::find(text, tokens) {
        let line = Line::new(text, &tokens[extent.start..extent.end], egyptian_ya);
        let first = sentences.len();
        let first_words = cut(&line, &extent, &mut sentences);
        let whole = sentences.len() == first + 1;
        shapes.push(LineShape {
            shape: kinds::shape(&line, whole),
            whole,
            closed: kinds::is_closed(&line),
            question: matches!(kinds::last_mark(&line), '؟' | '?'),
            words: line.words_between(0, line.tokens.len()),
            first_words,
            first,
        });
    }
    headings::assign(&shapes, &mut sentences);
    sentences
}

/// Adds the sentences of `line`, which stands at `extent`; gives the words of the first.
fn cut(line: &Line, extent: &Extent, sentences: &mut Vec<Sentence>) -> u32 {
    let mut start = 0;
    let mut first_words = None;
    for end in ends::find(line).into_iter().chain([line.tokens.len()]) {
        let mut piece = start;
        for cut in runon::cuts(line, start, end) {
            push(line, extent, piece, cut, true, sentences);
            piece = cut;
        }
        push(line, extent, piece, end, false, sentences);
        first_words.get_or_insert(line.words_between(start, end));
        start = end;
    }
    first_words.unwrap_or(0)
}

/// Adds the sentence from token `start` to `end` of `line`, without the white space around it.
fn push(
    line: &Line,
    extent: &Extent,
    mut start: usize,
    mut end: usize,
    soft: bool,
    sentences: &mut Vec<Sentence>,
) {
    while start < end && line.is_blank(start) {
        start += 1;
    }
    while start < end && line.is_blank(end - 1) {
        end -= 1;
    }
    if start < end {
        let silent = !line.has_word(start, end);
        sentences.push(Sentence {
            span: Span::new(line.tokens[start].span.start, line.tokens[end - 1].span.end),
            token_start: extent.start + start,
            token_end: extent.start + end,
            kind: if silent {
                SentenceKind::Ornament
            } else {
                SentenceKind::Sentence
            },
            paragraph: extent.paragraph,
            soft,
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::document::Document;

    /// How many sentences `text` has.
    fn count(text: &str) -> usize {
        Document::read(text).sentences.len()
    }

    #[test]
    fn final_ya_is_read_as_the_writer_writes_it() {
        // The relative pronoun goes on with the sentence; so does على, but علي is a man.
        let relative = |pronoun: &str| format!("ولد سنة 1950 م. {pronoun} شهدت الثورة.");
        assert_eq!(count(&relative("التي")), 1);
        assert_eq!(count(&relative("التى")), 2, "no Egyptian by one word");
        assert_eq!(count(&format!("فى القاهرة {}", relative("التى"))), 1);
        assert_eq!(count("سافر فى سنة 1950 م. على متن سفينة."), 1);
        assert_eq!(count("سافر في سنة 1950 م. على متن سفينة."), 1);
        assert_eq!(count("سافر في سنة 1950 م. علي وأخوه."), 2);
    }
}
