//! Dates and periods: «13 حزيران/يونيو», «الأسبوع الأول من العام الجاري», «عام 1990», «ثلاثة أيام».

mod durations;
mod months;
mod years;

use super::numerals::{self, Numeral};
use super::reader::Reader;
use crate::lexicon::Classes;
use durations::{duration, time_unit};
use months::{day_of_month, first_of_month, month_name, of, period};
use years::{bare_year, numeric, year};

/// The end of the date that begins at the word `i`, whose number phrase, if any, is `number`.
pub(super) fn date(reader: &Reader, i: usize, number: Option<&Numeral>) -> Option<usize> {
    if reader.classes(i).any(Classes::DATE_PART) {
        return part(reader, i);
    }
    if let Some(number) = number {
        return numeric(reader, i)
            .or_else(|| day_of_month(reader, i))
            .or_else(|| duration(reader, i, number))
            .or_else(|| bare_year(reader, i));
    }
    let classes = reader.classes(i);
    if matches!(reader.core(i), "هذا" | "هذه" | "نفس" | "يوم") {
        return this(reader, i);
    }
    if reader.decade(i) {
        return Some(of(reader, i + 1));
    }
    // One look tells of most words that they begin none of these.
    let named = Classes::MONTH | Classes::WEAK_MONTH | Classes::HOLIDAY | Classes::DAY;
    let named = reader.phrase(i, named).is_some();
    weekday(reader, i)
        .or_else(|| first_of_month(reader, i))
        .or_else(|| named.then(|| month_name(reader, i)).flatten())
        .or_else(|| period(reader, i))
        .or_else(|| named.then(|| holiday_or_day(reader, i)).flatten())
        .or_else(|| {
            classes
                .any(Classes::TIME_UNIT | Classes::CLOCK_UNIT)
                .then(|| time_unit(reader, i))
                .flatten()
        })
}

/// «عيد الفطر 2018», «أمس».
fn holiday_or_day(reader: &Reader, i: usize) -> Option<usize> {
    let holiday = reader.phrase(i, Classes::HOLIDAY);
    holiday
        .map(|end| year(reader, end).unwrap_or(end))
        .or_else(|| reader.phrase(i, Classes::DAY))
}

/// «مساء الجمعة», «صباح اليوم», «نهاية الشهر», «مطلع عام 2014»: a part, and the day or period it is of.
fn part(reader: &Reader, i: usize) -> Option<usize> {
    let next = i + 1;
    if reader.attached(next) > 0 || next >= reader.end {
        return None;
    }
    if reader.key(next) == "اليوم" {
        return Some(next + 1);
    }
    let of_day = matches!(
        reader.core(i),
        "مساء" | "صباح" | "فجر" | "عصر" | "ضحي" | "ليله"
    );
    let period = matches!(
        reader.key(next),
        "الشهر" | "الاسبوع" | "العام" | "السنه" | "القرن" | "العقد" | "الموسم"
    );
    let number = numerals::numeral(reader, next);
    let whole = date(reader, next, number.as_ref());
    if of_day {
        let day = reader
            .classes(next)
            .any(Classes::WEEKDAY | Classes::DAY | Classes::HOLIDAY)
            || matches!(reader.key(next), "يوم" | "هذا")
            || number.is_some();
        return whole.filter(|_| day);
    }
    let length = reader
        .classes(next)
        .any(Classes::TIME_UNIT | Classes::CLOCK_UNIT)
        && reader.key(next) != "شهر"
        && year(reader, next).is_none();
    whole
        .filter(|_| !length && !reader.classes(next).any(Classes::WEEKDAY))
        .or_else(|| period.then_some(next + 1))
}

/// «هذا العام», «نفس اليوم», «يوم الجمعة».
fn this(reader: &Reader, i: usize) -> Option<usize> {
    if reader.core(i) == "يوم" {
        return weekday(reader, i + 1)
            .or_else(|| reader.phrase(i + 1, Classes::DAY))
            .filter(|_| reader.attached(i + 1) == 0)
            .or_else(|| day_number(reader, i + 1));
    }
    let noun = reader.key(i + 1);
    let pointed = matches!(
        noun,
        "العام"
            | "الشهر"
            | "الاسبوع"
            | "السنه"
            | "القرن"
            | "الصيف"
            | "الشتاء"
            | "الربيع"
            | "الخريف"
            | "الموسم"
            | "اليوم"
            | "الصباح"
            | "المساء"
            | "الليله"
            | "العقد"
    );
    (pointed && matches!(reader.core(i), "هذا" | "هذه")).then_some(i + 2)
}

/// «يوم 13 مايو».
fn day_number(reader: &Reader, i: usize) -> Option<usize> {
    reader.digits(i)?;
    numeric(reader, i).or_else(|| day_of_month(reader, i))
}

/// «الأحد», «الثلاثاء الماضي», «الجمعة 13 مايو 2018».
fn weekday(reader: &Reader, i: usize) -> Option<usize> {
    if !reader.classes(i).any(Classes::WEEKDAY) {
        return None;
    }
    let before = reader.core(i.wrapping_sub(1));
    if matches!(
        before,
        "صلاه"
            | "خطبه"
            | "خطيب"
            | "مسجد"
            | "صلوات"
            | "سوق"
            | "مسجدي"
            | "امام"
            | "جمعه"
            | "صيام"
    ) && reader.attached(i) == 0
    {
        return None;
    }
    let mut end = i + 1;
    if reader.bare(end).any(Classes::RELATIVE) {
        end += 1;
    }
    let comma = usize::from(matches!(reader.key(end), "،" | "," | "(" | "الموافق"));
    let bracket = reader.key(end) == "(";
    if let Some(date) = day_number(reader, end + comma) {
        let closed = reader.key(date) == ")";
        if !bracket || closed {
            return Some(date + usize::from(bracket && closed));
        }
    }
    Some(end)
}
