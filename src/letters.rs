//! Folding of Arabic letters, for comparing words. Shown text is never folded.
//!
//! Two keys, made per word: the match key loses only what is invisible, decorative or a matter of
//! encoding; the folded key also forgives spelling. Canonically equal spellings have equal keys.

mod habits;
mod kinds;
mod numerals;
mod presentation;

pub use habits::{egyptian_ya, is_detached, is_hijri, swap_final_ya};
pub use kinds::{TATWEEL, digit, is_alphabetic, is_arabic, is_invisible, is_mark, plain};
pub use numerals::numeral;
use presentation::presentation;

/// Appends the match key of `word` to `key`: the same word, whatever its encoding and decoration.
///
/// Vowel and Quran marks, tatweel and invisible characters go; a combining hamza or madda composes
/// with its letter; presentation forms and ligatures become letters; Persian and Urdu twins become
/// the Arabic letter; digits become ASCII; Latin letters lower case; punctuation one mark a class;
/// white space one space. Hamzas, ى and ة stay.
///
/// ```
/// let mut key = String::new();
/// zubda::letters::match_key("مُـؤتَمَر", &mut key);
/// assert_eq!(key, "مؤتمر");
/// ```
pub fn match_key(word: &str, key: &mut String) {
    let start = key.len();
    for c in word.chars() {
        push::<false>(c, start, key);
    }
}

/// Appends the folded key of `word` to `key`: the match key, with spellings that writers mix up
/// made one.
///
/// أ إ آ become ا, final ى becomes ي, final ة becomes ه, پ چ ژ ڤ گ become ب ج ز ف ك, and an Arabic
/// letter written three times or more in a row counts once.
///
/// ```
/// let mut key = String::new();
/// zubda::letters::fold("إلى", &mut key);
/// assert_eq!(key, "الي");
/// ```
pub fn fold(word: &str, key: &mut String) {
    let start = key.len();
    let mut rest = word;
    let mut last = 0;
    let mut stretched = false;
    loop {
        let kept = Kept::of(rest, last);
        let (letters, changed) = rest.split_at(kept.length);
        key.push_str(letters);
        stretched |= kept.doubled;
        let mut changed = changed.chars();
        match changed.next() {
            Some('آ' | 'أ' | 'إ') => {
                key.push('ا');
                stretched |= kept.last == ALEF;
                last = ALEF;
            }
            Some(c) => {
                push::<true>(c, start, key);
                stretched = true;
                last = 0;
            }
            None => break,
        }
        rest = changed.as_str();
    }
    if stretched && is_stretched(&key.as_bytes()[start..]) {
        shrink(start, key);
    }
    fold_end(start, key);
}

/// The bytes of ا.
const ALEF: u16 = u16::from_le_bytes([0xd8, 0xa7]);

/// Arabic letters that stay what they are when [`push`]ed.
struct Kept {
    /// How many bytes of a word they take from its beginning.
    length: usize,
    /// Whether one stands twice in a row.
    doubled: bool,
    /// The bytes of the last of them, or of what stands before them.
    last: u16,
}

impl Kept {
    /// Those at the beginning of `word`; `last` is what stands before.
    fn of(word: &str, mut last: u16) -> Self {
        /// The letters of U+0600 to U+063F that stay, as bits, and those of U+0640 to U+067F.
        const STAY: [u64; 2] = [0x07ff_ffd2_0000_0000, 0x07fe];
        let (pairs, _) = word.as_bytes().as_chunks::<2>();
        let mut doubled = false;
        let mut count = 0;
        for &pair in pairs {
            let pair = u16::from_le_bytes(pair);
            let of_block = STAY[usize::from(pair & 1)] >> (pair >> 8 & 0x3f) & 1 != 0;
            if pair & 0xfe != 0xd8 || !of_block {
                break;
            }
            count += 1;
            doubled |= pair == last;
            last = pair;
        }
        Self {
            length: 2 * count,
            doubled,
            last,
        }
    }
}

/// Puts one for each Arabic letter that stands three times or more in a row in the key from `start`
/// on.
fn shrink(start: usize, key: &mut String) {
    let tail = key.split_off(start);
    let letters: Vec<char> = tail.chars().collect();
    for run in letters.chunk_by(|a, b| a == b) {
        let kept = if run.len() >= 3 && is_arabic(run[0]) {
            &run[..1]
        } else {
            run
        };
        key.extend(kept);
    }
}

/// Folds a final ى and ة, in the key from `start` on.
fn fold_end(start: usize, key: &mut String) {
    let last = match key.as_bytes()[start..].last_chunk() {
        Some(b"\xd9\x89") => 'ي',
        Some(b"\xd8\xa9") => 'ه',
        _ => return,
    };
    key.pop();
    key.push(last);
}

/// Whether a two-byte letter, as all Arabic ones are, stands three times in a row.
fn is_stretched(key: &[u8]) -> bool {
    // The second bytes differ soonest: they alone tell most letters apart.
    key.windows(6)
        .any(|w| w[1] == w[3] && w[3] == w[5] && w[0] >= 0xd8 && w[0] == w[2] && w[2] == w[4])
}

