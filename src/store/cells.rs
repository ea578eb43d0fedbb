//! Texts by key. What localStorage does not take is kept for as long as this window lives, and is
//! found there first.

use std::cell::RefCell;

use crate::browser::storage::{self, StorageError};

thread_local! {
    /// What could not be stored, by key.
    static UNSTORED: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// The newest text under a key.
pub(super) fn get(key: &str) -> Option<String> {
    let find = |list: &Vec<(String, String)>| list.iter().find(|(other, _)| other == key).cloned();
    UNSTORED.with_borrow(find).map(|(_, text)| text).or_else(|| storage::get(key))
}

/// Stores a text; when it fails, what was there before stays whole.
pub(super) fn set(key: &str, text: &str) -> Result<(), StorageError> {
    forget(key);
    storage::set(key, text)
}

/// Keeps a text in this window.
pub(super) fn remember(key: &str, text: &str) {
    forget(key);
    UNSTORED.with_borrow_mut(|list| list.push((key.to_owned(), text.to_owned())));
}

/// No longer does.
fn forget(key: &str) {
    UNSTORED.with_borrow_mut(|list| list.retain(|(other, _)| other != key));
}

/// Whether a text is in this window only.
pub(super) fn is_unstored(key: &str) -> bool {
    UNSTORED.with_borrow(|list| list.iter().any(|(other, _)| other == key))
}

/// Takes a key out.
pub(super) fn remove(key: &str) {
    forget(key);
    storage::remove(key);
}

/// The keys that begin with `prefix`, without it, in no order.
pub(super) fn keys(prefix: &str) -> Vec<String> {
    let mut keys = storage::keys(prefix);
    UNSTORED.with_borrow(|list| {
        keys.extend(list.iter().filter_map(|(key, _)| key.strip_prefix(prefix).map(str::to_owned)));
    });
    keys
}
