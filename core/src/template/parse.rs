//! The template text form → template. Any text parses; what was not understood is listed beside.
//!
//! ```text
//! // a comment
//! 模板 述职报告
//! [字段]
//! lectures | 整数 | 讲党课次数 | 占位 X | 单位 次 | 最小 1
//! [正文]
//! @标题 述职报告
//! # 主要做法及成效
//! ## 强化理论武装。 | 全年讲党课{lectures}次。
//! ## | 一段有编号而没有标题的文字。
//! 一段没有编号的文字。
//! ```

use std::collections::BTreeMap;

use super::escape::{pieces, unescape, unescape_one};
use super::model::{Block, BlockKind, Level, Marks, Span, Template, tidy};
use crate::field::{Field, FieldId, Kind};
use crate::text::part;

pub(super) const FIELDS: &str = "[字段]";
pub(super) const BODY: &str = "[正文]";

/// The words that begin a line of the outline. A paragraph without one is body text.
const WORDS: [(&str, BlockKind); 13] = [
    ("####", BlockKind::Item(Level::Four)),
    ("###", BlockKind::Item(Level::Three)),
    ("##", BlockKind::Item(Level::Two)),
    ("#", BlockKind::Item(Level::One)),
    ("@标题", BlockKind::Title),
    ("@题下", BlockKind::Byline),
    ("@称谓", BlockKind::Salutation),
    ("@结束语", BlockKind::Closing),
    ("@落款", BlockKind::Signature),
    ("@日期", BlockKind::Date),
    ("@附件说明", BlockKind::Attachment),
    ("@附注", BlockKind::Remark),
    ("@附件", BlockKind::Annex),
];

/// A word of a mark, whether a paragraph has the mark, and how it gets it.
type Mark = (&'static str, fn(&Marks) -> bool, fn(&mut Marks));

/// The words that may stand before that of the kind.
pub(super) const MARKS: [Mark; 3] = [
    ("@可略", |marks| marks.optional && !marks.omitted, |marks| marks.optional = true),
    ("@略去", |marks| marks.omitted, |marks| (marks.optional, marks.omitted) = (true, true)),
    ("@可增", |marks| marks.repeats, |marks| marks.repeats = true),
];

/// The word that begins a paragraph of that kind; empty for body text.
pub(super) fn word_of(kind: BlockKind) -> &'static str {
    WORDS.iter().find(|(_, k)| *k == kind).map_or("", |(word, _)| word)
}

/// Something that was not understood; the rest of the template stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What it is about: the word, id or kind as written.
    pub about: String,
}

/// Parses the text form. Fields that the outline names without declaring are text fields of that
/// name.
#[must_use]
pub fn parse(text: &str) -> (Template, Vec<Fault>) {
    let mut parser = Parser::default();
    let mut section = Section::Head;
    for (number, line) in (1..).zip(text.lines()) {
        parser.line = number;
        let line = line.trim();
        match line {
            _ if line.is_empty() || line.starts_with("//") => {}
            FIELDS => section = Section::Fields,
            BODY => section = Section::Body,
            _ => match section {
                Section::Head => parser.head(line),
                Section::Fields => parser.field(line),
                Section::Body => parser.block(line),
            },
        }
    }
    (parser.template, parser.faults)
}

/// Whether a text is in this form: it has a `[正文]` line. Any other is plain text.
#[must_use]
pub fn is_text_form(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').lines().any(|line| line.trim() == BODY)
}

enum Section {
    Head,
    Fields,
    Body,
}

#[derive(Default)]
struct Parser {
    template: Template,
    faults: Vec<Fault>,
    /// The fields so far, by id.
    known: BTreeMap<FieldId, usize>,
    line: usize,
}

impl Parser {
    fn fault(&mut self, about: &str) {
        self.faults.push(Fault { line: self.line, about: about.to_owned() });
    }

    fn head(&mut self, line: &str) {
        let (word, value) = cut_word(line);
        let value = unescape(value);
        match word {
            "模板" => self.template.name = value,
            "编号" => self.template.id = value,
            "简介" => self.template.summary = value,
            other => self.fault(other),
        }
    }

    fn field(&mut self, line: &str) {
        let columns = pieces(line, '|');
        let id = columns.first().copied().unwrap_or_default();
        if !FieldId::is_valid(id) || self.known.contains_key(&FieldId::new(id)) {
            return self.fault(id);
        }
        let word = columns.get(1).copied().unwrap_or_default();
        let kind = Kind::from_word(word).unwrap_or_else(|| {
            self.fault(word);
            Kind::Text
        });
        let label = columns.get(2).copied().map(unescape).unwrap_or_default();
        let mut field = Field::new(id, kind, &label, "");
        for column in columns.iter().skip(3) {
            let (word, value) = cut_word(column);
            match word {
                "占位" => field.literal = unescape(value),
                "单位" => field.unit = unescape(value),
                "说明" => field.help = unescape(value),
                "默认" => field.default = unescape(value),
                "每项" => field.each = unescape(value),
                "选项" => {
                    let choices = pieces(value, '/').into_iter().filter(|choice| !choice.is_empty());
                    field.choices = choices.map(unescape).collect();
                }
                "最小" => field.limits.min = self.limit(value),
                "最大" => field.limits.max = self.limit(value),
                "选填" => field.optional = true,
                other => self.fault(other),
            }
        }
        self.declare(field);
    }

    fn limit(&mut self, value: &str) -> Option<i64> {
        let limit = value.parse().ok();
        if limit.is_none() {
            self.fault(value);
        }
        limit
    }

