//! Whether a full stop ends a sentence, or belongs to a title, initial, number or abbreviation.

use super::line::Line;
use super::lists::{Abbreviations, abbreviations};
use super::terminators::Stop;
use crate::letters;
use crate::lexicon;
use crate::tokens::TokenKind;

/// Whether the sentence that began with token `start` ends with the full stop `stop`; `next` is
/// the next visible token, which exists.
pub(super) fn ends(line: &Line, start: usize, stop: &Stop, next: usize) -> bool {
    // A stop with nothing of its own before it belongs to what follows.
    let Some(left) = line.last_visible(stop.start).filter(|&left| left >= start) else {
        return false;
    };
    if !line.is_blank(stop.end) {
        return ends_unspaced(line, start, left, stop, next);
    }
    let lists = abbreviations();
    if line.first(next).is_lowercase() && !letters::is_arabic(line.first(left)) {
        return false;
    }
    if lists.domains.contains(&line.word(next)) {
        // «العربية. نت»
        return false;
    }
    match line.kind(left) {
        TokenKind::Number
            if line.kind(next) == TokenKind::Number && line.is_parted(left, stop.start) =>
        {
            // Scores and figures in a row: «6-2 . 6-3»
            false
        }
        TokenKind::Number => number_ends(line, start, left, next),
        TokenKind::Word => word_ends(line, lists, left, next),
        _ => true,
    }
}

/// Whether a stop without a space after it ends a sentence: only where whole words stand on both
/// sides.
fn ends_unspaced(line: &Line, start: usize, left: usize, stop: &Stop, next: usize) -> bool {
    let spaced = line.is_parted(left, stop.start);
    if is_spelled(&line.word(left)) {
        // «بي.بي.سي», «إس.سوريش»
        let opens = opens(line, next) && !lexicon::is_name(lexicon::hash(&line.word(next)));
        return opens && !is_spelled(&line.word(next));
    }
    let letters = match line.kind(left) {
        // «ت.س.إليوت», «أ.ف.ب.وقال»
        TokenKind::Word if is_acronym(&line.word(left)) => return opens(line, next),
        TokenKind::Word => letter_count(&line.word(left)),
        TokenKind::Number if is_plain(line.piece(left)) => {
            return !spaced
                && !is_enumerator(line, start, left)
                && letter_count(&line.word(next)) > 1
                && opens(line, next);
        }
        // A number with its sign, an address, a closing bracket.
        _ => 2,
    };
    if letters < 2 || abbreviations().titles.contains(&line.word(left)) {
        return false;
    }
    match line.kind(next) {
        TokenKind::Word => {
            letters::is_alphabetic(line.first(next))
                && letters::is_arabic(line.first(next))
                && (letter_count(&line.word(next)) > 1 || opens(line, next))
        }
        TokenKind::Number => {
            !spaced
                && letters > 2
                && line
                    .piece(left)
                    .chars()
                    .next_back()
                    .is_some_and(|c| letters::is_arabic(c) || letters::is_mark(c))
        }
        TokenKind::Punctuation => match line.first(next) {
            '"' | '«' | '“' | '\'' => line.partner[next].is_none_or(|partner| partner > next),
            '-' | '–' | '—' | '•' | '*' => line.is_blank(next + 1),
            _ => false,
        },
        TokenKind::Hashtag | TokenKind::Handle => true,
        _ => false,
    }
}

/// Whether a number before a stop and a space ends a sentence: not when it counts an item.
fn number_ends(line: &Line, start: usize, left: usize, next: usize) -> bool {
    let digits = line.piece(left);
    if !is_plain(digits) {
        return true;
    }
    if is_enumerator(line, start, left) || in_series(line, left) {
        return false;
    }
    // «المادة 5. لكل مواطن», «القسم 2.1. أحكام»
    let noun = line.last_visible(left);
    let named = noun.is_some_and(|noun| abbreviations().sections.contains(&line.word(noun)));
    let heads =
        noun.is_some_and(|noun| line.last_visible(noun).is_none_or(|before| before < start));
    !(named && (heads || digits.contains(['.', '٫'])) && !opens(line, next))
}

/// Whether `digits` is a bare number, with dots at most.
fn is_plain(digits: &str) -> bool {
    digits
        .chars()
        .all(|c| letters::digit(c).is_some() || matches!(c, '.' | '٫'))
}

/// Whether the number at `left` counts an item: at the sentence's start or after a colon.
fn is_enumerator(line: &Line, start: usize, left: usize) -> bool {
    line.last_visible(left)
        .is_none_or(|before| before < start || line.first(before) == ':')
}

/// Whether the number at `left` is one of a series 1. 2. 3. that counts the items of its line.
fn in_series(line: &Line, left: usize) -> bool {
    line.counters
        .get_or_init(|| counters(line))
        .binary_search(&left)
        .is_ok()
}

