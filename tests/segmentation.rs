//! Sentence ends and kinds against marked texts: constructed hard cases, and a real article and
//! real excerpts where they lie beside the project (they are their publishers').

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use zubda::document::Document;

/// Where the marked texts of others lie.
const SHARED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/gold");

fn lines(path: &Path) -> Option<Vec<Value>> {
    let text = std::fs::read_to_string(path).ok()?;
    Some(
        text.lines()
            .map(|line| serde_json::from_str(line).expect("a line of JSON"))
            .collect(),
    )
}

/// The text of each sentence, without invisible marks around it.
fn sentences(text: &str) -> Vec<&str> {
    let document = Document::read(text);
    document
        .sentences
        .iter()
        .map(|sentence| {
            sentence
                .span
                .of(text)
                .trim_matches(['\u{200e}', '\u{200f}'])
        })
        .collect()
}

/// The kind of each sentence, as the contract names it.
fn kinds(text: &str) -> Vec<String> {
    let document = Document::read(text);
    let name = |kind| {
        serde_json::to_value(kind)
            .ok()
            .and_then(|kind| kind.as_str().map(str::to_owned))
            .unwrap_or_default()
    };
    document
        .sentences
        .iter()
        .map(|sentence| name(sentence.kind))
        .collect()
}

fn strings(value: &Value) -> Vec<String> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|item| item.as_str())
        .map(|item| item.trim_matches(['\u{200e}', '\u{200f}']).to_owned())
        .collect()
}

#[test]
fn constructed_cases_are_cut_as_marked() {
    let cases = lines(Path::new("tests/gold/segmentation.jsonl")).expect("the cases");
    let mut wrong = Vec::new();
    for case in &cases {
        let text = case["text"].as_str().expect("a text");
        let found = sentences(text);
        if found != strings(&case["sentences"]) {
            wrong.push(format!("{} {}: {found:#?}", case["id"], case["why"]));
        }
        if !case["kinds"].is_null() && kinds(text) != strings(&case["kinds"]) {
            wrong.push(format!("{} kinds {:?}", case["id"], kinds(text)));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} wrong:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

#[test]
fn the_article_is_cut_as_marked() {
    let folder = Path::new(SHARED);
    let (Ok(text), Ok(marked)) = (
        std::fs::read_to_string(folder.join("article.txt")),
        std::fs::read_to_string(folder.join("article.json")),
    ) else {
        eprintln!("the article is not here: nothing compared");
        return;
    };
    let marked: Value = serde_json::from_str(&marked).expect("JSON");
    let span = |item: &Value| {
        Some((
            usize::try_from(item["start_byte"].as_u64()?).ok()?,
            usize::try_from(item["end_byte"].as_u64()?).ok()?,
        ))
    };
    let spans = |list: &str| {
        marked[list]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(span)
            .collect::<BTreeSet<_>>()
    };
    let document = Document::read(&text);
    let of_kind = |heading: bool| {
        let kind = |kind| (kind == zubda::sentences::SentenceKind::Heading) == heading;
        document
            .sentences
            .iter()
            .filter(|sentence| kind(sentence.kind))
            .map(|sentence| (sentence.span.start, sentence.span.end))
            .collect::<BTreeSet<_>>()
    };
    let headings: BTreeSet<_> = marked["sentences"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|item| item["kind"] == "heading")
        .filter_map(span)
        .collect();
    let all = spans("sentences");
    assert_eq!(all.len(), 30);
    assert_eq!(headings.len(), 4);
    assert_eq!(of_kind(true), headings);
    assert_eq!(of_kind(false), all.difference(&headings).copied().collect());
}
