//! The text layer on one article, beside its peers: W is one pass of `unicode_words` over it.

use charabia::Tokenize;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use rust_stemmers::{Algorithm, Stemmer};
use std::hint::black_box;
use unicode_segmentation::UnicodeSegmentation;
use zubda::{sentences, terms, tokens};

/// Prose of the project's own; `ZUBDA_TEXT` names another file to measure.
const TEXT: &str = concat!(
    include_str!("../tests/golden/news/input.txt"),
    include_str!("../tests/golden/economy/input.txt"),
    include_str!("../tests/golden/encyclopedia/input.txt"),
    include_str!("../tests/golden/sport/input.txt"),
);

fn text_layer(criterion: &mut Criterion) {
    let text = std::env::var("ZUBDA_TEXT").map_or_else(|_| TEXT.to_owned(), |file| std::fs::read_to_string(file).expect("the text"));
    let text = text.as_str();
    let tokens = tokens::tokenize(text);
    let mut group = criterion.benchmark_group("text");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("W: unicode_words", |b| b.iter(|| black_box(text).unicode_words().count()));
    group.bench_function("tokens", |b| b.iter(|| tokens::tokenize(black_box(text))));
    group.bench_function("sentences", |b| b.iter(|| sentences::split(black_box(text), &tokens)));
    group.bench_function("tokens and sentences", |b| {
        b.iter(|| {
            let tokens = tokens::tokenize(black_box(text));
            sentences::split(text, &tokens)
        });
    });
    group.bench_function("terms", |b| b.iter(|| terms::terms(black_box(text), &tokens)));
    group.bench_function("analyze", |b| b.iter(|| zubda::analyze(black_box(text))));
    group.bench_function("peer: unicode_sentences", |b| b.iter(|| black_box(text).unicode_sentences().count()));
    group.bench_function("peer: charabia tokenize", |b| b.iter(|| black_box(text).tokenize().count()));
    let stemmer = Stemmer::create(Algorithm::Arabic);
    group.bench_function("peer: Snowball stems of the words", |b| {
        b.iter(|| text.unicode_words().map(|word| stemmer.stem(black_box(word)).len()).sum::<usize>());
    });
    group.finish();
}

criterion_group!(benches, text_layer);
criterion_main!(benches);
