//! HTML for the clipboard: every look stands in the paragraph itself, in the words that Word, WPS
//! and mail programs know, because what is pasted brings no style sheet along. No class is named:
//! Word would take it for one of its own styles.

use super::Markup;
use crate::report::{Align, Face, Paragraph, Report, Style, begins_page, indent, right, style};
use crate::template::BlockKind;

/// A half character of 3号 in points.
const HALF_CELL: u32 = 8;
/// The line in points: 22 of them fill the text area of 225 mm (GB/T 9704-2012 5.2.3).
const LINE: &str = "line-height:28.95pt;mso-line-height-rule:exactly";

/// The report as paragraphs.
#[must_use]
pub fn rich(report: &Report) -> String {
    let mut out = String::new();
    for (index, paragraph) in report.paragraphs.iter().enumerate() {
        let mut markup = Markup::new();
        for _ in 0..paragraph.gap {
            // As Word writes an empty line.
            open(&mut markup, &place(Align::Flush, 0, 0, 0));
            face(&mut markup, Face::FangSong, &style(BlockKind::Body), false, "\u{a0}");
            markup.raw("</p>\n");
        }
        write(&mut markup, paragraph, right(&report.paragraphs, index).unwrap_or(0));
        out.push_str(markup.as_str());
    }
    out
}

/// One paragraph; `right` is its distance from the right margin in half characters.
fn write(out: &mut Markup, paragraph: &Paragraph, right: u32) {
    let look = style(paragraph.kind);
    let indent = indent(paragraph);
    let mut place = place(look.align, indent.first, indent.rest, right);
    if begins_page(paragraph.kind) {
        place.push_str(";page-break-before:always");
    }
    open(out, &place);
    for alike in paragraph.runs.chunk_by(|a, b| (look.face(a.part), a.open) == (look.face(b.part), b.open)) {
        let Some(first) = alike.first() else { continue };
        let text: String = alike.iter().map(|run| run.text.as_str()).collect();
        face(out, look.face(first.part), &look, first.open, &text);
    }
    out.raw("</p>\n");
}

fn open(out: &mut Markup, place: &str) {
    out.raw("<p lang=\"zh-CN\"").attr("style", place).raw(">");
}

/// Where a paragraph stands; `first`, `rest` and `right` in half characters.
fn place(align: Align, first: u32, rest: u32, right: u32) -> String {
    let side = match align {
        Align::Centre => "center",
        Align::Indented | Align::Flush | Align::Hanging => "justify",
        Align::Signature => "right",
    };
    let points = |half_cells: u32| (half_cells * HALF_CELL).to_string();
    let turn = if first < rest { ["-", &points(rest - first)].concat() } else { points(first - rest) };
    let mut place =
        ["margin:0 ", &points(right), "pt 0 ", &points(rest), "pt;text-indent:", &turn, "pt"].concat();
    // Word follows a change of the size with it.
    if align == Align::Indented {
        place.push_str(";mso-char-indent-count:2.0");
    }
    [&place, ";text-align:", side, ";", LINE].concat()
}

/// Words in a face. Word takes “ ” … — for Latin letters of a kind of their own (hansi): they get the
/// Chinese face, in which they are as wide as a character.
fn face(out: &mut Markup, face: Face, look: &Style, is_open: bool, text: &str) {
    let (name, others) = names(face);
    let size = (look.half_points / 2).to_string();
    let style = [
        "font-family:'Times New Roman','",
        name,
        "',",
        others,
        ";mso-ascii-font-family:'Times New Roman';mso-hansi-font-family:",
        name,
        ";mso-fareast-font-family:",
        name,
        ";font-size:",
        &size,
        "pt;font-weight:normal;color:#000000",
        if is_open { ";background:yellow;mso-highlight:yellow" } else { "" },
    ];
    out.raw("<span").attr("style", &style.concat()).raw(">").text(text).raw("</span>");
}

