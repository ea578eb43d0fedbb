//! Opening a draft that was saved to a file, or a template as text.

use gaozhi_core::draft::{Unreadable, from_json};
use gaozhi_core::reading::read_any;

use super::super::notices::Notices;
use super::super::{fresh, live, words};
use super::FILE;
use crate::browser::{address, files};
use crate::route::Route;
use crate::store;

/// Keeps the box for a file alive.
pub(super) fn follow() {
    let notices = Notices::get();
    live::listen(FILE, "change", move |event| {
        files::chosen(event, move |name, text| open(name, text, notices));
    });
}

/// A file never replaces a draft: it becomes one of its own.
fn open(name: &str, text: &str, notices: Notices) {
    let lower = name.to_ascii_lowercase();
    let stored = if lower.ends_with(".json") {
        match from_json(text) {
            Err(Unreadable::Newer(_)) => return notices.error(words().newer),
            read => read.ok(),
        }
    } else if lower.ends_with(".txt") || lower.ends_with(".md") {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        Some(fresh(read_any(text, stem)))
    } else {
        None
    };
    let Some(stored) = stored.filter(|stored| !stored.draft.entries().is_empty()) else {
        return notices.error((words().file_unreadable)(name));
    };
    address::go(&Route::fill(&store::add(&stored)));
}
