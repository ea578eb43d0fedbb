//! HTML: one file with its own style sheet, and the pieces of it that the page's preview is
//! made of.

use super::{Context, Markup};
use crate::draft::BlockId;
use crate::report::{Face, Fragment, Origin, Paragraph, Part, Report, Run, indent, right, style};
use crate::template::BlockKind;

/// Whether runs carry the hooks by which the page finds fields again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// A document to take away.
    None,
    /// `data-for` and an id on each value, for the preview.
    Live,
}

/// The file: readable on a screen, printed like the page.
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
    out.push_str("</style>\n<article class=\"sheet report\">\n");
    for index in 0..report.paragraphs.len() {
        let mut paragraph = Markup::new();
        let whole = Fragment { paragraph: index, from: 0, to: usize::MAX, gap: report.paragraphs[index].gap };
        fragment(&mut paragraph, &report.paragraphs, whole, Marks::None);
        out.push_str(paragraph.as_str());
        out.push('\n');
    }
    out.push_str("</article>\n");
    out.push_str(below);
    out.push_str("</html>\n");
    out
}

/// Writes the part of a paragraph that stands on one page.
pub fn fragment(out: &mut Markup, paragraphs: &[Paragraph], fragment: Fragment, marks: Marks) {
    let Some(paragraph) = paragraphs.get(fragment.paragraph) else { return };
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
    if let Some(right) = right(paragraphs, fragment.paragraph) {
        out.number("data-right", right);
    }
    let indent = indent(paragraph);
    if indent.rest > 0 {
        out.number("data-hang", indent.rest - indent.first);
    }
    out.raw(">");
    let lead_face = style(paragraph.kind).lead;
    let mut at = 0;
    for run in &paragraph.runs {
        let (start, end) = (at, at + run.text.len());
        at = end;
        let (from, to) = (start.max(fragment.from), end.min(fragment.to));
        if from < to || (start == end && start == fragment.from) {
            let piece = run.text.get(from - start..to - start).unwrap_or_default();
            write_run(out, paragraph, run, piece, lead_face, marks, from == start);
        }
    }
    out.raw("</p>");
}

fn write_run(
    out: &mut Markup,
    paragraph: &Paragraph,
    run: &Run,
    piece: &str,
    lead: Face,
    marks: Marks,
    begins: bool,
) {
    let faced = run.part == Part::Lead && lead != style(paragraph.kind).text;
    if faced {
        out.raw("<span class=\"").raw(face_class(lead)).raw("\">");
    }
    match (&run.origin, marks) {
        (Origin::Field(id), Marks::Live) => {
            out.raw("<span").attr("data-for", id.as_str());
            if begins {
                out.attr("id", &value_id(paragraph.block, run.part, run.span));
            }
            if piece.len() < run.text.len() {
                out.raw(" data-cut");
            }
            if run.open {
                out.raw(" class=\"open\"");
            }
            out.raw(">").text(piece).raw("</span>");
        }
        (Origin::Field(_), Marks::None) if run.open => {
            out.raw("<mark>").text(piece).raw("</mark>");
        }
        (Origin::Field(_) | Origin::Number | Origin::Text, _) => {
            out.text(piece);
        }
    }
    if faced {
        out.raw("</span>");
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

fn face_class(face: Face) -> &'static str {
    match face {
        Face::XiaoBiaoSong => "xiaobiaosong",
        Face::HeiTi => "heiti",
        Face::KaiTi => "kaiti",
        Face::FangSong => "fangsong",
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
        let mut out = Markup::new();
        fragment(&mut out, &paragraphs, Fragment { paragraph: 0, from: 0, to: 19, gap: 1 }, Marks::Live);
        fragment(
            &mut out,
            &paragraphs,
            Fragment { paragraph: 0, from: 19, to: usize::MAX, gap: 0 },
            Marks::Live,
        );
        assert_eq!(
            out.as_str(),
            "<p class=\"item two cut apart\"><span class=\"kaiti\">（一）</span><span class=\"kaiti\">学。</span>\
             讲<span data-for=\"n\" id=\"v0t1\" data-cut class=\"open\">X</span></p>\
             <p class=\"item two continued\"><span data-for=\"n\" data-cut class=\"open\">X</span>次。</p>"
        );
    }
}
