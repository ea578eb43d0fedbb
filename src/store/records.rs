//! Records in the browser: each is written once, under a key of its own, into localStorage and its
//! durable twin. The two newest of a window stay, so that a write that goes wrong leaves the one
//! before it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gaozhi_core::draft;
use gaozhi_core::lang::ZH;
use gaozhi_core::record::{Record, Seen, Shelf, Stamp, Trail, Unreadable, read, write};

use super::{cells, versions};
use crate::browser::storage::StorageError;
use crate::browser::twin::Then;
use crate::browser::{clock, json, twin};

/// What is kept as records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Draft,
    Template,
}

impl Kind {
    /// What its keys begin with.
    pub(super) fn prefix(self) -> &'static str {
        match self {
            Self::Draft => "gaozhi/draft/",
            Self::Template => "gaozhi/template/",
        }
    }

    /// Where releases without records kept what was deleted.
    fn old_bin(self) -> &'static str {
        match self {
            Self::Draft => "gaozhi/bin/",
            Self::Template => "gaozhi/bin-template/",
        }
    }
}

/// All keys begin with this.
const ROOT: &str = "gaozhi/";
/// What cannot be read, under the rest of its key.
pub(super) const DAMAGED: &str = "gaozhi/damaged/";
/// How long the record of what was deleted for good says so, in milliseconds.
const MOURNING: i64 = 90 * 24 * 3_600_000;
/// How long the page waits for the twin before it goes on without, in milliseconds.
const PATIENCE: u64 = 1500;

/// What was found under an id.
pub(super) enum Found {
    Record(Box<Record>),
    Missing,
    /// It could not be read and was set aside.
    Damaged,
    /// A newer version of this program wrote it; it stays where it is.
    Newer,
}

/// Hears why something could not be stored.
type Told = Rc<dyn Fn(StorageError)>;
/// What is done by whoever comes first.
type Once = Rc<Cell<Option<Box<dyn FnOnce()>>>>;

thread_local! {
    /// What this window knows of the records, by id.
    static TRAILS: RefCell<Vec<Trail>> = const { RefCell::new(Vec::new()) };
    /// Whether the browser gives a durable twin.
    static HAS_TWIN: Cell<bool> = const { Cell::new(false) };
    /// Hears of what the twin did not take.
    static FAILED: RefCell<Option<Told>> = const { RefCell::new(None) };
    static WRITER: String = clock::fresh_id();
}

/// Calls `then` once what only one of the two stores had is in both, or when that takes too long.
/// `failed` hears of what could not be stored and nobody waits for.
pub(super) fn start(failed: impl Fn(StorageError) + 'static, then: impl FnOnce() + 'static) {
    FAILED.replace(Some(Rc::new(failed)));
    let then: Once = Rc::new(Cell::new(Some(Box::new(then))));
    let late = Rc::clone(&then);
    clock::after(PATIENCE, move || {
        if let Some(then) = late.take() {
            then();
        }
    });
    twin::mirrored().texts(Box::new(move |left| {
        HAS_TWIN.set(left.is_some());
        for pair in left.unwrap_or_default().chunks_exact(2) {
            if let [key, text] = pair {
                cells::remember(key, text);
            }
        }
        if let Some(then) = then.take() {
            then();
        }
    }));
}

/// What came of keeping something.
pub(crate) struct Kept {
    stored: Result<(), StorageError>,
    twin: Option<twin::Asked>,
}

impl Kept {
    /// There was nothing to keep.
    pub(crate) fn nothing() -> Self {
        Self { stored: Ok(()), twin: None }
    }

    /// Calls `then` once it is known whether all stores that there are took it.
    pub(crate) fn then(self, then: impl FnOnce(Result<(), StorageError>) + 'static) {
        self.wait(Box::new(then));
    }

    fn wait(self, then: Then<Result<(), StorageError>>) {
        let Self { stored, twin } = self;
        let Some(twin) = twin.filter(|_| HAS_TWIN.get()) else { return then(stored) };
        twin.done(Box::new(move |done| {
            then(match stored {
                Ok(()) | Err(StorageError::Denied) if done => Ok(()),
                Ok(()) => Err(StorageError::Full),
                Err(error) => Err(error),
            });
        }));
    }

    /// Whether localStorage took it.
    pub(crate) fn is_stored(&self) -> bool {
        self.stored.is_ok()
    }

    /// Whether it is stored, for those who do not wait for the twin.
    pub(crate) fn told(self) -> Result<(), StorageError> {
        let stored = match self.stored {
            Err(StorageError::Denied) if HAS_TWIN.get() => Ok(()),
            stored => stored,
        };
        if stored.is_ok() {
            self.then(|done| {
                if let (Err(error), Some(failed)) = (done, FAILED.with_borrow(Clone::clone)) {
                    failed(error);
                }
            });
        }
        stored
    }
}

/// The facts of a record besides what it keeps.
pub(super) struct Facts {
    pub(super) shelf: Shelf,
    pub(super) changed: i64,
    pub(super) tally: (usize, usize),
    pub(super) name: String,
}

