//! The labels of the tagger: outside, or first or further word of a person, place or organization.

use super::EntityKind;

/// How many labels there are.
pub const LABELS: usize = 7;
/// The label of a word that is no part of a name.
pub const OUTSIDE: usize = 0;

/// Scores of the labels in the tagger's own unit, and one more that stays 0, so that they add up
/// in one go: a hundred pieces of evidence and more fit into sixteen bits.
pub type Scores = [i16; 8];

const KINDS: [EntityKind; 3] = [
    EntityKind::Person,
    EntityKind::Place,
    EntityKind::Organization,
];

/// The kind of name a label belongs to.
#[must_use]
pub fn kind(label: usize) -> Option<EntityKind> {
    label.checked_sub(1).map(|place| KINDS[place / 2])
}

/// The label of the first word of a name, or of a further word, of a kind.
#[must_use]
pub fn label(kind: EntityKind, first: bool) -> usize {
    let place = KINDS.iter().position(|&other| other == kind);
    place.map_or(OUTSIDE, |place| 1 + 2 * place + usize::from(!first))
}

/// Whether a label is that of the first word of a name.
#[must_use]
pub const fn first(label: usize) -> bool {
    label % 2 == 1
}

/// Whether `next` may follow `label`: a further word follows only its own kind.
#[must_use]
pub const fn follows(label: usize, next: usize) -> bool {
    next == OUTSIDE || first(next) || label == next || label + 1 == next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn further_words_follow_their_own_kind() {
        let person = label(EntityKind::Person, true);
        let further = label(EntityKind::Person, false);
        let place = label(EntityKind::Place, false);
        assert!(follows(person, further) && follows(further, further) && follows(further, person));
        assert!(!follows(OUTSIDE, further) && !follows(person, place) && !follows(further, place));
        assert_eq!(kind(further), Some(EntityKind::Person));
        assert_eq!(kind(OUTSIDE), None);
    }
}
