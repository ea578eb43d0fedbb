//! Which of several records count.

use super::Record;

/// The indexes of the records that no other one has seen, the one to show first: that changed
/// last. More than one means that two windows wrote without knowing of each other; the others are
/// drafts of their own. The order does not depend on that of `records`.
#[must_use]
pub fn heads(records: &[Record]) -> Vec<usize> {
    let is_seen = |at: usize, record: &Record| {
        let others = records.iter().enumerate().filter(|(other, _)| *other != at);
        others.into_iter().any(|(other, by)| {
            // Of two that are the same the first counts.
            by.covers(&record.stamp) && (!record.covers(&by.stamp) || other < at)
        })
    };
    let mut heads: Vec<usize> = Vec::new();
    for (at, record) in records.iter().enumerate().filter(|(at, record)| !is_seen(*at, record)) {
        let rank = |record: &Record| (record.changed, record.stamp.seq);
        // There are one or two: putting each in its place takes less of the module than a sort.
        let is_before = |other: &usize| {
            records.get(*other).is_some_and(|other| {
                (rank(other), &other.stamp.writer) > (rank(record), &record.stamp.writer)
            })
        };
        heads.insert(heads.partition_point(is_before), at);
    }
    heads
}
