//! HTML: one file with its own style sheet, and the pieces of it that the page's preview is
//! made of.

use super::page::{article, page_style};
use super::{Context, Markup};
use crate::draft::BlockId;
use crate::report::{
    Face, Fragment, Grid, Origin, Paragraph, Part, Report, Run, hangs, indent, lines, paginate, right, style,
};
use crate::template::BlockKind;
use crate::text::part;

/// Whether runs carry the hooks by which the page finds fields again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// A document to take away.
    None,
    /// `data-p` on each paragraph, `data-for` and an id on each value, for the preview.
    Live,
}

/// A report broken into lines, to be drawn: see [`lines`].
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// The paragraphs of the report.
    pub paragraphs: &'a [Paragraph],
    /// Where the lines of each begin.
    pub lines: &'a [Vec<usize>],
    /// What they were broken by.
    pub grid: &'a Grid,
}

/// The file: the pages as they are printed; on a narrow screen one column of text.
#[must_use]
pub fn html(report: &Report, context: &Context<'_>) -> String {
    page(report, context.css, "")
}

/// The file with that style sheet; `below` is markup that stands below the report.
pub(super) fn page(report: &Report, css: &str, below: &str) -> String {
    let mut out = Markup::new();
    out.raw("<!doctype html>\n<html lang=\"zh-CN\">\n<meta charset=\"utf-8\">\n");
    out.raw("<meta name=\"viewport\" content=\"width=device-width\">\n");
    out.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    out.raw("<title>").text(&report.title()).raw("</title>\n<style>\n");
    let mut out = out.into_string();
    out.push_str(css);
    let declarations = page_style(&report.setup);
    if !declarations.is_empty() {
        out.extend([".sheet.report{", &declarations, "}\n"]);
    }
    out.push_str("</style>\n");
    let mut markup = Markup::new();
    article(&mut markup, &report.setup);
    out.push_str(markup.as_str());
    let grid = Grid::of(&report.setup);
    let starts: Vec<Vec<usize>> = report.paragraphs.iter().map(|paragraph| lines(paragraph, &grid)).collect();
    let sheet = Sheet { paragraphs: &report.paragraphs, lines: &starts, grid: &grid };
    for (number, page) in (1..).zip(paginate(&report.paragraphs, &starts, &grid)) {
        let mut markup = Markup::new();
        markup.raw("<section class=\"page\"").number("data-number", number);
        if number == 1 && !report.mark.is_empty() {
            markup.attr("data-state", &report.mark);
        }
        markup.raw(">\n");
        for piece in page.fragments {
            fragment(&mut markup, &sheet, piece, Marks::None);
            markup.raw("\n");
        }
        markup.raw("</section>\n");
        out.push_str(markup.as_str());
    }
    out.push_str("</article>\n");
    out.push_str(below);
    out.push_str("</html>\n");
    out
}

/// Writes the part of a paragraph that stands on one page.
pub fn fragment(out: &mut Markup, sheet: &Sheet<'_>, fragment: Fragment, marks: Marks) {
    let Some(paragraph) = sheet.paragraphs.get(fragment.paragraph) else { return };
    out.raw("<p class=\"").raw(class(paragraph.kind));
    if fragment.continues() {
        out.raw(" continued");
    }
    if fragment.is_cut() {
        out.raw(" cut");
    }
    if fragment.gap > 0 {
        out.raw(" apart");
    }
    out.raw("\"");
    if let Some(right) = right(sheet.paragraphs, fragment.paragraph) {
        out.number("data-right", right);
    }
    if marks == Marks::Live {
        out.number("data-p", paragraph.block.0);
    }
    let indent = indent(paragraph);
    if indent.rest > 0 {
        out.number("data-hang", indent.rest - indent.first);
    }
    out.raw(">");
    fragment_lines(out, sheet, fragment, marks);
    out.raw("</p>");
}

/// Writes the lines of the part of a paragraph that stands on one page, each an element of its own.
pub fn fragment_lines(out: &mut Markup, sheet: &Sheet<'_>, fragment: Fragment, marks: Marks) {
    let Some(paragraph) = sheet.paragraphs.get(fragment.paragraph) else { return };
    let text = paragraph.text();
    let starts = sheet.lines.get(fragment.paragraph).map(Vec::as_slice).unwrap_or_default();
    for (index, &from) in starts.iter().enumerate() {
        if from < fragment.from || from >= fragment.to {
            continue;
        }
        let to = starts.get(index + 1).copied().unwrap_or(text.len());
        out.raw(match (index == 0, index + 1 == starts.len()) {
            (true, true) => "<span class=\"l f e\">",
            (true, false) => "<span class=\"l f\">",
            (false, true) => "<span class=\"l e\">",
            (false, false) => "<span class=\"l\">",
        });
        let line = part(&text, from..to);
        let hang = if hangs(paragraph, line, index == 0, sheet.grid) {
            line.char_indices().next_back().map_or(to, |(at, _)| from + at)
        } else {
            usize::MAX
        };
        write_line(out, paragraph, &Line { from, to, hang, page: (fragment.from, fragment.to) }, marks);
        out.raw("</span>");
    }
}

/// A line as offsets into the text of its paragraph.
struct Line {
    from: usize,
    to: usize,
    /// Where the mark in the margin begins; past the end if there is none.
    hang: usize,
    /// What of the paragraph stands on the page.
    page: (usize, usize),
}

