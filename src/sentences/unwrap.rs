//! Texts whose lines were broken at a width, as mail and copied PDF are: there a line's end ends
//! nothing.

use super::extent::Extent;
use crate::tokens::Token;

/// The widths, in characters, at which lines are broken.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=140;
/// Fewer lines show no habit.
const FEWEST: usize = 4;
/// Fewer lines show no habit where they are of unequal width.
const FEWEST_UNEQUAL: usize = 8;
/// The widths at which a few lines already show it: those of mail and typewriters.
const USUAL_WIDTHS: std::ops::RangeInclusive<usize> = 60..=90;
/// How many of a few lines are full then.
const FEWEST_FULL: usize = 3;

/// What matters of a line here.
struct Measure {
    /// Its width.
    width: usize,
    /// The width of its first word.
    first_word: usize,
    /// Whether its end could end a sentence.
    closed: bool,
    /// Whether a sentence ends within it.
    has_stop: bool,
    /// Whether the next line follows without an empty one.
    continued: bool,
}

/// Joins those of `lines` that were one before the text was broken at a width, if it was.
pub(super) fn join(text: &str, tokens: &[Token], lines: Vec<Extent>) -> Vec<Extent> {
    let Some(width) = width(text, tokens, &lines) else {
        return lines;
    };
    let measures = measure(text, tokens, &lines);
    if !is_wrapped(&measures, width) {
        return lines;
    }
    let mut joined: Vec<Extent> = Vec::new();
    let mut goes_on = false;
    for (line, measure) in lines.into_iter().zip(&measures) {
        match joined
            .last_mut()
            .filter(|_| goes_on && !is_item(line.of(text, tokens)))
        {
            Some(whole) => whole.end = line.end,
            None => joined.push(line),
        }
        goes_on = measure.continued && measure.width * 5 >= width * 3;
    }
    joined
}

/// The width that nine lines in ten keep, where a text could have been broken at it.
fn width(text: &str, tokens: &[Token], lines: &[Extent]) -> Option<usize> {
    if lines.len() < FEWEST {
        return None;
    }
    // A character has at most four bytes, and some have one: bytes rule out most texts.
    let mut bytes: Vec<usize> = lines
        .iter()
        .map(|line| line.of(text, tokens).len())
        .collect();
    let tenth = bytes.len() * 9 / 10;
    let (_, &mut wide, _) = bytes.select_nth_unstable(tenth);
    if wide < *WIDTHS.start() || wide > 4 * WIDTHS.end() {
        return None;
    }
    let mut widths: Vec<usize> = lines
        .iter()
        .map(|line| line.of(text, tokens).chars().count())
        .collect();
    let (_, &mut width, _) = widths.select_nth_unstable(tenth);
    WIDTHS.contains(&width).then_some(width)
}

fn measure(text: &str, tokens: &[Token], lines: &[Extent]) -> Vec<Measure> {
    let follows = |place: usize| {
        lines
            .get(place + 1)
            .is_some_and(|next| next.start == lines[place].end + 1)
    };
    let measure = |(place, line): (usize, &Extent)| {
        let line = line.of(text, tokens);
        Measure {
            width: line.chars().count(),
            first_word: line
                .split_whitespace()
                .next()
                .map_or(0, |word| word.chars().count()),
            closed: line
                .trim_end_matches(['"', '»', ')', '”', ']'])
                .ends_with(['.', '!', '؟', '?', ':', '…', '؛']),
            has_stop: line.contains(". ") || line.contains("؟ "),
            continued: follows(place),
        }
    };
    lines.iter().enumerate().map(measure).collect()
}

