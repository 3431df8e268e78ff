//! Dates, times, numbers, percentages, money and measures: what has a grammar of its own.

mod clock;
mod dates;
mod numerals;
mod quantities;
mod reader;

use super::EntityKind;
use super::found::Found;
use super::words::Words;
use crate::document::Document;
use reader::Reader;

/// Finds every quantity and date: ascending, never overlapping, none over a sentence's end.
pub(super) fn find(document: &Document, words: &Words) -> Vec<Found> {
    let mut found = Vec::new();
    let whole = Reader {
        document,
        words,
        start: 0,
        end: words.words.len(),
    };
    // Words of one form all begin a pattern or none.
    let may_begin = |&first: &usize| whole.may_begin(first);
    let may_begin: Vec<bool> = words.forms.iter().map(may_begin).collect();
    for sentence in &words.sentences {
        let reader = Reader {
            document,
            words,
            start: sentence.start,
            end: sentence.end,
        };
        let mut i = sentence.start;
        while i < sentence.end {
            let may_begin = may_begin[words.words[i].form as usize];
            if let Some(next) = may_begin.then(|| at(&reader, i)).flatten() {
                i = next.words.end;
                found.push(next);
            } else {
                i += 1;
            }
        }
    }
    found
}

/// The pattern that begins at the word `i`; a clock time before a date before a quantity.
fn at(reader: &Reader, i: usize) -> Option<Found> {
    let number = numerals::numeral(reader, i);
    let time = clock::time(reader, i).map(|end| (EntityKind::Time, end));
    let kind_and_end = time
        .or_else(|| dates::date(reader, i, number.as_ref()).map(|end| (EntityKind::Date, end)))
        .or_else(|| quantities::quantity(reader, i, number.as_ref()));
    let (kind, end) = kind_and_end?;
    let contracted = reader.words.words[i].contracted;
    Some(Found {
        words: i..end,
        cut: reader.cut(i),
        contracted,
        kind,
    })
}

#[cfg(test)]
mod tests;
