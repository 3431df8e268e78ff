//! Golden texts: each folder of `tests/golden` holds an `input.txt` and, in `expected.txt`, what
//! `analyze` finds in it, written for reading. `BLESS=1 cargo test --test golden` records what it
//! finds now; read the difference before you commit it.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use zubda::analysis::Analysis;

#[test]
fn every_golden_text_gives_what_is_recorded() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = String::new();
    let folders = folders();
    assert!(
        folders.len() >= 10,
        "only {} golden texts found",
        folders.len()
    );
    for folder in folders {
        let text = fs::read_to_string(folder.join("input.txt")).unwrap();
        let found = describe(&text, &zubda::analyze(&text));
        let file = folder.join("expected.txt");
        if bless {
            fs::write(&file, found).unwrap();
        } else if let Some(difference) =
            first_difference(&fs::read_to_string(&file).unwrap_or_default(), &found)
        {
            writeln!(wrong, "{}\n{difference}", folder.display()).unwrap();
        }
    }
    assert!(wrong.is_empty(), "what analyze finds has changed:\n{wrong}");
}

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut folders: Vec<PathBuf> = fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    folders.sort();
    folders
}

/// One line for each sentence, entity and key phrase.
fn describe(text: &str, analysis: &Analysis) -> String {
    let mut out = String::new();
    for (i, sentence) in analysis.sentences.iter().enumerate() {
        let rank = sentence.rank.map_or("-".into(), |rank| format!("#{rank}"));
        let context = sentence
            .context
            .map_or(String::new(), |context| format!(" needs {context}"));
        let soft = if sentence.soft { " soft" } else { "" };
        let (kind, words) = (
            format!("{:?}", sentence.kind).to_lowercase(),
            sentence.span.of(text),
        );
        writeln!(
            out,
            "{i} {kind} p{} {rank}{context}{soft} | {words}",
            sentence.paragraph
        )
        .unwrap();
    }
    out.push('\n');
    for entity in &analysis.entities {
        let (kind, words) = (
            format!("{:?}", entity.kind).to_lowercase(),
            entity.token_span.of(text),
        );
        writeln!(
            out,
            "{kind} {} | {} | {} | {words}",
            entity.group,
            entity.span.of(text),
            entity.name
        )
        .unwrap();
    }
    out.push('\n');
    for keyword in &analysis.keywords {
        writeln!(out, "{:.2} {}", keyword.weight, keyword.text).unwrap();
    }
    out
}

/// The first line in which the two differ.
fn first_difference(recorded: &str, found: &str) -> Option<String> {
    let (mut recorded, mut found) = (recorded.lines(), found.lines());
    loop {
        match (recorded.next(), found.next()) {
            (None, None) => return None,
            (a, b) if a == b => {}
            (a, b) => {
                return Some(format!(
                    "  recorded: {}\n  found:    {}",
                    a.unwrap_or("-"),
                    b.unwrap_or("-")
                ));
            }
        }
    }
}
