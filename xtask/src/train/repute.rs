//! The repute of words: what a tagger calls them in raw news, and how often; and which are hardly
//! ever in a name, in raw news and in the labelled corpora.

use super::corpus::Labelled;
use super::texts;
use zubda::document::Document;
use zubda::entities::EntityKind;
use zubda::entities::evidence::known;
use zubda::entities::labels;
use zubda::entities::tagger::Tagger;
use zubda::entities::vocabulary::{LEVELS, NEVER, Repute, SELDOM, Vocabulary};
use zubda::entities::words::Words;
use zubda::tokens::TokenKind;

/// First and further words of persons, places, organizations.
const ROLES: usize = 4;
/// The share of its places where a word is in a name that begins each level.
const SHARES: [f32; LEVELS as usize] = [0.02, 0.1, 0.3, 0.5, 0.7, 0.85, 0.95];
/// Words that are in fewer names have no repute.
const LEAST: u32 = 2;

/// A word of which more than one place in so many is in a name is not seldom in one.
const SELDOM_IN: u32 = 100;
/// The same for a word that is never in one.
const NEVER_IN: u32 = 1000;
/// A word that raw news has less often may be in a name.
const FREQUENT: u32 = 300;

/// How often a word is in a name, and how often it is not.
#[derive(Clone, Copy, Default)]
struct Places {
    named: u32,
    outside: u32,
}

impl Places {
    /// Whether at most one place in `many` is in a name.
    fn one_in(self, many: u32) -> bool {
        self.named * many <= self.named + self.outside
    }
}

/// The repute of every row of the tagger's vocabulary: 0 is none, else one for each role and level,
/// or that it is hardly ever in a name.
pub(super) fn learn(tagger: &Tagger, articles: &[String], corpora: &[Vec<Labelled>]) -> Vec<u8> {
    let mut counts = vec![[0_u32; ROLES + 1]; tagger.vocabulary.rows()];
    let mut letters = vec![false; counts.len()];
    for article in articles {
        let document = Document::read(article);
        let words = Words::read(&document);
        let found = tagger.label(&words);
        for (i, &label) in found.labels.iter().enumerate() {
            if let Some(row) = row(&tagger.vocabulary, &words, i) {
                counts[row][role(usize::from(label))] += 1;
                letters[row] |= letter(&words, i);
            }
        }
    }
    let gold = gold(&tagger.vocabulary, corpora);
    let rows = counts.iter().zip(gold).zip(letters);
    rows.map(|((counts, gold), letter)| match repute(counts) {
        0 if !letter => unnamed(counts, gold),
        repute => repute,
    })
    .collect()
}

fn row(vocabulary: &Vocabulary, words: &Words, i: usize) -> Option<usize> {
    known(words, &words.words[i], vocabulary).and_then(|(hash, _)| vocabulary.row(hash))
}

/// Whether the word is a letter alone, or may be the name of a foreign one: such are in names of
/// organizations («إن إتش كا»), however frequent they are as other words.
fn letter(words: &Words, i: usize) -> bool {
    let key = words.key(i);
    let name = matches!(key, "ان" | "ام" | "اي" | "اف" | "ار" | "اس");
    words.words[i].kind == TokenKind::Word && (name || key.chars().count() == 1)
}

/// How often the corpora have each row of the vocabulary in a name.
fn gold(vocabulary: &Vocabulary, corpora: &[Vec<Labelled>]) -> Vec<Places> {
    let mut gold = vec![Places::default(); vocabulary.rows()];
    for text in corpora.iter().flat_map(|sentences| texts::join(sentences)) {
        let document = Document::read(&text.joined);
        let words = Words::read(&document);
        for (i, label) in texts::labels(&text, &document, &words)
            .into_iter()
            .enumerate()
        {
            if let Some(row) = row(vocabulary, &words, i) {
                let named = u32::from(usize::from(label) != labels::OUTSIDE);
                gold[row].named += named;
                gold[row].outside += 1 - named;
            }
        }
    }
    gold
}

/// Whether a word is hardly ever in a name.
fn unnamed(counts: &[u32; ROLES + 1], gold: Places) -> u8 {
    let news = Places {
        named: counts[..ROLES].iter().sum(),
        outside: counts[ROLES],
    };
    let both = |many| news.one_in(many) && gold.one_in(many);
    if both(NEVER_IN) && news.outside > FREQUENT {
        NEVER
    } else if both(SELDOM_IN) {
        SELDOM
    } else {
        0
    }
}

/// The role of a label; the last is outside.
fn role(label: usize) -> usize {
    match labels::kind(label) {
        Some(EntityKind::Person) => usize::from(!labels::first(label)),
        Some(EntityKind::Place) => 2,
        Some(_) => 3,
        None => ROLES,
    }
}

fn repute(counts: &[u32; ROLES + 1]) -> u8 {
    let named: u32 = counts[..ROLES].iter().sum();
    let share = named as f32 / (named + counts[ROLES]).max(1) as f32;
    let level = SHARES.partition_point(|&least| least <= share);
    let role = (0..ROLES).max_by_key(|&role| (counts[role], ROLES - role));
    match role {
        Some(role) if named >= LEAST && level > 0 => Repute {
            role: role as u8,
            level: level as u8 - 1,
        }
        .bits(),
        _ => 0,
    }
}
