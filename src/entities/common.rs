//! Names of one word that are none: a common word, as raw news has it or as it is written.

use super::EntityKind;
use super::beginnings::written;
use super::found::Found;
use super::tagger::Tagger;
use super::vocabulary::{Repute, Vocabulary};
use super::words::Words;
use crate::document::Document;
use crate::lexicon::{self, Classes};
use crate::tokens::TokenKind;

/// Takes out what is a common word, and calls a nationality what is written as one.
pub(super) fn sift(document: &Document, words: &Words, tagger: &Tagger, found: &mut Vec<Found>) {
    found.retain_mut(|name| {
        if name.words.len() > 1 {
            return true;
        }
        let i = name.words.start;
        let as_written = written(document, words.words[i].token);
        if name.kind == EntityKind::Place && is_nationality(words, i, as_written) {
            name.kind = EntityKind::Nationality;
            return true;
        }
        // «أودى» folds to the name of a firm.
        let verb = name.kind == EntityKind::Organization
            && as_written.ends_with('ى')
            && !words.egyptian_ya(document);
        !verb && !parted(document, words, tagger, name) && !whole(document, words, tagger, name)
    });
}

/// Whether the place `i` is a nationality in the accusative: «جنديا بريطانيًّا», «بريطانياً».
fn is_nationality(words: &Words, i: usize, as_written: &str) -> bool {
    let bare = words.key(i).strip_suffix('ا');
    as_written.ends_with(['\u{64b}', 'ا'])
        && as_written.contains('\u{64b}')
        && bare.is_some_and(|bare| lexicon::classes(lexicon::hash(bare)).any(Classes::NATIONALITY))
}

/// Whether a name only looks as if a particle stood before it, since raw news has the whole, and
/// hardly ever in names: «كبرى», «وزاري».
fn parted(document: &Document, words: &Words, tagger: &Tagger, name: &Found) -> bool {
    let word = &words.words[name.words.start];
    if word.attached == 0 || word.contracted {
        return false;
    }
    let whole = tagger.vocabulary.get(word.hash);
    let unnamed = || whole.is_some_and(is_unnamed);
    // ب and ل stand before names too often to be doubted without a sure sign.
    let key = words.key(name.words.start);
    match name.kind {
        EntityKind::Place if key.starts_with(['ب', 'ل']) => {
            unnamed() || possessed(document, words, tagger, name.words.start)
        }
        EntityKind::Organization => key.starts_with(['و', 'ف']) && unnamed(),
        EntityKind::Person | EntityKind::Place => {
            whole.is_some() && tagger.never_named(words, name.words.start)
        }
        _ => false,
    }
}

/// Whether the word `i` may be a plain word with a possessive ending, and no hamza speaks for the
/// name: «بابها» is her door, «بأبها» in Abha.
fn possessed(document: &Document, words: &Words, tagger: &Tagger, i: usize) -> bool {
    let plain = |stem: &str| {
        let number = tagger.vocabulary.get(lexicon::hash(stem));
        number.is_some_and(|number| Repute::of(Vocabulary::repute(number)).is_none())
    };
    let key = words.key(i);
    let stem = key.strip_suffix("ها").or_else(|| key.strip_suffix("هم"));
    !written(document, words.words[i].token).contains(['أ', 'إ', 'آ']) && stem.is_some_and(plain)
}

/// Whether a name is a common word as it stands: a place that raw news hardly ever has in names
/// («تسيير»), though it may be one («معسكر»); an adjective («الممثلة الإباحية», «جماعة "إرهابية"»).
fn whole(document: &Document, words: &Words, tagger: &Tagger, name: &Found) -> bool {
    let i = name.words.start;
    let word = &words.words[i];
    if word.attached > 0 || word.kind != TokenKind::Word {
        return false;
    }
    let definite = words.key(i).starts_with("ال");
    let adjective = || words.key(i).ends_with("يه") && tagger.never_named(words, i);
    match name.kind {
        EntityKind::Place => {
            tagger.vocabulary.get(word.hash).is_some_and(is_unnamed)
                || !definite && is_frequent(document, word.token) && tagger.never_named(words, i)
        }
        EntityKind::Person => definite && adjective(),
        EntityKind::Organization => !definite && adjective(),
        _ => false,
    }
}

/// Whether raw news hardly ever has the word with this number in a name.
fn is_unnamed(number: u16) -> bool {
    Vocabulary::unnamed(number) > 0
}

/// Whether one of a hundred news articles and more has the term of a token.
fn is_frequent(document: &Document, token: usize) -> bool {
    let terms = &document.terms;
    terms.of_token[token].is_some_and(|term| terms.table[term as usize].rarity < -libm::log(0.01))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::names::tagger;

    /// The kinds that are left when the word `i` of `text` was found as `kind`.
    fn sifted(text: &str, i: usize, kind: EntityKind) -> Vec<EntityKind> {
        let document = Document::read(text);
        let words = Words::read(&document);
        let mut found = vec![Found::bare(i..i + 1, kind)];
        sift(&document, &words, tagger().expect("the tagger"), &mut found);
        found.into_iter().map(|name| name.kind).collect()
    }

    #[test]
    fn common_words_are_no_places() {
        for (text, i) in [
            ("بدأت الشركة تسيير رحلات جديدة", 2),
            ("انسحب الجنود إلى معسكر قريب", 3),
            ("وضع الكرة في المرمى مرتين", 3),
        ] {
            assert_eq!(sifted(text, i, EntityKind::Place), [], "{text}");
        }
        for (text, i) in [("وصل الوفد إلى دبلن", 3), ("سافر إلى الغوطة أمس", 2)]
        {
            assert_eq!(
                sifted(text, i, EntityKind::Place),
                [EntityKind::Place],
                "{text}"
            );
        }
    }

    #[test]
    fn a_plain_word_with_a_possessive_ending_is_no_place() {
        const PLACE: EntityKind = EntityKind::Place;
        assert_eq!(sifted("أغلقت بابها أمس", 1, PLACE), []);
        assert_eq!(sifted("اجتمعوا بأبها أمس", 1, PLACE), [PLACE]);
        assert_eq!(sifted("عاشوا بالرياض أمس", 1, PLACE), [PLACE]);
    }

    #[test]
    fn a_nationality_is_written_with_tanween() {
        let text = "قتل جندياً بريطانياً قرب الحدود";
        assert_eq!(
            sifted(text, 2, EntityKind::Place),
            [EntityKind::Nationality]
        );
        let text = "غادر الجنود بريطانيا أمس";
        assert_eq!(sifted(text, 2, EntityKind::Place), [EntityKind::Place]);
    }

    #[test]
    fn verbs_and_adjectives_are_no_names() {
        const FIRM: EntityKind = EntityKind::Organization;
        assert_eq!(sifted("هجوم أودى بحياة شرطي", 1, FIRM), []);
        assert_eq!(sifted("سيارة أودي جديدة", 1, FIRM), [FIRM]);
        let egyptian = "فاز الأهلى على غريمه فى مباراة انتهت فى ساعة متأخرة حسبما روى مراسلى";
        assert_eq!(sifted(egyptian, 1, FIRM), [FIRM]);
        assert_eq!(sifted("تعدها جماعة \"إرهابية\"", 3, FIRM), []);
        assert_eq!(sifted("قال إن والدي غائب", 2, FIRM), []);
        assert_eq!(sifted("اتهم الممثلة الإباحية", 2, EntityKind::Person), []);
    }
}
