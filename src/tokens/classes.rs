//! What each character can be part of: the alphabet of the tokenizer.
//!
//! Every class but `Foreign` promises how its characters cluster into graphemes, so that simple
//! scans may rely on it; all others go through the tables of Unicode.

/// The part a character plays in a token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    /// A letter of Arabic script, tatweel included.
    Arabic,
    /// A letter of the Latin, Greek, Cyrillic or Hebrew alphabet.
    Latin,
    /// A decimal digit.
    Digit,
    /// ² and ³, which belong to the unit before.
    Superscript,
    /// `_`, which joins.
    Joint,
    /// A combining mark or joiner: belongs to the character before.
    Extend,
    /// An invisible or control character: belongs to none.
    Format,
    /// A sign that encloses or leads the number after it.
    NumberSign,
    /// White space within a line.
    Space,
    /// Ends a line.
    LineEnd,
    /// A punctuation mark.
    Punctuation,
    /// Another visible sign.
    Symbol,
    /// Whatever needs the tables of Unicode.
    Foreign,
}

use Class::{
    Arabic, Digit, Extend, Foreign, Format, Joint, Latin, LineEnd, NumberSign, Punctuation, Space,
    Superscript, Symbol,
};

/// The class of `c`.
pub(super) fn class(c: char) -> Class {
    TABLE.get(c as usize).copied().unwrap_or_else(|| far(c))
}

/// How many code points the table holds: all that UTF-8 writes in two bytes.
const NEAR: usize = 0x800;

static TABLE: [Class; NEAR] = table();

/// First and last code point of each class below [`NEAR`]; what is not listed is foreign.
const RANGES: &[(usize, usize, Class)] = &[
    (0x00, 0x1f, Format),
    (0x09, 0x09, Space),
    (0x0a, 0x0d, LineEnd),
    (0x20, 0x20, Space),
    (0x21, 0x2f, Punctuation),
    (0x24, 0x24, Symbol),
    (0x2b, 0x2b, Symbol),
    (0x30, 0x39, Digit),
    (0x3a, 0x3b, Punctuation),
    (0x3c, 0x3e, Symbol),
    (0x3f, 0x40, Punctuation),
    (0x41, 0x5a, Latin),
    (0x5b, 0x5d, Punctuation),
    (0x5e, 0x5e, Symbol),
    (0x5f, 0x5f, Joint),
    (0x60, 0x60, Symbol),
    (0x61, 0x7a, Latin),
    (0x7b, 0x7b, Punctuation),
    (0x7c, 0x7c, Symbol),
    (0x7d, 0x7d, Punctuation),
    (0x7e, 0x7e, Symbol),
    (0x7f, 0x9f, Format),
    (0x85, 0x85, LineEnd),
    (0xa0, 0xa0, Space),
    (0xa1, 0xa1, Punctuation),
    (0xa2, 0xa6, Symbol),
    (0xa7, 0xa7, Punctuation),
    (0xa8, 0xa8, Symbol),
    (0xaa, 0xaa, Latin),
    (0xab, 0xab, Punctuation),
    (0xac, 0xac, Symbol),
    (0xad, 0xad, Format),
    (0xaf, 0xb1, Symbol),
    (0xb2, 0xb3, Superscript),
    (0xb4, 0xb4, Symbol),
    (0xb5, 0xb5, Latin),
    (0xb6, 0xb7, Punctuation),
    (0xb8, 0xb8, Symbol),
    (0xb9, 0xb9, Superscript),
    (0xba, 0xba, Latin),
    (0xbb, 0xbb, Punctuation),
    (0xbc, 0xbe, Symbol),
    (0xbf, 0xbf, Punctuation),
    (0xc0, 0x2af, Latin),
    (0xd7, 0xd7, Symbol),
    (0xf7, 0xf7, Symbol),
    (0x300, 0x36f, Extend),
    (0x388, 0x3f5, Latin),
    (0x400, 0x481, Latin),
    (0x483, 0x489, Extend),
    (0x48a, 0x52f, Latin),
    (0x591, 0x5bd, Extend),
    (0x5be, 0x5be, Punctuation),
    (0x5bf, 0x5bf, Extend),
    (0x5d0, 0x5ea, Latin),
    (0x600, 0x605, NumberSign),
    (0x606, 0x608, Symbol),
    (0x609, 0x60a, Punctuation),
    (0x60b, 0x60b, Symbol),
    (0x60c, 0x60d, Punctuation),
    (0x60e, 0x60f, Symbol),
    (0x610, 0x61a, Extend),
    (0x61b, 0x61b, Punctuation),
    (0x61c, 0x61c, Format),
    (0x61d, 0x61f, Punctuation),
    (0x620, 0x64a, Arabic),
    (0x64b, 0x65f, Extend),
    (0x660, 0x669, Digit),
    (0x66a, 0x66d, Punctuation),
    (0x66e, 0x66f, Arabic),
    (0x670, 0x670, Extend),
    (0x671, 0x6d3, Arabic),
    (0x6d4, 0x6d4, Punctuation),
    (0x6d5, 0x6d5, Arabic),
    (0x6d6, 0x6dc, Extend),
    (0x6dd, 0x6dd, NumberSign),
    (0x6de, 0x6de, Symbol),
    (0x6df, 0x6e4, Extend),
    (0x6e5, 0x6e6, Arabic),
    (0x6e7, 0x6e8, Extend),
    (0x6e9, 0x6e9, Symbol),
    (0x6ea, 0x6ed, Extend),
    (0x6ee, 0x6ef, Arabic),
    (0x6f0, 0x6f9, Digit),
    (0x6fa, 0x6fc, Arabic),
    (0x6fd, 0x6fe, Symbol),
    (0x6ff, 0x6ff, Arabic),
    (0x750, 0x77f, Arabic),
];

