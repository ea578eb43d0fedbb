//! Versions of a draft: what it was before a session of work, from time to time during one, and
//! when the person said so. Packed, thinned out with age; when room runs short the oldest go first.

use gaozhi_core::record::{Record, Seen, Shelf, Stamp, read, write};
use gaozhi_core::versions::{self, which_to_drop};

use super::cells;
use super::records::{self, Found, Kind};
use crate::browser::storage::StorageError;
use crate::browser::twin::Then;
use crate::browser::{clock, twin};

pub(super) const VERSION: &str = "gaozhi/version/";
/// The key of a version that the person named ends with this.
const NAMED: char = '!';
/// The room that the versions of one draft may take, in bytes, unless the person named more.
const ROOM: u64 = 2_000_000;

/// A draft as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Version {
    /// When, in milliseconds since 1970.
    pub(crate) at: i64,
    /// What the person calls it; empty for one that was kept by itself.
    pub(crate) name: String,
    /// How many of the fields that had to be filled were, and how many there were.
    pub(crate) tally: (usize, usize),
}

/// Keeps the stored state of a draft as a version: it is about to change.
pub(crate) fn keep_version_before(id: &str) {
    let Found::Record(record) = records::find(Kind::Draft, id) else { return };
    // The record of an earlier release does not say when it was.
    let at = if record.changed == 0 { clock::now() } else { record.changed };
    let version = Version { at, name: String::new(), tally: record.tally };
    keep(id, version, record.body, record.is_packed, Box::new(drop));
}

/// Keeps a version of a draft, as JSON, and calls `then` with what came of it.
pub(crate) fn keep_version(
    id: &str,
    version: Version,
    json: String,
    then: impl FnOnce(Result<(), StorageError>) + 'static,
) {
    keep(id, version, json, false, Box::new(then));
}

/// Keeps it unless there is one of that time. `json` is packed already if `is_packed`.
fn keep(id: &str, version: Version, json: String, is_packed: bool, then: Then<Result<(), StorageError>>) {
    let Version { at, name, tally } = version;
    let (named, automatic) = (key(id, at, true), key(id, at, false));
    let is_known = |key: &str| cells::get(key).is_some();
    if is_known(&named) || (name.is_empty() && is_known(&automatic)) {
        return then(Ok(()));
    }
    let key = if name.is_empty() { automatic } else { named };
    let place = [VERSION, id, "/"].concat();
    let store = move |body: String, is_packed| {
        let stamp = Stamp { writer: "version".to_owned(), seq: at.unsigned_abs() };
        let (seen, shelf) = (Seen::default(), Shelf::Kept);
        let text = write(&Record { stamp, seen, shelf, changed: at, tally, name, is_packed, body });
        let mut stored = cells::set(&key, &text);
        if stored.is_err() && make_room(text.len()) {
            stored = cells::set(&key, &text);
        }
        // The twin is asked in any case; where it has it, nothing is lost.
        twin::put(&key, &text, &[]).done(Box::new(move |is_put| {
            thin(&place);
            then(if is_put { Ok(()) } else { stored });
        }));
    };
    if is_packed {
        return store(json, true);
    }
    twin::pack(&json).text(Box::new(move |packed| match packed {
        Some(packed) => store(packed, true),
        None => store(json, false),
    }));
}

/// Drops the versions of a draft that nobody named and younger ones stand for.
pub(crate) fn thin_versions(id: &str) {
    thin(&[VERSION, id, "/"].concat());
}

/// The same, by what their keys begin with.
fn thin(place: &str) {
    let mut keys: Vec<(i64, String)> = Vec::new();
    for rest in cells::keys(place) {
        let key = [place, &rest].concat();
        if let Some(at) = at_of(&key) {
            keys.insert(keys.partition_point(|(other, _)| *other > at), (at, key));
        }
    }
    let of = |(at, key): &(i64, String)| versions::Version {
        at: *at,
        named: key.ends_with(NAMED),
        size: cells::get(key).map_or(0, |text| text.len() as u64),
    };
    let all: Vec<_> = keys.iter().map(of).collect();
    let dropped = which_to_drop(&all, clock::now(), ROOM);
    if !dropped.is_empty() {
        take_out(&dropped.into_iter().filter_map(|at| Some(keys.get(at)?.1.clone())).collect::<Vec<_>>());
    }
}

