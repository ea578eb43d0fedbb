//! Markdown: headings as headings, run-in headings in bold, marks that Markdown would take for its
//! own escaped.

use crate::report::{Part, Report, Run};
use crate::template::{BlockKind, Level};
use crate::text::part;

/// The file. One paragraph a line, a blank line between paragraphs.
#[must_use]
pub fn md(report: &Report) -> String {
    let mut out = String::new();
    for paragraph in &report.paragraphs {
        let alone = paragraph.runs.iter().all(|run| run.part == Part::Lead);
        let hashes = match paragraph.kind {
            BlockKind::Title => "# ",
            BlockKind::Item(Level::One) if alone => "## ",
            BlockKind::Item(Level::Two) if alone => "### ",
            BlockKind::Item(Level::Three) if alone => "#### ",
            BlockKind::Item(Level::Four) if alone => "##### ",
            BlockKind::Item(_)
            | BlockKind::Byline
            | BlockKind::Salutation
            | BlockKind::Body
            | BlockKind::Closing
            | BlockKind::Signature
            | BlockKind::Date
            | BlockKind::Attachment
            | BlockKind::Remark
            | BlockKind::Annex => "",
        };
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(hashes);
        let lead = half(&paragraph.runs, Part::Lead);
        if hashes.is_empty() && !lead.is_empty() {
            // CommonMark ends no bold between a mark of punctuation and a letter: the 。 stays outside.
            let bold = lead.trim_end_matches(['。', '，', '、', '；', '：', '？', '！']);
            let stars = if bold.is_empty() { "" } else { "**" };
            out.extend([stars, bold, stars, part(&lead, bold.len()..)]);
        } else {
            out.push_str(&guarded(&lead));
        }
        let text = half(&paragraph.runs, Part::Text);
        out.push_str(&if lead.is_empty() { guarded(&text) } else { text });
        out.push('\n');
    }
    out
}

fn half(runs: &[Run], part: Part) -> String {
    let mut out = String::new();
    for c in runs.iter().filter(|run| run.part == part).flat_map(|run| run.text.chars()) {
        if matches!(c, '\\' | '`' | '*' | '_' | '<' | '>' | '[' | ']' | '|' | '~' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Escapes what would begin a list, a heading or a quotation at the start of a line.
fn guarded(text: &str) -> String {
    let text = text.trim_start_matches([' ', '\t']);
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = part(text, digits..);
    if digits > 0 && after.starts_with(['.', ')']) {
        format!("{}\\{after}", part(text, ..digits))
    } else if text.starts_with(['#', '-', '+', '=']) {
        format!("\\{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::report::compose;
    use crate::template::parse;
    use std::collections::BTreeMap;

    #[test]
    fn headings_are_headings_and_marks_are_escaped() {
        let text = "[正文]\n@标题 题\n# 甲\n## 学习。 | 读*书*。\n### | 三级\n\\# 文";
        let draft = Draft::new(parse(text).0, BTreeMap::new());
        let expected = "# 题\n\n## 一、甲\n\n**（一）学习**。读\\*书\\*。\n\n1\\.三级\n\n\\# 文\n";
        assert_eq!(md(&compose(&draft)), expected);
    }
}
