//! Markdown: its marks say what a line is, and are then left out. Whatever may be a blank stays:
//! `__年`, `**镇`, `* *`.

use gaozhi_core::reading::{Line, Part, Source};

/// A stretch between two ** is no longer than this, in characters.
const LONGEST_STRONG: usize = 60;

/// A mark with what it marks is no longer than this, in bytes: a line is read once, not from each
/// of its signs to its end.
const LONGEST_MARK: usize = 1_000;

/// The lines of a Markdown text.
pub(crate) fn read(text: &str) -> Source {
    let mut lines: Vec<Line> = Vec::new();
    let (mut in_front, mut number) = (false, 0);
    for raw in text.trim_start_matches('\u{feff}').lines() {
        number += 1;
        let bare = raw.trim();
        if bare == "---" && (number == 1 || in_front) {
            // The facts before the text that some programs write there.
            in_front = number == 1 && text.lines().skip(1).any(|line| line.trim() == "---");
            continue;
        }
        if in_front || is_rule(bare) || is_fence(bare) {
            continue;
        }
        let bare = bare.trim_start_matches("> ");
        if bare.starts_with('|') && bare.ends_with('|') && bare.len() > 1 {
            cells(bare, &mut lines);
            continue;
        }
        let (level, words) = heading(bare);
        let words = if level.is_some() { words } else { without_bullet(raw) };
        lines.push(Line { text: plain(words), level, ..Line::default() });
    }
    Source { lines }
}

/// The level of a heading and its words.
fn heading(line: &str) -> (Option<u8>, &str) {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    match words.strip_prefix(' ') {
        Some(words) if (1..=6).contains(&level) => {
            (Some(level as u8), words.trim().trim_end_matches('#').trim_end())
        }
        _ => (None, line),
    }
}

fn is_rule(line: &str) -> bool {
    matches!(line, "---" | "***" | "- - -" | "* * *")
}

fn is_fence(line: &str) -> bool {
    line.starts_with("```") || line.starts_with("~~~")
}

/// The cells of a row of a table; the row of dashes under its head has none.
fn cells(row: &str, lines: &mut Vec<Line>) {
    let is_ruler = row.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '));
    if is_ruler {
        return;
    }
    let inside = row.trim_start_matches('|').trim_end_matches('|');
    for cell in inside.split('|').map(str::trim).filter(|cell| !cell.is_empty()) {
        lines.push(Line { text: plain(cell), part: Part::Cell, ..Line::default() });
    }
}

/// A line without the sign of a list or a quotation before it.
fn without_bullet(line: &str) -> &str {
    let bare = line.trim_start().trim_start_matches("> ");
    let after = ["- ", "* ", "+ "].iter().find_map(|bullet| bare.strip_prefix(bullet));
    match after {
        Some(words) => words.trim_start_matches("[ ] ").trim_start(),
        // A line that is no item keeps its indent, which the repairs know.
        None if bare.len() == line.trim_start().len() => line,
        None => bare,
    }
}

/// The words without the marks of emphasis, links and code.
fn plain(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find(['*', '\\', '`', '[', '!', '<']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (said, length) = mark(rest);
        out.push_str(said);
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

/// What the mark at the start says, and the bytes that are then read.
fn mark(text: &str) -> (&str, usize) {
    let text = &text[..text.floor_char_boundary(LONGEST_MARK)];
    if let Some(strong) = text.strip_prefix("**") {
        if let Some(inside) = strong.split_once("**").map(|(inside, _)| inside).filter(|it| is_strong(it)) {
            return (inside, inside.len() + 4);
        }
        let stars = text.len() - text.trim_start_matches('*').len();
        return (&text[..stars], stars);
    }
    if let Some(escaped) = text.strip_prefix('\\') {
        let next = escaped.chars().next().filter(char::is_ascii_punctuation).map_or(0, char::len_utf8);
        return if next == 0 { ("\\", 1) } else { (&escaped[..next], 1 + next) };
    }
    if let Some(link) = text.strip_prefix("![").or_else(|| text.strip_prefix('[')) {
        let is_image = text.starts_with('!');
        let target = link.split_once("](").and_then(|(words, after)| Some((words, after.split_once(')')?.0)));
        if let Some((words, target)) = target.filter(|(words, _)| !words.contains(['[', ']'])) {
            let length = text.len() - link.len() + words.len() + 3 + target.len();
            return (if is_image { "" } else { words }, length);
        }
    }
    if text.starts_with("<br>") {
        return (" ", 4);
    }
    let first = text.chars().next().map_or(0, char::len_utf8);
    if text.starts_with('`') { ("", first) } else { (&text[..first], first) }
}

/// Whether ** stand around words: masked names (**镇) are no emphasis.
fn is_strong(inside: &str) -> bool {
    const AFTER_A_MASK: &str = "省市县区镇乡村街局委校院社站所同书主万亿元年月日次个人";
    let starts = inside.chars().next().is_some_and(|c| !c.is_whitespace() && !AFTER_A_MASK.contains(c));
    starts
        && !inside.ends_with(char::is_whitespace)
        && !inside.contains('*')
        && inside.chars().nth(LONGEST_STRONG).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(md: &str) -> Vec<String> {
        read(md).lines.into_iter().map(|line| line.text).filter(|text| !text.is_empty()).collect()
    }

    #[test]
    fn headings_have_their_level_and_lists_their_words() {
        let source =
            read("# 年度报告 #\n\n## 一、主要工作\n- 讲课X次\n* 培训X人\n1. 走访\n#话题# 不是标题\n");
        let lines: Vec<_> = source.lines.iter().filter(|line| !line.text.is_empty()).collect();
        let told: Vec<_> = lines.iter().map(|line| (line.level, line.text.as_str())).collect();
        assert_eq!(
            told,
            [
                (Some(1), "年度报告"),
                (Some(2), "一、主要工作"),
                (None, "讲课X次"),
                (None, "培训X人"),
                (None, "1. 走访"),
                (None, "#话题# 不是标题"),
            ]
        );
    }

    #[test]
    fn emphasis_goes_and_masks_stay() {
        assert_eq!(texts("我们要**加强党建**工作"), ["我们要加强党建工作"]);
        for kept in ["**镇和**村", "__年__月__日", "*镇", "***书记", "第* 次", "a * b", "file_name_x", "\\"]
        {
            assert_eq!(texts(kept), [kept]);
        }
        assert_eq!(texts("1\\. 见[文件](http://a/b)和`XX`![图](a.png)\\*"), ["1. 见文件和XX*"]);
    }

    #[test]
    fn tables_are_read_cell_by_cell() {
        let source =
            read("---\ntitle: x\n---\n| 姓名 | 单位 |\n|:--|--:|\n| XX | XX局 |\n\n---\n```\n甲\n```");
        let told: Vec<_> = source.lines.iter().map(|line| (line.part, line.text.as_str())).collect();
        assert_eq!(
            told,
            [
                (Part::Cell, "姓名"),
                (Part::Cell, "单位"),
                (Part::Cell, "XX"),
                (Part::Cell, "XX局"),
                (Part::Body, ""),
                (Part::Body, "甲"),
            ]
        );
    }
}
