//! Reads the training texts: raw news, and texts whose names are labelled.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

/// A sentence of a labelled corpus: its tokens, and the label of each (`B-PER`, `O`, ...).
#[derive(Clone, Default)]
pub(crate) struct Labelled {
    pub(crate) tokens: Vec<String>,
    pub(crate) labels: Vec<String>,
}

/// The text of every article of the raw corpus, title first, in the order of the file.
pub(crate) fn articles(data: &Path) -> Result<Vec<String>, String> {
    #[derive(serde::Deserialize)]
    struct Article {
        title: Option<String>,
        text: Option<String>,
    }
    let bytes = unpack(&data.join("ant.jsonl.xz"))?;
    bytes
        .split(|&byte| byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| {
            let article: Article =
                serde_json::from_slice(line).map_err(|error| error.to_string())?;
            Ok(format!(
                "{}\n{}",
                article.title.unwrap_or_default(),
                article.text.unwrap_or_default()
            ))
        })
        .collect()
}

/// The sentences of a labelled corpus: a token and its label a line, an empty line after a sentence.
pub(crate) fn labelled(path: &Path) -> Result<Vec<Labelled>, String> {
    let bytes = unpack(path)?;
    let mut sentences = vec![Labelled::default()];
    for line in bytes.lines() {
        let line = line.map_err(|error| error.to_string())?;
        match line.split_once('\t') {
            Some((token, label)) => {
                let sentence = sentences.last_mut().ok_or("no sentence")?;
                sentence.tokens.push(token.to_owned());
                sentence.labels.push(label.trim().to_owned());
            }
            None => sentences.push(Labelled::default()),
        }
    }
    sentences.retain(|sentence| !sentence.tokens.is_empty());
    Ok(sentences)
}

fn unpack(path: &Path) -> Result<Vec<u8>, String> {
    let describe = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let mut packed = Vec::new();
    File::open(path)
        .and_then(|file| BufReader::new(file).read_to_end(&mut packed))
        .map_err(|error| describe(&error))?;
    let mut bytes = Vec::new();
    lzma_rs::xz_decompress(&mut packed.as_slice(), &mut bytes)
        .map_err(|error| describe(&format!("{error:?}")))?;
    Ok(bytes)
}
