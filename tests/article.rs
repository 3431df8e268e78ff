//! The real article, read from beside the repository where it is there: a publisher's text, so
//! never part of it.

use std::fs;
use std::path::Path;
use zubda::entities::EntityKind::{Date, Measure, Organization, Person, Place};
use zubda::sentences::SentenceKind;
use zubda::summary::{Length, summary};

/// The article, or `None` and a word about it.
fn article() -> Option<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold/article.txt");
    let text = fs::read_to_string(&file).ok();
    if text.is_none() {
        eprintln!("not checked: {} is not there", file.display());
    }
    text
}

#[test]
fn five_sentences_are_whole_lines_with_the_first_among_them() {
    let Some(text) = article() else { return };
    let analysis = zubda::analyze(&text);
    let chosen = summary(&text, &analysis, Length::Sentences(5));
    assert_eq!(chosen.len(), 5);
    assert_eq!(chosen[0], 0, "the article's first sentence is missing");
    for i in chosen {
        let sentence = &analysis.sentences[i];
        assert_eq!(sentence.kind, SentenceKind::Sentence);
        let words = sentence.span.of(&text);
        assert!(
            text.lines().any(|line| line == words),
            "not a whole line: {words}"
        );
    }
}

#[test]
fn its_main_names_dates_and_measures_are_found() {
    let Some(text) = article() else { return };
    let analysis = zubda::analyze(&text);
    for (name, kind) in [
        ("فلاديمير بوتين", Person),
        ("سيرجي لافروف", Person),
        ("كوريا الشمالية", Place),
        ("موسكو", Place),
        ("الكرملين", Organization),
        ("ديسمبر الماضي", Date),
        ("900 كيلومتر", Measure),
    ] {
        let found = analysis
            .entities
            .iter()
            .find(|entity| entity.span.of(&text) == name);
        assert!(
            found.is_some_and(|entity| entity.kind == kind),
            "{name}: {kind:?} expected, {found:?} found"
        );
    }
}
