//! Percentages, money, measures, durations and plain numbers: a number and what follows it.

use super::numerals::Numeral;
use super::reader::Reader;
use crate::entities::EntityKind;
use crate::lexicon::Classes;
use crate::tokens::TokenKind;

/// The quantity that begins at the word `i`, whose number phrase is `number`.
pub(super) fn quantity(
    reader: &Reader,
    i: usize,
    number: Option<&Numeral>,
) -> Option<(EntityKind, usize)> {
    let Some(number) = number else {
        return symbol_first(reader, i)
            .or_else(|| part_of_point(reader, i))
            .or_else(|| dual(reader, i));
    };
    let end = number.end;
    if reader.key(i).ends_with(['%', '٪']) {
        return Some((EntityKind::Percent, i + 1));
    }
    if let Some(end) = percent(reader, end) {
        return Some((EntityKind::Percent, end));
    }
    if let Some(end) = money(reader, end) {
        return Some((EntityKind::Money, end));
    }
    if let Some(end) = measure(reader, end, number) {
        return Some((EntityKind::Measure, end));
    }
    (number.alone && !enumerator(reader, i, number)).then_some((EntityKind::Number, end))
}

/// The end of a percent sign or phrase at the word `i`.
fn percent(reader: &Reader, i: usize) -> Option<usize> {
    if matches!(reader.key(i), "%" | "٪") {
        return Some(i + 1);
    }
    reader.phrase(i, Classes::PERCENT)
}

/// The end of a currency at the word `i`.
fn money(reader: &Reader, i: usize) -> Option<usize> {
    if sign(reader, i) {
        return Some(i + 1);
    }
    let end = reader.bare_phrase(i, Classes::CURRENCY)?;
    if reader.bare(end).any(Classes::CURRENCY_TAIL) {
        return Some(end + 1);
    }
    let adjective = reader
        .bare_phrase(end, Classes::NATIONALITY)
        .filter(|_| !reader.key(end).starts_with("ال"));
    Some(adjective.unwrap_or(end))
}

/// Whether the word `i` is the sign or code of a currency.
fn sign(reader: &Reader, i: usize) -> bool {
    const CODES: [&str; 28] = [
        "usd", "eur", "gbp", "sar", "aed", "egp", "kwd", "qar", "omr", "bhd", "jod", "lbp", "iqd",
        "dzd", "tnd", "mad", "lyd", "sdg", "yer", "syp", "ils", "try", "rub", "cny", "jpy", "ر.س",
        "د.ا", "د.ك",
    ];
    let key = reader.key(i);
    if key.len() > "د.ك".len() {
        return false;
    }
    CODES.contains(&key)
        || (key.chars().count() == 1
            && key.chars().all(|c| {
                matches!(
                    c,
                    '$' | '€' | '£' | '¥' | '₪' | '₺' | '₽' | '₹' | '﷼' | '₴' | '₩' | '₿'
                )
            }))
}

/// «$ 5 ملايين», «%25»: the sign before the number.
fn symbol_first(reader: &Reader, i: usize) -> Option<(EntityKind, usize)> {
    let one_token = reader.key(i).strip_prefix(['%', '٪']);
    if one_token.is_some_and(|digits| digits.starts_with(|c: char| c.is_ascii_digit())) {
        return Some((EntityKind::Percent, i + 1));
    }
    if matches!(reader.key(i), "%" | "٪") && reader.glued(i + 1) && reader.digits(i + 1).is_some()
    {
        return Some((EntityKind::Percent, i + 2));
    }
    if !sign(reader, i) {
        return None;
    }
    super::numerals::numeral(reader, i + 1)
        .filter(|number| !number.spelled)
        .map(|number| (EntityKind::Money, number.end))
}

/// «نصف نقطة مئوية», «نقطتين مئويتين»: a part of a point, or points that are two by their form.
fn part_of_point(reader: &Reader, i: usize) -> Option<(EntityKind, usize)> {
    let two = matches!(reader.core(i), "نقطتين" | "نقطتان" | "نقطتي")
        && matches!(reader.key(i + 1), "مئويتين" | "مئويتان" | "اساس");
    if two {
        return Some((EntityKind::Percent, i + 2));
    }
    if !reader.classes(i).any(Classes::FRACTION) {
        return None;
    }
    let end = reader.phrase(i, Classes::FRACTION)?;
    let percent = reader.bare_phrase(end, Classes::PERCENT)?;
    Some((EntityKind::Percent, percent))
}

/// A unit that is two by its own form: كيلومترين, دولارين.
fn dual(reader: &Reader, i: usize) -> Option<(EntityKind, usize)> {
    let key = reader.core(i);
    if !key.ends_with("ين") || key.len() < 10 {
        return None;
    }
    let classes = reader.classes(i);
    if classes.any(Classes::CURRENCY) {
        let end = money_from_core(reader, i);
        return Some((EntityKind::Money, end));
    }
    classes
        .any(Classes::UNIT)
        .then(|| (EntityKind::Measure, tails(reader, i + 1)))
}

fn money_from_core(reader: &Reader, i: usize) -> usize {
    let adjective = reader
        .bare_phrase(i + 1, Classes::NATIONALITY)
        .filter(|_| !reader.key(i + 1).starts_with("ال"));
    adjective.unwrap_or(i + 1)
}

/// The end of a unit and what follows it at the word `i`.
fn measure(reader: &Reader, i: usize, number: &Numeral) -> Option<usize> {
    let end = reader.bare_phrase(i, Classes::UNIT | Classes::WEAK_UNIT)?;
    let ambiguous = matches!(
        reader.key(i),
        "م" | "مل" | "مم" | "قدم" | "ميل" | "طن" | "عقده" | "حصان"
    );
    if ambiguous && number.spelled && !number.scaled && reader.key(i) == "م" {
        return None;
    }
    Some(tails(reader, end))
}

/// The end of powers and rates from the word `i` on.
fn tails(reader: &Reader, mut i: usize) -> usize {
    while let Some(end) = reader.bare_phrase(i, Classes::UNIT_TAIL) {
        i = end;
    }
    if reader.key(i) == "/" && reader.bare(i + 1).any(Classes::UNIT | Classes::CLOCK_UNIT) {
        i += 2;
    }
    i
}

/// Whether the number only counts the items of a list: at the head of a line, before a mark.
fn enumerator(reader: &Reader, i: usize, number: &Numeral) -> bool {
    let marked = matches!(reader.key(i + 1), "." | ")" | "-" | "–" | "/" | ":");
    let bracketed = reader.key(i + 1) == ")" && reader.key(i.wrapping_sub(1)) == "(";
    number.integer.is_some_and(|value| value < 100)
        && i <= reader.start + 1
        && marked
        && !bracketed
        && reader
            .words
            .words
            .get(i + 1)
            .is_some_and(|word| word.kind == TokenKind::Punctuation)
}
