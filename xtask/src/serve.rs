//! `cargo xtask serve`: the page on this machine alone, as a careful host would serve it.

use crate::build;
use crate::command::root;
use anyhow::{Result, anyhow};
use clap::Args;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use tiny_http::{Header, Request, Response, Server};

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

/// How many requests are answered at a time.
const THREADS: usize = 4;

/// Serves dist/page until it is stopped, and prints the address first.
pub(crate) fn serve(options: &Options) -> Result<()> {
    if !options.no_build {
        build::build()?;
    }
    let folder = root().join("dist/page");
    let headers: Arc<[Header]> = headers(&fs::read_to_string(folder.join("_headers"))?)?.into();
    let server = Server::http(("127.0.0.1", options.port)).map_err(|error| {
        anyhow!(
            "cannot serve on port {}: {error} (--port takes another)",
            options.port
        )
    })?;
    let server = Arc::new(server);
    println!("http://{}/", server.server_addr());
    let threads: Vec<_> = (0..THREADS)
        .map(|_| {
            let (server, folder, headers) =
                (Arc::clone(&server), folder.clone(), Arc::clone(&headers));
            std::thread::spawn(move || {
                for request in server.incoming_requests() {
                    // A reader who went away is no failure of ours.
                    answer(request, &folder, &headers).ok();
                }
            })
        })
        .collect();
    for thread in threads {
        thread
            .join()
            .map_err(|_| anyhow!("a thread of the server stopped"))?;
    }
    Ok(())
}

/// The headers of every answer: those the page's host is asked for, and no memory of old files.
fn headers(text: &str) -> Result<Vec<Header>> {
    text.lines()
        .filter(|line| line.starts_with(' '))
        .chain(["Cache-Control: no-cache"])
        .map(|line| {
            line.trim()
                .parse()
                .map_err(|()| anyhow!("not a header: {line}"))
        })
        .collect()
}

fn answer(request: Request, folder: &Path, headers: &[Header]) -> std::io::Result<()> {
    let file = file(request.url()).map(|name| folder.join(name));
    let found = file
        .as_ref()
        .and_then(|file| Some((fs::read(file).ok()?, content_type(file))));
    let (code, (bytes, kind)) = match found {
        Some(found) => (200, found),
        None => (404, (b"not found\n".to_vec(), "text/plain")),
    };
    let mut response = Response::from_data(bytes).with_status_code(code);
    for header in headers {
        response.add_header(header.clone());
    }
    if let Ok(header) = Header::from_bytes("Content-Type", kind) {
        response.add_header(header);
    }
    request.respond(response)
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
