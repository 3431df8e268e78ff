//! `cargo xtask package`: what is handed to hosts, stores and registries, the same bytes every time.

use crate::command::{command, root, run};
use crate::files::{self, Files};
use crate::{bindings, build, compile, extension};
use anyhow::Result;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::{Cursor, Write};
use std::process::Stdio;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

/// Writes the archives into dist/: the page, both extensions, the npm package; and what made them.
pub(crate) fn package() -> Result<()> {
    build::build()?;
    let version = files::version()?;
    let mut made = Files::new();
    files::core(&["zubda_bg.wasm"], &mut made)?;
    let mut page = Files::new();
    files::gather("dist/page", "", &mut page)?;
    made.insert(format!("zubda-page-{version}.zip"), archive(&page)?);
    for browser in extension::BROWSERS {
        let files = extension::files_for(browser)?;
        made.insert(format!("zubda-{browser}-{version}.zip"), archive(&files)?);
    }
    let npm = format!("zubda-{version}.tgz");
    let mut pack = command("npm", &["pack", "--silent", "--pack-destination", ".."]);
    run(pack
        .current_dir(root().join("dist/npm"))
        .stdout(Stdio::null()))?;
    let bytes = files::read(&format!("dist/{npm}"))?;
    made.insert(npm, bytes);
    let note = note(&made)?;
    print!("{note}");
    made.insert("BUILD.txt".to_owned(), note.into_bytes());
    for (name, bytes) in made {
        std::fs::write(root().join("dist").join(name), bytes)?;
    }
    Ok(())
}

/// What was made, and by what: the same compiler and optimiser make the same bytes anywhere.
fn note(made: &Files) -> Result<String> {
    let mut note = format!("compiler: {}\noptimiser: ", compile::compiler()?);
    note += match bindings::optimizer() {
        Some(_) => {
            "wasm-opt and, for the page, esbuild, in the versions of tests/package-lock.json\n"
        }
        None => "none\n",
    };
    for (name, bytes) in made {
        writeln!(note, "{:x}  {name}", Sha256::digest(bytes))?;
    }
    Ok(note)
}

/// A zip archive that depends on the names and bytes of the files alone.
fn archive(files: &Files) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn archives_hold_the_files_in_order_and_no_time() {
        let files = Files::from([
            ("b".to_owned(), b"2".to_vec()),
            ("a/c".to_owned(), vec![b'x'; 999]),
        ]);
        let bytes = archive(&files).unwrap();
        let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let names: Vec<_> = (0..zip.len())
            .map(|i| zip.by_index(i).unwrap().name().unwrap().into_owned())
            .collect();
        assert_eq!(names, ["a/c", "b"]);
        assert_eq!(
            zip.by_index(0).unwrap().last_modified(),
            Some(DateTime::default())
        );
        assert!(bytes.len() < 500, "compressed");
    }

    #[test]
    fn archives_are_the_same_from_another_folder_in_another_order_at_another_time() {
        let elsewhere = std::env::temp_dir().join(format!("zubda-archive-{}", std::process::id()));
        let (mut here, mut there) = (Files::new(), Files::new());
        files::gather("www/extension", "", &mut here).unwrap();
        for (i, (name, bytes)) in here.iter().rev().enumerate() {
            let path = elsewhere.join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            let mut file = std::fs::File::create(&path).unwrap();
            file.write_all(bytes).unwrap();
            let mut rights = file.metadata().unwrap().permissions();
            rights.set_readonly(i % 2 == 0);
            file.set_permissions(rights).unwrap();
            file.set_modified(std::time::UNIX_EPOCH + std::time::Duration::from_secs(1 << 30))
                .unwrap();
        }
        files::gather(elsewhere.to_str().unwrap(), "", &mut there).unwrap();
        std::fs::remove_dir_all(&elsewhere).unwrap();
        assert!(!here.is_empty());
        assert!(archive(&here).unwrap() == archive(&there).unwrap());
    }
}
