//! HTML: typed text never becomes markup. A strict tokenizer reads the file back and finds the
//! words of the report, the tags of the program, and nothing else.

use std::collections::BTreeMap;

use gaozhi_core::draft::Draft;
use gaozhi_core::export::{Context, Marks, Markup, Sheet, fragment, html};
use gaozhi_core::field::FieldId;
use gaozhi_core::lang::ZH;
use gaozhi_core::report::{CELLS, Fragment, Grid, Origin, compose, lines, paginate};
use gaozhi_core::template::{Block, BlockKind, Span, Template, parse};
use proptest::test_runner::TestCaseError;
use proptest::{prop_assert, prop_assert_eq};

use crate::arbitrary::draft;
use crate::check::check;

const CSS: &str = ".report { margin: 0 }\n";

/// Reads HTML of the exporter's own dialect: the words of each `<p>`, and its attributes.
struct Reader<'a> {
    rest: &'a str,
    open: Vec<&'a str>,
    paragraphs: Vec<String>,
    title: String,
    ids: Vec<&'a str>,
}

fn fail<T>(why: &str, rest: &str) -> Result<T, TestCaseError> {
    Err(TestCaseError::fail(format!("{why} at {:?}", rest.chars().take(40).collect::<String>())))
}

impl<'a> Reader<'a> {
    fn read(text: &'a str) -> Result<Self, TestCaseError> {
        let mut reader = Self {
            rest: text,
            open: Vec::new(),
            paragraphs: Vec::new(),
            title: String::new(),
            ids: Vec::new(),
        };
        while !reader.rest.is_empty() {
            match reader.rest.strip_prefix('<') {
                Some(after) => reader.tag(after)?,
                None => reader.words()?,
            }
        }
        Ok(reader)
    }

