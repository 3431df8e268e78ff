//! Where sentences end within a line: terminators, and what stands around them.

use super::line::Line;
use super::terminators::{Stop, is_terminator};
use super::{lists, stops};

/// After each of these tokens of `line` a sentence ends. The end of the line is not among them.
pub(super) fn find(line: &Line) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < line.tokens.len() {
        if !is_terminator(line, at) {
            at += 1;
            continue;
        }
        let stop = Stop::read(line, at);
        if line.next_visible(stop.end) == line.tokens.len() {
            break;
        }
        if ends_sentence(line, start, &stop) {
            ends.push(stop.end);
            start = stop.end;
        }
        at = stop.end;
    }
    ends
}

/// Whether a sentence that began with token `start` ends with `stop`, which is not the line's end.
fn ends_sentence(line: &Line, start: usize, stop: &Stop) -> bool {
    let next = line.next_visible(stop.end);
    if line.is_guarded(stop.end) || stop.comment {
        return false;
    }
    if matches!(line.first(next), '،' | '؛' | ',' | ':' | ';' | ')') {
        return false;
    }
    if stop.others == 0 && stop.dots > 1 && !ellipsis_ends(line, start, stop) {
        return false;
    }
    if stop.others == 0 && stop.dots == 1 && line.piece(next).starts_with('.') {
        // The slip «. .» ends at its second stop.
        return false;
    }
    if let Some(closer) = stop.closer {
        return closer_ends(line, start, stop, next, closer);
    }
    if stop.is_full_stop() {
        return stops::ends(line, start, stop, next);
    }
    !is_shouting_name(line, stop, next)
}

/// Whether the exclamation mark belongs to a name, as in «على ياهو! في صفقة»: one that a
/// preposition or a noun like company leads, with the sentence going on after it.
fn is_shouting_name(line: &Line, stop: &Stop, next: usize) -> bool {
    let lists = lists::abbreviations();
    let shout = stop.first == '!' && stop.others == 1 && stop.dots == 0 && line.is_blank(stop.end);
    if !shout || !lists.clippers.contains(&line.word(next)) {
        return false;
    }
    let Some(name) = line.last_visible(stop.start) else {
        return false;
    };
    let led = line
        .last_visible(name)
        .is_some_and(|before| lists.name_leaders.contains(&line.word(before)));
    let word = line.word(name);
    lists.shouting_names.contains(&word)
        || (led && !word.starts_with("ال") && !line.piece(name).ends_with(['\u{64b}', 'ة']))
}

/// How many words must stand on both sides of an ellipsis that ends a sentence.
const ELLIPSIS_SIDE: u32 = 6;

/// Whether dots end a sentence: two are a pause, more may end it between two long parts.
fn ellipsis_ends(line: &Line, start: usize, stop: &Stop) -> bool {
    let quoted =
        stop.start > 0 && line.partner[stop.start - 1].is_some_and(|close| close >= stop.start);
    if stop.dots == 2 || quoted {
        return false;
    }
    let right = (stop.end..line.tokens.len())
        .find(|&at| is_terminator(line, at))
        .unwrap_or(line.tokens.len());
    stop.closer.is_some()
        || (line.words_between(start, stop.start) >= ELLIPSIS_SIDE
            && line.words_between(stop.end, right) >= ELLIPSIS_SIDE)
}

/// Whether a sentence ends where `closer` follows its terminator and `next` comes after: not where
/// the words go on with what the quotation or parenthesis was part of.
fn closer_ends(line: &Line, start: usize, stop: &Stop, next: usize, closer: usize) -> bool {
    let lists = lists::abbreviations();
    let word = line.word(next);
    if lists.continuers.contains(&word) || lists.reporters.contains(&word) {
        return false;
    }
    if matches!(line.first(closer), ')' | ']' | '}' | '﴾' | '﴿') {
        // An aside (like this!) goes on; a sentence in brackets of its own does not.
        let aside = line.partner[closer].is_some_and(|open| {
            line.last_visible(open)
                .is_some_and(|before| before >= start)
        });
        return !aside || stops::opens(line, next);
    }
    let exclaimed = stop.others > 0 && matches!(word.as_str(), "وهو" | "وهي" | "وهم");
    !(exclaimed || word == "ثم" || (word.starts_with('ف') && word.chars().count() > 3))
}
