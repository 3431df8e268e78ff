//! The development data, read from the folder that was given.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::path::Path;

/// A document with the extracts of five people.
#[derive(Deserialize)]
pub(crate) struct Crowd {
    pub(crate) id: String,
    pub(crate) topic: String,
    pub(crate) source: String,
    pub(crate) text: String,
    pub(crate) summaries: Vec<String>,
    pub(crate) sentences: Vec<Voted>,
}

/// A sentence of a document, in Unicode scalars, and how many people chose it.
#[derive(Deserialize)]
pub(crate) struct Voted {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) votes: u32,
}

/// An article with its editor's abstract.
#[derive(Deserialize)]
pub(crate) struct Article {
    pub(crate) id: String,
    pub(crate) category: String,
    #[serde(rename = "abstract")]
    pub(crate) summary: String,
    pub(crate) text: String,
}

/// The crowd's documents.
pub(crate) fn crowd(folder: &Path) -> Result<Vec<Crowd>, String> {
    lines(&folder.join("easc.dev.jsonl"))
}

/// The editors' articles.
pub(crate) fn articles(folder: &Path) -> Result<Vec<Article>, String> {
    lines(&folder.join("bbc.dev.jsonl"))
}

/// Reads a file with one JSON value a line.
pub(crate) fn lines<T: DeserializeOwned>(file: &Path) -> Result<Vec<T>, String> {
    let text = std::fs::read_to_string(file)
        .map_err(|e| format!("cannot read {}: {e}", file.display()))?;
    text.lines()
        .map(|line| serde_json::from_str(line).map_err(|e| format!("{}: {e}", file.display())))
        .collect()
}

impl Voted {
    /// Its part of `text`.
    pub(crate) fn of<'t>(&self, text: &'t str) -> &'t str {
        let byte = |scalar| {
            text.char_indices()
                .nth(scalar)
                .map_or(text.len(), |(byte, _)| byte)
        };
        &text[byte(self.start)..byte(self.end)]
    }
}
