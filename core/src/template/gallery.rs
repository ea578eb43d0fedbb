//! The built-in templates as the gallery shows them. Their texts are files of the site, fetched when
//! they are wanted. The table equals the folder `templates/`; a test compares them.

/// A template that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BuiltIn {
    /// Its id, and the name of its file without `.txt`.
    pub id: &'static str,
    /// What a person sees as its name.
    pub name: &'static str,
    /// One sentence about it.
    pub summary: &'static str,
    /// How many blanks a person has to fill.
    pub blanks: usize,
    /// A number that is another one when the text is, so that a browser that kept the file asks for
    /// the new one.
    pub edition: u32,
}

/// The table row of a template; the text itself does not become a part of the program.
macro_rules! built_in {
    ($id:literal, $name:literal, $summary:literal, $blanks:literal) => {
        BuiltIn {
            id: $id,
            name: $name,
            summary: $summary,
            blanks: $blanks,
            edition: const { edition(include_bytes!(concat!("../../templates/", $id, ".txt"))) },
        }
    };
}

/// Every built-in template, in the order of the gallery.
pub static GALLERY: &[BuiltIn] = &[
    built_in!(
        "duty_report",
        "抓基层党建工作述职报告",
        "教育系统党组织书记年度述职：做法成效、问题原因、下步打算，33 处空白",
        35
    ),
    built_in!(
        "branch_secretary",
        "党支部书记抓党建述职报告",
        "党支部书记年度述职：上年度问题整改逐条写，没开展的工作可以略去，50 处空白",
        50
    ),
    built_in!(
        "teacher_summary",
        "教师个人年度工作总结",
        "中小学教师年度考核用：师德、教学、教研、育人，公开课和获奖可以一项一项加，39 处空白",
        39
    ),
    built_in!(
        "meeting_minutes",
        "会议纪要",
        "办公会、专题会用：议题、决定事项都可以一项一项加，责任人和时限不会漏，19 处空白",
        19
    ),
];

/// FNV-1a.
const fn edition(text: &[u8]) -> u32 {
    let (mut hash, mut at) = (0x811c_9dc5_u32, 0);
    while at < text.len() {
        hash = (hash ^ text[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::{Field, read};
    use crate::template::{Template, parse, print};
    use std::path::PathBuf;

    fn folder() -> PathBuf {
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates")
    }

    fn read_in(id: &str) -> Template {
        let text = std::fs::read_to_string(folder().join(format!("{id}.txt"))).expect("its file is there");
        let (template, faults) = parse(&text);
        assert_eq!(faults, [], "{id}");
        template
    }

    #[test]
    fn the_table_equals_the_folder() {
        let mut files: Vec<String> = std::fs::read_dir(folder())
            .expect("the folder of templates is there")
            .map(|entry| entry.expect("its entries can be read").file_name().to_string_lossy().into_owned())
            .collect();
        files.sort();
        let mut table: Vec<String> = GALLERY.iter().map(|built_in| format!("{}.txt", built_in.id)).collect();
        table.sort();
        assert_eq!(files, table);
    }

    #[test]
    fn every_row_says_what_its_file_says() {
        for row in GALLERY {
            let template = read_in(row.id);
            let blanks = template.fields.iter().filter(|field| Field::is_required(field)).count();
            assert_eq!(
                (template.id.as_str(), template.name.as_str(), template.summary.as_str(), blanks),
                (row.id, row.name, row.summary, row.blanks)
            );
        }
    }

    #[test]
    fn every_built_in_template_is_understood_and_prints_back() {
        for row in GALLERY {
            let template = read_in(row.id);
            assert_eq!(parse(&print(&template)), (template, Vec::new()));
        }
    }

    #[test]
    fn every_field_of_a_built_in_template_has_a_label_and_a_default_that_is_accepted() {
        for row in GALLERY {
            for field in read_in(row.id).fields {
                assert!(!field.label.is_empty() && !field.literal.is_empty(), "{:?}", field.id);
                let is_plain = !field.default.contains('{') && !field.default.starts_with('今');
                assert!(!is_plain || read(&field, &field.default).refusal.is_none(), "{:?}", field.id);
            }
        }
    }
}
