//! Every kind of entity against the gold of real articles, with its accepted alternatives.

use super::tally::Tally;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use zubda::document::Document;
use zubda::entities;

/// A span and kind that would be right.
type Answer = (usize, usize, &'static str);

/// A mention of the gold: any of its answers is right.
struct Mention {
    answers: Vec<Answer>,
    optional: bool,
    text: String,
}

/// Prints precision, recall and F1 of every kind over the articles, and every error.
pub(super) fn print(gold: &Path) -> Result<(), String> {
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let text = read(&gold.join("article.txt"))?;
    let article: Value = serde_json::from_str(&read(&gold.join("article.json"))?)
        .map_err(|error| error.to_string())?;
    score("article", &text, &mentions(&article), &mut tallies);
    for line in read(&gold.join("articles.jsonl"))?.lines() {
        let article: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let id = article["id"].as_str().unwrap_or_default();
        score(
            id,
            article["text"].as_str().unwrap_or_default(),
            &mentions(&article),
            &mut tallies,
        );
    }
    println!("real articles, all kinds");
    let mut names = Tally::default();
    let mut quantities = Tally::default();
    for (kind, tally) in &tallies {
        tally.print(kind);
        if matches!(
            *kind,
            "date" | "time" | "number" | "percent" | "money" | "measure"
        ) {
            quantities.add(*tally);
        } else {
            names.add(*tally);
        }
    }
    names.print("names");
    quantities.print("quantities");
    Ok(())
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn mentions(article: &Value) -> Vec<Mention> {
    let empty = Vec::new();
    let list = |value: &Value, key: &str| value[key].as_array().cloned().unwrap_or_default();
    let entities = article["entities"].as_array().unwrap_or(&empty);
    entities
        .iter()
        .map(|entity| {
            let mut answers: Vec<Answer> = answer(entity).into_iter().collect();
            answers.extend(list(entity, "alt").iter().filter_map(answer));
            if let (Some(core), Some((_, _, "number"))) =
                (entity["num_core"].as_array(), answers.first())
            {
                let bound =
                    |at: usize| core.get(at).and_then(Value::as_u64).unwrap_or_default() as usize;
                answers.push((bound(0), bound(1), "number"));
            }
            let text = entity["text"].as_str().unwrap_or_default().to_owned();
            if answers.first().is_some_and(|answer| answer.2 == "number")
                && entity["num_core"].is_null()
            {
                let (start, end, _) = answers[0];
                let shorter = text.split(' ').scan(start, |at, word| {
                    let end = *at + word.chars().count();
                    *at = end + 1;
                    Some(end)
                });
                answers.extend(
                    shorter
                        .filter(|&shorter| shorter < end)
                        .map(|end| (start, end, "number")),
                );
            }
            Mention {
                answers,
                optional: entity["optional"].as_bool().unwrap_or(false),
                text,
            }
        })
        .collect()
}

fn answer(entity: &Value) -> Option<Answer> {
    let bound = |key: &str| entity[key].as_u64().map(|at| at as usize);
    let name = [&entity["subtype"], &entity["kind"], &entity["type"]]
        .into_iter()
        .find_map(Value::as_str)?;
    Some((bound("start")?, bound("end")?, kind(name)))
}

fn kind(name: &str) -> &'static str {
    match name {
        "PER" | "PERSON" => "person",
        "LOC" | "PLACE" | "BLOC" => "place",
        "ORG" | "ORGANIZATION" => "organization",
        "NORP" | "LANG" | "NATIONALITY" => "nationality",
        "EVENT" => "event",
        "PRODUCT" | "WORK" => "product",
        "DATE" | "DURATION" => "date",
        "TIME" => "time",
        "MEASURE" => "measure",
        "MONEY" => "money",
        "PERCENT" => "percent",
        _ => "number",
    }
}

fn score(id: &str, text: &str, mentions: &[Mention], tallies: &mut BTreeMap<&'static str, Tally>) {
    let document = Document::read(text);
    let mut right = vec![false; mentions.len()];
    for entity in entities::find(&document) {
        let scalars = |byte: usize| text[..byte].chars().count();
        let (start, end) = (scalars(entity.span.start), scalars(entity.span.end));
        let found = kind_name(entity.kind);
        let hit = mentions
            .iter()
            .position(|mention| mention.answers.contains(&(start, end, found)));
        if let Some(at) = hit {
            let (_, _, wanted) = mentions[at].answers[0];
            let (from, to) = (start, end);
            let inside =
                |mention: &Mention| mention.answers[0].0 >= from && mention.answers[0].1 <= to;
            for (other, mention) in mentions.iter().enumerate() {
                right[other] |= inside(mention);
            }
            right[at] = true;
            if !mentions[at].optional {
                tallies.entry(wanted).or_default().found += 1;
            }
        } else {
            let optional = mentions.iter().any(|mention| {
                mention.optional && mention.answers[0].0 < end && start < mention.answers[0].1
            });
            if !optional {
                tallies.entry(found).or_default().found += 1;
                println!("  {id}: false {found} {}", entity.span.of(text));
            }
        }
    }
    for (mention, right) in mentions
        .iter()
        .zip(right)
        .filter(|(mention, _)| !mention.optional)
    {
        let wanted = mention.answers[0].2;
        let tally = tallies.entry(wanted).or_default();
        tally.wanted += 1;
        tally.right += usize::from(right);
        if !right {
            println!("  {id}: missed {wanted} {}", mention.text);
        }
    }
}

fn kind_name(kind: zubda::entities::EntityKind) -> &'static str {
    use zubda::entities::EntityKind as Kind;
    match kind {
        Kind::Person => "person",
        Kind::Place => "place",
        Kind::Organization => "organization",
        Kind::Nationality => "nationality",
        Kind::Event => "event",
        Kind::Product => "product",
        Kind::Date => "date",
        Kind::Time => "time",
        Kind::Number => "number",
        Kind::Percent => "percent",
        Kind::Money => "money",
        Kind::Measure => "measure",
    }
}
