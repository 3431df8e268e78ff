//! Scores -> order: which sentence to keep first, and which it cannot be understood without.

use crate::document::Document;
use crate::entities::Entity;
use crate::ranking::Score;
use crate::sentences::SentenceKind;

/// A sentence's place in the order.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Place {
    /// 0 is the first to keep; `None` is never kept.
    pub rank: Option<usize>,
    /// The sentence it cannot be understood without.
    pub context: Option<usize>,
}

/// Orders the sentences of `document`: one place each.
#[must_use]
pub fn order(document: &Document, _entities: &[Entity], scores: &[Score]) -> Vec<Place> {
    let mut kept: Vec<usize> = (0..scores.len())
        .filter(|&i| {
            matches!(
                document.sentences[i].kind,
                SentenceKind::Sentence | SentenceKind::List
            )
        })
        .collect();
    kept.sort_by(|&a, &b| scores[b].value.total_cmp(&scores[a].value));
    let mut places = vec![Place::default(); scores.len()];
    for (rank, i) in kept.into_iter().enumerate() {
        places[i].rank = Some(rank);
    }
    places
}
