//! The page -> dist/page: its own files, the shared ones, the core, and a service worker that knows them all.

use crate::bundle;
use crate::colours;
use crate::files::{self, Files};
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

/// What the service worker holds in place of what only the build knows.
const VERSION: &str = r#"/* VERSION */ "dev""#;
const PRECACHE: &str = "/* PRECACHE */ []";

/// Writes dist/page anew.
pub(crate) fn write() -> Result<()> {
    let mut files = Files::new();
    files::gather("www/page", "", &mut files)?;
    files::gather("www/shared", "shared/", &mut files)?;
    files::core(&["zubda.js", "zubda_bg.wasm"], &mut files)?;
    add_colours(&mut files)?;
    bundle::bundle(&mut files)?;
    fill_service_worker(&mut files)?;
    files::put("dist/page", &files)
}

/// Gives the tokens their colours for browsers without `light-dark()`.
fn add_colours(files: &mut Files) -> Result<()> {
    let tokens = files
        .get_mut("shared/style/tokens.css")
        .context("the page has no tokens")?;
    *tokens = colours::with_fallback(std::str::from_utf8(tokens)?).into_bytes();
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
