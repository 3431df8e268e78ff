//! `cargo xtask train names`: the name tagger, from the labelled corpora.
//!
//! A conditional random field learns from all corpora together; each piece of evidence has weights
//! that all share and weights for each corpus alone (Daumé 2007), because the corpora differ in
//! what they call a name. The second pass learns from what the first says of texts it has not
//! seen: the corpora are parted in folds, and each is labelled by a model of the others.

use super::corpus::{self, Labelled};
use super::crf::{Crf, Sequence, Settings};
use super::examples::{self, Example, Index, Read};
use super::manner;
use super::repute;
use super::texts::{self, Text};
use std::collections::HashSet;
use std::path::Path;
use zubda::entities::labels::{LABELS, OUTSIDE};
use zubda::entities::memory::Memory;
use zubda::entities::model::{MANNERS, Model, Parameters};
use zubda::entities::tagger::Tagger;
use zubda::entities::vocabulary::Vocabulary;
use zubda::lexicon::hashing::HashedMap;
use zubda::{letters, lexicon};

/// The corpora: `ANERcorp`, `NewsFANE` and `WikiFANE`.
const CORPORA: usize = 3;
/// The corpus whose own weights count in each manner: news and encyclopedia.
const OF_MANNER: [usize; MANNERS] = [0, 2];
/// How much a sentence of each corpus counts, in the first pass and the second.
const WEIGHTS: [[f32; CORPORA]; 2] = [[1.0, 0.5, 0.5], [1.0, 0.0, 0.3]];
/// Evidence seen less often is left out.
const LEAST: u32 = 3;
const FOLDS: usize = 3;
const FIRST: Settings = Settings {
    orders: 3,
    epochs: 7,
    rate: 0.05,
};
const SECOND: Settings = Settings {
    orders: 3,
    epochs: 5,
    rate: 0.02,
};
/// What is taken from the outside label in the first pass and the second.
const BIAS: [f32; 2] = [0.5, 0.0];
/// The unit of the model's weights.
const UNIT: f32 = 1.0 / 10.0;
/// How many pieces of evidence are kept: those whose weights and frequency matter most.
const KEPT: usize = 66_500;
/// How the number of places counts beside the weight.
const POWER: f32 = 0.5;

/// The labelled sentences of the corpora.
pub(crate) struct Corpora(pub(crate) [Vec<Labelled>; CORPORA]);

impl Corpora {
    /// Reads all of them.
    pub(crate) fn read(data: &Path) -> Result<Self, String> {
        let read = |name: &str| corpus::labelled(&data.join("ner").join(name));
        let aner = read("anercorp.train.conll.xz")?;
        let (news, wiki) = (read("newsfane.conll.xz")?, read("wikifane.conll.xz")?);
        Ok(Self([aner, repaired(news), repaired(wiki)]))
    }

    /// Takes out a part of `ANERcorp` and of `WikiFANE` to measure with: the `fold`th of five by
    /// position. What `NewsFANE` has of the same text goes too.
    pub(crate) fn hold_out(&mut self, fold: usize) -> [Vec<Labelled>; 2] {
        let Self([aner, news, wiki]) = self;
        let take = |all: &mut Vec<Labelled>| {
            let (start, end) = (all.len() * fold / 5, all.len() * (fold + 1) / 5);
            all.drain(start..end).collect::<Vec<_>>()
        };
        let held = [take(aner), take(wiki)];
        let seen: HashSet<u64> = held[0].iter().flat_map(trigrams).collect();
        news.retain(|sentence| {
            let trigrams = trigrams(sentence);
            trigrams
                .iter()
                .filter(|trigram| seen.contains(trigram))
                .count()
                * 4
                <= trigrams.len()
        });
        held
    }
}

/// The corpus puts لال where the particle ل and the article ال meet; writers put لل.
fn repaired(mut sentences: Vec<Labelled>) -> Vec<Labelled> {
    for token in sentences
        .iter_mut()
        .flat_map(|sentence| &mut sentence.tokens)
    {
        let meets = token.find("لال").is_some_and(|at| at <= "و".len());
        if meets && token.len() > "لالعام".len() - 2 {
            *token = token.replacen("لال", "لل", 1);
        }
    }
    sentences
}

fn trigrams(sentence: &Labelled) -> Vec<u64> {
    let keys: Vec<u64> = sentence
        .tokens
        .iter()
        .map(|token| {
            let mut key = String::new();
            letters::fold(token, &mut key);
            lexicon::hash(&key)
        })
        .collect();
    keys.windows(3)
        .map(|three| lexicon::join(lexicon::join(three[0], three[1]), three[2]))
        .collect()
}

/// A corpus as the trainer has it.
struct Corpus {
    texts: Vec<Text>,
    reads: Vec<Read>,
    examples: Vec<Example>,
}

impl Corpus {
    /// The fold a text is in; texts of a fold stand together, so that corpora of one source part
    /// in the same places.
    fn fold(&self, text: usize) -> usize {
        text * FOLDS / self.texts.len().max(1)
    }
}

