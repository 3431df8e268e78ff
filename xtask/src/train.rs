//! `cargo xtask train`: learns what the program ships, from the data alone.

mod clusters;
mod corpus;
mod frequencies;
mod random;
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
        _ => Err("usage: cargo xtask train frequencies | words [--data DIR]".to_owned()),
    }
}
