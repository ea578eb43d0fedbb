//! The form as markup: each paragraph as the sentence it will become, a control where a blank is.
//! Pure: a draft goes in, markup comes out.

use gaozhi_core::draft::outline::extent;
use gaozhi_core::draft::{BlockId, Draft, Entry};
use gaozhi_core::export::{Markup, class};
use gaozhi_core::field::FieldId;
use gaozhi_core::guide::{Map, Spot};
use gaozhi_core::report;
use gaozhi_core::template::{BlockKind, Level, Span};
use gaozhi_core::text::attached::ANNEX;

use super::super::words;
use super::control::{control, echo};

/// Controls in a group that the browser lays out only when it comes near the screen.
/// Measured: with groups of some twenty fields the cost of a key does not grow with the form, and the first
/// frame lays out little more than the screen.
const GROUP: usize = 20;
/// Paragraphs in such a group, where there are few controls.
const GROUP_BLOCKS: usize = 12;

/// The id of a field's control.
pub(crate) fn control_id(field: &FieldId) -> String {
    format!("f:{}", field.as_str())
}

/// The id of the remark beside a field.
pub(super) fn remark_id(field: &FieldId) -> String {
    format!("r:{}", field.as_str())
}

/// The id of a paragraph of the form.
pub(crate) fn block_id(block: BlockId) -> String {
    format!("b{}", block.0)
}

/// The id of a value shown a second time.
pub(super) fn echo_id(spot: Spot) -> String {
    format!("e{}{}{}", spot.block.0, if spot.in_lead { 'h' } else { 't' }, spot.span)
}

/// Cuts the paragraphs into groups, as ranges of indices. Cuts fall before headings, so that a
/// paragraph added or taken out changes one group.
pub(super) fn groups(entries: &[Entry], map: &Map) -> Vec<std::ops::Range<usize>> {
    let mut groups = Vec::new();
    let (mut from, mut fields) = (0, 0);
    for (at, entry) in entries.iter().enumerate() {
        let heading = matches!(entry.block.kind, BlockKind::Item(Level::One | Level::Two));
        if heading && at > from && (fields >= GROUP || at - from >= GROUP_BLOCKS) {
            groups.push(from..at);
            (from, fields) = (at, 0);
        }
        fields += entry
            .block
            .blanks()
            .filter(|id| map.spots(id).first().is_some_and(|spot| spot.block == entry.id))
            .count();
    }
    groups.push(from..entries.len());
    groups
}

/// The fields that stand above the text, each with its name.
pub(super) fn about(out: &mut Markup, draft: &Draft, map: &Map) {
    if map.above().is_empty() {
        return;
    }
    out.raw("<fieldset class=\"about\"><legend>").text(words().about).raw("</legend>");
    for field in map.above().iter().filter_map(|id| draft.field(id)) {
        out.raw("<label><span>").text(&field.label).raw("</span>");
        control(out, field, &draft.value(&field.id));
        out.raw("</label>");
    }
    out.raw("</fieldset>");
}

/// Which paragraphs the form shows: of those left out together only the one marked so.
pub(super) fn shown(entries: &[Entry]) -> Vec<bool> {
    let mut end = 0;
    let is_shown = |(at, entry): (usize, &Entry)| {
        let shown = at >= end;
        if shown && entry.block.marks.omitted {
            end = at + extent(entries, at);
        }
        shown
    };
    entries.iter().enumerate().map(is_shown).collect()
}

/// One paragraph.
pub(super) fn block(out: &mut Markup, draft: &Draft, map: &Map, entry: &Entry, number: &str) {
    if entry.block.marks.omitted {
        return omitted(out, draft, entry);
    }
    out.raw("<div class=\"block ").raw(class(entry.block.kind)).raw("\"").attr("id", &block_id(entry.id));
    out.attr("data-block", &entry.id.0.to_string());
    let bare = entry.block.blanks().next().is_none();
    if bare {
        out.raw(" data-bare");
    }
    out.raw("><p>");
    if !number.is_empty() {
        out.raw("<b class=\"number\">").text(number).raw("</b>");
    }
    if !entry.block.lead.is_empty() {
        out.raw("<span class=\"lead\">");
        spans(out, draft, map, entry.id, true, &entry.block.lead);
        out.raw("</span>");
    }
    spans(out, draft, map, entry.id, false, &entry.block.text);
    if number.is_empty() && entry.block.spans().next().is_none() {
        out.raw("<span class=\"hollow\">").text(words().empty_paragraph).raw("</span>");
    }
    if entry.block.marks.optional {
        choice(out, "omit", words().omit, words().omit_key);
    }
    if entry.block.marks.repeats {
        choice(out, "repeat", words().repeat, words().repeat_key);
    }
    out.raw("</p></div>");
}

/// A paragraph that is left out: one line, and the way back.
fn omitted(out: &mut Markup, draft: &Draft, entry: &Entry) {
    out.raw("<div class=\"block omitted\"").attr("id", &block_id(entry.id));
    out.attr("data-block", &entry.id.0.to_string()).raw("><p><s>");
    for span in entry.block.spans() {
        match span {
            Span::Text(text) => out.text(text),
            Span::Blank(id) => out.text(
                &draft.field(id).map_or_else(String::new, |field| report::shown(field, &draft.value(id)).0),
            ),
        };
    }
    if entry.block.kind == BlockKind::Annex {
        out.text(ANNEX);
    }
    out.raw("</s>");
    choice(out, "restore", words().bring_back, words().bring_back);
    out.raw("</p></div>");
}

