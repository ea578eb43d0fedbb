//! The typefaces by the names under which an office has them. Named, never shipped.

use gaozhi_core::report::Face;

use super::xml::Xml;

/// The namespace of everything that Word reads in a document.
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// Digits and Latin letters.
pub(super) const LATIN: &str = "Times New Roman";
/// The page number, digits included.
pub(super) const NUMBER: &str = "宋体";

/// What Word is told of a typeface that it may not have.
struct Font {
    name: &'static str,
    /// What every Windows since Vista has in its place; none where that is the name itself.
    instead: Option<&'static str>,
    /// The character set: 86 is Chinese, 00 is Latin.
    charset: &'static str,
    family: &'static str,
}

/// The faces that the styles name, and Latin.
static FONTS: [Font; 6] = [
    Font { name: LATIN, instead: None, charset: "00", family: "roman" },
    Font { name: "方正小标宋简体", instead: Some("STZhongsong"), charset: "86", family: "auto" },
    Font { name: "仿宋_GB2312", instead: Some("FangSong"), charset: "86", family: "modern" },
    Font { name: "楷体_GB2312", instead: Some("KaiTi"), charset: "86", family: "modern" },
    Font { name: "黑体", instead: Some("SimHei"), charset: "86", family: "modern" },
    Font { name: NUMBER, instead: Some("SimSun"), charset: "86", family: "auto" },
];

/// The name of a face.
pub(super) fn name(face: Face) -> &'static str {
    match face {
        Face::XiaoBiaoSong => "方正小标宋简体",
        Face::HeiTi => "黑体",
        Face::KaiTi => "楷体_GB2312",
        Face::FangSong => "仿宋_GB2312",
    }
}

/// `word/fontTable.xml`: lets Word take the face that stands nearest when an office lacks one.
pub(super) fn table() -> Vec<u8> {
    Xml::part("w:fonts", &[("xmlns:w", WORD)], |xml| {
        for font in &FONTS {
            xml.element("w:font", &[("w:name", font.name)], |xml| {
                if let Some(instead) = font.instead {
                    xml.val("w:altName", instead);
                }
                xml.val("w:charset", font.charset);
                xml.val("w:family", font.family);
                xml.val("w:pitch", if font.charset == "00" { "variable" } else { "default" });
            });
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_stands_in_the_table() {
        for face in [Face::XiaoBiaoSong, Face::HeiTi, Face::KaiTi, Face::FangSong] {
            assert!(FONTS.iter().any(|font| font.name == name(face)));
        }
    }
}
