//! Scores -> order: which sentence to keep first, and which it cannot be understood without.

mod repeats;
mod units;

use crate::features::openers::Lean;
use crate::features::view::View;
use crate::ranking::Score;
use units::Unit;

/// A sentence's place in the order.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Place {
    /// 0 is the first to keep; `None` is never kept.
    pub rank: Option<usize>,
    /// The sentence it cannot be understood without.
    pub context: Option<usize>,
}

/// What a leaning opener costs: the sentence reads worse. In terms of the score's sum.
const LEANING: [f64; 4] = [0.0, 0.0, 0.1, 1.0];
/// Shorter sentences say little by themselves; what the shortest cost.
const FEW_WORDS: f64 = 6.0;
const BREVITY: f64 = 1.0;
/// What it costs to announce what is not there: a heading follows, or nothing.
const EMPTY_ANNOUNCEMENT: f64 = 4.0;
/// A sentence that another leans on comes along when it is worth less by no more than this.
const PULL: f64 = 1.0;

/// Orders the sentences that `view` shows: one place each.
#[must_use]
pub fn order(view: &View, scores: &[Score]) -> Vec<Place> {
    let scores: Vec<f64> = scores.iter().map(|s| s.sum).collect();
    let repeated = repeats::repeated(view, &scores);
    let values: Vec<f64> = scores
        .iter()
        .zip(&view.sentences)
        .enumerate()
        .map(|(i, (score, facts))| {
            let lean = LEANING[facts.opening.lean as usize];
            let brevity = (1.0 - facts.words as f64 / FEW_WORDS).max(0.0);
            let empty = f64::from(u8::from(units::announces_nothing(view, i)));
            score - lean - BREVITY * brevity - EMPTY_ANNOUNCEMENT * empty
        })
        .collect();
    let (units, unit_of) = units::units(view);
    let mut places = vec![Place::default(); scores.len()];
    for (i, place) in places.iter_mut().enumerate() {
        place.context = units::context(view, i);
    }
    let worth = |unit: &Unit| {
        // What continues a run-on sentence comes along with its head.
        if view.document.sentences[unit.start].soft {
            return values[unit.start];
        }
        let sum: f64 = unit.clone().map(|i| values[i]).sum();
        sum / unit.len() as f64
    };
    let worths: Vec<f64> = units.iter().map(worth).collect();
    let last = |unit: &Unit| unit.clone().all(|i| repeated[i]);
    let mut best: Vec<usize> = (0..units.len()).collect();
    best.sort_by(|&a, &b| {
        last(&units[a])
            .cmp(&last(&units[b]))
            .then(worths[b].total_cmp(&worths[a]))
            .then(a.cmp(&b))
    });
    // The unit that each leans on, when it opens with a reference to it.
    let leans: Vec<Option<usize>> = units
        .iter()
        .map(|unit| {
            let head = unit.start;
            let needed = view.sentences[head].opening.lean >= Lean::Medium;
            places[head]
                .context
                .filter(|_| needed)
                .and_then(|context| unit_of[context])
        })
        .collect();
    let mut rank = 0;
    for unit in in_turn(&best, &leans, &worths) {
        for i in units::reading_order(view, &units[unit]) {
            places[i].rank = Some(rank);
            rank += 1;
        }
    }
    places
}

/// The units by worth, except that none comes before the one it leans on: that one is pulled
/// forward where it is worth enough, otherwise the leaning unit waits for it.
fn in_turn(best: &[usize], leans: &[Option<usize>], worths: &[f64]) -> Vec<usize> {
    let mut turn = Vec::with_capacity(best.len());
    let mut done = vec![false; best.len()];
    let mut waiting: Vec<Vec<usize>> = vec![Vec::new(); best.len()];
    for &unit in best {
        // What must come first, nearest last; leaning always points backwards, so this ends.
        let mut chain = vec![unit];
        while let Some(before) = leans[chain[chain.len() - 1]].filter(|&before| !done[before]) {
            chain.push(before);
        }
        let affordable = |&before: &usize| worths[before] >= worths[unit] - PULL;
        if chain.len() > 3 || !chain.iter().all(affordable) {
            waiting[chain[1]].push(unit);
            continue;
        }
        while let Some(next) = chain.pop() {
            let mut ready = vec![next];
            while let Some(next) = ready.pop() {
                if !std::mem::replace(&mut done[next], true) {
                    turn.push(next);
                    ready.extend(waiting[next].drain(..).rev());
                }
            }
        }
    }
    turn
}