/// Learns a tagger: its files, the classes of words with their repute and the weights.
///
/// It learns twice. What the first tagger, of one pass, calls the words of the raw `articles` is
/// their repute, which the second has as evidence.
pub(crate) fn learn(
    corpora: &Corpora,
    words: &[u8],
    articles: &[String],
) -> Result<(Vec<u8>, Vec<u8>), String> {
    let mut words = words.to_vec();
    let blank = read_vocabulary(&words)?;
    Vocabulary::put_repute(&mut words, &vec![0; blank.rows()]);
    let vocabulary = read_vocabulary(&words)?;
    let weights = Model::write(&weights(corpora, &vocabulary, false))?;
    let tagger = Tagger {
        model: Model::read(Vec::leak(weights)).ok_or("the model cannot be read back")?,
        vocabulary,
    };
    Vocabulary::put_repute(&mut words, &repute::learn(&tagger, articles, &corpora.0));
    let weights = self::weights(corpora, &read_vocabulary(&words)?, true);
    Ok((words, Model::write(&weights)?))
}

fn read_vocabulary(bytes: &[u8]) -> Result<Vocabulary, String> {
    Vocabulary::read(Vec::leak(bytes.to_vec())).ok_or_else(|| "no vocabulary".to_owned())
}

/// Learns the weights; without memory those of the second pass say what the first said.
fn weights(corpora: &Corpora, vocabulary: &Vocabulary, memory: bool) -> Parameters {
    let corpora: Vec<Corpus> = corpora
        .0
        .iter()
        .map(|sentences| {
            let texts = texts::join(sentences);
            let (reads, examples) = examples::read(&texts, vocabulary);
            Corpus {
                texts,
                reads,
                examples,
            }
        })
        .collect();
    let all = examples::index(corpora.iter().flat_map(|corpus| &corpus.examples), LEAST);
    let numbers = most_telling(&train(&corpora, &all.numbers, None), &all);
    let mut order = vec![0; numbers.len()];
    for (&value, &number) in &numbers {
        order[number as usize] = value;
    }
    let train = |left_out| train(&corpora, &numbers, left_out);
    let first = train(None);
    let (second, remembered, bias) = if memory {
        let (crf, evidence) = second_pass(&corpora, &numbers, &train);
        (crf, evidence, BIAS)
    } else {
        let crf = Crf {
            rows: Vec::new(),
            moves: first.moves,
        };
        (crf, Vec::new(), [BIAS[0]; 2])
    };
    let mut parameters = Parameters {
        rows: first_rows(&first, &order),
        manner: manner::learn(
            corpora[0].reads.iter().map(|read| &read.coarse),
            corpora[2].reads.iter().map(|read| &read.coarse),
        ),
        moves: [first.moves, second.moves]
            .map(|moves| moves.map(|row| row.map(|weight| (weight / UNIT).round() as i16))),
        bias: bias.map(|bias| (bias / UNIT).round() as i16),
    };
    parameters.rows.extend(
        remembered
            .iter()
            .zip(&second.rows)
            .map(|(&value, weights)| (value, [quantised(weights); MANNERS])),
    );
    parameters
}

/// Learns from the corpora without the fold `left_out`.
fn train(corpora: &[Corpus], numbers: &HashedMap<u32>, left_out: Option<usize>) -> Crf {
    let mut sequences = Vec::new();
    for (at, corpus) in corpora.iter().enumerate() {
        let kept = corpus
            .examples
            .iter()
            .filter(|example| Some(corpus.fold(example.text)) != left_out);
        sequences.extend(kept.map(|example| sequence(example, numbers, at)));
    }
    Crf::learn(&sequences, numbers.len() * (CORPORA + 1), &FIRST)
}

/// Numbers the evidence whose weights, and the number of places where they count, matter most.
fn most_telling(crf: &Crf, all: &Index) -> HashedMap<u32> {
    let mut order: Vec<(f32, u64)> = all
        .order
        .iter()
        .enumerate()
        .map(|(number, &value)| {
            let strongest = sums(crf, number)
                .iter()
                .flatten()
                .fold(0.0_f32, |most, weight| most.max(weight.abs()));
            (strongest * (all.counts[&value] as f32).powf(POWER), value)
        })
        .collect();
    order.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    order.truncate(KEPT);
    eprintln!(
        "{} of {} pieces of evidence kept",
        order.len(),
        all.order.len()
    );
    order
        .iter()
        .enumerate()
        .map(|(number, &(_, value))| (value, number as u32))
        .collect()
}

/// For each manner the weights of a piece of evidence relative to the first label's.
fn sums(crf: &Crf, number: usize) -> [[f32; LABELS]; MANNERS] {
    let of = &crf.rows[number * (CORPORA + 1)..(number + 1) * (CORPORA + 1)];
    OF_MANNER.map(|corpus| {
        let sum: [f32; LABELS] = std::array::from_fn(|label| of[0][label] + of[1 + corpus][label]);
        sum.map(|weight| weight - sum[0])
    })
}

