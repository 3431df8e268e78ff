//! Dates, times, numbers, percentages, money and measures in prose of our own whose quantities are
//! marked: exact span and kind.

use std::collections::HashSet;
use std::fmt::Write;
use zubda::document::Document;
use zubda::entities;

/// The kinds of entities that are quantities.
const QUANTITIES: [&str; 6] = ["date", "time", "number", "percent", "money", "measure"];

/// A span in bytes and a kind.
type Quantity = (usize, usize, String);

/// A line without its marks, and what they mark.
fn read(line: &str) -> (String, HashSet<Quantity>) {
    let mut text = String::new();
    let mut marked = HashSet::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('[') {
        text.push_str(before);
        let (mark, after) = after.split_once(']').expect("a closed mark");
        let (kind, span) = mark.split_once(':').expect("a kind");
        marked.insert((text.len(), text.len() + span.len(), kind.to_owned()));
        text.push_str(span);
        rest = after;
    }
    text.push_str(rest);
    (text, marked)
}

fn found(text: &str) -> HashSet<Quantity> {
    entities::find(&Document::read(text))
        .iter()
        .map(|entity| (entity.span, format!("{:?}", entity.kind).to_lowercase()))
        .filter(|(_, kind)| QUANTITIES.contains(&kind.as_str()))
        .map(|(span, kind)| (span.start, span.end, kind))
        .collect()
}

#[test]
fn quantities_of_news() {
    let gold = std::fs::read_to_string("tests/gold/quantities.txt").expect("the gold");
    let (mut right, mut all, mut wrong) = (0, 0, String::new());
    for line in gold.lines().filter(|line| !line.starts_with('#')) {
        let (text, marked) = read(line);
        let found = found(&text);
        right += found.intersection(&marked).count();
        all += found.len() + marked.len();
        for (what, (start, end, kind)) in (marked.difference(&found).map(|q| ("missed", q)))
            .chain(found.difference(&marked).map(|q| ("false", q)))
        {
            writeln!(wrong, "{what} {kind} {}", &text[*start..*end]).expect("a string");
        }
    }
    assert!(all > 120, "{all}");
    assert!(
        right * 2 * 100 >= all * 95,
        "F1 {} of {all}\n{wrong}",
        right * 2
    );
}

#[test]
fn a_percent_sign_may_lead() {
    for text in ["بنسبة %25 هذا العام", "بنسبة ٪25 هذا العام", "(%12,5)"]
    {
        let found = found(text);
        assert!(
            found.iter().any(|(_, _, kind)| kind == "percent"),
            "{text}: {found:?}"
        );
    }
}
