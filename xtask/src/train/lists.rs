//! `cargo xtask train lists`: the lists of names as the program ships them, a compact table.

use zubda::lexicon::lists::Lists;
use zubda::lexicon::{self, Classes};

/// The lists of one kind of name.
const LISTS: [(&str, Classes); 9] = [
    (include_str!("lists/countries.txt"), Classes::COUNTRY),
    (include_str!("lists/places.txt"), Classes::PLACE),
    (
        include_str!("lists/organizations.txt"),
        Classes::ORGANIZATION,
    ),
    (include_str!("lists/people.txt"), Classes::PERSON),
    (include_str!("lists/given_names.txt"), Classes::GIVEN),
    (include_str!("lists/family_names.txt"), Classes::FAMILY),
    (include_str!("lists/more_given_names.txt"), Classes::GIVEN),
    (include_str!("lists/more_family_names.txt"), Classes::FAMILY),
    (include_str!("lists/shared.txt"), Classes::SHARED),
];

/// The table of all names of the lists.
pub(super) fn table() -> Result<Vec<u8>, String> {
    let mut rows = Vec::new();
    for (text, class) in LISTS {
        for line in lexicon::lines(text) {
            lexicon::each_phrase(line, class, |hash, class| rows.push((hash, class)));
        }
    }
    Ok(Lists::write(&rows)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_ships_the_lists_as_they_are() {
        let shipped = include_bytes!("../../../src/lexicon/lists.bin");
        assert!(table().unwrap() == shipped, "cargo xtask train lists");
    }
}
