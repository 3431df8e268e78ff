//! The page -> dist/page: its own files, the shared ones, the core, and a service worker that knows them all.

use crate::command::root;
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The files of the page by the paths they are served under.
type Files = BTreeMap<String, Vec<u8>>;

/// What the service worker holds in place of what only the build knows.
const VERSION: &str = r#"/* VERSION */ "dev""#;
const PRECACHE: &str = "/* PRECACHE */ []";

/// Writes dist/page anew.
pub(crate) fn write() -> Result<()> {
    let mut files = Files::new();
    gather(&root().join("www/page"), "", &mut files)?;
    gather(&root().join("www/shared"), "shared/", &mut files)?;
    for name in ["zubda.js", "zubda_bg.wasm"] {
        files.insert(
            format!("core/{name}"),
            fs::read(root().join("dist/core").join(name))?,
        );
    }
    fill_service_worker(&mut files)?;
    put(&root().join("dist/page"), &files)
}

/// Reads every file under `folder` whose name does not start with a dot.
fn gather(folder: &Path, prefix: &str, files: &mut Files) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        if entry.file_type()?.is_dir() {
            gather(&entry.path(), &format!("{prefix}{name}/"), files)?;
        } else {
            files.insert(format!("{prefix}{name}"), fs::read(entry.path())?);
        }
    }
    Ok(())
}

/// Tells the service worker what to keep, and a version that changes with every byte of it.
fn fill_service_worker(files: &mut Files) -> Result<()> {
    let Some(worker) = files.get("sw.js") else {
        return Ok(());
    };
    let source = String::from_utf8(worker.clone())?;
    for place in [VERSION, PRECACHE] {
        ensure!(
            source.matches(place).count() == 1,
            "www/page/sw.js must hold `{place}` once"
        );
    }
    let names: Vec<String> = files
        .keys()
        .filter(|name| kept_offline(name))
        .map(|name| format!("{name:?}"))
        .collect();
    let source = source
        .replace(VERSION, &format!("{:?}", version(files)))
        .replace(PRECACHE, &format!("[{}]", names.join(", ")));
    files.insert("sw.js".to_owned(), source.into_bytes());
    Ok(())
}

/// Whether the page asks for the file: not the worker itself, not what speaks to the host (`_headers`).
fn kept_offline(name: &str) -> bool {
    name != "sw.js" && !name.starts_with('_')
}

/// The start of a hash over the names and bytes of all files.
fn version(files: &Files) -> String {
    let mut hash = Sha256::new();
    for (name, bytes) in files {
        hash.update(name);
        hash.update([0]);
        hash.update(Sha256::digest(bytes));
    }
    format!("{:x}", hash.finalize())[..16].to_owned()
}

/// Makes `folder` hold `files` and nothing else.
fn put(folder: &Path, files: &Files) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    for (name, bytes) in files {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().context("a file has a folder")?)?;
        fs::write(file, bytes)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(style: &str) -> Files {
        let worker = format!("const version = {VERSION};\nconst files = {PRECACHE};\n");
        [
            ("sw.js", worker.as_str()),
            ("index.html", "<p>"),
            ("page.css", style),
            ("_headers", ""),
        ]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .into()
    }

    fn worker(mut files: Files) -> String {
        fill_service_worker(&mut files).unwrap();
        String::from_utf8(files["sw.js"].clone()).unwrap()
    }

    #[test]
    fn the_service_worker_keeps_what_the_page_asks_for() {
        assert!(worker(page("")).ends_with("const files = [\"index.html\", \"page.css\"];\n"));
    }

    #[test]
    fn any_changed_byte_changes_the_version() {
        assert_eq!(worker(page("a")), worker(page("a")));
        assert_ne!(worker(page("a")), worker(page("b")));
    }
}
