//! Forms of a word share a term; different words do not.

use serde_json::Value;
use zubda::document::Document;

/// Whether the two words have one term in a text of both.
fn is_one_term(first: &str, second: &str) -> bool {
    let text = format!("{first} {second}");
    let terms = Document::read(&text).terms;
    let found: Vec<u32> = terms.of_token.iter().filter_map(|term| *term).collect();
    matches!(found.as_slice(), [a, b] if a == b)
}

fn gold() -> Value {
    let text = std::fs::read_to_string("tests/gold/stems.json").expect("the marked words");
    serde_json::from_str(&text).expect("JSON")
}

fn lists(value: &Value) -> Vec<Vec<String>> {
    let words = |list: &Value| {
        list.as_array()
            .into_iter()
            .flatten()
            .filter_map(|word| word.as_str().map(str::to_owned))
            .collect()
    };
    value.as_array().into_iter().flatten().map(words).collect()
}

#[test]
fn forms_of_a_word_are_one_term() {
    let (mut joined, mut pairs) = (0, 0);
    for group in lists(&gold()["groups"]) {
        for (place, first) in group.iter().enumerate() {
            for second in &group[place + 1..] {
                pairs += 1;
                joined += usize::from(is_one_term(first, second));
            }
        }
    }
    assert_eq!(pairs, 315);
    assert!(
        joined * 100 >= pairs * 90,
        "only {joined} of {pairs} joined"
    );
}

#[test]
fn different_words_are_different_terms() {
    let pairs = lists(&gold()["bad_pairs"]);
    let merged: Vec<_> = pairs
        .iter()
        .filter(|pair| is_one_term(&pair[0], &pair[1]))
        .collect();
    assert_eq!(pairs.len(), 64);
    assert!(merged.len() <= 3, "{merged:?}");
}

#[test]
fn names_keep_their_letters() {
    for name in [
        "واشنطن",
        "لندن",
        "ليبيا",
        "باريس",
        "بغداد",
        "برلين",
        "فلسطين",
        "وليد",
        "بوتين",
        "كندا",
    ] {
        let terms = Document::read(name).terms;
        assert_eq!(
            terms
                .table
                .iter()
                .map(|term| terms.key(term))
                .collect::<Vec<_>>(),
            [name]
        );
    }
}

#[test]
fn what_says_nothing_has_no_term() {
    for word in [
        "في",
        "وقد",
        "فإن",
        "التي",
        "وأضاف",
        "و",
        "لأنه",
        "the",
        "فيها",
        "وهذا",
        "كما",
    ] {
        assert_eq!(Document::read(word).terms.of_token, [None], "{word}");
    }
}

#[test]
fn rare_words_are_rarer_than_common_ones() {
    let rarity = |word: &str| Document::read(word).terms.table[0].rarity;
    assert!(rarity("الرئيس") < rarity("الزيتون"));
    assert!(rarity("الزيتون") < rarity("القسطبيل"));
}

#[test]
fn a_lam_of_the_word_is_no_article() {
    for (first, second) in [
        ("لاعب", "للاعب"),
        ("لاعبين", "للاعبين"),
        ("اللاعب", "للاعبي"),
        ("الاتصالات", "للاتصالات"),
        ("الإعلام", "للإعلام"),
    ] {
        assert!(is_one_term(first, second), "{first} {second}");
    }
}
