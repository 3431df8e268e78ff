//! The repute of words: what a tagger calls them in raw news, and how often.

use zubda::document::Document;
use zubda::entities::EntityKind;
use zubda::entities::evidence::known;
use zubda::entities::labels;
use zubda::entities::tagger::Tagger;
use zubda::entities::vocabulary::{LEVELS, Repute};
use zubda::entities::words::Words;

/// First and further words of persons, places, organizations.
const ROLES: usize = 4;
/// The share of its places where a word is in a name that begins each level.
const SHARES: [f32; LEVELS as usize] = [0.02, 0.1, 0.3, 0.5, 0.7, 0.85, 0.95];
/// Words that are in fewer names have no repute.
const LEAST: u32 = 2;

/// The repute of every row of the tagger's vocabulary: 0 is none, else one for each role and level.
pub(super) fn learn(tagger: &Tagger, articles: &[String]) -> Vec<u8> {
    let mut counts = vec![[0_u32; ROLES + 1]; tagger.vocabulary.rows()];
    for article in articles {
        let document = Document::read(article);
        let words = Words::read(&document);
        let found = tagger.label(&words);
        for (word, &label) in words.words.iter().zip(&found.labels) {
            let row = known(&words, word, &tagger.vocabulary)
                .and_then(|(hash, _)| tagger.vocabulary.row(hash));
            if let Some(row) = row {
                counts[row][role(usize::from(label))] += 1;
            }
        }
    }
    counts.iter().map(repute).collect()
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
