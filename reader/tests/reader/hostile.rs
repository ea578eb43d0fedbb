//! Odd and hostile files: each is a plain refusal or a reading, soon and within its memory.

use std::time::{Duration, Instant};

use gaozhi_core::reading::Refusal;
use gaozhi_reader::Opened;

use crate::files::{TYPES, open_file, p, part, word, zip};

/// What becomes of a file.
enum Told {
    Refused(Refusal),
    Lines(usize),
    Template,
}

use Told::{Lines, Refused, Template};

/// A zip with this document and nothing else.
fn bare(document: &str) -> Vec<u8> {
    zip(&[("[Content_Types].xml", TYPES.as_bytes()), ("word/document.xml", document.as_bytes())])
}

fn nested(depth: usize) -> String {
    part("document", &["<w:body>", &"<w:p>".repeat(depth), &"</w:p>".repeat(depth), "</w:body>"].concat())
}

/// The file with one sign of its directory changed.
fn patched(mut bytes: Vec<u8>, sign: &[u8], offset: usize, value: &[u8]) -> Vec<u8> {
    let at = bytes.windows(sign.len()).rposition(|window| window == sign).expect("the sign") + offset;
    bytes[at..at + value.len()].copy_from_slice(value);
    bytes
}

const CENTRAL: &[u8] = b"PK\x01\x02";
const LOCAL: &[u8] = b"PK\x03\x04";
const END: &[u8] = b"PK\x05\x06";
const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

fn locked() -> Vec<u8> {
    let name = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes);
    OLE.iter().copied().chain([0; 600]).chain(name).collect()
}

