//! Looks at the bytes of a file: what it is, whatever its name says, and who reads it.

use gaozhi_core::reading::{Refusal, Source};
use gaozhi_core::template::is_text_form;

use crate::decode::decode;
use crate::{docx, html, md};

/// Files up to this size are read, in bytes.
pub(crate) const MOST: usize = 20 << 20;

/// How the bytes came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A file with a name.
    File,
    /// Text that was pasted, in UTF-8.
    Text,
    /// HTML from the clipboard, in UTF-8.
    Html,
}

/// What was in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// Something to read.
    Source(Source),
    /// A template in the text form, which needs no reading.
    Template(String),
}

/// Opens a file or what was pasted. The name only tells kinds of text apart; `gb18030` decodes that
/// encoding, with U+FFFD for what it cannot read.
///
/// # Errors
/// Why the bytes are not read; see [`Refusal`].
pub fn open(
    name: &str,
    bytes: &[u8],
    way: Way,
    gb18030: &dyn Fn(&[u8]) -> Option<String>,
) -> Result<Opened, Refusal> {
    if bytes.len() > MOST {
        return Err(Refusal::TooLarge);
    }
    if way == Way::File {
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return docx::read(bytes).and_then(found);
        }
        if let Some(refusal) = other(bytes) {
            return Err(refusal);
        }
    }
    let text = match way {
        Way::File => decode(bytes, gb18030).ok_or(Refusal::NotText)?,
        Way::Text | Way::Html => String::from_utf8_lossy(bytes).into_owned(),
    };
    let start = text.trim_start();
    if way == Way::Html || (way == Way::File && is_html(start)) {
        return found(html::read(&text));
    }
    if is_word_xml(start) {
        return Err(Refusal::OldOffice);
    }
    let is_file = |extensions: &[&str]| {
        let extension = name.rsplit_once('.').map(|(_, extension)| extension);
        way == Way::File
            && extension.is_some_and(|it| extensions.iter().any(|known| it.eq_ignore_ascii_case(known)))
    };
    if is_text_form(&text) {
        return Ok(Opened::Template(text));
    }
    if is_file(&["htm", "html"]) {
        return found(html::read(&text));
    }
    let source = if is_file(&["md", "markdown"]) { md::read(&text) } else { Source::from_text(&text) };
    found(source)
}

/// A source, if there is a word in it.
fn found(source: Source) -> Result<Opened, Refusal> {
    let has_words = source.lines.iter().any(|line| !line.text.trim().is_empty());
    if has_words { Ok(Opened::Source(source)) } else { Err(Refusal::Empty) }
}

/// Files that are known by their first bytes and not read.
fn other(bytes: &[u8]) -> Option<Refusal> {
    let starts = |signs: &[&[u8]]| signs.iter().any(|sign| bytes.starts_with(sign));
    let image: [&[u8]; 7] =
        [b"\x89PNG", b"\xFF\xD8\xFF", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"\xD7\xCD\xC6\x9A"];
    let archive: [&[u8]; 3] = [b"Rar!\x1A", b"7z\xBC\xAF", b"\x1F\x8B\x08"];
    let is_riff = starts(&[b"RIFF"]) && bytes.get(8..12) == Some(b"WEBP");
    let is_heic = bytes.get(4..8) == Some(b"ftyp");
    let is_bmp = starts(&[b"BM"]) && bytes.get(6..10) == Some(&[0; 4]);
    match () {
        () if starts(&[b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"]) => {
            // A locked .docx is a package inside of the old container.
            let sign: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
            let is_locked = bytes.windows(sign.len()).any(|window| window == sign);
            Some(if is_locked { Refusal::Encrypted } else { Refusal::OldOffice })
        }
        () if bytes[..bytes.len().min(1024)].windows(5).any(|window| window == b"%PDF-") => {
            Some(Refusal::Pdf)
        }
        () if starts(&[b"{\\rtf"]) => Some(Refusal::Rtf),
        () if starts(&image) || is_riff || is_heic || is_bmp => Some(Refusal::Image),
        () if starts(&archive) => Some(Refusal::Archive),
        () => None,
    }
}

/// Whether a text begins as a page of HTML does; some programs name such a file .doc.
fn is_html(start: &str) -> bool {
    let start = &start.as_bytes()[..start.len().min(14)];
    let begins =
        |sign: &str| start.len() >= sign.len() && start[..sign.len()].eq_ignore_ascii_case(sign.as_bytes());
    begins("<!doctype html") || begins("<html")
}

/// Word's own kinds of XML, and its pages in one file.
fn is_word_xml(start: &str) -> bool {
    let head = &start[..start.floor_char_boundary(600)];
    head.starts_with("MIME-Version:") || (head.starts_with("<?xml") && head.contains("Word.Document"))
}
