//! A draft as JSON: what is stored in the browser and saved to a file. The outline is the template
//! text form, line by line, so that a person can read the file.

use std::collections::BTreeMap;

use super::json::{self, Json};
use super::model::Draft;
use crate::field::FieldId;
use crate::template::{parse, print};

/// What a draft file says that it is.
pub const FORMAT: &str = "gaozhi-draft";
/// The version of the format that this program writes.
pub const VERSION: u32 = 1;

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
pub struct OutlineJson(String);

impl OutlineJson {
    /// The outline and fields of `draft`.
    #[must_use]
    pub fn of(draft: &Draft) -> Self {
        let mut out = String::new();
        let text = print(&draft.to_template());
        json::write_all(&mut out, ['[', ']'], text.lines(), json::write);
        Self(out)
    }
}

/// Writes a draft, with its times in milliseconds since 1970 (UTC).
#[must_use]
pub fn to_json(draft: &Draft, outline: &OutlineJson, created: i64, changed: i64) -> String {
    let mut answers = String::new();
    json::write_all(&mut answers, ['{', '}'], draft.answers.iter(), |out, (field, text)| {
        json::write(out, field.as_str());
        out.push_str(": ");
        json::write(out, text);
    });
    let outline = &outline.0;
    format!(
        "{{\n\"format\": \"{FORMAT}\",\n\"version\": {VERSION},\n\"created\": {created},\n\"changed\": {changed},\n\
         \"answers\": {answers},\n\"outline\": {outline}\n}}\n"
    )
}

/// Reads what [`to_json`] wrote. A byte order mark is passed over.
///
/// # Errors
/// Says why it is no draft that this program can open; the text itself is untouched.
pub fn from_json(text: &str) -> Result<Stored, Unreadable> {
    let text = text.trim_start_matches('\u{feff}');
    let file = json::read(text).map_err(|at| Unreadable::Damaged(format!("byte {at}")))?;
    let Json::Object(members) = file else { return Err(Unreadable::Foreign) };
    let (mut format, mut version) = (None, None);
    let (mut created, mut changed) = (0, 0);
    let (mut outline, mut answers) = (String::new(), BTreeMap::new());
    let mut misshapen = None;
    for (name, value) in members {
        match (name.as_str(), value) {
            ("format", Json::Text(text)) => format = Some(text),
            ("version", Json::Number(Some(number))) => version = u32::try_from(number).ok(),
            ("created", Json::Number(Some(number))) => created = number,
            ("changed", Json::Number(Some(number))) => changed = number,
            ("outline", Json::List(lines)) => match texts(lines) {
                Some(lines) => outline = lines.join("\n"),
                None => misshapen = Some(name),
            },
            ("answers", Json::Object(members)) => {
                for (field, text) in members {
                    match text {
                        Json::Text(text) => {
                            answers.insert(FieldId::new(&field), text);
                        }
                        Json::Number(_) | Json::List(_) | Json::Object(_) | Json::Word => {
                            misshapen = Some(field)
                        }
                    }
                }
            }
            ("format" | "version" | "created" | "changed" | "outline" | "answers", _) => {
                misshapen = Some(name)
            }
            (_, _) => {}
        }
    }
    // First, so that a newer file is told from a damaged one.
    let (Some(FORMAT), Some(version)) = (format.as_deref(), version) else { return Err(Unreadable::Foreign) };
    if version > VERSION {
        return Err(Unreadable::Newer(version));
    }
    if let Some(name) = misshapen {
        return Err(Unreadable::Damaged(name));
    }
    let (template, _) = parse(&outline);
    Ok(Stored { draft: Draft::new(template, answers), created, changed })
}

fn texts(list: Vec<Json>) -> Option<Vec<String>> {
    let text = |item| if let Json::Text(text) = item { Some(text) } else { None };
    list.into_iter().map(text).collect()
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
