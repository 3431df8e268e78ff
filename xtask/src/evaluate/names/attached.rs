//! Names with attached particles: each token of the gold in sentences without cue words.

use serde_json::Value;
use std::path::Path;
use zubda::document::Document;
use zubda::entities;

/// Sentences that say nothing of what stands in them.
const FRAMES: [(&str, &str); 3] = [
    ("هذا الأمر يتعلق ", " كما هو معلوم."),
    ("كانت المسألة ", " منذ البداية."),
    ("وقد ظهر ذلك ", " في كل مكان."),
];

/// Prints how many names have their exact span, and how many words that are no names have one.
pub(super) fn print(path: &Path) -> Result<(), String> {
    let gold =
        std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let (mut exact, mut names, mut begun, mut negatives) = (0, 0, 0, 0);
    for line in gold.lines().filter(|line| !line.is_empty()) {
        let case: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let token = case["token"].as_str().unwrap_or_default();
        for (before, after) in FRAMES {
            let text = format!("{before}{token}{after}");
            let document = Document::read(&text);
            let found = entities::find(&document);
            let inside = |at: usize| (before.len()..before.len() + token.len()).contains(&at);
            if case["name"].is_null() {
                negatives += 1;
                begun += usize::from(found.iter().any(|entity| inside(entity.span.start)));
                continue;
            }
            names += 1;
            let byte = |key: &str| {
                let scalars = case[key].as_u64().unwrap_or_default() as usize;
                before.len()
                    + token
                        .char_indices()
                        .nth(scalars)
                        .map_or(token.len(), |(at, _)| at)
            };
            let right = found
                .iter()
                .any(|entity| (entity.span.start, entity.span.end) == (byte("start"), byte("end")));
            exact += usize::from(right);
            if !right {
                let spans: Vec<&str> = found.iter().map(|entity| entity.span.of(&text)).collect();
                println!("  {token}: {spans:?}");
            }
        }
    }
    println!(
        "attached particles\n  {exact} of {names} names exact ({:.3}), {begun} of {negatives} others begun",
        exact as f64 / f64::from(names)
    );
    Ok(())
}
