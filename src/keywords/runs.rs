//! The runs of words that a text returns to.

use super::{Phrase, nouns};
use crate::features::view::View;
use crate::letters;
use crate::lexicon;
use crate::lexicon::hashing::Numbering;
use crate::span::Span;
use crate::tokens::TokenKind;
use std::ops::Range;

/// How many words a run has at most.
const LONGEST: usize = 3;
/// What stands in a run's places that it does not fill.
const NONE: u32 = u32::MAX;

/// A run of words as it occurs in the text.
struct Run {
    terms: [u32; LONGEST],
    length: usize,
    count: u32,
    early: bool,
    /// The form that reads best.
    form: Form,
}

/// The runs of words in kept sentences, entities aside: several words where they occur twice, single
/// words where they are nouns.
pub(super) fn runs<'d>(view: &View<'d>, inside: &[bool], early: usize) -> Vec<Phrase<'d>> {
    let document = view.document;
    let mut runs: Vec<Run> = Vec::with_capacity(document.tokens.len() / 2);
    // The run of each term alone, and those of several.
    let mut alone = vec![None; document.terms.table.len()];
    let mut numbers = Numbering::with_capacity(document.tokens.len() / 4);
    let mut several = Vec::new();
    let kept = document.sentences.iter().zip(&view.sentences);
    for (sentence, _) in kept.filter(|(_, facts)| facts.kept) {
        for start in sentence.token_start..sentence.token_end {
            beginning(view, inside, start..sentence.token_end, |terms, span| {
                let run = if let [term] = *terms {
                    *alone[term as usize].get_or_insert(runs.len())
                } else {
                    let hash = |hash, &term: &u32| lexicon::join(hash, u64::from(term));
                    let number = numbers.number(terms.iter().fold(1, hash));
                    if number == several.len() {
                        several.push(runs.len());
                    }
                    several[number]
                };
                let first = document.terms.key(&document.terms.table[terms[0] as usize]);
                let form = || Form::of(document.text, span, first);
                if run == runs.len() {
                    let mut all = [NONE; LONGEST];
                    all[..terms.len()].copy_from_slice(terms);
                    runs.push(Run {
                        terms: all,
                        length: terms.len(),
                        count: 0,
                        early: span.start < early,
                        form: form(),
                    });
                } else if runs[run].form.attached > 0 {
                    let form = form();
                    if form.attached < runs[run].form.attached {
                        runs[run].form = form;
                    }
                }
                runs[run].count += 1;
            });
        }
    }
    let evidence = nouns::evidence(view);
    runs.into_iter()
        .filter(|run| run.length == 1 || run.count > 1)
        .filter(|run| {
            // What occurs once must be surely a noun.
            let least = if run.count > 1 { 1 } else { 2 };
            let surely = |&term: &u32| evidence[term as usize] >= least;
            run.terms[..run.length].iter().all(surely)
        })
        .map(|run| Phrase {
            terms: run.terms[..run.length].to_vec(),
            text: run.form.span.of(document.text),
            count: run.count,
            early: run.early,
        })
        .collect()
}

/// Gives `each` the runs that begin with the first of `tokens`, the shortest first: their terms, and
/// where they stand.
fn beginning(
    view: &View,
    inside: &[bool],
    tokens: Range<usize>,
    mut each: impl FnMut(&[u32], Span),
) {
    let document = view.document;
    let start = document.tokens[tokens.start].span.start;
    let mut terms = [NONE; LONGEST];
    let mut length = 0;
    for token in tokens {
        match (document.tokens[token].kind, document.terms.of_token[token]) {
            (TokenKind::Space, _) if length > 0 => continue,
            (TokenKind::Word, Some(term)) if !inside[token] => terms[length] = term,
            _ => return,
        }
        length += 1;
        // Several words come twice together only where each of them does.
        let again = |&term: &u32| document.terms.table[term as usize].count > 1;
        if length > 1 && !terms[..length].iter().all(again) {
            return;
        }
        let end = document.tokens[token].span.end;
        each(&terms[..length], Span::new(start, end));
        if length == LONGEST {
            return;
        }
    }
}

/// A phrase as it is shown: particles attached to its first word are cut off.
#[derive(Clone, Copy)]
struct Form {
    span: Span,
    /// How many letters were cut off; a form with fewer reads better.
    attached: usize,
}

impl Form {
    /// `key` is the term of its first word: a first letter that the term has is the word's own.
    fn of(text: &str, span: Span, key: &str) -> Self {
        let mut form = Self { span, attached: 0 };
        for particles in [&['و', 'ف'][..], &['ب', 'ك', 'ل'][..]] {
            let word = form.span.of(text);
            let Some(rest) = word.strip_prefix(particles) else {
                continue;
            };
            if word.starts_with("لل") {
                // «للمدينة» has no form of its own without the particle.
                form.attached += 1;
                break;
            }
            let own = key.starts_with(&word[..word.len() - rest.len()]);
            if !own && rest.starts_with(letters::is_alphabetic) {
                form.span.start = form.span.end - rest.len();
                form.attached += 1;
            }
        }
        form
    }
}
