//! The page setup that a Word file was made with, learned from what office programs write.

use std::collections::BTreeMap;

use gaozhi_core::draft::Draft;
use gaozhi_core::reading::Refusal;
use gaozhi_core::report::{Report, compose};
use gaozhi_core::setup::presets::PRESETS;
use gaozhi_core::setup::text::{Reading, parse as read};
use gaozhi_core::setup::{Digits, Faces, Key, PageNumber, Setup};
use gaozhi_core::template::parse;
use gaozhi_office::{Properties, write_docx};
use gaozhi_reader::habits_of;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::files::{p, part, word, zip};

fn learned(bytes: &[u8]) -> Reading {
    let text = habits_of("某局样文.docx", bytes).expect("a Word file");
    let read = read(&text);
    assert_eq!((read.name.as_str(), &read.remarks), ("某局样文", &Vec::new()));
    read
}

/// What was not told.
fn untold(read: &Reading) -> Vec<&'static str> {
    Key::ALL.into_iter().filter(|(key, _)| !read.said.contains(key)).map(|(_, name)| name).collect()
}

fn report() -> Report {
    const TEMPLATE: &str = include_str!("../../../core/templates/duty_report.txt");
    let mut template = parse(TEMPLATE).0;
    template.blocks.extend(parse("[正文]\n# 其他\n### 三级标题。 | 共有12项。").0.blocks);
    compose(&Draft::new(template, BTreeMap::new()))
}

#[test]
fn what_was_exported_is_learned_as_it_was_set_up() {
    let report = report();
    let own = Setup {
        top: 350,
        left: 265,
        mirror: true,
        size: 30,
        pitch: 600,
        faces: Faces { text: "宋体".to_owned(), second: "楷体".to_owned(), ..Faces::default() },
        bold_first: true,
        number: PageNumber::None,
        ..Setup::default()
    };
    for setup in PRESETS.iter().map(|preset| preset.setup()).chain([own]) {
        let report = Report { setup: setup.clone(), ..report.clone() };
        let file = write_docx(&report, &Properties { title: report.title(), draft: None });
        let read = learned(&file);
        assert_eq!(read.setup, setup);
        assert_eq!(untold(&read), ["首页标文稿状态"]);
    }
    eprintln!("  {} setups learned from what was exported", PRESETS.len() + 1);
}

const STYLES: &str = "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme=\"minorHAnsi\" \
    w:eastAsiaTheme=\"minorEastAsia\"/><w:sz w:val=\"21\"/></w:rPr></w:rPrDefault></w:docDefaults>\
    <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"b\"><w:name w:val=\"正文公文\"/><w:basedOn w:val=\"a\"/>\
    <w:pPr><w:spacing w:line=\"600\" w:lineRule=\"exact\"/></w:pPr>\
    <w:rPr><w:rFonts w:ascii=\"宋体\" w:eastAsia=\"宋体\"/><w:sz w:val=\"28\"/></w:rPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"f\"><w:name w:val=\"footer\"/><w:basedOn w:val=\"a\"/></w:style>";

/// A run with properties.
fn run(properties: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>")
}

fn paragraph(properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")
}

const PAGE: &str = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r>\
    <w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

fn section(page: &str) -> String {
    format!(
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"footer\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
        <w:pgMar w:top=\"1985\" w:right=\"1474\" w:bottom=\"1985\" w:left=\"1701\" w:gutter=\"0\"/>{page}</w:sectPr>"
    )
}

/// An office with habits of its own: margins of 3.5 cm, 宋体 in 四号, bold headings, a centred number.
fn office(footer: &str) -> Vec<u8> {
    word(&office_body(), &[("styles", STYLES), ("footer", footer)])
}

fn office_body() -> String {
    [
        paragraph(
            "<w:jc w:val=\"center\"/>",
            &run("<w:color w:val=\"FF0000\"/><w:sz w:val=\"84\"/>", "某县某局文件"),
        ),
        paragraph(
            "<w:jc w:val=\"center\"/>",
            &run("<w:rFonts w:eastAsia=\"华文中宋\"/><w:b/><w:sz w:val=\"36\"/>", "年度工作总结"),
        ),
        paragraph("<w:pStyle w:val=\"b\"/>", &run("", "本年度完成任务12项，成效明显。")),
        paragraph("<w:pStyle w:val=\"b\"/>", &run("<w:rFonts w:eastAsia=\"黑体\"/><w:b/>", "一、主要工作")),
        paragraph(
            "<w:pStyle w:val=\"b\"/>",
            &[
                run("<w:rFonts w:eastAsia=\"楷体\"/><w:b/>", "（一）抓学习。"),
                run("", "全年组织学习24次，人人参加。"),
            ]
            .concat(),
        ),
        paragraph(
            "<w:pStyle w:val=\"b\"/>",
            &[run("<w:b w:val=\"0\"/>", "1.抓调研。"), run("", "走访。")].concat(),
        ),
        section(""),
    ]
    .concat()
}

