//! The browser extension -> dist/extension/chrome and dist/extension/firefox.

use crate::files::{self, Files};
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

/// The browsers, each with a manifest of its own laid over the common one.
pub(crate) const BROWSERS: [&str; 2] = ["chrome", "firefox"];

/// Where the manifests lie: base.json and one for each browser.
const MANIFESTS: &str = "manifest/";

/// What the panel takes over from the page as it stands.
const FROM_PAGE: [&str; 4] = [
    "labels.js",
    "speech.js",
    "output/clipboard.js",
    "output/summary-text.js",
];

/// Writes the folders of both browsers anew.
pub(crate) fn write() -> Result<()> {
    for browser in BROWSERS {
        files::put(&format!("dist/extension/{browser}"), &files_for(browser)?)?;
    }
    Ok(())
}

/// Everything the extension of `browser` holds.
pub(crate) fn files_for(browser: &str) -> Result<Files> {
    let mut files = Files::new();
    files::gather("www/extension", "", &mut files)?;
    files::gather("www/shared", "shared/", &mut files)?;
    for name in FROM_PAGE {
        files.insert(name.to_owned(), files::read(&format!("www/page/{name}"))?);
    }
    files::core(&["zubda.js", "zubda_bg.wasm"], &mut files)?;
    let mut manifest = part(&files, "base")?;
    lay_over(&mut manifest, part(&files, browser)?);
    manifest.insert("version".to_owned(), json!(files::version()?));
    files.retain(|name, _| is_shipped(name));
    let manifest = serde_json::to_string_pretty(&manifest)? + "\n";
    files.insert("manifest.json".to_owned(), manifest.into_bytes());
    Ok(files)
}

/// Whether a file is for those who use the extension, not for those who build or submit it.
fn is_shipped(name: &str) -> bool {
    !name.starts_with(MANIFESTS) && !name.starts_with("store/") && !name.ends_with("tsconfig.json")
}

/// A part of a manifest.
fn part(files: &Files, name: &str) -> Result<Map<String, Value>> {
    let file = format!("{MANIFESTS}{name}.json");
    let bytes = files
        .get(&file)
        .with_context(|| format!("www/extension/{file} is missing"))?;
    serde_json::from_slice(bytes).with_context(|| format!("www/extension/{file} is not right"))
}

/// Adds what `over` says to `under`: objects are merged, lists joined, anything else replaced.
fn lay_over(under: &mut Map<String, Value>, over: Map<String, Value>) {
    for (key, value) in over {
        match (under.get_mut(&key), value) {
            (Some(Value::Object(under)), Value::Object(over)) => lay_over(under, over),
            (Some(Value::Array(under)), Value::Array(over)) => under.extend(over),
            (_, value) => {
                under.insert(key, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_overlay_adds_and_replaces() {
        let mut manifest =
            json!({"name": "a", "permissions": ["storage"], "action": {"title": "b"}});
        let overlay =
            json!({"name": "c", "permissions": ["sidePanel"], "action": {"icon": "d"}, "e": 1});
        lay_over(
            manifest.as_object_mut().unwrap(),
            overlay.as_object().unwrap().clone(),
        );
        let expected = json!({"name": "c", "permissions": ["storage", "sidePanel"], "action": {"title": "b", "icon": "d"}, "e": 1});
        assert_eq!(manifest, expected);
    }
}
