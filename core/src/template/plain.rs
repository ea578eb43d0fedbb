//! Plain text with XX → template: a first, simple reader. Blanks are runs of X, × or underscores;
//! headings are told by their numbers.

use super::model::{Block, BlockKind, Level, Span, Template, tidy};
use super::parse::{is_text_form, parse};
use crate::field::{Field, FieldId, Kind};
use crate::text::numerals::parse_chinese;

/// Units that stand after a count, longest first.
const UNITS: [&str; 40] = [
    "个百分点",
    "万人次",
    "人次",
    "场次",
    "件次",
    "万元",
    "亿元",
    "公里",
    "平方米",
    "个月",
    "学时",
    "小时",
    "个",
    "人",
    "名",
    "次",
    "所",
    "家",
    "项",
    "件",
    "起",
    "场",
    "期",
    "篇",
    "条",
    "户",
    "亩",
    "吨",
    "台",
    "套",
    "辆",
    "元",
    "处",
    "批",
    "份",
    "册",
    "门",
    "类",
    "支",
    "座",
];
/// A run-in heading is no longer than this and holds at most one comma (measured on real ones).
const LEAD: usize = 30;
/// A heading that stands alone is no longer than this.
const HEADING: usize = 40;

/// Reads the text form or, where there is no `[正文]` line, plain text.
#[must_use]
pub fn read_any(text: &str, name: &str) -> Template {
    let text = text.trim_start_matches('\u{feff}');
    let mut template = if is_text_form(text) { parse(text).0 } else { read_plain(text) };
    if template.name.is_empty() {
        name.clone_into(&mut template.name);
    }
    template
}

/// Reads plain text. Total: any text is a template, if only of paragraphs without blanks.
#[must_use]
pub fn read_plain(text: &str) -> Template {
    let mut template = Template::default();
    for line in text.trim_start_matches('\u{feff}').lines() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let first = template.blocks.is_empty();
        let (kind, rest) = kind_of(line, first);
        if first && kind == BlockKind::Title {
            line.clone_into(&mut template.name);
        }
        let spans = blanks(rest, &mut template.fields);
        template.blocks.push(match kind {
            BlockKind::Item(_) => item(kind, spans),
            BlockKind::Title
            | BlockKind::Byline
            | BlockKind::Salutation
            | BlockKind::Body
            | BlockKind::Closing
            | BlockKind::Signature
            | BlockKind::Date => Block::new(kind, spans),
        });
    }
    template
}

fn kind_of(line: &str, first: bool) -> (BlockKind, &str) {
    if let Some((level, rest)) = numbered(line) {
        return (BlockKind::Item(level), rest);
    }
    let length = line.chars().count();
    let ends = |marks: &str| line.ends_with(|c| marks.contains(c));
    let kind = match () {
        () if first && length <= 60 && !ends("。！？；，：") => BlockKind::Title,
        () if length <= HEADING && line.ends_with('：') && line.starts_with("各位") => {
            BlockKind::Salutation
        }
        () => BlockKind::Body,
    };
    (kind, line)
}

/// The level of a line that begins with a number, and the line without it.
fn numbered(line: &str) -> Option<(Level, &str)> {
    let is_count = |text: &str| !text.is_empty() && text.chars().count() <= 3;
    if let Some((number, rest)) = line.split_once('、')
        && is_count(number)
        && parse_chinese(number).is_some()
    {
        return Some((Level::One, rest.trim_start()));
    }
    let inner = line.strip_prefix(['（', '(']).and_then(|rest| rest.split_once(['）', ')']));
    if let Some((number, rest)) = inner.filter(|(number, _)| is_count(number)) {
        if parse_chinese(number).is_some() {
            return Some((Level::Two, rest.trim_start()));
        }
        if number.bytes().all(|b| b.is_ascii_digit()) {
            return Some((Level::Four, rest.trim_start()));
        }
    }
    let (number, rest) = line.split_once(['.', '．', '、'])?;
    let digits = is_count(number) && number.bytes().all(|b| b.is_ascii_digit());
    // 3.5% is no heading.
    (digits && !rest.starts_with(|c: char| c.is_ascii_digit())).then(|| (Level::Three, rest.trim_start()))
}

