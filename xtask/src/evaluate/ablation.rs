//! What each family of features is worth to the ranker: the folds again, without the family.

use super::abstracts::{self, Sample};
use super::bootstrap::mean;
use super::crowd;
use super::data::{self, Article, Crowd};
use super::{Options, ranking};
use crate::train::cases::Case;
use zubda::features::{FEATURES, Features};

/// Families of features, by name.
const FAMILIES: [(&str, &[&str]); 8] = [
    (
        "place in the text",
        &[
            "first", "scene", "second", "third", "last", "lead", "early", "place", "end",
        ],
    ),
    (
        "sections",
        &["after-heading", "sections", "document-length"],
    ),
    (
        "length",
        &[
            "length",
            "length-in-document",
            "length-share",
            "run-on",
            "continuation",
        ],
    ),
    (
        "similarity",
        &[
            "centrality",
            "degree",
            "echo",
            "announcement",
            "first-sentence",
            "sentence-before",
            "sentence-after",
        ],
    ),
    (
        "salience",
        &["salience", "new-salience", "salient-share", "salience-rank"],
    ),
    (
        "terms, title",
        &["key-terms", "term-weight", "rarity", "new-terms", "title"],
    ),
    ("numbers", &["numbers"]),
    (
        "manner",
        &[
            "quotes",
            "question",
            "reporting",
            "leaning",
            "definition",
            "conjunction",
            "colon",
            "brackets",
            "speech",
        ],
    ),
];

/// Prints the ranker's figures with all features and without each family.
pub(super) fn run(options: &Options) -> Result<(), String> {
    let documents = data::crowd(&options.data)?;
    let articles = data::articles(&options.data)?;
    println!("                       crowd, R2 F at      editor's abstract");
    println!("without                30 %    40 %        R2 recall  hit, not 1");
    let mut cases = ranking::cases(&documents, &articles);
    let full: Vec<Vec<Features>> = cases.iter().flatten().map(|c| c.rows.clone()).collect();
    row(
        "(all features)",
        &documents,
        &articles,
        &cases,
        options.seed,
    );
    for (name, family) in FAMILIES {
        for (case, full) in cases.iter_mut().flatten().zip(&full) {
            case.rows = full.iter().map(|row| without(family, row)).collect();
        }
        row(name, &documents, &articles, &cases, options.seed);
    }
    Ok(())
}

/// The features of a sentence with those of `family` at 0.
fn without(family: &[&str], features: &Features) -> Features {
    let mut left = *features;
    for (value, (feature, _)) in left.iter_mut().zip(&FEATURES) {
        if family.contains(feature) {
            *value = 0.0;
        }
    }
    left
}

fn row(name: &str, documents: &[Crowd], articles: &[Article], cases: &[Option<Case>], seed: u64) {
    let extracts = ranking::in_folds(&ranking::texts(documents, articles), cases, seed);
    let (crowd, rest) = extracts.split_at(documents.len());
    let pairs = |share| {
        let figures = crowd::figures(documents, crowd, share);
        mean(&figures.iter().map(|f| f[1]).collect::<Vec<_>>())
    };
    let figures: Vec<_> = articles
        .iter()
        .zip(rest)
        .filter_map(|(article, extract)| {
            let order = extract.order.clone();
            let sample = Sample::new(&extract.units, &article.summary, order.clone())?;
            Some(sample.figure(&order))
        })
        .collect();
    let (recall, hit) = abstracts::means(&figures);
    println!(
        "{name:<22} {:.4}  {:.4}      {recall:.4}     {hit:.4}",
        pairs(0.3),
        pairs(0.4)
    );
}
