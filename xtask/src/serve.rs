//! `cargo xtask serve`: the page on this machine alone, as a careful host would serve it.
//!
//! Each connection has a thread and one answer: `tiny_http` was tried, and keeps a browser's second
//! connection waiting for its first.

use crate::build;
use crate::command::root;
use anyhow::{Context, Result};
use clap::Args;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

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

/// Serves dist/page until it is stopped, and prints the address first.
pub(crate) fn serve(options: &Options) -> Result<()> {
    if !options.no_build {
        build::build()?;
    }
    let folder = root().join("dist/page");
    let headers = headers(&fs::read_to_string(folder.join("_headers"))?);
    let listener = TcpListener::bind(("127.0.0.1", options.port)).with_context(|| {
        format!(
            "cannot serve on port {} (--port takes another)",
            options.port
        )
    })?;
    println!("http://{}/", listener.local_addr()?);
    let page = Arc::new((folder, headers));
    for stream in listener.incoming() {
        let page = Arc::clone(&page);
        // A reader who went away is no failure of ours.
        std::thread::spawn(move || stream.and_then(|stream| answer(stream, &page.0, &page.1)));
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
fn answer(mut stream: TcpStream, folder: &Path, headers: &str) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut request = BufReader::new(Read::take(&stream, REQUEST)).lines();
    let first = request.next().transpose()?.unwrap_or_default();
    for line in request {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = first.split(' ');
    let (method, url) = (words.next(), words.next().unwrap_or_default());
    let file = file(url).map(|name| folder.join(name));
    let found = file.and_then(|file| Some((fs::read(&file).ok()?, content_type(&file))));
    let (status, (bytes, kind)) = match (method, found) {
        (Some("GET" | "HEAD"), Some(found)) => ("200 OK", found),
        (Some("GET" | "HEAD"), None) => ("404 Not Found", (b"not found\n".to_vec(), "text/plain")),
        _ => ("405 Method Not Allowed", (Vec::new(), "text/plain")),
    };
    let length = bytes.len();
    let head = format!(
        "HTTP/1.1 {status}\r\n{headers}Content-Type: {kind}\r\nContent-Length: {length}\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    if method == Some("GET") {
        stream.write_all(&bytes)?;
    }
    Ok(())
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
}
