//! `cargo xtask evaluate names`: entities against the gold of corpora, articles and clitics.
//!
//! With `--folds` `ANERcorp` and `WikiFANE` are measured on parts by position that the tagger, trained
//! anew for each, has not seen. Without, by the tagger that ships, which has seen them.

mod articles;
mod attached;
mod corpora;
mod tally;

use super::Options;
use crate::train::corpus;
use crate::train::names::{self, Corpora};
use zubda::entities::model::Model;
use zubda::entities::tagger::Tagger;
use zubda::entities::vocabulary::Vocabulary;

/// Prints every table.
pub(crate) fn run(options: &Options) -> Result<(), String> {
    let gold = options.data.join("../gold");
    articles::print(&gold)?;
    attached::print(&gold.join("clitics.jsonl"))?;
    if options.folds.is_empty() {
        return Ok(());
    }
    folds(options)
}

/// Prints what taggers that have not seen the text make of it, fold by fold.
fn folds(options: &Options) -> Result<(), String> {
    let words = "src/entities/words.bin";
    let words = std::fs::read(words).map_err(|error| format!("{words}: {error}"))?;
    let articles = corpus::articles(&options.data)?;
    let mut tables = [corpora::Table::default(), corpora::Table::default()];
    for &fold in &options.folds {
        let mut corpora = Corpora::read(&options.data)?;
        let held = corpora.hold_out(fold);
        let (words, weights) = names::learn(&corpora, &words, &articles)?;
        eprintln!("fold {fold}: {} bytes", words.len() + weights.len());
        let tagger = Tagger {
            vocabulary: Vocabulary::read(Vec::leak(words)).ok_or("no vocabulary")?,
            model: Model::read(Vec::leak(weights)).ok_or("no model")?,
        };
        for (table, sentences) in tables.iter_mut().zip(&held) {
            table.add(sentences, &tagger);
        }
    }
    for (table, name) in tables
        .iter()
        .zip(["ANERcorp, held-out folds", "WikiFANE, held-out folds"])
    {
        table.print(name);
    }
    Ok(())
}
