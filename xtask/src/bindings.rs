//! The compiled core -> dist/core: its JavaScript, its TypeScript, and the optimised file.

use crate::command::{command, root, run};
use crate::setup;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// What `wasm-opt` may use: all that the compiler itself takes for granted.
const FEATURES: [&str; 7] = [
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
    let stamp = format!("{:x} {}", Sha256::digest(&bytes), optimizer.is_some());
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
            .arg("-O3")
            .args(FEATURES);
        run(&mut optimize)?;
    }
    fs::write(stamp_file, stamp)?;
    Ok(())
}

/// `wasm-opt`, where Node can run it.
pub(crate) fn optimizer() -> Option<PathBuf> {
    setup::npm_packages().then(|| root().join("tests/node_modules/binaryen/bin/wasm-opt"))
}
