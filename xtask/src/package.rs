//! `cargo xtask package`: what is handed to hosts, stores and registries, the same bytes every time.

use crate::command::{command, root, run};
use crate::files::{self, Files};
use crate::{build, extension};
use anyhow::Result;
use std::io::{Cursor, Write};
use std::process::Stdio;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

/// Writes the archives into dist/: the page, both extensions, the npm package.
pub(crate) fn package() -> Result<()> {
    build::build()?;
    let version = files::version()?;
    let mut page = Files::new();
    files::gather("dist/page", "", &mut page)?;
    write(&format!("zubda-page-{version}.zip"), &page)?;
    for browser in extension::BROWSERS {
        write(
            &format!("zubda-{browser}-{version}.zip"),
            &extension::files_for(browser)?,
        )?;
    }
    let mut npm = command("npm", &["pack", "--silent", "--pack-destination", ".."]);
    run(npm
        .current_dir(root().join("dist/npm"))
        .stdout(Stdio::null()))?;
    println!("dist/zubda-{version}.tgz");
    Ok(())
}

fn write(name: &str, files: &Files) -> Result<()> {
    std::fs::write(root().join("dist").join(name), archive(files)?)?;
    println!("dist/{name}");
    Ok(())
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
}