/// Whether the lines were broken at `width`: where no sentence ends, the next word had no room, or
/// at least the lines are full while sentences end within them. Of a few lines with even fewer such
/// ends, most are full, and the width is a usual one.
fn is_wrapped(lines: &[Measure], width: usize) -> bool {
    let open: Vec<(&Measure, &Measure)> = lines
        .iter()
        .zip(lines.iter().skip(1))
        .filter(|(line, _)| line.continued && !line.closed)
        .collect();
    let most = |count: usize, of: usize| of > 0 && count * 5 >= of * 4;
    let no_room = open
        .iter()
        .filter(|(line, next)| line.width + 1 + next.first_word > width)
        .count();
    if open.len() < 3 {
        let full = lines
            .iter()
            .filter(|line| line.width * 10 >= width * 9)
            .count();
        return !open.is_empty()
            && no_room == open.len()
            && full >= FEWEST_FULL
            && USUAL_WIDTHS.contains(&width);
    }
    if open.len() * 5 < lines.len() * 2 {
        return false;
    }
    let full = open
        .iter()
        .filter(|(line, _)| line.width * 4 >= width * 3)
        .count();
    let stops = lines.iter().filter(|line| line.has_stop).count();
    most(no_room, open.len())
        || (lines.len() >= FEWEST_UNEQUAL && most(full, open.len()) && stops * 4 >= lines.len())
}

/// Whether `line` begins with a bullet or a number that counts.
fn is_item(line: &str) -> bool {
    let after_number = line.trim_start_matches(|c| crate::letters::digit(c).is_some());
    line.starts_with(['•', '●', '▪', '*', '·', '-', '–', '—'])
        || (after_number.len() < line.len()
            && line.len() - after_number.len() <= 4
            && after_number.starts_with(['.', ')', '-'])
            && !after_number[1..].starts_with(|c: char| c.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use crate::sentences;
    use crate::tokens;

    fn sentences(text: &str) -> Vec<String> {
        let tokens = tokens::tokenize(text);
        sentences::split(text, &tokens)
            .iter()
            .map(|sentence| sentence.span.of(text).replace('\n', "/"))
            .collect()
    }

    #[test]
    fn lines_broken_at_a_width_are_one() {
        let text = "زرع أهل القرية أشجار الزيتون على السفوح القريبة من النهر قبل\nسنوات طويلة وكانوا يخرجون إليها كل صباح قبل شروق الشمس بقليل.\nوفي موسم القطاف يأتي الأولاد من المدرسة ليساعدوا آباءهم ويبيت\nبعضهم في الحقول. ثم تعصر الحبوب في معصرة قديمة يديرها رجل من\nأبناء القرية ورثها عن جده.";
        assert_eq!(sentences(text).len(), 3);
        assert!(sentences(text)[0].contains('/'));
    }

    #[test]
    fn lines_of_their_own_stay() {
        let text = "زرع أهل القرية أشجار الزيتون على السفوح القريبة من النهر\nوكانوا يخرجون إليها كل صباح\nوفي موسم القطاف يأتي الأولاد من المدرسة ليساعدوا آباءهم ويبيت بعضهم في الحقول\nثم تعصر الحبوب في معصرة قديمة\nورثها رجل عن جده";
        assert_eq!(sentences(text).len(), 5);
    }

    #[test]
    fn items_and_headings_stay() {
        let text = "أعمال الخريف\nزرع أهل القرية أشجار الزيتون على السفوح القريبة من النهر قبل\nسنوات طويلة وكانوا يخرجون إليها كل صباح قبل شروق الشمس بقليل\nوفي موسم القطاف يأتي الأولاد من المدرسة ليساعدوا آباءهم ويبيت\n- بعضهم في الحقول. ثم تعصر الحبوب في معصرة قديمة يديرها رجل من\nأبناء القرية ورثها عن جده.";
        let found = sentences(text);
        assert_eq!(found[0], "أعمال الخريف");
        assert!(found[2].starts_with("- بعضهم"), "{found:?}");
    }

    #[test]
    fn a_few_full_lines_are_enough() {
        let text = "وكان الصيادون يبيعون السمك في سوق الميناء كل صباح ثم يعودون إلى\nقراهم.\nوبنى أهل القرية جدارا من الحجر حول الساحة القديمة حتى لا تدخلها\nالأغنام في الشتاء وزرعوا حوله شجرا من السرو يحمي البيوت من الريح";
        assert_eq!(sentences(text).len(), 2, "{:?}", sentences(text));
        let shorter = text.replace("وكان الصيادون ", "");
        assert_eq!(sentences(&shorter).len(), 4, "a word had room");
    }
}
