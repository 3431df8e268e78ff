//! What a sentence speaks of, beside what the document speaks of.

use super::view::View;

/// Its weight in a random walk from sentence to similar sentence.
pub(super) fn centrality(view: &View, sentence: usize) -> f64 {
    view.graph.central[sentence]
}

/// Its similarity to all others.
pub(super) fn degree(view: &View, sentence: usize) -> f64 {
    view.graph.before[sentence] + view.graph.after[sentence]
}

/// Its similarity to the sentences before it.
pub(super) fn echo(view: &View, sentence: usize) -> f64 {
    view.graph.before[sentence]
}

/// Its similarity to the sentences after it.
pub(super) fn announcement(view: &View, sentence: usize) -> f64 {
    view.graph.after[sentence]
}

/// How much of what a headline would say it says.
pub(super) fn salience(view: &View, sentence: usize) -> f64 {
    if view.salience_sum > 0.0 {
        view.sum(sentence, &view.salience) / view.salience_sum
    } else {
        0.0
    }
}

/// How much of what a headline would say it says beyond the first sentence; 0 of the first itself.
pub(super) fn new_salience(view: &View, sentence: usize) -> f64 {
    view.new_salience[sentence]
}

/// The harmonic mean of how much of a headline it says, and how much of it a headline would say.
pub(super) fn salient_share(view: &View, sentence: usize) -> f64 {
    let size = view.sentences[sentence].terms.len() as f64 + view.salience_sum;
    2.0 * view.sum(sentence, &view.salience) / size.max(1.0)
}

/// The share of sentences that say less of what is new beside the first sentence.
pub(super) fn salience_rank(view: &View, sentence: usize) -> f64 {
    view.salience_rank[sentence]
}

/// How much of the weight of the document's key terms it carries.
pub(super) fn key_terms(view: &View, sentence: usize) -> f64 {
    if view.key_sum > 0.0 {
        view.sum(sentence, &view.keys) / view.key_sum
    } else {
        0.0
    }
}

/// The mean weight of its terms.
pub(super) fn term_weight(view: &View, sentence: usize) -> f64 {
    let terms = view.sentences[sentence].terms.len().max(1) as f64;
    view.sum(sentence, &view.weights) / terms / 24.0
}

/// The mean background rarity of its terms.
pub(super) fn rarity(view: &View, sentence: usize) -> f64 {
    let facts = &view.sentences[sentence];
    let sum: f64 = facts
        .terms
        .iter()
        .map(|&(t, _)| view.document.terms.table[t as usize].rarity)
        .sum();
    sum / facts.terms.len().max(1) as f64 / 10.0
}

/// The share of its terms that occur here first.
pub(super) fn new_terms(view: &View, sentence: usize) -> f64 {
    let facts = &view.sentences[sentence];
    let start = view.document.sentences[sentence].span.start;
    let new = facts
        .terms
        .iter()
        .filter(|&&(t, _)| view.document.terms.table[t as usize].first.start >= start)
        .count();
    new as f64 / facts.terms.len().max(1) as f64
}

/// How much of the title's terms it carries, where the text opens with a title.
pub(super) fn title(view: &View, sentence: usize) -> f64 {
    view.title
        .map_or(0.0, |title| covered(view, title, sentence))
}

/// How much of the first sentence's terms it carries; 0 of the first itself.
pub(super) fn first_sentence(view: &View, sentence: usize) -> f64 {
    view.first
        .filter(|&first| first != sentence)
        .map_or(0.0, |first| covered(view, first, sentence))
}

/// How much of its terms the sentence before carries.
pub(super) fn sentence_before(view: &View, sentence: usize) -> f64 {
    sentence
        .checked_sub(1)
        .map_or(0.0, |before| covered(view, sentence, before))
}

/// How much of its terms the sentence after carries.
pub(super) fn sentence_after(view: &View, sentence: usize) -> f64 {
    if sentence + 1 < view.sentences.len() {
        covered(view, sentence, sentence + 1)
    } else {
        0.0
    }
}

/// The share of the weight of `whole`'s terms that `part` carries too.
fn covered(view: &View, whole: usize, part: usize) -> f64 {
    let (a, b) = (&view.sentences[whole].terms, &view.sentences[part].terms);
    let (mut shared, mut all) = (0.0, 0.0);
    let mut j = 0;
    for &(term, _) in a {
        let weight = view.document.terms.table[term as usize].rarity;
        all += weight;
        while j < b.len() && b[j].0 < term {
            j += 1;
        }
        if j < b.len() && b[j].0 == term {
            shared += weight;
        }
    }
    if all > 0.0 { shared / all } else { 0.0 }
}
