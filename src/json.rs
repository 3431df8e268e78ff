//! The contract as every host sees it: keys in a fixed order, offsets in UTF-16 units, numbers
//! rounded. The command line prints it, JavaScript gets it as one plain object.

use crate::analysis::Analysis;
use crate::entities::EntityKind;
use crate::sentences::SentenceKind;
use crate::utf16::Cursor;
use serde::{Serialize, Serializer};

/// The same contract in TypeScript. Kept beside the types it describes.
pub const TYPESCRIPT: &str = r#"
/** What `analyze` found. Offsets count UTF-16 units: `text.slice(start, end)`. */
export interface Analysis {
  /** Everything the text holds but white space, in order. */
  sentences: Sentence[];
  /** Mentions of entities, ascending, never overlapping. */
  entities: Entity[];
  /** At most 20 key phrases, heaviest first. */
  keywords: Keyword[];
  /** How many words the text has. */
  words: number;
  /** The share of its letters that are Arabic, 0..1. */
  arabic: number;
}
export interface Sentence {
  start: number;
  end: number;
  kind: "sentence" | "heading" | "list" | "boilerplate" | "ornament";
  /** Counted from 0. */
  paragraph: number;
  /** 0 is the first to keep; null is never kept. A summary of N sentences: those with rank < N. */
  rank: number | null;
  /** The ranker's own value, 0..1. */
  score: number;
  /** What raised or lowered the score most: at most five of its true terms, largest first. */
  because: Reason[];
  /** The index of the sentence it cannot be understood without, if any. */
  context: number | null;
  /** Its end is a cut made in a run-on sentence. */
  soft: boolean;
}
export interface Reason {
  feature: string;
  contribution: number;
}
export interface Entity {
  /** The name itself, without attached particles. */
  start: number;
  end: number;
  /** The whole written words, for the box on screen. */
  tokenStart: number;
  tokenEnd: number;
  kind: "person" | "place" | "organization" | "nationality" | "event" | "product"
    | "date" | "time" | "number" | "percent" | "money" | "measure";
  /** The fullest form seen in the text. */
  name: string;
  /** Mentions of one entity share it; counted from 0 by first mention. */
  group: number;
}
export interface Keyword {
  text: string;
  /** 0..1 */
  weight: number;
}
"#;

/// `analysis` of `text`, ready to be serialized.
///
/// ```
/// let text = "وصل القطار 😀 متأخراً.";
/// let analysis = zubda::analyze(text);
/// let json = zubda::json::of(text, &analysis);
/// assert_eq!(serde_json::to_value(json).unwrap()["sentences"][0]["end"], 22);
/// ```
#[must_use]
pub fn of<'a>(text: &str, analysis: &'a Analysis) -> impl Serialize + use<'a> {
    let mut cursor = Cursor::new(text);
    let sentences = analysis
        .sentences
        .iter()
        .map(|sentence| Sentence {
            start: cursor.at(sentence.span.start),
            end: cursor.at(sentence.span.end),
            kind: sentence.kind,
            paragraph: sentence.paragraph,
            rank: sentence.rank,
            score: Decimal(sentence.score),
            because: sentence
                .because
                .iter()
                .map(|reason| Reason {
                    feature: reason.feature,
                    contribution: Decimal(reason.contribution),
                })
                .collect(),
            context: sentence.context,
            soft: sentence.soft,
        })
        .collect();
    let mut cursor = Cursor::new(text);
    let entities = analysis
        .entities
        .iter()
        .map(|entity| {
            let token_start = cursor.at(entity.token_span.start);
            Entity {
                start: cursor.at(entity.span.start),
                end: cursor.at(entity.span.end),
                token_start,
                token_end: cursor.at(entity.token_span.end),
                kind: entity.kind,
                name: &entity.name,
                group: entity.group,
            }
        })
        .collect();
    let keywords = analysis
        .keywords
        .iter()
        .map(|keyword| Keyword {
            text: &keyword.text,
            weight: Decimal(keyword.weight),
        })
        .collect();
    Json {
        sentences,
        entities,
        keywords,
        words: analysis.words,
        arabic: Decimal(analysis.arabic),
    }
}

#[derive(Serialize)]
struct Json<'a> {
    sentences: Vec<Sentence>,
    entities: Vec<Entity<'a>>,
    keywords: Vec<Keyword<'a>>,
    words: usize,
    arabic: Decimal,
}

#[derive(Serialize)]
struct Sentence {
    start: usize,
    end: usize,
    kind: SentenceKind,
    paragraph: usize,
    rank: Option<usize>,
    score: Decimal,
    because: Vec<Reason>,
    context: Option<usize>,
    soft: bool,
}

#[derive(Serialize)]
struct Reason {
    feature: &'static str,
    contribution: Decimal,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entity<'a> {
    start: usize,
    end: usize,
    token_start: usize,
    token_end: usize,
    kind: EntityKind,
    name: &'a str,
    group: usize,
}

#[derive(Serialize)]
struct Keyword<'a> {
    text: &'a str,
    weight: Decimal,
}

/// A number of four decimals, written as JavaScript writes it: `1`, not `1.0`.
struct Decimal(f64);

impl Serialize for Decimal {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "checked to be integral and small"
    )]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rounded = (self.0 * 1e4).round() / 1e4;
        if rounded.fract() == 0.0 && rounded.abs() < 1e15 {
            serializer.serialize_i64(rounded as i64)
        } else {
            serializer.serialize_f64(rounded)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_written_as_javascript_writes_them() {
        for (value, written) in [
            (0.0, "0"),
            (-0.00001, "0"),
            (1.0, "1"),
            (0.99999, "1"),
            (0.0001, "0.0001"),
            (-2.5, "-2.5"),
            (1.0 / 3.0, "0.3333"),
            (12.34567, "12.3457"),
        ] {
            assert_eq!(
                serde_json::to_string(&Decimal(value)).unwrap(),
                written,
                "{value}"
            );
        }
    }
}
