//! The best labels of a sentence, found exactly (Viterbi 1967).
//!
//! Most words of a text are so far from any name that no labels around them could make one of
//! them: the search starts anew at each, and only the few words between are searched.

use super::labels::{LABELS, OUTSIDE, Scores, first, follows};

/// The score of what cannot be.
const NEVER: i32 = i32::MIN / 4;

/// What speaks for the outside label where a word is surely in no name: more than all evidence and
/// moves together, in the model's unit.
pub(super) const SURELY: i16 = 8000;

/// The labels, and one more that is never reached, so that all fit the width of a processor.
const WIDTH: usize = 8;
/// Something for each label.
type Totals = [i32; WIDTH];

/// The weights of neighbouring labels.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Moves {
    /// For each label the weight of going on from it to each label.
    onto: [Totals; LABELS],
    /// The weight of beginning a sentence with each label.
    begins: Totals,
    /// What is taken from the outside label.
    bias: i32,
    gains: Gains,
}

/// The most that moves can gain by words in a name against the same words outside.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Gains {
    /// By coming to the first of them.
    to: i32,
    /// By going on from one to the next.
    on: i32,
    /// By going from the last to what follows.
    from: i32,
    /// By going from the last to a further word of the name against beginning a name with it.
    further: i32,
}

/// What decoding needs, kept between sentences to be used again.
#[derive(Default)]
pub(super) struct Scratch {
    /// Which words are surely outside.
    outside: Vec<bool>,
    /// What was reached before each word since the last that is surely outside: the way back.
    before: Vec<Totals>,
}

impl Moves {
    /// From the weight of each label after each, and what is taken from the outside label.
    pub(super) fn new(weights: &[[i16; LABELS]; LABELS], bias: i16) -> Self {
        let mut onto = [[NEVER; WIDTH]; LABELS];
        let mut begins = [NEVER; WIDTH];
        for (label, row) in weights.iter().enumerate() {
            for (next, &weight) in row.iter().enumerate() {
                if follows(label, next) {
                    onto[label][next] = i32::from(weight);
                }
                if follows(OUTSIDE, next) {
                    begins[next] = 0;
                }
            }
        }
        Self {
            gains: Gains::of(&onto),
            onto,
            begins,
            bias: i32::from(bias),
        }
    }

    /// Puts the best labels of a sentence of `scores` into `labels`.
    pub(super) fn decode(&self, scores: &[Scores], labels: &mut [u8], scratch: &mut Scratch) {
        let Scratch { outside, before } = scratch;
        self.find_outside(scores, outside);
        let mut total = [0; WIDTH];
        for (i, score) in scores.iter().enumerate() {
            if outside[i] {
                if !before.is_empty() {
                    let last = best(&std::array::from_fn(|label| {
                        total[label] + self.onto[label][OUTSIDE]
                    }));
                    self.trace(before, last, &mut labels[..i]);
                }
                labels[i] = 0;
                total = [NEVER; WIDTH];
                total[OUTSIDE] = 0;
            } else {
                before.push(total);
                total = self.step(i == 0, score, &total);
            }
        }
        let last = best(&std::array::from_fn(|label| total[label]));
        self.trace(before, last, labels);
    }

    /// Finds the words that are outside in all the best labellings.
    ///
    /// Take any labelling where such a word is in a name, and put it outside. The next word, where it
    /// went on with the name, begins a name or is put outside too, and so on: whichever costs less.
    /// For these words this costs less than nothing, whatever the labels around them.
    fn find_outside(&self, scores: &[Scores], outside: &mut Vec<bool>) {
        outside.clear();
        outside.resize(scores.len(), false);
        // What it may cost the words from the next on that the word before them is put outside.
        let mut rest = 0;
        for (score, outside) in scores.iter().zip(outside).rev() {
            if score[OUTSIDE] == SURELY {
                (*outside, rest) = (true, self.gains.from);
                continue;
            }
            let score = score.map(i32::from);
            let out = score[OUTSIDE] - self.bias;
            let first = score[1].max(score[3]).max(score[5]);
            let further = score[2].max(score[4]).max(score[6]);
            let lost = first.max(further) - out + rest;
            *outside = lost + self.gains.to < 0;
            let anew = (score[2] - score[1])
                .max(score[4] - score[3])
                .max(score[6] - score[5]);
            let too = further - out + self.gains.on + rest;
            rest = self.gains.from.max(too.min(anew + self.gains.further));
        }
    }

    /// Goes on from `total` by one word of `score`.
    fn step(&self, begins: bool, score: &Scores, total: &Totals) -> Totals {
        let mut now = if begins {
            self.begins
        } else {
            self.reach(total)
        };
        for (sum, score) in now.iter_mut().zip(score) {
            *sum += i32::from(*score);
        }
        now[OUTSIDE] -= self.bias;
        // Only what the totals differ by counts: so they stay small however long the sentence is.
        now.map(|sum| (sum - now[OUTSIDE]).max(NEVER))
    }

    /// With how much each label is reached best.
    fn reach(&self, total: &Totals) -> Totals {
        let mut most = self.onto[0].map(|weight| total[0] + weight);
        // All labels are reached side by side, which a processor does in one go.
        for (onto, total) in self.onto.iter().zip(total).skip(1) {
            for next in 0..WIDTH {
                most[next] = most[next].max(total + onto[next]);
            }
        }
        most
    }

    /// Goes back from the `last` of `labels`, each time to the label from which the next is reached
    /// best, and forgets the way.
    fn trace(&self, before: &mut Vec<Totals>, last: u8, labels: &mut [u8]) {
        let mut label = last;
        for (out, total) in labels.iter_mut().rev().zip(before.drain(..).rev()) {
            *out = label;
            let next = usize::from(label);
            label = best(&std::array::from_fn(|label| {
                total[label] + self.onto[label][next]
            }));
        }
    }
}

impl Gains {
    fn of(onto: &[Totals; LABELS]) -> Self {
        let gain = |label: usize, next: usize, other: usize, other_next: usize| {
            let weight = onto[label][next];
            if weight == NEVER {
                0
            } else {
                weight - onto[other][other_next]
            }
        };
        let mut gains = Self {
            to: 0,
            on: 0,
            from: 0,
            further: 0,
        };
        // What going on from a further word can gain against going on from a first one.
        let mut later = 0;
        for inside in 1..LABELS {
            for other in 0..LABELS {
                gains.to = gains.to.max(gain(other, inside, other, OUTSIDE));
                if follows(OUTSIDE, other) {
                    gains.from = gains.from.max(gain(inside, other, OUTSIDE, other));
                } else {
                    gains.on = gains.on.max(gain(inside, other, OUTSIDE, OUTSIDE));
                    gains.further = gains.further.max(gain(inside, other, OUTSIDE, other - 1));
                }
                if !first(inside) {
                    later = later.max(gain(inside, other, inside - 1, other));
                }
            }
        }
        gains.further += later;
        gains
    }
}

/// The label with the most, the first of equals.
fn best(total: &[i32; LABELS]) -> u8 {
    let mut best = (0, total[0]);
    for (label, &total) in (0..).zip(total).skip(1) {
        if total > best.1 {
            best = (label, total);
        }
    }
    best.0
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
            let moves = Moves::new(&weights, bias);
            moves.decode(&scores, &mut labels, &mut Scratch::default());
            if only {
                compared += 1;
                assert_eq!(labels, best, "{weights:?} {bias} {scores:?}");
            }
        }
        assert!(compared > 200);
    }
}
