//! What writers do with a tatweel and with a final ya.

use super::kinds::{TATWEEL, is_invisible, is_mark};

/// Whether `word` is a particle held apart by a tatweel, as in لـ"بوتين" or بـ12: the key of the
/// word says which.
#[must_use]
pub fn is_detached(word: &str) -> bool {
    let bare: String = word
        .chars()
        .filter(|&c| !is_mark(c) && !is_invisible(c))
        .collect();
    let particle = bare.trim_end_matches(TATWEEL);
    particle.len() < bare.len() && PARTICLES.contains(&particle)
}

/// What a tatweel may hold apart from a quoted, Latin or numeric word.
const PARTICLES: [&str; 16] = [
    "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "كال", "ول", "وب", "وك", "فل", "فب", "فال",
];

/// Whether `word` is the sign of the Hijri era, هـ; without its tatweel it would be a lone letter.
#[must_use]
pub fn is_hijri(word: &str) -> bool {
    let mut letters = word.chars().filter(|&c| !is_mark(c));
    letters.next() == Some('ه')
        && letters
            .next()
            .is_some_and(|c| c == TATWEEL || c == '\u{200d}')
        && letters.all(|c| c == TATWEEL || is_invisible(c))
}

/// Whether the writer puts ى for final ي, as the Egyptian press does: at least three في in ten are
/// written فى. Then على may be the name علي.
pub fn egyptian_ya<'t>(words: impl Iterator<Item = &'t str>) -> bool {
    let (mut dotted, mut bare) = (0_usize, 0_usize);
    for word in words {
        dotted += usize::from(matches!(word, "في" | "وفي"));
        bare += usize::from(matches!(word, "فى" | "وفى"));
    }
    bare > 0 && bare * 10 >= (dotted + bare) * 3
}

/// Puts ي for a final ى in `key` and the reverse; false when it ends in neither. A lexicon is asked
/// for both.
pub fn swap_final_ya(key: &mut String) -> bool {
    let other = match key.chars().next_back() {
        Some('ي') => 'ى',
        Some('ى') => 'ي',
        _ => return false,
    };
    key.pop();
    key.push(other);
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tatweel_tells_a_detached_particle() {
        for word in ["لـ", "وـ", "بـــ", "الـ", "كـ", "لِـ", "والـ"] {
            assert!(is_detached(word), "{word}");
        }
        for word in ["ل", "هـ", "كـتاب", "ـ", ""] {
            assert!(!is_detached(word), "{word}");
        }
        assert!(is_hijri("هـ") && is_hijri("ه\u{200d}"));
        assert!(!is_hijri("ه") && !is_hijri("هـي") && !is_hijri("ـه"));
    }

    #[test]
    fn final_ya_is_the_writers_habit() {
        let egyptian = |text: &str| egyptian_ya(text.split(' '));
        assert!(egyptian("فى البيت فى المدينة"));
        assert!(egyptian("في البيت فى المدينة في"));
        assert!(!egyptian("في في في فى"));
        assert!(!egyptian("على مصطفى"));
        let mut key = "على".to_owned();
        assert!(swap_final_ya(&mut key));
        assert_eq!(key, "علي");
        assert!(!swap_final_ya(&mut "باب".to_owned()));
    }
}
