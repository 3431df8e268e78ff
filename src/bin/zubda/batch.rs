//! `zubda batch`: JSON lines in, JSON lines out, in the same order, a few lines in memory at a time.
//!
//! One thread reads, one for each processor analyses, and this one writes. The lines are dealt out in
//! turn and the answers taken in the same turn: so the order stays, and whoever is ahead waits.

use crate::Failure;
use crate::input::{self, Input};
use serde::de::{Deserializer, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::fmt;
use std::io::{self, BufRead, Write};
use std::panic::resume_unwind;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread;

/// How many lines may wait for a thread that analyses, and how many answers of it for being written.
const AHEAD: usize = 8;

/// A line and its number, from 1.
type Line = (usize, Vec<u8>);
/// The answer to a line, and whether it is an error.
type Answered = (Vec<u8>, bool);

/// Answers every line of `input` with one line on `out`; a bad line never stops it.
///
/// The exit code is 1 when any line failed.
///
/// # Errors
/// When the input cannot be read or the output cannot be written.
pub(crate) fn run(input: &Input, out: &mut impl Write) -> Result<ExitCode, Failure> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let (lines, answers): (Vec<_>, Vec<_>) = (0..threads)
            .map(|_| {
                let (give, take) = sync_channel(AHEAD);
                let (answer, answered) = sync_channel(AHEAD);
                scope.spawn(move || analyse(take, &answer, input.lossy));
                (give, answered)
            })
            .unzip();
        let reader = scope.spawn(move || read(input, &lines));
        let written = write(&answers, out);
        // When nobody takes the answers any more, the others stop.
        drop(answers);
        let read = reader.join().unwrap_or_else(|panic| resume_unwind(panic));
        let failed = written?;
        read?;
        Ok(ExitCode::from(u8::from(failed)))
    })
}

/// Reads the lines and gives one after the other to each thread in turn.
fn read(input: &Input, threads: &[SyncSender<Line>]) -> Result<(), Failure> {
    let mut lines = input.open().map_err(Failure::Read)?;
    for (number, thread) in (1..).zip(threads.iter().cycle()) {
        let mut line = Vec::new();
        let read = lines
            .read_until(b'\n', &mut line)
            .map_err(|error| Failure::Read(input.cannot_read(&error)))?;
        if line.ends_with(b"\n") {
            line.pop();
        }
        if read == 0 || thread.send((number, line)).is_err() {
            break;
        }
    }
    Ok(())
}

/// Answers lines as they come.
fn analyse(lines: Receiver<Line>, answers: &SyncSender<io::Result<Answered>>, lossy: bool) {
    for (number, line) in lines {
        if answers.send(answer(line, number, lossy)).is_err() {
            break;
        }
    }
}

/// Writes the answers of each thread in turn; returns whether any is an error.
fn write(threads: &[Receiver<io::Result<Answered>>], out: &mut impl Write) -> io::Result<bool> {
    let mut failed = false;
    for thread in threads.iter().cycle() {
        let answer = match thread.try_recv() {
            Err(TryRecvError::Empty) => {
                // Who reads our output need not wait for more of it.
                out.flush()?;
                thread.recv().ok()
            }
            answer => answer.ok(),
        };
        let Some(answer) = answer else { break };
        let (line, error) = answer?;
        out.write_all(&line)?;
        failed |= error;
    }
    Ok(failed)
}

/// The answer to one line.
fn answer(line: Vec<u8>, number: usize, lossy: bool) -> io::Result<Answered> {
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
    let mut json = match &result {
        Ok(Article { text: Text(text) }) => {
            let analysis = zubda::analyze(text);
            let analysis = zubda::json::of(text, &analysis);
            serde_json::to_vec(&Answer { id, analysis })?
        }
        Err(error) => {
            let error = format!("line {number}, {error}");
            serde_json::to_vec(&Refusal { id, error })?
        }
    };
    json.push(b'\n');
    Ok((json, result.is_err()))
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
