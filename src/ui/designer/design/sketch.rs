//! The pane with the paragraphs: each is one click, or Enter, from its words and tools; words that
//! are selected become a blank; a blank that is clicked shows what can be set of it.

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use gaozhi_core::draft::{BlockId, Edit, Touched, Wording, outline, shape};
use gaozhi_core::export::Markup;
use gaozhi_core::field::FieldId;
use gaozhi_core::guide::Spot;
use gaozhi_core::report::numbers;
use gaozhi_core::template::{Block, Span};
use leptos::ev;
use leptos::prelude::*;

use super::super::super::fill::Desk;
use super::super::super::live;
use super::super::said;
use super::markup::{self, GROUP, LEAD, TEXT, block_id};
use super::{card, guess, selection, tools};
use crate::browser::dom::{self, Control, Node};

const SKETCH: &str = "sketch";

/// A blank whose properties are shown.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Chosen {
    pub(super) field: FieldId,
    pub(super) spot: Spot,
}

/// What the listeners of the pane share.
pub(super) struct Sketch {
    pub(super) desk: Desk,
    root: Node,
    /// What each group was painted with.
    painted: RefCell<Vec<Markup>>,
    composing: Cell<bool>,
    /// What leaves the page while it is painted loses the focus; nobody left it.
    painting: Cell<bool>,
    /// The paragraph whose words are being changed.
    opened: RefCell<Option<(BlockId, Wording)>>,
    pub(super) chosen: RefCell<Option<Chosen>>,
    pub(super) card: RefCell<Markup>,
}

/// The pane, once it stands in the page.
pub(super) type Handle = StoredValue<Option<Rc<Sketch>>, LocalStorage>;

#[component]
pub(crate) fn SketchPane() -> impl IntoView {
    let desk = Desk::get();
    let sketch: Handle = StoredValue::new_local(None);
    live::follow(move || {
        let Some(root) = dom::by_id(SKETCH) else { return };
        let this = Rc::new(Sketch {
            desk,
            root,
            painted: RefCell::default(),
            composing: Cell::new(false),
            painting: Cell::new(false),
            opened: RefCell::default(),
            chosen: RefCell::default(),
            card: RefCell::default(),
        });
        this.paint();
        this.paint_card();
        let watcher = Rc::clone(&this);
        desk.session.watch(move |touched| watcher.follow(touched));
        sketch.set_value(Some(this));
    });
    let hear = |kind: &'static str, act: fn(&Sketch, &ev::Event)| listen(sketch, SKETCH, kind, act);
    hear("input", Sketch::typed);
    hear("compositionstart", |sketch, _| sketch.composing.set(true));
    hear("compositionend", |sketch, event| {
        sketch.composing.set(false);
        sketch.typed(event);
    });
    hear("focusout", |sketch, event| {
        // Safari may forget the end of a composition.
        sketch.composing.set(false);
        sketch.typed(event);
    });
    hear("change", Sketch::kind_chosen);
    hear("keydown", |sketch, event| {
        if let Some(event) = dom::key(event) {
            sketch.key(event);
        }
    });
    hear("pointerdown", |_, event| {
        // What is selected stays selected.
        if dom::closest(event, "[data-tool]").is_some() {
            event.prevent_default();
        }
    });
    hear("click", Sketch::clicked);
    card::follow(sketch);
    let mut out = Markup::new();
    out.raw("<section class=\"sketch-pane\"").attr("aria-label", said().sketch);
    out.raw("><div class=\"sketch-roll\" data-pane=\"\"><div class=\"sketch\"").attr("id", SKETCH);
    out.raw("></div></div>").append(&card::place()).raw("</section>");
    live::part(out)
}

/// Calls `act` for the events of that kind in the element of that id.
pub(super) fn listen(sketch: Handle, id: &'static str, kind: &'static str, act: fn(&Sketch, &ev::Event)) {
    live::listen(id, kind, move |event| {
        if let Some(sketch) = sketch.try_get_value().flatten() {
            act(&sketch, event);
        }
    });
}

