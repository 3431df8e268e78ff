//! A linear-chain conditional random field, trained by stochastic gradient with rates of its own
//! for each weight (`AdaGrad`), one thread, fixed order.

use super::random::Random;
use zubda::entities::labels::{LABELS, follows};

/// A sentence as evidence and labels.
pub(crate) struct Sequence {
    /// For each word the end of its evidence in `evidence`.
    pub(crate) ends: Vec<u32>,
    /// Rows of weights, word by word.
    pub(crate) evidence: Vec<u32>,
    /// The right labels.
    pub(crate) labels: Vec<u8>,
    /// What the scores begin with; empty is nothing.
    pub(crate) base: Vec<[f32; LABELS]>,
    /// How much the sentence counts.
    pub(crate) weight: f32,
}

impl Sequence {
    fn rows(&self, i: usize) -> &[u32] {
        let start = if i == 0 { 0 } else { self.ends[i - 1] as usize };
        &self.evidence[start..self.ends[i] as usize]
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }
}

/// Weights of evidence and of transitions.
#[derive(Clone)]
pub(crate) struct Crf {
    pub(crate) rows: Vec<[f32; LABELS]>,
    pub(crate) moves: [[f32; LABELS]; LABELS],
}

/// Words whose labels are as sure as this teach nothing more.
const LEAST_SLOPE: f32 = 1e-4;

/// How training goes.
pub(crate) struct Settings {
    /// How many models are learnt, each from another order of the sentences; their mean counts.
    pub(crate) orders: u64,
    pub(crate) epochs: usize,
    pub(crate) rate: f32,
}

/// A row of weights as it is learnt: with the sums of its squared slopes, in one line of the
/// cache, and one lane more than labels, so that the lanes go together.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Row {
    weights: [f32; LANES],
    squares: [f32; LANES],
}

const LANES: usize = LABELS + 1;

/// What is learnt, while it is.
struct Learner<'a> {
    settings: &'a Settings,
    rows: Vec<Row>,
    crf: Crf,
    move_squares: [[f32; LABELS]; LABELS],
}

impl Crf {
    /// Learns from `sequences`, with `rows` rows of weights.
    pub(crate) fn learn(sequences: &[Sequence], rows: usize, settings: &Settings) -> Self {
        let crf = Self {
            rows: vec![[0.0; LABELS]; rows],
            moves: [[0.0; LABELS]; LABELS],
        };
        Self::go_on(&crf, sequences, settings)
    }

    /// Learns further, from the weights it has.
    ///
    /// What single models differ by is chance, and of the weights of such a field the mean gives
    /// the mean of the scores.
    pub(crate) fn go_on(crf: &Self, sequences: &[Sequence], settings: &Settings) -> Self {
        let mut mean = Self::in_one_order(crf.clone(), sequences, settings, 1);
        for seed in 2..=settings.orders {
            mean.approach(
                &Self::in_one_order(crf.clone(), sequences, settings, seed),
                1.0 / seed as f32,
            );
        }
        mean
    }

    /// Moves the weights by a `share` of the way to those of `other`.
    fn approach(&mut self, other: &Self, share: f32) {
        let rows = self.rows.iter_mut().zip(&other.rows);
        let moves = self.moves.iter_mut().zip(&other.moves);
        for (row, other) in rows.chain(moves) {
            for (weight, other) in row.iter_mut().zip(other) {
                *weight += (other - *weight) * share;
            }
        }
    }

    fn in_one_order(crf: Self, sequences: &[Sequence], settings: &Settings, seed: u64) -> Self {
        let mut learner = Learner::begin(crf, settings);
        let mut order: Vec<usize> = (0..sequences.len()).collect();
        let mut random = Random::new(2 + seed);
        for epoch in 0..settings.epochs {
            random.shuffle(&mut order);
            let mut loss = 0.0;
            for &at in &order {
                loss += learner.step(&sequences[at]);
            }
            eprintln!("epoch {epoch}: loss {loss:.1}");
        }
        learner.end()
    }

    /// The sum of the weights of each word's evidence.
    pub(crate) fn scores(&self, sequence: &Sequence) -> Vec<[f32; LABELS]> {
        (0..sequence.len())
            .map(|i| {
                let mut sum = sequence.base.get(i).copied().unwrap_or_default();
                for &row in sequence.rows(i) {
                    for (sum, weight) in sum.iter_mut().zip(&self.rows[row as usize]) {
                        *sum += weight;
                    }
                }
                sum
            })
            .collect()
    }

