//! Names of persons that were found in parts: two side by side are mostly one long name («عثمان الطيب
//! محمد نور»), a first name that nobody found belongs to the name after it, and a family name that
//! nobody found to the given name before it.

use super::EntityKind;
use super::endings::of_origin;
use super::evidence::known;
use super::found::Found;
use super::tagger::Tagger;
use super::words::Words;
use crate::lexicon::Classes;
use crate::lexicon::hashing::HashedSet;

/// Joins the parts of persons' names; of `titles` see [`super::cues::titles`].
pub(super) fn mend(words: &Words, tagger: &Tagger, titles: &[u8], found: &mut Vec<Found>) {
    let mut free = 0;
    for name in found.iter_mut() {
        let start = name.words.start;
        let may_begin = name.kind == EntityKind::Person && start > free;
        if may_begin && first_name(words, start) {
            let before = start - 1;
            // «نديم آل حمدان»
            let house = words.key(start) == "ال" && !tagger.never_named(words, before);
            if house || titles[before] > 0 || tagger.mostly_person(words, before) {
                name.words.start = before;
            }
        }
        free = name.words.end;
    }
    let families: HashedSet = found
        .iter()
        .filter(|name| name.kind == EntityKind::Person && name.words.len() > 1)
        .map(|name| words.words[name.words.end - 1].hash)
        .collect();
    found.dedup_by(|next, name| {
        let one = one_person(words, &families, name, next);
        if one {
            name.words.end = next.words.end;
        }
        one
    });
    let mut end = words.words.len();
    for name in found.iter_mut().rev() {
        if name.words.end < end && lacks_family(words, tagger, name) {
            name.words.end += 1;
        }
        end = name.words.start;
    }
}

/// Whether a given name alone stands before where its family is from: after a definite noun an
/// adjective can be nothing else («الصياد يونس المرجاني»), elsewhere it may be the noun's («وزن ليو
/// الحقيقي»).
fn lacks_family(words: &Words, tagger: &Tagger, name: &Found) -> bool {
    let (start, end) = (name.words.start, name.words.end);
    let other = Classes::FAMILY | Classes::PLACE | Classes::COUNTRY;
    let classes = words.words[start].classes;
    let described = !words.heads(start) && words.key(start - 1).starts_with("ال");
    name.kind == EntityKind::Person
        && name.words.len() == 1
        && classes.any(Classes::GIVEN)
        && !classes.any(other)
        && of_origin(words, end)
        && (described || known(words, &words.words[end], &tagger.vocabulary).is_none())
}

/// Whether the word before `start` may be a first name that belongs to the name at `start`.
fn first_name(words: &Words, start: usize) -> bool {
    let other = Classes::COUNTRY
        | Classes::PLACE
        | Classes::ORGANIZATION
        | Classes::PERSON
        | Classes::FAMILY
        | Classes::TITLE
        | Classes::SAYING
        | Classes::WEAK_MONTH
        | Classes::MONTH;
    let classes = words.words[start - 1].classes;
    // «متحدث باسم بوتين», «أكد المدرب بأن توري»: a particle stands before another word there.
    let particle = matches!(words.key(start - 1), "باسم" | "بان");
    !words.heads(start)
        && classes.any(Classes::GIVEN)
        && !classes.any(other)
        && !particle
        && words.words[start].attached == 0
}

/// Whether the persons `name` and `next` are one: nothing stands between them, and the first is
/// neither known as a whole («دونالد ترامب»), unless a particle goes on with it («محمد الفاتح أبو
/// عاقلة»), nor by a family name of the text.
fn one_person(words: &Words, families: &HashedSet, name: &Found, next: &Found) -> bool {
    let start = next.words.start;
    let first = &words.words[start];
    let adjacent = name.words.end == start
        && name.kind == EntityKind::Person
        && next.kind == EntityKind::Person
        && !words.heads(start);
    let given = |i: usize| words.words[i].classes.any(Classes::GIVEN);
    // و may stand before a name that the lexicon does not know.
    let bare = first.attached == 0 && (!words.key(start).starts_with('و') || given(start));
    let short = next.words.len() == 1;
    if !adjacent || !bare || short && public(words, next) {
        return false;
    }
    let particle = first.classes.any(Classes::PARTICLE) && !short;
    let known = |i: usize| families.contains(&words.words[i].hash);
    let whole = public(words, name);
    if name.words.len() == 1 {
        given(name.words.start) && !whole && !known(name.words.start)
    } else if short {
        given(name.words.start) && !whole && !known(start) && of_origin(words, start)
    } else {
        particle || given(name.words.start) && given(start) && !whole
    }
}

