//! Everything kept here as the items of one backup, and back again.

use std::vec::IntoIter;

use gaozhi_core::backup::{Item, Plan, Planned};
use gaozhi_core::record::{Record, Shelf};

use super::records::{self, Found, Kind};
use super::{cells, drafts, taken, templates};
use crate::browser::storage::StorageError;
use crate::browser::twin;

/// The places of what is kept as it is.
const PLAIN: [&str; 4] = ["version", "damaged", "setting", "setup"];

type Then = Box<dyn FnOnce(Vec<Item>)>;

fn key(place: &str, id: &str) -> String {
    ["gaozhi/", place, "/", id].concat()
}

/// Calls `then` with all that is kept here, at once unless some of it has to be unpacked.
pub(crate) fn everything(then: impl FnOnce(Vec<Item>) + 'static) {
    let mut packed = Vec::new();
    for (kind, places) in [(Kind::Draft, ["draft", "bin"]), (Kind::Template, ["template", "bin-template"])] {
        for (id, found) in records::all(kind) {
            if let Found::Record(record) = found {
                let place = places[usize::from(record.shelf == Shelf::Bin)];
                packed.push((Item { place: place.to_owned(), id, text: String::new() }, *record));
            }
        }
    }
    let mut items = Vec::new();
    for place in PLAIN {
        for id in cells::keys(&key(place, "")) {
            if let Some(text) = cells::get(&key(place, &id)) {
                items.push(Item { place: place.to_owned(), id, text });
            }
        }
    }
    unpack(packed.into_iter(), items, Box::new(then));
}

fn unpack(mut packed: IntoIter<(Item, Record)>, mut items: Vec<Item>, then: Then) {
    while let Some((mut item, record)) = packed.next() {
        if record.is_packed {
            return drafts::body(record, move |text| {
                item.text = text.unwrap_or_default();
                items.push(item);
                unpack(packed, items, then);
            });
        }
        item.text = record.body;
        items.push(item);
    }
    then(items);
}

/// Keeps what a plan says. `name` names what comes beside something else.
pub(crate) fn carry_out(plan: &Plan, name: &dyn Fn(&str) -> String) -> Result<(), StorageError> {
    let mut result = Ok(());
    for Planned { item: Item { place, id, text }, is_copy } in &plan.items {
        let shelf = if place.starts_with("bin") { Shelf::Bin } else { Shelf::Kept };
        let name = is_copy.then_some(name);
        let kept = match place.as_str() {
            "draft" | "bin" => {
                taken::note(id, plan.made);
                drafts::bring(id, text.clone(), shelf, name).told()
            }
            "template" | "bin-template" => templates::bring(id, text.clone(), shelf, name).told(),
            _ => keep_plain(&key(place, id), text),
        };
        result = result.and(kept);
    }
    result
}

fn keep_plain(key: &str, text: &str) -> Result<(), StorageError> {
    let stored = cells::set(key, text);
    if stored.is_err() {
        cells::remember(key, text);
    }
    if key.starts_with(super::versions::VERSION) {
        // What fails is made up for at the next start.
        let _ = twin::put(key, text, &[]);
    }
    stored
}