/// Appends what `c` is in a key that began at `start`.
fn push<const FOLD: bool>(c: char, start: usize, key: &mut String) {
    match c {
        // First what nearly every letter of a text is.
        'ا'..='غ' | 'ف'..='و' | 'ي' | 'ء' | 'ؤ' | 'ئ' | 'ى' | 'a'..='z' | '0'..='9' => {
            key.push(c);
        }
        'آ' | 'أ' | 'إ' => key.push(if FOLD { 'ا' } else { c }),
        '\u{653}'..='\u{655}' => compose::<FOLD>(c, start, key),
        _ if is_mark(c) || is_invisible(c) || c == TATWEEL => {}
        'ٱ' => key.push('ا'),
        'ی' | 'ے' => key.push('ي'),
        'ک' => key.push('ك'),
        'ھ' | 'ہ' | 'ە' | 'ۀ' | 'ۂ' => key.push('ه'),
        'ۃ' => key.push('ة'),
        'ۓ' => key.push('ئ'),
        'پ' if FOLD => key.push('ب'),
        'چ' if FOLD => key.push('ج'),
        'ژ' if FOLD => key.push('ز'),
        'ڤ' if FOLD => key.push('ف'),
        'ڨ' if FOLD => key.push('ق'),
        'گ' | 'ڭ' if FOLD => key.push('ك'),
        'ۋ' if FOLD => key.push('و'),
        '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' if !presentation(c).is_empty() => {
            for letter in presentation(c).chars() {
                push::<FOLD>(letter, start, key);
            }
        }
        _ if c.is_whitespace() => {
            if !key[start..].ends_with(' ') {
                key.push(' ');
            }
        }
        _ => match digit(c) {
            Some(value) => key.push(char::from(b'0' + value)),
            None => key.push(punctuation(c).unwrap_or_else(|| lower(c))),
        },
    }
}

/// Joins a combining madda or hamza with the letter before it, as canonical composition does, and
/// also with ى and its Persian form, where Unicode forgot to.
fn compose<const FOLD: bool>(mark: char, start: usize, key: &mut String) {
    let composed = match (key[start..].chars().next_back(), mark) {
        (Some('ا'), _) if FOLD => 'ا',
        (Some('ا'), '\u{653}') => 'آ',
        (Some('ا'), '\u{654}') => 'أ',
        (Some('ا'), _) => 'إ',
        (Some('و'), '\u{654}') => 'ؤ',
        (Some('ي' | 'ى'), '\u{654}') => 'ئ',
        _ => return,
    };
    key.pop();
    key.push(composed);
}

/// The one mark that stands for all quotes, commas, stops ... in a key.
fn punctuation(c: char) -> Option<char> {
    Some(match c {
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '\'' | '‘' | '’' | '‚' | '‛'
        | '❝' | '❞' | '″' | '﴾' | '﴿' => '"',
        '،' | '؍' | '，' => ',',
        '؛' | '；' => ';',
        '؟' | '？' | '⁇' | '⁈' => '?',
        '！' | '‼' | '⁉' => '!',
        '۔' | '．' | '。' | '؞' | '؝' => '.',
        '：' => ':',
        _ => return None,
    })
}

