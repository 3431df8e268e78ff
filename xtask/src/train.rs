//! `cargo xtask train`: learns what the program ships, from the data alone.

mod ascent;
pub(crate) mod cases;
mod clusters;
mod corpus;
mod elimination;
mod frequencies;
mod logistic;
mod random;
pub(crate) mod ranking;
mod salience;
mod vectors;
mod words;

use std::path::PathBuf;

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
        Some("frequencies") => frequencies::learn(&data),
        Some("words") => {
            for word in words::learn(&data)? {
                println!("{}\t{}\t{}", word.key, word.count, word.class);
            }
            Ok(())
        }
        Some("salience") => write("src/features/salience.tsv", &salience::learn(&data)?),
        Some("ranking") => write("src/ranking/weights.tsv", &ranking::learn(&data)?),
        _ => Err(
            "usage: cargo xtask train frequencies | words | salience | ranking [--data DIR]"
                .to_owned(),
        ),
    }
}

fn write(file: &str, lines: &str) -> Result<(), String> {
    std::fs::write(file, lines).map_err(|error| format!("cannot write {file}: {error}"))
}