#[test]
fn other_habits_are_learned_through_styles_and_runs() {
    let read = learned(&office(&paragraph("<w:jc w:val=\"center\"/>", PAGE)));
    let faces = Faces {
        title: "华文中宋".to_owned(),
        first: "黑体".to_owned(),
        second: "楷体".to_owned(),
        text: "宋体".to_owned(),
    };
    let expected = Setup {
        top: 350,
        bottom: 350,
        left: 300,
        right: 260,
        pitch: 600,
        title_size: 36,
        size: 28,
        faces,
        bold_title: true,
        bold_first: true,
        bold_second: true,
        digits: Digits::Text,
        number: PageNumber::Centre,
        ..Setup::default()
    };
    assert_eq!(read.setup, expected);
    assert_eq!(untold(&read), ["首页标文稿状态"]);
}

#[test]
fn headings_are_known_by_the_numbers_of_lists_too() {
    let numbering = "<w:abstractNum w:abstractNumId=\"4\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
        <w:numFmt w:val=\"chineseCounting\"/><w:suff w:val=\"nothing\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>\
        <w:num w:numId=\"2\"><w:abstractNumId w:val=\"4\"/></w:num>";
    let listed = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>";
    let heading = paragraph(listed, &run("<w:rFonts w:eastAsia=\"方正黑体_GBK\"/><w:b/>", "主要工作"));
    let text = paragraph("<w:pStyle w:val=\"b\"/>", &run("", "全年组织学习，人人参加。"));
    let read = learned(&word(&[heading, text].concat(), &[("styles", STYLES), ("numbering", numbering)]));
    assert_eq!((read.setup.faces.first.as_str(), read.setup.bold_first), ("方正黑体_GBK", true));
    assert_eq!(read.setup.faces.text, "宋体");
}

#[test]
fn the_page_number_is_found_in_frames_and_boxes() {
    let boxed = |at: &str| {
        format!(
            "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><wp:positionH relativeFrom=\"margin\">\
            <wp:align>{at}</wp:align></wp:positionH><w:txbxContent>{}</w:txbxContent></wp:anchor></w:drawing></mc:Choice>\
            </mc:AlternateContent></w:r></w:p>",
            paragraph("", PAGE)
        )
    };
    let shape = |style: &str| {
        format!(
            "<w:p><w:r><w:pict><v:shape style=\"{style}\"><w:txbxContent><w:p>{PAGE}</w:p></w:txbxContent></v:shape></w:pict></w:r></w:p>"
        )
    };
    let cases = [
        (paragraph("<w:framePr w:xAlign=\"center\"/>", PAGE), Some(PageNumber::Centre)),
        (paragraph("<w:framePr w:xAlign=\"outside\"/>", PAGE), Some(PageNumber::Outer)),
        (boxed("outside"), Some(PageNumber::Outer)),
        (boxed("center"), Some(PageNumber::Centre)),
        (shape("position:absolute;mso-position-horizontal:center;"), Some(PageNumber::Centre)),
        ("<w:p><w:fldSimple w:instr=\"PAGE\"/></w:p>".to_owned(), None),
        (paragraph("<w:jc w:val=\"right\"/>", PAGE), None),
        (paragraph("", &["<w:r><w:tab/></w:r>", PAGE].concat()), None),
        (p("第　页"), Some(PageNumber::None)),
        ("<w:p><w:r><w:instrText>NUMPAGES</w:instrText></w:r></w:p>".to_owned(), Some(PageNumber::None)),
    ];
    for (footer, number) in cases {
        let read = learned(&office(&footer));
        assert_eq!(read.said.contains(&Key::Number).then_some(read.setup.number), number, "{footer}");
    }
}