/// What a person can decide about a paragraph, as a button behind its words. Between controls the
/// Tab key goes past it: keys do the same. The way back is the only one of its paragraph.
fn choice(out: &mut Markup, id: &'static str, label: &str, title: &str) {
    out.raw("<button type=\"button\" class=\"choice\"").attr("data-choice", id);
    out.attr("data-testid", &format!("block-{id}")).attr("title", title);
    out.raw(if id == "restore" { ">" } else { " tabindex=\"-1\">" }).text(label).raw("</button>");
}

fn spans(out: &mut Markup, draft: &Draft, map: &Map, block: BlockId, in_lead: bool, spans: &[Span]) {
    // Marks that stand close to a blank go with it: no line begins with 》 or ends with “.
    let words = |at: usize| match spans.get(at) {
        Some(Span::Text(text)) => text.as_str(),
        Some(Span::Blank(_)) | None => "",
    };
    let opening = |at: usize| {
        words(at).chars().next_back().filter(|c| matches!(c, '“' | '‘' | '《' | '（' | '【' | '〔'))
    };
    let closing = |at: usize| words(at).chars().next().filter(is_closing);
    for (span, piece) in spans.iter().enumerate() {
        match piece {
            Span::Text(text) => {
                let before_blank = span + 1 < spans.len();
                let from = if span > 0 { closing(span).map_or(0, char::len_utf8) } else { 0 };
                let to = text.len() - if before_blank { opening(span).map_or(0, char::len_utf8) } else { 0 };
                out.text(text.get(from..to).unwrap_or_default());
            }
            Span::Blank(id) => {
                let (before, after) = (span.checked_sub(1).and_then(opening), closing(span + 1));
                let kept = before.is_some() || after.is_some();
                if kept {
                    out.raw("<span class=\"keep\">");
                }
                if let Some(mark) = before {
                    out.text(mark.encode_utf8(&mut [0; 4]));
                }
                let spot = Spot { block, in_lead, span };
                match draft.field(id) {
                    Some(field) if map.is_control(id, spot) => control(out, field, &draft.value(id)),
                    Some(field) => echo(out, field, &draft.value(id), spot),
                    None => {
                        out.text(id.as_str());
                    }
                }
                if let Some(mark) = after {
                    out.text(mark.encode_utf8(&mut [0; 4]));
                }
                if kept {
                    out.raw("</span>");
                }
            }
        }
    }
}

fn is_closing(c: &char) -> bool {
    matches!(c, '”' | '’' | '》' | '）' | '】' | '〕' | '，' | '。' | '、' | '；' | '：' | '？' | '！')
}

#[cfg(test)]
mod tests {
    use super::*;
    use gaozhi_core::report::numbers;
    use gaozhi_core::template::parse;
    use std::collections::BTreeMap;

    /// The words of the form, tags left out, a control as its mark in 〈〉.
    fn words(text: &str) -> String {
        let draft = Draft::new(parse(text).0, BTreeMap::new());
        let (map, numbers) = (Map::of(&draft), numbers(&draft));
        let mut out = Markup::new();
        let entries = draft.entries().iter().zip(&numbers).zip(shown(draft.entries()));
        for ((entry, number), _) in entries.filter(|(_, shown)| *shown) {
            block(&mut out, &draft, &map, entry, number);
        }
        let html = out.into_string();
        let mut words = String::new();
        for piece in html.split('<').skip(1) {
            let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
            if tag.starts_with("input") || tag.starts_with("textarea") {
                let literal = tag.split("placeholder=\"").nth(1).and_then(|rest| rest.split('"').next());
                words.push_str(&format!("〈{}〉", literal.unwrap_or_default()));
            }
            words.push_str(text.trim());
        }
        words
    }

    #[test]
    fn the_sentence_stays_whole_around_its_blanks() {
        let text = "[字段]\na | 名称 | 甲 | 占位 X\nb | 整数 | 乙 | 占位 XX\n[正文]\n## 创建。 | 建“{a}”，“{a}”、{b}。";
        assert_eq!(words(text), "（一）创建。建“〈X〉”，“X”、〈XX〉。");
        assert_eq!(words("[正文]\n“{甲}{乙}”"), "“〈XX〉〈XX〉”");
        assert_eq!(words("[正文]\n”，“"), "”，“");
        assert_eq!(words("[正文]\n{甲}“{乙}"), "〈XX〉“〈XX〉");
    }

    #[test]
    fn what_is_left_out_is_one_line_with_a_way_back() {
        let text = "[正文]\n@略去 # 甲{a}\n## 子\n@可略 @可增 ## 丑";
        assert_eq!(words(text), "甲XX恢复");
        assert_eq!(words("[正文]\n@可略 @可增 ## 丑"), "（一）丑没有这项再加一项");
    }

    #[test]
    fn groups_hold_every_paragraph_once() {
        let body: String = (0..200).map(|n| format!("## 第{n}。 | 填{{f{n}}}和{{g{n}}}。\n")).collect();
        let draft = Draft::new(parse(&format!("[正文]\n{body}")).0, BTreeMap::new());
        let groups = groups(draft.entries(), &Map::of(&draft));
        assert_eq!(groups.iter().cloned().flatten().collect::<Vec<_>>(), (0..200).collect::<Vec<_>>());
        assert!(groups.iter().all(|group| group.len() <= 12), "{groups:?}");
    }
}
