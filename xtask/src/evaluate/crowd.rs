//! Extracts of five people: ROUGE under a budget of words (the EASC protocol).

use super::bootstrap::{interval, mean};
use super::data::Crowd;
use super::peers;
use super::rouge::{self, Grams, Words};

/// A system's figures: for each document ROUGE-1 and ROUGE-2 F, means over its five references.
pub(crate) type Figures = Vec<[f64; 2]>;

/// A document cut into units, and the order in which a system takes them.
pub(crate) struct Extract<'t> {
    pub(crate) units: Vec<&'t str>,
    pub(crate) order: Vec<usize>,
}

/// Prints the tables at 30 % and 40 % for our extracts beside all others.
pub(crate) fn print(documents: &[Crowd], ours: &[Extract]) {
    let aligned: Vec<Vec<&str>> = documents
        .iter()
        .map(|d| d.sentences.iter().map(|s| s.of(&d.text)).collect())
        .collect();
    let peer = |order: &dyn Fn(usize, &[Words]) -> Vec<usize>| -> Vec<Extract> {
        aligned
            .iter()
            .enumerate()
            .map(|(i, units)| {
                let words: Vec<Words> = units.iter().map(|unit| rouge::words(unit)).collect();
                Extract {
                    units: units.clone(),
                    order: order(i, &words),
                }
            })
            .collect()
    };
    let lead = peer(&|_, words| (0..words.len()).collect());
    let others = [
        ("random", peer(&|_, words| peers::random(words))),
        ("LexRank", peer(&|_, words| peers::lexrank(words))),
        ("TextRank", peer(&|_, words| peers::textrank(words))),
        ("crowd's votes", peer(&|i, _| by_votes(&documents[i]))),
    ];
    for share in [0.3, 0.4] {
        println!(
            "\nCrowd extracts at {:.0} % of the words ({} documents)",
            share * 100.0,
            documents.len()
        );
        println!(
            "{:<14} {:>7} {:>7}   gain over lead (95 %)",
            "", "ROUGE-1", "ROUGE-2"
        );
        let base = figures(documents, &lead, share);
        row("lead", &base, None);
        let figures_of_ours = figures(documents, ours, share);
        row("ours", &figures_of_ours, Some(&base));
        for (name, news) in [("  newspapers", true), ("  encyclopedia", false)] {
            let part = |figures: &Figures| -> Figures {
                let kind = documents
                    .iter()
                    .map(|d| d.source.contains("Newspaper") == news);
                figures
                    .iter()
                    .zip(kind)
                    .filter_map(|(f, kind)| kind.then_some(*f))
                    .collect()
            };
            row(name, &part(&figures_of_ours), Some(&part(&base)));
        }
        for (name, extracts) in &others {
            row(name, &figures(documents, extracts, share), Some(&base));
        }
    }
}

fn row(name: &str, figures: &Figures, base: Option<&Figures>) {
    let column = |n: usize| figures.iter().map(|f| f[n]).collect::<Vec<_>>();
    print!(
        "{name:<14} {:>7.4} {:>7.4}",
        mean(&column(0)),
        mean(&column(1))
    );
    for n in 0..base.map_or(0, |_| 2) {
        let gain: Vec<f64> = figures
            .iter()
            .zip(base.into_iter().flatten())
            .map(|(a, b)| a[n] - b[n])
            .collect();
        let (middle, low, high) = interval(&gain);
        print!("   R{} {middle:+.4} ({low:+.4} {high:+.4})", n + 1);
    }
    println!();
}

/// The figures of `extracts` when each may take `share` of its document's words.
pub(crate) fn figures(documents: &[Crowd], extracts: &[Extract], share: f64) -> Figures {
    documents
        .iter()
        .zip(extracts)
        .map(|(document, extract)| figure(document, extract, share))
        .collect()
}

fn figure(document: &Crowd, extract: &Extract, share: f64) -> [f64; 2] {
    let taken = taken(&document.text, extract, share);
    let words: Words = taken
        .iter()
        .flat_map(|&i| rouge::words(extract.units[i]))
        .collect();
    let grams = Grams::of(&words);
    let references: Vec<Grams> = document
        .summaries
        .iter()
        .map(|s| Grams::of(&rouge::words(s)))
        .collect();
    [1, 2].map(|n| {
        mean(
            &references
                .iter()
                .map(|reference| grams.f(reference, n))
                .collect::<Vec<_>>(),
        )
    })
}

/// The units that fit into `share` of the words of `text` (5 % overshoot allowed), in text order.
pub(crate) fn taken(text: &str, extract: &Extract, share: f64) -> Vec<usize> {
    let budget = share * 1.05 * rouge::words(text).len() as f64;
    let mut used = 0;
    let mut taken = Vec::new();
    for &i in &extract.order {
        let words = rouge::words(extract.units[i]).len();
        if (used + words) as f64 <= budget {
            used += words;
            taken.push(i);
        }
    }
    taken.sort_unstable();
    taken
}

fn by_votes(document: &Crowd) -> Vec<usize> {
    let mut order: Vec<usize> = (0..document.sentences.len()).collect();
    order.sort_by_key(|&i| std::cmp::Reverse(document.sentences[i].votes));
    order
}
