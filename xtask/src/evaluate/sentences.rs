//! Sentence ends against marked texts: precision, recall and F1 of the cuts, over all and within
//! lines, and the share of texts that are exactly right.

use super::Options;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use zubda::document::Document;

/// Prints a row for every file of marked texts that is there.
pub(crate) fn run(options: &Options) -> Result<(), String> {
    println!("sentence ends (precision / recall / F1)");
    println!(
        "{:<28}{:>6}  {:<21}  {:<21}  exact",
        "", "texts", "all", "inside lines"
    );
    let gold = options.data.join("../gold");
    let files = match &options.file {
        Some(file) => vec![file.clone()],
        None => ["segmentation.jsonl", "segmentation_real.jsonl"]
            .map(|name| gold.join(name))
            .to_vec(),
    };
    for file in files {
        row(&file, options.case.as_deref())?;
    }
    Ok(())
}

fn row(file: &Path, shown: Option<&str>) -> Result<(), String> {
    let name = file
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let Ok(lines) = std::fs::read_to_string(file) else {
        println!("{name:<28}is not there");
        return Ok(());
    };
    let (mut all, mut inside) = (Counts::default(), Counts::default());
    let (mut texts, mut exact) = (0_usize, 0_usize);
    for line in lines.lines() {
        let case: Value = serde_json::from_str(line).map_err(|error| format!("{name}: {error}"))?;
        let text = case["text"]
            .as_str()
            .ok_or_else(|| format!("{name}: a line without text"))?;
        let cuts = Cuts::new(text, &case);
        texts += 1;
        let own = cuts.count(|_| true);
        exact += usize::from(own.wrong() == 0);
        all.add(&own);
        inside.add(&cuts.count(|cut| !cuts.at_line_end(cut)));
        if own.wrong() > 0 && shown.is_some_and(|id| id == "all" || case["id"] == id) {
            cuts.show(&case);
        }
    }
    println!(
        "{name:<28}{texts:>6}  {all}  {inside}  {:.3}",
        exact as f64 / texts.max(1) as f64
    );
    Ok(())
}

/// The cuts of one text, each as the number of visible characters before it.
struct Cuts {
    marked: BTreeSet<usize>,
    found: BTreeSet<usize>,
    optional: BTreeSet<usize>,
    /// The visible characters, and before which of them a line ends.
    visible: Vec<char>,
    lines: BTreeSet<usize>,
}

impl Cuts {
    fn new(text: &str, case: &Value) -> Self {
        let mut visible = Vec::new();
        let mut lines = BTreeSet::new();
        // For each character, and at the end: how many visible ones came before.
        let mut before = vec![0];
        let mut bytes = BTreeMap::from([(0, 0)]);
        for (at, c) in text.char_indices() {
            if matches!(
                c,
                '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}'
            ) {
                lines.insert(visible.len());
            } else if !c.is_whitespace() && !zubda::letters::is_invisible(c) {
                visible.push(c);
            }
            before.push(visible.len());
            bytes.insert(at + c.len_utf8(), visible.len());
        }
        let place = |value: &Value| {
            value
                .as_u64()
                .and_then(|at| before.get(usize::try_from(at).ok()?))
                .copied()
        };
        let mut marked = BTreeSet::new();
        let mut end = 0;
        for sentence in case["sentences"].as_array().into_iter().flatten() {
            match sentence.as_str() {
                // Constructed cases give the sentences themselves.
                Some(sentence) => {
                    end += sentence
                        .chars()
                        .filter(|&c| !c.is_whitespace() && !zubda::letters::is_invisible(c))
                        .count();
                    marked.insert(end);
                }
                None => marked.extend(place(&sentence[1])),
            }
        }
        let optional = case["optional"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(place)
            .collect();
        let document = Document::read(text);
        let mut found: BTreeSet<usize> = document
            .sentences
            .iter()
            .filter_map(|sentence| bytes.get(&sentence.span.end).copied())
            .collect();
        // The last end of a text is no decision.
        found.remove(&visible.len());
        marked.remove(&visible.len());
        Self {
            marked,
            found,
            optional,
            visible,
            lines,
        }
    }

    fn at_line_end(&self, cut: usize) -> bool {
        self.lines.contains(&cut)
    }

    fn count(&self, wanted: impl Fn(usize) -> bool) -> Counts {
        let counts = |cut: &&usize| wanted(**cut) && !self.optional.contains(*cut);
        Counts {
            right: self.found.intersection(&self.marked).filter(counts).count(),
            found: self.found.iter().filter(counts).count(),
            marked: self.marked.iter().filter(counts).count(),
        }
    }

    /// Prints the wrong cuts of a case with what stands around them.
    fn show(&self, case: &Value) {
        println!("{}", case["id"].as_str().unwrap_or_default());
        for (cuts, others, sign) in [
            (&self.found, &self.marked, "wrongly cut"),
            (&self.marked, &self.found, "not cut"),
        ] {
            for cut in cuts
                .difference(others)
                .filter(|cut| !self.optional.contains(*cut))
            {
                let left: String = self.visible[cut.saturating_sub(40)..*cut].iter().collect();
                let right: String = self.visible[*cut..(cut + 40).min(self.visible.len())]
                    .iter()
                    .collect();
                println!("  {sign}: {left} | {right}");
            }
        }
    }
}

#[derive(Default)]
struct Counts {
    right: usize,
    found: usize,
    marked: usize,
}

impl Counts {
    fn add(&mut self, other: &Self) {
        self.right += other.right;
        self.found += other.found;
        self.marked += other.marked;
    }

    fn wrong(&self) -> usize {
        self.found + self.marked - 2 * self.right
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let share = |part: usize, whole: usize| {
            if whole == 0 {
                1.0
            } else {
                part as f64 / whole as f64
            }
        };
        let (precision, recall) = (
            share(self.right, self.found),
            share(self.right, self.marked),
        );
        let f1 = share(2 * self.right, self.found + self.marked);
        write!(f, "{precision:.3} / {recall:.3} / {f1:.3}")
    }
}
