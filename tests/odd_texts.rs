//! Texts that are no article: each gets a sensible order, finite scores and the same answer twice.

use zubda::analyze;
use zubda::summary::{Length, summary};

/// The ranked sentences of `text` in the order of their ranks, after checking that the ranks have no
/// gap and the scores are shares.
fn ranked(text: &str) -> Vec<&str> {
    let analysis = analyze(text);
    assert_eq!(analysis, analyze(text), "another answer the second time");
    let mut rows: Vec<(usize, &str)> = Vec::new();
    for sentence in &analysis.sentences {
        assert!(
            (0.0..=1.0).contains(&sentence.score),
            "score {} of {}",
            sentence.score,
            sentence.span.of(text)
        );
        rows.extend(sentence.rank.map(|rank| (rank, sentence.span.of(text))));
    }
    rows.sort_unstable();
    let ranks: Vec<usize> = rows.iter().map(|(rank, _)| *rank).collect();
    assert_eq!(
        ranks,
        (0..rows.len()).collect::<Vec<_>>(),
        "a gap in the ranks"
    );
    rows.into_iter().map(|(_, sentence)| sentence).collect()
}

#[test]
fn one_and_two_sentences() {
    assert_eq!(ranked("افتتح الوزير المتحف."), ["افتتح الوزير المتحف."]);
    assert_eq!(ranked("افتتح الوزير المتحف. وحضر الأهالي الحفل.").len(), 2);
}

#[test]
fn a_hundred_equal_sentences_keep_their_order() {
    let text = "أعلنت البلدية خطة جديدة لتنظيف الشاطئ. ".repeat(100);
    let analysis = analyze(&text);
    assert_eq!(analysis.sentences.len(), 100);
    assert_eq!(analysis.sentences[0].rank, Some(0), "of equals the first");
    assert_eq!(ranked(&text).len(), 100);
}

#[test]
fn what_is_said_twice_goes_last() {
    let text = "أعلنت البلدية خطة جديدة لتنظيف الشاطئ الشمالي. وقدّر المهندسون الكلفة بمليون دينار. \
        وأعلنت البلدية خطة جديدة لتنظيف الشاطئ الشمالي. ويبدأ العمال الحفر في الربيع المقبل.";
    let analysis = analyze(text);
    let ranks: Vec<_> = analysis.sentences.iter().map(|s| s.rank).collect();
    assert!(
        ranks[0] == Some(3) || ranks[2] == Some(3),
        "one of the twins is last: {ranks:?}"
    );
}

#[test]
fn a_text_of_headings_only_has_a_summary() {
    let text = "أسعار الخبز\n\nموسم الزيتون\n\nسوق السمك";
    let analysis = analyze(text);
    assert!(!summary(text, &analysis, Length::Standard).is_empty());
    assert_eq!(ranked(text).len(), 3);
}

#[test]
fn a_poem_keeps_its_lines_whole() {
    let text = "مرّ الشتاء على الحقول مهاجرا\nوترك السنابل نائمات في الندى\n\
        عاد الصغار من البيادر ضاحكين\nوالريح تحمل ضحكهم خلف المدى";
    let analysis = analyze(text);
    let lines: Vec<&str> = text.lines().collect();
    for sentence in &analysis.sentences {
        let shown = sentence.span.of(text);
        assert!(
            lines
                .iter()
                .any(|line| shown.contains(line) || line.contains(shown)),
            "{shown:?} is cut across lines"
        );
    }
    assert!(!ranked(text).is_empty());
}

#[test]
fn a_list_of_links_is_no_article_but_is_answered() {
    let text = "https://site.example/a/1\nhttps://site.example/b/2\nwww.site.example/c";
    let analysis = analyze(text);
    assert_eq!(analysis.sentences.len(), 3);
    assert!(analysis.entities.is_empty(), "{:?}", analysis.entities);
    ranked(text);
}

#[test]
fn a_table_keeps_its_rows_apart() {
    let text = "المدينة\tالسكان\tالمساحة\nصور\t12000\t45\nعاليه\t22000\t31\nجبيل\t40000\t17";
    assert_eq!(analyze(text).sentences.len(), 4);
    ranked(text);
}

