//! What belongs together: an announcement and what it announces, the pieces of a run-on sentence,
//! the pieces of one quotation.

use crate::features::openers::Lean;
use crate::features::view::View;
use std::ops::Range;

/// Neighbouring sentences that are kept together.
pub(super) type Unit = Range<usize>;

/// Quotations that stay open longer than this were never closed.
const QUOTATION: usize = 3;

/// What ties a sentence to the one after it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tie {
    /// It ends in a colon.
    Announcement,
    /// Its end is a cut that we made.
    Cut,
    /// It opens a quotation that the next closes.
    Quotation,
}

/// The kept sentences in units, and the unit of each sentence.
pub(super) fn units(view: &View) -> (Vec<Unit>, Vec<Option<usize>>) {
    let mut units: Vec<Unit> = Vec::new();
    let mut unit_of = vec![None; view.sentences.len()];
    let mut tied = false;
    for (i, facts) in view.sentences.iter().enumerate() {
        if facts.kept {
            match units.last_mut() {
                Some(unit) if tied => unit.end = i + 1,
                _ => units.push(i..i + 1),
            }
            unit_of[i] = Some(units.len() - 1);
        }
        tied = tie(view, i).is_some();
    }
    (units, unit_of)
}

/// A unit's sentences in the order of their ranks: what is announced before its announcement.
pub(super) fn reading_order(view: &View, unit: &Unit) -> Vec<usize> {
    let mut order: Vec<usize> = unit.clone().collect();
    for at in 1..order.len() {
        if tie(view, order[at - 1]) == Some(Tie::Announcement) {
            order.swap(at - 1, at);
        }
    }
    order
}

/// The sentence that `sentence` cannot be understood without.
pub(super) fn context(view: &View, sentence: usize) -> Option<usize> {
    if !view.sentences[sentence].kept {
        return None;
    }
    let before = sentence.checked_sub(1)?;
    if tie(view, before).is_some() {
        return Some(before);
    }
    if view.sentences[sentence].opening.lean < Lean::Medium {
        return None;
    }
    (0..sentence).rev().find(|&i| view.sentences[i].kept)
}

/// Whether `sentence` announces something that is not among the sentences that may be kept.
pub(super) fn announces_nothing(view: &View, sentence: usize) -> bool {
    let next = view.sentences.get(sentence + 1);
    view.ends_in_colon(sentence) && !next.is_some_and(|next| next.kept)
}

/// What ties `sentence` to the next, when both may be kept.
fn tie(view: &View, sentence: usize) -> Option<Tie> {
    let next = view.sentences.get(sentence + 1)?;
    if !next.kept || !view.sentences[sentence].kept {
        return None;
    }
    if view.document.sentences[sentence].soft {
        Some(Tie::Cut)
    } else if view.ends_in_colon(sentence) {
        Some(Tie::Announcement)
    } else if opens_quotation(view, sentence) {
        Some(Tie::Quotation)
    } else {
        None
    }
}

/// Whether a quotation is open at the end of `sentence` that one of the next closes.
fn opens_quotation(view: &View, sentence: usize) -> bool {
    let paragraph = view.document.sentences[sentence].paragraph;
    let from = (sentence + 1).saturating_sub(QUOTATION);
    let balance = |range: Range<usize>| -> i32 {
        range
            .filter(|&i| view.document.sentences[i].paragraph == paragraph)
            .map(|i| view.sentences[i].quotes_open)
            .sum()
    };
    balance(from..sentence + 1) > 0
        && (sentence + 1..(from + QUOTATION).min(view.sentences.len()))
            .any(|end| balance(from..end + 1) <= 0)
}