/// The name of a face in an office, and what stands in where it is missing.
fn names(face: Face) -> (&'static str, &'static str) {
    match face {
        Face::XiaoBiaoSong => ("方正小标宋简体", "'方正小标宋_GBK','华文中宋',STZhongsong,SimSun,serif"),
        Face::HeiTi => ("黑体", "SimHei,'Heiti SC',sans-serif"),
        Face::KaiTi => ("楷体_GB2312", "'楷体',KaiTi,STKaiti,serif"),
        Face::FangSong => ("仿宋_GB2312", "'仿宋',FangSong,STFangsong,serif"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::report::compose;
    use crate::template::parse;
    use std::collections::BTreeMap;

    fn of(outline: &str) -> String {
        rich(&compose(&Draft::new(parse(outline).0, BTreeMap::new())))
    }

    /// The place of each paragraph, and its words.
    fn places(outline: &str) -> Vec<(String, String)> {
        let html = of(outline);
        let paragraph = |line: &str| {
            let (place, rest) = line.strip_prefix("<p lang=\"zh-CN\" style=\"")?.split_once("\">")?;
            let mut words = String::new();
            for piece in rest.split('<') {
                words.push_str(piece.split_once('>').map_or(piece, |(_, words)| words));
            }
            Some((place.to_owned(), words))
        };
        html.lines().map(|line| paragraph(line).expect("a paragraph a line")).collect()
    }

    const END: &str = "line-height:28.95pt;mso-line-height-rule:exactly";

    #[test]
    fn every_paragraph_says_where_it_stands() {
        let outline = "[正文]\n@标题 题\n@称谓 各位：\n文。\n@附件说明 甲\n@附件说明 乙\n@落款 县委教育体育工委\n@日期 2026年12月5日\n@附件";
        let body =
            format!("margin:0 0pt 0 0pt;text-indent:32pt;mso-char-indent-count:2.0;text-align:justify;{END}");
        let flush = format!("margin:0 0pt 0 0pt;text-indent:0pt;text-align:justify;{END}");
        let expected = [
            (format!("margin:0 0pt 0 0pt;text-indent:0pt;text-align:center;{END}"), "题"),
            (flush.clone(), "\u{a0}"),
            (flush.clone(), "各位："),
            (body, "文。"),
            (flush.clone(), "\u{a0}"),
            (format!("margin:0 0pt 0 96pt;text-indent:-64pt;text-align:justify;{END}"), "附件：1.甲"),
            (format!("margin:0 0pt 0 96pt;text-indent:-16pt;text-align:justify;{END}"), "2.乙"),
            (flush.clone(), "\u{a0}"),
            (format!("margin:0 32pt 0 0pt;text-indent:0pt;text-align:right;{END}"), "县委教育体育工委"),
            (format!("margin:0 24pt 0 0pt;text-indent:0pt;text-align:right;{END}"), "2026年12月5日"),
            (format!("{flush};page-break-before:always"), "附件1"),
        ];
        assert_eq!(places(outline), expected.map(|(place, words)| (place, words.to_owned())));
    }

    #[test]
    fn a_run_in_heading_has_its_own_face_and_an_open_blank_is_marked() {
        let html = of("[正文]\n## 学习。 | 讲课{n}次。");
        let faces: Vec<&str> = html
            .split("mso-fareast-font-family:")
            .skip(1)
            .filter_map(|rest| rest.split_once("</span>"))
            .map(|(run, _)| run)
            .collect();
        let tail = ";font-size:16pt;font-weight:normal;color:#000000";
        assert_eq!(
            faces,
            [
                format!("楷体_GB2312{tail}\">（一）学习。"),
                format!("仿宋_GB2312{tail}\">讲课"),
                format!("仿宋_GB2312{tail};background:yellow;mso-highlight:yellow\">XX"),
                format!("仿宋_GB2312{tail}\">次。"),
            ]
        );
        assert!(html.contains("mso-hansi-font-family:楷体_GB2312") && !html.contains("class"));
    }

    #[test]
    fn the_title_is_larger_and_what_was_typed_is_no_markup() {
        let html = of("[正文]\n@标题 甲<b>&乙");
        assert!(html.contains("方正小标宋简体;font-size:22pt;"), "{html}");
        assert!(html.ends_with("甲&lt;b&gt;&amp;乙</span></p>\n"), "{html}");
    }
}
