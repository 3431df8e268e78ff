//! `cargo xtask train`: learns what the program ships, from the data alone.

pub(crate) mod cases;
mod clusters;
pub(crate) mod corpus;
mod crf;
mod elimination;
mod examples;
mod frequencies;
mod lists;
mod logistic;
mod manner;
pub(crate) mod names;
mod opening;
mod prose;
mod random;
pub(crate) mod ranking;
mod repute;
mod salience;
pub(crate) mod texts;
mod vectors;
mod words;

use std::path::{Path, PathBuf};
use zubda::entities::vocabulary::Vocabulary;
use zubda::lexicon;

/// The files of the name tagger.
const WORDS: &str = "src/entities/words.bin";
const NAMES: &str = "src/entities/names.bin";

/// Learns the part that is named.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let mut data = PathBuf::from("../shared/data");
    let mut part = None;
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--data" => data = rest.next().ok_or("--data needs a folder")?.into(),
            name => part = Some(name),
        }
    }
    match part {
        Some("lists") => write("src/lexicon/lists.bin", &lists::table()?),
        Some("frequencies") => frequencies::learn(&data),
        Some("words") => words(&data),
        Some("names") => names(&data),
        Some("salience") => write("src/features/salience.tsv", salience::learn(&data)?.as_bytes()),
        Some("opening") => write("src/features/opening.tsv", opening::learn(&data)?.as_bytes()),
        Some("ranking") => write("src/ranking/weights.tsv", ranking::learn(&data)?.as_bytes()),
        _ => Err("usage: cargo xtask train lists | frequencies | words | names | salience | opening | ranking [--data DIR]".to_owned()),
    }
}

/// The classes of frequent words, which the tagger reads; their repute comes with the tagger.
fn words(data: &Path) -> Result<(), String> {
    let table: Vec<(u64, u16)> = words::learn(data)?
        .iter()
        .map(|word| (lexicon::hash(&word.key), word.class as u16))
        .collect();
    write(WORDS, &Vocabulary::write(&table)?)
}

/// The weights of the tagger, and the repute of its words.
fn names(data: &Path) -> Result<(), String> {
    let bytes = std::fs::read(WORDS).map_err(|error| format!("{WORDS}: {error}"))?;
    let corpora = names::Corpora::read(data)?;
    let (words, weights) = names::learn(&corpora, &bytes, &corpus::articles(data)?)?;
    write(WORDS, &words)?;
    write(NAMES, &weights)
}

fn write(file: &str, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(file, bytes).map_err(|error| format!("cannot write {file}: {error}"))
}
