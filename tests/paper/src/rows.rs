//! The lines of a PDF as a reader sees them, page by page.

use std::path::Path;
use std::process::Command;

/// Height of the foot of the page in which only the page number stands, in points: 7 mm and a line
/// below the text.
const FOOT: f64 = 35.0 * 72.0 / 25.4 - 4.0;
/// Words whose middles differ by less stand on one line, in points.
const LINE: f64 = 12.0;

struct Word {
    middle: f64,
    left: f64,
    text: String,
}

/// The lines of each page, white space left out; the page number is not among them.
///
/// # Panics
/// If pdftotext is missing or gives something else.
#[must_use]
pub fn rows(pdf: &Path) -> Vec<Vec<String>> {
    let output = Command::new("pdftotext")
        .args(["-bbox".as_ref(), pdf.as_os_str(), "-".as_ref()])
        .output()
        .expect("pdftotext (Debian: poppler-utils)");
    assert!(output.status.success(), "pdftotext: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8_lossy(&output.stdout);
    text.split("<page ").skip(1).map(page).collect()
}

fn page(text: &str) -> Vec<String> {
    let height = number(text, "height");
    let mut words: Vec<Word> = text.split("<word ").skip(1).map(word).collect();
    words.retain(|word| word.middle < height - FOOT);
    words.sort_by(|a, b| a.middle.total_cmp(&b.middle));
    let mut rows: Vec<Vec<Word>> = Vec::new();
    for word in words {
        match rows.last_mut() {
            Some(row) if row.first().is_some_and(|first| word.middle - first.middle < LINE) => row.push(word),
            _ => rows.push(vec![word]),
        }
    }
    let joined = |mut row: Vec<Word>| {
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
        row.iter().flat_map(|word| word.text.chars()).filter(|c| !c.is_whitespace()).collect()
    };
    rows.into_iter().map(joined).collect()
}

fn word(text: &str) -> Word {
    let inside =
        text.split_once('>').and_then(|(_, rest)| rest.split_once("</word>")).map_or("", |(text, _)| text);
    let text_of =
        inside.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    Word {
        middle: f64::midpoint(number(text, "yMin"), number(text, "yMax")),
        left: number(text, "xMin"),
        text: text_of,
    }
}

fn number(text: &str, name: &str) -> f64 {
    let after = text.split_once(&format!("{name}=\"")).map_or("", |(_, rest)| rest);
    after.split_once('"').and_then(|(number, _)| number.parse().ok()).expect("a number of pdftotext")
}
