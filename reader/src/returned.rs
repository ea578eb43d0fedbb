//! A file that comes back: the paragraphs that it has now, and the draft that it carries, if any.

use gaozhi_core::draft::{Draft, Unreadable, from_json};
use gaozhi_core::reading::{Part, Refusal, Source};
use gaozhi_core::report::compose;
use gaozhi_core::text::chars::squeezed;
use gaozhi_core::text::json_string;

use crate::docx::{self, File};

/// What such a file is to the draft inside of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It carries no draft.
    Bare,
    /// It says what the draft inside of it says, or that draft is one of a newer version.
    Untouched,
    /// It says something else than the draft inside of it.
    Edited,
}

impl State {
    /// The word for the page.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Bare => "bare",
            Self::Untouched => "untouched",
            Self::Edited => "edited",
        }
    }
}

/// A file that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    /// What it is to the draft inside of it.
    pub state: State,
    /// That draft as JSON; empty if there is none.
    pub draft: String,
    /// Its paragraphs that say something, in order, automatic numbers written out and breaks within a
    /// paragraph dropped; without headers, footers and notes.
    pub paragraphs: Vec<String>,
}

impl Returned {
    /// State, draft and paragraphs as a list of texts in JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        for text in
            [self.state.id(), &self.draft].into_iter().chain(self.paragraphs.iter().map(String::as_str))
        {
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
    let mut returned = of_source(&source);
    let Some(json) = draft else { return Ok(returned) };
    returned.state = match from_json(&json) {
        Ok(stored) if says(&stored.draft, &returned.paragraphs) => State::Untouched,
        Ok(_) => State::Edited,
        Err(Unreadable::Newer(_)) => State::Untouched,
        Err(Unreadable::Damaged(_) | Unreadable::Foreign) => return Ok(returned),
    };
    returned.draft = json;
    Ok(returned)
}

/// The paragraphs of anything else that can be read.
pub(crate) fn of_source(source: &Source) -> Returned {
    let is_text = |part| matches!(part, Part::Body | Part::Cell | Part::Box);
    let lines = source.lines.iter().filter(|line| is_text(line.part) && !squeezed(&line.text).is_empty());
    let paragraphs = lines.map(|line| line.text.trim().to_owned()).collect();
    Returned { state: State::Bare, draft: String::new(), paragraphs }
}

/// Whether a draft is printed as those paragraphs, numbers included, blanks and breaks aside.
fn says(draft: &Draft, paragraphs: &[String]) -> bool {
    let printed = compose(draft).paragraphs;
    let printed = printed.iter().map(|paragraph| squeezed(&paragraph.text())).filter(|text| !text.is_empty());
    printed.eq(paragraphs.iter().map(|text| squeezed(text)))
}
