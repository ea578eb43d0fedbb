//! The changes of a report that came back as one plain text that the page cuts up, and the draft in
//! which those that a person accepts are made.
//!
//! Each line is a change: its kind, the label of the field of a value, then signs and words in turn; `-`
//! for words that went, `+` for words that came, `=` for those that stand in both.

use std::collections::BTreeSet;

use gaozhi_core::draft::{Draft, Stored};
use gaozhi_core::field::FieldId;
use gaozhi_core::report::{Origin, compose, shown};

use super::change::Change;
use super::{accept, returned};
use crate::model::Mark;
use crate::place::{first, last};
use crate::sheet::Rows;
use crate::words::pieces;

/// The changes of `paragraphs`, a line each, that came back to a draft. `sent` is the draft as it was when
/// it was sent: what was changed here since is no change then, unless paragraphs and fields are others by
/// now.
#[must_use]
pub fn listed(draft: &Draft, sent: Option<&Draft>, paragraphs: &str) -> String {
    let mut out = Rows::default();
    for change in differing(draft, sent, paragraphs) {
        let (label, words) = told(draft, &change);
        let mut row = vec![change.kind(), &label];
        for (sign, words) in words.iter().filter(|(_, words)| !words.is_empty()) {
            row.extend([*sign, words]);
        }
        out.add(&row);
    }
    out.0
}

/// The draft with those changes made, named by their places in the list of [`listed`].
#[must_use]
pub fn accepted(stored: Stored, sent: Option<&Draft>, paragraphs: &str, chosen: &BTreeSet<usize>) -> Stored {
    let mut stored = stored;
    let all = differing(&stored.draft, sent, paragraphs);
    let chosen: Vec<&Change> =
        all.iter().enumerate().filter(|(at, _)| chosen.contains(at)).map(|(_, change)| change).collect();
    let edit = accept(&stored.draft, &chosen);
    stored.draft.apply(edit);
    stored
}

/// The changes that would change something.
fn differing(draft: &Draft, sent: Option<&Draft>, paragraphs: &str) -> Vec<Change> {
    let paragraphs: Vec<String> = paragraphs.lines().map(str::to_owned).collect();
    let is_alike = |sent: &&Draft| sent.entries() == draft.entries() && sent.fields() == draft.fields();
    let mut changes = returned(sent.filter(is_alike).unwrap_or(draft), &paragraphs);
    changes.retain(|change| match change {
        Change::Value { field, typed, .. } => draft.value(field) != typed.as_str(),
        Change::Sentence { .. } | Change::Added { .. } | Change::Moved { .. } | Change::Removed { .. } => {
            true
        }
    });
    changes
}

/// What is shown of a change: the label of a field, and its words with their signs.
fn told(draft: &Draft, change: &Change) -> (String, Vec<(&'static str, String)>) {
    match change {
        Change::Value { field, to, .. } => {
            let now = draft.field(field).map(|of| (of.label.clone(), shown(of, &draft.value(field)).0));
            let (label, now) = now.unwrap_or_default();
            let (before, after) = around(draft, field);
            (label, vec![("=", before), ("-", now), ("+", to.clone()), ("=", after)])
        }
        Change::Sentence { from, to, .. } => {
            let sign = |mark| match mark {
                Mark::Same => "=",
                Mark::Removed => "-",
                Mark::Added => "+",
            };
            let words = pieces(from, to).into_iter().map(|piece| (sign(piece.mark), piece.text));
            (String::new(), words.collect())
        }
        Change::Added { text, .. } => (String::new(), vec![("+", text.clone())]),
        Change::Moved { text, .. } => (String::new(), vec![("=", text.clone())]),
        Change::Removed { text, .. } => (String::new(), vec![("-", text.clone())]),
    }
}

/// The words around the first place of a field.
fn around(draft: &Draft, field: &FieldId) -> (String, String) {
    for paragraph in compose(draft).paragraphs {
        let is_it = |origin: &Origin| matches!(origin, Origin::Field(id) if id == field);
        let Some(at) = paragraph.runs.iter().position(|run| is_it(&run.origin)) else { continue };
        let text = |runs: &[gaozhi_core::report::Run]| -> String {
            runs.iter().filter(|run| run.origin != Origin::Number).map(|run| run.text.as_str()).collect()
        };
        let (before, rest) = paragraph.runs.split_at(at);
        return (last(&text(before)), first(&text(rest.get(1..).unwrap_or_default())));
    }
    Default::default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use gaozhi_core::template::parse;

    const TEXT: &str = "[字段]\nn | 整数 | 次数 | 占位 X\nm | 整数 | 人数 | 占位 X\n[正文]\n# 学习 | 讲党课{n}次，培训{m}人次。";

    fn draft(n: &str, m: &str) -> Draft {
        let answers = [("n", n), ("m", m)].map(|(id, text)| (FieldId::new(id), text.to_owned()));
        Draft::new(parse(TEXT).0, answers.into())
    }

    #[test]
    fn what_was_changed_here_since_is_no_change() {
        let (sent, now) = (draft("12", "30"), draft("12", "40"));
        let back = "一、学习讲党课15次，培训30人次。\n新的一段。";
        let shown = |sent| listed(&now, sent, back).replace('\u{1f}', "|");
        let added = "added||+|新的一段。\n";
        assert_eq!(
            shown(Some(&sent)),
            format!("value|次数|=|学习讲党课|-|12|+|15|=|次，培训40人次。\n{added}")
        );
        let both = "value|次数|=|学习讲党课|-|12|+|15|=|次，培训40人次。\nvalue|人数|=|学习讲党课12次，培训|-|40|+|30|=|人次。\n";
        assert_eq!(shown(None), format!("{both}{added}"));
        // A draft that was shaped anew cannot be compared by its paragraphs.
        let other = Draft::new(parse("[正文]\n另一份").0, [].into());
        assert_eq!(shown(Some(&other)), shown(None));
    }

    #[test]
    fn only_what_was_chosen_is_made() {
        let stored = Stored { draft: draft("12", "30"), created: 1, changed: 2 };
        let back = "一、学习讲党课15次，培训30人次。\n新的一段。";
        let after = |chosen: &[usize]| -> Vec<String> {
            let stored = accepted(stored.clone(), None, back, &chosen.iter().copied().collect());
            compose(&stored.draft).paragraphs.iter().map(|paragraph| paragraph.text()).collect()
        };
        assert_eq!(after(&[]), ["一、学习讲党课12次，培训30人次。"]);
        assert_eq!(after(&[0]), ["一、学习讲党课15次，培训30人次。"]);
        assert_eq!(after(&[1, 7]), ["一、学习讲党课12次，培训30人次。", "新的一段。"]);
    }
}
