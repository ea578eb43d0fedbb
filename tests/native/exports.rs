//! Exports: total, the same bytes every time, nothing added to what the report says.

use std::collections::BTreeMap;

use gaozhi_core::draft::{Day, Draft};
use gaozhi_core::export::{Context, FORMATS, file_stem, md, txt};
use gaozhi_core::field::FieldId;
use gaozhi_core::lang::ZH;
use gaozhi_core::report::{Part, Report, begins_page, compose, indent};
use gaozhi_core::template::{Block, BlockKind, Span, Template, parse};
use proptest::{prop_assert, prop_assert_eq};

use crate::arbitrary::draft;
use crate::check::check;

const CONTEXT: Context<'static> = Context { css: "p{}\n", strings: &ZH };

fn report(outline: &str) -> Report {
    compose(&Draft::new(parse(outline).0, BTreeMap::new()))
}

#[test]
fn every_format_takes_every_report_and_gives_the_same_bytes_again() {
    check("every exporter is total and deterministic", 500, &draft(), |draft| {
        let report = compose(&draft);
        let typed: String = report.paragraphs.iter().map(|paragraph| paragraph.text()).collect();
        for format in FORMATS {
            let bytes = (format.render)(&report, &CONTEXT);
            prop_assert_eq!(&bytes, &(format.render)(&compose(&draft), &CONTEXT), "{}", format.id);
            let text = String::from_utf8(bytes).unwrap();
            let mut strange = text.chars().filter(|c| c.is_control() && !"\r\n".contains(*c));
            prop_assert!(strange.all(|c| typed.contains(c)), "{}", format.id);
        }
        Ok(())
    });
}

#[test]
fn the_text_file_is_one_line_for_each_paragraph_and_gap() {
    check("txt says what the report says", 500, &draft(), |draft| {
        let report = compose(&draft);
        let mut expected = String::from("\u{feff}");
        for paragraph in &report.paragraphs {
            let indent = "\u{3000}".repeat(indent(paragraph).first as usize / 2);
            let ends_page = begins_page(paragraph.kind) && expected != "\u{feff}";
            let gap = "\r\n".repeat((paragraph.gap as usize).max(usize::from(ends_page)));
            expected.push_str(&format!("{gap}{indent}{}\r\n", paragraph.text()));
        }
        let text = String::from_utf8(txt(&report)).unwrap();
        prop_assert_eq!(&text, &expected);
        prop_assert_eq!(text.matches('\n').count(), text.matches('\r').count());
        Ok(())
    });
}

/// The words of a line of Markdown, its marks all guarded by backslashes; none where one stands bare.
fn unguarded(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\\' {
            out.push(chars.next().filter(char::is_ascii_punctuation)?);
        } else if "`*_<>[]|~&".contains(c) {
            return None;
        } else {
            out.push(c);
        }
    }
    Some(out)
}

#[test]
fn markdown_says_every_paragraph_in_order_on_a_line_of_its_own() {
    check("md says what the report says", 500, &draft(), |draft| {
        let report = compose(&draft);
        let text = md(&report);
        let lines: Vec<&str> = text.split('\n').collect();
        prop_assert_eq!(lines.len(), report.paragraphs.len() * 2 + usize::from(report.paragraphs.is_empty()));
        for (paragraph, pair) in report.paragraphs.iter().zip(lines.chunks(2)) {
            prop_assert_eq!(pair[1], "");
            let mut line = pair[0].trim_start_matches('#');
            if line.len() < pair[0].len() {
                line = line.strip_prefix(' ').unwrap();
            }
            let bold = line.strip_prefix("**").and_then(|bold| bold.split_once("**"));
            let said =
                bold.map_or_else(|| unguarded(line), |(bold, rest)| unguarded(&(bold.to_owned() + rest)));
            prop_assert!(said.is_some(), "a bare mark in {:?}", line);
            let said = said.unwrap_or_default();
            // White space before it would mean code; a reader shows none anyway.
            let (said, text) = (said.trim_start_matches([' ', '\t']), paragraph.text());
            prop_assert_eq!(said, text.trim_start_matches([' ', '\t']), "{}", pair[0]);
        }
        Ok(())
    });
}

#[test]
fn bold_in_markdown_ends_where_a_reader_sees_its_end() {
    // CommonMark 6.2: ** ends bold after a mark of punctuation only before white space or another.
    let text = md(&report("[正文]\n## 学习。 | 读书。"));
    let (bold, rest) = text.strip_prefix("**").and_then(|text| text.split_once("**")).unwrap();
    let punctuation = |c: Option<char>| c.is_some_and(|c| "。，、；：？！（）“”《》".contains(c));
    let closes = !punctuation(bold.chars().last()) || punctuation(rest.chars().next());
    assert!(closes, "{text}");
}

#[test]
fn entities_typed_by_a_person_stay_as_typed_in_markdown() {
    assert_eq!(md(&report("[正文]\n甲&lt;乙&#65;")), "甲\\&lt;乙\\&#65;\n");
}

#[test]
fn white_space_before_a_paragraph_makes_no_block_of_code_in_markdown() {
    for typed in ["    甲", "\t甲", " \t 甲"] {
        let block = Block::new(BlockKind::Body, vec![Span::Text(typed.to_owned())]);
        let template = Template { blocks: vec![block], ..Template::default() };
        let text = md(&compose(&Draft::new(template, BTreeMap::new())));
        assert!(!text.starts_with([' ', '\t']), "{text:?}");
    }
}

#[test]
fn a_heading_alone_has_no_text() {
    let report = report("[正文]\n# 甲\n## 乙。 | 丙");
    let parts: Vec<Vec<Part>> =
        report.paragraphs.iter().map(|p| p.runs.iter().map(|run| run.part).collect()).collect();
    assert_eq!(parts, [vec![Part::Lead; 2], vec![Part::Lead, Part::Lead, Part::Text]]);
}

#[test]
fn the_name_of_a_file_suits_every_file_system() {
    check("file names", 400, &draft(), |draft| {
        let answers = BTreeMap::from([(FieldId::new("reporter_name"), draft.name().to_owned())]);
        for draft in [Draft::new(draft.to_template(), answers), draft] {
            let today = Day { year: 2026, month: 1, day: 9 };
            let stem = file_stem(&draft, &compose(&draft), draft.state(today), &ZH, today);
            prop_assert!(stem.ends_with("_20260109"));
            let banned = |c: char| c.is_control() || c.is_whitespace() || "\\/:*?\"<>|".contains(c);
            prop_assert!(!stem.contains(banned), "{:?}", stem);
            prop_assert!(stem.chars().count() <= 150, "{}", stem);
        }
        Ok(())
    });
}
