//! Draft → report. Numbers come from the structure, here and in `number`, and nowhere else.

use super::number::labels;
use super::{Origin, Paragraph, Part, Report, Run};
use crate::draft::outline::left_out;
use crate::draft::{Draft, Entry};
use crate::field::{Field, FieldId, Joiner, Kind, list_items};
use crate::template::{BlockKind, Span};
use crate::text::numerals::chinese;

/// Composes the whole report. Total: an unknown field shows its id.
#[must_use]
pub fn compose(draft: &Draft) -> Report {
    let mut before = None;
    let mut paragraphs = Vec::with_capacity(draft.entries().len());
    let printed = draft.entries().iter().zip(left_out(draft.entries()));
    for ((entry, is_out), number) in printed.zip(numbers(draft)) {
        if is_out {
            continue;
        }
        let mut paragraph = paragraph(draft, entry, &number);
        if paragraph.runs.is_empty() {
            continue;
        }
        paragraph.gap = gap(before, paragraph.kind);
        before = Some(paragraph.kind);
        paragraphs.push(paragraph);
    }
    let open = draft.placed().iter().filter(|id| draft.is_open(id)).count();
    Report { paragraphs, open, setup: draft.setup().clone(), mark: String::new() }
}

/// The number of each paragraph as it is printed, such as （三）, 附件：1. or 附件2; empty where there
/// is none. A paragraph that says nothing or is left out is not printed and takes no number.
#[must_use]
pub fn numbers(draft: &Draft) -> Vec<String> {
    let kind = |(entry, is_out): (&Entry, bool)| {
        let is_printed = !is_out && !is_silent(draft, entry);
        is_printed.then_some(entry.block.kind)
    };
    let printed: Vec<Option<BlockKind>> =
        draft.entries().iter().zip(left_out(draft.entries())).map(kind).collect();
    labels(&printed)
}

/// Whether a paragraph says nothing: no words, and every blank may stay empty and is. The label of
/// an attached text needs none.
fn is_silent(draft: &Draft, entry: &Entry) -> bool {
    entry.block.kind != BlockKind::Annex
        && entry.block.spans().all(|span| match span {
            Span::Text(text) => {
                text.chars().all(|c| c.is_control() || c.is_whitespace()) && one_line(text).is_empty()
            }
            Span::Blank(id) => of_draft(draft, id).0.is_empty(),
        })
}

fn gap(before: Option<BlockKind>, kind: BlockKind) -> u32 {
    let in_title = |kind| matches!(kind, BlockKind::Title | BlockKind::Byline);
    let signs = |kind| matches!(kind, BlockKind::Signature | BlockKind::Date);
    match before {
        // It begins a page.
        _ if kind == BlockKind::Annex => 0,
        Some(BlockKind::Annex) => 1,
        Some(before) if in_title(before) && !in_title(kind) => 1,
        Some(before) if kind == BlockKind::Attachment && before != kind => 1,
        Some(before) if signs(kind) && !signs(before) => 1,
        _ => 0,
    }
}

/// Composes one paragraph with the number given; `gap` is left 0.
#[must_use]
pub fn paragraph(draft: &Draft, entry: &Entry, number: &str) -> Paragraph {
    let block = &entry.block;
    let mut runs = Vec::with_capacity(block.lead.len() + block.text.len() + 1);
    let halves = [(Part::Lead, &block.lead), (Part::Text, &block.text)];
    for (part, span, piece) in halves
        .into_iter()
        .flat_map(|(part, spans)| spans.iter().enumerate().map(move |(index, span)| (part, index, span)))
    {
        runs.push(match piece {
            Span::Text(text) => Run { text: one_line(text), origin: Origin::Text, part, span, open: false },
            Span::Blank(id) => {
                let (text, open) = of_draft(draft, id);
                Run { text, origin: Origin::Field(id.clone()), part, span, open }
            }
        });
    }
    runs.retain(|run| !run.text.is_empty());
    let is_printed = !runs.is_empty() || block.kind == BlockKind::Annex;
    if is_printed && !number.is_empty() {
        // Without a heading the whole paragraph keeps the face of the text.
        let part = if block.lead.is_empty() { Part::Text } else { Part::Lead };
        let number = Run { text: number.to_owned(), origin: Origin::Number, part, span: 0, open: false };
        runs.insert(0, number);
    }
    Paragraph { block: entry.id, kind: block.kind, runs, gap: 0 }
}

fn of_draft(draft: &Draft, id: &FieldId) -> (String, bool) {
    match draft.field(id) {
        Some(field) => shown(field, &draft.value(id)),
        None => (id.as_str().to_owned(), true),
    }
}

/// What the report shows where `value` stands in `field`, and whether that is only the mark of an
/// open blank.
#[must_use]
pub fn shown(field: &Field, value: &str) -> (String, bool) {
    let value = value.trim();
    if value.is_empty() {
        if field.optional { (String::new(), false) } else { (mark(field).to_owned(), true) }
    } else {
        (print_value(field, value), false)
    }
}

/// The mark of an open blank; never empty, so that it can be seen and clicked.
fn mark(field: &Field) -> String {
    let mark = one_line(&field.literal);
    if mark.trim().is_empty() { "XX".to_owned() } else { mark }
}