/// Takes versions out of both stores.
fn take_out(keys: &[String]) {
    keys.iter().for_each(|key| cells::remove(key));
    // What is left there is met again at the next start.
    let _ = twin::remove(keys);
}

fn key(id: &str, at: i64, is_named: bool) -> String {
    let mark = if is_named { NAMED.to_string() } else { String::new() };
    [VERSION, id, "/", &at.to_string(), &mark].concat()
}

/// The versions of a draft, the newest first.
pub(crate) fn versions(id: &str) -> Vec<Version> {
    let mut list: Vec<Version> = Vec::new();
    for rest in cells::keys(&[VERSION, id, "/"].concat()) {
        let text = cells::get(&[VERSION, id, "/", &rest].concat());
        let Some(Record { changed, name, tally, .. }) = text.and_then(|text| read(&text).ok()) else {
            continue;
        };
        let at = list.partition_point(|other| other.at > changed);
        list.insert(at, Version { at: changed, name, tally });
    }
    list
}

/// Calls `then` with a version as JSON; with nothing where it cannot be read.
pub(crate) fn version(id: &str, version: &Version, then: impl FnOnce(Option<String>) + 'static) {
    let text = cells::get(&key(id, version.at, !version.name.is_empty()));
    match text.and_then(|text| read(&text).ok()) {
        Some(record) => super::drafts::body(record, then),
        None => then(None),
    }
}

/// Gives a version a name, or another one.
pub(crate) fn rename_version(id: &str, version: &Version, name: String) -> Result<(), StorageError> {
    let old = key(id, version.at, !version.name.is_empty());
    let Some(record) = cells::get(&old).and_then(|text| read(&text).ok()) else { return Ok(()) };
    let new = key(id, version.at, !name.is_empty());
    let text = write(&Record { name, ..record });
    cells::set(&new, &text)?;
    // What is left there is met again at the next start.
    let _ = twin::put(&new, &text, &[]);
    if old != new {
        take_out(&[old]);
    }
    Ok(())
}

/// Deletes a version; gives its record, for [`put_version_back`].
pub(crate) fn remove_version(id: &str, version: &Version) -> Option<String> {
    let key = key(id, version.at, !version.name.is_empty());
    let text = cells::get(&key);
    take_out(&[key]);
    text
}

/// Puts a version back that was deleted.
pub(crate) fn put_version_back(id: &str, version: &Version, text: &str) -> Result<(), StorageError> {
    let key = key(id, version.at, !version.name.is_empty());
    // The twin is asked in any case.
    let _ = twin::put(&key, text, &[]);
    cells::set(&key, text)
}

/// Takes out all versions of a draft.
pub(super) fn remove_all(id: &str) {
    let place = [VERSION, id, "/"].concat();
    let keys = cells::keys(&place).into_iter().map(|rest| [&place, rest.as_str()].concat());
    take_out(&keys.collect::<Vec<_>>());
}

/// Takes out the oldest versions that nobody named, as many as hold `length` characters. Says
/// whether there were any.
pub(super) fn make_room(length: usize) -> bool {
    let mut room = 0;
    while room < length {
        let automatic = |rest: String| (!rest.ends_with(NAMED)).then_some((at_of(&rest)?, rest));
        let Some((_, rest)) = cells::keys(VERSION).into_iter().filter_map(automatic).min() else { break };
        let key = [VERSION, &rest].concat();
        room += cells::get(&key).map_or(0, |text| text.len());
        take_out(&[key]);
    }
    room > 0
}

/// When the version under a key was taken.
fn at_of(rest: &str) -> Option<i64> {
    rest.trim_end_matches(NAMED).rsplit_once('/')?.1.parse().ok()
}