/// Whether the lexicon knows the whole name.
fn public(words: &Words, name: &Found) -> bool {
    let known = words.phrase(name.words.clone(), Classes::PERSON);
    known.is_some_and(|(end, _)| end == name.words.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::entities::cues::titles;
    use crate::entities::names::tagger;

    /// The names of `text` when the ranges of words `parts` were found as a person each.
    fn mended(text: &str, parts: &[(usize, usize)]) -> Vec<String> {
        let document = Document::read(text);
        let words = Words::read(&document);
        let titles = titles(&words, &vec![0; words.words.len()]);
        let person = |&(start, end): &(usize, usize)| Found::bare(start..end, EntityKind::Person);
        let mut found = parts.iter().map(person).collect();
        mend(&words, tagger().expect("the tagger"), &titles, &mut found);
        Found::keys(&found, &words)
    }

    #[test]
    fn two_persons_side_by_side_are_one() {
        let chain = "أدى عثمان الطيب محمد البشير اليمين";
        let one = ["عثمان الطيب محمد البشير"];
        assert_eq!(mended(chain, &[(1, 3), (3, 5)]), one);
        let particle = "قال جواو فيريرا دا كوستا ذلك";
        let one = ["جواو فيريرا دا كوستا"];
        assert_eq!(mended(particle, &[(1, 3), (3, 5)]), one);
        let known = "رحل محمد الفاتح أبو عاقلة أمس";
        assert_eq!(mended(known, &[(1, 3), (3, 5)]), ["محمد الفاتح ابو عاقله"]);
        let origin = "حكم خالد عبد الجليل البشاري أمس";
        let one = ["خالد عبد الجليل البشاري"];
        assert_eq!(mended(origin, &[(1, 4), (4, 5)]), one);
        let given = "غنى أحمد صلاح السعدني أمس";
        assert_eq!(mended(given, &[(1, 2), (2, 4)]), ["احمد صلاح السعدني"]);
    }

    #[test]
    fn who_is_known_or_parted_by_a_word_stays_another() {
        let known = "وصف دونالد ترامب محمد سالم";
        let two = ["دونالد ترامب", "محمد سالم"];
        assert_eq!(mended(known, &[(1, 3), (3, 5)]), two);
        let and = "حضر سالم العطار ومحمد البشير";
        let two = ["سالم العطار", "ومحمد البشير"];
        assert_eq!(mended(and, &[(1, 3), (3, 5)]), two);
        let comma = "حضر سالم العطار، محمد البشير";
        let two = ["سالم العطار", "محمد البشير"];
        assert_eq!(mended(comma, &[(1, 3), (4, 6)]), two);
        let family = "تنازل برهم صالح ثم اعتذر صالح إبراهيم الجعفري";
        let parts = [(1, 3), (5, 6), (6, 8)];
        assert_eq!(
            mended(family, &parts),
            ["برهم صالح", "صالح", "ابراهيم الجعفري"]
        );
    }

    #[test]
    fn a_given_name_alone_has_the_family_name_after_it() {
        let described = "يقول الصياد المتقاعد يونس المرجاني إنه تعب";
        assert_eq!(mended(described, &[(3, 4)]), ["يونس المرجاني"]);
        let construct = "تحدث عن وزن ليو الحقيقي أمس";
        assert_eq!(mended(construct, &[(3, 4)]), ["ليو"]);
    }

    #[test]
    fn a_first_name_after_a_title_belongs_to_the_name() {
        let titled = "توفيت الروائية اللبنانية سلمى جرجس الحداد";
        assert_eq!(mended(titled, &[(4, 6)]), ["سلمي جرجس الحداد"]);
        let spoken = "قال متحدث باسم سركسيان";
        assert_eq!(mended(spoken, &[(3, 4)]), ["سركسيان"]);
    }
}