    fn tag(&mut self, after: &'a str) -> Result<(), TestCaseError> {
        let Some((tag, rest)) = after.split_once('>') else { return fail("a tag without end", after) };
        self.rest = rest;
        if let Some(name) = tag.strip_prefix('/') {
            let opened = self.open.pop();
            return if opened == Some(name) { Ok(()) } else { fail("closes another tag", after) };
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        match name {
            "!doctype" | "meta" => return Ok(()),
            "style" => {
                let Some((css, rest)) = rest.split_once("</style>") else { return fail("no end", rest) };
                self.rest = rest;
                let (own, setup) = css.trim().split_at(css.trim().len().min(CSS.trim().len()));
                let fits = own == CSS.trim() && !setup.contains('<');
                return if fits { Ok(()) } else { fail("strange style", css) };
            }
            "html" | "title" | "article" | "section" | "span" | "mark" => {}
            // What goes on on another page is one paragraph still.
            "p" if attributes.contains(" continued") => {}
            "p" => self.paragraphs.push(String::new()),
            _ => return fail("a tag that the program does not write", after),
        }
        self.open.push(name);
        self.attributes(attributes)
    }

    fn attributes(&mut self, mut rest: &'a str) -> Result<(), TestCaseError> {
        while !rest.is_empty() {
            let Some((name, after)) = rest.split_once("=\"") else {
                return fail("more than attributes", rest);
            };
            let Some((value, after)) = after.split_once('"') else { return fail("a loose quote", rest) };
            let fits = match name {
                "class" => value.chars().all(|c| c.is_ascii_lowercase() || c == ' '),
                "data-numbers" => ["centre", "none"].contains(&value),
                "data-mirror" => value.is_empty(),
                "data-cut" => ["line", "page"].contains(&value),
                "data-right" | "data-hang" | "data-number" | "data-p" => value.parse::<u32>().is_ok(),
                "id" | "data-of" => value.chars().all(|c| c.is_ascii_alphanumeric()),
                "data-for" => !value.contains(['<', '>', '&', '\'']),
                "lang" => value == "zh-CN",
                _ => false,
            };
            if !fits {
                return fail("a strange attribute", rest);
            }
            if name == "id" {
                self.ids.push(value);
            }
            rest = after.strip_prefix(' ').unwrap_or(after);
        }
        Ok(())
    }

    fn words(&mut self) -> Result<(), TestCaseError> {
        let end = self.rest.find('<').unwrap_or(self.rest.len());
        let (words, rest) = self.rest.split_at(end);
        self.rest = rest;
        let plain = plain(words)?;
        if self.open.contains(&"p") {
            self.paragraphs.last_mut().unwrap().push_str(&plain);
        } else if self.open.contains(&"title") {
            self.title.push_str(&plain);
        } else if !plain.trim().is_empty() {
            return fail("words outside of a paragraph", words);
        }
        Ok(())
    }
}

/// Words without their entities.
fn plain(mut words: &str) -> Result<String, TestCaseError> {
    let mut out = String::new();
    while let Some(at) = words.find(['&', '>']) {
        out.push_str(&words[..at]);
        let entities = [("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&'), ("&quot;", '"')];
        let found = entities.into_iter().find(|(entity, _)| words[at..].starts_with(entity));
        let Some((entity, c)) = found else { return fail("a bare mark", &words[at..]) };
        out.push(c);
        words = &words[at + entity.len()..];
    }
    out.push_str(words);
    Ok(out)
}

#[test]
fn the_file_holds_the_words_of_the_report_and_no_tag_of_anybody_else() {
    check("html says what the report says", 500, &draft(), |draft| {
        let report = compose(&draft);
        let file = html(&report, &Context { css: CSS, strings: &ZH });
        let read = Reader::read(&file)?;
        prop_assert!(read.open.is_empty());
        prop_assert!(read.ids.is_empty());
        prop_assert_eq!(read.title, report.title());
        let expected: Vec<String> = report.paragraphs.iter().map(|paragraph| paragraph.text()).collect();
        prop_assert_eq!(read.paragraphs, expected);
        Ok(())
    });
}

#[test]
fn the_pages_of_the_preview_hold_every_word_once_and_each_hook_once() {
    check("pages of the preview say what the report says", 300, &draft(), |draft| {
        let report = compose(&draft);
        let grid = Grid::STANDARD;
        let starts: Vec<Vec<usize>> =
            report.paragraphs.iter().map(|paragraph| lines(paragraph, &grid)).collect();
        let sheet = Sheet { paragraphs: &report.paragraphs, lines: &starts, grid: &grid };
        let mut pages = Markup::new();
        for piece in paginate(&report.paragraphs, &starts, &grid).iter().flat_map(|page| &page.fragments) {
            fragment(&mut pages, &sheet, *piece, Marks::Live);
        }
        let read = Reader::read(pages.as_str())?;
        let drawn = pages.as_str().matches("<span class=\"l").count();
        prop_assert_eq!(drawn, starts.iter().map(Vec::len).sum::<usize>(), "each line is drawn once");
        let said = read.paragraphs;
        let expected: Vec<String> = report.paragraphs.iter().map(|paragraph| paragraph.text()).collect();
        prop_assert_eq!(said, expected);
        let runs = report.paragraphs.iter().flat_map(|paragraph| &paragraph.runs);
        let values = runs.filter(|run| matches!(run.origin, Origin::Field(_))).count();
        let mut ids = read.ids;
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), values);
        Ok(())
    });
}

#[test]
fn the_name_of_an_unknown_field_stays_inside_of_its_attribute() {
    let blank = Span::Blank(FieldId::new("\"><script a='&"));
    let blocks = vec![Block::new(BlockKind::Body, vec![blank])];
    let report = compose(&Draft::new(Template { blocks, ..Template::default() }, BTreeMap::new()));
    let mut out = Markup::new();
    let starts: Vec<Vec<usize>> =
        report.paragraphs.iter().map(|paragraph| lines(paragraph, &Grid::STANDARD)).collect();
    let sheet = Sheet { paragraphs: &report.paragraphs, lines: &starts, grid: &Grid::STANDARD };
    fragment(&mut out, &sheet, Fragment { paragraph: 0, from: 0, to: usize::MAX, gap: 0 }, Marks::Live);
    assert!(out.as_str().contains("data-for=\"&quot;&gt;&lt;script a='&amp;\""), "{}", out.as_str());
    assert!(!out.as_str().contains("<script"));
}

#[test]
fn a_date_without_a_signature_stands_two_characters_from_the_margin() {
    let outline = "[正文]\n一段相当长的正文，后面没有落款，只有日期。\n@日期 2026年12月5日";
    let report = compose(&Draft::new(parse(outline).0, BTreeMap::new()));
    let file = html(&report, &Context { css: CSS, strings: &ZH });
    assert!(
        file.contains(
            "<p class=\"signature apart\" data-right=\"4\"><span class=\"l f e\">2026年12月5日</span></p>"
        ),
        "{file}"
    );
}

#[test]
fn the_signature_block_stays_on_the_page() {
    let values = (1..80_usize, 1..80_usize);
    check("data-right is within the line", 100, &values, |(signature, date)| {
        let outline = format!("[正文]\n@落款 {}\n@日期 {}", "甲".repeat(signature), "乙".repeat(date));
        let report = compose(&Draft::new(parse(&outline).0, BTreeMap::new()));
        let file = html(&report, &Context { css: CSS, strings: &ZH });
        for right in file.split("data-right=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            prop_assert!(right.parse::<u32>().unwrap() < CELLS * 2, "{}", file);
        }
        Ok(())
    });
}
