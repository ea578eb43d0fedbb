//! Draft files: what is written comes back, and nothing that is read can do harm.

use gaozhi_core::draft::{Draft, Edit, OutlineJson, Stored, Unreadable, from_json, to_json};
use gaozhi_core::field::{Field, FieldId, Kind};
use gaozhi_core::record;
use gaozhi_core::report::compose;
use gaozhi_core::setup::{PageNumber, Setup};
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::sample::Index;
use proptest::{prop_assert, prop_assert_eq};

use crate::arbitrary::{damage, damaged, document, draft, draft_and_edits, text};
use crate::check::check;

/// The file of a draft.
pub(crate) fn file(draft: &Draft, created: i64, changed: i64) -> String {
    to_json(draft, &OutlineJson::of(draft), created, changed)
}

#[test]
fn a_draft_comes_back_from_its_file() {
    let values = (draft(), any::<i64>(), any::<i64>());
    check("from_json(to_json(draft)) is the draft", 800, &values, |(draft, created, changed)| {
        let json = file(&draft, created, changed);
        let back = from_json(&json).unwrap();
        let again = file(&back.draft, created, changed);
        prop_assert_eq!(&back, &Stored { draft, created, changed });
        prop_assert_eq!(again, json);
        Ok(())
    });
}

#[test]
fn an_edited_draft_comes_back_but_for_the_names_of_its_paragraphs() {
    check("an edited draft and its file", 300, &draft_and_edits(0..20), |(mut draft, edits)| {
        for edit in edits {
            draft.apply(edit);
        }
        // Where a field is no more, its blank comes back as text of that name.
        let blanks: Vec<FieldId> =
            draft.entries().iter().flat_map(|entry| entry.block.blanks().cloned()).collect();
        for id in blanks.into_iter().filter(|id| draft.field(id).is_none()).collect::<Vec<_>>() {
            let field = Field::new(id.as_str(), Kind::Text, id.as_str(), "XX");
            draft.apply(Edit::Field { id, to: Some(Box::new(field)) });
        }
        let back = from_json(&file(&draft, 0, 0)).unwrap().draft;
        prop_assert_eq!(back.to_template(), draft.to_template());
        prop_assert_eq!(back.answers(), draft.answers());
        let said = |draft| compose(draft).paragraphs.iter().map(|p| (p.kind, p.text())).collect::<Vec<_>>();
        prop_assert_eq!(said(&back), said(&draft));
        Ok(())
    });
}

/// The stored draft of the first version.
pub(crate) fn stored_v1() -> Draft {
    from_json(include_str!("../drafts/v1.json")).unwrap().draft
}

#[test]
fn a_draft_of_the_first_version_still_opens() {
    let stored = from_json(include_str!("../drafts/v1.json")).unwrap();
    let draft = &stored.draft;
    assert_eq!((draft.name(), draft.template_id()), ("2026年述职（初稿）", "duty_report"));
    assert_eq!((draft.fields().len(), draft.entries().len(), draft.answers().len()), (65, 23, 4));
    assert_eq!(compose(draft).open, 27);
    let today = file(draft, stored.created, stored.changed);
    assert!(today.contains("\"version\": 2,\n"));
    assert_eq!(from_json(&today), Ok(stored));
}

#[test]
fn any_text_is_read_or_refused() {
    check("from_json of any text", 1000, &text(), |text| {
        prop_assert!(from_json(&text).is_err());
        Ok(())
    });
    check("from_json of an outline of any text", 500, &document(), |text| {
        let lines: Vec<&str> = text.split('\n').collect();
        let outline = serde_json::json!({"format": "gaozhi-draft", "version": 1, "outline": lines});
        let stored = from_json(&outline.to_string()).unwrap();
        let again = file(&stored.draft, 0, 0);
        prop_assert_eq!(from_json(&again), Ok(stored));
        Ok(())
    });
}

#[test]
fn a_spoilt_file_is_read_or_refused_and_what_is_read_can_be_written() {
    let values = (draft(), damage(), vec((any::<proptest::sample::Index>(), 0..8_u8), 0..4));
    check("from_json of spoilt files", 1000, &values, |(draft, damage, flips)| {
        let json = damaged(&file(&draft, 1, 2), &damage);
        let mut bytes = json.into_bytes();
        for (place, bit) in flips {
            if !bytes.is_empty() {
                let at = place.index(bytes.len());
                bytes[at] ^= 1 << bit;
            }
        }
        if let Ok(stored) = from_json(&String::from_utf8_lossy(&bytes)) {
            let json = file(&stored.draft, stored.created, stored.changed);
            prop_assert_eq!(from_json(&json), Ok(stored));
        }
        Ok(())
    });
}

