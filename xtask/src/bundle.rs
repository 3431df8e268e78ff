//! The page's modules and styles, each kind in one file: a browser asks for every file by itself, and
//! a start that waits for fifty waits long.

use crate::command::{command, root, run};
use crate::files::{self, Files};
use crate::setup;
use anyhow::Result;

/// What the page's markup and its scripts ask for by name; all else of their kinds goes into these.
const ENTRIES: [&str; 3] = ["page.js", "page.css", "shared/worker.js"];
/// Scripts that stand alone as they are written.
const ALONE: [&str; 2] = ["early.js", "sw.js"];

const OPTIONS: [&str; 10] = [
    "--bundle",
    "--minify",
    "--format=esm",
    "--target=es2022",
    "--charset=utf8",
    "--log-level=warning",
    // The fonts stay where they are.
    "--loader:.woff2=copy",
    "--asset-names=[dir]/[name]",
    "--outbase=.",
    "--outdir=../bundled",
];

/// Puts what `ENTRIES` import into them. Without Node and its packages the files stay as they are,
/// and the page starts later.
pub(crate) fn bundle(files: &mut Files) -> Result<()> {
    if !setup::npm_packages() {
        eprintln!("page: in single files, since Node and its packages are not there");
        return Ok(());
    }
    files::put("target/page/single", files)?;
    files::put("target/page/bundled", &Files::new())?;
    let mut esbuild = command(root().join("tests/node_modules/.bin/esbuild"), &ENTRIES);
    run(esbuild
        .args(OPTIONS)
        .current_dir(root().join("target/page/single")))?;
    files.retain(|name, _| ALONE.contains(&name.as_str()) || !is_source(name));
    files::gather("target/page/bundled", "", files)
}

fn is_source(name: &str) -> bool {
    [".js", ".css"].iter().any(|ending| name.ends_with(ending))
}
