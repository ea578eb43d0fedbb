//! What a text is that somebody brought: known by what it says, not by the name of its file.

use gaozhi_core::draft::{Stored, Unreadable};
use gaozhi_core::template::is_text_form;

/// What a text is.
#[derive(Debug, PartialEq)]
pub(super) enum Meaning {
    /// A draft that was saved to a file.
    Draft(Box<Stored>),
    /// One of a newer version.
    Newer,
    /// A template in the text form.
    Template,
    /// Anything else: a report, a template full of XX.
    Text,
}

/// Looks at a text; `read` reads a draft file.
pub(super) fn meaning(text: &str, read: fn(&str) -> Result<Stored, Unreadable>) -> Meaning {
    if is_text_form(text) {
        return Meaning::Template;
    }
    match read(text) {
        Ok(stored) if !stored.draft.entries().is_empty() => Meaning::Draft(Box::new(stored)),
        Err(Unreadable::Newer(_)) => Meaning::Newer,
        Ok(_) | Err(Unreadable::Damaged(_) | Unreadable::Foreign) => Meaning::Text,
    }
}

/// Whether a file of that name may be one of them; what else it is, the reader tells by its bytes.
pub(super) fn is_text_file(name: &str) -> bool {
    ends_in(name, "txt") || ends_in(name, "md") || is_draft_file(name) || is_web_page(name)
}

/// Whether it may be a web page, in which a draft may lie.
pub(super) fn is_web_page(name: &str) -> bool {
    ends_in(name, "html") || ends_in(name, "htm")
}

/// Whether a file of that name can only be a draft.
pub(super) fn is_draft_file(name: &str) -> bool {
    ends_in(name, "json")
}

fn ends_in(name: &str, ending: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case(ending))
}

/// What a template is called that has a file but no name.
pub(super) fn stem(name: &str) -> &str {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.strip_suffix(".模板").unwrap_or(stem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use gaozhi_core::draft::{Draft, OutlineJson, from_json, to_json};
    use gaozhi_core::template::parse;

    fn meaning_of(text: &str) -> Meaning {
        meaning(text, from_json)
    }

    #[test]
    fn a_text_is_known_by_what_it_says() {
        let draft = |text| {
            let draft = Draft::new(parse(text).0, [].into());
            to_json(&draft, &OutlineJson::of(&draft), 1, 2)
        };
        let template = "模板 甲\n[正文]\n乙";
        assert!(matches!(meaning_of(&draft(template)), Meaning::Draft(_)));
        assert!(matches!(meaning_of(&format!("\u{feff}{}", draft(template))), Meaning::Draft(_)));
        assert_eq!(meaning_of(&draft("")), Meaning::Text, "a draft of nothing is none");
        assert_eq!(meaning_of("{\"format\":\"gaozhi-draft\",\"version\":99}"), Meaning::Newer);
        for text in [template, "\u{feff}[正文]\r\n乙", "模板 甲\r\n [正文] \r\n"] {
            assert_eq!(meaning_of(text), Meaning::Template);
        }
        for text in ["", "全年讲党课X次。", "{}", "{{姓名}}", "见[正文]。"] {
            assert_eq!(meaning_of(text), Meaning::Text, "{text}");
        }
    }

    #[test]
    fn a_file_is_called_without_its_ending() {
        assert_eq!(stem("安全生产.模板.txt"), "安全生产");
        assert_eq!(stem("3.5 总结.TXT"), "3.5 总结");
        assert_eq!(stem("总结"), "总结");
        assert!(is_text_file("甲.TXT") && is_text_file("a.b.md") && is_draft_file("a.Json"));
        assert!(!is_text_file("txt") && !is_text_file("甲.docx"));
    }
}