    /// The probability of each label of each word, of each pair of neighbours (summed), and the
    /// logarithm of the partition function.
    pub(crate) fn marginals(
        &self,
        scores: &[[f32; LABELS]],
    ) -> (Vec<[f32; LABELS]>, [[f32; LABELS]; LABELS], f64) {
        let n = scores.len();
        let mut moves = [[0.0; LABELS]; LABELS];
        for (from, row) in moves.iter_mut().enumerate() {
            for (to, cell) in row.iter_mut().enumerate() {
                if follows(from, to) {
                    *cell = libm::expf(self.moves[from][to]);
                }
            }
        }
        let mut log = 0.0_f64;
        let mut emissions = Vec::with_capacity(n);
        for score in scores {
            let top = score.iter().copied().fold(f32::MIN, f32::max);
            log += f64::from(top);
            emissions.push(score.map(|score| libm::expf(score - top)));
        }
        let mut forward = vec![[0.0_f32; LABELS]; n];
        let mut scale = vec![1.0_f32; n];
        for i in 0..n {
            let mut now = [0.0; LABELS];
            for to in 0..LABELS {
                let before = if i == 0 {
                    f32::from(u8::from(follows(0, to)))
                } else {
                    (0..LABELS)
                        .map(|from| forward[i - 1][from] * moves[from][to])
                        .sum()
                };
                now[to] = before * emissions[i][to];
            }
            let sum: f32 = now.iter().sum::<f32>().max(1e-30);
            scale[i] = sum;
            log += f64::from(libm::logf(sum));
            forward[i] = now.map(|x| x / sum);
        }
        let mut backward = [1.0_f32; LABELS];
        let mut marginals = vec![[0.0; LABELS]; n];
        let mut pairs = [[0.0; LABELS]; LABELS];
        for i in (0..n).rev() {
            let mut sum = 0.0;
            for label in 0..LABELS {
                marginals[i][label] = forward[i][label] * backward[label];
                sum += marginals[i][label];
            }
            marginals[i] = marginals[i].map(|x| x / sum.max(1e-30));
            if i > 0 {
                let mut before = [0.0; LABELS];
                let ahead: [f32; LABELS] =
                    std::array::from_fn(|to| emissions[i][to] * backward[to] / scale[i]);
                for from in 0..LABELS {
                    for to in 0..LABELS {
                        let value = moves[from][to] * ahead[to];
                        before[from] += value;
                        pairs[from][to] += forward[i - 1][from] * value;
                    }
                }
                backward = before;
            }
        }
        (marginals, pairs, log)
    }

    /// The best labels, `bias` taken from the score of the outside label.
    pub(crate) fn decode(&self, scores: &[[f32; LABELS]], bias: f32) -> Vec<u8> {
        let mut best = vec![[0_u8; LABELS]; scores.len()];
        let mut total = [0.0; LABELS];
        for (i, score) in scores.iter().enumerate() {
            let mut now = [f32::MIN; LABELS];
            for to in 0..LABELS {
                for (from, &total) in total.iter().enumerate() {
                    let possible = if i == 0 {
                        from == 0 && follows(0, to)
                    } else {
                        follows(from, to)
                    };
                    let before = if i == 0 {
                        0.0
                    } else {
                        total + self.moves[from][to]
                    };
                    if possible && before > now[to] {
                        now[to] = before;
                        best[i][to] = from as u8;
                    }
                }
                now[to] += score[to] - if to == 0 { bias } else { 0.0 };
            }
            total = now;
        }
        let mut label = (0..LABELS)
            .max_by(|&a, &b| total[a].total_cmp(&total[b]))
            .unwrap_or(0) as u8;
        let mut labels = vec![0; scores.len()];
        for i in (0..scores.len()).rev() {
            labels[i] = label;
            label = best[i][usize::from(label)];
        }
        labels
    }
}

impl<'a> Learner<'a> {
    fn begin(crf: Crf, settings: &'a Settings) -> Self {
        let rows = crf.rows.iter().map(|weights| Row {
            weights: std::array::from_fn(|lane| weights.get(lane).copied().unwrap_or(0.0)),
            squares: [1e-3; LANES],
        });
        Self {
            settings,
            rows: rows.collect(),
            crf,
            move_squares: [[1.0; LABELS]; LABELS],
        }
    }

    fn end(mut self) -> Crf {
        for (weights, row) in self.crf.rows.iter_mut().zip(&self.rows) {
            weights.copy_from_slice(&row.weights[..LABELS]);
        }
        self.crf
    }

    /// The sums of the weights of each word's evidence.
    fn scores(&self, sequence: &Sequence) -> Vec<[f32; LABELS]> {
        let of_word = |i| {
            let mut sum = [0.0; LANES];
            for &row in sequence.rows(i) {
                for (sum, weight) in sum.iter_mut().zip(self.rows[row as usize].weights) {
                    *sum += weight;
                }
            }
            let base = sequence.base.get(i).copied().unwrap_or_default();
            std::array::from_fn(|label| base[label] + sum[label])
        };
        (0..sequence.len()).map(of_word).collect()
    }

    fn step(&mut self, sequence: &Sequence) -> f64 {
        let scores = self.scores(sequence);
        let (marginals, pairs, mut loss) = self.crf.marginals(&scores);
        for i in 0..sequence.len() {
            let gold = usize::from(sequence.labels[i]);
            loss -= f64::from(scores[i][gold]);
            if i > 0 {
                loss -= f64::from(self.crf.moves[usize::from(sequence.labels[i - 1])][gold]);
            }
            let mut slopes = [0.0; LANES];
            for (slope, p) in slopes.iter_mut().zip(marginals[i]) {
                *slope = -p * sequence.weight;
            }
            slopes[gold] += sequence.weight;
            if slopes.iter().all(|slope| slope.abs() < LEAST_SLOPE) {
                continue;
            }
            for &row in sequence.rows(i) {
                let row = &mut self.rows[row as usize];
                let lanes = row.weights.iter_mut().zip(&mut row.squares);
                for ((weight, square), slope) in lanes.zip(slopes) {
                    *square += slope * slope;
                    *weight += self.settings.rate * slope / square.sqrt();
                }
            }
        }
        let mut slopes = pairs;
        for i in 1..sequence.len() {
            slopes[usize::from(sequence.labels[i - 1])][usize::from(sequence.labels[i])] -= 1.0;
        }
        let moves = self.crf.moves.iter_mut().flatten();
        let squares = self.move_squares.iter_mut().flatten();
        for ((weight, square), pair) in moves.zip(squares).zip(slopes.iter().flatten()) {
            let slope = -pair * sequence.weight;
            *square += slope * slope;
            *weight += self.settings.rate * slope / square.sqrt();
        }
        loss
    }
}
