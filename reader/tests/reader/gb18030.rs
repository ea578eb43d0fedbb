//! What is written in GB18030 by turning a decoder round is what another writer of it writes, and the
//! decoder reads it again.

use std::fmt::Write as _;
use std::io::{Write, stderr};
use std::time::Instant;

use encoding_rs::GB18030;
use gaozhi_core::export::Gb18030;

/// U+E5E5, whose code stands for U+3000, and what stood for presentation forms and rare Han before the
/// edition of 2022 gave their codes to the characters themselves.
const MISSING: &str =
    "E5E5 E78D E78E E78F E790 E791 E792 E793 E794 E795 E796 E81E E826 E82B E82C E832 E843 E854 E864 ";

fn turned_round() -> Gb18030 {
    let decode = |bytes: &[u8]| Some(GB18030.decode_without_bom_handling(bytes).0.into_owned());
    Gb18030::of(&decode).expect("the decoder works")
}

#[test]
fn every_character_is_written_as_another_writer_writes_it_and_is_read_back() {
    let start = Instant::now();
    let gb = turned_round();
    let built = start.elapsed();
    let (mut same, mut other, mut missing) = (0, String::new(), String::new());
    for c in '\0'..=char::MAX {
        let text = c.to_string();
        let (bytes, lost) = gb.encode(&text);
        let (theirs, _, unknown) = GB18030.encode(&text);
        if lost > 0 {
            write!(missing, "{:04X} ", u32::from(c)).expect("a string takes all");
            continue;
        }
        let (back, _) = GB18030.decode_without_bom_handling(&bytes);
        assert_eq!(back, text, "{:04X} {bytes:02X?}", u32::from(c));
        if !unknown && bytes == *theirs {
            same += 1;
        } else {
            write!(other, "{:04X} ", u32::from(c)).expect("a string takes all");
        }
    }
    let said = format!(
        "GB18030: table in {built:?}; {same} characters the same; otherwise: {other}; none: {missing}"
    );
    writeln!(stderr(), "  {said}").expect("the tests speak");
    assert!(same > 1_112_000, "{said}");
    assert_eq!((other.as_str(), missing.as_str()), ("", MISSING));
}

#[test]
fn an_office_text_takes_two_bytes_a_character() {
    let text = "附件：1.名单\r\n\u{3000}\u{3000}“双减”——€5，镕。";
    let (bytes, missing) = turned_round().encode(text);
    assert_eq!((bytes.as_slice(), missing), (&*GB18030.encode(text).0, 0));
    let wide = text.chars().filter(|c| !c.is_ascii()).count();
    assert_eq!(bytes.len(), text.chars().count() + wide);
    assert!(
        bytes.windows(2).any(|pair| pair == [0xA2, 0xE3])
            && bytes.windows(2).any(|pair| pair == [0xA1, 0xA1])
    );
}
