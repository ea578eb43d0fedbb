//! Where two wordings differ, within bounds: a paragraph that no person could read is compared
//! coarsely, since looking for the longest common text could take for ever.

use std::ops::Range;

use crate::hunks::{Algorithm, Hunk, hunks};
use crate::token::ending;

/// Tokens of both wordings together that are compared one by one: some twenty times the longest
/// paragraphs of real reports.
const LONG: usize = 8000;

/// Where the tokens differ. More than [`LONG`] are compared by clauses first, and within what differs
/// token by token where that is shorter.
pub(crate) fn differences(old: &[&str], new: &[&str]) -> Vec<Hunk> {
    if old.len() + new.len() <= LONG {
        return hunks(old, new, Algorithm::Myers);
    }
    let (old_clauses, new_clauses) = (clauses(old), clauses(new));
    let (old_starts, new_starts) = (starts(&old_clauses), starts(&new_clauses));
    let mut out = Vec::new();
    for hunk in hunks(&old_clauses, &new_clauses, Algorithm::Myers) {
        let whole =
            Hunk { before: tokens_of(&old_starts, &hunk.before), after: tokens_of(&new_starts, &hunk.after) };
        let before = old.get(whole.before.clone()).unwrap_or_default();
        let after = new.get(whole.after.clone()).unwrap_or_default();
        if before.len() + after.len() > LONG {
            out.push(whole);
            continue;
        }
        let moved = |range: Range<usize>, by: usize| range.start + by..range.end + by;
        out.extend(hunks(before, after, Algorithm::Myers).into_iter().map(|inner| Hunk {
            before: moved(inner.before, whole.before.start),
            after: moved(inner.after, whole.after.start),
        }));
    }
    out
}

/// The tokens cut behind each mark that ends a clause.
fn clauses<'a, 'b>(tokens: &'b [&'a str]) -> Vec<&'b [&'a str]> {
    tokens.split_inclusive(|token| ending(Some(token)) > 0).collect()
}

/// At which token each clause starts, and where the last one ends.
fn starts(clauses: &[&[&str]]) -> Vec<usize> {
    let mut starts = vec![0];
    let mut end = 0;
    for clause in clauses {
        end += clause.len();
        starts.push(end);
    }
    starts
}

/// The tokens of those clauses.
fn tokens_of(starts: &[usize], clauses: &Range<usize>) -> Range<usize> {
    let start = |clause: usize| starts.get(clause).copied().unwrap_or_default();
    start(clauses.start)..start(clauses.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::tokens;

    #[test]
    fn a_very_long_paragraph_is_compared_by_clauses_and_within_them() {
        let clause = |n: usize| format!("第{n}件事，");
        let before: String = (0..3000).map(clause).collect();
        let after = before.replace("第1500件", "第1500回");
        let (old, new) = (tokens(&before), tokens(&after));
        assert_eq!(differences(&old, &new), [Hunk { before: 7502..7503, after: 7502..7503 }]);
        let other = "甲".repeat(5000);
        let hunks = differences(&tokens(&other), &tokens(&format!("乙{other}乙")));
        assert_eq!(hunks, [Hunk { before: 0..5000, after: 0..5002 }]);
    }
}
