//! Dates and periods: «13 حزيران/يونيو», «الأسبوع الأول من العام الجاري», «عام 1990», «ثلاثة أيام».

use super::numerals::{self, Numeral};
use super::reader::Reader;
use crate::lexicon::Classes;
use crate::tokens::TokenKind;

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
    weekday(reader, i)
        .or_else(|| first_of_month(reader, i))
        .or_else(|| month_name(reader, i))
        .or_else(|| period(reader, i))
        .or_else(|| {
            reader
                .phrase(i, Classes::HOLIDAY)
                .map(|end| year(reader, end).unwrap_or(end))
        })
        .or_else(|| reader.phrase(i, Classes::DAY))
        .or_else(|| {
            classes
                .any(Classes::TIME_UNIT | Classes::CLOCK_UNIT)
                .then(|| time_unit(reader, i))
                .flatten()
        })
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

/// «الأول من مايو», «الحادي عشر من شهر رمضان».
fn first_of_month(reader: &Reader, i: usize) -> Option<usize> {
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

/// «12.5.2024», «12/5/2024», «2024-05-12».
fn numeric(reader: &Reader, i: usize) -> Option<usize> {
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

/// «13 حزيران/يونيو 2018م», «الأول من مايو».
fn day_of_month(reader: &Reader, i: usize) -> Option<usize> {
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

/// The end of a month at the word `i`, or of both names of a month: «كانون الثاني/ يناير».
fn months(reader: &Reader, i: usize, beside_number: bool) -> Option<usize> {
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
fn after_month(reader: &Reader, i: usize) -> usize {
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

/// «مايو 2010», «ديسمبر الماضي», «شهر رمضان».
fn month_name(reader: &Reader, i: usize) -> Option<usize> {
    let next_to_number =
        |end: usize| year(reader, end).is_some() || reader.bare(end).any(Classes::RELATIVE);
    let end = months(reader, i, false)
        .or_else(|| months(reader, i, true).filter(|&end| next_to_number(end)))?;
    Some(after_month(reader, end))
}

/// The end of a year at the word `i`: «2010», «عام 2010م», «سنة 620 هـ».
fn year(reader: &Reader, i: usize) -> Option<usize> {
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

/// Whether a scale, unit or currency at the word `i` makes a number of what stands before.
fn scaled(reader: &Reader, i: usize) -> bool {
    reader
        .bare(i)
        .any(Classes::SCALE | Classes::UNIT | Classes::CURRENCY)
        || reader.bare_phrase(i, Classes::PERCENT).is_some()
        || matches!(reader.key(i), "%" | "٪")
}

/// The end of the mark of a calendar at the word `i`.
fn era(reader: &Reader, i: usize) -> usize {
    reader.bare_phrase(i, Classes::ERA).unwrap_or(i)
}

/// A year that stands alone in digits, where nothing makes it a count.
fn bare_year(reader: &Reader, i: usize) -> Option<usize> {
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

/// «الأسبوع الأول من العام الجاري», «الربع الثاني 2015», «القرن العشرين».
fn period(reader: &Reader, i: usize) -> Option<usize> {
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
fn of(reader: &Reader, i: usize) -> usize {
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

/// A number and a length of time: «ثلاثة أيام», «20 عاماً».
fn duration(reader: &Reader, i: usize, number: &Numeral) -> Option<usize> {
    let end = number.end;
    let unit = reader
        .bare(end)
        .any(Classes::TIME_UNIT | Classes::CLOCK_UNIT);
    if !unit
        || (matches!(reader.key(end), "عام" | "يوم" | "شهر" | "سنه" | "قرن")
            && year(reader, end).is_some())
    {
        return None;
    }
    if number.integer.is_some()
        && matches!(reader.key(end), "عام")
        && !matches!(reader.integer(i), Some(100 | 1000))
        && number.integer.is_some_and(|value| value <= 10)
    {
        return None;
    }
    let mut end = end + 1;
    if reader.key(end) == "و" || matches!(reader.key(end), "ونصف" | "وربع") {
        end += 1;
    }
    Some(end)
}

/// A length of time that has its number in its form: «عقدين», «يومين».
fn time_unit(reader: &Reader, i: usize) -> Option<usize> {
    let key = reader.core(i);
    if let Some(end) = year(reader, i).filter(|_| matches!(key, "عام" | "سنه" | "عامي")) {
        return Some(end);
    }
    if key == "شهر"
        && let Some(end) = months(reader, i + 1, true).filter(|_| reader.attached(i + 1) == 0)
    {
        return Some(after_month(reader, end));
    }
    let dual = matches!(
        key,
        "يومين"
            | "اسبوعين"
            | "شهرين"
            | "سنتين"
            | "عامين"
            | "عقدين"
            | "قرنين"
            | "ليلتين"
            | "ساعتين"
            | "دقيقتين"
            | "يومان"
            | "اسبوعان"
            | "شهران"
            | "سنتان"
            | "عامان"
            | "عقدان"
            | "قرنان"
    );
    let alone = reader.attached(i) == 0
        && matches!(
            key,
            "اسبوع" | "شهر" | "عام" | "سنه" | "قرن" | "عقد" | "ساعه"
        )
        && matches!(
            reader.core(i.wrapping_sub(1)),
            "قبل" | "منذ" | "خلال" | "بعد"
        )
        && i > reader.start
        && ends_phrase(reader, i + 1);
    (dual || alone).then_some(i + 1)
}

/// Whether a phrase can end before the word `i`: nothing follows that completes a noun.
fn ends_phrase(reader: &Reader, i: usize) -> bool {
    let word = reader.words.words.get(i).filter(|_| i < reader.end);
    word.is_none_or(|word| {
        word.kind == TokenKind::Punctuation
            || word.attached > 0 && reader.key(i).starts_with('و')
            || matches!(reader.key(i), "من" | "علي" | "الي" | "او" | "في")
    })
}
