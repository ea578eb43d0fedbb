//! What the person put away of the proofreader's findings: a line each, a rule or one finding of one
//! draft, as the proofreader calls it.

use crate::browser::storage;

const IGNORED: &str = "gaozhi/ignored";
/// Bytes of it that are kept; the oldest go first.
const MOST: usize = 50_000;

/// All of it.
pub(crate) fn ignored() -> String {
    storage::get(IGNORED).unwrap_or_default()
}

/// Puts something away. What could not be kept is shown again, which tells enough.
pub(crate) fn ignore(line: &str) {
    let all = ignored();
    let from = if all.len() > MOST { all.find('\n').map_or(all.len(), |end| end + 1) } else { 0 };
    let kept = all.get(from..).unwrap_or_default();
    let _ = storage::set(IGNORED, &[kept, line, "\n"].concat());
}

/// Brings it back.
pub(crate) fn heed(line: &str) {
    let mut rest = String::new();
    for other in ignored().lines().filter(|other| *other != line) {
        rest.push_str(other);
        rest.push('\n');
    }
    let _ = storage::set(IGNORED, &rest);
}