fn utf16(text: &str) -> Vec<u8> {
    [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

fn cases() -> Vec<(&'static str, &'static str, Vec<u8>, Told)> {
    let good = word(&p("讲课X次"), &[]);
    let document = part("document", &format!("<w:body>{}</w:body>", p("讲课X次")));
    let lots = ["<w:p/>"; 500_001].concat();
    let blown = vec![b' '; 33 << 20];
    let attributes: String = (0..2_000).map(|n| format!(" a{n}=\"\"")).collect();
    let files = |names: &[&str]| zip(&names.iter().map(|name| (*name, "x".as_bytes())).collect::<Vec<_>>());
    let many: Vec<String> = (0..2_100).map(|n| n.to_string()).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let with = |name: &str, content: &str| {
        zip(&[
            ("[Content_Types].xml", TYPES.as_bytes()),
            ("word/document.xml", document.as_bytes()),
            (name, content.as_bytes()),
        ])
    };
    let relations = |content: &str| format!("<Relationships>{content}</Relationships>");
    let doubled = patched(files(&["a/document.xml", "b/document.xml"]), b"b/document.xml", 0, b"a");
    let laughs = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;\">]><w:document>&c;</w:document>";
    let garbled = String::from_utf8_lossy("锟斤拷锟斤拷".as_bytes()).into_owned();
    vec![
        ("nothing", "a.txt", Vec::new(), Refused(Refusal::Empty)),
        ("only blanks", "a.txt", b" \n\t\r\n".to_vec(), Refused(Refusal::Empty)),
        ("only a byte order mark", "a.txt", vec![0xEF, 0xBB, 0xBF], Refused(Refusal::Empty)),
        ("over 20 MB", "a.txt", vec![b'x'; (20 << 20) + 1], Refused(Refusal::TooLarge)),
        ("an old Word file", "a.doc", [OLE, &[0; 600]].concat(), Refused(Refusal::OldOffice)),
        ("an old file called .docx", "a.docx", [OLE, &[0; 600]].concat(), Refused(Refusal::OldOffice)),
        ("a locked Word file", "a.docx", locked(), Refused(Refusal::Encrypted)),
        ("Word 2003 XML", "a.xml", b"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><x/>".to_vec(), Refused(Refusal::OldOffice)),
        ("a page in one file", "a.doc", b"MIME-Version: 1.0\nContent-Type: multipart/related".to_vec(), Refused(Refusal::OldOffice)),
        ("a page called .doc", "a.doc", "<html><body><p>甲<p>乙".as_bytes().to_vec(), Lines(2)),
        ("a PDF", "a.pdf", b"%PDF-1.7\n\x00\xFF".to_vec(), Refused(Refusal::Pdf)),
        ("a PDF called .docx", "a.docx", b"\n\n%PDF-1.7\n\x00\xFF".to_vec(), Refused(Refusal::Pdf)),
        ("RTF called .doc", "a.doc", b"{\\rtf1\\ansi}".to_vec(), Refused(Refusal::Rtf)),
        ("PNG", "a.txt", b"\x89PNG\r\n\x1A\n\0\0".to_vec(), Refused(Refusal::Image)),
        ("JPEG", "a.jpg", b"\xFF\xD8\xFF\xE0".to_vec(), Refused(Refusal::Image)),
        ("RAR", "a.docx", b"Rar!\x1A\x07\x01\0".to_vec(), Refused(Refusal::Archive)),
        ("a zip of something", "a.zip", files(&["a.txt"]), Refused(Refusal::Archive)),
        ("an empty zip", "a.docx", zip(&[]), Refused(Refusal::Archive)),
        ("a table", "a.xlsx", files(&["[Content_Types].xml", "xl/workbook.xml"]), Refused(Refusal::OtherOffice)),
        ("slides", "a.pptx", files(&["ppt/presentation.xml"]), Refused(Refusal::OtherOffice)),
        ("OFD", "a.ofd", files(&["OFD.xml"]), Refused(Refusal::OtherOffice)),
        ("ODT", "a.odt", files(&["mimetype", "content.xml"]), Refused(Refusal::OtherOffice)),
        ("macros", "a.docm", with("word/vbaProject.bin", "x"), Refused(Refusal::Macros)),
        ("macros by type", "a.docx", zip(&[("[Content_Types].xml", b"<Types><Default ContentType=\"x.macroEnabled.main+xml\"/></Types>"), ("word/document.xml", document.as_bytes())]), Refused(Refusal::Macros)),
        ("noise", "a.bin", (0..9_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 23) as u8).collect(), Refused(Refusal::NotText)),
        ("half a file", "a.docx", good[..good.len() / 2].to_vec(), Refused(Refusal::Damaged)),
        ("a file without its start", "a.docx", [b"PK\x03\x04", &good[40..]].concat(), Refused(Refusal::Damaged)),
        ("a wrong checksum", "a.docx", patched(bare(&document), CENTRAL, 16, &[1, 2, 3, 4]), Refused(Refusal::Damaged)),
        ("a wrong size", "a.docx", patched(bare(&document), CENTRAL, 24, &[1, 0, 0, 0]), Refused(Refusal::Damaged)),
        ("a lie about the packed size", "a.docx", patched(bare(&document), CENTRAL, 20, &[255; 4]), Refused(Refusal::Damaged)),
        ("a place outside", "a.docx", patched(bare(&document), CENTRAL, 42, &[255; 4]), Refused(Refusal::Damaged)),
        ("no local header", "a.docx", patched(bare(&document), LOCAL, 0, b"XX"), Refused(Refusal::Damaged)),
        ("a directory outside", "a.docx", patched(good.clone(), END, 16, &[255; 4]), Refused(Refusal::Damaged)),
        ("more entries than there are", "a.docx", patched(good.clone(), END, 10, &[90, 0]), Refused(Refusal::Damaged)),
        ("an unknown packing", "a.docx", patched(bare(&document), CENTRAL, 10, &[14, 0]), Refused(Refusal::Damaged)),
        ("a locked zip", "a.docx", patched(good.clone(), CENTRAL, 8, &[1, 0]), Refused(Refusal::Encrypted)),
        ("2,100 entries", "a.docx", files(&many), Refused(Refusal::Bomb)),
        ("two files of one name", "a.docx", patched(doubled, b"b/document.xml", 0, b"A"), Refused(Refusal::Damaged)),
        ("a way out of the folder", "a.docx", with("../../etc/passwd", "x"), Refused(Refusal::Damaged)),
        ("a drive", "a.docx", with("C:\\windows\\x", "x"), Refused(Refusal::Damaged)),
        ("33 MB of blanks", "a.docx", zip(&[("word/document.xml", &blown)]), Refused(Refusal::Bomb)),
        ("a bomb beside the text is not unpacked", "a.docx", zip(&[("word/document.xml", document.as_bytes()), ("word/media/a.bmp", &blown)]), Lines(1)),
        ("a document type", "a.docx", bare(laughs), Refused(Refusal::Dtd)),
        ("depth 250", "a.docx", bare(&nested(250)), Refused(Refusal::Empty)),
        ("depth 300", "a.docx", bare(&nested(300)), Refused(Refusal::Bomb)),
        ("depth 1,000,000", "a.docx", bare(&nested(1_000_000)), Refused(Refusal::Bomb)),
        ("500,000 elements", "a.docx", bare(&part("document", &lots)), Refused(Refusal::Bomb)),
        ("2,000 attributes", "a.docx", bare(&part("document", &format!("<w:body{attributes}/>"))), Refused(Refusal::Bomb)),
        ("no XML", "a.docx", bare("讲课X次"), Refused(Refusal::Damaged)),
        ("two roots", "a.docx", bare("<a/><b/>"), Refused(Refusal::Damaged)),
        ("unclosed elements", "a.docx", bare("<document><body><p>"), Refused(Refusal::Damaged)),
        ("crossed elements", "a.docx", bare("<document><body></document></body>"), Refused(Refusal::Damaged)),
        ("another root", "a.docx", bare("<workbook/>"), Refused(Refusal::OtherOffice)),
        ("no body", "a.docx", bare("<document/>"), Refused(Refusal::Damaged)),
        ("bytes that are no UTF-8", "a.docx", zip(&[("word/document.xml", b"<document>\xFF</document>")]), Refused(Refusal::Damaged)),
        ("a broken part beside the text", "a.docx", word(&p("甲"), &[("styles", "<")]), Refused(Refusal::Damaged)),
        ("no types", "a.docx", zip(&[("word/document.xml", document.as_bytes())]), Lines(1)),
        ("UTF-16 XML", "a.docx", zip(&[("word/document.xml", &utf16(&document))]), Lines(1)),
        ("paths of Windows", "a.docx", zip(&[("word\\document.xml", document.as_bytes())]), Lines(1)),
        ("a document elsewhere", "a.docx", zip(&[("_rels/.rels", relations("<Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"/a/b.xml\"/>").as_bytes()), ("a/b.xml", document.as_bytes())]), Lines(1)),
        ("a document on the net", "a.docx", zip(&[("_rels/.rels", relations("<Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"http://a/b.xml\" TargetMode=\"External\"/>").as_bytes()), ("word/document.xml", document.as_bytes())]), Lines(1)),
        ("a part that is not there", "a.docx", with("word/_rels/document.xml.rels", &relations("<Relationship Id=\"a\" Type=\"x/styles\" Target=\"no.xml\"/>")), Lines(1)),
        ("no prefix", "a.docx", bare("<document><body><p><r><t>甲</t></r></p></body></document>"), Lines(1)),
        ("an odd prefix", "a.docx", bare("<x:document><x:body><x:p><x:r><x:t>甲</x:t></x:r></x:p></x:body></x:document>"), Lines(1)),
        ("a field that never ends", "a.docx", word(&["<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>", &p("甲")].concat(), &[]), Lines(1)),
        ("ends of fields alone", "a.docx", word(&["<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>", &p("甲")].concat(), &[]), Lines(1)),
        ("a Word file called .txt", "a.txt", good.clone(), Lines(1)),
        ("text called .docx", "a.docx", "讲课X次".as_bytes().to_vec(), Lines(1)),
        ("GB18030", "a.txt", encoding_rs::GB18030.encode("讲课X次\n培训").0.into_owned(), Lines(2)),
        ("UTF-16", "a.txt", utf16("讲课X次\n培训"), Lines(2)),
        ("a wrong encoding is told", "a.txt", garbled.into_bytes(), Lines(1)),
        ("NUL and direction marks", "a.txt", "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲\0\u{202E}".as_bytes().to_vec(), Lines(1)),
        ("a template", "a.txt", "模板 甲\n[正文]\n乙".as_bytes().to_vec(), Template),
        ("JSON", "a.json", b"{}".to_vec(), Lines(1)),
        ("1 MB of brackets", "a.md", "[".repeat(1 << 20).into_bytes(), Lines(1)),
        ("1 MB of <", "a.html", "<".repeat(1 << 20).into_bytes(), Lines(1)),
        ("1 MB of open quotes", "a.html", "<a b='".repeat(1 << 17).into_bytes(), Lines(1)),
        ("1 MB of open elements", "a.html", ["<html>", &"<td>甲".repeat(1 << 17)].concat().into_bytes(), Lines(1 << 17)),
    ]
}

#[test]
fn each_is_refused_or_read() {
    for (what, name, bytes, told) in cases() {
        let start = Instant::now();
        let opened = open_file(name, &bytes);
        assert!(start.elapsed() < Duration::from_secs(20), "{what} takes too long");
        let is_right = match (&opened, &told) {
            (Err(refusal), Refused(expected)) => refusal == expected,
            (Ok(Opened::Source(source)), Lines(count)) => source.lines.len() == *count,
            (Ok(Opened::Template(_)), Template) => true,
            _ => false,
        };
        let opened = format!("{opened:?}").chars().take(200).collect::<String>();
        assert!(is_right, "{what}: {opened}");
    }
}

#[test]
fn there_are_sixty_of_them() {
    assert!(cases().len() >= 60);
}
