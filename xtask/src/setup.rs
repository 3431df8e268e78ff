//! What the project needs beyond Rust: looks whether it is there, installs it where it may.

use crate::command::{command, find, output, root, run};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::SystemTime;

/// Installs packages of the distribution, as root or by `sudo` without a password.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let wish = format!("apt-get install {}", packages.join(" "));
    if find("apt-get").is_none() {
        bail!("please install what Debian calls {}", packages.join(", "));
    }
    let Some(prefix) = privilege() else {
        bail!("please run, as root: {wish}");
    };
    eprintln!("setup: {wish}");
    let apt = |arguments: &[&str]| {
        let words: Vec<&str> = prefix
            .iter()
            .copied()
            .chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"])
            .collect();
        let mut apt = command(words[0], &words[1..]);
        run(apt
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null()))
    };
    apt(&["update"])?;
    let arguments: Vec<&str> = ["install", "-y", "--no-install-recommends"]
        .into_iter()
        .chain(packages.iter().copied())
        .collect();
    apt(&arguments)
}

/// What to put before a command so that it runs as root, where that is possible.
fn privilege() -> Option<&'static [&'static str]> {
    if output(&mut command("id", &["-u"])).is_ok_and(|id| id == "0") {
        Some(&[])
    } else if output(&mut command("sudo", &["-n", "true"])).is_ok() {
        Some(&["sudo", "-n"])
    } else {
        None
    }
}

/// Whether the npm packages of tests/ are there, as its lock file has them; fetches them if not.
pub(crate) fn npm_packages() -> bool {
    let lock = root().join("tests/package-lock.json");
    let installed = root().join("tests/node_modules/.package-lock.json");
    if find("node").is_none() || find("npm").is_none() {
        return false;
    }
    if modified(&installed) >= modified(&lock) {
        return true;
    }
    eprintln!("setup: npm ci");
    let mut npm = command(
        "npm",
        &["ci", "--no-fund", "--no-audit", "--loglevel=error"],
    );
    run(npm
        .current_dir(root().join("tests"))
        .stdin(Stdio::null())
        .stdout(Stdio::null()))
    .is_ok()
}

fn modified(file: &Path) -> Option<SystemTime> {
    file.metadata().ok()?.modified().ok()
}

/// The two browsers of the tests.
pub(crate) struct Browsers {
    /// Chromium or one of its kin.
    pub(crate) chromium: PathBuf,
    /// Firefox.
    pub(crate) firefox: PathBuf,
}

/// Finds the browsers, and installs them and an Arabic font where they are missing.
///
/// `CHROMIUM` and `FIREFOX` name others than those on the search path.
pub(crate) fn browsers() -> Result<Browsers> {
    let chromium = || {
        browser(
            "CHROMIUM",
            &[
                "chromium",
                "chromium-browser",
                "google-chrome-stable",
                "google-chrome",
            ],
        )
    };
    let firefox = || browser("FIREFOX", &["firefox-esr", "firefox"]);
    let mut missing = Vec::new();
    if chromium().is_none() {
        missing.push("chromium");
    }
    if firefox().is_none() {
        missing.push("firefox-esr");
    }
    if !arabic_font() {
        missing.push("fonts-noto-core");
    }
    if !missing.is_empty() {
        install(&missing)?;
    }
    match (chromium(), firefox()) {
        (Some(chromium), Some(firefox)) => Ok(Browsers { chromium, firefox }),
        (None, _) => bail!("Chromium is not to be found: install it, or let CHROMIUM name it"),
        (_, None) => bail!("Firefox is not to be found: install it, or let FIREFOX name it"),
    }
}

fn browser(variable: &str, names: &[&str]) -> Option<PathBuf> {
    let chosen = std::env::var_os(variable)
        .map(PathBuf::from)
        .filter(|file| file.is_file());
    chosen.or_else(|| names.iter().find_map(|name| find(name)))
}

/// Whether there is a font for Arabic besides `DejaVu`. Where nothing tells of fonts, one is assumed.
fn arabic_font() -> bool {
    if find("fc-list").is_none() {
        return find("apt-get").is_none();
    }
    output(&mut command("fc-list", &[":lang=ar", "family"]))
        .is_ok_and(|families| families.lines().any(|family| !family.contains("DejaVu")))
}

/// Sees that cargo has the component `name` (rustfmt, clippy).
pub(crate) fn component(name: &str, subcommand: &str) -> Result<()> {
    let present = || {
        find(&format!("cargo-{subcommand}")).is_some()
            && output(&mut command("cargo", &[subcommand, "--version"])).is_ok()
    };
    if !present() && find("rustup").is_some() {
        run(&mut command("rustup", &["component", "add", name])).ok();
    }
    if !present() {
        bail!("please install {name}: rustup component add {name}");
    }
    Ok(())
}