fn print_value(field: &Field, value: &str) -> String {
    let (before, after) = field.around_item();
    match field.kind {
        Kind::List(Joiner::Series) => {
            let items: Vec<String> = (1..)
                .zip(items(value))
                .map(|(n, item)| format!("{}是{before}{item}{after}", chinese(n)))
                .collect();
            one_line(&items.join("；"))
        }
        Kind::List(Joiner::Comma) if field.each.is_empty() => {
            let items: Vec<String> = items(value).collect();
            items.join("、")
        }
        Kind::List(Joiner::Comma) => {
            let items = items(value).flat_map(|line| list_items(&line));
            let items: Vec<String> = items.map(|item| format!("{before}{item}{after}")).collect();
            // GB/T 15834-2011 4.5.3.5: between items that all stand in quotes or 《》 is no 、.
            let in_quotes = before.starts_with(['“', '《']) && after.ends_with(['”', '》']);
            one_line(&items.join(if in_quotes { "" } else { "、" }))
        }
        Kind::Text
        | Kind::Integer
        | Kind::Decimal
        | Kind::Percent
        | Kind::Ordinal
        | Kind::Organisation
        | Kind::Person
        | Kind::Place
        | Kind::Title
        | Kind::Year
        | Kind::Date
        | Kind::Choice
        | Kind::Prose => one_line(value),
    }
}

/// A paragraph is one line of text; breaks inside a value join without a blank, as in Chinese. A
/// tab is a blank, other control characters are nothing: no format can hold them.
fn one_line(text: &str) -> String {
    if !text.contains(char::is_control) {
        return text.to_owned();
    }
    let lines = text.split(['\n', '\r']).map(str::trim).flat_map(str::chars);
    lines.map(|c| if c == '\t' { ' ' } else { c }).filter(|c| !c.is_control()).collect()
}

/// The items of a list as typed: one a line, whatever ends a line.
fn items(value: &str) -> impl Iterator<Item = String> {
    value.split(['\n', '\r']).map(|item| one_line(item.trim())).filter(|item| !item.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::parse;
    use std::collections::BTreeMap;

    fn composed(text: &str, answers: &[(&str, &str)]) -> String {
        let answers: BTreeMap<_, _> =
            answers.iter().map(|(id, text)| (FieldId::new(id), (*text).to_owned())).collect();
        let report = compose(&Draft::new(parse(text).0, answers));
        report.paragraphs.iter().map(|p| p.text() + "\n").collect()
    }

    #[test]
    fn numbers_follow_the_structure_and_restart_under_a_new_parent() {
        let text = "[正文]\n# 甲\n## 子\n## 丑\n### 寅\n#### 卯\n# 乙\n## | 无标题\n";
        assert_eq!(composed(text, &[]), "一、甲\n（一）子\n（二）丑\n1.寅\n（1）卯\n二、乙\n（一）无标题\n");
    }

    #[test]
    fn an_open_blank_shows_its_mark_and_a_filled_one_its_value() {
        let text = "[字段]\nn | 整数 | 次数 | 占位 X\n[正文]\n讲党课{n}次。";
        assert_eq!(composed(text, &[]), "讲党课X次。\n");
        assert_eq!(composed(text, &[("n", " 12 ")]), "讲党课12次。\n");
    }

    #[test]
    fn lists_are_put_together_as_their_joiner_says() {
        let text = "[字段]\na | 列表 | 甲\nb | 一是列表 | 乙\n[正文]\n有{a}。原因：{b}。";
        let answers = [("a", "书\n笔"), ("b", "忙\n累\n\n懒")];
        assert_eq!(composed(text, &answers), "有书、笔。原因：一是忙；二是累；三是懒。\n");
    }

    #[test]
    fn each_item_is_printed_in_its_pattern() {
        let text = "[字段]\na | 列表 | 甲 | 每项 “…”示范学校\n[正文]\n创建{a}。";
        assert_eq!(composed(text, &[("a", "红旗、先锋")]), "创建“红旗”示范学校、“先锋”示范学校。\n");
        let text = "[字段]\na | 列表 | 甲 | 每项 “…”\n[正文]\n获{a}称号。";
        assert_eq!(composed(text, &[("a", "红旗、先锋")]), "获“红旗”“先锋”称号。\n");
        let text = "[字段]\na | 一是列表 | 甲 | 每项 抓……\n[正文]\n{a}";
        assert_eq!(composed(text, &[("a", "书\n笔")]), "一是抓书；二是抓笔\n");
    }

    #[test]
    fn what_is_left_out_is_neither_printed_nor_counted() {
        let text = "[正文]\n# 甲\n@略去 ## 子{a}\n### 寅{b}\n## 丑{b}\n@略去 # 乙\n某段。\n# 丙";
        assert_eq!(composed(text, &[]), "一、甲\n（一）丑XX\n二、丙\n");
        assert_eq!(compose(&Draft::new(parse(text).0, BTreeMap::new())).open, 1);
    }

    #[test]
    fn a_default_follows_the_field_that_it_names() {
        let text =
            "[字段]\ny | 年份 | 年 | 默认 2026\nt | 文本 | 题 | 默认 {y}年度报告\n[正文]\n@标题 {t}\n正文。";
        assert_eq!(composed(text, &[("y", "2027")]), "2027年度报告\n正文。\n");
    }

    #[test]
    fn the_title_block_and_the_signature_stand_apart_by_a_line() {
        let text = "[正文]\n@标题 题\n@称谓 各位：\n正文。\n@落款 某某\n@日期 今天";
        let report = compose(&Draft::new(parse(text).0, BTreeMap::new()));
        assert_eq!(report.paragraphs.iter().map(|p| p.gap).collect::<Vec<_>>(), [0, 1, 0, 1, 0]);
    }
}
