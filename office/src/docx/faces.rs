//! The typefaces by the names under which an office has them. Named, never shipped.

use gaozhi_core::report::Face;
use gaozhi_core::setup::{Digits, Setup};

use super::xml::Xml;

/// The namespace of everything that Word reads in a document.
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// Digits and Latin letters.
pub(super) const LATIN: &str = "Times New Roman";
/// The page number, digits included.
pub(super) const NUMBER: &str = "宋体";

/// What stands in for a typeface that an office lacks: what every Windows since Vista has.
const INSTEAD: [(&str, &str); 9] = [
    ("方正小标宋简体", "STZhongsong"),
    ("方正小标宋_GBK", "STZhongsong"),
    ("华文中宋", "STZhongsong"),
    ("仿宋_GB2312", "FangSong"),
    ("仿宋", "FangSong"),
    ("楷体_GB2312", "KaiTi"),
    ("楷体", "KaiTi"),
    ("黑体", "SimHei"),
    (NUMBER, "SimSun"),
];

/// The name of a face in a setup.
pub(super) fn name(face: Face, setup: &Setup) -> &str {
    match face {
        Face::XiaoBiaoSong => &setup.faces.title,
        Face::HeiTi => &setup.faces.first,
        Face::KaiTi => &setup.faces.second,
        Face::FangSong => &setup.faces.text,
    }
}

/// What digits and Latin letters stand in beside a Chinese face.
pub(super) fn latin<'a>(chinese: &'a str, setup: &Setup) -> &'a str {
    match setup.digits {
        Digits::Latin => LATIN,
        Digits::Text => chinese,
    }
}

/// `word/fontTable.xml`: lets Word take the face that stands nearest when an office lacks one.
pub(super) fn table(setup: &Setup) -> Vec<u8> {
    let mut names: Vec<&str> = vec![LATIN];
    for face in [Face::XiaoBiaoSong, Face::FangSong, Face::KaiTi, Face::HeiTi] {
        names.push(name(face, setup));
    }
    names.push(NUMBER);
    Xml::part("w:fonts", &[("xmlns:w", WORD)], |xml| {
        for (at, font) in names.iter().enumerate() {
            if names.iter().take(at).any(|earlier| earlier == font) {
                continue;
            }
            xml.element("w:font", &[("w:name", font)], |xml| {
                if let Some((_, instead)) = INSTEAD.iter().find(|(face, _)| face == font) {
                    xml.val("w:altName", instead);
                }
                let is_latin = *font == LATIN;
                xml.val("w:charset", if is_latin { "00" } else { "86" });
                xml.val("w:family", if is_latin { "roman" } else { "auto" });
                xml.val("w:pitch", if is_latin { "variable" } else { "default" });
            });
        }
    })
}
