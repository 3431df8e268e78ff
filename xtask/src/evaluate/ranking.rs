//! How good the order of the sentences is: crowd extracts, editors' abstracts, readability.

use super::Options;
use super::abstracts::{self, Sample};
use super::case;
use super::crowd::{self, Extract};
use super::data;
use zubda::Analysis;

/// Prints every table of the ranker.
pub(crate) fn run(options: &Options) -> Result<(), String> {
    let documents = data::crowd(&options.data)?;
    if let Some(id) = &options.case {
        return case::show(&documents, &data::articles(&options.data)?, id);
    }
    let ours: Vec<Extract> = documents
        .iter()
        .map(|d| extract(&d.text, &zubda::analyze(&d.text)))
        .collect();
    crowd::print(&documents, &ours);
    let articles = data::articles(&options.data)?;
    let samples: Vec<Sample> = articles
        .iter()
        .filter_map(|article| {
            let extract = extract(&article.text, &zubda::analyze(&article.text));
            Sample::new(&extract.units, &article.summary, extract.order)
        })
        .collect();
    abstracts::print(&samples);
    Ok(())
}

/// The ranked sentences of a text in text order, and the order of their ranks.
fn extract<'t>(text: &'t str, analysis: &Analysis) -> Extract<'t> {
    let ranked: Vec<_> = analysis
        .sentences
        .iter()
        .filter_map(|s| Some((s.rank?, s.span.of(text))))
        .collect();
    let mut order: Vec<usize> = (0..ranked.len()).collect();
    order.sort_by_key(|&i| ranked[i].0);
    Extract {
        units: ranked.into_iter().map(|(_, unit)| unit).collect(),
        order,
    }
}