#[test]
fn what_a_file_does_not_tell_stays_as_the_standard() {
    let theme = "<a:themeElements><a:fontScheme><a:minorFont><a:latin typeface=\"Calibri\"/><a:ea typeface=\"\"/>\
        <a:font script=\"Jpan\" typeface=\"MS Mincho\"/><a:font script=\"Hans\" typeface=\"等线\"/></a:minorFont></a:fontScheme></a:themeElements>";
    let grid = "<w:sectPr><w:docGrid w:type=\"lines\" w:linePitch=\"560\"/></w:sectPr>";
    let bare =
        learned(&word(&[&p("全年讲课12次。"), grid].concat(), &[("styles", STYLES), ("theme", theme)]));
    let expected = Setup {
        pitch: 560,
        size: 21,
        faces: Faces { text: "等线".to_owned(), ..Faces::default() },
        number: PageNumber::None,
        ..Setup::default()
    };
    assert_eq!(bare.setup, expected);
    let told: Vec<Key> =
        Key::ALL.map(|(key, _)| key).into_iter().filter(|key| bare.said.contains(key)).collect();
    assert_eq!(told, [Key::Mirror, Key::Size, Key::Pitch, Key::TextFace, Key::Number]);
    // A page beyond what is permitted is not learned; a theme that is not there neither.
    let wide = "<w:sectPr><w:pgMar w:top=\"9000\" w:left=\"1701\" w:right=\"x\"/></w:sectPr>";
    let read = learned(&word(&[&p("甲"), wide].concat(), &[("styles", STYLES)]));
    assert_eq!((read.setup.top, read.setup.left, read.setup.right), (370, 300, 260));
    assert!(!read.said.contains(&Key::Top) && !read.said.contains(&Key::TextFace));
}

#[test]
fn files_that_cannot_be_learned_from_are_refused() {
    let nested =
        part("document", &["<w:body>", &"<w:p>".repeat(400), &"</w:p>".repeat(400), "</w:body>"].concat());
    let loops = "<w:style w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style><w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>";
    let bombs = word(&p("甲"), &[("styles", &"<w:style/>".repeat(500_001))]);
    let cases = [
        (b"PK\x03\x04".to_vec(), Refusal::Damaged),
        (b"%PDF-1.7".to_vec(), Refusal::Pdf),
        ("全年讲课".into(), Refusal::OtherOffice),
        (word("", &[]), Refusal::Empty),
        (word(&p("abc"), &[]), Refusal::Empty),
        (zip(&[("word/document.xml", nested.as_bytes())]), Refusal::Bomb),
        (bombs, Refusal::Bomb),
        (word(&p("甲"), &[("settings", "<w:x>")]), Refusal::Damaged),
        (word(&p("甲"), &[("theme", "<!DOCTYPE a>")]), Refusal::Dtd),
    ];
    for (at, (bytes, refusal)) in cases.iter().enumerate() {
        assert_eq!(habits_of("a.docx", bytes), Err(*refusal), "case {at}");
    }
    assert!(habits_of("a.docx", &word(&p("甲"), &[("styles", loops)])).is_ok());
    let body: String =
        (0..60_000_u64).map(|n| p(&format!("甲{}", n.wrapping_mul(0x9E37_79B9_7F4A_7C15)))).collect();
    let large = word(&body, &[("styles", STYLES)]);
    let start = std::time::Instant::now();
    assert_eq!(habits_of("a.docx", &large).err(), None);
    eprintln!("  habits of 60,000 paragraphs: {} ms", start.elapsed().as_millis());
}

proptest! {
    #[test]
    fn a_spoilt_sample_is_learned_from_or_refused(changes in vec((0..3_usize, any::<usize>(), any::<char>(), 0..3_u8), 1..12)) {
        let footer = paragraph("<w:jc w:val=\"center\"/>", PAGE);
        let mut parts = [office_body(), STYLES.to_owned(), footer].map(|part| part.chars().collect::<Vec<char>>());
        for (part, at, c, how) in changes {
            let part = &mut parts[part];
            let at = at % part.len();
            match how {
                0 => part[at] = c,
                1 => part[at] = char::from(b'0' + u8::try_from(at % 10).expect("a digit")),
                _ => drop(part.drain(at..(at + 3).min(part.len()))),
            }
        }
        let [body, styles, footer] = parts.map(String::from_iter);
        if let Ok(text) = habits_of("a.docx", &word(&body, &[("styles", &styles), ("footer", &footer)])) {
            let read = read(&text);
            prop_assert!(read.remarks.is_empty(), "{:?}", read.remarks);
            prop_assert_eq!(read.setup.clone().within(), read.setup);
        }
    }
}
