//! A small server of static files, for this machine only. Needs nothing but the standard library and nothing
//! else of xtask, so that the end-to-end stories can take this file as a module of theirs.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// Listens on 127.0.0.1; port 0 is any free one.
pub(crate) fn listen(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
}

/// Serves a folder until the listener breaks, each connection in a thread of its own.
pub(crate) fn serve(listener: &TcpListener, folder: &Path) {
    let folder = Arc::new(folder.to_owned());
    for stream in listener.incoming().flatten() {
        let folder = Arc::clone(&folder);
        // A browser that breaks off is nothing to report.
        thread::spawn(move || drop(answer(&stream, &folder)));
    }
}

fn answer(mut stream: &TcpStream, folder: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    stream.set_write_timeout(Some(Duration::from_secs(30)))?;
    let mut lines = BufReader::new(stream.take(32 * 1024)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    let mut encodings = String::new();
    for line in lines {
        let line = line?;
        if line.is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("accept-encoding")
        {
            value.clone_into(&mut encodings);
        }
    }
    let response = respond(&request, &encodings, folder);
    stream.write_all(response.head.as_bytes())?;
    if !request.starts_with("HEAD ") {
        stream.write_all(&response.body)?;
    }
    stream.flush()
}

struct Response {
    head: String,
    body: Vec<u8>,
}

impl Response {
    fn new(status: &str, headers: &str, body: Vec<u8>) -> Self {
        // Names carry hashes but index.html does not, and this server is for trying builds: nothing is kept.
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Length: {}\r\n{headers}Cache-Control: no-cache\r\n\
             X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
            body.len()
        );
        Self { head, body }
    }

    fn refusal(status: &str) -> Self {
        Self::new(status, "Content-Type: text/plain; charset=utf-8\r\n", status.as_bytes().to_vec())
    }
}

fn respond(request: &str, encodings: &str, folder: &Path) -> Response {
    let mut words = request.split(' ');
    let (Some(method), Some(target)) = (words.next(), words.next()) else {
        return Response::refusal("400 Bad Request");
    };
    if method != "GET" && method != "HEAD" {
        return Response::refusal("405 Method Not Allowed");
    }
    let Some(file) = file(target, folder) else {
        return Response::refusal("404 Not Found");
    };
    let kind = kind(&file);
    for (coding, extension) in [("br", ".br"), ("gzip", ".gz")] {
        let mut packed = file.clone().into_os_string();
        packed.push(extension);
        if accepts(encodings, coding)
            && let Ok(body) = fs::read(packed)
        {
            let headers =
                format!("Content-Type: {kind}\r\nContent-Encoding: {coding}\r\nVary: Accept-Encoding\r\n");
            return Response::new("200 OK", &headers, body);
        }
    }
    match fs::read(&file) {
        Ok(body) => Response::new("200 OK", &format!("Content-Type: {kind}\r\n"), body),
        Err(_) => Response::refusal("404 Not Found"),
    }
}

/// The file that an address means, which is inside the folder or nowhere.
fn file(target: &str, folder: &Path) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?;
    let path = decode(path.strip_prefix('/')?)?;
    let mut file = folder.to_owned();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if part == "." || part == ".." || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    // Symbolic links may not lead out either.
    let real = file.canonicalize().ok()?;
    real.starts_with(folder.canonicalize().ok()?).then_some(real)
}

fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || (rest.next()? as char).to_digit(16);
        bytes.push(if byte == b'%' { u8::try_from(digit()? * 16 + digit()?).ok()? } else { byte });
    }
    String::from_utf8(bytes).ok()
}

fn accepts(encodings: &str, coding: &str) -> bool {
    encodings.split(',').any(|one| {
        let mut parts = one.split(';').map(str::trim);
        parts.next() == Some(coding) && parts.next() != Some("q=0")
    })
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" | "md" => "text/plain; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::LazyLock;

    static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
        let folder = std::env::temp_dir().join(format!("xtask-site-{}", std::process::id()));
        fs::create_dir_all(folder.join("稿")).expect("a temporary folder");
        for (name, text) in
            [("index.html", "<p>"), ("a.wasm", "raw"), ("a.wasm.br", "packed"), ("稿/b.txt", "b")]
        {
            fs::write(folder.join(name), text).expect("a temporary file");
        }
        folder
    });

    fn got(target: &str, encodings: &str) -> (String, String) {
        let response = respond(&format!("GET {target} HTTP/1.1"), encodings, &FOLDER);
        (response.head, String::from_utf8_lossy(&response.body).into_owned())
    }

    #[test]
    fn files_come_with_their_kind() {
        assert_eq!(got("/", "").1, "<p>");
        assert!(got("/a.wasm?v=1", "").0.contains("Content-Type: application/wasm"));
        assert_eq!(got("/%E7%A8%BF/b.txt", "").1, "b");
    }

    #[test]
    fn packed_files_are_for_those_who_accept_them() {
        assert_eq!(got("/a.wasm", "gzip, br").1, "packed");
        assert_eq!(got("/a.wasm", "gzip").1, "raw");
        assert_eq!(got("/a.wasm", "br;q=0").1, "raw");
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        for target in [
            "/../Cargo.toml",
            "/%2e%2e/x",
            "/..%2f..%2fetc/passwd",
            "//etc/passwd",
            "etc/passwd",
            "/%zz",
            "/x",
        ] {
            assert!(got(target, "").0.starts_with("HTTP/1.1 404"), "{target}");
        }
        assert!(respond("POST / HTTP/1.1", "", &FOLDER).head.starts_with("HTTP/1.1 405"));
        assert!(respond("", "", &FOLDER).head.starts_with("HTTP/1.1 400"));
    }
}
