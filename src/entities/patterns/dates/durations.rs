//! Lengths of time: «ثلاثة أيام», «20 عاماً», «عقدين».

use super::super::numerals::Numeral;
use super::super::reader::Reader;
use super::months::{after_month, months};
use super::years::year;
use crate::lexicon::Classes;
use crate::tokens::TokenKind;

/// A number and a length of time: «ثلاثة أيام», «20 عاماً».
pub(super) fn duration(reader: &Reader, i: usize, number: &Numeral) -> Option<usize> {
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
pub(super) fn time_unit(reader: &Reader, i: usize) -> Option<usize> {
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
