//! Drafts.

use std::rc::Rc;

use gaozhi_core::draft::{Draft, Edit, OutlineJson, Stored, Unreadable, to_json};
use gaozhi_core::field::FieldId;
use gaozhi_core::guide::Map;
use gaozhi_core::record::{Record, Shelf};
use gaozhi_core::text::{find_word, fnv1a};

use super::cells;
use super::records::{self, Facts, Found, Kept, Kind};
use crate::browser::storage::StorageError;
use crate::browser::twin::{self, Then};
use crate::browser::{clock, json};

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

/// What came of opening a draft.
pub(crate) enum Opened {
    Draft(Box<Stored>),
    Missing,
    /// It could not be read and was set aside.
    Damaged,
    /// A newer version of this program wrote it; it stays where it is.
    Newer,
}

/// The drafts and those that were deleted, newest first.
pub(super) fn rows() -> (Vec<Row>, Vec<Row>) {
    let (mut drafts, mut bin) = (Vec::new(), Vec::new());
    for (id, found) in records::all(Kind::Draft) {
        let (shelf, row) = match found {
            Found::Missing | Found::Damaged => continue,
            Found::Newer => (Shelf::Kept, Row { name: id.clone(), id, changed: 0, filled: 0, total: 0 }),
            Found::Record(record) => (record.shelf, row(id, *record)),
        };
        let rows: &mut Vec<Row> = if shelf == Shelf::Bin { &mut bin } else { &mut drafts };
        // A shelf is short: putting each in its place takes less of the module than a sort.
        let is_before = |other: &Row| (other.changed, &row.id) > (row.changed, &other.id);
        rows.insert(rows.partition_point(is_before), row);
    }
    (drafts, bin)
}

fn row(id: String, record: Record) -> Row {
    // A record of an earlier release says nothing of its draft.
    let facts = if record.name.is_empty() { facts_of(&record.body, record.shelf) } else { None };
    let Facts { changed, tally: (filled, total), name, .. } = facts.unwrap_or(Facts {
        shelf: record.shelf,
        changed: record.changed,
        tally: record.tally,
        name: if record.name.is_empty() { id.clone() } else { record.name },
    });
    Row { id, name, changed, filled, total }
}

/// What the record of a draft says of it.
pub(super) fn facts_of(json: &str, shelf: Shelf) -> Option<Facts> {
    let Stored { draft, changed, .. } = json::draft(json).ok()?;
    Some(facts(&draft, changed, shelf))
}

fn facts(draft: &Draft, changed: i64, shelf: Shelf) -> Facts {
    Facts { shelf, changed, tally: progress(draft), name: draft.name().to_owned() }
}

/// How many of the fields that must be filled are, and how many there are.
fn progress(draft: &Draft) -> (usize, usize) {
    let map = Map::of(draft);
    let open = map.order.iter().filter(|id| draft.is_open(id)).count();
    let total = map.order.iter().filter(|id| counts(draft, id)).count();
    (total - open, total)
}

/// Whether a field is counted: it must be filled, or it asks for something.
pub(crate) fn counts(draft: &Draft, id: &FieldId) -> bool {
    draft.field(id).is_none_or(gaozhi_core::field::Field::is_required) || draft.is_open(id)
}

/// What the keys of a draft's records begin with.
pub(crate) fn draft_keys(id: &str) -> String {
    [Kind::Draft.prefix(), id, "/"].concat()
}

/// Calls `then` with the draft of that id, at once unless it has to be unpacked or sought in the twin.
pub(crate) fn open(id: &str, then: impl FnOnce(Opened) + 'static) {
    seek(id, Box::new(then));
}

fn seek(id: &str, then: Then<Opened>) {
    let found = records::find(Kind::Draft, id);
    let is_damaged = matches!(found, Found::Damaged);
    if !is_damaged && !records::has_damage(Kind::Draft, id) {
        return open_found(found, then);
    }
    // The twin may have whole what is damaged here.
    let id = id.to_owned();
    records::heal(move |_| {
        let found = records::find(Kind::Draft, &id);
        // It was set aside when it was first met.
        let is_gone = is_damaged && matches!(found, Found::Missing);
        open_found(if is_gone { Found::Damaged } else { found }, then);
    });
}

fn open_found(found: Found, then: Then<Opened>) {
    match found {
        Found::Record(record) if record.shelf == Shelf::Kept => {
            body(*record, |json| then(json.map_or(Opened::Damaged, |json| opened(&json))));
        }
        Found::Record(_) | Found::Missing => then(Opened::Missing),
        Found::Newer => then(Opened::Newer),
        Found::Damaged => then(Opened::Damaged),
    }
}

fn opened(json: &str) -> Opened {
    match json::draft(json) {
        Ok(stored) => Opened::Draft(Box::new(stored)),
        Err(Unreadable::Newer(_)) => Opened::Newer,
        Err(Unreadable::Damaged(_) | Unreadable::Foreign) => Opened::Damaged,
    }
}

