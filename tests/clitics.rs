//! Names with attached particles: the span is the name itself, and a word that only begins like a
//! particle is no name. The gold is our own, made for this; each token stands in sentences that
//! say nothing of it.

use serde_json::Value;
use std::ops::Range;
use zubda::document::Document;
use zubda::entities;

const FRAMES: [(&str, &str); 3] = [
    ("هذا الأمر يتعلق ", " كما هو معلوم."),
    ("كانت المسألة ", " منذ البداية."),
    ("وقد ظهر ذلك ", " في كل مكان."),
];

/// The spans of all entities of `token` between `before` and `after`, in bytes of the token.
fn found(before: &str, token: &str, after: &str) -> Vec<Range<usize>> {
    let text = format!("{before}{token}{after}");
    let inside = before.len()..before.len() + token.len();
    entities::find(&Document::read(&text))
        .iter()
        .filter(|entity| inside.contains(&entity.span.start))
        .map(|entity| entity.span.start - inside.start..entity.span.end - inside.start)
        .collect()
}

/// The byte at which the scalar `at` of `token` starts.
fn byte(token: &str, at: &Value) -> usize {
    let at = usize::try_from(at.as_u64().expect("an offset")).expect("a small one");
    token
        .char_indices()
        .nth(at)
        .map_or(token.len(), |(byte, _)| byte)
}

#[test]
fn spans_are_the_names_themselves() {
    let gold = std::fs::read_to_string("tests/gold/clitics.jsonl").expect("the gold");
    let (mut names, mut exact) = (0, 0);
    let mut wrong = Vec::new();
    for line in gold.lines() {
        let case: Value = serde_json::from_str(line).expect("JSON");
        let token = case["token"].as_str().expect("a token");
        for (before, after) in FRAMES {
            let found = found(before, token, after);
            if case["name"].is_null() {
                assert!(found.is_empty(), "{token} is no name: {found:?}");
                continue;
            }
            names += 1;
            let name = byte(token, &case["start"])..byte(token, &case["end"]);
            if found.contains(&name) {
                exact += 1;
            } else {
                wrong.push(format!("{before}{token}: {found:?}"));
            }
        }
    }
    assert!(names > 300, "{names}");
    assert!(
        exact * 100 >= names * 98,
        "{exact} of {names}\n{}",
        wrong.join("\n")
    );
}
