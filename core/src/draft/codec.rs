//! A draft as JSON: what is stored in the browser and saved to a file. The outline is the template
//! text form, line by line, so that a person can read the file. The only place that names serde.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

use super::model::Draft;
use crate::field::FieldId;
use crate::setup::{Setup, text};
use crate::template::{BlockKind, parse, print};
use crate::text::json_string;

/// What a draft file says that it is.
pub const FORMAT: &str = "gaozhi-draft";
/// The version of the format that this program writes. Every earlier one is read:
///
/// - 1: without marks of paragraphs and without the kinds 小数, 序数, 姓名, 地点, 选择, which a
///   program of that time would lose.
/// - 2: without the kinds 附件说明, 附注, 附件 of paragraphs, which a program of that time would read
///   as text.
/// - 3: today's text form, without a page setup.
/// - 4: with a page setup, line by line in its own text form.
///
/// A draft is written as the first version that holds all of it, so that an earlier program opens
/// what it understands: one on the page of the standard and with nothing attached is of version 2.
pub const VERSION: u32 = 4;

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    created: i64,
    #[serde(default)]
    changed: i64,
    #[serde(default)]
    outline: Vec<String>,
    #[serde(default)]
    answers: BTreeMap<FieldId, String>,
    #[serde(default)]
    setup: Vec<String>,
}

/// Read first, so that a newer file is told from a damaged one.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

impl<'a> Deserialize<'a> for FieldId {
    fn deserialize<D: Deserializer<'a>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|id| Self::new(&id))
    }
}

/// A draft with the times that were stored beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// The draft.
    pub draft: Draft,
    /// When it was begun, in milliseconds since 1970 (UTC).
    pub created: i64,
    /// When it was last changed, in milliseconds since 1970 (UTC).
    pub changed: i64,
}

/// Why a stored draft could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Not JSON, or JSON of another shape; says where it broke off.
    Damaged(String),
    /// Not a draft of this program.
    Foreign,
    /// Written by a newer version of this program: its number.
    Newer(u32),
}

/// The part of the file that changes only with the outline, and is long: made once, handed to
/// [`to_json`] at each save.
#[derive(Clone, Debug)]
pub struct OutlineJson {
    text: String,
    /// The first version that holds it.
    version: u32,
}

impl OutlineJson {
    /// The outline and fields of `draft`.
    #[must_use]
    pub fn of(draft: &Draft) -> Self {
        let mut out = String::new();
        lines(&mut out, &print(&draft.to_template()));
        let is_later = |kind| matches!(kind, BlockKind::Attachment | BlockKind::Remark | BlockKind::Annex);
        let has_later = draft.entries().iter().any(|entry| is_later(entry.block.kind));
        Self { text: out, version: if has_later { 3 } else { 2 } }
    }
}

/// A text as a list of its lines.
fn lines(out: &mut String, text: &str) {
    out.push('[');
    for (at, line) in text.lines().enumerate() {
        out.push_str(if at > 0 { ",\n  " } else { "\n  " });
        json_string(out, line);
    }
    out.push_str(if text.is_empty() { "]" } else { "\n]" });
}

/// Writes a draft, with its times in milliseconds since 1970 (UTC).
#[must_use]
pub fn to_json(draft: &Draft, outline: &OutlineJson, created: i64, changed: i64) -> String {
    let is_standard = *draft.setup() == Setup::default();
    let version = if is_standard { outline.version } else { VERSION };
    let mut out = format!(
        "{{\n\"format\": \"{FORMAT}\",\n\"version\": {version},\n\"created\": {created},\n\"changed\": {changed},\n\
         \"answers\": {{"
    );
    for (at, (id, answer)) in draft.answers.iter().enumerate() {
        out.push_str(if at > 0 { ",\n  " } else { "\n  " });
        json_string(&mut out, id.as_str());
        out.push_str(": ");
        json_string(&mut out, answer);
    }
    out.push_str(if draft.answers.is_empty() { "},\n" } else { "\n},\n" });
    if !is_standard {
        out.push_str("\"setup\": ");
        lines(&mut out, &text::print("", draft.setup()));
        out.push_str(",\n");
    }
    out.push_str("\"outline\": ");
    out.push_str(&outline.text);
    out.push_str("\n}\n");
    out
}

/// What a draft file says besides that it is one, for those who read JSON with something else.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// When the draft was begun, in milliseconds since 1970 (UTC).
    pub created: i64,
    /// When it was last changed.
    pub changed: i64,
    /// The text form, line by line.
    pub outline: Vec<String>,
    /// The answers.
    pub answers: BTreeMap<FieldId, String>,
    /// The page setup in its text form, line by line; none for that of the standard.
    pub setup: Vec<String>,
}

impl Parts {
    /// The draft.
    #[must_use]
    pub fn stored(self) -> Stored {
        let Self { created, changed, outline, answers, setup } = self;
        let (template, _) = parse(&outline.join("\n"));
        let setup = if setup.is_empty() { Setup::default() } else { text::parse(&setup.join("\n")).setup };
        Stored { draft: Draft::new(template, answers).with_setup(setup), created, changed }
    }
}

/// Whether a file that says so of itself is a draft that this program can open.
///
/// # Errors
/// Says why it is not.
pub fn check_head(format: &str, version: u32) -> Result<(), Unreadable> {
    if format != FORMAT {
        return Err(Unreadable::Foreign);
    }
    if version > VERSION { Err(Unreadable::Newer(version)) } else { Ok(()) }
}

/// Reads what [`to_json`] wrote. A byte order mark is passed over.
///
/// # Errors
/// Says why it is no draft that this program can open; the text itself is untouched.
pub fn from_json(text: &str) -> Result<Stored, Unreadable> {
    let text = text.trim_start_matches('\u{feff}');
    let head: Head = serde_json::from_str(text).map_err(|error| {
        if error.is_data() { Unreadable::Foreign } else { Unreadable::Damaged(error.to_string()) }
    })?;
    check_head(&head.format, head.version)?;
    let File { created, changed, outline, answers, setup } =
        serde_json::from_str(text).map_err(|error| Unreadable::Damaged(error.to_string()))?;
    Ok(Parts { created, changed, outline, answers, setup }.stored())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_comes_back_from_its_file() {
        let (template, _) = parse("模板 报告\n[字段]\nn | 整数 | 次数\n[正文]\n# 甲\n讲课{n}次。");
        let answers = BTreeMap::from([(FieldId::new("n"), "１２ \"\n".to_owned())]);
        let draft = Draft::new(template, answers);
        let json = to_json(&draft, &OutlineJson::of(&draft), 1, 2);
        assert_eq!(from_json(&json), Ok(Stored { draft, created: 1, changed: 2 }));
    }

    #[test]
    fn what_is_no_draft_is_told_apart() {
        assert_eq!(from_json("{}"), Err(Unreadable::Foreign));
        assert_eq!(from_json("{\"format\":\"x\",\"version\":1}"), Err(Unreadable::Foreign));
        assert_eq!(from_json("{\"format\":\"gaozhi-draft\",\"version\":9}"), Err(Unreadable::Newer(9)));
        assert!(matches!(from_json("{\"format\":\"gaozhi"), Err(Unreadable::Damaged(_))));
        assert!(matches!(from_json(""), Err(Unreadable::Damaged(_))));
    }
}
