//! Drafts that have lain for a while are packed, so that many of them have room and the list of
//! them is read in a blink.

use gaozhi_core::record::Record;

use super::drafts::facts_of;
use super::records::{self, Found, Kind};
use crate::browser::{clock, twin};

/// How long nobody touched a draft that is packed, in milliseconds.
const REST: i64 = 3_600_000;
/// How long the page has been there before, and the time between two, in milliseconds.
const LATER: u64 = 4000;
const PAUSE: u64 = 50;

/// Packs what has lain for a while, once the page has come to rest.
pub(super) fn tidy() {
    clock::after(LATER, || {
        let before = clock::now() - REST;
        let lies = |(id, found)| match found {
            Found::Record(record) if !record.is_packed && record.changed < before => Some((id, *record)),
            Found::Record(_) | Found::Missing | Found::Damaged | Found::Newer => None,
        };
        pack_next(records::all(Kind::Draft).into_iter().filter_map(lies).collect());
    });
}

fn pack_next(mut rest: Vec<(String, Record)>) {
    let Some((id, record)) = rest.pop() else { return };
    twin::pack(&record.body).text(Box::new(move |packed| {
        // Without packing all else works as well.
        let Some(body) = packed else { return };
        if record.name.is_empty() {
            // A record of an earlier release: the next one says what it is.
            if let Some(facts) = facts_of(&record.body, record.shelf) {
                records::keep_packed(Kind::Draft, &id, facts, body);
            }
        } else {
            records::put_packed(Kind::Draft, &id, &record, body);
        }
        clock::after(PAUSE, || pack_next(rest));
    }));
}
