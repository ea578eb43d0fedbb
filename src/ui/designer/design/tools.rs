//! The tools of an open paragraph.

use gaozhi_core::draft::{BlockId, Draft, Edit, outline, shape};
use gaozhi_core::export::Markup;
use gaozhi_core::template::{Block, BlockKind, Level};

use super::super::super::notices::Level as Grave;
use super::super::super::words;
use super::super::said;
use super::sketch::Sketch;
use crate::browser::dom;

/// The id of the choice of a kind.
pub(super) const KIND: &str = "sketch-kind";

/// The kinds of paragraph, in the order in which they are offered, by their stable names.
const KINDS: [(BlockKind, &str); 14] = [
    (BlockKind::Title, "title"),
    (BlockKind::Byline, "byline"),
    (BlockKind::Salutation, "salutation"),
    (BlockKind::Item(Level::One), "one"),
    (BlockKind::Item(Level::Two), "two"),
    (BlockKind::Item(Level::Three), "three"),
    (BlockKind::Item(Level::Four), "four"),
    (BlockKind::Body, "body"),
    (BlockKind::Closing, "closing"),
    (BlockKind::Attachment, "attachment"),
    (BlockKind::Signature, "signature"),
    (BlockKind::Date, "date"),
    (BlockKind::Remark, "remark"),
    (BlockKind::Annex, "annex"),
];

const TOOLS: [&str; 9] = ["add", "remove", "up", "down", "outdent", "indent", "optional", "repeats", "close"];

/// The row of tools below the words of a paragraph.
pub(super) fn markup(out: &mut Markup, block: &Block) {
    out.raw("<div class=\"sketch-tools\" role=\"toolbar\"").attr("aria-label", words().tools).raw(">");
    out.raw("<label>").text((said().tool)("kind"));
    out.raw("<select data-testid=\"block-kind\"").attr("id", KIND).raw(">");
    for (kind, id) in KINDS {
        out.raw("<option").attr("value", id).raw(if kind == block.kind { " selected>" } else { ">" });
        out.text((said().block_kind)(kind)).raw("</option>");
    }
    out.raw("</select></label>");
    for tool in TOOLS {
        out.raw("<button type=\"button\"").attr("data-tool", tool).attr("id", &["tool-", tool].concat());
        out.attr("data-testid", &["block-", tool].concat());
        let pressed = match tool {
            "optional" => Some(block.marks.optional),
            "repeats" => Some(block.marks.repeats),
            _ => None,
        };
        if let Some(pressed) = pressed {
            out.attr("aria-pressed", if pressed { "true" } else { "false" });
        }
        out.raw(">").text((said().tool)(tool)).raw("</button>");
    }
    out.raw("</div>");
}

/// The kind of that name.
pub(super) fn kind_of(id: &str) -> Option<BlockKind> {
    KINDS.iter().find(|(_, known)| *known == id).map(|(kind, _)| *kind)
}

impl Sketch {
    /// Uses the tool of that name on a paragraph.
    pub(super) fn use_tool(&self, tool: &str, block: BlockId) {
        let session = self.desk.session;
        session.seal();
        match tool {
            "close" => self.close(),
            "add" => {
                if let Some((edit, id)) = session.with(|draft, _| outline::add_after(draft, block)) {
                    session.edit(edit);
                    self.open(id);
                }
            }
            "remove" => {
                self.close();
                self.change(block, outline::remove);
                self.desk.notices.offer(Grave::Info, words().removed, words().undo, move || session.undo());
            }
            "up" => self.change(block, outline::move_up),
            "down" => self.change(block, outline::move_down),
            "outdent" => self.change(block, shape::outdent),
            "indent" => self.change(block, shape::indent),
            "optional" => self.change(block, |draft, block| {
                let mut marks = draft.entry(block)?.block.marks;
                marks.optional = !marks.optional;
                marks.omitted = false;
                shape::mark(draft, block, marks)
            }),
            "repeats" => self.change(block, |draft, block| {
                let mut marks = draft.entry(block)?.block.marks;
                marks.repeats = !marks.repeats;
                shape::mark(draft, block, marks)
            }),
            _ => {}
        }
    }

    /// Changes a paragraph, if it can be changed so, and keeps it in view.
    pub(super) fn change(&self, block: BlockId, make: fn(&Draft, BlockId) -> Option<Edit>) {
        let session = self.desk.session;
        if let Some(edit) = session.with(|draft, _| make(draft, block)) {
            session.edit(edit);
            if let Some(element) = dom::by_id(&super::markup::block_id(block)) {
                dom::reveal(&element);
            }
        }
    }
}
