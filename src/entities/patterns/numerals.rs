//! Number phrases: digits, number words, and both mixed («3 ملايين و200 ألف»).

use super::reader::Reader;
use crate::lexicon::Classes;

/// A number phrase.
pub(super) struct Numeral {
    /// The word after it.
    pub(super) end: usize,
    /// Its value, where it is one plain integer in digits.
    pub(super) integer: Option<u32>,
    /// Whether it is written in words alone.
    pub(super) spelled: bool,
    /// Whether it has a scale: hundred, thousand, million.
    pub(super) scaled: bool,
    /// Whether it can be a number without a noun of its own.
    pub(super) alone: bool,
}

/// Scale words that are vague unless a number stands before them.
const VAGUE: [&str; 9] = [
    "مئات",
    "مائات",
    "الاف",
    "ملايين",
    "مليارات",
    "بلايين",
    "تريليونات",
    "عشرات",
    "عشرات الالاف",
];
/// Number words that mean something else when they stand alone.
const NEVER_ALONE: [&str; 8] = [
    "واحد",
    "واحده",
    "احد",
    "احدي",
    "اثنا",
    "اثني",
    "اثنتا",
    "صفر",
];

/// The number phrase that begins at the word `i`.
pub(super) fn numeral(reader: &Reader, i: usize) -> Option<Numeral> {
    if reader.digits(i).is_some() {
        in_digits(reader, i)
    } else {
        in_words(reader, i)
    }
}

fn in_digits(reader: &Reader, i: usize) -> Option<Numeral> {
    if after_letters(reader, i) {
        return None;
    }
    let mut numeral = Numeral {
        end: i + 1,
        integer: reader.integer(i),
        spelled: false,
        scaled: false,
        alone: true,
    };
    if matches!(reader.key(i + 1), "-" | ":" | "/")
        && reader.glued(i + 1)
        && reader.glued(i + 2)
        && short(reader, i)
        && short(reader, i + 2)
    {
        numeral.end = i + 3;
        numeral.integer = None;
        return Some(numeral);
    }
    extend(reader, &mut numeral, i);
    Some(numeral)
}

/// Whether the number is a part of a code: letters or a hyphen are glued to it on the left.
fn after_letters(reader: &Reader, i: usize) -> bool {
    reader.glued(i) && {
        let before = reader.key(i - 1);
        let hyphened = matches!(before, "-" | "_" | "/" | "." | "+")
            && reader.glued(i - 1)
            && reader.key(i - 2).ends_with(char::is_alphabetic);
        hyphened
            || (before.ends_with(char::is_alphabetic)
                && !matches!(before, "و" | "ب" | "ل" | "ف" | "ك" | "ال"))
    }
}

/// Whether the word `i` is an integer of at most three digits, as in a score.
fn short(reader: &Reader, i: usize) -> bool {
    reader.integer(i).is_some_and(|value| value < 1000)
}

fn in_words(reader: &Reader, i: usize) -> Option<Numeral> {
    let classes = reader.classes(i);
    if !classes.any(Classes::UNIT_NUMBER | Classes::TENS | Classes::SCALE)
        || reader.classes(i.wrapping_sub(1)).any(Classes::ORDINAL)
    {
        return None;
    }
    let key = reader.core(i);
    if VAGUE.contains(&key) {
        return None;
    }
    let mut numeral = Numeral {
        end: i + 1,
        integer: None,
        spelled: true,
        scaled: classes.any(Classes::SCALE),
        alone: !NEVER_ALONE.contains(&key),
    };
    extend(reader, &mut numeral, i);
    let grown = numeral.end > i + 1;
    numeral.alone |= grown;
    if !grown
        && matches!(
            key,
            "الف" | "مليون" | "مليار" | "مئه" | "مائه" | "عشر" | "عشره" | "ست"
        )
    {
        numeral.alone = counts_something(reader, i);
    }
    Some(numeral)
}

/// Whether the word before is an approximator or the word after can be a counted noun.
fn counts_something(reader: &Reader, i: usize) -> bool {
    let key = reader.key(i + 1);
    let classes = reader.classes(i + 1);
    approximated(reader, i)
        || (key.chars().count() > 2
            && key.starts_with(char::is_alphabetic)
            && !key.starts_with("ال")
            && !classes.any(Classes::FUNCTION | Classes::SAYING | Classes::NAME))
}

/// Whether an approximator ends just before the word `i`.
pub(super) fn approximated(reader: &Reader, i: usize) -> bool {
    (1..=4).any(|back| {
        i.checked_sub(back).is_some_and(|from| {
            from >= reader.start && reader.phrase(from, Classes::APPROXIMATOR) == Some(i)
        })
    })
}

/// Takes in scales, the rest of a compound number, and halves.
fn extend(reader: &Reader, numeral: &mut Numeral, first: usize) {
    loop {
        let last = numeral.end - 1;
        let next = numeral.end;
        let (before, after) = (reader.classes(last), reader.classes(next));
        let and = reader.attached(next) == "و".len() && reader.key(next).starts_with('و');
        let scale = after.any(Classes::SCALE) && reader.attached(next) == 0;
        let teen = before.any(Classes::UNIT_NUMBER) && matches!(reader.key(next), "عشر" | "عشره");
        let compound = and && before.any(Classes::UNIT_NUMBER) && after.any(Classes::TENS);
        let more = and
            && numeral.scaled
            && after.any(Classes::UNIT_NUMBER | Classes::TENS | Classes::SCALE)
            && !vague(reader, next);
        let digits = usize::from(numeral.scaled) * more_digits(reader, next);
        let half = numeral.scaled && matches!(reader.key(next), "ونصف" | "وربع" | "وثلث");
        if scale || teen || compound || more || digits > 0 || half {
            numeral.end += digits.max(1);
            numeral.scaled |= after.any(Classes::SCALE);
            numeral.integer = None;
            if half && matches!(reader.key(next + 1), "المليون" | "المليار" | "الالف")
            {
                numeral.end += 1;
            }
        } else {
            break;
        }
    }
    if numeral.end > first + 1 {
        numeral.integer = None;
    }
}

/// How many words «و200» is at the word `i`, where a scale follows it; none otherwise.
fn more_digits(reader: &Reader, i: usize) -> usize {
    let apart = reader.key(i) == "و" && reader.glued(i + 1);
    let count = 1 + usize::from(apart);
    let digits =
        (apart || reader.key(i).starts_with('و')) && reader.digits(i + count - 1).is_some();
    if digits && reader.classes(i + count).any(Classes::SCALE) {
        count
    } else {
        0
    }
}

fn vague(reader: &Reader, i: usize) -> bool {
    VAGUE.contains(&reader.core(i))
}
