//! The person's own templates: one record each, in the text form, below a comment that says when
//! it was changed and whether it is pinned. Any text parses, so none can be damaged.

use gaozhi_core::template::{Template, parse, print};

use gaozhi_core::record::Shelf;

use super::records::{self, Facts, Found, Kept, Kind};
use crate::browser::clock;
use crate::browser::storage::StorageError;

/// What the comment of a record begins with.
const KEPT: &str = "// 存于 ";
/// What it ends with if the template is pinned.
const PINNED: &str = " 置顶";

/// A template as the list shows it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TemplateRow {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) summary: String,
    /// How many fields must be filled.
    pub(crate) blanks: usize,
    /// Whether it stands before those that are not.
    pub(crate) pinned: bool,
    /// Milliseconds since 1970.
    pub(crate) changed: i64,
}

/// A record, taken apart.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Record<'a> {
    changed: i64,
    pinned: bool,
    /// The template as it was written.
    text: &'a str,
}

impl<'a> Record<'a> {
    fn read(record: &'a str) -> Self {
        let whole = Self { changed: 0, pinned: false, text: record };
        let Some((head, text)) = record.strip_prefix(KEPT).and_then(|rest| rest.split_once('\n')) else {
            return whole;
        };
        let (changed, pinned) = head.strip_suffix(PINNED).map_or((head, false), |head| (head, true));
        changed.parse().map_or(whole, |changed| Self { changed, pinned, text })
    }

    fn written(self) -> String {
        let pinned = if self.pinned { PINNED } else { "" };
        [KEPT, &self.changed.to_string(), pinned, "\n", self.text].concat()
    }

    fn row(self, id: String) -> TemplateRow {
        let (template, _) = parse(self.text);
        let blanks = template.fields.iter().filter(|field| field.is_required()).count();
        let Template { name, summary, .. } = template;
        TemplateRow { id, name, summary, blanks, pinned: self.pinned, changed: self.changed }
    }
}

/// Stores the record of a template that was kept elsewhere, under another name if it is given one.
pub(super) fn bring(id: &str, record: String, shelf: Shelf, name: Option<&dyn Fn(&str) -> String>) -> Kept {
    let Record { changed, pinned, text } = Record::read(&record);
    let named = name.map(|name| {
        let text = renamed(text, &name(&parse(text).0.name));
        Record { changed, pinned, text: &text }.written()
    });
    let facts = Facts { shelf, changed, tally: (0, 0), name: String::new() };
    records::keep(Kind::Template, id, facts, named.unwrap_or(record))
}

/// The templates and those that were deleted, the pinned ones first, then the newest.
pub(super) fn rows() -> (Vec<TemplateRow>, Vec<TemplateRow>) {
    let (mut kept, mut bin) = (Vec::new(), Vec::new());
    for (id, found) in records::all(Kind::Template) {
        let Found::Record(record) = found else { continue };
        let rows: &mut Vec<TemplateRow> = if record.shelf == Shelf::Bin { &mut bin } else { &mut kept };
        let row = Record::read(&record.body).row(id);
        let is_before = |other: &TemplateRow| {
            (other.pinned, other.changed, &row.id) > (row.pinned, row.changed, &other.id)
        };
        rows.insert(rows.partition_point(is_before), row);
    }
    (kept, bin)
}

/// The record of a template that is not deleted.
fn kept(id: &str) -> Option<String> {
    match records::find(Kind::Template, id) {
        Found::Record(record) if record.shelf == Shelf::Kept => Some(record.body),
        Found::Record(_) | Found::Missing | Found::Damaged | Found::Newer => None,
    }
}

/// The template of that id.
pub(crate) fn template(id: &str) -> Option<Template> {
    template_text(id).map(|text| parse(&text).0)
}

/// Its text, as it was written.
pub(crate) fn template_text(id: &str) -> Option<String> {
    kept(id).map(|record| Record::read(&record).text.to_owned())
}

/// Stores a template, under a new id or in the place of what was there; one that is pinned stays
/// so. When it fails the template is kept for as long as this window lives.
pub(crate) fn put_template(id: &str, template: &Template) -> Kept {
    let pinned = kept(id).is_some_and(|record| Record::read(&record).pinned);
    put(id, pinned, &print(template))
}

/// Stores a text in the text form as a template, as it was written, unless the same is here
/// already. A text without a name gets `name`. Gives its id, whether it is new, and whether it
/// could be stored.
pub(crate) fn add_template(text: &str, name: &str) -> (String, bool, Result<(), StorageError>) {
    let text = plain_ends(text.trim_start_matches('\u{feff}'));
    let text = if parse(&text).0.name.is_empty() { renamed(&text, name) } else { text };
    let is_same = |row: &TemplateRow| template_text(&row.id).as_deref() == Some(&text);
    match rows().0.into_iter().find(is_same) {
        Some(TemplateRow { id, .. }) => (id, false, Ok(())),
        None => {
            let id = clock::fresh_id();
            let result = put(&id, false, &text).told();
            (id, true, result)
        }
    }
}