const fn table() -> [Class; NEAR] {
    let mut table = [Foreign; NEAR];
    let mut row = 0;
    while row < RANGES.len() {
        let (first, last, class) = RANGES[row];
        let mut code = first;
        while code <= last {
            table[code] = class;
            code += 1;
        }
        row += 1;
    }
    table
}

/// The class of a character that is not in the table.
fn far(c: char) -> Class {
    match c {
        '\u{890}' | '\u{891}' | '\u{8e2}' => NumberSign,
        '\u{898}'..='\u{89f}'
        | '\u{8ca}'..='\u{8ff}'
        | '\u{200c}'
        | '\u{200d}'
        | '\u{20d0}'..='\u{20f0}'
        | '\u{fe00}'..='\u{fe0f}' => Extend,
        '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{1680}' => Space,
        '\u{2028}' | '\u{2029}' => LineEnd,
        '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => Format,
        // ‼ and ⁉ count as pictures.
        '\u{203c}' | '\u{2049}' => Foreign,
        '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{205e}'
        | '\u{2e2e}'
        | '\u{3001}'..='\u{3002}'
        | '\u{fd3e}'
        | '\u{fd3f}'
        | '！'
        | '，'
        | '．'
        | '：'
        | '；'
        | '？' => Punctuation,
        '０'..='９' => Digit,
        '\u{20a0}'..='\u{20c0}' | '\u{fdfc}' | '\u{fdfd}' => Symbol,
        '\u{870}'..='\u{887}'
        | '\u{889}'..='\u{88e}'
        | '\u{8a0}'..='\u{8c9}'
        | '\u{fb50}'..='\u{fbb1}'
        | '\u{fbd3}'..='\u{fd3d}'
        | '\u{fd50}'..='\u{fd8f}'
        | '\u{fd92}'..='\u{fdc7}'
        | '\u{fdf0}'..='\u{fdfb}'
        | '\u{fe70}'..='\u{fefc}' => Arabic,
        _ => Foreign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_segmentation::UnicodeSegmentation;

    /// How many graphemes `first` and `then` make together.
    fn graphemes(first: char, then: char) -> usize {
        [first, then]
            .iter()
            .collect::<String>()
            .graphemes(true)
            .count()
    }

    #[test]
    fn classes_promise_how_graphemes_cluster() {
        for c in (0..0x1_1000)
            .filter_map(char::from_u32)
            .filter(|&c| class(c) != Foreign)
        {
            let name = c.escape_unicode();
            assert_eq!(
                graphemes('ا', c) == 1,
                class(c) == Extend,
                "{name} after a letter"
            );
            if class(c) == Extend {
                // A zero-width joiner before a picture is met in the foreign scan.
                continue;
            }
            assert_eq!(
                graphemes(c, 'ا') == 1,
                class(c) == NumberSign,
                "{name} before a letter"
            );
            let solitary = c == '\t' || matches!(class(c), Format | LineEnd);
            assert_eq!(
                graphemes(c, '\u{64e}') == 2,
                solitary,
                "{name} before a mark"
            );
            assert_eq!(
                graphemes(c, '\u{1f30a}') == 1,
                class(c) == NumberSign,
                "{name} before a picture"
            );
        }
    }

    #[test]
    fn white_space_is_what_unicode_says() {
        for c in (0..0x1_1000).filter_map(char::from_u32) {
            assert_eq!(
                c.is_whitespace(),
                matches!(class(c), Space | LineEnd),
                "{}",
                c.escape_unicode()
            );
        }
    }

    #[test]
    fn letters_and_digits_are_what_unicode_says() {
        for c in (0..0x1_1000).filter_map(char::from_u32) {
            match class(c) {
                Digit => assert!(c.is_numeric(), "{}", c.escape_unicode()),
                Punctuation | Symbol => assert!(!c.is_alphabetic(), "{}", c.escape_unicode()),
                _ => {}
            }
        }
    }
}
