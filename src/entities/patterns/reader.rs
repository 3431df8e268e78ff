//! Looks at the words of one sentence by what the lexicon knows of them.

use crate::document::Document;
use crate::entities::words::Words;
use crate::lexicon::Classes;
use crate::tokens::TokenKind;

/// The words of a sentence.
pub(super) struct Reader<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) words: &'a Words,
    /// The first word.
    pub(super) start: usize,
    /// The word after the last.
    pub(super) end: usize,
}

/// The classes that a pattern can begin with.
const BEGINNING: Classes = Classes::MONTH
    .or(Classes::WEAK_MONTH)
    .or(Classes::WEEKDAY)
    .or(Classes::DAY)
    .or(Classes::PERIOD)
    .or(Classes::TIME_UNIT)
    .or(Classes::CLOCK_UNIT)
    .or(Classes::HOLIDAY)
    .or(Classes::UNIT_NUMBER)
    .or(Classes::TENS)
    .or(Classes::SCALE)
    .or(Classes::CURRENCY)
    .or(Classes::BEGINS_WORDS)
    .or(Classes::CLOCK)
    .or(Classes::ORDINAL)
    .or(Classes::DATE_PART)
    .or(Classes::FRACTION)
    .or(Classes::UNIT);

impl Reader<'_> {
    /// Whether a pattern can begin at the word `i`.
    pub(super) fn may_begin(&self, i: usize) -> bool {
        let word = &self.words.words[i];
        match word.kind {
            TokenKind::Number | TokenKind::Symbol => true,
            TokenKind::Word => {
                word.classes.any(BEGINNING)
                    || matches!(self.core(i), "هذا" | "هذه" | "عامي")
                    || self.decade(i)
                    || self.points(i)
                    || self.digits(i).is_some()
            }
            _ => matches!(self.words.key(i), "%" | "٪"),
        }
    }

    /// What the lexicon knows of the word `i`; nothing outside of the sentence.
    pub(super) fn classes(&self, i: usize) -> Classes {
        if (self.start..self.end).contains(&i) {
            self.words.words[i].classes
        } else {
            Classes::NONE
        }
    }

    /// What the lexicon knows of the word `i`, where no particle is attached to it.
    pub(super) fn bare(&self, i: usize) -> Classes {
        if self.attached(i) == 0 {
            self.classes(i)
        } else {
            Classes::NONE
        }
    }

    /// The folded key of the word `i`; empty outside of the sentence.
    pub(super) fn key(&self, i: usize) -> &str {
        if (self.start..self.end).contains(&i) {
            self.words.key(i)
        } else {
            ""
        }
    }

    /// The folded key of the word `i` without attached particles.
    pub(super) fn core(&self, i: usize) -> &str {
        self.key(i).get(self.attached(i)..).unwrap_or("")
    }

    /// How many bytes of the key of the word `i` are attached particles.
    pub(super) fn attached(&self, i: usize) -> usize {
        if (self.start..self.end).contains(&i) {
            self.words.words[i].attached
        } else {
            0
        }
    }

    /// How many bytes to cut off the word `i` as the first of a pattern.
    pub(super) fn cut(&self, i: usize) -> usize {
        self.words.words[i].digits.unwrap_or(self.attached(i))
    }

    /// The end of the longest phrase of `wanted` that begins with the word `i`.
    pub(super) fn phrase(&self, i: usize, wanted: Classes) -> Option<usize> {
        self.words
            .phrase(i..self.end.max(i), wanted)
            .map(|(end, _)| end)
    }

    /// As [`Self::phrase`], where nothing is attached to the word `i`.
    pub(super) fn bare_phrase(&self, i: usize, wanted: Classes) -> Option<usize> {
        self.phrase(i, wanted).filter(|_| self.attached(i) == 0)
    }

    /// The digits and separators of the word `i`, where it is a number, without attached particles.
    pub(super) fn digits(&self, i: usize) -> Option<&str> {
        if !(self.start..self.end).contains(&i) {
            return None;
        }
        let digits = self.words.words[i].digits?;
        self.words.key(i).get(digits..)
    }

    /// The value of the word `i`, where it is a plain integer.
    pub(super) fn integer(&self, i: usize) -> Option<u32> {
        self.digits(i).and_then(|digits| digits.parse().ok())
    }

    /// Whether no space stands between the words `i - 1` and `i`.
    pub(super) fn glued(&self, i: usize) -> bool {
        i > self.start && i < self.end && {
            let tokens = &self.document.tokens;
            let (before, this) = (&self.words.words[i - 1], &self.words.words[i]);
            tokens[before.token].span.end == tokens[this.token].span.start
        }
    }

    /// Whether the word `i` is points that are two by their form.
    fn points(&self, i: usize) -> bool {
        matches!(self.core(i), "نقطتين" | "نقطتان" | "نقطتي")
    }

    /// Whether the word `i` names a decade: الثمانينيات.
    pub(super) fn decade(&self, i: usize) -> bool {
        const DECADES: [&str; 8] = [
            "عشرين",
            "ثلاثين",
            "اربعين",
            "خمسين",
            "ستين",
            "سبعين",
            "ثمانين",
            "تسعين",
        ];
        let key = self.key(i);
        let stem = key.strip_suffix("يات").or_else(|| key.strip_suffix("ات"));
        stem.is_some_and(|stem| {
            DECADES.iter().any(|decade| {
                stem.strip_suffix(decade)
                    .is_some_and(|before| matches!(before, "" | "ال" | "لل" | "بال" | "وال" | "و"))
            })
        })
    }
}