impl Sketch {
    /// Paints what changed since it was painted last.
    pub(super) fn paint(&self) {
        let focus = dom::focused().map(|element| (element.id(), Control::focused().and_then(|c| c.caret())));
        let markups: Vec<Markup> = self.desk.session.with(|draft, _| {
            let mut opened = self.opened.borrow_mut();
            let open =
                opened.take().and_then(|(id, _)| Some((id, Wording::of(draft, &draft.entry(id)?.block))));
            let chosen = self.chosen.borrow();
            let chosen = chosen.as_ref().map(|chosen| &chosen.field);
            let numbers = numbers(draft);
            let all: Vec<_> = draft.entries().iter().zip(&numbers).collect();
            let group = |group: &[(&gaozhi_core::draft::Entry, &String)]| {
                let mut out = Markup::new();
                for (entry, number) in group {
                    let wording = open.as_ref().filter(|(id, _)| *id == entry.id).map(|(_, wording)| wording);
                    markup::block(&mut out, draft, entry, number, wording, chosen);
                }
                out
            };
            let markups = all.chunks(GROUP).map(group).collect();
            *opened = open;
            markups
        });
        self.painting.set(true);
        let mut painted = self.painted.borrow_mut();
        let elements = dom::all(&self.root, ":scope > .sketch-group");
        for element in elements.iter().skip(markups.len()) {
            element.remove();
        }
        painted.resize(markups.len(), Markup::new());
        for (at, markup) in markups.into_iter().enumerate() {
            if painted[at] != markup
                && let Some(element) =
                    elements.get(at).cloned().or_else(|| dom::append(&self.root, "div", "sketch-group"))
            {
                dom::fill(&element, &markup);
                painted[at] = markup;
            }
        }
        drop(painted);
        self.painting.set(false);
        if let Some((id, caret)) = focus.filter(|(id, _)| !id.is_empty())
            && dom::focused().is_none_or(|element| element.id() != id)
            && let Some(element) = dom::by_id(&id)
        {
            dom::focus(&element);
            if let (Some(control), Some(caret)) = (Control::by_id(&id), caret) {
                control.set_caret(caret);
            }
        }
    }

    /// The words in the boxes differ from what was painted last.
    fn forget(&self, block: BlockId) {
        let at = self.desk.session.with(|draft, _| draft.index_of(block)).map(|at| at / GROUP);
        if let Some(painted) = at.and_then(|at| self.painted.borrow_mut().get_mut(at).map(std::mem::take)) {
            drop(painted);
        }
    }

    fn follow(&self, touched: &Touched) {
        let opened = self.opened.borrow().as_ref().map(|(id, _)| *id);
        if let Some(id) = opened.filter(|id| !touched.outline && touched.blocks == [*id]) {
            self.forget(id);
            let Some((block, wording)) = self.block(id) else { return };
            for (id, spans) in [(LEAD, &block.lead), (TEXT, &block.text)] {
                if let Some(control) = Control::by_id(id) {
                    let text = wording.text(spans);
                    control.set_value(&text);
                    control.fit(&text);
                }
            }
        } else if touched.outline || !touched.blocks.is_empty() {
            self.paint();
            self.paint_card();
        }
    }

    /// The open paragraph and how its blanks are written.
    fn block(&self, id: BlockId) -> Option<(Block, Wording)> {
        let opened = self.opened.borrow();
        let (_, wording) = opened.as_ref().filter(|(open, _)| *open == id)?;
        let block = self.desk.session.with(|draft, _| Some(draft.entry(id)?.block.clone()))?;
        Some((block, wording.clone()))
    }

    /// Opens a paragraph for its words and tools.
    pub(super) fn open(&self, id: BlockId) {
        let block = self.desk.session.with(|draft, _| Some(draft.entry(id)?.block.clone()));
        let Some(block) = block else { return };
        *self.opened.borrow_mut() = Some((id, Wording::default()));
        self.paint();
        let first = if block.lead.is_empty() && !block.text.is_empty() { TEXT } else { LEAD };
        if let Some(control) = Control::by_id(first).or_else(|| Control::by_id(TEXT)) {
            control.focus();
            control.set_caret(u32::MAX);
        }
    }