fn put(id: &str, pinned: bool, text: &str) -> Kept {
    keep(id, Record { changed: clock::now(), pinned, text }.written())
}

fn keep(id: &str, record: String) -> Kept {
    let facts = Facts { shelf: Shelf::Kept, changed: clock::now(), tally: (0, 0), name: String::new() };
    records::keep(Kind::Template, id, facts, record)
}

/// Gives a template another name.
pub(crate) fn rename_template(id: &str, name: &str) -> Result<(), StorageError> {
    rewrite(id, |record| Record { text: &renamed(record.text, name), ..record }.written())
}

/// Pins a template, or no longer does.
pub(crate) fn pin_template(id: &str, pinned: bool) -> Result<(), StorageError> {
    rewrite(id, |record| Record { pinned, ..record }.written())
}

fn rewrite(id: &str, change: impl FnOnce(Record<'_>) -> String) -> Result<(), StorageError> {
    match kept(id) {
        Some(record) => keep(id, change(Record::read(&record))).told(),
        None => Ok(()),
    }
}

/// Stores a second template of the same.
pub(crate) fn duplicate_template(id: &str, name: &str) -> Result<(), StorageError> {
    match template_text(id) {
        Some(text) => put(&clock::fresh_id(), false, &renamed(&text, name)).told(),
        None => Ok(()),
    }
}

/// Moves a template to the bin.
pub(crate) fn delete_template(id: &str) -> Result<(), StorageError> {
    shelve(id, Shelf::Bin)
}

/// Moves a template out of the bin.
pub(crate) fn restore_template(id: &str) -> Result<(), StorageError> {
    shelve(id, Shelf::Kept)
}

fn shelve(id: &str, shelf: Shelf) -> Result<(), StorageError> {
    let Found::Record(record) = records::find(Kind::Template, id) else { return Ok(()) };
    records::shelve(Kind::Template, id, *record, shelf).told()
}

/// The text with another name; all else stands as it was written, comments and what was not
/// understood included.
fn renamed(text: &str, name: &str) -> String {
    const WORD: &str = "模板";
    let named = print(&Template { name: name.to_owned(), ..Template::default() });
    let mut out = named.lines().next().unwrap_or_default().to_owned();
    let mut is_head = true;
    for line in text.lines() {
        is_head &= !line.trim_start().starts_with('[');
        let word = line.trim_start().strip_prefix(WORD);
        let is_name = word.is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace));
        if !(is_head && is_name) {
            out.push('\n');
            out.push_str(line);
        }
    }
    out.push('\n');
    out
}

/// The text with LF for every CR LF.
fn plain_ends(text: &str) -> String {
    text.split_inclusive('\n')
        .flat_map(|line| line.strip_suffix("\r\n").map_or([line, ""], |line| [line, "\n"]))
        .collect()
}

/// A template as a file that an office mails: UTF-8 with a byte order mark, lines ended by CR LF,
/// so that every editor shows it right.
pub(crate) fn template_file(text: &str) -> String {
    let mut out = String::from("\u{feff}");
    for line in text.lines() {
        out.push_str(line);
        out.push_str("\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_says_when_it_was_changed_and_whether_it_is_pinned() {
        for record in [
            Record { changed: 1_763_800_000_000, pinned: true, text: "模板 甲\n[正文]\n" },
            Record { changed: -1, pinned: false, text: "" },
            Record { changed: 0, pinned: false, text: "// 存于 5\n// 存于 6 置顶\n" },
        ] {
            assert_eq!(Record::read(&record.written()), record);
        }
        for foreign in ["", "模板 甲", "// 存于 昨天\n[正文]", "// 存于 5"] {
            assert_eq!(Record::read(foreign), Record { changed: 0, pinned: false, text: foreign });
        }
    }

    #[test]
    fn another_name_leaves_all_else_as_it_was_written() {
        let text = "// 给自己看的\n模板 甲\n编号 a\n[字段]\n不懂的一行\n[正文]\n模板 乙\n";
        let there = "模板 丙\n// 给自己看的\n编号 a\n[字段]\n不懂的一行\n[正文]\n模板 乙\n";
        assert_eq!(renamed(text, "丙"), there);
        assert_eq!(renamed("[正文]\n甲\n", "a\\b"), "模板 a\\\\b\n[正文]\n甲\n");
        assert_eq!(parse(&renamed("[正文]\n甲\n", "a\\b")).0.name, "a\\b");
        assert_eq!(parse(&renamed(text, " ")).0.name, " ");
    }

    #[test]
    fn a_file_of_a_template_is_the_template() {
        let text = "模板 甲\n[正文]\n# 一件事\n";
        let file = template_file(text);
        assert!(file.starts_with('\u{feff}') && file.ends_with("一件事\r\n"));
        assert_eq!(parse(file.trim_start_matches('\u{feff}')), parse(text));
    }
}
