//! Laws that hold for every text, tried on texts made of all that is awkward in Arabic, and on the
//! corpus of the fuzzer.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;
use zubda::document::Document;
use zubda::letters;
use zubda::tokens::TokenKind;

/// Pieces that texts are made of: what tokens, sentences and keys have to get right, and what is
/// broken.
const PIECES: &[&str] = &[
    "كتاب",
    "الكِتَابُ",
    "وللمدينة",
    "قال",
    "وأضاف",
    "د",
    "م",
    "أ",
    "ج.م.ع",
    "ق.م",
    "إلخ",
    "كم",
    "هـ",
    "سي",
    "إن",
    "ال",
    "و",
    "لـ",
    "المادة",
    "على",
    "فى",
    "Node.js",
    "NATO",
    "example.com",
    "https://example.org/a?b=1",
    "a@b.org",
    "@user",
    "#وسم",
    "تقرير.pdf",
    "موقع.مصر",
    "3.5",
    "٣٫٥",
    "1,250",
    "12/5/2024",
    "05:01",
    "٪",
    "%",
    "5",
    "٢",
    "1.",
    "2.",
    ".",
    "..",
    "...",
    "…",
    "؟",
    "?",
    "!",
    "؟!",
    "،",
    "؛",
    ":",
    "-",
    "–",
    "•",
    "*",
    "/",
    "\"",
    "'",
    "«",
    "»",
    "“",
    "”",
    "‹",
    "›",
    "‘",
    "’",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "﴾",
    "﴿",
    "[1]",
    " ",
    " ",
    " ",
    "  ",
    "\u{a0}",
    "\t",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u{2028}",
    "\u{85}",
    "\u{c}",
    "ـ",
    "ـــ",
    "\u{64e}",
    "\u{651}",
    "\u{670}",
    "\u{654}",
    "\u{653}",
    "\u{200f}",
    "\u{200e}",
    "\u{202b}",
    "\u{202c}",
    "\u{200c}",
    "\u{200d}",
    "\u{feff}",
    "\u{ad}",
    "\u{200b}",
    "\0",
    "\u{1b}",
    "ﻻ",
    "ﷺ",
    "ﷲ",
    "ﷻ",
    "ﭐ",
    "ﹰ",
    "گ",
    "پ",
    "ی",
    "ے",
    "\u{6dd}",
    "\u{6de}",
    "\u{600}",
    "\u{8e2}",
    "🌊",
    "👩\u{200d}👧",
    "👍🏽",
    "🇪🇬",
    "1\u{fe0f}\u{20e3}",
    "©",
    "‼",
    "⁉",
    "é",
    "e\u{301}",
    "ש",
    "שׁ",
    "ก",
    "ำ",
    "नि",
    "한",
    "中",
    "。",
    "？",
    "$",
    "€",
    "²",
    "½",
    "_",
    "<b>",
    "&amp;",
    "\u{10ffff}",
];

/// A text of up to so many pieces.
fn awkward(most: usize) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..most).prop_map(|pieces| pieces.concat())
}

/// Where the graphemes of `text` begin, and its end.
fn graphemes(text: &str) -> std::collections::HashSet<usize> {
    text.grapheme_indices(true)
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect()
}

fn check(text: &str) {
    let document = Document::read(text);
    tokens_tile(&document);
    sentences_tile(&document);
    terms_fit(&document);
}

/// Tokens tile the text and never split a grapheme.
fn tokens_tile(document: &Document) {
    let borders = graphemes(document.text);
    let mut end = 0;
    for token in &document.tokens {
        assert_eq!(token.span.start, end, "a gap or overlap");
        assert!(token.span.end > end, "an empty token");
        end = token.span.end;
        assert!(
            borders.contains(&end),
            "a token ends at {end}, within a grapheme"
        );
    }
    assert_eq!(end, document.text.len());
}

