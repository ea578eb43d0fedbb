//! HTML for the clipboard: every look stands in the paragraph itself, in the words that Word, WPS
//! and mail programs know, because what is pasted brings no style sheet along. No class is named:
//! Word would take it for one of its own styles.

use super::Markup;
use crate::report::{
    Align, Face, Grid, Indent, Paragraph, Part, Report, begins_page, indent_twips, right, style,
};
use crate::setup::{Digits, Setup};
use crate::template::{BlockKind, Level};

/// The report as paragraphs.
#[must_use]
pub fn rich(report: &Report) -> String {
    let grid = Grid::of(&report.setup);
    let mut out = String::new();
    for (index, paragraph) in report.paragraphs.iter().enumerate() {
        let mut markup = Markup::new();
        for _ in 0..paragraph.gap {
            // As Word writes an empty line.
            let none = Indent { first: 0, rest: 0 };
            markup.raw("<p").attr("style", &place(Align::Flush, none, 0, &report.setup)).raw(">");
            face(&mut markup, Face::FangSong, BlockKind::Body, &report.setup, "", "\u{a0}");
            markup.raw("</p>\n");
        }
        let right = right(&report.paragraphs, index).unwrap_or(0) * grid.size / 2;
        write(&mut markup, paragraph, indent_twips(paragraph, &grid), right, &report.setup);
        out.push_str(markup.as_str());
    }
    out
}

/// One paragraph; `right` is its distance from the right margin in twips.
fn write(out: &mut Markup, paragraph: &Paragraph, indent: Indent, right: u32, setup: &Setup) {
    let look = style(paragraph.kind);
    let mut place = place(look.align, indent, right, setup);
    if begins_page(paragraph.kind) {
        place.push_str(";page-break-before:always");
    }
    out.raw("<p lang=\"zh-CN\"").attr("style", &place).raw(">");
    for alike in paragraph.runs.chunk_by(|a, b| (a.part, a.open) == (b.part, b.open)) {
        let Some(first) = alike.first() else { continue };
        let is_head = first.part == Part::Lead;
        let is_bold = match paragraph.kind {
            BlockKind::Title => setup.bold_title,
            BlockKind::Item(Level::One) => is_head && setup.bold_first,
            BlockKind::Item(Level::Two) => is_head && setup.bold_second,
            BlockKind::Item(Level::Three) => is_head && setup.bold_third,
            _ => false,
        };
        let more = match (is_bold, first.open) {
            (true, true) => ";font-weight:bold;background:yellow;mso-highlight:yellow",
            (true, false) => ";font-weight:bold",
            (false, true) => ";background:yellow;mso-highlight:yellow",
            (false, false) => "",
        };
        let text: String = alike.iter().map(|run| run.text.as_str()).collect();
        face(out, look.face(first.part), paragraph.kind, setup, more, &text);
    }
    out.raw("</p>\n");
}

/// Where a paragraph stands; `right` in twips.
fn place(align: Align, indent: Indent, right: u32, setup: &Setup) -> String {
    let side = match align {
        Align::Centre => "center",
        Align::Indented | Align::Flush | Align::Hanging => "justify",
        Align::Signature => "right",
    };
    let Indent { first, rest } = indent;
    let minus = if first < rest { "-" } else { "" };
    let place = [
        "margin:0 ",
        &points(right),
        " 0 ",
        &points(rest),
        ";text-indent:",
        minus,
        &points(first.abs_diff(rest)),
        // Word follows a change of the size with it.
        if align == Align::Indented { ";mso-char-indent-count:2.0" } else { "" },
        ";text-align:",
        side,
        ";line-height:",
        &points(setup.pitch.into()),
        ";mso-line-height-rule:exactly",
    ];
    place.concat()
}

/// Twips as points, to the hundredth.
fn points(twips: u32) -> String {
    let (whole, part) = (twips / 20, twips % 20 * 5);
    match part {
        0 => format!("{whole}pt"),
        part => format!("{whole}.{part:02}pt"),
    }
}

/// Words in a face. Word takes “ ” … — for Latin letters of a kind of their own (hansi): they get the
/// Chinese face, in which they are as wide as a character.
fn face(out: &mut Markup, face: Face, kind: BlockKind, setup: &Setup, more: &str, text: &str) {
    // The title is not set on the grid.
    let (size, tighten) =
        if kind == BlockKind::Title { (setup.title_size, 0) } else { (setup.size, setup.tighten()) };
    let (name, others) = match face {
        Face::XiaoBiaoSong => (&setup.faces.title, "'方正小标宋_GBK','华文中宋',STZhongsong,SimSun,serif"),
        Face::HeiTi => (&setup.faces.first, "SimHei,'Heiti SC',sans-serif"),
        Face::KaiTi => (&setup.faces.second, "'楷体',KaiTi,STKaiti,serif"),
        Face::FangSong => (&setup.faces.text, "'仿宋',FangSong,STFangsong,serif"),
    };
    let latin = if setup.digits == Digits::Latin { "Times New Roman" } else { name };
    let style = [
        "font-family:'",
        latin,
        "','",
        name,
        "',",
        others,
        ";mso-ascii-font-family:'",
        latin,
        "';mso-hansi-font-family:'",
        name,
        "';mso-fareast-font-family:'",
        name,
        "';font-size:",
        &points(u32::from(size) * 10),
        ";letter-spacing:-",
        &points(tighten),
        ";color:#000000",
        more,
    ];
    out.raw("<span").attr("style", &style.concat()).raw(">").text(text).raw("</span>");
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
            let (_, rest) = line.split_once(" style=\"")?;
            let (place, rest) = rest.split_once("\">")?;
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
            (format!("margin:0 0pt 0 90.75pt;text-indent:-58.75pt;text-align:justify;{END}"), "附件：1.甲"),
            (format!("margin:0 0pt 0 90.75pt;text-indent:-11.50pt;text-align:justify;{END}"), "2.乙"),
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
            .split("mso-fareast-font-family:'")
            .skip(1)
            .filter_map(|rest| rest.split_once("</span>"))
            .map(|(run, _)| run)
            .collect();
        let tail = "';font-size:16pt;letter-spacing:-0.25pt;color:#000000";
        assert_eq!(
            faces,
            [
                format!("楷体_GB2312{tail}\">（一）学习。"),
                format!("仿宋_GB2312{tail}\">讲课"),
                format!("仿宋_GB2312{tail};background:yellow;mso-highlight:yellow\">XX"),
                format!("仿宋_GB2312{tail}\">次。"),
            ]
        );
        assert!(html.contains("mso-hansi-font-family:'楷体_GB2312'") && !html.contains("class"));
    }

    #[test]
    fn the_title_is_larger_and_what_was_typed_is_no_markup() {
        let html = of("[正文]\n@标题 甲<b>&乙");
        assert!(html.contains("方正小标宋简体';font-size:22pt;"), "{html}");
        assert!(html.ends_with("甲&lt;b&gt;&amp;乙</span></p>\n"), "{html}");
    }
}
