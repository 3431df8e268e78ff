//! What a folder of dist/ is made of: files by the paths they are served or packed under.

use crate::command::root;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The bytes of each file, in the order of the paths.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// Reads every file under `folder` whose name does not start with a dot.
pub(crate) fn gather(folder: &str, prefix: &str, files: &mut Files) -> Result<()> {
    gather_all(&root().join(folder), prefix, files)
}

fn gather_all(folder: &Path, prefix: &str, files: &mut Files) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        if entry.file_type()?.is_dir() {
            gather_all(&entry.path(), &format!("{prefix}{name}/"), files)?;
        } else {
            files.insert(format!("{prefix}{name}"), fs::read(entry.path())?);
        }
    }
    Ok(())
}

/// Adds the named files of the core, under core/.
pub(crate) fn core(names: &[&str], files: &mut Files) -> Result<()> {
    for name in names {
        files.insert(format!("core/{name}"), read(&format!("dist/core/{name}"))?);
    }
    Ok(())
}

/// Reads one file of the project.
pub(crate) fn read(name: &str) -> Result<Vec<u8>> {
    fs::read(root().join(name)).with_context(|| format!("cannot read {name}"))
}

/// Makes `folder` hold `files` and nothing else.
pub(crate) fn put(folder: &str, files: &Files) -> Result<()> {
    let folder = root().join(folder);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    for (name, bytes) in files {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().context("a file has a folder")?)?;
        fs::write(file, bytes)?;
    }
    Ok(())
}

/// The version of the core, which is everything's version.
pub(crate) fn version() -> Result<String> {
    let manifest = String::from_utf8(read("Cargo.toml")?)?;
    let version = manifest
        .lines()
        .find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    Ok(version.context("Cargo.toml names a version")?.to_owned())
}
