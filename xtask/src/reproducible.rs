//! Whether the same sources make the same core in another place.

use crate::command::root;
use crate::compile;
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// Compiles a copy of the sources in a folder of another name, and compares the bytes, unless that
/// was done for the same bytes before.
pub(crate) fn check() -> Result<()> {
    let here = fs::read(compile::compile(root())?)?;
    let stamp_file = root().join("target/reproducible.stamp");
    let stamp = format!("{:x}", Sha256::digest(&here));
    if fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp) {
        return Ok(());
    }
    let copy = std::env::temp_dir().join(format!("zubda-elsewhere-{}", std::process::id()));
    let there = copy_sources(&copy).and_then(|()| Ok(fs::read(compile::compile(&copy)?)?));
    fs::remove_dir_all(&copy).ok();
    ensure!(
        here == there?,
        "the core is not the same when it is built in {}",
        copy.display()
    );
    Ok(())
}

/// Copies what the compiler reads.
fn copy_sources(copy: &Path) -> Result<()> {
    for name in ["Cargo.toml", "Cargo.lock", "src", "xtask"] {
        copy_all(&root().join(name), &copy.join(name))?;
    }
    Ok(())
}

fn copy_all(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            copy_all(&entry.path(), &to.join(entry.file_name()))?;
        }
        return Ok(());
    }
    fs::create_dir_all(to.parent().context("a file has a folder")?)?;
    fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok(())
}
