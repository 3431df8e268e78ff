//! Months and periods, and what they are part of: «13 حزيران/يونيو 2018», «الأسبوع الأول من العام الجاري».

use super::super::numerals;
use super::super::reader::Reader;
use super::years::year;
use crate::lexicon::Classes;

/// «الأول من مايو», «الحادي عشر من شهر رمضان».
pub(super) fn first_of_month(reader: &Reader, i: usize) -> Option<usize> {
    if !reader.classes(i).any(Classes::ORDINAL) {
        return None;
    }
    let end = ordinal(reader, i);
    if reader.key(end) != "من" {
        return None;
    }
    let named = usize::from(reader.key(end + 1) == "شهر");
    let month = end + 1 + named;
    let dated = |&end: &usize| after_month(reader, end) > end;
    let end = months(reader, month, named > 0)
        .or_else(|| months(reader, month, true).filter(dated))
        .filter(|_| reader.attached(month) == 0)?;
    Some(after_month(reader, end))
}

/// «13 حزيران/يونيو 2018م», «الأول من مايو».
pub(super) fn day_of_month(reader: &Reader, i: usize) -> Option<usize> {
    let day = reader.integer(i).filter(|day| (1..=31).contains(day));
    if day.is_none() && !reader.classes(i).any(Classes::UNIT_NUMBER | Classes::TENS) {
        return None;
    }
    let mut end = i + 1;
    if day.is_none() {
        end = numerals::numeral(reader, i)?.end;
    }
    if matches!(reader.key(end), "-" | "–" | "و" | "الي")
        && reader.integer(end + 1).is_some_and(|day| day <= 31)
    {
        end += 2;
    } else if reader.key(end).starts_with('و') && reader.integer(end).is_some_and(|day| day <= 31)
    {
        end += 1;
    }
    if matches!(reader.key(end), "من" | "شهر" | "/" | "-") {
        end += 1;
    }
    if reader.key(end) == "شهر" {
        end += 1;
    }
    let end = months(reader, end, true)?;
    Some(after_month(reader, end))
}

/// «مايو 2010», «ديسمبر الماضي», «شهر رمضان».
pub(super) fn month_name(reader: &Reader, i: usize) -> Option<usize> {
    let next_to_number =
        |end: usize| year(reader, end).is_some() || reader.bare(end).any(Classes::RELATIVE);
    let end = months(reader, i, false)
        .or_else(|| months(reader, i, true).filter(|&end| next_to_number(end)))?;
    Some(after_month(reader, end))
}

/// The end of a month at the word `i`, or of both names of a month: «كانون الثاني/ يناير».
pub(super) fn months(reader: &Reader, i: usize, beside_number: bool) -> Option<usize> {
    let strong = reader.phrase(i, Classes::MONTH);
    let mut end = strong.or_else(|| reader.phrase(i, Classes::WEAK_MONTH))?;
    let mut sure = strong.is_some() || beside_number;
    while matches!(reader.key(end), "/" | "-" | "(" | "\\") {
        let Some(second) = reader.bare_phrase(end + 1, Classes::MONTH | Classes::WEAK_MONTH) else {
            break;
        };
        let bracket = usize::from(reader.key(end) == "(" && reader.key(second) == ")");
        if reader.key(end) == "(" && bracket == 0 {
            break;
        }
        end = second + bracket;
        sure = true;
    }
    sure.then_some(end)
}

/// The end of what may follow a month: which one, or the year.
pub(super) fn after_month(reader: &Reader, i: usize) -> usize {
    if reader.bare(i).any(Classes::RELATIVE) {
        return i + 1;
    }
    if reader.key(i) == "من" {
        let end = of(reader, i);
        if end > i {
            return end;
        }
    }
    let comma = usize::from(matches!(reader.key(i), "،" | ","));
    year(reader, i + comma).unwrap_or(i)
}

