//! Years: «2010», «عام 2010م», «سنة 620 هـ», «2019/20», and dates in digits: «12.5.2024».

use super::super::numerals;
use super::super::reader::Reader;
use crate::lexicon::Classes;

/// «12.5.2024», «12/5/2024», «2024-05-12».
pub(super) fn numeric(reader: &Reader, i: usize) -> Option<usize> {
    let digits = reader.digits(i)?;
    if ['.', '/', '-', '–']
        .iter()
        .any(|&separator| is_numeric_date(digits.split(separator)))
        || years(digits)
    {
        return Some(era(reader, i + 1));
    }
    let separator = reader.key(i + 1);
    let parted = matches!(separator, "/" | "-" | "–")
        && reader.key(i + 3) == separator
        && (1..=4).all(|step| reader.glued(i + step));
    if parted
        && is_numeric_date([reader.digits(i)?, reader.key(i + 2), reader.key(i + 4)].into_iter())
    {
        return Some(era(reader, i + 5));
    }
    None
}

/// Whether `digits` are two years: 2019-2020, 2019/20.
fn years(digits: &str) -> bool {
    let Some((first, second)) = digits.split_once(['-', '–', '/']) else {
        return false;
    };
    let year = |part: &str| {
        part.parse()
            .is_ok_and(|year: u32| (1300..=2100).contains(&year))
    };
    year(first) && (year(second) || (second.len() == 2 && second.parse::<u32>().is_ok()))
}

/// Whether the three numbers are a day, a month and a year, in either order.
fn is_numeric_date<'a>(parts: impl Iterator<Item = &'a str>) -> bool {
    let parts: [Option<u32>; 4] = {
        let mut parts = parts;
        std::array::from_fn(|_| parts.next().map(|part| part.parse().unwrap_or(u32::MAX)))
    };
    let [Some(first), Some(second), Some(third), None] = parts else {
        return false;
    };
    let day = |value| (1..=31).contains(&value);
    (day(first) && day(second) && (1000..=2100).contains(&third))
        || ((1000..=2100).contains(&first) && day(second) && day(third))
}

/// The end of a year at the word `i`: «2010», «عام 2010م», «سنة 620 هـ».
pub(super) fn year(reader: &Reader, i: usize) -> Option<usize> {
    let mut end = i;
    let named = matches!(
        reader.core(i),
        "عام" | "سنه" | "العام" | "السنه" | "عامي" | "لعام" | "موسم" | "الموسم"
    );
    if named {
        end += 1;
    }
    let value = reader.integer(end)?;
    let plain = (1000..=2100).contains(&value) || (1300..=1500).contains(&value);
    let with_era = era(reader, end + 1);
    if !(plain || (named && value > 31) || with_era > end + 1) || scaled(reader, end + 1) {
        return None;
    }
    if matches!(reader.key(end + 1), "-" | "–" | "/")
        && reader.glued(end + 1)
        && reader
            .integer(end + 2)
            .is_some_and(|value| (1000..=2100).contains(&value))
    {
        return Some(era(reader, end + 3));
    }
    if matches!(reader.key(end + 1), "-" | "/")
        && (1300..=1500).contains(&value)
        && reader.integer(end + 2).is_some()
    {
        return Some(era(reader, end + 3));
    }
    Some(with_era)
}

/// A year that stands alone in digits, where nothing makes it a count.
pub(super) fn bare_year(reader: &Reader, i: usize) -> Option<usize> {
    let value = reader.integer(i)?;
    let end = year(reader, i)?;
    if numerals::approximated(reader, i) {
        return None;
    }
    let cued = matches!(
        reader.key(i.wrapping_sub(1)),
        "في" | "منذ"
            | "بين"
            | "حتي"
            | "عام"
            | "سنه"
            | "عامي"
            | "("
            | "موسم"
            | "مونديال"
            | "نسخ"
            | "نسخه"
            | "قبل"
            | "بعد"
            | "صيف"
            | "ربيع"
            | "خريف"
            | "شتاء"
    ) || end > i + 1;
    let counted = {
        let next = reader.key(i + 1);
        next.chars().count() > 2
            && next.starts_with(char::is_alphabetic)
            && !next.starts_with("ال")
            && !next.starts_with(['و', 'ب', 'ل', 'ف'])
            && !reader
                .classes(i + 1)
                .any(Classes::FUNCTION | Classes::SAYING | Classes::NAME)
    };
    ((1300..=2100).contains(&value) && (cued || !counted) || cued && value >= 1000).then_some(end)
}

/// Whether a scale, unit or currency at the word `i` makes a number of what stands before.
fn scaled(reader: &Reader, i: usize) -> bool {
    reader
        .bare(i)
        .any(Classes::SCALE | Classes::UNIT | Classes::CURRENCY)
        || reader.bare_phrase(i, Classes::PERCENT).is_some()
        || matches!(reader.key(i), "%" | "٪")
}

/// The end of the mark of a calendar at the word `i`.
pub(super) fn era(reader: &Reader, i: usize) -> usize {
    reader.bare_phrase(i, Classes::ERA).unwrap_or(i)
}
