//! `cargo xtask evaluate`: how good the results are, on the development data.

mod ablation;
mod abstracts;
mod bootstrap;
mod case;
pub(crate) mod chance;
mod crowd;
pub(crate) mod data;
mod names;
mod peers;
mod ranking;
mod reading;
pub(crate) mod rouge;
mod sentences;
mod stems;

use std::path::PathBuf;

/// Where the data lies, and which case to show.
pub(crate) struct Options {
    pub(crate) data: PathBuf,
    pub(crate) case: Option<String>,
    /// Marked texts of one's own, for the parts that can read them.
    pub(crate) file: Option<PathBuf>,
    /// The folds to leave out of training, one after the other, and to measure names on.
    pub(crate) folds: Vec<usize>,
    /// By what the documents of the ranker are dealt into folds.
    pub(crate) seed: u64,
}

/// Prints the tables of every part, or of the one that is named.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let mut options = Options {
        data: PathBuf::from("../shared/data"),
        case: None,
        file: None,
        folds: Vec::new(),
        seed: 3,
    };
    let mut part = None;
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--data" => options.data = rest.next().ok_or("--data needs a folder")?.into(),
            "--case" => {
                let id = rest.next().ok_or("--case needs the id of a document")?;
                options.case = Some(id.clone());
            }
            "--file" => options.file = Some(rest.next().ok_or("--file needs a name")?.into()),
            "--seed" => {
                let number = rest.next().and_then(|number| number.parse().ok());
                options.seed = number.ok_or("--seed needs a number")?;
            }
            "--folds" => options.folds = (0..5).collect(),
            "--fold" => {
                let number = rest.next().and_then(|number| number.parse().ok());
                let fold = number.filter(|&number| number < 5);
                options.folds = vec![fold.ok_or("--fold needs a number from 0 to 4")?];
            }
            name => part = Some(name),
        }
    }
    match part {
        None => {
            sentences::run(&options)?;
            stems::run(&options)?;
            names::run(&options)?;
            ranking::run(&options)
        }
        Some("sentences") => sentences::run(&options),
        Some("stems") => stems::run(&options),
        Some("names") => names::run(&options),
        Some("ranking") => ranking::run(&options),
        Some("ablation") => ablation::run(&options),
        Some(other) => Err(format!("nothing called {other} is evaluated")),
    }
}