/// The numbers of `line` that count items: 1. and 2. and so on, at least two.
fn counters(line: &Line) -> Vec<usize> {
    let mut counters = Vec::new();
    for at in 0..line.tokens.len().saturating_sub(2) {
        let digits = || line.piece(at).chars();
        if line.kind(at) == TokenKind::Number
            && digits().count() < 3
            && line.piece(at + 1) == "."
            && line.is_blank(at + 2)
        {
            let value = digits().try_fold(0, |value, c| {
                Some(value * 10 + usize::from(letters::digit(c)?))
            });
            if value == Some(counters.len() + 1) {
                counters.push(at);
            }
        }
    }
    if counters.len() < 2 {
        counters.clear();
    }
    counters
}

/// Whether the word at `left` before a stop and a space ends a sentence.
fn word_ends(line: &Line, lists: &Abbreviations, left: usize, next: usize) -> bool {
    let word = line.word(left);
    let follower = line.word(next);
    let leans = lists.continuers.contains(&follower);
    let before = line.last_visible(left);
    let number_before = before.is_some_and(|before| line.kind(before) == TokenKind::Number);
    if lists.eras.contains(&word) {
        return opens(line, next);
    }
    if is_acronym(&word) {
        return opens(line, next) && !lists.ranks.contains(&word);
    }
    if letter_count(&word) == 1 && !word.contains(|c: char| c.is_ascii_digit()) {
        return letter_ends(line, lists, left, next);
    }
    if is_spelled(&word) {
        // «سي إن إن.» is a whole name; «آر. آر. تولكين» are initials.
        let whole = before.is_some_and(|before| is_spelled(&line.word(before)));
        return whole || (opens(line, next) && !lexicon::is_name(lexicon::hash(&follower)));
    }
    if lists.titles.contains(&word) || is_title_with_particle(&word) {
        return false;
    }
    if lists.tails.contains(&word) {
        return !leans;
    }
    if lists.units.contains(&word) {
        let leans = leans || lists.directions.contains(&follower);
        return !leans && (number_before || opens(line, next) || follower.is_empty());
    }
    true
}

/// Whether a single letter before a stop and a space ends a sentence; most are initials and titles.
fn letter_ends(line: &Line, lists: &Abbreviations, left: usize, next: usize) -> bool {
    let letter = line.word(left);
    let follower = line.word(next);
    let Some(before) = line.last_visible(left) else {
        return false;
    };
    if line.kind(before) == TokenKind::Number {
        // «1948 م. فقد كان», «505 هـ.», «9 ص.»
        return lists.short_units.contains(&letter) && !lists.continuers.contains(&follower);
    }
    if line.first(before) == '/' && !line.is_parted(before, left) {
        // «30 كلم/س.»
        return !lists.continuers.contains(&follower);
    }
    if line.piece(before) == "." && letter == "م" {
        // «8000 ق. م. عندما»
        let era = line
            .last_visible(before)
            .is_some_and(|at| line.word(at) == "ق");
        return era && opens(line, next);
    }
    if lists.categories.contains(&line.word(before)) {
        return opens(line, next) || follower == "ثم";
    }
    // «ث، ذ.»
    let comma = |at: Option<usize>| at.filter(|&at| matches!(line.first(at), '،' | ','));
    let single = |at: Option<usize>| at.filter(|&at| letter_count(&line.word(at)) == 1);
    let last = single(comma(Some(before)).and_then(|comma| line.last_visible(comma)));
    single(
        comma(last.and_then(|at| line.last_visible(at))).and_then(|comma| line.last_visible(comma)),
    )
    .is_some()
}

/// Whether `word` is the name of a Latin letter: «سي», «إتش».
pub(crate) fn is_letter_name(word: &str) -> bool {
    abbreviations().letters.contains(word)
}

/// Whether `word` is the name of a Latin letter, perhaps with و before it.
fn is_spelled(word: &str) -> bool {
    is_letter_name(word) || word.strip_prefix('و').is_some_and(is_letter_name)
}

/// Whether `word` is a particle before a title's letter, as in ود. ليلى.
fn is_title_with_particle(word: &str) -> bool {
    matches!(word, "ود" | "لد" | "بد" | "وأ" | "وا" | "وم")
}

/// Whether all parts of `word` between its dots are single letters.
fn is_acronym(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.chars().count() == 1)
}

/// Whether the word at `at` may open a sentence by its و or ف, attached or, as some write it, apart.
pub(super) fn opens(line: &Line, at: usize) -> bool {
    let word = line.word(at);
    if word == "و" {
        return line.is_blank(at + 1) && letter_count(&line.word(line.next_visible(at + 1))) > 1;
    }
    word.strip_prefix(['و', 'ف'])
        .is_some_and(|rest| letter_count(rest) > 1)
}

fn letter_count(word: &str) -> usize {
    word.chars().filter(|&c| letters::is_alphabetic(c)).count()
}
