//! Time grows with the text, whatever the text: texts of one shape, and of twice its size.
//!
//! Prints the time for both and their ratio; no criterion, since one run of megabytes says enough.

use std::time::{Duration, Instant};
use zubda::document::Document;

const SIZE: usize = 5_000_000;

fn main() {
    let article = include_str!("../tests/golden/news/input.txt");
    let one_line = article.replace('\n', " ");
    let unstopped: String = one_line.chars().filter(|c| !".!؟".contains(*c)).collect();
    println!("{:<34}{:>10}{:>10}{:>8}", "text layer, 5 MB and 10 MB of", "ms", "ms", "ratio");
    for (name, piece) in [
        ("an article", article),
        ("one paragraph", one_line.as_str()),
        ("one sentence without a stop", unstopped.as_str()),
        ("one word", "كتاب"),
        ("quotes", "\""),
        ("quotes apart", "\" "),
        ("dots", "."),
        ("dots apart", ". "),
        ("open brackets", "("),
        ("open brackets and words", "(كتاب "),
        ("open and close", "(«كتاب» "),
        ("letters and stops", "ا. "),
        ("a row of initials", "ا."),
        ("spelled letters", "سي. "),
        ("counted items", "1. كتاب "),
        ("numbers with a stop", "12. "),
        ("a count that goes on", "المادة 1. 2. 3. "),
        ("questions apart", "؟ "),
        ("ellipses", "كتاب... "),
        ("commas", "كتاب، وقال "),
        ("marks", "\u{64e}"),
        ("invisible marks", "\u{200f}"),
        ("marks and invisible marks", "\u{200f}\u{64e}"),
        ("stops and invisible marks", ".\u{200f}"),
        ("emoji", "🌊"),
        ("joined emoji", "👩\u{200d}"),
        ("flags", "🇪🇬"),
        ("hyphens", "a-"),
        ("almost addresses", "a.b@"),
        ("almost names", "a.a."),
        ("number groups", "1,"),
        ("short lines", "كتاب\n"),
        ("empty lines", "\n"),
        ("bullets", "- كتاب\n"),
        ("lines broken at a width", "كتب الرجل رسالة إلى أهل القرية يخبرهم فيها أنه سيعود\nقريبا. "),
        ("Thai", "กำ"),
        ("Hangul", "한국"),
        ("number signs", "\u{600}"),
    ] {
        let text = piece.repeat(SIZE / piece.len());
        let single = best(&text);
        let twice = best(&text.repeat(2));
        let ratio = twice.as_secs_f64() / single.as_secs_f64();
        println!("{name:<34}{:>10}{:>10}{ratio:>8.2}{}", single.as_millis(), twice.as_millis(), if ratio > 3.0 { "  not linear" } else { "" });
    }
}

/// The best of three runs.
fn best(text: &str) -> Duration {
    let run = || {
        let start = Instant::now();
        let document = Document::read(text);
        let taken = start.elapsed();
        assert!(document.tokens.len() <= text.len());
        taken
    };
    (0..3).map(|_| run()).min().unwrap_or_default()
}
