//! `cargo xtask serve`: the page on this machine alone, as a careful host would serve it.
//!
//! Each connection has a thread and one answer: `tiny_http` was tried, and keeps a browser's second
//! connection waiting for its first.

use crate::build;
use crate::command::root;
use anyhow::{Context, Result};
use clap::Args;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// How to serve.
#[derive(Args)]
pub(crate) struct Options {
    /// The port; 0 takes any that is free.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Serve dist/page as it is.
    #[arg(long)]
    no_build: bool,
}

/// The longest request that is read.
const REQUEST: u64 = 16 * 1024;
/// How long a browser may take to say what it wants.
const PATIENCE: Duration = Duration::from_secs(30);

/// What is served: the folder, the headers of every answer, and its files as they are compressed.
struct Site {
    folder: PathBuf,
    headers: String,
    packed: BTreeMap<PathBuf, Packed>,
}

/// A compressed file, good as long as the file is no other.
struct Packed {
    of: SystemTime,
    bytes: Vec<u8>,
}

/// Serves dist/page until it is stopped, and prints the address first.
pub(crate) fn serve(options: &Options) -> Result<()> {
    if !options.no_build {
        build::build()?;
    }
    let folder = root().join("dist/page");
    let headers = headers(&fs::read_to_string(folder.join("_headers"))?);
    let mut packed = BTreeMap::new();
    pack(&folder, &mut packed)?;
    let site = Arc::new(Site {
        folder,
        headers,
        packed,
    });
    let listener = TcpListener::bind(("127.0.0.1", options.port)).with_context(|| {
        format!(
            "cannot serve on port {} (--port takes another)",
            options.port
        )
    })?;
    println!("http://{}/", listener.local_addr()?);
    for stream in listener.incoming() {
        let site = Arc::clone(&site);
        // A reader who went away is no failure of ours.
        std::thread::spawn(move || stream.and_then(|stream| answer(stream, &site)));
    }
    Ok(())
}

/// Compresses the files of `folder` that gain by it, into `packed`.
fn pack(folder: &Path, packed: &mut BTreeMap<PathBuf, Packed>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            pack(&path, packed)?;
        } else if !matches!(content_type(&path), "image/png" | "font/woff2") {
            let of = fs::metadata(&path)?.modified()?;
            let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
            encoder.write_all(&fs::read(&path)?)?;
            let bytes = encoder.finish()?;
            packed.insert(path, Packed { of, bytes });
        }
    }
    Ok(())
}

/// The headers of every answer: those the page's host is asked for, and no memory of old files.
fn headers(text: &str) -> String {
    let asked = text.lines().filter(|line| line.starts_with(' '));
    let mut headers = String::new();
    for line in asked.chain(["Cache-Control: no-cache", "Connection: close"]) {
        headers.push_str(line.trim());
        headers.push_str("\r\n");
    }
    headers
}

/// Reads one request and answers it.
fn answer(mut stream: TcpStream, site: &Site) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut request = BufReader::new(Read::take(&stream, REQUEST)).lines();
    let first = request.next().transpose()?.unwrap_or_default();
    let mut gzip = false;
    for line in request {
        let line = line?;
        if line.is_empty() {
            break;
        }
        gzip |= takes_gzip(&line);
    }
    let mut words = first.split(' ');
    let (method, url) = (words.next(), words.next().unwrap_or_default());
    let found = file(url).and_then(|name| site.find(&name, gzip));
    let (status, kind, encoding, bytes) = match (method, found) {
        (Some("GET" | "HEAD"), Some((kind, encoding, bytes))) => ("200 OK", kind, encoding, bytes),
        (Some("GET" | "HEAD"), None) => {
            ("404 Not Found", "text/plain", "", b"not found\n".to_vec())
        }
        _ => ("405 Method Not Allowed", "text/plain", "", Vec::new()),
    };
    let (headers, length) = (&site.headers, bytes.len());
    let head = format!(
        "HTTP/1.1 {status}\r\n{headers}{encoding}Content-Type: {kind}\r\nContent-Length: {length}\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    if method == Some("GET") {
        stream.write_all(&bytes)?;
    }
    Ok(())
}

impl Site {
    /// A file's type, the header of its encoding, and its bytes.
    fn find(&self, name: &Path, gzip: bool) -> Option<(&'static str, &'static str, Vec<u8>)> {
        let path = self.folder.join(name);
        let kind = content_type(&path);
        let of = fs::metadata(&path).ok()?.modified().ok()?;
        match self.packed.get(&path) {
            Some(packed) if gzip && packed.of == of => {
                Some((kind, "Content-Encoding: gzip\r\n", packed.bytes.clone()))
            }
            _ => Some((kind, "", fs::read(&path).ok()?)),
        }
    }
}

/// Whether a line of a request says that gzip is understood.
fn takes_gzip(line: &str) -> bool {
    line.split_once(':').is_some_and(|(name, value)| {
        name.eq_ignore_ascii_case("accept-encoding")
            && value.split(',').any(|each| each.trim() == "gzip")
    })
}

/// The file that `url` asks for, if it stays inside the page.
fn file(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    let path = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    };
    let path = PathBuf::from(path);
    path.components()
        .all(|part| matches!(part, Component::Normal(_)))
        .then_some(path)
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_files_of_the_page_only() {
        for (url, name) in [
            ("/", Some("index.html")),
            ("/?title=x#top", Some("index.html")),
            ("/core/zubda_bg.wasm", Some("core/zubda_bg.wasm")),
            ("/../Cargo.toml", None),
            ("//etc/passwd", Some("etc/passwd")),
        ] {
            assert_eq!(file(url), name.map(PathBuf::from), "{url}");
        }
    }

    #[test]
    fn a_file_is_compressed_for_those_who_take_it_until_it_changes() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("zubda-serve-{}", std::process::id()));
        fs::create_dir_all(folder.join("core"))?;
        let path = folder.join("core/page.js");
        fs::write(&path, "let a = 1;\n".repeat(100))?;
        let mut packed = BTreeMap::new();
        pack(&folder, &mut packed)?;
        let headers = String::new();
        let site = Site {
            folder: folder.clone(),
            headers,
            packed,
        };
        let length = |gzip| {
            site.find(Path::new("core/page.js"), gzip)
                .map(|(_, encoding, bytes)| (encoding.is_empty(), bytes.len()))
        };
        assert_eq!(length(false), Some((true, 1100)));
        assert!(matches!(length(true), Some((false, ..=100))));
        let later = SystemTime::now() + Duration::from_secs(2);
        fs::File::options()
            .write(true)
            .open(&path)?
            .set_modified(later)?;
        assert_eq!(length(true), Some((true, 1100)));
        fs::remove_dir_all(&folder)?;
        Ok(())
    }

    #[test]
    fn requests_say_whether_they_take_gzip() {
        assert!(takes_gzip("Accept-Encoding: br, gzip, zstd"));
        assert!(takes_gzip("accept-encoding: gzip"));
        assert!(!takes_gzip("Accept-Encoding: identity"));
        assert!(!takes_gzip("Accept: gzip"));
    }
}
