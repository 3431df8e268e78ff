//! `cargo xtask bench`: how fast the core is, as ratios to W, one pass of `unicode_words` over the same text.

use crate::build;
use crate::command::{cargo, command, output, root, run};
use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The measure that all others are held to, and the one that WebAssembly is held to.
const UNIT: &str = "W: unicode_words";
const WHOLE: &str = "analyze";

/// Runs the benchmarks and prints one table, then how time grows with the text.
pub(crate) fn bench() -> Result<()> {
    build::build()?;
    let manifest = root().join("benches/Cargo.toml").display().to_string();
    let bench = |name: &str| cargo(&["bench", "--manifest-path", &manifest, "--bench", name]);
    run(&mut bench("text"))?;
    let times = times(&root().join("benches/target/criterion/text"))?;
    let time = |name: &str| {
        let found = times.iter().find(|(other, _)| other == name);
        Ok::<f64, anyhow::Error>(found.with_context(|| format!("{name} was not measured"))?.1)
    };
    let unit = time(UNIT)?;
    println!("\n{:>12}  {:>8}", "µs", "W");
    for (name, time) in &times {
        println!("{:>12.1}  {:>8.2}  {name}", time / 1e3, time / unit);
    }
    let wasm: f64 = output(&mut command("node", &["benches/wasm.mjs"]))?.parse()?;
    println!(
        "{:>12.1}  {:>8.2}  {WHOLE}, as WebAssembly under Node",
        wasm / 1e3,
        wasm / unit
    );
    println!(
        "{:>12}  {:>8.2}  of that to native",
        "",
        wasm / time(WHOLE)?
    );
    run(&mut bench("growth"))
}

/// Name and nanoseconds of what criterion measured last, the quickest first.
fn times(folder: &Path) -> Result<Vec<(String, f64)>> {
    let mut times = Vec::new();
    for entry in fs::read_dir(folder)? {
        let latest = entry?.path().join("new");
        if latest.is_dir() {
            let read = |name: &str| {
                Ok::<Value, anyhow::Error>(serde_json::from_slice(&fs::read(latest.join(name))?)?)
            };
            let name = read("benchmark.json")?["function_id"]
                .as_str()
                .map(str::to_owned);
            let time = read("estimates.json")?["median"]["point_estimate"].as_f64();
            times.push(
                name.zip(time)
                    .context("criterion's files are not as expected")?,
            );
        }
    }
    times.sort_by(|a, b| a.1.total_cmp(&b.1));
    Ok(times)
}