    /// Puts words and tools away.
    pub(super) fn close(&self) {
        let opened = self.opened.borrow_mut().take();
        self.desk.session.seal();
        self.paint();
        if let Some(element) = opened.and_then(|(id, _)| dom::by_id(&block_id(id))) {
            dom::focus(&element);
        }
    }

    fn typed(&self, event: &ev::Event) {
        let Some(control) = Control::target(event).filter(|control| control.data("data-words").is_some())
        else {
            return;
        };
        if self.painting.get() {
            return;
        }
        control.fit(&control.value());
        let Some(id) = self.opened.borrow().as_ref().map(|(id, _)| *id).filter(|_| !self.composing.get())
        else {
            return;
        };
        let Some((block, wording)) = self.block(id) else { return };
        let read = |id| Control::by_id(id).map(|control| control.value()).unwrap_or_default();
        let (lead, text) = (wording.spans(&read(LEAD)), wording.spans(&read(TEXT)));
        if (&lead, &text) != (&block.lead, &block.text) {
            self.forget(id);
            self.desk.session.edit(Edit::Rewrite { block: id, to: Block { lead, text, ..block } });
        }
    }

    fn kind_chosen(&self, event: &ev::Event) {
        let Some(control) = Control::target(event).filter(|c| c.element().id() == tools::KIND) else {
            return;
        };
        let session = self.desk.session;
        if let (Some(kind), Some(block)) = (tools::kind_of(&control.value()), block_of(event))
            && let Some(edit) = session.with(|draft, _| shape::set_kind(draft, block, kind))
        {
            session.seal();
            session.edit(edit);
        }
    }

    fn clicked(&self, event: &ev::Event) {
        let Some(block) = block_of(event) else { return };
        if let Some(tool) = dom::closest_data(event, "data-tool") {
            return self.use_tool(&tool, block);
        }
        if let Some(field) = dom::closest_data(event, "data-blank") {
            let place = dom::closest_data(event, "data-at").and_then(|place| spot(block, &place));
            return self.choose(place.map(|spot| Chosen { field: FieldId::new(&field), spot }));
        }
        let is_open = self.opened.borrow().as_ref().is_some_and(|(open, _)| *open == block);
        if is_open {
            return self.choose_at_caret(event, block);
        }
        // A click that ends a selection leaves it.
        if dom::selected().is_none() {
            self.open(block);
        }
    }

    /// Shows the properties of the blank in whose mark the caret was put.
    fn choose_at_caret(&self, event: &ev::Event, id: BlockId) {
        let Some(control) = Control::target(event) else { return };
        let in_lead = control.element().id() == LEAD;
        let (Some(caret), Some((block, wording))) = (control.caret(), self.block(id)) else { return };
        let spans = if in_lead { &block.lead } else { &block.text };
        if let Some(span) = selection::blank_at(&wording, spans, caret as usize)
            && let Some(Span::Blank(field)) = spans.get(span)
        {
            self.choose(Some(Chosen { field: field.clone(), spot: Spot { block: id, in_lead, span } }));
        }
    }

    /// Shows the properties of a blank.
    pub(super) fn choose(&self, chosen: Option<Chosen>) {
        if *self.chosen.borrow() != chosen {
            *self.chosen.borrow_mut() = chosen;
            self.paint();
            self.paint_card();
        }
    }

