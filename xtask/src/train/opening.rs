//! Learns whether a text opens with its news, from the articles whose abstract keeps to the first
//! sentence.

use super::cases::{Case, People};
use super::logistic;
use crate::evaluate::data;
use std::fmt::Write;
use std::path::Path;
use zubda::document::Document;
use zubda::entities;
use zubda::features::opening::SIGN_NAMES;
use zubda::features::view::View;

/// Learns the weights and gives the lines of `src/features/opening.tsv`.
pub(crate) fn learn(folder: &Path) -> Result<String, String> {
    let mut rows = Vec::new();
    for article in data::articles(folder)? {
        let Some(case) = Case::of_article(&article) else {
            continue;
        };
        let People::Editor(editor) = &case.people else {
            continue;
        };
        let document = Document::read(&article.text);
        let view = View::of(&document, &entities::find(&document));
        rows.push((view.opening, editor.opens_with_key()));
    }
    let mut lines = String::from(
        "# Whether a text opens with its news: weights of a logistic regression on its first sentence.\n\
         # Learnt from BBC Arabic articles with their abstracts (see the README's models); made by:\n\
         # cargo xtask train opening\n",
    );
    for (name, weight) in SIGN_NAMES.iter().zip(logistic::signs(&rows)) {
        let _ = writeln!(lines, "{name}\t{weight:.4}");
    }
    Ok(lines)
}