#[cfg(test)]
mod tests {
    use super::in_turn;
    use crate::analyze;

    /// The ranks of the sentences of `text`, checked to be a permutation, with scores in 0..1.
    fn ranks(text: &str) -> Vec<Option<usize>> {
        let analysis = analyze(text);
        let mut given: Vec<usize> = analysis.sentences.iter().filter_map(|s| s.rank).collect();
        given.sort_unstable();
        let wanted: Vec<usize> = (0..given.len()).collect();
        assert_eq!(given, wanted, "{text}");
        for sentence in &analysis.sentences {
            assert!((0.0..=1.0).contains(&sentence.score), "{text}");
        }
        analysis.sentences.iter().map(|s| s.rank).collect()
    }

    #[test]
    fn odd_texts_have_an_order() {
        for text in [
            "",
            "جملة واحدة فقط.",
            "افتتح المعرض اليوم. وزاره كثيرون.",
            "ما هذا؟ ومن هو؟ وأين نحن؟",
            "This is one. That is two.",
            "https://example.org/a\nhttps://example.org/b",
            "الاسم\tالعمر\nسامي\t12\n",
            "هل نبدأ الآن؟:",
        ] {
            ranks(text);
        }
        ranks(&"كلمة أخرى طويلة ".repeat(1000));
        ranks(&"تتكرر هذه الجملة في النص كله.\n".repeat(100));
    }

    #[test]
    fn a_repeated_sentence_goes_last() {
        let said = "افتتحت وزارة الثقافة مكتبة عامة كبيرة في مدينة حلب.";
        let text = format!(
            "{said} {said} وتضم المكتبة آلاف الكتب والمخطوطات القديمة. ويعمل فيها عشرون موظفا."
        );
        assert_eq!(ranks(&text)[1], Some(3));
    }

    #[test]
    fn shared_terms_alone_are_no_repetition() {
        let text = "افتتحت وزارة الثقافة مكتبة عامة كبيرة في مدينة حلب. \
                    لم تكن في حلب من قبل مثل هذه المكتبة العامة. \
                    ويعمل فيها عشرون موظفا. وحضر الافتتاح سكان الحي.";
        assert_eq!(ranks(text)[1], Some(1));
    }

    #[test]
    fn a_fragment_goes_behind_whole_sentences() {
        let text = "افتتحت وزارة الثقافة مكتبة عامة كبيرة في مدينة حلب. \
                    مكتبة كبيرة. وتضم المكتبة آلاف الكتب والمخطوطات القديمة.";
        assert_eq!(ranks(text), [Some(0), Some(2), Some(1)]);
    }

    #[test]
    fn what_is_leaned_on_is_pulled_forward_or_waited_for() {
        let leans = [None, None, Some(1)];
        assert_eq!(in_turn(&[2, 0, 1], &leans, &[0.8, 0.5, 1.0]), [1, 2, 0]);
        assert_eq!(in_turn(&[2, 0, 1], &leans, &[0.8, -9.0, 1.0]), [0, 1, 2]);
    }

    #[test]
    fn a_leaning_sentence_names_its_context() {
        let text = "بدأ بناء الجسر قبل عامين في وسط المدينة. وهو أطول جسر فوق النهر.";
        let analysis = analyze(text);
        assert_eq!(analysis.sentences[0].context, None);
        assert_eq!(analysis.sentences[1].context, Some(0));
    }

    #[test]
    fn an_announcement_of_what_cannot_be_shown_goes_back() {
        let text = "وصلت القافلة صباح الجمعة إلى المدينة ومعها طحين وأدوية.\n\n\
                    وفي ما يلي أبرز محطات القافلة في طريقها الطويل إلى المدينة:\n\n\
                    المحطة الأولى\n\n\
                    عبرت القافلة الجسر القديم بعد انتظار دام يومين.\n\n\
                    ثم باتت ليلة في قرية صغيرة عند سفح الجبل.";
        let ranks = ranks(text);
        assert_eq!(ranks[2], None);
        assert!(ranks[1] > ranks[3]);
    }

    #[test]
    fn what_a_colon_announces_comes_before_it() {
        let text = "وصلت القافلة صباح الجمعة إلى المدينة.\nوجاء في بيان المنظمين ما يلي:\nيبدأ توزيع المساعدات غدا في ثلاثة أحياء.";
        let ranks = ranks(text);
        assert_eq!(ranks[2].map(|rank| rank + 1), ranks[1]);
    }
}
