//! What a sentence is: running text, heading, list item, boilerplate or ornament.

use super::cues::{Head, cues, head, stands, starts};
use super::line::Line;
use super::notes;
use crate::letters;
use crate::tokens::TokenKind;

/// What can be said of a line before its neighbours are seen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// No letter and no digit.
    Ornament,
    /// A byline, caption, link or note.
    Boilerplate,
    /// It begins with a bullet or number.
    Item,
    /// It begins with a letter and a stop: an item, if its neighbours do so too.
    Lettered,
    /// Anything else.
    Plain,
}

/// Longer lines are no headings and no boilerplate.
const SHORT: u32 = 12;

/// The shape of `line`; `whole` when it is one sentence.
pub(super) fn shape(line: &Line, whole: bool) -> Shape {
    let words = line.words_between(0, line.tokens.len());
    if words == 0 {
        Shape::Ornament
    } else {
        let head = head(line);
        let boilerplate = || is_boilerplate(line, &head, words);
        let short = || whole && words <= SHORT && !is_closed(line) && boilerplate();
        if is_teaser(line, &head) || notes::is_note(line, &head, words) || short() {
            Shape::Boilerplate
        } else {
            beginning(line)
        }
    }
}

/// Whether the visible end of `line`, quotes and brackets aside, ends a sentence; questions and
/// colons do not count.
pub(super) fn is_closed(line: &Line) -> bool {
    matches!(last_mark(line), '.' | '!' | '…' | '۔' | '；')
}

/// The last character of `line`, quotes and brackets aside.
pub(super) fn last_mark(line: &Line) -> char {
    let mut at = line.tokens.len();
    while let Some(last) = line.last_visible(at) {
        if !matches!(
            line.first(last),
            '"' | '«' | '»' | '“' | '”' | '\'' | '(' | ')' | '[' | ']'
        ) {
            return line.first(last);
        }
        at = last;
    }
    ' '
}

/// Whether `line` begins as an item of a list does.
fn beginning(line: &Line) -> Shape {
    let first = line.next_visible(0);
    let second = line.next_visible(first + 1);
    let mark = line.first(second);
    let c = line.first(first);
    let small = line.kind(first) == TokenKind::Number
        && line.piece(first).chars().count() < 3
        && line
            .piece(first)
            .chars()
            .all(|c| letters::digit(c).is_some());
    if line.kind(first) != TokenKind::Word
        && matches!(
            c,
            '•' | '●'
                | '▪'
                | '◦'
                | '‣'
                | '·'
                | '*'
                | '-'
                | '–'
                | '—'
                | '■'
                | '►'
                | '▶'
                | '○'
                | '✓'
                | '✔'
                | '➤'
                | '★'
                | '◆'
                | '□'
        )
    {
        let spaced = line.is_blank(first + 1) || !matches!(c, '-' | '*' | '–' | '—' | '·');
        return if spaced { Shape::Item } else { Shape::Plain };
    }
    if small
        && matches!(mark, '.' | ')' | '-' | '–' | '/')
        && line.piece(second).chars().count() == 1
        && line.next_visible(second + 1) < line.tokens.len()
    {
        return Shape::Item;
    }
    if c == '('
        && line.kind(first + 1) == TokenKind::Number
        && line.piece(first + 1).chars().count() < 3
        && line.first(first + 2) == ')'
    {
        return Shape::Item;
    }
    let lettered = line
        .word(first)
        .chars()
        .filter(|&c| letters::is_alphabetic(c))
        .count()
        == 1;
    if lettered
        && matches!(mark, '.' | ')' | '-')
        && !line.is_parted(first, second)
        && line.is_blank(second + 1)
    {
        return Shape::Lettered;
    }
    Shape::Plain
}

/// Whether `line` announces another article: a cue, a mark, its title.
fn is_teaser(line: &Line, head: &Head) -> bool {
    starts(line, head, "a teaser").is_some_and(|end| {
        let mark = line.next_visible(end);
        parts(line.first(mark))
            || matches!(line.first(mark), '…' | '-' | '–')
            || (mark < line.tokens.len() && line.piece(mark).starts_with(".."))
    })
}

/// Whether a short `line` of this many words is no part of the article.
fn is_boilerplate(line: &Line, head: &Head, words: u32) -> bool {
    starts(line, head, "anything").is_some()
        || starts(line, head, "a colon")
            .is_some_and(|end| parts(line.first(line.next_visible(end))))
        || (words <= 4 && starts(line, head, "a name").is_some())
        || is_dateline(line, words)
}

/// Whether a mark parts a cue from what it announces.
fn parts(mark: char) -> bool {
    matches!(mark, ':' | '：' | '/' | '|')
}

/// Whether a line of so many words only says where, when or by which agency.
fn is_dateline(line: &Line, words: u32) -> bool {
    let Some(agencies) = cues().get("agencies") else {
        return false;
    };
    let Some(days) = cues().get("days") else {
        return false;
    };
    let mut numbers = 0;
    let mut dated = 0;
    let mut signed = false;
    let mut at = line.next_visible(0);
    let mut parted = false;
    while at < line.tokens.len() {
        match line.kind(at) {
            TokenKind::Number => numbers += 1,
            TokenKind::Word => {
                let word = line.word(at);
                dated += u32::from(days.iter().any(|day| day.first() == Some(&word)));
                let agency = agencies
                    .iter()
                    .filter_map(|agency| stands(line, at, &word, agency))
                    .max();
                if let Some(end) = agency {
                    signed |=
                        parted && line.next_visible(end) >= line.tokens.len().saturating_sub(1);
                    at = end - 1;
                }
            }
            TokenKind::Punctuation => {
                parted |= matches!(
                    line.first(at),
                    '-' | '–' | '—' | '(' | '/' | ':' | '،' | '|'
                );
            }
            _ => {}
        }
        at = line.next_visible(at + 1);
    }
    (signed && words <= 7) || (numbers > 0 && numbers + dated >= words)
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::sentences::SentenceKind;

    #[test]
    fn a_teaser_is_no_part_of_the_article_to_the_end_of_its_line() {
        let body = "افتتحت البلدية حديقة جديدة في الحي القديم أمس.";
        for teaser in [
            "قد يهمك/ سكان الحي يطلبون ملعبا.. والبلدية تعد بدراسة الطلب في الأسبوع المقبل",
            "قد يهمك أيضا: كيف تزرع شجرة؟ ومتى تسقيها؟",
            "للمزيد - معرض الزهور يعود بعد غياب.. فمن يشارك فيه هذا العام؟",
            "قصة ذات صلة/ جيران الحديقة يزرعون مئة شجرة زيتون على طول السور الغربي",
            "اقرأ أيضا | موسم الورد يبدأ مبكرا هذا العام بعد شتاء ماطر وطويل في كل القرى.",
        ] {
            let text = format!("{body}\n{teaser}\n{body}");
            let kinds: Vec<_> = Document::read(&text)
                .sentences
                .iter()
                .map(|sentence| sentence.kind)
                .collect();
            let inner = &kinds[1..kinds.len() - 1];
            assert!(
                inner.iter().all(|&kind| kind == SentenceKind::Boilerplate),
                "{teaser}: {kinds:?}"
            );
            assert_eq!(kinds[0], SentenceKind::Sentence);
        }
        let text = format!("{body}\nقد يهمك أن تعرف موعد الافتتاح.");
        let last = Document::read(&text).sentences[1].kind;
        assert_eq!(last, SentenceKind::Sentence, "no mark, no teaser");
        let text = format!("{body}\nقد يهمك");
        assert_eq!(Document::read(&text).sentences.len(), 2);
    }
}
