//! Rewriting a paragraph where it stands: its words as text, its blanks as 〔label〕. What is typed
//! is in the draft at once; leaving ends it.

use gaozhi_core::draft::{BlockId, Edit, Touched, Wording};
use gaozhi_core::export::Markup;
use gaozhi_core::template::{Block, BlockKind, Marks};
use leptos::ev;

use super::super::words;
use super::Form;
use super::markup::block_id;
use super::tools;
use crate::browser::dom::{self, Control};

const LEAD: &str = "edit-lead";
const TEXT: &str = "edit-text";

/// A paragraph being rewritten.
pub(super) struct Editor {
    block: BlockId,
    kind: BlockKind,
    marks: Marks,
    wording: Wording,
    blanks: usize,
}

impl Form {
    /// Opens a paragraph for rewriting.
    pub(super) fn open_editor(&self, id: BlockId) {
        if !self.desk.leads {
            return;
        }
        self.close_editor();
        let session = self.desk.session;
        let found = session.with(|draft, _| {
            let block = draft.entries().get(draft.index_of(id)?)?.block.clone();
            Some((Wording::of(draft, &block), block))
        });
        let Some((wording, block)) = found else { return };
        let Some(element) = dom::by_id(&block_id(id)) else { return };
        tools::park();
        session.seal();
        dom::fill(&element, &markup(&wording, &block));
        let blanks = block.blanks().count();
        *self.editor.borrow_mut() =
            Some(Editor { block: id, kind: block.kind, marks: block.marks, wording, blanks });
        let first = if block.lead.is_empty() && !block.text.is_empty() { TEXT } else { LEAD };
        if let Some(control) = Control::by_id(first).or_else(|| Control::by_id(TEXT)) {
            control.focus();
            control.set_caret(u32::MAX);
        }
    }

    /// Ends rewriting; the paragraph is a sentence with controls again.
    pub(super) fn close_editor(&self) {
        let Some(editor) = self.editor.borrow_mut().take() else { return };
        let session = self.desk.session;
        session.seal();
        let left = session.with(|draft, _| {
            let entry = draft.entries().get(draft.index_of(editor.block)?)?;
            Some(entry.block.blanks().count())
        });
        if left.is_some_and(|left| left < editor.blanks) {
            self.desk.notices.info(words().blank_gone);
        }
        self.repaint();
    }

    pub(super) fn typed_in_editor(&self) {
        let edit = self.editor.borrow().as_ref().map(|editor| {
            let read = |id| Control::by_id(id).map(|control| control.value()).unwrap_or_default();
            let (lead, text) = (editor.wording.spans(&read(LEAD)), editor.wording.spans(&read(TEXT)));
            let to = Block { marks: editor.marks, ..Block::with_lead(editor.kind, lead, text) };
            Edit::Rewrite { block: editor.block, to }
        });
        if let Some(edit) = edit {
            self.desk.session.edit(edit);
        }
    }

    /// Follows a change while a paragraph is being rewritten: of that paragraph, only what is not
    /// there already (undo). Says whether the change is dealt with.
    pub(super) fn follow_in_editor(&self, touched: &Touched) -> bool {
        let editor = self.editor.borrow();
        let Some(editor) = editor.as_ref() else { return false };
        if touched.blocks != [editor.block] {
            return false;
        }
        let texts = self.desk.session.with(|draft, _| {
            let block = &draft.entries().get(draft.index_of(editor.block)?)?.block;
            Some([(LEAD, editor.wording.text(&block.lead)), (TEXT, editor.wording.text(&block.text))])
        });
        for (id, text) in texts.into_iter().flatten() {
            if let Some(control) = Control::by_id(id) {
                control.set_value(&text);
                control.fit(&text);
            }
        }
        true
    }

    pub(super) fn left_editor(&self, event: &ev::Event) {
        let block = self.editor.borrow().as_ref().map(|editor| editor.block);
        let Some(element) = block.and_then(|block| dom::by_id(&block_id(block))) else { return };
        self.typed_in_editor();
        if !dom::stays_inside(event, &element) {
            self.close_editor();
        }
    }

    pub(super) fn key_in_editor(&self, event: &ev::KeyboardEvent) {
        let ends = match event.key().as_str() {
            "Escape" => true,
            "Enter" => event.ctrl_key() || event.meta_key(),
            _ => false,
        };
        if ends {
            event.prevent_default();
            self.close_editor();
        }
    }
}

fn markup(wording: &Wording, block: &Block) -> Markup {
    let mut out = Markup::new();
    out.raw("<div class=\"editor\">");
    if matches!(block.kind, BlockKind::Item(_)) {
        area(&mut out, LEAD, words().rewrite_lead, &wording.text(&block.lead));
    }
    area(&mut out, TEXT, words().rewrite_text, &wording.text(&block.text));
    out.raw("<div class=\"editor-foot\"><span>");
    if block.blanks().next().is_some() {
        out.text(words().rewrite_hint);
    }
    out.raw("</span><button type=\"button\" class=\"editor-done\">")
        .text(words().rewrite_done)
        .raw("</button></div></div>");
    out
}

fn area(out: &mut Markup, id: &'static str, label: &str, value: &str) {
    out.raw("<label><span>").text(label).raw("</span><span class=\"fit\"").attr("data-v", value);
    out.raw("><textarea rows=\"1\" cols=\"1\" data-edit")
        .attr("id", id)
        .raw(">\n")
        .text(value)
        .raw("</textarea></span></label>");
}
