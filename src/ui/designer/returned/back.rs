//! What came back, kept until the person has decided about it, so that it survives a reload.

use std::cell::RefCell;

use gaozhi_core::draft::{Stored, Unreadable};
use gaozhi_core::report::compose;

use super::super::super::notices::Notices;
use super::super::said;
use crate::browser::handover::{self, Asked};
use crate::browser::{address, json, reader, storage};
use crate::route::Route;
use crate::store;

/// Where it is kept: the id of the draft, then the list as it was read.
const KEY: &str = "gaozhi/returned";

thread_local! {
    /// The last one, as storage may have no room for it.
    static LAST: RefCell<Option<Back>> = const { RefCell::new(None) };
}

/// A report that came back.
#[derive(Clone, Debug)]
pub(in super::super) struct Back {
    /// The draft of which it is the report.
    id: String,
    /// The draft that the file carries as JSON, or empty.
    pub(super) sent: String,
    /// Its paragraphs, a line each.
    pub(super) paragraphs: String,
}

impl Back {
    fn new(id: String, parts: &[String]) -> Self {
        let sent = parts.first().cloned().unwrap_or_default();
        Self { id, sent, paragraphs: parts.get(1..).unwrap_or_default().join("\n") }
    }

    /// What came back of the draft of that id.
    pub(in super::super) fn of(id: &str) -> Option<Self> {
        let last = LAST.with_borrow(Clone::clone).or_else(|| {
            let text = storage::get(KEY)?;
            let mut parts = text.splitn(3, '\u{1f}').map(str::to_owned);
            Some(Self { id: parts.next()?, sent: parts.next()?, paragraphs: parts.next()? })
        });
        last.filter(|back| back.id == id)
    }

    /// Keeps it and shows what was changed.
    fn show(self) {
        // Without room for it a reload ends the deciding; nothing else is lost.
        let _ = storage::set(KEY, &[self.id.as_str(), &self.sent, &self.paragraphs].join("\u{1f}"));
        let address = Route::returned(&self.id);
        LAST.set(Some(self));
        address::go(&address);
    }

    /// Forgets it: the person has decided.
    pub(super) fn forget() {
        LAST.set(None);
        storage::remove(KEY);
    }
}

/// Reads a file in which the report of the draft of that id came back.
pub(in super::super) fn bring_back(id: String, asked: &Asked, notices: Notices) {
    let name = asked.name.clone();
    reader::returned(asked, move |read| match read {
        Ok(parts) => Back::new(id, &parts).show(),
        Err(refusal) => notices.error((said().refused)(&name, refusal)),
    });
}

/// Opens a Word file as the draft that it carries; one that says something else as a report that came
/// back. Calls `otherwise` for one that carries none.
pub(in super::super) fn open(asked: &Asked, otherwise: impl FnOnce() + 'static) {
    reader::returned(asked, move |read| {
        let Ok(parts) = read else { return otherwise() };
        let Some((draft, paragraphs)) = parts.split_first() else { return otherwise() };
        match json::draft(draft) {
            Ok(sent) if !compose(&sent.draft).is_printed_as(paragraphs.iter().map(String::as_str)) => {
                find(sent, move |id| Back::new(id, &parts).show());
            }
            // The app says so where a newer version wrote it.
            Ok(_) | Err(Unreadable::Newer(_)) => handover::brought(draft),
            Err(Unreadable::Damaged(_) | Unreadable::Foreign) => otherwise(),
        }
    });
}

/// Calls `then` with the id of the draft that was sent: the one that is here, or else the one in the
/// file, which is kept beside all others.
fn find(sent: Stored, then: impl FnOnce(String) + 'static) {
    store::counterpart(sent.clone(), move |here| {
        then(here.map_or_else(|| store::add_from_file(&sent), |(id, _)| id));
    });
}