/// Sentences ascend, tile the text but for what shows nothing, and have each word once; each has
/// its tokens.
fn sentences_tile(document: &Document) {
    let text = document.text;
    let (mut end, mut token_end, mut paragraph) = (0, 0, 0);
    for sentence in &document.sentences {
        let span = sentence.span;
        assert!(
            span.start >= end && span.end > span.start && sentence.token_start >= token_end,
            "not ascending"
        );
        assert!(
            is_blank(&text[end..span.start]),
            "{:?} is in no sentence",
            &text[end..span.start]
        );
        assert_eq!(document.tokens[sentence.token_start].span.start, span.start);
        assert_eq!(document.tokens[sentence.token_end - 1].span.end, span.end);
        assert!(
            sentence.paragraph >= paragraph
                && sentence.paragraph <= paragraph + document.sentences.len()
        );
        let blank = |at: usize| {
            matches!(
                document.tokens[at].kind,
                TokenKind::Space | TokenKind::LineEnd
            )
        };
        assert!(
            !blank(sentence.token_start) && !blank(sentence.token_end - 1),
            "white space around a sentence"
        );
        (end, token_end, paragraph) = (span.end, sentence.token_end, sentence.paragraph);
    }
    assert!(
        is_blank(&text[end..]),
        "{:?} is in no sentence",
        &text[end..]
    );
}

/// Whether `gap` shows nothing.
fn is_blank(gap: &str) -> bool {
    gap.chars()
        .all(|c| c.is_whitespace() || c.is_control() || letters::is_invisible(c))
}

/// Every word or none has its term, and the counts of terms are those of their words.
fn terms_fit(document: &Document) {
    let terms = &document.terms;
    assert_eq!(terms.of_token.len(), document.tokens.len());
    let mut counts = vec![0; terms.table.len()];
    for (token, term) in document.tokens.iter().zip(&terms.of_token) {
        if let Some(term) = term {
            counts[*term as usize] += 1;
            assert!(matches!(token.kind, TokenKind::Word | TokenKind::Hashtag));
        }
    }
    for (term, count) in terms.table.iter().zip(counts) {
        let key = terms.key(term);
        assert_eq!(term.count, count, "{key}");
        assert!(term.rarity.is_finite() && term.rarity >= 0.0 && !key.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn every_text_is_tiled(text in awkward(60)) {
        check(&text);
    }

    #[test]
    fn every_text_is_analysed_twice_alike(text in awkward(40)) {
        prop_assert_eq!(zubda::analyze(&text), zubda::analyze(&text));
    }

    #[test]
    fn spans_of_an_analysis_split_no_grapheme(text in awkward(40)) {
        let borders = graphemes(&text);
        let analysis = zubda::analyze(&text);
        for sentence in &analysis.sentences {
            prop_assert!(borders.contains(&sentence.span.start) && borders.contains(&sentence.span.end));
        }
        for entity in &analysis.entities {
            prop_assert!(borders.contains(&entity.span.start) && borders.contains(&entity.span.end), "{:?}", entity);
        }
    }

    #[test]
    fn keys_settle(text in awkward(8)) {
        let key = |text: &str| { let mut key = String::new(); letters::match_key(text, &mut key); key };
        let once = key(&text);
        prop_assert_eq!(key(&once), once);
    }

    #[test]
    fn marks_change_no_term(words in proptest::collection::vec(proptest::sample::select(&["الحكومة", "بيان", "ولمدينة", "كتابا", "يكتبون", "شركة", "انتخابات"][..]), 1..8)) {
        let plain = words.join(" ");
        let marked: String = plain.chars().flat_map(|c| [Some(c), (c != ' ').then_some('\u{64e}'), (c == 'ت').then_some('ـ')]).flatten().collect();
        let keys = |text: &str| {
            let terms = Document::read(text).terms;
            terms.table.iter().map(|term| terms.key(term).to_owned()).collect::<Vec<_>>()
        };
        prop_assert_eq!(keys(&plain), keys(&marked));
    }
}

#[test]
fn texts_that_fuzzing_found_keep_the_laws() {
    let folder = std::path::Path::new("fuzz/corpus/analyze");
    let mut texts = 0;
    for entry in std::fs::read_dir(folder).expect("the corpus") {
        let bytes = std::fs::read(entry.expect("an entry").path()).expect("a file");
        let text = String::from_utf8_lossy(&bytes);
        check(&text);
        let _ = zubda::analyze(&text);
        texts += 1;
    }
    assert!(texts > 20, "only {texts} texts");
}

#[test]
fn texts_of_one_kind_are_tiled() {
    for piece in [
        ".", "\"", "(", "«", "؟ ", "\u{64e}", "🌊", "ـ", "\u{200f}", "1. ", "ا،", "ا. ", "\r\n",
        "ا\n", "و\"", "a.b@", "١٬",
    ] {
        check(&piece.repeat(500));
    }
}
