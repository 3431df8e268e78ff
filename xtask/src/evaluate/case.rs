//! One document: what we chose beside what people chose.

use super::data::{Article, Crowd};
use super::rouge::{self, Grams};

/// How much of a sentence's reasons is shown.
const REASONS: usize = 4;

/// Shows the document called `id`, sentence by sentence.
pub(crate) fn show(documents: &[Crowd], articles: &[Article], id: &str) -> Result<(), String> {
    if let Some(document) = documents.iter().find(|d| d.id == id) {
        println!("{} ({}, {})", document.id, document.topic, document.source);
        let references: Vec<Grams> = document
            .summaries
            .iter()
            .map(|s| Grams::of(&rouge::words(s)))
            .collect();
        print(&document.text, |sentence| {
            // How many people's extracts hold nearly all of the sentence.
            let grams = Grams::of(&rouge::words(sentence));
            let votes = references
                .iter()
                .filter(|reference| reference.recall(&grams, 2) > 0.8)
                .count();
            format!("{votes} of {}", references.len())
        });
        return Ok(());
    }
    let Some(article) = articles.iter().find(|a| a.id == id) else {
        return Err(format!("no document is called {id}"));
    };
    println!(
        "{} ({})\nabstract: {}",
        article.id, article.category, article.summary
    );
    let reference = Grams::of(&rouge::words(&article.summary));
    print(&article.text, |sentence| {
        let grams = Grams::of(&rouge::words(sentence));
        format!(
            "R1 F {:.2}, R2 recall {:.2}",
            grams.f(&reference, 1),
            grams.recall(&reference, 2)
        )
    });
    Ok(())
}

/// Prints each sentence with its rank and reasons, and what people think of it.
fn print(text: &str, people: impl Fn(&str) -> String) {
    let analysis = zubda::analyze(text);
    for (i, sentence) in analysis.sentences.iter().enumerate() {
        let rank = sentence
            .rank
            .map_or("-".to_owned(), |rank| rank.to_string());
        let context = sentence
            .context
            .map_or(String::new(), |context| format!(", needs {context}"));
        println!(
            "\n{i}: rank {rank}, score {:.3}, {:?}{context}; people: {}",
            sentence.score,
            sentence.kind,
            people(sentence.span.of(text))
        );
        println!("  {}", sentence.span.of(text).replace('\n', " "));
        let reasons: Vec<String> = sentence
            .because
            .iter()
            .take(REASONS)
            .map(|reason| format!("{} {:+.2}", reason.feature, reason.contribution))
            .collect();
        println!("  {}", reasons.join(", "));
    }
    let keywords: Vec<String> = analysis
        .keywords
        .iter()
        .map(|k| format!("{} {:.2}", k.text, k.weight))
        .collect();
    println!("\nkeywords: {}", keywords.join("; "));
}
