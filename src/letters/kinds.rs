//! What a character is, quickly for the letters that fill our texts.

/// The value of the decimal digit `c`, in European, Arabic, Persian or full-width writing.
#[must_use]
pub fn digit(c: char) -> Option<u8> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '０'..='９' => '０',
        _ => return None,
    };
    u8::try_from(u32::from(c) - u32::from(zero)).ok()
}

/// The stroke that lengthens a word.
pub const TATWEEL: char = 'ـ';

/// Whether `c` is a combining mark of Arabic script, one of its small letters or signs that are
/// written like marks, or a number sign: what a key leaves out.
#[must_use]
pub fn is_mark(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{610}'..='\u{61a}' | '\u{6d6}'..='\u{6ed}' | '\u{600}'..='\u{605}'
        | '\u{890}'..='\u{891}' | '\u{897}'..='\u{89f}' | '\u{8ca}'..='\u{8ff}')
}

/// Whether `c` shows nothing and parts nothing: direction controls, joiners, soft hyphen, byte
/// order mark, zero-width space, variation selectors, fillers, tags (Unicode's
/// `Default_Ignorable_Code_Point`, but for the signs of musical notation and shorthand).
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}'
        | '\u{61c}' | '\u{ad}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{34f}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{3164}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

/// As `char::is_alphabetic`, which searches its table even for the letters that fill our texts.
#[must_use]
pub fn is_alphabetic(c: char) -> bool {
    match c {
        '\u{620}'..='\u{657}' => true,
        '،' | '؛' | '؟' | '«' | '»' | '“' | '”' | '–' | '…' => false,
        _ => c.is_alphabetic(),
    }
}

/// How many bytes at the beginning of `text` are plain Arabic letters, U+0621 to U+064A without
/// tatweel, which fill our texts.
#[must_use]
pub fn plain(text: &str) -> usize {
    /// Those of U+0600 to U+063F, as bits, and those of U+0640 to U+067F: one look for both, as a
    /// processor cannot guess of which of the two a letter is.
    const PLAIN: [u64; 2] = [0xffff_fffe_0000_0000, 0x07fe];
    let (pairs, _) = text.as_bytes().as_chunks::<2>();
    let plain = |pair: &&[u8; 2]| {
        let pair = u16::from_le_bytes(**pair);
        let of_block = PLAIN[usize::from(pair & 1)] >> (pair >> 8 & 0x3f) & 1 != 0;
        (pair & 0xfe == 0xd8) & of_block
    };
    2 * pairs.iter().take_while(plain).count()
}

/// Whether `c` is a letter of Arabic script, presentation forms included.
#[must_use]
pub fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{63f}' | '\u{641}'..='\u{64a}' | '\u{66e}'..='\u{66f}' | '\u{671}'..='\u{6d3}' | '\u{6d5}'
        | '\u{6e5}'..='\u{6e6}' | '\u{6ee}'..='\u{6ef}' | '\u{6fa}'..='\u{6fc}' | '\u{6ff}' | '\u{750}'..='\u{77f}'
        | '\u{870}'..='\u{887}' | '\u{889}'..='\u{88e}' | '\u{8a0}'..='\u{8c9}' | '\u{fb50}'..='\u{fbb1}'
        | '\u{fbd3}'..='\u{fd3d}' | '\u{fd50}'..='\u{fdfb}' | '\u{fe70}'..='\u{fefc}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quick_answer_is_the_same_for_every_character() {
        assert!(('\0'..=char::MAX).all(|c| is_alphabetic(c) == c.is_alphabetic()));
    }
}
