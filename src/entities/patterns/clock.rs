//! Times of day: «الساعة 07:58 بالتوقيت المحلي», «التاسعة والنصف مساءً», «منتصف الليل».

use super::reader::Reader;
use crate::lexicon::Classes;

/// The end of the time of day that begins at the word `i`.
pub(super) fn time(reader: &Reader, i: usize) -> Option<usize> {
    let key = reader.core(i);
    if key == "منتصف" && reader.key(i + 1) == "الليل" {
        return Some(tail(reader, i + 2));
    }
    if matches!(key, "الساعه" | "لساعه") {
        let hour = digital(reader, i + 1)
            .or_else(|| reader.integer(i + 1).map(|_| i + 2))
            .or_else(|| spelled(reader, i + 1))?;
        return Some(tail(reader, hour));
    }
    if let Some(end) = digital(reader, i) {
        let colon = reader.key(i + 1) == ":";
        let end_with_tail = tail(reader, end);
        return (end_with_tail > end || (colon && plausible(reader, i))).then_some(end_with_tail);
    }
    if let Some(hour) = reader.integer(i) {
        let end = tail(reader, i + 1);
        return (hour <= 24 && end > i + 1 && !reader.key(i + 1).starts_with("بت")).then_some(end);
    }
    let hour = spelled(reader, i)?;
    let end = tail(reader, hour);
    (end > hour).then_some(end)
}

/// The end of hours and minutes in digits.
fn digital(reader: &Reader, i: usize) -> Option<usize> {
    let separated =
        matches!(reader.key(i + 1), ":" | "." | "٫") && reader.glued(i + 1) && reader.glued(i + 2);
    if separated
        && reader.integer(i).is_some_and(|hour| hour <= 24)
        && minutes(reader.digits(i + 2)?)
    {
        return Some(i + 3);
    }
    let digits = reader.digits(i)?;
    let (hour, minute) = digits.split_once(['.', ':', '٫'])?;
    (hour.parse::<u32>().is_ok_and(|hour| hour <= 24) && minutes(minute)).then_some(i + 1)
}

fn minutes(digits: &str) -> bool {
    digits.len() == 2 && digits.parse::<u32>().is_ok_and(|minute| minute < 60)
}

/// Whether `h:mm` stands where a time can stand, not in a score or a verse.
fn plausible(reader: &Reader, i: usize) -> bool {
    reader.key(i).len() - reader.cut(i) == 2 || reader.key(i + 2).len() == 2
}

/// The end of an hour in words: an ordinal of the feminine, and a half, third or quarter.
fn spelled(reader: &Reader, i: usize) -> Option<usize> {
    const HOURS: [&str; 12] = [
        "الواحده",
        "الثانيه",
        "الثالثه",
        "الرابعه",
        "الخامسه",
        "السادسه",
        "السابعه",
        "الثامنه",
        "التاسعه",
        "العاشره",
        "الحاديه",
        "لواحده",
    ];
    const PARTS: [&str; 8] = [
        "والنصف",
        "والربع",
        "والثلث",
        "ونصف",
        "وربع",
        "وثلث",
        "وخمس",
        "وعشر",
    ];
    if !HOURS.contains(&reader.core(i)) && !HOURS.contains(&reader.key(i)) {
        return None;
    }
    let mut end = i + 1;
    if reader.key(end) == "عشره" {
        end += 1;
    }
    if reader.key(end) == "الا"
        && matches!(
            reader.key(end + 1),
            "ربعا" | "ثلثا" | "الربع" | "الثلث" | "ربع" | "ثلث"
        )
    {
        return Some(end + 2);
    }
    if PARTS.contains(&reader.key(end)) {
        end += 1;
        if matches!(reader.key(end), "دقائق" | "دقايق") {
            end += 1;
        }
    } else if reader.key(end).starts_with('و')
        && reader.digits(end).is_some()
        && reader.bare(end + 1).any(Classes::CLOCK_UNIT)
    {
        end += 2;
    }
    Some(end)
}

/// The end of the part of the day and the time zone from the word `i` on.
fn tail(reader: &Reader, mut i: usize) -> usize {
    loop {
        let key = reader.key(i);
        if matches!(key, "بتوقيت" | "بالتوقيت") {
            i = zone(reader, i + 1);
        } else if matches!(key, "ص" | "م" | "gmt" | "utc" | "تغ" | "ت.غ" | "ت.غ.") {
            i += 1;
        } else if let Some(end) = reader.bare_phrase(i, Classes::CLOCK_TAIL) {
            i = end;
        } else {
            return i;
        }
    }
}

/// The end of the name of a time zone.
fn zone(reader: &Reader, i: usize) -> usize {
    if let Some(end) = reader.bare_phrase(i, Classes::NAME) {
        return end;
    }
    let named =
        reader.key(i).starts_with(char::is_alphabetic) && !reader.classes(i).any(Classes::FUNCTION);
    if named { i + 1 } else { i }
}
