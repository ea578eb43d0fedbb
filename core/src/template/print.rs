//! Template → its text form. [`parse`](super::parse()) reads it back to the same template.

use super::escape::{escape, guard_line};
use super::model::{Block, BlockKind, Span, Template};
use super::parse::{BODY, FIELDS, MARKS, word_of};
use crate::field::Field;

/// Writes `template` in the text form.
#[must_use]
pub fn print(template: &Template) -> String {
    let mut out = String::new();
    for (word, value) in [("模板", &template.name), ("编号", &template.id), ("简介", &template.summary)]
    {
        if !value.is_empty() {
            out.push_str(word);
            out.push(' ');
            escape(&mut out, value, &[]);
            out.push('\n');
        }
    }
    if !template.fields.is_empty() {
        out.push_str(FIELDS);
        out.push('\n');
        for field in &template.fields {
            field_line(&mut out, field);
        }
    }
    out.push_str(BODY);
    out.push('\n');
    for block in &template.blocks {
        out.push_str(&block_line(block));
        out.push('\n');
    }
    out
}

fn field_line(out: &mut String, field: &Field) {
    out.push_str(field.id.as_str());
    out.push_str(" | ");
    out.push_str(field.kind.word());
    out.push_str(" | ");
    escape(out, &field.label, &['|']);
    let texts = [
        ("占位", &field.literal),
        ("单位", &field.unit),
        ("说明", &field.help),
        ("默认", &field.default),
        ("每项", &field.each),
    ];
    for (word, value) in texts.into_iter().filter(|(_, value)| !value.is_empty()) {
        out.push_str(" | ");
        out.push_str(word);
        out.push(' ');
        escape(out, value, &['|']);
    }
    for (at, choice) in field.choices.iter().enumerate() {
        out.push_str(if at == 0 { " | 选项 " } else { "/" });
        escape(out, choice, &['|', '/']);
    }
    for (word, value) in [("最小", field.limits.min), ("最大", field.limits.max)] {
        if let Some(value) = value {
            out.push_str(" | ");
            out.push_str(word);
            out.push(' ');
            out.push_str(&value.to_string());
        }
    }
    if field.optional {
        out.push_str(" | 选填");
    }
    out.push('\n');
}

fn block_line(block: &Block) -> String {
    let mut content = String::new();
    let item = matches!(block.kind, BlockKind::Item(_));
    // A numbered paragraph without a bar is a heading alone; any other without one is text alone.
    let bar = if item { !block.text.is_empty() } else { !block.lead.is_empty() };
    if bar {
        spans(&mut content, &block.lead);
        content.push_str(if block.lead.is_empty() { "| " } else { " | " });
        spans(&mut content, &block.text);
    } else {
        spans(&mut content, if item { &block.lead } else { &block.text });
    }
    let content = content.trim_end();
    let mut line = String::new();
    for (word, is_set, _) in MARKS {
        if is_set(&block.marks) {
            line.push_str(word);
            line.push(' ');
        }
    }
    match word_of(block.kind) {
        "" if content.is_empty() => line.push_str("@正文"),
        "" => {
            let mut content = content.to_owned();
            guard_line(&mut content);
            line.push_str(&content);
        }
        word => {
            line.push_str(word);
            if !content.is_empty() {
                line.push(' ');
                line.push_str(content);
            }
        }
    }
    line
}

fn spans(out: &mut String, spans: &[Span]) {
    for span in spans {
        match span {
            Span::Text(text) => escape(out, text, &['{', '|']),
            Span::Blank(id) => {
                out.push('{');
                out.push_str(id.as_str());
                out.push('}');
            }
        }
    }
}
