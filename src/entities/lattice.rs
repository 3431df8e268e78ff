//! The best labels of a sentence, found exactly (Viterbi 1967).
//!
//! Most words of a text are so far from any name that no labels around them could make one of
//! them: the search starts anew at each, and only the few words between are searched.

use super::labels::{LABELS, OUTSIDE, follows};
use super::model::Scores;

/// The score of what cannot be.
const NEVER: i32 = i32::MIN / 4;

/// The weights of neighbouring labels.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Moves {
    /// For each label the weight of coming to it from each label.
    into: [[i32; LABELS]; LABELS],
    /// What is taken from the outside label.
    bias: i32,
    /// How much all moves around a word may speak against the outside label.
    against: i32,
}

impl Moves {
    /// From the weight of each label after each, and what is taken from the outside label.
    pub(super) fn new(weights: &[[i16; LABELS]; LABELS], bias: i16) -> Self {
        let mut into = [[NEVER; LABELS]; LABELS];
        for (label, row) in weights.iter().enumerate() {
            for (next, &weight) in row.iter().enumerate() {
                if follows(label, next) {
                    into[next][label] = i32::from(weight);
                }
            }
        }
        Self {
            against: against(&into),
            into,
            bias: i32::from(bias),
        }
    }

    /// Puts the best labels of a sentence of `scores` into `labels`.
    pub(super) fn decode(&self, scores: &[Scores], labels: &mut [u8]) {
        // The way back from each word since the last that is surely outside.
        let mut before: Vec<[u8; LABELS]> = Vec::new();
        let mut total = [0; LABELS];
        for (i, score) in scores.iter().enumerate() {
            if self.surely_outside(score, scores.get(i + 1)) {
                let last = best(&total, &self.into[OUTSIDE]).0;
                trace(&mut before, last, &mut labels[..i]);
                labels[i] = 0;
                total = [NEVER; LABELS];
                total[OUTSIDE] = 0;
            } else {
                before.push(self.step(i == 0, score, &mut total));
            }
        }
        let last = best(&total, &[0; LABELS]).0;
        trace(&mut before, last, labels);
    }

    /// Goes on by one word of `score`: from where each of its labels is reached best.
    fn step(&self, begins: bool, score: &Scores, total: &mut [i32; LABELS]) -> [u8; LABELS] {
        let mut from = [0; LABELS];
        let mut now = [0; LABELS];
        for next in 0..LABELS {
            let sum = if begins {
                if follows(OUTSIDE, next) { 0 } else { NEVER }
            } else {
                let (label, sum) = best(total, &self.into[next]);
                from[next] = label;
                sum
            };
            now[next] = sum + i32::from(score[next]);
        }
        now[OUTSIDE] -= self.bias;
        // Only what the totals differ by counts: so they stay small however long the sentence is.
        *total = now.map(|sum| (sum - now[OUTSIDE]).max(NEVER));
        from
    }

    /// Whether a word is outside in all the best labellings: take any where it is not, put it
    /// outside and, where the next word went on with its name, begin a name with that; the sum is
    /// greater.
    fn surely_outside(&self, score: &Scores, next: Option<&Scores>) -> bool {
        let named = score[1..LABELS]
            .iter()
            .fold(i16::MIN, |most, &score| most.max(score));
        let anew = next.map_or(0, |next| {
            let further = |first: usize| i32::from(next[first + 1]) - i32::from(next[first]);
            further(1).max(further(3)).max(further(5)).max(0)
        });
        i32::from(score[OUTSIDE]) - self.bias - i32::from(named) - anew > self.against
    }
}

/// The most that moves can gain by a word in a name against the same word outside.
fn against(into: &[[i32; LABELS]; LABELS]) -> i32 {
    let inside = 1..LABELS;
    let allowed = |weight: i32, other: i32| if weight == NEVER { 0 } else { weight - other };
    let mut to = 0;
    let mut on = 0;
    let mut anew = 0;
    for label in inside {
        for other in 0..LABELS {
            to = to.max(allowed(into[label][other], into[OUTSIDE][other]));
            let begins = if follows(OUTSIDE, other) {
                other
            } else {
                other - 1
            };
            on = on.max(allowed(into[other][label], into[begins][OUTSIDE]));
            if label % 2 == 0 {
                anew = anew.max(allowed(into[other][label], into[other][label - 1]));
            }
        }
    }
    to + on + anew
}

/// The label from which most is reached, the first of equals, and how much.
fn best(total: &[i32; LABELS], weights: &[i32; LABELS]) -> (u8, i32) {
    let mut best = (0, total[0] + weights[0]);
    for (label, (total, weight)) in (0..).zip(total.iter().zip(weights)).skip(1) {
        if total + weight > best.1 {
            best = (label, total + weight);
        }
    }
    best
}

/// Goes back from the `last` of `labels`, and forgets the way.
fn trace(before: &mut Vec<[u8; LABELS]>, last: u8, labels: &mut [u8]) {
    let mut label = last;
    for (out, before) in labels.iter_mut().rev().zip(before.drain(..).rev()) {
        *out = label;
        label = before[usize::from(label)];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every labelling of the sentence tried, the best one, and whether it is the only one.
    fn tried(weights: &[[i16; LABELS]; LABELS], bias: i16, scores: &[Scores]) -> (Vec<u8>, bool) {
        let mut most = (i32::MIN, Vec::new(), true);
        for number in 0..LABELS.pow(u32::try_from(scores.len()).unwrap()) {
            let mut rest = number;
            let (mut sum, mut before, mut labels) = (0, None, Vec::new());
            for score in scores {
                let label = rest % LABELS;
                rest /= LABELS;
                sum += match before {
                    Some(before) if follows(before, label) => i32::from(weights[before][label]),
                    None if follows(OUTSIDE, label) => 0,
                    _ => NEVER / 10,
                };
                sum += i32::from(score[label]);
                if label == OUTSIDE {
                    sum -= i32::from(bias);
                }
                before = Some(label);
                labels.push(u8::try_from(label).unwrap());
            }
            if sum > most.0 {
                most = (sum, labels, true);
            } else if sum == most.0 {
                most.2 = false;
            }
        }
        (most.1, most.2)
    }

    #[test]
    fn finds_the_best_of_all_labellings() {
        let mut state = 1_u64;
        let mut random = |range: i16| {
            state = crate::lexicon::mix(state.wrapping_add(0x9e37_79b9));
            i16::try_from(state % u64::from(2 * range.unsigned_abs() + 1)).unwrap() - range
        };
        let mut compared = 0;
        for _ in 0..300 {
            let mut weights = [[0; LABELS]; LABELS];
            weights
                .iter_mut()
                .flatten()
                .for_each(|weight| *weight = random(20));
            let bias = random(10);
            let scores: Vec<Scores> = (0..4)
                .map(|_| {
                    let mut score = [0; 8];
                    let outside = random(100);
                    score[1..LABELS]
                        .iter_mut()
                        .for_each(|score| *score = random(40) - outside);
                    score
                })
                .collect();
            let (best, only) = tried(&weights, bias, &scores);
            let mut labels = vec![9; scores.len()];
            Moves::new(&weights, bias).decode(&scores, &mut labels);
            if only {
                compared += 1;
                assert_eq!(labels, best, "{weights:?} {bias} {scores:?}");
            }
        }
        assert!(compared > 200);
    }
}
