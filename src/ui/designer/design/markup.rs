//! The paragraphs to be shaped, as markup. Pure: a draft goes in, markup comes out.

use gaozhi_core::draft::{BlockId, Draft, Entry, Wording};
use gaozhi_core::export::{Markup, class};
use gaozhi_core::field::FieldId;
use gaozhi_core::template::{Block, BlockKind, Span};

use super::super::super::words;
use super::super::said;
use super::tools;

/// The ids of the two boxes for words.
pub(super) const LEAD: &str = "sketch-lead";
pub(super) const TEXT: &str = "sketch-text";

/// Paragraphs in a group that is painted, and laid out, as one.
pub(super) const GROUP: usize = 10;

/// The id of a paragraph.
pub(super) fn block_id(block: BlockId) -> String {
    format!("s{}", block.0)
}

/// One paragraph; with `open`, as boxes for its words.
pub(super) fn block(
    out: &mut Markup,
    draft: &Draft,
    entry: &Entry,
    number: &str,
    open: Option<&Wording>,
    chosen: Option<&FieldId>,
) {
    let Block { kind, lead, text, marks } = &entry.block;
    out.raw("<div class=\"sketch-block ").raw(class(*kind)).raw("\" tabindex=\"0\"");
    out.attr("id", &block_id(entry.id)).attr("data-block", &entry.id.0.to_string());
    if open.is_some() {
        out.raw(" data-open");
    }
    if marks.omitted {
        out.raw(" data-omitted");
    }
    out.raw("><p>");
    if !number.is_empty() {
        out.raw("<b class=\"number\">").text(number).raw("</b>");
    }
    if let Some(wording) = open {
        out.raw("</p>");
        boxes(out, wording, &entry.block);
        tools::markup(out, &entry.block);
        out.raw("</div>");
        return;
    }
    if !lead.is_empty() {
        out.raw("<span class=\"lead\">");
        spans(out, draft, "l", lead, chosen);
        out.raw("</span>");
    }
    spans(out, draft, "t", text, chosen);
    if entry.block.spans().next().is_none() {
        out.raw("<span class=\"hollow\">").text(words().empty_paragraph).raw("</span>");
    }
    for (is_set, tool) in [(marks.optional, "optional"), (marks.repeats, "repeats")] {
        if is_set {
            out.raw("<em class=\"mark\">").text((said().tool)(tool)).raw("</em>");
        }
    }
    out.raw("</p></div>");
}

fn spans(out: &mut Markup, draft: &Draft, half: &'static str, spans: &[Span], chosen: Option<&FieldId>) {
    for (at, span) in spans.iter().enumerate() {
        let place = format!("{half}{at}");
        match span {
            Span::Text(text) => out.raw("<span").attr("data-at", &place).raw(">").text(text).raw("</span>"),
            Span::Blank(id) => {
                out.raw("<button type=\"button\" class=\"blank\"").attr("data-at", &place);
                out.attr("data-blank", id.as_str());
                if chosen == Some(id) {
                    out.raw(" aria-pressed=\"true\"");
                }
                out.raw(">").text(draft.field(id).map_or(id.as_str(), |field| &field.label)).raw("</button>")
            }
        };
    }
}

fn boxes(out: &mut Markup, wording: &Wording, block: &Block) {
    out.raw("<div class=\"editor\">");
    if matches!(block.kind, BlockKind::Item(_)) {
        area(out, LEAD, words().rewrite_lead, &wording.text(&block.lead));
    }
    area(out, TEXT, words().rewrite_text, &wording.text(&block.text));
    out.raw("</div>");
}

fn area(out: &mut Markup, id: &'static str, label: &str, value: &str) {
    out.raw("<label><span>").text(label).raw("</span><span class=\"fit\"").attr("data-v", value);
    out.raw("><textarea rows=\"1\" cols=\"1\" data-words").attr("id", id).raw(">\n").text(value);
    out.raw("</textarea></span></label>");
}
