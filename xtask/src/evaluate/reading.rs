//! How a summary reads: what must not be in it, what hangs in the air, what is said twice.

use super::data;
use super::rouge;
use serde::Deserialize;
use std::collections::HashSet;
use std::path::Path;
use zubda::document::Document;
use zubda::features::openers::Lean;
use zubda::features::view::View;
use zubda::sentences::SentenceKind;
use zubda::summary::{Length, summary};

/// How many articles are read.
const ARTICLES: usize = 200;
/// What readers were asked to choose.
const FIVE: Length = Length::Sentences(5);
/// Two sentences are the same when they share this much of the shorter one's folded words.
const SAME: f64 = 0.6;

/// An article with what a reader wants of its summary; sentences are numbered by `id`.
#[derive(Deserialize)]
struct Marked {
    id: String,
    text: String,
    sentences: Vec<Marker>,
    must: Vec<Group>,
    must_not: Vec<Unwanted>,
    redundant_pairs: Vec<[usize; 2]>,
}

#[derive(Deserialize)]
struct Marker {
    id: usize,
    start_byte: usize,
    end_byte: usize,
}

#[derive(Deserialize)]
struct Group {
    any_of: Vec<usize>,
}

#[derive(Deserialize)]
struct Unwanted {
    sentence: usize,
}

/// Prints the readability of summaries of standard length, and what readers wanted of some articles.
pub(crate) fn run(folder: &Path, texts: &[&str]) -> Result<(), String> {
    readability(texts);
    let marked = folder.join("../gold/articles.jsonl");
    if marked.exists() {
        wanted(&data::lines(&marked)?);
    }
    Ok(())
}

/// Faults of the summaries of the first articles.
fn readability(texts: &[&str]) {
    let [mut all, mut kinds, mut hanging, mut by_context, mut pairs] = [0; 5];
    for text in texts.iter().take(ARTICLES) {
        let analysis = zubda::analyze(text);
        let document = Document::read(text);
        let view = View::of(&document, &analysis.entities);
        let chosen = summary(text, &analysis, Length::Standard);
        for &i in &chosen {
            let sentence = &analysis.sentences[i];
            all += 1;
            kinds += usize::from(!matches!(
                sentence.kind,
                SentenceKind::Sentence | SentenceKind::List
            ));
            if view.sentences[i].opening.lean == Lean::Strong {
                match sentence.context {
                    Some(context) => by_context += usize::from(!chosen.contains(&context)),
                    None => hanging += 1,
                }
            }
        }
        let words: Vec<HashSet<u64>> = chosen
            .iter()
            .map(|&i| {
                rouge::words(analysis.sentences[i].span.of(text))
                    .into_iter()
                    .collect()
            })
            .collect();
        for (i, a) in words.iter().enumerate() {
            for b in &words[..i] {
                let shared = a.intersection(b).count() as f64;
                pairs += usize::from(shared > SAME * a.len().min(b.len()).max(1) as f64);
            }
        }
    }
    println!(
        "\nReadability of {} summaries, {all} sentences",
        texts.len().min(ARTICLES)
    );
    println!("  no running text                            {kinds}");
    println!("  hangs in the air, no context given         {hanging}");
    println!(
        "  hangs on a sentence that is not shown      {by_context} ({:.1} %)",
        100.0 * by_context as f64 / f64::from(all.max(1) as u32)
    );
    println!("  pairs that share more than 60 % of words   {pairs}");
}

/// What readers must have, must not have and must not have twice, in the first five sentences.
fn wanted(articles: &[Marked]) {
    println!("\nWhat a reader marked ({} articles)", articles.len());
    let [mut had, mut musts, mut unwanted, mut pairs] = [0; 4];
    for article in articles {
        let analysis = zubda::analyze(&article.text);
        let spans: Vec<_> = summary(&article.text, &analysis, FIVE)
            .into_iter()
            .map(|i| analysis.sentences[i].span)
            .collect();
        // A marked sentence is chosen when one of ours covers its middle.
        let chosen: HashSet<usize> = article
            .sentences
            .iter()
            .filter(|marker| {
                let middle = marker.start_byte.midpoint(marker.end_byte);
                spans.iter().any(|s| s.start <= middle && middle < s.end)
            })
            .map(|marker| marker.id)
            .collect();
        let has = |id: &usize| chosen.contains(id);
        musts += article.must.len();
        had += article
            .must
            .iter()
            .filter(|m| m.any_of.iter().any(has))
            .count();
        let bad: Vec<usize> = article
            .must_not
            .iter()
            .map(|not| not.sentence)
            .filter(has)
            .collect();
        unwanted += bad.len();
        pairs += article
            .redundant_pairs
            .iter()
            .filter(|pair| pair.iter().all(has))
            .count();
        let mut chosen: Vec<usize> = chosen.into_iter().collect();
        chosen.sort_unstable();
        println!("  {}: {chosen:?}, unwanted {bad:?}", article.id);
    }
    println!("  must have {had} of {musts}, must not {unwanted}, said twice {pairs}");
}