/// Keeps `body` under `id`, after all that this window has read there.
pub(super) fn keep(kind: Kind, id: &str, facts: Facts, body: String) -> Kept {
    let Facts { shelf, changed, tally, name } = facts;
    let (stamp, seen) = (Stamp::old(), Seen::default());
    keep_record(kind, id, Record { stamp, seen, shelf, changed, tally, name, is_packed: false, body })
}

/// Keeps a body that is packed.
pub(super) fn keep_packed(kind: Kind, id: &str, facts: Facts, body: String) {
    let Facts { shelf, changed, tally, name } = facts;
    let (stamp, seen) = (Stamp::old(), Seen::default());
    // What was there stays where this fails.
    let _ = keep_record(kind, id, Record { stamp, seen, shelf, changed, tally, name, is_packed: true, body });
}

/// Puts the packed body of a record in its place, unless another one counts by now.
pub(super) fn put_packed(kind: Kind, id: &str, record: &Record, body: String) {
    let key = [kind.prefix(), id, "/", &record.stamp.key()].concat();
    if cells::get(&key).and_then(|text| read(&text).ok()).as_ref() != Some(record) {
        return;
    }
    let text = write(&Record { is_packed: true, body, ..record.clone() });
    if cells::set(&key, &text).is_ok() {
        // The twin has it whole already.
        let _ = twin::put(&key, &text, &[]);
    }
}

/// Keeps a record's draft on another shelf; when it was changed stays as it is.
pub(super) fn shelve(kind: Kind, id: &str, record: Record, shelf: Shelf) -> Kept {
    keep_record(kind, id, Record { shelf, ..record })
}

fn keep_record(kind: Kind, id: &str, record: Record) -> Kept {
    let place = [kind.prefix(), id].concat();
    if !TRAILS.with_borrow(|all| all.iter().any(|trail| trail.place() == place)) {
        let _ = find(kind, id);
    }
    let mut trail = take_trail(&place);
    let next = trail.next(record);
    let mut stored = cells::set(&next.key, &next.text);
    if stored == Err(StorageError::Full) && versions::make_room(next.text.len()) {
        stored = cells::set(&next.key, &next.text);
    }
    let twin = Some(twin::put(&next.key, &next.text, &next.drops));
    if stored.is_ok() {
        next.drops.iter().for_each(|key| cells::remove(key));
        trail.stored(next);
    } else {
        // Of what is in this window only, the newest is enough.
        next.drops.iter().filter(|key| cells::is_unstored(key)).for_each(|key| cells::remove(key));
        cells::remember(&next.key, &next.text);
        trail.unstored(next);
    }
    TRAILS.with_borrow_mut(|all| all.push(trail));
    Kept { stored, twin }
}

/// What this window knows of a place, to be put back.
fn take_trail(place: &str) -> Trail {
    TRAILS.with_borrow_mut(|all| {
        let at = all.iter().position(|trail| trail.place() == place);
        at.map_or_else(|| WRITER.with(|writer| Trail::new(place, writer)), |at| all.swap_remove(at))
    })
}

/// What is under an id.
pub(super) fn find(kind: Kind, id: &str) -> Found {
    let place = [kind.prefix(), id].concat();
    let mine = |rest: &String| rest.is_empty() || rest.starts_with('/');
    let keys = cells::keys(&place).into_iter().filter(mine).map(|rest| [&place, rest.as_str()].concat());
    settle(kind, id, keys.collect(), &mut false)
}

/// All that is kept of a kind, ids with what was found there.
pub(super) fn all(kind: Kind) -> Vec<(String, Found)> {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    take_over_old_bin(kind);
    for rest in cells::keys(kind.prefix()) {
        let id = rest.split_once('/').map_or(rest.as_str(), |(id, _)| id);
        let key = [kind.prefix(), &rest].concat();
        // The keys of one id mostly come one after the other.
        match groups.iter_mut().rev().find(|(other, _)| other == id) {
            Some((_, keys)) => keys.push(key),
            None => groups.push((id.to_owned(), vec![key])),
        }
    }
    let mut went_apart = false;
    let mut all_found = Vec::new();
    for (id, keys) in groups {
        let found = settle(kind, &id, keys, &mut went_apart);
        all_found.push((id, found));
    }
    // What went apart just now is there too.
    if went_apart { all(kind) } else { all_found }
}

/// Of the records under one id, that which counts. Another one that counts too becomes a draft of
/// its own.
fn settle(kind: Kind, id: &str, keys: Vec<String>, went_apart: &mut bool) -> Found {
    let place = [kind.prefix(), id].concat();
    let (mut stored, mut records) = (Vec::new(), Vec::new());
    let mut otherwise = Found::Missing;
    for key in keys {
        let Some(text) = cells::get(&key) else { continue };
        match decode(kind, &place, &key, text) {
            Ok(record) => {
                stored.push(key);
                records.push(record);
            }
            Err(Unreadable::Newer(_)) => return Found::Newer,
            Err(Unreadable::Damaged | Unreadable::Foreign) => {
                set_aside(&key);
                otherwise = Found::Damaged;
            }
        }
    }
    let mut trail = take_trail(&place);
    let found = trail.look(stored, records);
    for (key, record) in found.apart {
        *went_apart |= set_apart(kind, id, &key, &record);
    }
    let Some(record) = found.record else { return otherwise };
    if record.shelf != Shelf::Gone {
        TRAILS.with_borrow_mut(|all| all.push(trail));
        return Found::Record(Box::new(record));
    }
    let mut keys = trail.spare();
    if record.changed + MOURNING < clock::now() {
        keys.append(&mut trail.end());
    } else {
        TRAILS.with_borrow_mut(|all| all.push(trail));
    }
    if !keys.is_empty() {
        keys.iter().for_each(|key| cells::remove(key));
        // What is left there is met, and taken out, again.
        let _ = twin::remove(&keys);
    }
    Found::Missing
}