/// What the scores of a word begin with.
fn base(unnamed: bool) -> [f32; LABELS] {
    /// More than all evidence and moves together.
    const SURELY: f32 = 100.0;
    let mut base = [0.0; LABELS];
    base[OUTSIDE] = if unnamed { SURELY } else { 0.0 };
    base
}

/// An example with its evidence numbered: a shared row and the corpus's own for each piece.
fn sequence(example: &Example, numbers: &HashedMap<u32>, corpus: usize) -> Sequence {
    let mut sequence = Sequence {
        ends: Vec::with_capacity(example.ends.len()),
        evidence: Vec::with_capacity(example.evidence.len() * 2),
        labels: example.labels.clone(),
        base: example
            .unnamed
            .iter()
            .map(|&unnamed| base(unnamed))
            .collect(),
        weight: WEIGHTS[0][corpus],
    };
    let mut start = 0;
    for &end in &example.ends {
        let known = example.evidence[start..end as usize]
            .iter()
            .filter_map(|value| numbers.get(value));
        for &number in known {
            let shared = number * (CORPORA as u32 + 1);
            sequence
                .evidence
                .extend([shared, shared + 1 + corpus as u32]);
        }
        start = end as usize;
        sequence.ends.push(sequence.evidence.len() as u32);
    }
    sequence
}

/// Learns the weights of the second pass; gives the evidence they belong to.
fn second_pass(
    corpora: &[Corpus],
    numbers: &HashedMap<u32>,
    train: &dyn Fn(Option<usize>) -> Crf,
) -> (Crf, Vec<u64>) {
    let mut examples = Vec::new();
    let mut bases = Vec::new();
    let mut moves = [[0.0; LABELS]; LABELS];
    for fold in 0..FOLDS {
        let crf = train(Some(fold));
        moves = crf.moves;
        for (at, corpus) in corpora
            .iter()
            .enumerate()
            .filter(|(at, _)| WEIGHTS[1][*at] > 0.0)
        {
            let mut here = 0;
            for (text, read) in corpus.reads.iter().enumerate() {
                let first = here;
                while corpus
                    .examples
                    .get(here)
                    .is_some_and(|example| example.text == text)
                {
                    here += 1;
                }
                if corpus.fold(text) != fold {
                    continue;
                }
                let of_text = &corpus.examples[first..here];
                let scores: Vec<_> = of_text
                    .iter()
                    .map(|example| crf.scores(&sequence(example, numbers, at)))
                    .collect();
                examples.extend(
                    remembered(&crf, read, of_text, &scores)
                        .into_iter()
                        .map(|example| (example, at)),
                );
                bases.extend(scores);
            }
        }
    }
    let Index { numbers, order, .. } =
        examples::index(examples.iter().map(|example| &example.0), LEAST);
    let sequences: Vec<Sequence> = examples
        .iter()
        .zip(bases)
        .map(|((example, corpus), base)| Sequence {
            ends: example.ends.clone(),
            evidence: example
                .evidence
                .iter()
                .map(|value| numbers.get(value).copied().unwrap_or(order.len() as u32))
                .collect(),
            labels: example.labels.clone(),
            base,
            weight: WEIGHTS[1][*corpus],
        })
        .collect();
    let begin = Crf {
        rows: vec![[0.0; LABELS]; order.len() + 1],
        moves,
    };
    (Crf::go_on(&begin, &sequences, &SECOND), order)
}

/// The evidence of the document's memory for each sentence of a text.
fn remembered(
    crf: &Crf,
    read: &Read,
    examples: &[Example],
    scores: &[Vec<[f32; LABELS]>],
) -> Vec<Example> {
    let labels: Vec<u8> = scores
        .iter()
        .flat_map(|scores| crf.decode(scores, BIAS[0]))
        .collect();
    let memory = Memory::read(&read.words, &labels);
    read.words
        .sentences
        .iter()
        .zip(examples)
        .map(|(sentence, example)| {
            let mut evidence = Vec::new();
            let mut ends = Vec::new();
            for (i, unnamed) in sentence.clone().zip(&example.unnamed) {
                if !unnamed {
                    memory.evidence(&read.words, &labels, i, sentence, &mut |value| {
                        evidence.push(value);
                    });
                }
                ends.push(evidence.len() as u32);
            }
            Example {
                text: example.text,
                ends,
                evidence,
                unnamed: example.unnamed.clone(),
                labels: example.labels.clone(),
            }
        })
        .collect()
}

/// The rows of the first pass.
fn first_rows(crf: &Crf, order: &[u64]) -> Vec<(u64, [[i8; LABELS]; MANNERS])> {
    let rows = order.iter().enumerate();
    rows.map(|(number, &value)| (value, sums(crf, number).map(|sum| quantised(&sum))))
        .collect()
}

/// Weights relative to the first label's, in the model's unit.
fn quantised(weights: &[f32; LABELS]) -> [i8; LABELS] {
    weights.map(|weight| ((weight - weights[0]) / UNIT).round().clamp(-127.0, 127.0) as i8)
}
