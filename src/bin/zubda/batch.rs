//! `zubda batch`: JSON lines in, JSON lines out, in the same order, one line in memory at a time.

use crate::Failure;
use crate::input::{self, Input};
use serde::de::{Deserializer, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::fmt;
use std::io::{BufRead, Write};
use std::process::ExitCode;

/// Answers every line of `input` with one line on `out`; a bad line never stops it.
///
/// The exit code is 1 when any line failed.
///
/// # Errors
/// When the input cannot be read or the output cannot be written.
pub(crate) fn run(input: &Input, out: &mut impl Write) -> Result<ExitCode, Failure> {
    let mut lines = input.open().map_err(Failure::Read)?;
    let mut failed = false;
    for number in 1_usize.. {
        let mut line = Vec::new();
        let read = lines
            .read_until(b'\n', &mut line)
            .map_err(|error| Failure::Read(input.cannot_read(&error)))?;
        if read == 0 {
            break;
        }
        if line.ends_with(b"\n") {
            line.pop();
        }
        failed |= answer(line, number, input.lossy, out)?;
    }
    Ok(ExitCode::from(u8::from(failed)))
}

/// Writes the answer to one line; returns whether it is an error.
fn answer(
    line: Vec<u8>,
    number: usize,
    lossy: bool,
    out: &mut impl Write,
) -> Result<bool, std::io::Error> {
    let decoded = input::decode(line, lossy);
    let (id, result) = match &decoded {
        // serde would take the items of a list for the fields of an object.
        Ok(line) if line.trim_start().starts_with('[') => (
            RawValue::NULL,
            Err("column 1: expected an object, found a list".to_owned()),
        ),
        Ok(line) => (
            serde_json::from_str(line).map_or(RawValue::NULL, |Id { id }| id),
            serde_json::from_str(line).map_err(|error| reason(&error)),
        ),
        Err(error) => (RawValue::NULL, Err(error.clone())),
    };
    match &result {
        Ok(Article { text: Text(text) }) => {
            let analysis = zubda::analyze(text);
            let analysis = zubda::json::of(text, &analysis);
            serde_json::to_writer(&mut *out, &Answer { id, analysis })?;
        }
        Err(error) => {
            let error = format!("line {number}, {error}");
            serde_json::to_writer(&mut *out, &Refusal { id, error })?;
        }
    }
    writeln!(out)?;
    Ok(result.is_err())
}

/// What is wrong with a line of JSON, and in which column.
fn reason(error: &serde_json::Error) -> String {
    let whole = error.to_string();
    let (reason, _) = whole.rsplit_once(" at line ").unwrap_or((&whole, ""));
    format!("column {}: {reason}", error.column())
}

#[derive(Deserialize)]
struct Id<'l> {
    #[serde(borrow)]
    id: &'l RawValue,
}

#[derive(Deserialize)]
struct Article {
    text: Text,
}

#[derive(Serialize)]
struct Answer<'l, A> {
    id: &'l RawValue,
    analysis: A,
}

#[derive(Serialize)]
struct Refusal<'l> {
    id: &'l RawValue,
    error: String,
}

/// A JSON string in which each lone surrogate has become U+FFFD: one UTF-16 unit for another, so
/// offsets still fit the text of whoever sent it.
struct Text(String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // serde_json refuses lone surrogates in strings, but hands them over as bytes.
        deserializer.deserialize_bytes(TextVisitor)
    }
}

struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Text, E> {
        let mut bytes = bytes.to_vec();
        replace_surrogates(&mut bytes);
        Ok(Text(String::from_utf8_lossy(&bytes).into_owned()))
    }
}

/// Replaces surrogates encoded as if they were characters (ED A0..BF xx) by U+FFFD (EF BF BD).
fn replace_surrogates(bytes: &mut [u8]) {
    for i in 2..bytes.len() {
        if bytes[i - 2] == 0xED && bytes[i - 1] >= 0xA0 {
            bytes[i - 2..=i].copy_from_slice("\u{fffd}".as_bytes());
        }
    }
}