/// «الأسبوع الأول من العام الجاري», «الربع الثاني 2015», «القرن العشرين».
pub(super) fn period(reader: &Reader, i: usize) -> Option<usize> {
    let contracted = reader.words.words[i].contracted;
    if !reader.classes(i).any(Classes::PERIOD)
        || (reader.attached(i) > 0 && !contracted && !reader.core(i).starts_with("ال"))
    {
        return year(reader, i).filter(|_| matches!(reader.core(i), "عام" | "سنه" | "عامي"));
    }
    let season = matches!(
        reader.core(i),
        "الصيف"
            | "الشتاء"
            | "الربيع"
            | "الخريف"
            | "الفتره"
            | "الفصل"
            | "الموسم"
            | "النصف"
            | "الثلث"
            | "الليله"
            | "اليوم"
    );
    let mut end = i + 1;
    if reader.bare(end).any(Classes::ORDINAL) {
        end = ordinal(reader, end);
    }
    let ranked = end > i + 1;
    if reader.bare(end).any(Classes::RELATIVE) {
        end += 1;
    } else if counted_relative(reader, end) {
        end += 2;
    }
    if end > i + 1 {
        let whole = of(reader, end);
        if season
            && ranked
            && whole == end
            && matches!(
                reader.core(i),
                "النصف" | "الثلث" | "اليوم" | "الفتره" | "الفصل" | "الموسم"
            )
        {
            return None;
        }
        if reader.core(i) == "اليوم" {
            return None;
        }
        return Some(whole);
    }
    year(reader, end).filter(|_| !matches!(reader.core(i), "اليوم" | "الليله"))
}

/// «الأيام الثلاثة الماضية»: a definite number and a relative.
fn counted_relative(reader: &Reader, i: usize) -> bool {
    const NUMBERS: [&str; 17] = [
        "الثلاثه",
        "الاربعه",
        "الخمسه",
        "السته",
        "السبعه",
        "الثمانيه",
        "التسعه",
        "العشره",
        "القليله",
        "الثلاث",
        "الاربع",
        "الخمس",
        "الست",
        "السبع",
        "الثماني",
        "التسع",
        "العشر",
    ];
    let number = NUMBERS.contains(&reader.key(i)) || reader.bare(i).any(Classes::UNIT_NUMBER);
    number && reader.bare(i + 1).any(Classes::RELATIVE)
}

/// The end of an ordinal: «الثاني», «التاسع عشر», «الحادي والعشرين».
fn ordinal(reader: &Reader, i: usize) -> usize {
    let next = reader.key(i + 1);
    if matches!(next, "عشر" | "عشره")
        || (next.starts_with("وال") && reader.classes(i + 1).any(Classes::ORDINAL | Classes::TENS))
    {
        i + 2
    } else {
        i + 1
    }
}

/// The end of «من العام الجاري», «من عام 2014», «لعام 2014» or a bare year from the word `i` on.
pub(super) fn of(reader: &Reader, i: usize) -> usize {
    if let Some(end) = year(reader, i) {
        return end;
    }
    let from = i + usize::from(reader.key(i) == "من");
    if let Some(end) = year(reader, from) {
        return end;
    }
    if from > i
        && reader.key(from) == "هذا"
        && matches!(reader.key(from + 1), "العام" | "الشهر" | "الاسبوع")
    {
        return from + 2;
    }
    let of_period =
        (from > i || reader.decade(i.wrapping_sub(1))) && reader.bare(from).any(Classes::PERIOD);
    if let Some(end) = of_period.then(|| period(reader, from)).flatten() {
        return end;
    }
    if from > i {
        if let Some(end) = reader.bare_phrase(from, Classes::MONTH) {
            return after_month(reader, end);
        }
        let named = (reader.key(from) == "شهر")
            .then(|| months(reader, from + 1, true))
            .flatten();
        if let Some(end) = named {
            return after_month(reader, end);
        }
    }
    i
}
