//! The finished page beside the form. A typed value is shown in the same frame, in its place;
//! lines and pages follow after a pause.

mod layout;

use std::cell::RefCell;
use std::rc::Rc;

use gaozhi_core::draft::{Draft, State, Touched};
use gaozhi_core::export::{
    Marks, Markup, Sheet, fragment, fragment_lines, page_attributes, page_style, value_id,
};
use gaozhi_core::field::FieldId;
use gaozhi_core::guide::Spot;
use gaozhi_core::report::shown as shown_value;
use leptos::prelude::*;

use super::fill::Desk;
use super::{live, words};
use crate::browser::dom::{self, Node};
use crate::debounce::Debounce;
use layout::{Layout, Repaint};

/// Pages in a group that the browser lays out only when it comes near the screen.
const GROUP: usize = 2;
/// Pages from which on that pays.
const LONG: usize = 16;

const PAPER: &str = "paper";
const COUNT: &str = "count";

/// What stands above the text of the first page, if the setup wants it.
pub(super) fn mark(draft: &Draft, state: State) -> &'static str {
    match state {
        _ if !draft.setup().state => "",
        State::Draft => words().state_draft,
        State::Final => words().state_final,
    }
}

struct Sheets {
    desk: Desk,
    root: Node,
    layout: RefCell<Layout>,
    settle: RefCell<Option<Debounce>>,
}

#[component]
pub(crate) fn Paper() -> impl IntoView {
    let desk = Desk::get();
    let sheets: StoredValue<Option<Rc<Sheets>>, LocalStorage> = StoredValue::new_local(None);
    live::follow(move || {
        let Some(root) = dom::by_id(PAPER) else { return };
        let this = Rc::new(Sheets { desk, root, layout: RefCell::default(), settle: RefCell::new(None) });
        let weak = Rc::downgrade(&this);
        *this.settle.borrow_mut() = Some(Debounce::new(200.0, 1000.0, move || {
            if let Some(this) = weak.upgrade() {
                this.settle();
            }
        }));
        this.compose();
        let watcher = Rc::clone(&this);
        desk.session.watch(move |touched| watcher.follow(touched));
        sheets.set_value(Some(this));
    });
    let mut before = None;
    live::follow(move || {
        let here = desk.here.get();
        if let Some(sheets) = sheets.try_get_value().flatten() {
            sheets.point(before.as_ref(), here.as_ref());
        }
        before = here;
    });
    live::listen(PAPER, "click", move |event| {
        if let Some(field) = dom::closest_data(event, "data-for") {
            desk.go(&FieldId::new(&field));
        }
    });
    let mut out = Markup::new();
    out.raw("<section class=\"paper-pane\"").attr("aria-label", words().preview);
    out.raw("><div class=\"paper-roll\" data-pane=\"\"><div class=\"paper report\" data-testid=\"preview\"");
    out.attr("id", PAPER).raw("></div></div><p class=\"count\" data-testid=\"count\"").attr("id", COUNT);
    out.raw("></p></section>");
    live::part(out)
}

impl Sheets {
    fn compose(&self) {
        self.desk.session.with(|draft, _| {
            dom::set_style(&self.root, &page_style(draft.setup()));
            for (name, value) in page_attributes(draft.setup()) {
                dom::set_attr(&self.root, name, value);
            }
            self.layout.borrow_mut().compose(draft);
        });
        self.paint();
    }

    fn settle(&self) {
        self.desk.session.with(|draft, _| self.layout.borrow_mut().settle(draft));
        self.paint();
    }

    fn follow(&self, touched: &Touched) {
        let session = self.desk.session;
        let mut at_once = false;
        for id in &touched.fields {
            let spots = session.with(|_, map| map.spots(id).to_vec());
            let shown = session.field(id, shown_value);
            let Some((text, open)) = shown else { continue };
            for spot in spots {
                let in_place = self.show(spot, &text, open);
                self.layout.borrow_mut().mark(spot.block, in_place);
                at_once |= !in_place;
            }
        }
        for block in &touched.blocks {
            self.layout.borrow_mut().mark(*block, false);
            at_once = true;
        }
        if touched.outline || touched.setup {
            self.compose();
        } else if at_once {
            self.settle();
        } else if let Some(settle) = self.settle.borrow().as_ref() {
            settle.touch();
        }
    }

