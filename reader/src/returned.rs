//! A file that comes back: the paragraphs that it has now, and the draft that it carries, if any. What
//! the one is to the other the page tells.

use gaozhi_core::reading::{Part, Refusal, Source};
use gaozhi_core::text::chars::squeezed;
use gaozhi_core::text::json_string;

use crate::docx::{self, File};

/// A file that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    /// The draft that it carries, as JSON; empty if there is none.
    pub draft: String,
    /// Its paragraphs that say something, in order, automatic numbers written out and breaks within a
    /// paragraph dropped; without headers, footers and notes.
    pub paragraphs: Vec<String>,
}

impl Returned {
    /// Draft and paragraphs as a list of texts in JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        for text in [&self.draft].into_iter().chain(&self.paragraphs) {
            out.push(if out.is_empty() { '[' } else { ',' });
            json_string(&mut out, text);
        }
        out.push(']');
        out
    }
}

/// Reads a Word file that came back.
///
/// # Errors
/// Why it is not read; see [`Refusal`].
pub(crate) fn of_word(bytes: &[u8]) -> Result<Returned, Refusal> {
    let File { source, draft } = docx::read_whole(bytes)?;
    Ok(Returned { draft: draft.unwrap_or_default(), ..of_source(&source) })
}

/// The paragraphs of anything else that can be read.
pub(crate) fn of_source(source: &Source) -> Returned {
    let is_text = |part| matches!(part, Part::Body | Part::Cell | Part::Box);
    let lines = source.lines.iter().filter(|line| is_text(line.part) && !squeezed(&line.text).is_empty());
    let paragraphs = lines.map(|line| line.text.trim().to_owned()).collect();
    Returned { draft: String::new(), paragraphs }
}
