//! The npm package -> dist/npm.

use crate::files::{self, Files};
use anyhow::{Result, ensure};

/// What stands in www/npm/package.json in place of the version.
const VERSION: &str = "\"version\": \"0.0.0\"";

/// Writes dist/npm anew.
pub(crate) fn write() -> Result<()> {
    let mut files = Files::new();
    files::gather("www/npm", "", &mut files)?;
    files::core(&["zubda.js", "zubda.d.ts", "zubda_bg.wasm"], &mut files)?;
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        files.insert(name.to_owned(), files::read(name)?);
    }
    let manifest = String::from_utf8(files::read("www/npm/package.json")?)?;
    ensure!(
        manifest.contains(VERSION),
        "www/npm/package.json must hold {VERSION}"
    );
    let manifest = manifest.replace(VERSION, &format!("\"version\": \"{}\"", files::version()?));
    files.insert("package.json".to_owned(), manifest.into_bytes());
    files::put("dist/npm", &files)
}
