//! The key phrases of a document: its names, and the nouns it returns to.

mod nouns;
mod runs;

use crate::entities::{Entity, EntityKind};
use crate::features::view::View;
use crate::terms::Term;
use runs::runs;
use serde::Serialize;

/// A key phrase of the document.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Keyword {
    /// One to three words, as written in the text; a name may be longer.
    pub text: String,
    /// Its weight, 0..1; the first has 1.
    pub weight: f64,
}

/// How many key phrases there are at most.
const MOST: usize = 20;
/// How much heavier a phrase is that the first sentences have.
const EARLY: f64 = 1.4;
/// How many kept sentences are the first.
const FIRST: usize = 2;

/// A phrase that occurs in the text.
struct Phrase<'d> {
    terms: Vec<u32>,
    text: &'d str,
    count: u32,
    early: bool,
}

/// The key phrases of the document that `view` shows, heaviest first, at most 20: names, and runs of
/// up to three words without a stop word between them, inflected forms joined by their terms. A
/// single word is one only where the text shows that it is a noun. No two share a term.
#[must_use]
pub fn keywords(view: &View, entities: &[Entity]) -> Vec<Keyword> {
    let table = &view.document.terms.table;
    let inside = inside(view, entities);
    let early = early(view);
    let mut phrases = names(view, entities, early);
    phrases.extend(runs(view, &inside, early));
    let weights: Vec<f64> = phrases.iter().map(|phrase| weight(phrase, table)).collect();
    let mut order: Vec<usize> = (0..phrases.len()).collect();
    order.sort_by(|&a, &b| weights[b].total_cmp(&weights[a]).then(a.cmp(&b)));
    let mut taken = vec![false; table.len()];
    let mut chosen: Vec<usize> = Vec::new();
    for phrase in order {
        if chosen.len() == MOST {
            break;
        }
        let terms = &phrases[phrase].terms;
        if !terms.iter().any(|&term| taken[term as usize]) {
            for &term in terms {
                taken[term as usize] = true;
            }
            chosen.push(phrase);
        }
    }
    let most = chosen.first().map_or(1.0, |&first| weights[first]);
    chosen
        .iter()
        .map(|&phrase| Keyword {
            text: phrases[phrase].text.to_owned(),
            weight: (weights[phrase] / most.max(f64::MIN_POSITIVE)).clamp(0.0, 1.0),
        })
        .collect()
}

/// How much a phrase tells of its document: often here, rare elsewhere, early.
fn weight(phrase: &Phrase, table: &[Term]) -> f64 {
    let rarity: f64 = phrase
        .terms
        .iter()
        .map(|&term| table[term as usize].rarity)
        .sum();
    let early = if phrase.early { EARLY } else { 1.0 };
    early * rarity / (phrase.terms.len() as f64).sqrt() * libm::log(1.0 + f64::from(phrase.count))
}

/// For each token whether it stands in an entity.
fn inside(view: &View, entities: &[Entity]) -> Vec<bool> {
    let mut rest = entities.iter().peekable();
    let inside = |start: usize| {
        while rest.next_if(|e| e.token_span.end <= start).is_some() {}
        rest.peek().is_some_and(|e| e.token_span.start <= start)
    };
    let starts = view.document.tokens.iter().map(|token| token.span.start);
    starts.map(inside).collect()
}

/// Each person, place, organization, event and product once, by its fullest form; what begins before
/// the byte `early` is early.
fn names<'d>(view: &View<'d>, entities: &'d [Entity], early: usize) -> Vec<Phrase<'d>> {
    let document = view.document;
    let mut phrases: Vec<Phrase> = Vec::new();
    let groups = entities.iter().map(|e| e.group + 1).max().unwrap_or(0);
    let mut phrase_of: Vec<Option<usize>> = vec![None; groups];
    let mut token = 0;
    for entity in entities.iter().filter(|entity| is_subject(entity.kind)) {
        while token < document.tokens.len()
            && document.tokens[token].span.end <= entity.token_span.start
        {
            token += 1;
        }
        let mut terms: Vec<u32> = (token..document.tokens.len())
            .take_while(|&t| document.tokens[t].span.start < entity.token_span.end)
            .filter_map(|t| document.terms.of_token[t])
            .collect();
        terms.sort_unstable();
        terms.dedup();
        let place = *phrase_of[entity.group].get_or_insert(phrases.len());
        if place == phrases.len() {
            phrases.push(Phrase {
                terms: Vec::new(),
                text: &entity.name,
                count: 0,
                early: entity.span.start < early,
            });
        }
        // The terms of the fullest mention.
        if terms.len() > phrases[place].terms.len() {
            phrases[place].terms = terms;
        }
        phrases[place].count += 1;
    }
    phrases.retain(|phrase| !phrase.terms.is_empty());
    phrases
}

/// Whether an entity of this kind can be what a text is about.
fn is_subject(kind: EntityKind) -> bool {
    matches!(
        kind,
        EntityKind::Person
            | EntityKind::Place
            | EntityKind::Organization
            | EntityKind::Event
            | EntityKind::Product
    )
}

/// Where the first sentences that are kept end.
fn early(view: &View) -> usize {
    view.sentences
        .iter()
        .zip(&view.document.sentences)
        .filter(|(facts, _)| facts.kept)
        .take(FIRST)
        .last()
        .map_or(0, |(_, sentence)| sentence.span.end)
}

#[cfg(test)]
mod tests {
    use crate::analyze;

    fn of(text: &str) -> Vec<String> {
        analyze(text).keywords.into_iter().map(|k| k.text).collect()
    }

    #[test]
    fn verbs_are_no_key_phrases() {
        let found = of(
            "افتتحت البلدية المكتبة بعد ترميمها. وقلصت البلدية كلفة المكتبة. ويزور المكتبة \
             طلاب الجامعة ليقرأوا الصحف.",
        );
        assert!(found.contains(&"المكتبة".to_owned()), "{found:?}");
        for verb in ["افتتحت", "وقلصت", "قلصت", "ويزور", "يزور", "ليقرأوا"]
        {
            assert!(!found.contains(&verb.to_owned()), "{verb} in {found:?}");
        }
    }

    #[test]
    fn attached_particles_are_cut_off() {
        let found = of("يغش بعض التجار الزعفران بالعصفر. والعصفر أرخص من الزعفران.");
        assert!(found.contains(&"العصفر".to_owned()), "{found:?}");
        let found = of("يعيش السكان من بيع الخزف. وبالخزف تعرف القرية.");
        assert!(found.contains(&"الخزف".to_owned()), "{found:?}");
    }

    #[test]
    fn what_returns_together_is_one_phrase() {
        let found = of(
            "تزيد الطاقة الشمسية كل عام. وتوفر الطاقة الشمسية المال. وأعلن المصنع عن مشروع جديد.",
        );
        assert_eq!(found[0], "الطاقة الشمسية", "{found:?}");
    }
}
