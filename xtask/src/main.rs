//! The project's own commands: `cargo xtask build | serve | test | …`.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "training counts words and sentences: far below what the smaller types hold"
)]

mod bench;
mod bindings;
mod build;
mod bundle;
mod colours;
mod command;
mod compile;
mod evaluate;
mod extension;
mod files;
mod npm;
mod package;
mod page;
mod reproducible;
mod serve;
mod setup;
mod test;
mod train;

use clap::Parser;
use std::process::ExitCode;

/// Builds, serves and tests Zubda.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Xtask {
    /// Builds the WebAssembly core and the page into dist/.
    Build,
    /// Builds what is stale and serves the page on this machine.
    Serve(serve::Options),
    /// Checks everything: format, lints, Rust, WebAssembly under Node, types, browsers.
    Test(test::Options),
    /// Writes the archives for hosts, stores and registries into dist/.
    Package,
    /// Measures speed, beside the speed of others.
    Bench,
    /// Measures quality against the data beside the project.
    Evaluate {
        /// Which parts, and their options.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Learns what the program ships, from the data beside the project.
    Train {
        /// Which part, and its options.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
}

fn main() -> ExitCode {
    let done = match Xtask::parse() {
        Xtask::Build => build::build(),
        Xtask::Serve(options) => serve::serve(&options),
        Xtask::Test(options) => test::test(&options),
        Xtask::Bench => bench::bench(),
        Xtask::Package => package::package(),
        Xtask::Evaluate { arguments } => evaluate::run(&arguments).map_err(anyhow::Error::msg),
        Xtask::Train { arguments } => train::run(&arguments).map_err(anyhow::Error::msg),
    };
    if let Err(error) = done {
        eprintln!("xtask: {error:#}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
