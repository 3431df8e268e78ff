//! What is measured of a sentence: one row in the table, one plain function each.

mod content;
pub mod facts;
pub mod graph;
mod manner;
pub mod openers;
pub mod opening;
mod position;
pub mod salience;
mod signs;
pub mod view;

use view::View;

/// How many features there are.
pub const COUNT: usize = FEATURES.len();

/// The place of the feature that tells news from prose.
pub const NEWS: usize = COUNT - 1;

/// The measures of one sentence, each between 0 and 1, in the order of [`FEATURES`].
pub type Features = [f64; COUNT];

type Measure = fn(&View, usize) -> f64;

/// Every feature: its name in the contract, and what measures it.
pub const FEATURES: [(&str, Measure); 44] = [
    ("first", position::first),
    ("scene", position::scene),
    ("second", position::second),
    ("third", position::third),
    ("last", position::last),
    ("lead", position::lead),
    ("early", position::early),
    ("place", position::place),
    ("end", position::end),
    ("after-heading", position::after_heading),
    ("document-length", position::document_length),
    ("sections", position::sections),
    ("length", position::length),
    ("length-in-document", position::length_in_document),
    ("length-share", position::length_share),
    ("run-on", position::run_on),
    ("continuation", position::continuation),
    ("centrality", content::centrality),
    ("degree", content::degree),
    ("echo", content::echo),
    ("announcement", content::announcement),
    ("salience", content::salience),
    ("new-salience", content::new_salience),
    ("salient-share", content::salient_share),
    ("salience-rank", content::salience_rank),
    ("key-terms", content::key_terms),
    ("term-weight", content::term_weight),
    ("rarity", content::rarity),
    ("new-terms", content::new_terms),
    ("title", content::title),
    ("first-sentence", content::first_sentence),
    ("sentence-before", content::sentence_before),
    ("sentence-after", content::sentence_after),
    ("numbers", manner::numbers),
    ("quotes", manner::quotes),
    ("question", manner::question),
    ("reporting", manner::reporting),
    ("leaning", manner::leaning),
    ("definition", manner::definition),
    ("conjunction", manner::conjunction),
    ("colon", manner::colon),
    ("brackets", manner::brackets),
    ("speech", manner::speech),
    ("news", manner::news),
];

/// Measures every sentence of the document that `view` shows.
#[must_use]
pub fn measure(view: &View) -> Vec<Features> {
    (0..view.sentences.len())
        .map(|i| FEATURES.map(|(_, measure)| measure(view, i).clamp(0.0, 1.0)))
        .collect()
}
