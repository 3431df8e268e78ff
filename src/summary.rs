//! Order -> a summary of some length: always a prefix of the order, so summaries nest.

use crate::analysis::{self, Analysis};

/// How long a summary may be.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub enum Length {
    /// 20 % of the words, but three to seven sentences.
    #[default]
    Standard,
    /// This many sentences.
    Sentences(usize),
    /// The longest prefix of at most this many words, at least one sentence.
    Words(usize),
    /// The longest prefix of at most this share (0..1) of the words, at least one sentence.
    Ratio(f64),
}

/// The indices of the sentences of a summary of `text`, in text order.
///
/// ```
/// use zubda::summary::{Length, summary};
/// let text = "بدأ الموسم اليوم. وسيستمر شهرين. ثم تعود الفرق إلى مدنها.";
/// let short = summary(text, &zubda::analyze(text), Length::Sentences(1));
/// let longer = summary(text, &zubda::analyze(text), Length::Sentences(2));
/// assert!(longer.contains(&short[0]));
/// ```
#[must_use]
pub fn summary(text: &str, analysis: &Analysis, length: Length) -> Vec<usize> {
    let mut order: Vec<usize> = (0..analysis.sentences.len())
        .filter(|&i| analysis.sentences[i].rank.is_some())
        .collect();
    order.sort_by_key(|&i| analysis.sentences[i].rank);
    let count = match length {
        Length::Standard => within(text, analysis, &order, 0.2 * analysis.words as f64).clamp(3, 7),
        Length::Sentences(count) => count,
        Length::Words(words) => within(text, analysis, &order, words as f64).max(1),
        Length::Ratio(ratio) => {
            within(text, analysis, &order, ratio * analysis.words as f64).max(1)
        }
    };
    order.truncate(count);
    order.sort_unstable();
    order
}

/// How many sentences of `order` fit into `budget` words.
fn within(text: &str, analysis: &Analysis, order: &[usize], budget: f64) -> usize {
    let mut words = 0;
    order
        .iter()
        .take_while(|&&i| {
            words += analysis::words(analysis.sentences[i].span.of(text));
            words as f64 <= budget
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "افتتحت المدينة مكتبتها الجديدة. وحضر مئات السكان. وقرأ الأطفال قصصاً. \
        وتفتح المكتبة أبوابها كل يوم من الصباح إلى المساء. والدخول مجاني.";

    #[test]
    fn each_length_is_a_prefix_of_the_order() {
        let analysis = crate::analyze(TEXT);
        let ranks = |length| {
            let mut ranks: Vec<usize> = summary(TEXT, &analysis, length)
                .into_iter()
                .map(|i| analysis.sentences[i].rank.unwrap())
                .collect();
            ranks.sort_unstable();
            ranks
        };
        for (length, count) in [
            (Length::Standard, 3),
            (Length::Sentences(0), 0),
            (Length::Sentences(2), 2),
            (Length::Sentences(99), 5),
            (Length::Words(0), 1),
            (Length::Words(1000), 5),
            (Length::Ratio(0.0), 1),
            (Length::Ratio(1.0), 5),
        ] {
            assert_eq!(ranks(length), (0..count).collect::<Vec<_>>(), "{length:?}");
        }
    }

    #[test]
    fn a_word_budget_is_never_passed() {
        let analysis = crate::analyze(TEXT);
        let chosen = summary(TEXT, &analysis, Length::Words(10));
        let words: usize = chosen
            .iter()
            .map(|&i| analysis::words(analysis.sentences[i].span.of(TEXT)))
            .sum();
        assert!(words <= 10, "{words} words");
    }

    #[test]
    fn an_empty_text_has_an_empty_summary() {
        assert!(summary("", &crate::analyze(""), Length::Standard).is_empty());
    }
}