#[test]
fn a_text_of_questions_is_ranked() {
    let text = "متى يبدأ الموسم؟ ومن يشارك فيه؟ وكم يبلغ عدد المقاعد؟ وأين تباع التذاكر؟";
    assert_eq!(ranked(text).len(), 4);
}

#[test]
fn speakers_of_a_transcript_stay_with_what_they_say() {
    let text = "المذيعة: متى بدأ العمل في السد؟\nالمهندس: بدأنا الحفر قبل ثلاث سنوات، وأنجزنا نصف الجدار.\n\
        المذيعة: وكم بلغت الكلفة؟\nالمهندس: بلغت الكلفة حتى الآن مئتي مليون دينار.";
    let ranked = ranked(text);
    for answer in text.lines().skip(1).step_by(2) {
        assert!(ranked.contains(&answer), "{answer} is not in {ranked:?}");
    }
}

#[test]
fn a_sentence_of_three_thousand_words_is_cut_softly() {
    let text = "وقال العامل الجديد إن الحقل واسع والماء قليل، ".repeat(375);
    let analysis = analyze(&text);
    assert!(analysis.sentences.len() > 1, "one sentence only");
    assert!(analysis.sentences[0].soft, "the cut is ours and says so");
    ranked(&text);
}

#[test]
fn other_languages_are_ranked_too() {
    for text in [
        "The council opened a library. It cost two million. People came to see it.",
        "شورای شهر کتابخانه تازه‌ای گشود. مردم از آن دیدن کردند. هزینه آن دو میلیون بود.",
    ] {
        assert_eq!(ranked(text).len(), 3, "{text}");
    }
}

#[test]
fn what_has_no_letter_and_no_digit_is_never_ranked() {
    let body = "افتتح الوزير المتحف.\nوحضر الأهالي الحفل.";
    for line in ["ــــــــــــ", "ـ ـ ـ", "\u{64e}\u{651}", "🌊 🌊", "* * *"] {
        assert_eq!(ranked(line), [""; 0], "{line} alone");
        assert_eq!(
            ranked(&format!("{body}\n{line}\n{body}")).len(),
            4,
            "{line}"
        );
        assert_eq!(analyze(line).words, 0, "{line}");
    }
}

#[test]
fn quotes_without_partner_or_turned_round_swallow_nothing() {
    for (text, count) in [
        ("قال العامل \"وصلنا. ثم جلس. ونام الجميع.", 3),
        ("قال العامل وصلنا\". ثم جلس. ونام الجميع.", 3),
        ("قال العامل «وصلنا. ثم جلس. ونام الجميع.", 3),
        ("قال العامل وصلنا». ثم جلس. ونام الجميع.", 3),
        ("»وصلنا. وجلسنا« قال العامل. ونام الجميع.", 2),
        ("قال ”وصلنا. وجلسنا“ أمس. ونام الجميع.", 2),
        ("قال (وصلنا. ثم جلس. ونام الجميع.", 3),
        ("قال )وصلنا( ثم جلس. ونام الجميع.", 2),
    ] {
        assert_eq!(ranked(text).len(), count, "{text}");
    }
}

#[test]
fn thousands_of_nested_brackets_are_read() {
    let body = "افتتح الوزير المتحف. وحضر الأهالي الحفل.";
    for (open, close) in [
        ("(", ")"),
        ("«", "»"),
        ("[{", "}]"),
        ("(", ""),
        ("", ")"),
        ("\"", "'"),
    ] {
        let text = format!("{}{body}{}", open.repeat(5000), close.repeat(5000));
        assert!(!ranked(&text).is_empty(), "{open} {close}");
    }
}

#[test]
fn a_very_long_line_without_a_stop_is_read_and_ranked() {
    let text = "وصل العمال إلى الحقل الواسع قبل شروق الشمس وحملوا سلال القصب ".repeat(2000);
    let analysis = analyze(&text);
    assert!(
        analysis
            .sentences
            .iter()
            .all(|sentence| sentence.rank.is_some())
    );
    assert_eq!(analysis.words, 22_000);
}

#[test]
fn scripts_may_mix() {
    let text = "زار الوفد شهر تهران را دید. یہ کتاب نئی ہے۔ The team won. הקבוצה ניצחה. Команда выиграла! \
        ثم عاد إلى القاهرة.";
    assert_eq!(ranked(text).len(), 6, "{:?}", ranked(text));
}
