//! The built-in templates. The table equals the folder `templates/`; a test compares them.

use super::model::Template;
use super::parse::parse;

/// A template that comes with the program.
#[derive(Clone, Copy, Debug)]
pub struct BuiltIn {
    /// Its id, and the name of its file.
    pub id: &'static str,
    /// Its text form.
    pub text: &'static str,
}

/// Every built-in template, in the order of the gallery.
pub static GALLERY: &[BuiltIn] =
    &[BuiltIn { id: "duty_report", text: include_str!("../../templates/duty_report.txt") }];

/// The built-in template of that id.
#[must_use]
pub fn built_in(id: &str) -> Option<Template> {
    GALLERY.iter().find(|built_in| built_in.id == id).map(|built_in| parse(built_in.text).0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::print;

    #[test]
    fn the_table_equals_the_folder() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .expect("the folder of templates is there")
            .map(|entry| entry.expect("its entries can be read").file_name().to_string_lossy().into_owned())
            .collect();
        files.sort();
        let mut table: Vec<String> = GALLERY.iter().map(|built_in| format!("{}.txt", built_in.id)).collect();
        table.sort();
        assert_eq!(files, table);
    }

    #[test]
    fn every_built_in_template_is_understood_and_prints_back() {
        for built_in in GALLERY {
            let (template, faults) = parse(built_in.text);
            assert_eq!(faults, [], "{}", built_in.id);
            assert_eq!(template.id, built_in.id);
            assert_eq!(parse(&print(&template)), (template, Vec::new()));
        }
    }
}
