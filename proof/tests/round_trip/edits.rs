//! What somebody does to a report in a word processor: other values, other words, a paragraph more, one
//! less.

use std::collections::{BTreeMap, BTreeSet};

use gaozhi_core::draft::{BlockId, Draft};
use gaozhi_core::field::FieldId;
use gaozhi_core::report::{Origin, Report, compose, shown};
use gaozhi_core::template::BlockKind;
use gaozhi_core::text::json_string;

use crate::made::{CLAUSES, Chance, value};

/// The edits of one file, and what they mean.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    /// For the script.
    pub(crate) orders: Vec<String>,
    /// What each changed field prints then.
    pub(crate) values: BTreeMap<FieldId, String>,
    pub(crate) sentences: BTreeSet<BlockId>,
    pub(crate) added: Vec<String>,
    pub(crate) removed: BTreeSet<BlockId>,
}

impl Plan {
    pub(crate) fn count(&self) -> usize {
        self.values.len() + self.sentences.len() + self.added.len() + self.removed.len()
    }
}

/// So many edits: one paragraph is added, one removed, three are reworded, the other edits are values.
pub(crate) fn plan(draft: &Draft, edits: usize, chance: &mut Chance) -> Plan {
    let report = compose(draft);
    let mut plan = Plan::default();
    let mut places: Vec<(usize, usize, usize, String)> = Vec::new();

    let removable = report.paragraphs.iter().enumerate().filter(|(at, paragraph)| {
        let is_text = matches!(paragraph.kind, BlockKind::Body | BlockKind::Item(_));
        is_text && *at > 0 && paragraph.text().chars().count() > 20
    });
    let removable: Vec<usize> = removable.map(|(at, _)| at).collect();
    let removed = *chance.pick(&removable);
    plan.removed.insert(report.paragraphs[removed].block);

    for _ in 0..200 {
        if plan.sentences.len() < 3 {
            reword(&report, removed, &mut plan, &mut places, chance);
        }
    }
    let fields: Vec<FieldId> = changeable(draft, &report, removed);
    for _ in 0..200 {
        if fields.is_empty() || plan.values.len() + 5 >= edits {
            break;
        }
        change(draft, &report, chance.pick(&fields), &mut plan, &mut places, chance);
    }
    // From the end of a paragraph to its start, so that the places stand.
    places.sort_by_key(|(paragraph, start, ..)| (*paragraph, std::cmp::Reverse(*start)));
    for (paragraph, start, end, text) in places {
        let mut order = format!("[\"replace\",{paragraph},{start},{end},");
        json_string(&mut order, &text);
        plan.orders.push(order + "]");
    }
    plan.orders.push(format!("[\"remove\",{removed}]"));
    let text = format!("补充说明，{}，{}。", chance.pick(CLAUSES), chance.pick(CLAUSES));
    let before = 1 + chance.below(report.paragraphs.len() - 1);
    let mut order = format!("[\"insert\",{},", if before == removed { before - 1 } else { before });
    json_string(&mut order, &text);
    plan.orders.push(order + "]");
    plan.added.push(text);
    plan
}

/// A clause of the outline becomes another one.
fn reword(
    report: &Report,
    removed: usize,
    plan: &mut Plan,
    places: &mut Vec<(usize, usize, usize, String)>,
    chance: &mut Chance,
) {
    let at = chance.below(report.paragraphs.len());
    let paragraph = &report.paragraphs[at];
    if at == removed || plan.sentences.contains(&paragraph.block) {
        return;
    }
    let mut start = 0;
    for run in &paragraph.runs {
        let length = run.text.chars().count();
        if run.origin == Origin::Text {
            // A whole clause between two marks, not the first or last of the words around a value.
            let mut from = start;
            for clause in run.text.split_inclusive(['，', '。', '；', '：', '、']) {
                let words = clause.trim_end_matches(['，', '。', '；', '：', '、']);
                let count = words.chars().count();
                let is_inside = from > start && count < clause.chars().count();
                if count >= 6 && is_inside {
                    let new = chance.pick(CLAUSES);
                    if *new != words {
                        places.push((at, from, from + count, (*new).to_owned()));
                        plan.sentences.insert(paragraph.block);
                        return;
                    }
                }
                from += clause.chars().count();
            }
        }
        start += length;
    }
}

/// The fields that are printed, have nothing to do with others and stand in no paragraph that goes.
fn changeable(draft: &Draft, report: &Report, removed: usize) -> Vec<FieldId> {
    let mut out: BTreeSet<FieldId> = BTreeSet::new();
    let mut gone: BTreeSet<FieldId> = BTreeSet::new();
    for (at, paragraph) in report.paragraphs.iter().enumerate() {
        for run in &paragraph.runs {
            if let Origin::Field(id) = &run.origin {
                let follows = draft.answer(id).is_none()
                    && draft.field(id).is_some_and(|field| !field.default.is_empty());
                if at == removed || follows || !draft.followers(id).is_empty() {
                    gone.insert(id.clone());
                }
                out.insert(id.clone());
            }
        }
    }
    out.difference(&gone).cloned().collect()
}

/// Another value of a field, in all of its places.
fn change(
    draft: &Draft,
    report: &Report,
    id: &FieldId,
    plan: &mut Plan,
    places: &mut Vec<(usize, usize, usize, String)>,
    chance: &mut Chance,
) {
    let field = draft.field(id).unwrap();
    let (was, now) = (shown(field, &draft.value(id)).0, shown(field, &value(field, chance)).0);
    if was == now || plan.values.contains_key(id) {
        return;
    }
    plan.values.insert(id.clone(), now.clone());
    for (at, paragraph) in report.paragraphs.iter().enumerate() {
        let mut start = 0;
        for run in &paragraph.runs {
            let length = run.text.chars().count();
            if run.origin == Origin::Field(id.clone()) {
                places.push((at, start, start + length, now.clone()));
            }
            start += length;
        }
    }
}
