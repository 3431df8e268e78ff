//! Word vectors by skip-gram with negative sampling (Mikolov et al. 2013), one thread, fixed seed.
//! The words before and the words after have contexts of their own (Ling et al. 2015), so that
//! classes made of the vectors follow the grammar more than the topic.

use super::random::Random;

pub(crate) const WIDTH: usize = 64;
const WINDOW: usize = 2;
const NEGATIVES: usize = 5;
const EPOCHS: usize = 4;
const RATE: f32 = 0.05;
/// Words more frequent than this share of the text are thinned out.
const FREQUENT: f64 = 1e-4;

/// Learns a vector for each of the words numbered from 0; `counts` are theirs.
pub(crate) fn learn(sentences: &[Vec<u32>], counts: &[u64]) -> Vec<[f32; WIDTH]> {
    let mut random = Random::new(1);
    let total: u64 = counts.iter().sum();
    let mut words: Vec<[f32; WIDTH]> = counts
        .iter()
        .map(|_| std::array::from_fn(|_| (random.unit() - 0.5) / WIDTH as f32))
        .collect();
    let mut contexts = [
        vec![[0.0; WIDTH]; counts.len()],
        vec![[0.0; WIDTH]; counts.len()],
    ];
    let noise = noise(counts);
    let keep: Vec<f32> = counts
        .iter()
        .map(|&count| {
            let share = count as f64 / total as f64;
            ((FREQUENT / share).sqrt() + FREQUENT / share).min(1.0) as f32
        })
        .collect();
    let steps = (total * EPOCHS as u64) as f32;
    let mut done = 0.0_f32;
    let mut kept = Vec::new();
    for _ in 0..EPOCHS {
        for sentence in sentences {
            kept.clear();
            kept.extend(
                sentence
                    .iter()
                    .copied()
                    .filter(|&word| random.unit() < keep[word as usize]),
            );
            let rate = RATE * (1.0 - done / steps).max(0.01);
            done += sentence.len() as f32;
            for (i, &word) in kept.iter().enumerate() {
                let reach = 1 + random.below(WINDOW);
                let around = i.saturating_sub(reach)..(i + reach + 1).min(kept.len());
                for j in around.filter(|&j| j != i) {
                    step(
                        &mut words[kept[j] as usize],
                        &mut contexts[usize::from(j < i)],
                        word,
                        &noise,
                        rate,
                        &mut random,
                    );
                }
            }
        }
    }
    words
}

/// One positive pair and its negatives.
fn step(
    input: &mut [f32; WIDTH],
    contexts: &mut [[f32; WIDTH]],
    target: u32,
    noise: &[u32],
    rate: f32,
    random: &mut Random,
) {
    let mut error = [0.0; WIDTH];
    for negative in 0..=NEGATIVES {
        let (output, label) = if negative == 0 {
            (target, 1.0)
        } else {
            (noise[random.below(noise.len())], 0.0)
        };
        if negative > 0 && output == target {
            continue;
        }
        let context = &mut contexts[output as usize];
        let mut lanes = [0.0_f32; 8];
        for (a, b) in input.chunks_exact(8).zip(context.chunks_exact(8)) {
            for lane in 0..8 {
                lanes[lane] += a[lane] * b[lane];
            }
        }
        let dot: f32 = lanes.iter().sum();
        let slope = (label - 1.0 / (1.0 + libm::expf(-dot.clamp(-8.0, 8.0)))) * rate;
        for k in 0..WIDTH {
            error[k] += slope * context[k];
            context[k] += slope * input[k];
        }
    }
    for k in 0..WIDTH {
        input[k] += error[k];
    }
}

/// Words in proportion to the power 3/4 of their counts.
fn noise(counts: &[u64]) -> Vec<u32> {
    const SIZE: f64 = 4_000_000.0;
    let powers: Vec<f64> = counts
        .iter()
        .map(|&count| libm::pow(count as f64, 0.75))
        .collect();
    let total: f64 = powers.iter().sum();
    let mut table = Vec::new();
    for (word, power) in powers.iter().enumerate() {
        let times = (power / total * SIZE).ceil() as usize;
        table.extend(std::iter::repeat_n(word as u32, times));
    }
    table
}
