//! Notes to the reader around an article: whose opinion it is, where it stood first, what to press.

use super::cues::{Head, cues, past, stands, starts};
use super::line::Line;
use crate::tokens::TokenKind;

/// Longer lines are no notes.
const LONGEST: u32 = 80;
/// A longer line invites nobody.
const LONGEST_INVITATION: u32 = 25;
/// A longer line names no source alone.
const LONGEST_SOURCE: u32 = 5;

/// Whether `line` with this head and of this many words is a note to the reader, closed or not;
/// stars may stand before it.
pub(super) fn is_note(line: &Line, head: &Head, words: u32) -> bool {
    if words > LONGEST {
        return false;
    }
    let starred = (line.first(head.0) == '*').then(|| past(line, head.0, "*"));
    let head = starred.as_ref().unwrap_or(head);
    let begins = |list| starts(line, head, list).is_some();
    (words <= LONGEST_SOURCE && begins("a source"))
        || (words <= LONGEST_INVITATION && begins("an invitation") && has(line, "a link"))
        || (begins("an author") && has(line, "an opinion"))
}

/// Whether a phrase of `list` stands anywhere in `line`.
fn has(line: &Line, list: &str) -> bool {
    let phrases = cues().get(list).map_or(&[][..], Vec::as_slice);
    (0..line.tokens.len())
        .filter(|&at| line.kind(at) == TokenKind::Word)
        .any(|at| {
            let word = line.word(at);
            phrases
                .iter()
                .any(|phrase| stands(line, at, &word, phrase).is_some())
        })
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::sentences::SentenceKind;

    const BODY: &str = "افتتحت البلدية حديقة جديدة في الحي القديم أمس.";

    fn kinds(line: &str) -> Vec<SentenceKind> {
        let text = format!("{BODY}\n{line}\n{BODY}");
        let document = Document::read(&text);
        let inner = 1..document.sentences.len() - 1;
        document.sentences[inner].iter().map(|s| s.kind).collect()
    }

    #[test]
    fn a_note_is_no_part_of_the_article() {
        for note in [
            "هذا المقال بقلم سلمى الحداد، أستاذة العمارة في الجامعة. والآراء الواردة فيه لا تعبر بالضرورة عن رأي الصحيفة.",
            "** جميع الآراء المنشورة هنا تمثل رأي أصحابها فقط.",
            "* نقلا عن «صوت الميناء»",
            "يمكنكم متابعة آخر أخبار الحديقة على هاتفكم بعد تحميل البرنامج المجاني.",
            "لمشاهدة الافتتاح كاملا، اضغط هنا.",
            "تتابعون على موقع وتطبيق \"صوت الميناء\" تغطية مباشرة لافتتاح الحديقة.",
        ] {
            let kinds = kinds(note);
            assert!(
                kinds.iter().all(|&kind| kind == SentenceKind::Boilerplate),
                "{note}: {kinds:?}"
            );
        }
    }

    #[test]
    fn what_only_sounds_like_a_note_stays() {
        for sentence in [
            "الآراء في الحي منقسمة، لكن الجيران يريدون الحديقة كلهم.",
            "تابعوا أعمال البناء عامين كاملين، ثم جاؤوا جميعا إلى الافتتاح.",
            "يمكنكم الوصول إلى الحديقة سيرا على الأقدام من محطة القطار.",
            "وقال المدير إن الأرقام لا تعكس بالضرورة رأي الزوار جميعا.",
            "نقلا عن أحد المهندسين، سيكتمل بناء السور في نهاية الشهر المقبل.",
        ] {
            assert_eq!(kinds(sentence), [SentenceKind::Sentence], "{sentence}");
        }
    }

    #[test]
    fn a_rule_of_dashes_after_a_sentence_is_an_ornament() {
        assert_eq!(
            kinds("وحضر الافتتاح مئات السكان. ------------------"),
            [SentenceKind::Sentence, SentenceKind::Ornament]
        );
    }
}
