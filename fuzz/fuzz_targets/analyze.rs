//! Any text: `analyze` neither panics nor breaks its laws.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::collections::HashSet;
use unicode_segmentation::UnicodeSegmentation;
use zubda::span::Span;

fuzz_target!(|text: &str| {
    let analysis = zubda::analyze(text);
    let borders: HashSet<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
    let mut end = 0;
    for Span { start, end: next } in analysis.sentences.iter().map(|sentence| sentence.span) {
        assert!(start >= end && next > start, "sentences ascend");
        assert!(borders.contains(&start) && borders.contains(&next), "sentences split no grapheme");
        end = next;
    }
    let mut end = 0;
    for entity in &analysis.entities {
        let span = entity.span;
        assert!(span.start >= end && span.end > span.start, "entities ascend");
        assert!(borders.contains(&span.start) && borders.contains(&span.end), "entities split no grapheme");
        assert!(entity.token_span.contains(span), "an entity stands in its words");
        end = span.end;
    }
    let mut ranks: Vec<usize> = analysis.sentences.iter().filter_map(|sentence| sentence.rank).collect();
    ranks.sort_unstable();
    assert!(ranks.into_iter().eq(0..analysis.sentences.iter().filter(|sentence| sentence.rank.is_some()).count()), "ranks have no gaps");
});