    fn block(&mut self, mut line: &str) {
        let mut marks = Marks::default();
        while let Some((word, _, set)) = MARKS.iter().find(|(word, ..)| begins(line, word)) {
            set(&mut marks);
            line = part(line, word.len()..).trim_start();
        }
        let (kind, content) = match WORDS.iter().find(|(word, _)| begins(line, word)) {
            Some((word, kind)) => (*kind, part(line, word.len()..).trim_start()),
            None if begins(line, "@正文") => (BlockKind::Body, part(line, "@正文".len()..).trim_start()),
            None => {
                if line.starts_with(['@', '[']) {
                    self.fault(cut_word(line).0);
                }
                (BlockKind::Body, line)
            }
        };
        let mut halves = pieces(content, '|').into_iter();
        let first = halves.next().map(|half| self.spans(half)).unwrap_or_default();
        let mut block = Block { marks, ..Block::new(kind, Vec::new()) };
        match halves.next() {
            Some(text) => {
                (block.lead, block.text) = (first, self.spans(text));
                // A second bare bar was meant as a mark of the text.
                for more in halves {
                    self.fault("|");
                    block.text.push(Span::Text("|".to_owned()));
                    block.text.extend(self.spans(more));
                }
                block.text = tidy(block.text);
            }
            None if matches!(kind, BlockKind::Item(_)) => block.lead = first,
            None => block.text = first,
        }
        self.template.blocks.push(block);
    }

    fn spans(&mut self, text: &str) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut words = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['\\', '{']) {
            words.push_str(part(rest, ..at));
            let after = part(rest, at + 1..);
            if rest.as_bytes()[at] == b'\\' {
                let (c, after) = unescape_one(after);
                words.push(c);
                rest = after;
                continue;
            }
            match after.split_once('}').filter(|(id, _)| FieldId::is_valid(id)) {
                Some((id, after)) => {
                    spans.push(Span::Text(std::mem::take(&mut words)));
                    spans.push(Span::Blank(self.blank(id)));
                    rest = after;
                }
                None => {
                    self.fault("{");
                    words.push('{');
                    rest = after;
                }
            }
        }
        words.push_str(rest);
        spans.push(Span::Text(words));
        tidy(spans)
    }

    fn blank(&mut self, id: &str) -> FieldId {
        let id = FieldId::new(id);
        if !self.known.contains_key(&id) {
            self.declare(Field::new(id.as_str(), Kind::Text, id.as_str(), "XX"));
        }
        id
    }

    fn declare(&mut self, field: Field) {
        self.known.insert(field.id.clone(), self.template.fields.len());
        self.template.fields.push(field);
    }
}

/// Whether `line` is that word, alone or before a blank or a bar.
fn begins(line: &str, word: &str) -> bool {
    line.strip_prefix(word)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || c == '|'))
}

fn cut_word(line: &str) -> (&str, &str) {
    line.split_once(char::is_whitespace).map_or((line, ""), |(word, value)| (word, value.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::print;

    const SAMPLE: &str = "模板 述职报告\n编号 demo\n[字段]\n\
        n | 整数 | 讲党课次数 | 占位 X | 单位 次 | 默认 3 | 最小 1 | 最大 60 | 选填\n[正文]\n\
        @标题 述职报告\n# 做法\n## 学习。 | 讲课{n}次。\n## | 没有标题。\n\\# 井号开头\n@正文\n##\n";

    #[test]
    fn the_sample_prints_back_to_itself() {
        let (template, faults) = parse(SAMPLE);
        assert_eq!(faults, []);
        assert_eq!(print(&template), SAMPLE);
        assert_eq!(template.blocks.len(), 7);
        assert_eq!(template.blocks[4].text, [Span::Text("# 井号开头".into())]);
    }

    #[test]
    fn marks_stand_before_the_word_in_any_order() {
        let (template, faults) = parse("[正文]\n@可增 @可略 ## 甲。 | 乙\n@略去 \\@可增\n@可略\n");
        assert_eq!(faults, []);
        let marks = |optional, omitted, repeats| Marks { optional, omitted, repeats };
        let found: Vec<Marks> = template.blocks.iter().map(|block| block.marks).collect();
        assert_eq!(found, [marks(true, false, true), marks(true, true, false), marks(true, false, false)]);
        assert_eq!(template.blocks[1].text, [Span::Text("@可增".into())]);
        assert_eq!(print(&template), "[正文]\n@可略 @可增 ## 甲。 | 乙\n@略去 \\@可增\n@可略 @正文\n");
    }

    #[test]
    fn choices_are_cut_at_bare_slashes() {
        let text = "[字段]\na | 选择 | 时段 | 选项 上午/下午 / 1\\/2 天/\n[正文]\n";
        let (template, faults) = parse(text);
        assert_eq!(
            (faults, &template.fields[0].choices[..]),
            (vec![], &["上午", "下午", "1/2 天"].map(str::to_owned)[..])
        );
        assert_eq!(parse(&print(&template)).0, template);
    }

    #[test]
    fn what_is_not_understood_is_listed_and_the_rest_stands() {
        let (template, faults) =
            parse("作者 某\n[字段]\nn | 浮点 | 数\nn | 整数 | 又\n[正文]\n@页眉 甲{1 2}\n");
        let about: Vec<_> = faults.iter().map(|fault| (fault.line, fault.about.as_str())).collect();
        assert_eq!(about, [(1, "作者"), (3, "浮点"), (4, "n"), (6, "@页眉"), (6, "{")]);
        assert_eq!(template.blocks[0].text, [Span::Text("@页眉 甲{1 2}".into())]);
    }

    #[test]
    fn a_field_that_is_only_named_is_a_text_field_of_that_name() {
        let (template, faults) = parse("[正文]\n由{姓名}负责，{姓名}牵头。");
        assert_eq!(faults, []);
        assert_eq!(template.fields, [Field::new("姓名", Kind::Text, "姓名", "XX")]);
    }
}
