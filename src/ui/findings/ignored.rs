//! What the person put away: a line each, a rule or one finding of one draft, as the proofreader
//! calls it.

use crate::browser::storage;

const IGNORED: &str = "gaozhi/ignored";
/// Bytes of it that are kept; the oldest go first.
const MOST: usize = 50_000;

/// All of it.
pub(super) fn get() -> String {
    storage::get(IGNORED).unwrap_or_default()
}

/// Puts something away. What could not be kept is shown again, which tells enough.
pub(super) fn add(line: &str) {
    let all = get();
    let from = if all.len() > MOST { all.find('\n').map_or(all.len(), |end| end + 1) } else { 0 };
    let kept = all.get(from..).unwrap_or_default();
    let _ = storage::set(IGNORED, &[kept, line, "\n"].concat());
}

/// Brings it back.
pub(super) fn remove(line: &str) {
    let mut rest = String::new();
    for other in get().lines().filter(|other| *other != line) {
        rest.push_str(other);
        rest.push('\n');
    }
    let _ = storage::set(IGNORED, &rest);
}
