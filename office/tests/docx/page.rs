//! The page in numbers: GB/T 9704-2012 as Word is told it, in twips, half points and hundredths of a
//! character.

use gaozhi_core::report::Report;
use gaozhi_core::setup::{Digits, Faces, PageNumber, Setup};
use gaozhi_office::{Properties, write_docx};

use crate::reading::{Element, duty_report, part, parts, read};

/// Checks the attributes of an element: `name=value`, separated by blanks.
fn says(element: Option<&Element>, expected: &str) {
    let element = element.expect("the element");
    for pair in expected.split(' ') {
        let (name, value) = pair.split_once('=').expect("a pair");
        assert_eq!(element.attribute(&format!("w:{name}")), value, "{name} of {}", element.name);
    }
}

fn style<'a>(styles: &'a Element, name: &str) -> &'a Element {
    styles.all("w:style").into_iter().find(|style| style.val("w:name") == name).expect("the style")
}

#[test]
fn the_paper_holds_22_lines_of_28_characters() {
    let document = read(&part(&duty_report(), "word/document.xml"));
    let section = document.all("w:sectPr")[0];
    says(section.child("w:pgSz"), "w=11906 h=16838");
    says(
        section.child("w:pgMar"),
        "top=2098 right=1474 bottom=1984 left=1587 header=851 footer=1446 gutter=0",
    );
    says(section.child("w:docGrid"), "type=lines linePitch=579 charSpace=");
}

#[test]
fn the_body_keeps_to_the_grid_and_breaks_lines_as_chinese_does() {
    let styles = read(&part(&duty_report(), "word/styles.xml"));
    let (normal, body) = (style(&styles, "Normal"), style(&styles, "Normal Indent"));
    let place = normal.child("w:pPr").expect("a place");
    says(place.child("w:spacing"), "before=0 after=0 line=579 lineRule=exact");
    for (name, value) in [
        ("w:widowControl", "0"),
        ("w:kinsoku", "1"),
        ("w:overflowPunct", "1"),
        ("w:autoSpaceDE", "0"),
        ("w:autoSpaceDN", "0"),
        ("w:snapToGrid", "0"),
        ("w:jc", "both"),
    ] {
        assert_eq!(place.val(name), value, "{name}");
    }
    says(body.child("w:pPr").expect("a place").child("w:ind"), "firstLineChars=200 firstLine=640");
    let letters = normal.child("w:rPr").expect("letters");
    says(letters.child("w:rFonts"), "hint=eastAsia eastAsia=仿宋_GB2312");
    let latin = letters.child("w:rFonts").map(|fonts| fonts.attribute("w:ascii"));
    assert_eq!(latin, Some("Times New Roman"));
    // 28 × (16 − 0.25) pt = 441 pt of the 442.25 pt of the text area; 29 do not fit.
    assert_eq!((letters.val("w:sz"), letters.val("w:spacing")), ("32", "-5"));
    says(styles.all("w:lang").first().copied(), "val=en-US eastAsia=zh-CN");
}

#[test]
fn title_and_salutation_have_no_indent() {
    let styles = read(&part(&duty_report(), "word/styles.xml"));
    for (name, side) in [("Title", "center"), ("Subtitle", "center"), ("Salutation", "both")] {
        let place = style(&styles, name).child("w:pPr").expect("a place");
        says(place.child("w:ind"), "firstLineChars=0 firstLine=0");
        assert_eq!(place.val("w:jc"), side, "{name}");
    }
}

#[test]
fn the_page_number_stands_a_character_from_the_outer_edge() {
    for (path, side, blank) in [
        ("word/footer1.xml", "right", "rightChars=100 right=280"),
        ("word/footer2.xml", "left", "leftChars=100 left=280"),
    ] {
        let footer = read(&part(&duty_report(), path));
        let place = footer.all("w:pPr")[0];
        assert_eq!((place.val("w:pStyle"), place.val("w:jc")), ("Footer", side));
        says(place.child("w:ind"), blank);
        // — , five runs of the field, —.
        assert_eq!(footer.all("w:r").len(), 7);
    }
    let styles = read(&part(&duty_report(), "word/styles.xml"));
    let letters = style(&styles, "footer").child("w:rPr").expect("letters");
    says(letters.child("w:rFonts"), "eastAsia=宋体 ascii=宋体");
    assert_eq!(letters.val("w:sz"), "28");
}

