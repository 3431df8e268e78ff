//! Where the text comes from: a file or standard input.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// What to read, and how.
#[derive(clap::Args)]
pub(crate) struct Input {
    /// The file to read; `-`, or nothing, for standard input
    #[arg(default_value = "-")]
    file: PathBuf,
    /// Replace bytes that are not UTF-8 instead of stopping at them
    #[arg(long)]
    pub(crate) lossy: bool,
}

impl Input {
    /// The whole text, or a sentence that says why it cannot be read.
    pub(crate) fn text(&self) -> Result<String, String> {
        let mut bytes = Vec::new();
        self.open()?
            .read_to_end(&mut bytes)
            .map_err(|error| self.cannot_read(&error))?;
        decode(bytes, self.lossy).map_err(|reason| self.cannot_read(&reason))
    }

    /// The input, ready to be read.
    pub(crate) fn open(&self) -> Result<Box<dyn BufRead>, String> {
        if self.file == Path::new("-") {
            return Ok(Box::new(io::stdin().lock()));
        }
        match File::open(&self.file) {
            Ok(file) => Ok(Box::new(BufReader::new(file))),
            Err(error) => Err(self.cannot_read(&error)),
        }
    }

    /// The sentence for an input that cannot be read.
    pub(crate) fn cannot_read(&self, reason: &dyn std::fmt::Display) -> String {
        let name = if self.file == Path::new("-") {
            "standard input".into()
        } else {
            self.file.display().to_string()
        };
        format!("cannot read {name}: {reason}")
    }
}

/// The text that `bytes` hold, or which byte is wrong.
pub(crate) fn decode(bytes: Vec<u8>, lossy: bool) -> Result<String, String> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) if lossy => Ok(String::from_utf8_lossy(error.as_bytes()).into_owned()),
        Err(error) => Err(format!(
            "byte {} is not UTF-8 (--lossy replaces such bytes)",
            error.utf8_error().valid_up_to()
        )),
    }
}
