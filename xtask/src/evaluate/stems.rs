//! Which forms of a word have one term: of forms that belong together, of words that do not.

use super::Options;
use serde_json::Value;
use zubda::document::Document;

/// Prints how many pairs of forms share a term when they stand in one text, and which do not as
/// they should where `--case` asks.
pub(crate) fn run(options: &Options) -> Result<(), String> {
    let file = options.data.join("../gold/stems.json");
    let Ok(text) = std::fs::read_to_string(&file) else {
        println!("stems.json is not there");
        return Ok(());
    };
    let gold: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let words = |list: &Value| -> Vec<String> {
        list.as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    };
    let (mut joined, mut forms) = (0_usize, 0_usize);
    for group in gold["groups"].as_array().into_iter().flatten().map(words) {
        for (place, first) in group.iter().enumerate() {
            for second in &group[place + 1..] {
                forms += 1;
                let same = is_one_term(first, second);
                joined += usize::from(same);
                if !same && options.case.is_some() {
                    println!("  apart: {first} {second}");
                }
            }
        }
    }
    let (mut merged, mut pairs) = (0, 0);
    for pair in gold["bad_pairs"]
        .as_array()
        .into_iter()
        .flatten()
        .map(words)
    {
        let [first, second] = pair.as_slice() else {
            continue;
        };
        pairs += 1;
        let same = is_one_term(first, second);
        merged += usize::from(same);
        if same && options.case.is_some() {
            println!("  merged: {first} {second}");
        }
    }
    println!(
        "stems: {joined} of {forms} pairs of forms joined ({:.1} %), {merged} of {pairs} other pairs merged",
        100.0 * joined as f64 / forms.max(1) as f64
    );
    Ok(())
}

/// Whether the two words have one term in a text of both.
fn is_one_term(first: &str, second: &str) -> bool {
    let text = format!("{first} {second}");
    let terms = Document::read(&text).terms;
    let found: Vec<u32> = terms.of_token.iter().filter_map(|term| *term).collect();
    matches!(found.as_slice(), [a, b] if a == b)
}