/// Calls `found` with the id of each draft that has `sought` in an answer; at once
/// or once it is unpacked.
pub(crate) fn find_in_answers(sought: &str, found: impl Fn(&str) + 'static) {
    let found = Rc::new(found);
    for (id, record) in records::all(Kind::Draft) {
        let Found::Record(record) = record else { continue };
        let (found, sought) = (Rc::clone(&found), sought.to_owned());
        body(*record, move |json| {
            let Some(json) = json else { return };
            // The answers come before the outline, which says the same in every draft.
            let outline = find_word(&json, "\"outline\"").unwrap_or(json.len());
            if find_word(&json, &sought).is_some_and(|at| at < outline) {
                found(&id);
            }
        });
    }
}

/// Calls `then` with what a record keeps, at once unless it is packed.
pub(super) fn body(record: Record, then: impl FnOnce(Option<String>) + 'static) {
    unpacked(record, Box::new(then));
}

fn unpacked(record: Record, then: Then<Option<String>>) {
    if record.is_packed { twin::unpack(&record.body).text(then) } else { then(Some(record.body)) }
}

/// Stores an open draft. When it fails, the record before it stays whole, and the draft is kept for
/// as long as this window lives.
pub(crate) fn save(id: &str, name: String, tally: (usize, usize), json: String) -> Kept {
    let facts = Facts { shelf: Shelf::Kept, changed: clock::now(), tally, name };
    records::keep(Kind::Draft, id, facts, json)
}

/// Stores a draft that is not open, and gives it an id. Where it cannot be stored it lives on in
/// this window, and the page of it says so.
pub(crate) fn add(stored: &Stored) -> String {
    let id = clock::fresh_id();
    put(&id, stored, Shelf::Kept);
    id
}

/// Stores a draft that was kept elsewhere, under another name if it is given one. One that cannot be
/// read stays as it is.
pub(super) fn bring(id: &str, json: String, shelf: Shelf, name: Option<&dyn Fn(&str) -> String>) -> Kept {
    let Ok(mut stored) = json::draft(&json) else {
        let facts = Facts { shelf, changed: 0, tally: (0, 0), name: id.to_owned() };
        return records::keep(Kind::Draft, id, facts, json);
    };
    if let Some(name) = name {
        let name = name(stored.draft.name());
        stored.draft.apply(Edit::Rename(name));
    }
    put(id, &stored, shelf)
}

pub(super) fn put(id: &str, stored: &Stored, shelf: Shelf) -> Kept {
    let Stored { draft, created, changed } = stored;
    let json = to_json(draft, &OutlineJson::of(draft), *created, *changed);
    records::keep(Kind::Draft, id, facts(draft, *changed, shelf), json)
}

/// The id of the draft of a template file that a link names: the same file with the same text is
/// the same draft.
pub(crate) fn link_id(path: &str, text: &str) -> String {
    format!("t{:016x}", fnv1a(path.bytes().chain([0]).chain(text.bytes())))
}

/// Whether the newest text of a draft is in this window only.
pub(crate) fn is_unsaved(id: &str) -> bool {
    records::is_unstored(Kind::Draft, id)
}

/// Calls `then` with the stored text of a draft, a deleted or a damaged one, as it is.
pub(crate) fn raw(id: &str, then: impl FnOnce(String) + 'static) {
    match records::find(Kind::Draft, id) {
        Found::Record(record) => body(*record, |json| then(json.unwrap_or_default())),
        Found::Missing | Found::Damaged | Found::Newer => {
            let damaged = cells::get(&[records::DAMAGED, id].concat());
            let newer = || cells::keys(&[Kind::Draft.prefix(), id].concat()).into_iter().max();
            let newer = || cells::get(&[Kind::Draft.prefix(), id, &newer()?].concat());
            then(damaged.or_else(newer).unwrap_or_default());
        }
    }
}

/// Moves a draft to the bin.
pub(crate) fn delete(id: &str) -> Result<(), StorageError> {
    shelve(id, Shelf::Bin)
}

/// Moves a draft out of the bin.
pub(crate) fn restore(id: &str) -> Result<(), StorageError> {
    shelve(id, Shelf::Kept)
}

fn shelve(id: &str, shelf: Shelf) -> Result<(), StorageError> {
    let Found::Record(record) = records::find(Kind::Draft, id) else { return Ok(()) };
    records::shelve(Kind::Draft, id, *record, shelf).told()
}

/// Gives a draft another name, and calls `then` with what came of it.
pub(crate) fn rename(id: &str, name: String, then: impl FnOnce(Result<(), StorageError>) + 'static) {
    rewrite(id, id.to_owned(), Box::new(|_| name), Box::new(then));
}

/// Stores a second draft of the same under the id `copy`.
pub(crate) fn duplicate(
    id: &str,
    copy: String,
    name: fn(&str) -> String,
    then: impl FnOnce(Result<(), StorageError>) + 'static,
) {
    rewrite(id, copy, Box::new(name), Box::new(then));
}

fn rewrite(
    from: &str,
    to: String,
    name: Box<dyn FnOnce(&str) -> String>,
    then: Then<Result<(), StorageError>>,
) {
    open(from, move |opened| {
        let Opened::Draft(mut stored) = opened else { return then(Ok(())) };
        let name = name(stored.draft.name());
        stored.draft.apply(Edit::Rename(name));
        then(put(&to, &stored, Shelf::Kept).told());
    });
}
