//! Names and quantities -> one list without overlap.

use super::found::Found;

/// Merges two ascending lists. Where a quantity overlaps a name, the longer one stays; of two
/// equally long the quantity.
pub(super) fn merge(names: Vec<Found>, quantities: Vec<Found>) -> Vec<Found> {
    let mut all = Vec::with_capacity(names.len() + quantities.len());
    let mut names = names.into_iter().peekable();
    for quantity in quantities {
        while let Some(name) = names.next_if(|name| name.words.end <= quantity.words.start) {
            all.push(name);
        }
        let mut keep = true;
        while let Some(name) = names.next_if(|name| name.words.start < quantity.words.end) {
            if keep && name.words.len() > quantity.words.len() {
                keep = false;
                all.push(name);
            }
        }
        let free = all
            .last()
            .is_none_or(|last: &Found| last.words.end <= quantity.words.start);
        if keep && free {
            all.push(quantity);
        }
    }
    all.extend(names);
    all
}
