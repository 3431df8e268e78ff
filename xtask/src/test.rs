//! `cargo xtask test`: everything that must hold, the quick checks first.

use crate::command::{cargo, command, find, root, run};
use crate::{build, reproducible, setup};
use anyhow::{Result, bail, ensure};
use clap::{Args, ValueEnum};
use std::fs;

/// What to check.
#[derive(Args)]
pub(crate) struct Options {
    /// Only these parts.
    #[arg(value_enum)]
    parts: Vec<Part>,
}

/// A part of the tests.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// The format of the Rust code.
    Format,
    /// Clippy, with every warning an error.
    Lint,
    /// The Rust tests.
    Rust,
    /// The built core under Node.
    Wasm,
    /// The types of the JavaScript.
    Types,
    /// Whether the core comes out the same wherever it is built.
    Reproducible,
    /// Page and extension in real browsers.
    Browsers,
}

/// Runs the parts asked for, or all.
pub(crate) fn test(options: &Options) -> Result<()> {
    let all = Part::value_variants();
    let parts = if options.parts.is_empty() {
        all
    } else {
        &options.parts
    };
    for &part in parts {
        eprintln!(
            "test: {}",
            part.to_possible_value()
                .map_or_else(String::new, |value| value.get_name().to_owned())
        );
        match part {
            Part::Format => {
                setup::component("rustfmt", "fmt")?;
                run(&mut cargo(&["fmt", "--all", "--check"]))?;
            }
            Part::Lint => {
                setup::component("clippy", "clippy")?;
                run(&mut cargo(&[
                    "clippy",
                    "--quiet",
                    "--workspace",
                    "--all-targets",
                    "--",
                    "-D",
                    "warnings",
                ]))?;
            }
            Part::Rust => run(&mut cargo(&["test", "--quiet", "--workspace"]))?,
            Part::Wasm => wasm()?,
            Part::Types => types()?,
            Part::Reproducible => reproducible::check()?,
            Part::Browsers => browsers()?,
        }
    }
    Ok(())
}

fn wasm() -> Result<()> {
    need_node()?;
    build::build()?;
    run(&mut cargo(&["build", "--quiet"]))?;
    node("tests")
}

fn types() -> Result<()> {
    need_node()?;
    build::build()?;
    for project in ["www", "www/extension", "www/extension/content"] {
        run(command("node", &["tests/node_modules/typescript/bin/tsc"])
            .args(["--project", project]))?;
    }
    Ok(())
}

fn browsers() -> Result<()> {
    need_node()?;
    // What is missing is said before the long work.
    setup::browsers()?;
    build::build()?;
    node("tests/e2e")?;
    node("tests/extension")
}

fn need_node() -> Result<()> {
    ensure!(
        find("node").is_some() && find("npm").is_some(),
        "please install Node, 20 or later, with npm"
    );
    ensure!(
        setup::npm_packages(),
        "the npm packages of tests/package.json are missing: run `npm ci` in tests"
    );
    Ok(())
}

/// Runs the files *.test.mjs of `folder` under Node, with the browsers and the command line named.
fn node(folder: &str) -> Result<()> {
    let mut files = Vec::new();
    for entry in fs::read_dir(root().join(folder))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.mjs") {
            files.push(format!("{folder}/{name}"));
        }
    }
    files.sort();
    if files.is_empty() {
        bail!("no tests in {folder}");
    }
    let mut node = command("node", &["--test", "--test-concurrency=1"]);
    if folder != "tests" {
        let browsers = setup::browsers()?;
        node.env("CHROMIUM", browsers.chromium)
            .env("FIREFOX", browsers.firefox);
    }
    run(node.args(files))
}
