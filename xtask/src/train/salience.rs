//! Learns how likely a headline would have a term, from the headlines of the raw news corpus.

use super::corpus;
use super::logistic;
use crate::evaluate::data;
use std::collections::HashSet;
use std::fmt::Write;
use std::path::Path;
use zubda::document::Document;
use zubda::features::salience::{SIGN_NAMES, SIGNS, signs};
use zubda::features::view::View;

/// Every how many-th article is read.
const STEP: usize = 4;
/// Shorter articles teach little.
const FEWEST: usize = 5;

type Row = [f64; SIGNS];

/// Learns the weights and gives the lines of `src/features/salience.tsv`.
pub(crate) fn learn(folder: &Path) -> Result<String, String> {
    let rows = rows(folder)?;
    let weights = logistic::signs(&rows);
    let mut lines = String::from(
        "# How likely a headline would have a term: weights of a logistic regression on its signs.\n\
         # Learnt from the ANT corpus (see the README's models); made by: cargo xtask train salience\n",
    );
    for (name, weight) in SIGN_NAMES.iter().zip(weights) {
        let _ = writeln!(lines, "{name}\t{weight:.4}");
    }
    Ok(lines)
}

/// The signs of each term, and whether the article's headline has it. Articles that are used for
/// judging are left out.
fn rows(folder: &Path) -> Result<Vec<(Row, bool)>, String> {
    let judged: HashSet<String> = data::articles(folder)?
        .into_iter()
        .map(|a| a.text)
        .collect();
    let mut rows = Vec::new();
    for article in corpus::articles(folder)?.iter().step_by(STEP) {
        let Some((title, text)) = article.split_once('\n') else {
            continue;
        };
        if judged.contains(text) {
            continue;
        }
        let title = Document::read(title);
        let keys: HashSet<&str> = title
            .terms
            .table
            .iter()
            .map(|term| title.terms.key(term))
            .collect();
        let document = Document::read(text);
        let view = View::of(&document, &[]);
        if view.kept < FEWEST || keys.is_empty() {
            continue;
        }
        for (signs, term) in signs(&view.sentences, &document.terms)
            .into_iter()
            .zip(&document.terms.table)
        {
            rows.push((signs, keys.contains(document.terms.key(term))));
        }
    }
    Ok(rows)
}
