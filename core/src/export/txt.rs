//! Plain text as an office mails it: UTF-8 with a byte order mark, lines ended by CR LF, two
//! ideographic spaces before each paragraph.

use crate::report::{Report, begins_page, indent};

/// The file.
#[must_use]
pub fn txt(report: &Report) -> Vec<u8> {
    let mut out = String::from("\u{feff}");
    for line in plain(report).lines() {
        out.push_str(line);
        out.push_str("\r\n");
    }
    out.into_bytes()
}

/// The text itself, lines ended by LF.
#[must_use]
pub fn plain(report: &Report) -> String {
    let mut out = String::new();
    for paragraph in &report.paragraphs {
        // A text has no pages: an empty line stands for the end of one.
        let apart = u32::from(begins_page(paragraph.kind) && !out.is_empty());
        for _ in 0..paragraph.gap.max(apart) {
            out.push('\n');
        }
        for _ in 0..indent(paragraph).first / 2 {
            out.push('\u{3000}');
        }
        for run in &paragraph.runs {
            out.push_str(&run.text);
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::report::compose;
    use crate::template::parse;
    use std::collections::BTreeMap;

    #[test]
    fn the_file_is_what_an_office_mails() {
        let draft = Draft::new(parse("[正文]\n@标题 题\n@称谓 各位：\n# 甲\n文{n}。").0, BTreeMap::new());
        let bytes = txt(&compose(&draft));
        let text = String::from_utf8(bytes).expect("it is UTF-8");
        assert_eq!(text, "\u{feff}题\r\n\r\n各位：\r\n\u{3000}\u{3000}一、甲\r\n\u{3000}\u{3000}文XX。\r\n");
    }
}
