//! What is kept in this browser: drafts and templates, one record each, under keys of their own. A
//! draft that cannot be read is set aside, never dropped.

mod records;
mod templates;

use gaozhi_core::draft::{Draft, Edit, OutlineJson, Stored, Unreadable, from_json, to_json};
use gaozhi_core::field::FieldId;
use gaozhi_core::guide::Map;

use crate::browser::clock;
use crate::browser::storage::{self, StorageError};

pub(crate) use templates::{
    TemplateRow, add_template, delete_template, duplicate_template, pin_template, put_template,
    rename_template, restore_template, template, template_file, template_text,
};

const DRAFT: &str = "gaozhi/draft/";
const BIN: &str = "gaozhi/bin/";
const DAMAGED: &str = "gaozhi/damaged/";
const PLACE: &str = "gaozhi/place/";

/// A draft as the list shows it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) name: String,
    /// Milliseconds since 1970.
    pub(crate) changed: i64,
    pub(crate) filled: usize,
    pub(crate) total: usize,
}

/// All that is kept here.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Shelf {
    /// The drafts, newest first.
    pub(crate) drafts: Vec<Row>,
    /// What was deleted of them, newest first.
    pub(crate) bin: Vec<Row>,
    /// The person's own templates, the pinned ones first, then the newest.
    pub(crate) templates: Vec<TemplateRow>,
    /// What was deleted of those.
    pub(crate) template_bin: Vec<TemplateRow>,
    /// Ids of records that cannot be read.
    pub(crate) damaged: Vec<String>,
}

/// What came of opening a draft.
pub(crate) enum Opened {
    Draft(Box<Stored>),
    Missing,
    /// It could not be read and was set aside.
    Damaged,
    /// A newer version of this program wrote it; it stays where it is.
    Newer,
}

/// Everything kept here. Records that cannot be read are set aside on the way.
pub(crate) fn shelf() -> Shelf {
    let mut stuck = Vec::new();
    let mut rows = |prefix: &str| {
        let read = |id: String| row(prefix, &id).inspect_err(|Stuck| stuck.push(id)).ok().flatten();
        let mut rows: Vec<Row> = Vec::new();
        for row in records::ids(prefix).into_iter().filter_map(read) {
            // A shelf is short: putting each in its place takes less of the module than a sort.
            let is_before = |other: &Row| (other.changed, &row.id) > (row.changed, &other.id);
            rows.insert(rows.partition_point(is_before), row);
        }
        rows
    };
    let (drafts, bin) = (rows(DRAFT), rows(BIN));
    let mut damaged = storage::keys(DAMAGED);
    damaged.append(&mut stuck);
    let (templates, template_bin) = (templates::templates(), templates::deleted_templates());
    Shelf { drafts, bin, templates, template_bin, damaged }
}

/// A record that cannot be read and for which there was no room to set it aside.
struct Stuck;

fn row(prefix: &str, id: &str) -> Result<Option<Row>, Stuck> {
    let Some(text) = records::get(&format!("{prefix}{id}")) else { return Ok(None) };
    let id = id.to_owned();
    match from_json(&text) {
        Ok(Stored { draft, changed, .. }) => {
            let (filled, total) = progress(&draft);
            Ok(Some(Row { name: draft.name().to_owned(), id, changed, filled, total }))
        }
        Err(Unreadable::Newer(_)) => Ok(Some(Row { name: id.clone(), id, changed: 0, filled: 0, total: 0 })),
        Err(Unreadable::Damaged(_) | Unreadable::Foreign) => {
            if set_aside(prefix, &id, &text) {
                Ok(None)
            } else {
                Err(Stuck)
            }
        }
    }
}

/// How many of the fields that must be filled are, and how many there are.
pub(crate) fn progress(draft: &Draft) -> (usize, usize) {
    let map = Map::of(draft);
    let open = map.order.iter().filter(|id| draft.is_open(id)).count();
    let total = map.order.iter().filter(|id| counts(draft, id)).count();
    (total - open, total)
}

/// Whether a field is counted: it must be filled, or it asks for something.
pub(crate) fn counts(draft: &Draft, id: &FieldId) -> bool {
    draft.field(id).is_none_or(gaozhi_core::field::Field::is_required) || draft.is_open(id)
}