/// A record, or what releases before them kept under the bare id.
fn decode(kind: Kind, place: &str, key: &str, text: String) -> Result<Record, Unreadable> {
    match read(&text) {
        Err(Unreadable::Foreign) if place == key => match (kind, json::draft(&text)) {
            (Kind::Draft, Err(draft::Unreadable::Newer(version))) => Err(Unreadable::Newer(version)),
            (Kind::Draft, Err(_)) => Err(Unreadable::Damaged),
            // Any text is a template.
            (Kind::Draft | Kind::Template, _) => Ok(old(Shelf::Kept, text)),
        },
        other => other,
    }
}

fn old(shelf: Shelf, body: String) -> Record {
    let (stamp, seen) = (Stamp::old(), Seen::default());
    Record { stamp, seen, shelf, changed: 0, tally: (0, 0), name: String::new(), is_packed: false, body }
}

/// What was written without knowing of the other window becomes a draft of its own. Each window
/// that does this does the same. Says whether there was room for it.
fn set_apart(kind: Kind, id: &str, key: &str, record: &Record) -> bool {
    let to = [kind.prefix(), id, "-", &record.stamp.writer, "/", &record.stamp.key()].concat();
    let text = write(&Record { name: (ZH.from_other_window)(&record.name), ..record.clone() });
    let is_stored = cells::set(&to, &text).is_ok();
    if is_stored {
        cells::remove(key);
        // Where the twin fails, the other window's record is met there again.
        let _ = twin::put(&to, &text, &[key.to_owned()]);
    }
    is_stored
}

/// Whether a part of what is under an id could not be read.
pub(super) fn has_damage(kind: Kind, id: &str) -> bool {
    let place = [kind.prefix(), id, "/"].concat();
    place.strip_prefix(ROOT).is_some_and(|rest| !cells::keys(&[DAMAGED, rest].concat()).is_empty())
}

/// Moves what cannot be read out of the way; where there is no room for a second copy it stays
/// where it is, and is met again.
fn set_aside(key: &str) {
    let (Some(text), Some(rest)) = (cells::get(key), key.strip_prefix(ROOT)) else { return };
    let aside = [DAMAGED, rest].concat();
    if cells::set(&aside, &text).is_ok() {
        cells::remove(key);
    } else {
        cells::remember(&aside, &text);
    }
}

/// Asks the twin for what could not be read here; calls `then` with whether something came back.
pub(crate) fn heal(then: impl FnOnce(bool) + 'static) {
    let rests = cells::keys(DAMAGED);
    let keys: Vec<String> = rests.iter().map(|rest| [ROOT, rest].concat()).collect();
    twin::get(&keys).texts(Box::new(move |texts| {
        let mut is_healed = false;
        for ((rest, key), text) in rests.iter().zip(&keys).zip(texts.unwrap_or_default()) {
            let damaged = [DAMAGED, rest].concat();
            let is_whole = |text: &String| read(text).is_ok();
            if is_whole(&text) && !cells::get(key).as_ref().is_some_and(is_whole) {
                cells::remove(&damaged);
                if cells::set(key, &text).is_err() {
                    cells::remember(key, &text);
                }
                is_healed = true;
            }
        }
        then(is_healed);
    }));
}

/// What releases without records deleted is kept as they keep it now.
fn take_over_old_bin(kind: Kind) {
    for id in cells::keys(kind.old_bin()) {
        let key = [kind.old_bin(), &id].concat();
        let Some(body) = cells::get(&key) else { continue };
        let is_taken = !matches!(find(kind, &id), Found::Missing);
        let id = if is_taken { [&id, "-bin"].concat() } else { id };
        let Record { shelf, changed, tally, name, body, .. } = old(Shelf::Bin, body);
        // Taken out first, so that a full storage has room.
        cells::remove(&key);
        if keep(kind, &id, Facts { shelf, changed, tally, name }, body.clone()).told().is_err() {
            // There was room for it a moment ago.
            let _ = cells::set(&key, &body);
        }
    }
}

/// Whether the newest record of an id is in this window only.
pub(super) fn is_unstored(kind: Kind, id: &str) -> bool {
    cells::keys(&[kind.prefix(), id, "/"].concat())
        .iter()
        .any(|rest| cells::is_unstored(&[kind.prefix(), id, "/", rest].concat()))
}