    /// Shows a value in its place. Not possible where it has no place yet, gives it up, or goes
    /// over the foot of a page. Until the pause the paragraph flows: its lines are broken anew then.
    fn show(&self, spot: Spot, text: &str, open: bool) -> bool {
        let id = value_id(spot.block, spot.part(), spot.span);
        let Some(element) = dom::by_id(&id) else { return false };
        let cut = element.get_attribute("data-cut");
        if text.is_empty() || cut.as_deref() == Some("page") {
            return false;
        }
        let Some(paragraph) = dom::around(&element, "p") else { return false };
        dom::set_class(&paragraph, "loose", true);
        if cut.is_some() {
            for piece in dom::all(&paragraph, &format!("[data-of={id}]")) {
                dom::set_words(&piece, "");
            }
        }
        dom::set_words(&element, text);
        dom::set_class(&element, "open", open);
        true
    }

    fn paint(&self) {
        let mut layout = self.layout.borrow_mut();
        let Repaint { pages, parts, count } = layout.repaint();
        let Layout { paragraphs, lines, grid, .. } = &*layout;
        let sheet = Sheet { paragraphs, lines, grid };
        // A browser leaves what it has not laid out out of the visible text, so a report of usual
        // length is laid out whole.
        dom::set_attr(&self.root, "data-long", (count > LONG).then_some(""));
        for at in pages {
            let mut out = Markup::new();
            for part in &layout.pages[at].fragments {
                fragment(&mut out, &sheet, *part, Marks::Live);
            }
            if let Some(page) = self.page(at) {
                dom::fill(&page, &out);
            }
        }
        for (at, part) in parts {
            let block = paragraphs[part.paragraph].block.0;
            let place = self.page(at).and_then(|page| dom::all(&page, &format!("[data-p='{block}']")).pop());
            let Some(place) = place else { continue };
            let mut out = Markup::new();
            fragment_lines(&mut out, &sheet, part, Marks::Live);
            dom::fill(&place, &out);
            dom::set_class(&place, "loose", false);
        }
        for page in dom::all(&self.root, ".page").iter().skip(count) {
            page.remove();
        }
        for group in dom::all(&self.root, ".pages:empty") {
            group.remove();
        }
        if let Some(count) = dom::by_id(COUNT) {
            dom::set_attr(&count, "data-chars", Some(&layout.chars().to_string()));
            dom::set_words(&count, &(words().chars)(layout.chars()));
        }
        drop(layout);
        if let Some(first) = dom::by_id("page0") {
            let session = self.desk.session;
            let mark =
                session.with(|draft, _| if draft.setup().state { mark(draft, session.state()) } else { "" });
            dom::set_attr(&first, "data-state", (!mark.is_empty()).then_some(mark));
        }
        self.point(None, self.desk.here.get_untracked().as_ref());
    }

    /// The element of a page; made where there is none yet.
    fn page(&self, at: usize) -> Option<Node> {
        let id = format!("page{at}");
        if let Some(page) = dom::by_id(&id) {
            return Some(page);
        }
        let groups = dom::all(&self.root, ":scope > .pages");
        let group = match groups.get(at / GROUP) {
            Some(group) => group.clone(),
            None => dom::append(&self.root, "div", "pages")?,
        };
        let page = dom::append(&group, "section", "page")?;
        dom::set_attr(&page, "id", Some(&id));
        dom::set_attr(&page, "data-testid", Some("page"));
        dom::set_attr(&page, "data-number", Some(&(at + 1).to_string()));
        Some(page)
    }

    /// Marks the place of the field under the caret and brings it into view.
    fn point(&self, before: Option<&FieldId>, here: Option<&FieldId>) {
        let mark = |id: &FieldId, on: bool| {
            self.desk.session.with(|_, map| {
                for (nth, spot) in map.spots(id).iter().enumerate() {
                    if let Some(element) = dom::by_id(&value_id(spot.block, spot.part(), spot.span)) {
                        dom::set_class(&element, "here", on);
                        if on && nth == 0 && before != here && before.is_some() {
                            dom::reveal(&element);
                        }
                    }
                }
            });
        };
        if let Some(id) = before.filter(|id| Some(*id) != here) {
            mark(id, false);
        }
        if let Some(id) = here {
            mark(id, true);
        }
    }
}
