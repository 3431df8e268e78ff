//! The compiled core -> dist/core: its JavaScript, its TypeScript, and the optimised file.

use crate::command::{command, root, run};
use crate::setup;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// How `wasm-opt` goes about it, and what it may use: all that the compiler itself takes for granted.
///
/// A function of one caller would go into it, and so on up to one function that holds the whole
/// pipeline. Browsers compile function by function: the first text would wait for all of it, and the
/// optimising compiler would be done with it late or never. So only small ones go.
const OPTIMISE: [&str; 10] = [
    "-O3",
    "--one-caller-inline-max-function-size",
    "400",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Writes dist/core, unless it was made of the same file by the same tools.
pub(crate) fn write(compiled: &Path) -> Result<()> {
    let optimizer = optimizer();
    if optimizer.is_none() {
        eprintln!("core: not optimised, since Node and its packages are not there");
    }
    let folder = root().join("dist/core");
    let stamp_file = root().join("target/core.stamp");
    let bytes =
        fs::read(compiled).with_context(|| format!("cannot read {}", compiled.display()))?;
    let how = optimizer.as_ref().map(|_| OPTIMISE.join(" "));
    let stamp = format!("{:x} {how:?}", Sha256::digest(&bytes));
    let fresh = fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp);
    if fresh && folder.join("zubda_bg.wasm").is_file() {
        return Ok(());
    }
    Bindgen::new()
        .input_bytes("zubda", bytes)
        .web(true)?
        .typescript(true)
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(&folder)?;
    // Node before 20.19 must be told that these are ES modules.
    fs::write(folder.join("package.json"), "{ \"type\": \"module\" }\n")?;
    if let Some(optimizer) = optimizer {
        let wasm = folder.join("zubda_bg.wasm");
        let mut optimize = command("node", &[]);
        optimize
            .arg(optimizer)
            .arg(&wasm)
            .arg("-o")
            .arg(&wasm)
            .args(OPTIMISE);
        run(&mut optimize)?;
    }
    fs::write(stamp_file, stamp)?;
    Ok(())
}

/// `wasm-opt`, where Node can run it.
pub(crate) fn optimizer() -> Option<PathBuf> {
    setup::npm_packages().then(|| root().join("tests/node_modules/binaryen/bin/wasm-opt"))
}
