//! Where a section of one draft stands in another.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::draft::Draft;
use crate::draft::outline::sections;
use crate::report::{Part, paragraph};

/// The paragraphs of `now` that are the counterpart of that section of `then`; empty, at the place
/// where it belongs, if there is none.
pub(super) fn counterpart(now: &Draft, then: &Draft, section: usize) -> Range<usize> {
    let (here, there) = (headings(now), headings(then));
    let at: BTreeMap<_, _> = here.iter().zip(1..).collect();
    let mut taken: BTreeSet<usize> = there.iter().filter_map(|heading| at.get(heading)).copied().collect();
    let places = sections(now.entries());
    let end = places.len().saturating_sub(1);
    let (mut before, mut found) = (0, Some(0));
    for index in 1..=section {
        let next = before + 1;
        found = match there.get(index - 1) {
            None => Some(end),
            Some(heading) => {
                at.get(heading).copied().or_else(|| (next < end && taken.insert(next)).then_some(next))
            }
        };
        before = found.unwrap_or(before);
    }
    let place = places.get(before).cloned().unwrap_or_default();
    if found.is_some() { place } else { place.end..place.end }
}

/// The heading of each section but the first and the last, and how many of the same stand before it.
fn headings(draft: &Draft) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut numbered = Vec::new();
    let places = sections(draft.entries());
    for place in places.get(1..places.len().saturating_sub(1)).unwrap_or_default() {
        let Some(entry) = draft.entries().get(place.start) else { continue };
        let paragraph = paragraph(draft, entry, "");
        let words = |part| -> String {
            let runs = paragraph.runs.iter().filter(|run| run.part == part);
            runs.map(|run| run.text.as_str()).collect()
        };
        let lead = words(Part::Lead);
        let heading = if lead.is_empty() { words(Part::Text) } else { lead };
        let count = counts.entry(heading.clone()).or_default();
        numbered.push((heading, *count));
        *count += 1;
    }
    numbered
}
