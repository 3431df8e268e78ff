//! How good the order of the sentences is: crowd extracts, editors' abstracts, readability.
//!
//! No document is judged by a model that learnt from it: the ranker is trained anew for each fold.

use super::Options;
use super::abstracts::{self, Sample};
use super::case;
use super::chance::Chance;
use super::crowd::{self, Extract};
use super::data::{self, Article, Crowd};
use super::reading;
use crate::train::cases::Case;
use crate::train::ranking::fit;
use zubda::document::Document;
use zubda::features::view::View;
use zubda::ranking::Model;
use zubda::{entities, features, selection};

/// In how many parts the documents are judged.
const FOLDS: usize = 5;

/// Prints every table of the ranker.
pub(crate) fn run(options: &Options) -> Result<(), String> {
    let documents = data::crowd(&options.data)?;
    let articles = data::articles(&options.data)?;
    if let Some(id) = &options.case {
        return case::show(&documents, &articles, id);
    }
    let cases = cases(&documents, &articles);
    let extracts = in_folds(&texts(&documents, &articles), &cases, options.seed);
    let (ours, rest) = extracts.split_at(documents.len());
    crowd::print(&documents, ours);
    let samples: Vec<Sample> = articles
        .iter()
        .zip(rest)
        .filter_map(|(article, extract)| {
            Sample::new(&extract.units, &article.summary, extract.order.clone())
        })
        .collect();
    abstracts::print(&samples);
    let articles: Vec<&str> = articles.iter().map(|a| a.text.as_str()).collect();
    reading::run(&options.data, &articles)
}

/// What the ranker learns from: the documents, then the articles that are long enough.
pub(super) fn cases(documents: &[Crowd], articles: &[Article]) -> Vec<Option<Case>> {
    let crowd = documents
        .iter()
        .map(|document| Some(Case::of_crowd(document)));
    crowd.chain(articles.iter().map(Case::of_article)).collect()
}

/// The texts of the documents, then of the articles.
pub(super) fn texts<'t>(documents: &'t [Crowd], articles: &'t [Article]) -> Vec<&'t str> {
    let crowd = documents.iter().map(|d| d.text.as_str());
    crowd
        .chain(articles.iter().map(|a| a.text.as_str()))
        .collect()
}

/// The extract of each text by a model that was fitted to the other folds; `seed` deals the texts.
pub(super) fn in_folds<'t>(
    texts: &[&'t str],
    cases: &[Option<Case>],
    seed: u64,
) -> Vec<Extract<'t>> {
    let mut fold = vec![0; texts.len()];
    for (place, i) in Chance::seeded(seed)
        .order(texts.len())
        .into_iter()
        .enumerate()
    {
        fold[i] = place % FOLDS;
    }
    let models: Vec<Model> = (0..FOLDS)
        .map(|out| {
            let others: Vec<&Case> = cases
                .iter()
                .zip(&fold)
                .filter(|(_, fold)| **fold != out)
                .filter_map(|(case, _)| case.as_ref())
                .collect();
            fit(&others)
        })
        .collect();
    texts
        .iter()
        .zip(&fold)
        .map(|(text, &fold)| extract(text, &models[fold]))
        .collect()
}

/// The sentences of `text` that are ranked, in text order, and the order of their ranks.
fn extract<'t>(text: &'t str, model: &Model) -> Extract<'t> {
    let document = Document::read(text);
    let entities = entities::find(&document);
    let view = View::of(&document, &entities);
    let places = selection::order(&view, &model.score(&features::measure(&view)));
    let ranked: Vec<_> = places
        .iter()
        .zip(&document.sentences)
        .filter_map(|(place, sentence)| Some((place.rank?, sentence.span.of(text))))
        .collect();
    let mut order: Vec<usize> = (0..ranked.len()).collect();
    order.sort_by_key(|&i| ranked[i].0);
    Extract {
        units: ranked.into_iter().map(|(_, unit)| unit).collect(),
        order,
    }
}
