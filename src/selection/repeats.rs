//! What says again what a better sentence says.

use crate::features::view::View;
use crate::letters;
use crate::lexicon;
use crate::tokens::TokenKind;

/// Two sentences are the same news when they share more than this of the shorter one's words.
const SAME: f64 = 0.6;
/// Only those that share this much of the shorter one's terms are compared word by word.
const ALIKE: f64 = 0.5;

/// Whether a sentence repeats a better one of its group of near-duplicates.
pub(super) fn repeated(view: &View, scores: &[f64]) -> Vec<bool> {
    let mut best: Vec<usize> = (0..scores.len()).collect();
    let mut words: Vec<Option<Vec<u64>>> = vec![None; scores.len()];
    for edge in &view.graph.edges {
        let (a, b) = (edge.earlier as usize, edge.later as usize);
        let terms = |i: usize| view.sentences[i].terms.len();
        if f64::from(edge.shared) < ALIKE * terms(a).min(terms(b)) as f64 {
            continue;
        }
        for i in [a, b] {
            words[i].get_or_insert_with(|| distinct_words(view, i));
        }
        let same = words[a].as_deref().zip(words[b].as_deref());
        if !same.is_some_and(|(a, b)| shared(a, b) > SAME * a.len().min(b.len()) as f64) {
            continue;
        }
        let (a, b) = (root(&mut best, a), root(&mut best, b));
        let worse = worse(a, b, scores);
        best[worse] = a + b - worse;
    }
    (0..scores.len()).map(|i| root(&mut best, i) != i).collect()
}

/// The hashes of the folded words of a sentence, each once, ascending.
fn distinct_words(view: &View, sentence: usize) -> Vec<u64> {
    let document = view.document;
    let sentence = &document.sentences[sentence];
    let mut words: Vec<u64> = (sentence.token_start..sentence.token_end)
        .filter(|&token| {
            let kind = document.tokens[token].kind;
            matches!(kind, TokenKind::Word | TokenKind::Number)
        })
        .map(|token| match document.terms.word_of_token[token] {
            Some(word) => document.terms.words[word as usize].hash,
            None => lexicon::hash(&folded(document.tokens[token].span.of(document.text))),
        })
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn folded(word: &str) -> String {
    let mut key = String::new();
    letters::fold(word, &mut key);
    key
}

/// How many values two ascending lists share.
fn shared(a: &[u64], b: &[u64]) -> f64 {
    let mut rest = b;
    let mut count = 0_u32;
    for word in a {
        rest = &rest[rest.partition_point(|other| other < word)..];
        count += u32::from(rest.first() == Some(word));
    }
    f64::from(count)
}

/// The sentence that stands for the group of `sentence`.
fn root(best: &mut [usize], mut sentence: usize) -> usize {
    while best[sentence] != sentence {
        best[sentence] = best[best[sentence]];
        sentence = best[sentence];
    }
    sentence
}

fn worse(a: usize, b: usize, scores: &[f64]) -> usize {
    // Of equals the later one.
    if scores[a] < scores[b] || (scores[a].total_cmp(&scores[b]).is_eq() && a > b) {
        a
    } else {
        b
    }
}