#[test]
fn marks_are_not_squeezed_so_that_every_program_breaks_the_same_lines() {
    let settings = read(&part(&duty_report(), "word/settings.xml"));
    assert_eq!(settings.val("w:characterSpacingControl"), "doNotCompress");
}

#[test]
fn a_setup_is_what_the_file_says() {
    let setup = Setup {
        top: 346,
        pitch: 592,
        mirror: true,
        bold_second: true,
        digits: Digits::Text,
        number: PageNumber::Centre,
        faces: Faces { title: "华文中宋".to_owned(), ..Faces::default() },
        ..Setup::default()
    };
    let written = |path| {
        let report = Report { setup: setup.clone(), ..duty_report() };
        let docx = write_docx(&report, &Properties::default());
        let (_, text) = parts(&docx).into_iter().find(|(name, _)| name == path).expect("the part");
        read(&text)
    };
    let document = written("word/document.xml");
    says(document.all("w:pgMar").first().copied(), "top=1962 left=1587");
    says(document.all("w:docGrid").first().copied(), "linePitch=592");
    let styles = written("word/styles.xml");
    let second = style(&styles, "heading 2").child("w:rPr").expect("letters");
    assert!(second.child("w:b").is_some());
    assert!(style(&styles, "heading 1").child("w:rPr").is_some_and(|letters| letters.child("w:b").is_none()));
    says(
        style(&styles, "Title").child("w:rPr").expect("letters").child("w:rFonts"),
        "eastAsia=华文中宋 ascii=华文中宋",
    );
    assert!(written("word/settings.xml").child("w:mirrorMargins").is_some());
    for path in ["word/footer1.xml", "word/footer2.xml"] {
        assert_eq!(written(path).all("w:pPr")[0].val("w:jc"), "center");
    }
    assert!(
        written("word/fontTable.xml").all("w:font").iter().any(|font| font.attribute("w:name") == "华文中宋")
    );
}

#[test]
fn the_date_keeps_words_of_the_report_beside_it() {
    let document = read(&part(&duty_report(), "word/document.xml"));
    let kept: Vec<String> = document
        .all("w:p")
        .into_iter()
        .filter(|p| p.child("w:pPr").is_some_and(|place| place.child("w:keepNext").is_some()))
        .map(|p| p.child("w:pPr").map_or(String::new(), |place| place.val("w:pStyle").to_owned()))
        .collect();
    assert_eq!(kept, ["NormalIndent", "", "Signature"]);
}

#[test]
fn the_state_stands_above_the_first_page_alone_and_its_number_below() {
    let report = Report { mark: "讨论稿".to_owned(), ..duty_report() };
    let written: Vec<_> = parts(&write_docx(&report, &Properties::default()));
    let text = |path: &str| read(&written.iter().find(|(name, _)| name == path).expect("the part").1);
    assert_eq!(text("word/header1.xml").all("w:t")[0].text, "讨论稿");
    let document = text("word/document.xml");
    let section = document.all("w:sectPr")[0];
    let kinds: Vec<String> = section
        .children
        .iter()
        .filter(|child| child.name.ends_with("Reference"))
        .map(|child| format!("{} {}", child.name, child.attribute("w:type")))
        .collect();
    let expected = [
        "w:headerReference first",
        "w:footerReference first",
        "w:footerReference even",
        "w:footerReference default",
    ];
    assert_eq!(kinds, expected);
    assert!(section.child("w:titlePg").is_some());
    assert!(part(&duty_report(), "word/document.xml").find("titlePg").is_none());
}
