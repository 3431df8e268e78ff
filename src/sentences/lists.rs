//! The words that the rules know, read from the text files beside them.

use crate::letters;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// Match keys.
pub(super) type Set = HashSet<String>;

/// Every list of [`abbreviations`], by what it decides.
pub(super) struct Abbreviations {
    pub(super) titles: Set,
    pub(super) letters: Set,
    pub(super) eras: Set,
    pub(super) ranks: Set,
    pub(super) units: Set,
    pub(super) short_units: Set,
    pub(super) tails: Set,
    pub(super) categories: Set,
    pub(super) sections: Set,
    pub(super) continuers: Set,
    pub(super) directions: Set,
    pub(super) reporters: Set,
    pub(super) clippers: Set,
    pub(super) shouting_names: Set,
    pub(super) name_leaders: Set,
    pub(super) domains: Set,
}

/// The words that decide about full stops and closing quotes.
pub(super) fn abbreviations() -> &'static Abbreviations {
    static LISTS: OnceLock<Abbreviations> = OnceLock::new();
    LISTS.get_or_init(|| {
        let mut lists = read(include_str!("abbreviations.txt"));
        let mut list = |name| {
            lists
                .remove(name)
                .unwrap_or_default()
                .iter()
                .map(|word| key(word))
                .collect()
        };
        Abbreviations {
            titles: list("titles"),
            letters: list("letters"),
            eras: list("eras"),
            ranks: list("ranks"),
            units: list("units"),
            short_units: list("units of one letter"),
            tails: list("tails"),
            categories: list("categories"),
            sections: list("sections"),
            continuers: list("continuers"),
            directions: list("directions"),
            reporters: list("reporters"),
            clippers: list("clippers"),
            shouting_names: list("shouting names"),
            name_leaders: list("name leaders"),
            domains: list("domains"),
        }
    })
}

/// The lists of a text: a line that ends in a colon names one, the words below it are in it.
pub(super) fn read(text: &'static str) -> HashMap<&'static str, Vec<&'static str>> {
    let mut lists: HashMap<_, Vec<_>> = HashMap::new();
    let mut name = "";
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_suffix(':') {
            Some(heading) => name = heading,
            None => lists
                .entry(name)
                .or_default()
                .extend(line.split_whitespace()),
        }
    }
    lists
}

/// The words of all lists that end in ى; to a writer who puts ى for every final ي, all others end
/// in ي.
pub(super) fn ending_in_alif() -> &'static Set {
    static WORDS: OnceLock<Set> = OnceLock::new();
    WORDS.get_or_init(|| {
        let texts = [
            include_str!("abbreviations.txt"),
            include_str!("openers.txt"),
            include_str!("boilerplate.txt"),
        ];
        let words = texts.iter().flat_map(|text| read(text).into_values());
        words
            .flatten()
            .flat_map(|phrase| phrase.split('_'))
            .map(key)
            .filter(|key| key.ends_with('ى'))
            .collect()
    })
}

/// The match key of `word`.
pub(super) fn key(word: &str) -> String {
    let mut key = String::with_capacity(word.len());
    letters::match_key(word, &mut key);
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_a_true_final_alif_are_known() {
        for word in ["على", "إلى", "حتى", "لدى", "ورأى", "الأولى"] {
            assert!(ending_in_alif().contains(word), "{word}");
        }
        assert!(!ending_in_alif().contains("التى"));
    }

    #[test]
    fn every_list_has_its_words() {
        let lists = abbreviations();
        for (set, word) in [
            (&lists.titles, "د"),
            (&lists.letters, "جي"),
            (&lists.eras, "ق.ه"),
            (&lists.ranks, "أ.د"),
            (&lists.units, "كم"),
            (&lists.short_units, "م"),
            (&lists.tails, "إلخ"),
            (&lists.categories, "المجموعة"),
            (&lists.sections, "المادة"),
            (&lists.continuers, "التي"),
            (&lists.directions, "شمال"),
            (&lists.reporters, "قال"),
            (&lists.clippers, "في"),
            (&lists.shouting_names, "ياهو"),
            (&lists.name_leaders, "شركة"),
            (&lists.domains, "نت"),
        ] {
            assert!(set.contains(word), "{word}");
        }
    }
}
