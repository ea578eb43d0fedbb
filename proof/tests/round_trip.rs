//! Drafts out as Word files and back: with the draft inside, after python-docx saved the file anew, and
//! without it, after python-docx changed values, words and paragraphs.

#![allow(clippy::unwrap_used)]

#[allow(dead_code)]
#[path = "../../tests/native/arbitrary.rs"]
mod arbitrary;
#[path = "round_trip/edits.rs"]
mod edits;
#[path = "round_trip/made.rs"]
mod made;

use std::fs;
use std::io::{Write, stderr};
use std::path::{Path, PathBuf};
use std::process::Command;

use gaozhi_core::draft::{Draft, OutlineJson, from_json, to_json};
use gaozhi_core::report::compose;
use gaozhi_core::text::json_string;
use gaozhi_office::docx_of;
use gaozhi_proof::{ReturnedChange as Change, accept, returned, same_words};
use gaozhi_reader::returned_of;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use edits::{Plan, plan};
use made::{Chance, filled, generated};

/// Drafts that go out and come back with the draft inside.
const DRAFTS: usize = 200;
/// Files that come back changed, with so many edits each.
const CHANGED: usize = 40;
const EDITS: usize = 10;

fn json_of(draft: &Draft) -> String {
    to_json(draft, &OutlineJson::of(draft), 1_700_000_000_000, 1_700_000_000_001)
}

/// A folder of its own for the files.
fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("round_trip");
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// One order for the script that edits.
fn order(out: &mut String, from: &Path, to: &Path, plan: Option<&Plan>) {
    out.push_str(if out.is_empty() { "[" } else { "," });
    out.push_str("{\"from\":");
    json_string(out, from.to_str().unwrap());
    out.push_str(",\"to\":");
    json_string(out, to.to_str().unwrap());
    out.push_str(if plan.is_some() { ",\"bare\":true,\"edits\":[" } else { ",\"bare\":false,\"edits\":[" });
    if let Some(plan) = plan {
        out.push_str(&plan.orders.join(","));
    }
    out.push_str("]}");
}

#[test]
fn a_draft_comes_back_from_its_word_file_whoever_saved_it_last() {
    let (folder, mut chance) = (folder(), Chance::new(5));
    let mut runner = TestRunner::deterministic();
    let mut drafts: Vec<Draft> =
        (0..DRAFTS / 2).map(|_| arbitrary::draft().new_tree(&mut runner).unwrap().current()).collect();
    drafts.extend((0..DRAFTS / 4).map(|_| generated(&mut chance)));
    drafts.extend((0..DRAFTS / 4).map(|at| filled(at, &mut chance)));
    let plans: Vec<(Draft, Plan)> = (0..CHANGED)
        .map(|at| {
            let draft = if at % 2 == 0 { filled(at / 2, &mut chance) } else { generated(&mut chance) };
            let plan = plan(&draft, EDITS, &mut chance);
            (draft, plan)
        })
        .collect();

    let mut orders = String::new();
    for (at, draft) in drafts.iter().chain(plans.iter().map(|(draft, _)| draft)).enumerate() {
        let (from, to) = (folder.join(format!("{at}.docx")), folder.join(format!("{at}.back.docx")));
        fs::write(&from, docx_of(&json_of(draft), true, "").unwrap()).unwrap();
        let plan = at.checked_sub(drafts.len()).map(|at| &plans[at].1);
        order(&mut orders, &from, &to, plan);
    }
    orders.push(']');
    let list = folder.join("orders.json");
    fs::write(&list, orders).unwrap();
    let python = std::env::var("GAOZHI_PYTHON").unwrap_or_else(|_| "/usr/bin/python3".to_owned());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/edit_docx.py");
    let done = Command::new(python).arg(script).arg(&list).output();
    let done = done.expect("a Python with python-docx (Debian: python3-docx), or GAOZHI_PYTHON to name it");
    assert!(done.status.success(), "python-docx edits them: {}", String::from_utf8_lossy(&done.stderr));

    for (at, draft) in drafts.iter().enumerate() {
        for name in [format!("{at}.docx"), format!("{at}.back.docx")] {
            let back = returned_of(&name, &fs::read(folder.join(&name)).unwrap());
            // A draft that prints nothing gives a file that says nothing.
            let back = back.unwrap();
            assert_eq!(from_json(&back.draft), from_json(&json_of(draft)), "{name}");
            assert_eq!(from_json(&back.draft).unwrap().draft, *draft, "{name}");
            let says = compose(draft).is_printed_as(back.paragraphs.iter().map(String::as_str));
            assert!(says, "{name}: {:?}", back.paragraphs);
        }
    }
    let _ = writeln!(
        stderr(),
        "  {} drafts out and back, and once more after python-docx saved them: all the same",
        drafts.len()
    );

    let mut counts = Counts::default();
    for (at, (draft, plan)) in plans.iter().enumerate() {
        let name = format!("{}.back.docx", drafts.len() + at);
        let back = returned_of(&name, &fs::read(folder.join(&name)).unwrap()).unwrap();
        assert_eq!(back.draft, "", "{name}");
        counts.add(draft, plan, &back.paragraphs, at);
    }
    let _ = writeln!(stderr(), "  {counts:?}");
    assert_eq!((counts.values_found, counts.values_wrong), (counts.values_changed, 0));
    assert_eq!((counts.sentences_found, counts.blanks_lost), (counts.sentences_changed, 0));
    assert_eq!((counts.added_found, counts.removed_found), (counts.added, counts.removed));
    assert!(counts.edits >= CHANGED * (EDITS - 1));
}

