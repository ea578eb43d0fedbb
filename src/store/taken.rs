//! Since when the changes of a draft are in no file, and whether it is time to say so. Losing any of
//! this loses no text, so a failure is not told.

use super::Row;
use crate::browser::{clock, storage};

/// After how many days to remind; 0 is never.
const REMIND: &str = "gaozhi/setting/remind";
/// When the reminder was put away last.
const REMINDED: &str = "gaozhi/reminded";
/// When a draft was taken away as a file last; below zero, when it was first seen, in no file.
const TAKEN: &str = "gaozhi/taken/";
/// When everything was.
const BACKED_UP: &str = "gaozhi/backed-up";

/// The choices of days.
pub(crate) const DAYS: [i64; 5] = [0, 1, 3, 7, 30];
const USUAL: i64 = 7;
const DAY: i64 = 24 * 60 * 60 * 1000;

/// A draft was taken away as a file now.
pub(crate) fn took(id: &str) {
    note(id, clock::now());
}

/// A draft is in a file since that time, in milliseconds since 1970.
pub(super) fn note(id: &str, at: i64) {
    put(&[TAKEN, id].concat(), at);
}

/// Everything was taken away.
pub(crate) fn took_all() {
    put(BACKED_UP, clock::now());
}

/// Forgets a draft that is no more.
pub(super) fn forget(id: &str) {
    storage::remove(&[TAKEN, id].concat());
}

/// After how many days to remind; 0 is never.
pub(crate) fn remind_after() -> i64 {
    time(REMIND).unwrap_or(USUAL)
}

/// Sets that.
pub(crate) fn set_remind_after(days: &str) {
    let _ = storage::set(REMIND, days);
}

/// The reminder was read; it comes again after as many days.
pub(crate) fn put_off() {
    put(REMINDED, clock::now());
}

/// How many of the drafts hold changes that have been in no file for long; 0 while it is not the
/// time to say so.
pub(crate) fn long_untaken(drafts: &[Row]) -> usize {
    let (days, now) = (remind_after(), clock::now());
    let long_ago = now.saturating_sub(days.saturating_mul(DAY));
    let all = time(BACKED_UP).unwrap_or(0);
    let mut count = 0;
    for Row { id, changed, .. } in drafts {
        let Some(at) = time(&[TAKEN, id].concat()) else {
            note(id, -now);
            continue;
        };
        let (taken, since) = (at.max(all), at.abs().max(all));
        count += usize::from(*changed > taken && since <= long_ago);
    }
    if days == 0 || time(REMINDED).is_some_and(|at| at > long_ago) { 0 } else { count }
}

fn time(key: &str) -> Option<i64> {
    storage::get(key)?.parse().ok()
}

fn put(key: &str, at: i64) {
    let _ = storage::set(key, &at.to_string());
}
