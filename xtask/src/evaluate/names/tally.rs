//! Counts of right, found and wanted, and the figures made of them.

/// How many were found, how many of them are right, and how many there are.
#[derive(Clone, Copy, Default)]
pub(super) struct Tally {
    pub(super) right: usize,
    pub(super) found: usize,
    pub(super) wanted: usize,
}

impl Tally {
    pub(super) fn precision(self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }

    pub(super) fn recall(self) -> f64 {
        self.right as f64 / self.wanted.max(1) as f64
    }

    pub(super) fn f1(self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.wanted).max(1) as f64
    }

    pub(super) fn add(&mut self, other: Self) {
        self.right += other.right;
        self.found += other.found;
        self.wanted += other.wanted;
    }

    pub(super) fn print(self, name: &str) {
        println!(
            "  {name:<14} {:>6} {:>6}   P {:.3}  R {:.3}  F1 {:.4}",
            self.wanted,
            self.found,
            self.precision(),
            self.recall(),
            self.f1()
        );
    }
}

/// The commonest of `errors`, most often first.
pub(super) fn commonest(errors: &[String], most: usize) -> Vec<(usize, &str)> {
    let mut counts: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for error in errors {
        *counts.entry(error).or_default() += 1;
    }
    let mut counts: Vec<(usize, &str)> = counts
        .into_iter()
        .map(|(error, count)| (count, error))
        .collect();
    counts.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    counts.truncate(most);
    counts
}