/// The simple lower case of `c`.
fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(word: &str) -> (String, String) {
        let (mut exact, mut folded) = (String::new(), String::new());
        match_key(word, &mut exact);
        fold(word, &mut folded);
        (exact, folded)
    }

    /// One row a class of letters: the word, its match key, its folded key.
    const CLASSES: &[(&str, &str, &str)] = &[
        // Vowel marks, tanwin before and after its alef, shadda, sukun.
        ("كَتَّبْتُمٌ", "كتبتم", "كتبتم"),
        ("كتابا\u{64b}", "كتابا", "كتابا"),
        ("كتاب\u{64b}ا", "كتابا", "كتابا"),
        // Combining madda and hamzas compose with their letter, over a vowel mark too.
        ("ا\u{653}ب", "آب", "اب"),
        ("ا\u{654}ب", "أب", "اب"),
        ("ا\u{655}ب", "إب", "اب"),
        ("ا\u{64e}\u{654}ب", "أب", "اب"),
        ("مو\u{654}من", "مؤمن", "مؤمن"),
        ("بي\u{654}ر", "بئر", "بئر"),
        ("ب\u{6cc}\u{654}ر", "بئر", "بئر"),
        ("ب\u{649}\u{654}ر", "بئر", "بئر"),
        ("ب\u{654}د\u{653}", "بد", "بد"),
        // Other marks: superscript alef, Quran marks, extended marks.
        ("هٰذا", "هذا", "هذا"),
        (
            "ا\u{656}\u{65f}\u{610}\u{61a}\u{6d6}\u{6dc}\u{6df}\u{6e4}\u{6e7}\u{6e8}\u{6ea}\u{6ed}ب",
            "اب",
            "اب",
        ),
        ("ا\u{8d3}\u{8e1}\u{8e3}\u{8ff}ب", "اب", "اب"),
        // Small letters; Quran signs; number signs.
        ("له\u{6e5}به\u{6e6}", "لهبه", "لهبه"),
        ("\u{6dd}12\u{6de}\u{6e9}", "12", "12"),
        (
            "\u{600}\u{601}\u{602}\u{603}\u{604}\u{605}\u{8e2}7",
            "7",
            "7",
        ),
        // Tatweel.
        ("كـــتاب", "كتاب", "كتاب"),
        ("لـ", "ل", "ل"),
        // Alef wasla; hamzated alefs; hamza on waw and ya; free hamza.
        ("\u{671}لله", "الله", "الله"),
        ("\u{622}\u{623}\u{625}", "آأإ", "ا"),
        ("أعلام", "أعلام", "اعلام"),
        ("مسؤول", "مسؤول", "مسؤول"),
        ("مسئول", "مسئول", "مسئول"),
        ("ماء", "ماء", "ماء"),
        // Final alef maksura, and inside a word; ta marbuta.
        ("على", "على", "علي"),
        ("علىه", "علىه", "علىه"),
        ("كرة", "كرة", "كره"),
        ("كرةة", "كرةة", "كرةه"),
        // Persian and Urdu twins: at both keys.
        ("ای\u{6a9}", "ايك", "ايك"),
        ("\u{6be}\u{6c1}\u{6d5}", "ههه", "ه"),
        ("ب\u{6c0}", "به", "به"),
        ("ب\u{6c2}", "به", "به"),
        ("كر\u{6c3}", "كرة", "كره"),
        ("عل\u{6d2}", "علي", "علي"),
        ("ش\u{6d3}", "شئ", "شئ"),
        // Their other letters: at the folded key only.
        ("\u{67e}\u{686}\u{698}", "پچژ", "بجز"),
        ("\u{6a4}\u{6af}", "ڤگ", "فك"),
        ("\u{6a8}\u{6ad}\u{6cb}", "ڨڭۋ", "قكو"),
        // Presentation forms and ligatures.
        ("\u{fe91}\u{fef4}\u{fe96}", "بيت", "بيت"),
        ("\u{fefb}", "لا", "لا"),
        ("\u{fefc}", "لا", "لا"),
        ("\u{fef5}", "لآ", "لا"),
        ("\u{fef7}", "لأ", "لا"),
        ("\u{fef9}", "لإ", "لا"),
        ("\u{fdf2}", "الله", "الله"),
        ("\u{fdfa}", "صلى الله عليه وسلم", "صلى الله عليه وسلم"),
        ("\u{fdfb}", "جل جلاله", "جل جلاله"),
        ("\u{fdfc}", "ريال", "ريال"),
        ("\u{fdfd}", "البسملة", "البسمله"),
        ("ب\u{fc5e}\u{fc63}\u{fe70}\u{fe7f}", "ب", "ب"),
        ("\u{fb50}\u{fbff}", "اي", "اي"),
        // Bidi controls; joiners; soft hyphen, byte order mark, word joiner, zero-width space.
        (
            "\u{200e}\u{200f}\u{61c}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}ب",
            "ب",
            "ب",
        ),
        ("م\u{200c}ن\u{200d}", "من", "من"),
        ("م\u{ad}ن\u{feff}\u{2060}\u{200b}ا", "منا", "منا"),
        // Spaces.
        (
            "ا\u{a0}\u{202f}\u{2007}\u{2009}\u{3000}\u{1680}\u{205f}ب",
            "ا ب",
            "ا ب",
        ),
        // Digits of every script that Arabic texts have.
        ("٠١٢٣٤٥٦٧٨٩", "0123456789", "0123456789"),
        ("۰۱۲۳۴۵۶۷۸۹", "0123456789", "0123456789"),
        ("０１９", "019", "019"),
        ("1000", "1000", "1000"),
        // Separators stay for the reader of numbers.
        ("٣٫٥", "3٫5", "3٫5"),
        // Quotes; punctuation by class.
        (
            "\"“”„‟«»‹›'‘’‚❝❞″﴾﴿",
            "\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"",
            "\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"",
        ),
        ("،؛؟۔؞؝…", ",;?...…", ",;?...…"),
        ("⁇⁈⁉", "??!", "??!"),
        // Latin case; stretched letters.
        ("NATO É İ", "nato é i", "nato é i"),
        ("رااائع", "رااائع", "رائع"),
        ("ههههه", "ههههه", "ه"),
        ("باااأإآب", "باااأإآب", "باب"),
        ("هـههب", "هههب", "هب"),
        ("الله", "الله", "الله"),
    ];

    #[test]
    fn every_class_of_letters_has_its_keys() {
        for &(word, exact, folded) in CLASSES {
            assert_eq!(
                keys(word),
                (exact.into(), folded.into()),
                "{}",
                word.escape_unicode()
            );
        }
    }

    #[test]
    fn a_key_is_appended_and_composes_nothing_before_it() {
        let mut key = "ا".to_owned();
        match_key("\u{654}ب", &mut key);
        fold("\u{653}ة", &mut key);
        assert_eq!(key, "ابه");
    }
}