/// What was changed and what was found of it.
#[derive(Debug, Default)]
struct Counts {
    files: usize,
    edits: usize,
    values_changed: usize,
    values_found: usize,
    values_wrong: usize,
    sentences_changed: usize,
    sentences_found: usize,
    sentences_more: usize,
    blanks_lost: usize,
    added: usize,
    added_found: usize,
    removed: usize,
    removed_found: usize,
}

impl Counts {
    fn add(&mut self, draft: &Draft, plan: &Plan, paragraphs: &[String], at: usize) {
        let changes = returned(draft, paragraphs);
        let mut after = draft.clone();
        after.apply(accept(draft, &changes.iter().collect::<Vec<_>>()));
        self.files += 1;
        self.edits += plan.count();
        self.values_changed += plan.values.len();
        self.sentences_changed += plan.sentences.len();
        self.added += plan.added.len();
        self.removed += plan.removed.len();
        for change in &changes {
            match change {
                Change::Value { field, to, .. } => match plan.values.get(field) {
                    Some(meant) if meant == to => self.values_found += 1,
                    meant => {
                        let _ = writeln!(stderr(), "  file {at}: {field:?} is {to:?}, not {meant:?}");
                        self.values_wrong += 1;
                    }
                },
                Change::Sentence { block, rewritten, from, to } => {
                    if plan.sentences.contains(block) {
                        self.sentences_found += 1;
                    } else {
                        let _ = writeln!(stderr(), "  file {at}: {from:?} became {to:?}");
                        self.sentences_more += 1;
                    }
                    let was = &draft.entry(*block).unwrap().block;
                    if !was.blanks().eq(rewritten.blanks()) {
                        let _ = writeln!(stderr(), "  file {at}: blanks lost: {from:?} became {to:?}");
                        self.blanks_lost += 1;
                    }
                }
                Change::Added { text, .. } => {
                    let is_meant = plan.added.contains(text);
                    if !is_meant {
                        let _ = writeln!(stderr(), "  file {at}: added {text:?}");
                    }
                    self.added_found += usize::from(is_meant);
                }
                Change::Moved { text, .. } => panic!("nothing moved: {text}"),
                Change::Removed { block, text } => {
                    let is_meant = plan.removed.contains(block);
                    if !is_meant {
                        let _ = writeln!(stderr(), "  file {at}: removed {text:?}");
                    }
                    self.removed_found += usize::from(is_meant);
                }
            }
        }
        for missing in plan.values.keys().filter(|id| {
            !changes.iter().any(|change| matches!(change, Change::Value { field, .. } if field == *id))
        }) {
            let _ = writeln!(stderr(), "  file {at}: {missing:?} was not found");
        }
        // With all of it accepted the draft says what the file says.
        let said: Vec<String> = compose(&after).paragraphs.iter().map(|paragraph| paragraph.text()).collect();
        assert_eq!(said.len(), paragraphs.len(), "file {at}");
        for (said, came) in said.iter().zip(paragraphs) {
            assert!(same_words(said, came), "file {at}: {said:?} is not {came:?}");
        }
    }
}