/// Cuts a numbered paragraph into heading and text.
fn item(kind: BlockKind, spans: Vec<Span>) -> Block {
    let alone = match spans.as_slice() {
        [] => true,
        [Span::Text(text)] => text.chars().count() <= HEADING && !text.contains(['。', '！', '？', '；']),
        _ => false,
    };
    if alone {
        return Block::with_lead(kind, spans, Vec::new());
    }
    let mut spans = spans;
    if let Some(Span::Text(text)) = spans.first_mut()
        && let Some(end) = text.find('。').map(|at| at + '。'.len_utf8())
    {
        let heading = &text[..end];
        if heading.chars().count() <= LEAD + 1 && heading.matches('，').count() <= 1 {
            let lead = vec![Span::Text(heading.to_owned())];
            text.drain(..end);
            return Block::with_lead(kind, lead, tidy(spans));
        }
    }
    Block::new(kind, spans)
}

/// Cuts a line at its blanks and adds a field for each.
fn blanks(line: &str, fields: &mut Vec<Field>) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut before = 0;
    for (from, to) in runs(line) {
        let id = format!("b{}", fields.len() + 1);
        let field = field(&id, &line[before..from], &line[from..to], &line[to..]);
        spans.push(Span::Text(line[before..from].to_owned()));
        spans.push(Span::Blank(field.id.clone()));
        fields.push(field);
        before = to;
    }
    spans.push(Span::Text(line[before..].to_owned()));
    tidy(spans)
}

/// Where the blanks of a line are.
fn runs(line: &str) -> Vec<(usize, usize)> {
    let class = |c: char| match c {
        'X' | 'x' | 'Ｘ' | 'ｘ' | '×' => Some('X'),
        '_' | '＿' => Some('_'),
        _ => None,
    };
    let mut found = Vec::new();
    let mut chars = line.char_indices().peekable();
    let mut before = ' ';
    while let Some((from, c)) = chars.next() {
        let Some(mark) = class(c) else {
            before = c;
            continue;
        };
        let (mut to, mut count) = (from + c.len_utf8(), 1);
        while let Some((at, next)) = chars.next_if(|(_, next)| class(*next) == Some(mark)) {
            (to, count) = (at + next.len_utf8(), count + 1);
        }
        let after = line[to..].chars().next().unwrap_or(' ');
        let latin = before.is_ascii_alphanumeric() || after.is_ascii_alphanumeric();
        if !latin && (mark == 'X' || count >= 2) {
            found.push((from, to));
        }
        before = mark;
    }
    found
}

fn field(id: &str, before: &str, literal: &str, after: &str) -> Field {
    let quoted = before.ends_with(['“', '《']) && after.starts_with(['”', '》']);
    let unit = UNITS.into_iter().find(|unit| after.starts_with(unit)).unwrap_or_default();
    let (kind, unit) = match () {
        () if quoted => (Kind::Title, ""),
        () if after.starts_with('%') => (Kind::Percent, "%"),
        () if !unit.is_empty() => (Kind::Integer, unit),
        () if literal.chars().count() >= 6 => (Kind::Prose, ""),
        () => (Kind::Text, ""),
    };
    let clause =
        before.rsplit(['，', '。', '；', '：', '、', '“', '”', '（', '）']).next().unwrap_or_default();
    let skip = clause.chars().count().saturating_sub(14);
    let mut label: String = clause.chars().skip(skip).collect();
    if label.chars().count() < 3 {
        label.extend(after.chars().take_while(|c| !"，。；：、”）".contains(*c)).take(8));
    }
    let mut field = Field::new(id, kind, &label, literal);
    unit.clone_into(&mut field.unit);
    field.id = FieldId::new(id);
    field
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::Kind;

    #[test]
    fn a_small_report_is_read() {
        let template = read_plain(
            "年度报告\n  一、主要做法\n  （一）强化武装。全年讲党课X次，占XX%。\n  （二）创建“XXX”学校，见____。\n  1.5万人参加。",
        );
        assert_eq!(template.name, "年度报告");
        let kinds: Vec<_> = template.blocks.iter().map(|block| block.kind).collect();
        let item = BlockKind::Item;
        assert_eq!(
            kinds,
            [BlockKind::Title, item(Level::One), item(Level::Two), item(Level::Two), BlockKind::Body]
        );
        assert_eq!(template.blocks[2].lead, [Span::Text("强化武装。".into())]);
        let fields: Vec<_> =
            template.fields.iter().map(|f| (f.kind, f.unit.as_str(), f.literal.as_str())).collect();
        assert_eq!(
            fields,
            [
                (Kind::Integer, "次", "X"),
                (Kind::Percent, "%", "XX"),
                (Kind::Title, "", "XXX"),
                (Kind::Text, "", "____")
            ]
        );
        assert_eq!(template.fields[0].label, "全年讲党课");
    }

    #[test]
    fn latin_words_and_single_underscores_are_no_blanks() {
        assert!(read_plain("使用Excel和X86，文件a_b。").fields.is_empty());
    }
}