#[test]
fn every_beginning_of_a_file_is_a_damaged_file() {
    check("cut files are told as damaged", 40, &draft(), |draft| {
        let json = file(&draft, 1, 2);
        let json = json.trim_end();
        let ends = json.char_indices().map(|(at, _)| at);
        for end in ends.step_by(1 + json.len() / 200) {
            let read = from_json(&json[..end]);
            prop_assert!(matches!(read, Err(Unreadable::Damaged(_))), "{:?} of {:?}", read, &json[..end]);
        }
        Ok(())
    });
}

#[test]
fn a_file_of_absurd_depth_is_refused() {
    for open in ["[", "{\"format\":", "{\"format\":\"gaozhi-draft\",\"version\":1,\"x\":["] {
        assert!(matches!(
            from_json(&open.repeat(100_000)),
            Err(Unreadable::Damaged(_) | Unreadable::Foreign)
        ));
    }
}

#[test]
fn a_draft_of_the_second_version_opens_bare_and_as_a_record() {
    let text = include_str!("../drafts/v2.json");
    let stored = from_json(text).unwrap();
    let draft = &stored.draft;
    assert_eq!((draft.name(), draft.template_id()), ("第一党支部述职（二稿）", "branch_secretary"));
    assert_eq!((draft.fields().len(), draft.entries().len(), draft.answers().len()), (58, 32, 12));
    assert_eq!(compose(draft).open, 49);
    let record = record::read(include_str!("../drafts/record1.txt")).unwrap();
    assert_eq!(
        (record.name.as_str(), record.tally, record.stamp.seq),
        ("第一党支部述职（二稿）", (12, 50), 1)
    );
    assert_eq!(record.body, text);
}

#[test]
fn a_draft_of_the_third_version_keeps_what_is_attached() {
    let text = include_str!("../drafts/v3.json");
    let stored = from_json(text).unwrap();
    assert_eq!(file(&stored.draft, stored.created, stored.changed), text);
    let lines: Vec<String> = compose(&stored.draft).paragraphs.iter().map(|p| p.text()).collect();
    let attached =
        ["附件：1.参会人员名单", "2.报名表", "某局", "2026年12月5日", "（联系人：张某某）", "附件1"];
    assert_eq!(lines[3..9], attached);
}

#[test]
fn a_draft_of_the_fourth_version_opens_on_its_own_page() {
    let text = include_str!("../drafts/v4.json");
    let stored = from_json(text).unwrap();
    let setup = stored.draft.setup();
    assert_eq!((setup.top, setup.bottom, setup.pitch, setup.bold_second), (346, 326, 592, true));
    assert_eq!((setup.faces.text.as_str(), setup.number), ("仿宋", PageNumber::Centre));
    assert_eq!(file(&stored.draft, stored.created, stored.changed), text);
    // On the page of the standard it is what a program of the second version opens.
    let plain = stored.draft.clone().with_setup(Setup::default());
    let json = file(&plain, stored.created, stored.changed);
    assert!(json.contains("\"version\": 2,\n") && !json.contains("\"setup\""));
}

/// A draft's JSON, spoiled in one of the ways that stored texts are.
fn spoiled(json: &str, how: usize, at: &Index) -> String {
    let cut = json.char_indices().map(|(at, _)| at).nth(at.index(json.chars().count())).unwrap_or_default();
    let (before, after) = json.split_at(cut);
    let value =
        |text: &str| json.replacen("\"answers\": {", &format!("\"answers\": {text}, \"before\": {{"), 1);
    match how {
        0 => before.to_owned(),
        1 => format!("{before}{}{}", char::from(b'!' + u8::try_from(at.index(90)).unwrap()), after),
        2 => value(["7", "[]", "\"text\"", "null", "{\"a\": 1}", "{\"a\": [\"b\"]}", "true"][at.index(7)]),
        3 => value(&"[".repeat(100_000)),
        4 => value(&"{\"a\":".repeat(50_000)),
        5 => json.replacen("\"created\": ", &format!("\"created\": 1e{}", 1 + at.index(999)), 1),
        6 => {
            json.replacen("\"created\": ", &format!("\"created\": {}", "9".repeat(1 + at.index(100_000))), 1)
        }
        _ => ["{\"name\": \"somebody else's\"}", "[]", "null", "\"a\"", "", "\0", "{\"format\": 5}", "﻿{}"]
            [at.index(8)]
        .to_owned(),
    }
}

#[test]
fn a_thousand_spoiled_drafts_are_refused_or_read() {
    let refused = std::cell::Cell::new(0);
    check("spoiled drafts", 1000, &(draft(), 0..8_usize, any::<Index>()), |(draft, how, at)| {
        let spoiled = spoiled(&file(&draft, 1, 2), how, &at);
        match from_json(&spoiled) {
            Err(_) => refused.set(refused.get() + 1),
            // What is understood is written and read again.
            Ok(stored) => {
                let again = file(&stored.draft, stored.created, stored.changed);
                prop_assert_eq!(from_json(&again), Ok(stored));
            }
        }
        prop_assert!(record::read(&spoiled).is_err());
        Ok(())
    });
    eprintln!("  spoiled drafts: {} refused", refused.get());
}
