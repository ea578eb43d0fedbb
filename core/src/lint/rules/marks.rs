//! Marks of the wrong kind.

use crate::lint::{Finding, Subject};

/// PC01: a half-width mark in Chinese text.
pub(super) fn half_width(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (at, _, text) in subject.paragraphs() {
        let mut before = None;
        for (start, mark) in text.char_indices() {
            if mark == ',' && before.is_some_and(|c: char| c >= '\u{4e00}') {
                found.push(Finding::at(at, start..start + 1).fixed("，"));
            }
            before = Some(mark);
        }
    }
}