    fn key(&self, event: &ev::KeyboardEvent) {
        if event.is_composing() || event.key_code() == 229 {
            return;
        }
        let Some(block) = block_of(event.as_ref()) else { return };
        let in_words = Control::target(event.as_ref()).is_some_and(|c| c.data("data-words").is_some());
        let on_block = dom::target(event.as_ref()).is_some_and(|element| element.id() == block_id(block));
        let command = event.ctrl_key() || event.meta_key();
        match event.key().as_str() {
            "Enter" if event.alt_key() => self.make_blank(),
            "Enter" if in_words && command => self.close(),
            "Escape" => self.close(),
            "Enter" | "F2" if on_block => self.open(block),
            "ArrowUp" if event.alt_key() => self.change(block, outline::move_up),
            "ArrowDown" if event.alt_key() => self.change(block, outline::move_down),
            "ArrowUp" if on_block => self.step(block, false),
            "ArrowDown" if on_block => self.step(block, true),
            _ => return,
        }
        event.prevent_default();
    }

    /// Brings the focus to the paragraph before or after.
    fn step(&self, block: BlockId, forward: bool) {
        let next = self.desk.session.with(|draft, _| {
            let at = draft.index_of(block)?;
            let to = if forward { at + 1 } else { at.checked_sub(1)? };
            Some(draft.entries().get(to)?.id)
        });
        if let Some(element) = next.and_then(|id| dom::by_id(&block_id(id))) {
            dom::focus(&element);
            dom::reveal(&element);
        }
    }

    /// Makes what is selected a blank, and brings the person to its name.
    pub(super) fn make_blank(&self) {
        let session = self.desk.session;
        let made = self.selection().and_then(|(block, in_lead, span, range)| {
            let edit = session.with(|draft, _| {
                let words = &draft.entry(block)?.block;
                let spans = if in_lead { &words.lead } else { &words.text };
                let Some(Span::Text(text)) = spans.get(span) else { return None };
                let part = |from, count| text.chars().skip(from).take(count).collect::<String>();
                let field =
                    guess::field(&part(0, range.start), &part(range.start, range.len()), &part(range.end, 4));
                shape::make_blank(draft, block, in_lead, span, range.clone(), field)
            })?;
            let span = if range.start == 0 { span } else { span + 1 };
            Some((edit, Spot { block, in_lead, span }))
        });
        let Some((edit, spot)) = made else { return self.desk.notices.info(said().select_words) };
        session.seal();
        session.edit(edit);
        let field = session.with(|draft, _| {
            let words = &draft.entry(spot.block)?.block;
            let spans = if spot.in_lead { &words.lead } else { &words.text };
            match spans.get(spot.span)? {
                Span::Blank(id) => Some(id.clone()),
                Span::Text(_) => None,
            }
        });
        self.choose(field.map(|field| Chosen { field, spot }));
        card::go_to_name();
    }

    /// The words that are selected: which half and span of which paragraph, which characters of it.
    fn selection(&self) -> Option<(BlockId, bool, usize, Range<usize>)> {
        let open = self.opened.borrow().as_ref().map(|(id, _)| *id);
        for (id, in_lead) in [(TEXT, false), (LEAD, true)] {
            let range = Control::by_id(id).and_then(|control| control.selection());
            if let (Some(open), Some(range)) = (open, range) {
                let (block, wording) = self.block(open)?;
                let spans = if in_lead { &block.lead } else { &block.text };
                let (span, range) = selection::stretch(&wording, spans, range)?;
                return Some((open, in_lead, span, range));
            }
        }
        let (element, range) = dom::selected()?;
        let block = element.closest("[data-block]").ok()??.get_attribute("data-block")?.parse().ok()?;
        let spot = spot(BlockId(block), &element.get_attribute("data-at")?)?;
        let range = selection::chars(&element.text_content()?, range)?;
        Some((spot.block, spot.in_lead, spot.span, range))
    }
}

/// The place that an element says it shows.
fn spot(block: BlockId, place: &str) -> Option<Spot> {
    let (half, span) = place.split_at_checked(1)?;
    Some(Spot { block, in_lead: half == "l", span: span.parse().ok()? })
}

/// The paragraph that an event happened in.
fn block_of(event: &ev::Event) -> Option<BlockId> {
    dom::closest_data(event, "data-block")?.parse().ok().map(BlockId)
}
