//! localStorage, with every failure as a value. gloo-storage panics where storage is denied, so it
//! is only asked after a probe.

use gloo_storage::{LocalStorage, Storage as _};

/// Why something could not be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StorageError {
    /// The browser allows no storage at all.
    Denied,
    /// There is no room left; browsers differ in how they say it, so every refusal of a write
    /// counts as this.
    Full,
}

/// The storage, if the browser gives one that takes a write.
fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()??;
    Some(LocalStorage::raw())
}

/// What is stored under a key.
pub(crate) fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Stores; when it fails, what was stored before stays.
pub(crate) fn set(key: &str, value: &str) -> Result<(), StorageError> {
    let storage = storage().ok_or(StorageError::Denied)?;
    storage.set_item(key, value).map_err(|_| StorageError::Full)
}

/// Takes a key out.
pub(crate) fn remove(key: &str) {
    if let Some(storage) = storage() {
        // A browser that gave the storage and now denies it keeps the key; nothing is lost.
        let _ = storage.remove_item(key);
    }
}

/// The keys that begin with `prefix`, without it, in no order.
pub(crate) fn keys(prefix: &str) -> Vec<String> {
    let Some(storage) = storage() else { return Vec::new() };
    (0..storage.length().unwrap_or(0))
        .filter_map(|at| storage.key(at).ok()?)
        .filter_map(|key| key.strip_prefix(prefix).map(str::to_owned))
        .collect()
}
