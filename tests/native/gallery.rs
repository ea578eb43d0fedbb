//! The other built-in templates as people use them: what was not done is left out, what was done
//! twice is added, and the report that comes of it is the golden file.

use gaozhi_core::draft::{BlockId, Day, Draft, Edit, shape};
use gaozhi_core::export::{Context, FORMATS};
use gaozhi_core::field::read;
use gaozhi_core::lang::ZH;
use gaozhi_core::report::compose;
use gaozhi_core::template::{Marks, Span};

use crate::check::{built_in, case, golden};

const TODAY: Day = Day { year: 2026, month: 12, day: 5 };

/// The paragraph that shows that field first or says those words.
fn paragraph(draft: &Draft, of: &str) -> BlockId {
    let says = |span: &Span| match span {
        Span::Blank(id) => id.as_str() == of,
        Span::Text(text) => text.starts_with(of),
    };
    draft.entries().iter().find(|entry| entry.block.spans().any(says)).unwrap_or_else(|| panic!("{of}")).id
}

/// A draft of that template, with paragraphs left out and added, then answered: by id, or by label
/// where a field was added.
fn filled(template: &str, omit: &[&str], repeat: &[&str]) -> Draft {
    let mut draft = Draft::start(built_in(template), TODAY);
    for of in omit {
        let marks = Marks { omitted: true, ..Marks::default() };
        let edit = shape::mark(&draft, paragraph(&draft, of), marks).unwrap();
        draft.apply(edit);
    }
    for of in repeat {
        let (edit, _) = shape::repeat(&draft, paragraph(&draft, of)).unwrap();
        draft.apply(edit);
    }
    let text = case(&format!("{template}/answers.txt"));
    for line in text.lines().filter(|line| !line.starts_with("//")) {
        let (key, answer) = line.split_once(" = ").unwrap_or_else(|| panic!("{line}"));
        let answer = answer.replace("\\n", "\n");
        let is_meant = |id: &str, label: &str| id == key || label == key;
        let found = draft.fields().iter().find(|field| is_meant(field.id.as_str(), &field.label));
        let field = found.unwrap_or_else(|| panic!("no field {key}"));
        let reading = read(field, &answer);
        assert_eq!((reading.text.as_str(), reading.refusal), (answer.as_str(), None), "{key}");
        draft.apply(Edit::Answer { field: field.id.clone(), text: Some(answer) });
    }
    draft
}

#[test]
fn what_was_not_done_is_left_out_and_what_was_done_twice_is_added() {
    let cases: [(&str, &[&str], &[&str]); 3] = [
        ("branch_secretary", &["上级检查", "抓换届", "抓结对"], &["issue"]),
        ("teacher_summary", &["指导学生竞赛", "撰写论文"], &["lesson_title"]),
        ("meeting_minutes", &["请假", "其他事项"], &["topic", "decision"]),
    ];
    let context = Context { css: "", strings: &ZH };
    for (template, omit, repeat) in cases {
        let draft = filled(template, omit, repeat);
        let report = compose(&draft);
        golden(&format!("{template}/filled.txt"), &(FORMATS[0].render)(&report, &context));
        let asking: Vec<&str> = draft
            .placed()
            .iter()
            .filter(|id| draft.is_open(id))
            .filter_map(|id| Some(draft.field(id)?.label.as_str()))
            .collect();
        assert_eq!(asking, [""; 0], "{template}");
    }
}
