//! The tools of a paragraph: one small bar that moves to the paragraph in use.

use gaozhi_core::draft::outline;
use gaozhi_core::draft::{BlockId, Draft, Edit};
use gaozhi_core::export::Markup;
use leptos::ev;

use super::super::notices::Level;
use super::super::words;
use super::markup::block_id;
use super::{Form, Handle, listen};
use crate::browser::dom;

const BAR: &str = "tools";
const PARK: &str = "tools-park";

/// What can be done with a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tool {
    Rewrite,
    Add,
    Up,
    Down,
    Remove,
}

const TOOLS: [(Tool, &str); 5] = [
    (Tool::Rewrite, "rewrite"),
    (Tool::Add, "add"),
    (Tool::Up, "up"),
    (Tool::Down, "down"),
    (Tool::Remove, "remove"),
];

/// The bar. Out of the way of the Tab key: F2 and Alt with the arrows do the same.
pub(super) fn markup() -> Markup {
    let mut out = Markup::new();
    out.raw("<div hidden").attr("id", PARK).raw("><div class=\"tools\" role=\"toolbar\"").attr("id", BAR);
    out.attr("aria-label", words().tools).raw(">");
    for (tool, id) in TOOLS {
        let label = match tool {
            Tool::Rewrite => words().rewrite,
            Tool::Add => words().add_after,
            Tool::Up => words().move_up,
            Tool::Down => words().move_down,
            Tool::Remove => words().remove,
        };
        out.raw("<button type=\"button\" tabindex=\"-1\"").attr("data-tool", id);
        out.attr("data-testid", &format!("block-{id}")).attr("title", label).attr("aria-label", label);
        out.raw("><svg aria-hidden=\"true\"><use").attr("href", &format!("#i-{id}"));
        out.raw("></use></svg></button>");
    }
    out.raw("</div></div>");
    out
}

/// Keeps the bar alive.
pub(super) fn follow(form: Handle) {
    // The caret stays where it is.
    listen(form, BAR, "pointerdown", |_, event| event.prevent_default());
    listen(form, BAR, "click", |form, event| {
        event.stop_propagation();
        let asked = dom::closest_data(event, "data-tool");
        let tool = TOOLS.iter().find(|(_, id)| asked.as_deref() == Some(id));
        if let (Some((tool, _)), Some(block)) = (tool, block_of(event)) {
            form.use_tool(*tool, block);
        }
    });
}

/// The paragraph that an event happened in.
pub(super) fn block_of(event: &ev::Event) -> Option<BlockId> {
    dom::closest_data(event, "data-block")?.parse().ok().map(BlockId)
}

/// Brings the bar to a paragraph.
pub(super) fn show_at(block: BlockId) {
    if let (Some(bar), Some(element)) = (dom::by_id(BAR), dom::by_id(&block_id(block))) {
        dom::move_into(&element, &bar);
    }
}

/// Brings the bar out of the form, before that is painted.
pub(super) fn park() {
    if let (Some(bar), Some(park)) = (dom::by_id(BAR), dom::by_id(PARK)) {
        dom::move_into(&park, &bar);
    }
}

impl Form {
    pub(super) fn use_tool(&self, tool: Tool, block: BlockId) {
        if !self.desk.leads {
            return;
        }
        self.close_editor();
        match tool {
            Tool::Rewrite => self.open_editor(block),
            Tool::Up => self.shift(block, outline::move_up),
            Tool::Down => self.shift(block, outline::move_down),
            Tool::Add => {
                let session = self.desk.session;
                if let Some((edit, id)) = session.with(|draft, _| outline::add_after(draft, block)) {
                    session.edit(edit);
                    self.open_editor(id);
                }
            }
            Tool::Remove => {
                let session = self.desk.session;
                if let Some(edit) = session.with(|draft, _| outline::remove(draft, block)) {
                    session.edit(edit);
                    self.desk
                        .notices
                        .offer(Level::Info, words().removed, words().undo, move || session.undo());
                }
            }
        }
    }

    pub(super) fn shift(&self, block: BlockId, step: fn(&Draft, BlockId) -> Option<Edit>) {
        if !self.desk.leads {
            return;
        }
        let session = self.desk.session;
        if let Some(edit) = session.with(|draft, _| step(draft, block)) {
            session.edit(edit);
            show_at(block);
            if let Some(element) = dom::by_id(&block_id(block)) {
                dom::reveal(&element);
            }
        }
    }
}
