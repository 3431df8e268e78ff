//! Rust -> WebAssembly, with whatever compiler can be had, the shortest way first.

use crate::command::{cargo, command, find, output, run};
use crate::setup;
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler with the source of its library.
const DISTRIBUTION_COMPILER: &str = "/usr/bin/rustc";
const DISTRIBUTION_PACKAGES: [&str; 2] = ["rustc-web", "rust-web-src"];

/// How long rustup may take, in seconds, before the next way is tried.
const PATIENCE: &str = "60";

/// A compiler that knows the target.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// The toolchain that runs us, with the target's library.
    Toolchain,
    /// The distribution's compiler, which builds the library from source.
    Distribution,
}

impl Way {
    /// The compiler's own words for itself.
    fn compiler(self) -> Result<String> {
        match self {
            Way::Toolchain => output(&mut command("rustc", &["--version"])),
            Way::Distribution => {
                let version = output(&mut command(DISTRIBUTION_COMPILER, &["--version"]))?;
                Ok(format!("{version}, with its library"))
            }
        }
    }
}

/// The compiler that [`compile`] takes.
pub(crate) fn compiler() -> Result<String> {
    way()?.compiler()
}

/// Compiles the core from `sources` and returns the file. Says which way it took.
pub(crate) fn compile(sources: &Path) -> Result<PathBuf> {
    let way = way()?;
    let mut cargo = cargo(&[
        "rustc",
        "--release",
        "--locked",
        "--lib",
        "--no-default-features",
    ]);
    cargo.args(["--crate-type", "cdylib", "--target", TARGET]);
    if way == Way::Distribution {
        cargo.args(["-Z", "build-std=std,panic_abort"]);
        cargo
            .env("RUSTC", DISTRIBUTION_COMPILER)
            .env("RUSTC_BOOTSTRAP", "1");
        cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker()?);
    }
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags(sources)?.join("\u{1f}"));
    eprintln!("core: compiling for {TARGET} by {}", way.compiler()?);
    let target = sources.join("target");
    run(cargo.current_dir(sources).env("CARGO_TARGET_DIR", &target))?;
    Ok(target.join(TARGET).join("release/zubda.wasm"))
}

/// The first way that works. `WASM_COMPILER=distribution` takes the distribution's at once.
fn way() -> Result<Way> {
    let forced = std::env::var("WASM_COMPILER").is_ok_and(|value| value == "distribution");
    if !forced && (has_target() || (!has_distribution() && add_target())) {
        return Ok(Way::Toolchain);
    }
    if has_distribution() || (setup::install(&DISTRIBUTION_PACKAGES).is_ok() && has_distribution())
    {
        return Ok(Way::Distribution);
    }
    bail!(
        "no compiler for {TARGET}: run `rustup target add {TARGET}`, or on Debian and its kin `apt-get install {}`",
        DISTRIBUTION_PACKAGES.join(" ")
    )
}

/// Whether the toolchain has the target's library.
fn has_target() -> bool {
    output(&mut command(
        "rustc",
        &["--print", "target-libdir", "--target", TARGET],
    ))
    .is_ok_and(|folder| Path::new(&folder).is_dir())
}

/// Has rustup fetch the target's library.
fn add_target() -> bool {
    if find("rustup").is_none() {
        return false;
    }
    eprintln!("core: rustup target add {TARGET}");
    let mut add = match find("timeout") {
        Some(timeout) => command(timeout, &[PATIENCE, "rustup"]),
        None => command("rustup", &[]),
    };
    add.args(["target", "add", TARGET]).stdin(Stdio::null());
    run(&mut add).is_ok() && has_target()
}

/// Whether the distribution's compiler and the source of its library are there.
fn has_distribution() -> bool {
    sysroot(DISTRIBUTION_COMPILER)
        .is_ok_and(|root| root.join("lib/rustlib/src/rust/library/std").is_dir())
}

fn sysroot(compiler: &str) -> Result<PathBuf> {
    Ok(output(&mut command(compiler, &["--print", "sysroot"]))?.into())
}

/// The linker for WebAssembly that came with the toolchain that runs us.
fn linker() -> Result<PathBuf> {
    let host = output(&mut command("rustc", &["--print", "host-tuple"]))?;
    Ok(sysroot("rustc")?
        .join("lib/rustlib")
        .join(host)
        .join("bin/rust-lld"))
}

/// Keeps the paths of this machine out of the file: the same toolchain makes the same bytes anywhere.
fn flags(sources: &Path) -> Result<Vec<String>> {
    let home = output(Command::new("rustc").args(["--print", "sysroot"]))?;
    let mut paths = vec![(sources.canonicalize()?, "zubda"), (home.into(), "rust")];
    if let Ok(path) = sysroot(DISTRIBUTION_COMPILER) {
        paths.push((path, "rust"));
    }
    for sources in registries() {
        paths.push((sources, "crates"));
    }
    Ok(paths
        .into_iter()
        .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
        .collect())
}

/// The folders where Cargo keeps the sources of the crates we use.
fn registries() -> Vec<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home
        .or_else(|| Some(std::env::home_dir()?.join(".cargo")))
        .unwrap_or_default();
    let folders = std::fs::read_dir(home.join("registry/src"))
        .into_iter()
        .flatten();
    let mut folders: Vec<PathBuf> = folders.flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders
}
