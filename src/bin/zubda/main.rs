//! The command line: `zubda summarize | analyze | batch`.

mod batch;
mod input;

use clap::{Args, Parser, Subcommand};
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;
use zubda::summary::{Length, summary};

/// Extractive summaries and named entities of Arabic text.
#[derive(Parser)]
#[command(name = "zubda", version)]
struct Command {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Print the most important sentences, word for word, in text order, one a line
    Summarize {
        #[command(flatten)]
        length: LengthArgs,
        #[command(flatten)]
        input: input::Input,
    },
    /// Print sentences, entities and key phrases as JSON; offsets count UTF-16 units
    Analyze {
        #[command(flatten)]
        input: input::Input,
    },
    /// Read JSON lines {"id", "text"}, write {"id", "analysis"} or {"id", "error"}, in the same order
    Batch {
        #[command(flatten)]
        input: input::Input,
    },
}

/// Without any of these: 20 % of the words, three to seven sentences.
#[derive(Args)]
#[group(multiple = false)]
struct LengthArgs {
    /// This many sentences
    #[arg(long, value_name = "N")]
    sentences: Option<usize>,
    /// As many sentences as fit into N words, at least one
    #[arg(long, value_name = "N")]
    words: Option<usize>,
    /// As many sentences as fit into this share of the words (0..1), at least one
    #[arg(long, value_name = "R", value_parser = ratio)]
    ratio: Option<f64>,
}

impl LengthArgs {
    fn length(&self) -> Length {
        match (self.sentences, self.words, self.ratio) {
            (Some(count), _, _) => Length::Sentences(count),
            (_, Some(words), _) => Length::Words(words),
            (_, _, Some(ratio)) => Length::Ratio(ratio),
            _ => Length::Standard,
        }
    }
}

fn ratio(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(ratio) if (0.0..=1.0).contains(&ratio) => Ok(ratio),
        _ => Err("a share between 0 and 1 is needed".into()),
    }
}

fn main() -> ExitCode {
    match run(&Command::parse().verb) {
        Ok(code) => code,
        Err(Failure::Read(message)) => {
            eprintln!("zubda: {message}");
            ExitCode::from(2)
        }
        // Whoever reads our output has seen enough.
        Err(Failure::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(Failure::Write(error)) => {
            eprintln!("zubda: cannot write: {error}");
            ExitCode::from(2)
        }
    }
}

/// What ends the program early.
enum Failure {
    /// The input could not be read; the message names it.
    Read(String),
    /// The output could not be written.
    Write(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

fn run(verb: &Verb) -> Result<ExitCode, Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    let code = match verb {
        Verb::Summarize { length, input } => {
            let text = input.text().map_err(Failure::Read)?;
            let analysis = zubda::analyze(&text);
            for i in summary(&text, &analysis, length.length()) {
                writeln!(out, "{}", one_line(analysis.sentences[i].span.of(&text)))?;
            }
            ExitCode::SUCCESS
        }
        Verb::Analyze { input } => {
            let text = input.text().map_err(Failure::Read)?;
            let analysis = zubda::analyze(&text);
            serde_json::to_writer(&mut out, &zubda::json::of(&text, &analysis))
                .map_err(io::Error::from)?;
            writeln!(out)?;
            ExitCode::SUCCESS
        }
        Verb::Batch { input } => batch::run(input, &mut out)?,
    };
    out.flush()?;
    Ok(code)
}

/// A sentence of hard-wrapped text on one line: each line end in it, and the space around that,
/// becomes one space.
fn one_line(sentence: &str) -> String {
    sentence
        .lines()
        .map(str::trim)
        .collect::<Vec<_>>()
        .join(" ")
}