/// Moves an unreadable record out of the way; where there is no room for a second copy it stays
/// where it is, and is met again. Says whether it was moved.
fn set_aside(prefix: &str, id: &str, text: &str) -> bool {
    let moved = storage::set(&format!("{DAMAGED}{id}"), text).is_ok();
    if moved {
        storage::remove(&format!("{prefix}{id}"));
    }
    moved
}

/// The draft of that id.
pub(crate) fn open(id: &str) -> Opened {
    let Some(text) = records::get(&format!("{DRAFT}{id}")) else {
        return Opened::Missing;
    };
    match from_json(&text) {
        Ok(stored) => Opened::Draft(Box::new(stored)),
        Err(Unreadable::Newer(_)) => Opened::Newer,
        Err(Unreadable::Damaged(_) | Unreadable::Foreign) => {
            set_aside(DRAFT, id, &text);
            Opened::Damaged
        }
    }
}

/// Stores a draft; when it fails, the record before it stays whole, and the draft is kept for as
/// long as this window lives.
pub(crate) fn save(id: &str, json: &str) -> Result<(), StorageError> {
    records::keep(&format!("{DRAFT}{id}"), json)
}

/// Stores a draft that is not open, and gives it an id. Where it cannot be stored it lives on in
/// this window, and the page of it says so.
pub(crate) fn add(stored: &Stored) -> String {
    let id = clock::fresh_id();
    let Stored { draft, created, changed } = stored;
    let _ = save(&id, &to_json(draft, &OutlineJson::of(draft), *created, *changed));
    id
}

/// The id of the draft of a template file that a link names: the same file with the same text is
/// the same draft (FNV-1a, which will give the same in every release).
pub(crate) fn link_id(path: &str, text: &str) -> String {
    let bytes = path.bytes().chain([0]).chain(text.bytes());
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("t{hash:016x}")
}

/// Whether the newest text of a draft is in this window only.
pub(crate) fn is_unsaved(id: &str) -> bool {
    records::is_unsaved(&format!("{DRAFT}{id}"))
}

/// The stored text of a draft, a deleted or a damaged one, as it is.
pub(crate) fn raw(id: &str) -> Option<String> {
    [DRAFT, BIN, DAMAGED].iter().find_map(|prefix| records::get(&format!("{prefix}{id}")))
}

/// Moves a draft to the bin.
pub(crate) fn delete(id: &str) -> Result<(), StorageError> {
    records::shift(DRAFT, BIN, id)
}

/// Moves a draft out of the bin.
pub(crate) fn restore(id: &str) -> Result<(), StorageError> {
    records::shift(BIN, DRAFT, id)
}

/// Gives a draft another name.
pub(crate) fn rename(id: &str, name: &str) -> Result<(), StorageError> {
    rewrite(id, id, |_| name.to_owned())
}

/// Stores a second draft of the same under the id `copy`.
pub(crate) fn duplicate(id: &str, copy: &str, name: fn(&str) -> String) -> Result<(), StorageError> {
    rewrite(id, copy, name)
}

fn rewrite(from: &str, to: &str, name: impl Fn(&str) -> String) -> Result<(), StorageError> {
    let Opened::Draft(stored) = open(from) else { return Ok(()) };
    let Stored { mut draft, created, changed } = *stored;
    let name = name(draft.name());
    draft.apply(Edit::Rename(name));
    save(to, &to_json(&draft, &OutlineJson::of(&draft), created, changed))
}

/// Where the person was in a draft: the field and the caret.
pub(crate) fn place(id: &str) -> Option<(String, Option<u32>)> {
    let text = storage::get(&format!("{PLACE}{id}"))?;
    let (field, caret) = text.split_once(' ').unwrap_or((&text, ""));
    Some((field.to_owned(), caret.parse().ok()))
}

/// Remembers that. Losing it loses no text, so a failure is not told.
pub(crate) fn set_place(id: &str, field: &str, caret: Option<u32>) {
    let caret = caret.map(|at| at.to_string()).unwrap_or_default();
    let _ = storage::set(&format!("{PLACE}{id}"), &format!("{field} {caret}"));
}

/// Forgets it.
pub(crate) fn forget_place(id: &str) {
    storage::remove(&format!("{PLACE}{id}"));
}