fn write_line(out: &mut Markup, paragraph: &Paragraph, line: &Line, marks: Marks) {
    let look = style(paragraph.kind);
    let mut at = 0;
    for run in &paragraph.runs {
        let (start, end) = (at, at + run.text.len());
        at = end;
        let (from, to) = (start.max(line.from), end.min(line.to));
        if from >= to {
            continue;
        }
        let lead = if run.part == Part::Lead { lead_class(paragraph.kind, look.lead) } else { None };
        if let Some(class) = lead {
            out.raw("<span class=\"").raw(class).raw("\">");
        }
        let wrapped = open_run(out, paragraph, run, (from - start, to - start), (start, end), line, marks);
        let hang = line.hang.clamp(from, to);
        out.text(part(&run.text, from - start..hang - start));
        if hang < to {
            out.raw("<span class=\"hang\">").text(part(&run.text, hang - start..to - start)).raw("</span>");
        }
        out.raw(wrapped);
        if lead.is_some() {
            out.raw("</span>");
        }
    }
}

/// Opens the element of a piece of a run, if it has one; gives what closes it.
fn open_run(
    out: &mut Markup,
    paragraph: &Paragraph,
    run: &Run,
    (from, to): (usize, usize),
    (start, end): (usize, usize),
    line: &Line,
    marks: Marks,
) -> &'static str {
    match (&run.origin, marks) {
        (Origin::Field(id), Marks::Live) => {
            let name = value_id(paragraph.block, run.part, run.span);
            out.raw("<span").attr("data-for", id.as_str());
            out.attr(if from == 0 { "id" } else { "data-of" }, &name);
            if start < line.page.0 || end > line.page.1 {
                out.raw(" data-cut=\"page\"");
            } else if to - from < run.text.len() {
                out.raw(" data-cut=\"line\"");
            }
            if run.open {
                out.raw(" class=\"open\"");
            }
            out.raw(">");
            "</span>"
        }
        (Origin::Field(_), Marks::None) if run.open => {
            out.raw("<mark>");
            "</mark>"
        }
        (Origin::Field(_) | Origin::Number | Origin::Text, _) => "",
    }
}

/// The id of a value's first piece in the preview: `v`, the paragraph, `h` or `t` for heading or
/// text, the index of its span.
#[must_use]
pub fn value_id(block: BlockId, part: Part, span: usize) -> String {
    let half = match part {
        Part::Lead => 'h',
        Part::Text => 't',
    };
    format!("v{}{half}{span}", block.0)
}

/// The class of a kind of paragraph, in the form as in `style/report.css`.
#[must_use]
pub fn class(kind: BlockKind) -> &'static str {
    use crate::template::Level;
    match kind {
        BlockKind::Title => "title",
        BlockKind::Byline => "byline",
        BlockKind::Salutation => "salutation",
        BlockKind::Item(Level::One) => "item one",
        BlockKind::Item(Level::Two) => "item two",
        BlockKind::Item(Level::Three) => "item three",
        BlockKind::Item(Level::Four) => "item four",
        BlockKind::Body => "body",
        BlockKind::Closing => "closing",
        BlockKind::Signature | BlockKind::Date => "signature",
        BlockKind::Attachment => "attachment",
        BlockKind::Remark => "remark",
        BlockKind::Annex => "annex",
    }
}

/// The class of a heading that may look otherwise than the text.
fn lead_class(kind: BlockKind, face: Face) -> Option<&'static str> {
    use crate::template::Level;
    match (face, kind) {
        (Face::HeiTi, _) => Some("heiti"),
        (Face::KaiTi, BlockKind::Item(_)) => Some("kaiti"),
        (_, BlockKind::Item(Level::Three)) => Some("third"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::report::compose;
    use crate::template::parse;
    use std::collections::BTreeMap;

    fn paragraphs(text: &str) -> Vec<Paragraph> {
        compose(&Draft::new(parse(text).0, BTreeMap::new())).paragraphs
    }

    #[test]
    fn a_cut_paragraph_keeps_the_hooks_of_its_values() {
        let paragraphs = paragraphs("[正文]\n## 学。 | 讲{n}次。");
        let lines = [vec![0, 19]];
        let sheet = Sheet { paragraphs: &paragraphs, lines: &lines, grid: &Grid::STANDARD };
        let mut out = Markup::new();
        fragment(&mut out, &sheet, Fragment { paragraph: 0, from: 0, to: 19, gap: 1 }, Marks::Live);
        fragment(&mut out, &sheet, Fragment { paragraph: 0, from: 19, to: usize::MAX, gap: 0 }, Marks::Live);
        assert_eq!(
            out.as_str(),
            "<p class=\"item two cut apart\" data-p=\"0\"><span class=\"l f\"><span class=\"kaiti\">（一）</span>\
             <span class=\"kaiti\">学。</span>讲\
             <span data-for=\"n\" id=\"v0t1\" data-cut=\"page\" class=\"open\">X</span></span></p>\
             <p class=\"item two continued\" data-p=\"0\"><span class=\"l e\">\
             <span data-for=\"n\" data-of=\"v0t1\" data-cut=\"page\" class=\"open\">X</span>次。</span></p>"
        );
    }

    #[test]
    fn each_line_is_an_element_and_a_mark_may_stand_in_the_margin() {
        let text = format!("{}，后面。", "字".repeat(26));
        let paragraphs = paragraphs(&format!("[正文]\n{text}"));
        let lines = [lines(&paragraphs[0], &Grid::STANDARD)];
        let sheet = Sheet { paragraphs: &paragraphs, lines: &lines, grid: &Grid::STANDARD };
        let mut out = Markup::new();
        fragment(&mut out, &sheet, Fragment { paragraph: 0, from: 0, to: usize::MAX, gap: 0 }, Marks::None);
        let expected = format!(
            "<p class=\"body\"><span class=\"l f\">{}<span class=\"hang\">，</span></span><span class=\"l e\">后面。</span></p>",
            "字".repeat(26)
        );
        assert_eq!(out.as_str(), expected);
    }
}
