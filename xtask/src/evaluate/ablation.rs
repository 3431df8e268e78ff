//! What each family of features is worth to the ranker: the folds again, without the family.

use super::abstracts::Sample;
use super::bootstrap::mean;
use super::crowd;
use super::data::{self, Article, Crowd};
use super::{Options, ranking};
use zubda::features::FEATURES;

/// Families of features, by name.
const FAMILIES: [(&str, &[&str]); 8] = [
    (
        "place in the text",
        &[
            "first", "second", "third", "last", "lead", "early", "place", "end",
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
    row("(all features)", &[], &documents, &articles);
    for (name, family) in FAMILIES {
        row(name, family, &documents, &articles);
    }
    Ok(())
}

fn row(name: &str, without: &[&str], documents: &[Crowd], articles: &[Article]) {
    let mut cases = ranking::cases(documents, articles);
    for case in cases.iter_mut().flatten() {
        for row in &mut case.rows {
            for (value, (feature, _)) in row.iter_mut().zip(&FEATURES) {
                if without.contains(feature) {
                    *value = 0.0;
                }
            }
        }
    }
    let extracts = ranking::in_folds(&ranking::texts(documents, articles), &cases);
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
    let recall = mean(&figures.iter().map(|f| f.recall).collect::<Vec<_>>());
    let hits: Vec<f64> = figures
        .iter()
        .filter_map(|f| f.hit)
        .map(|hit| f64::from(u8::from(hit)))
        .collect();
    println!(
        "{name:<22} {:.4}  {:.4}      {recall:.4}     {:.4}",
        pairs(0.3),
        pairs(0.4),
        mean(&hits)
    );
}
