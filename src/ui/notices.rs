//! Messages to the person, in a polite live region. What went well goes away by itself; what went
//! wrong stays until it is put away.

use std::sync::Arc;

use gaozhi_core::export::Markup;
use leptos::ev;
use leptos::prelude::*;

use super::{live, words};
use crate::browser::storage::StorageError;
use crate::browser::{clock, dom};

/// How grave a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    Info,
    Error,
}

impl Level {
    fn id(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Error => "error",
        }
    }
}

/// What a button does.
type Act = Arc<dyn Fn() + Send + Sync>;

/// A button: its name for other programs, what it says, what it does.
type Action = (&'static str, &'static str, Act);

#[derive(Clone)]
struct Notice {
    id: u32,
    level: Level,
    text: String,
    actions: Vec<Action>,
    /// For a question, the id of the element that has the focus again when it is answered.
    asked_at: Option<String>,
}

#[derive(Default)]
struct Board {
    list: Vec<Notice>,
    next: u32,
}

/// The messages on the screen.
#[derive(Clone, Copy)]
pub(crate) struct Notices {
    board: RwSignal<Board>,
    /// The id of the element that they stand in.
    root: &'static str,
}

/// How long good news stays.
const STAY: u64 = 6000;

impl Notices {
    /// None yet; they will stand in the element of the id `root`.
    pub(crate) fn new(root: &'static str) -> Self {
        Self { board: RwSignal::default(), root }
    }

    /// Those of the app.
    pub(crate) fn get() -> Self {
        use_context().expect("the app provides them")
    }

    /// Tells something that went well.
    pub(crate) fn info(self, text: impl Into<String>) {
        let id = self.push(Level::Info, text.into(), Vec::new(), None);
        clock::after(STAY, move || self.remove(id));
    }

    /// Tells something that went wrong, and what to do.
    pub(crate) fn error(self, text: impl Into<String>) {
        self.push(Level::Error, text.into(), Vec::new(), None);
    }

    /// Tells that something could not be stored, and what to do.
    pub(crate) fn unstored(self, error: StorageError) {
        self.error(match error {
            StorageError::Full => words().storage_full,
            StorageError::Denied => words().storage_denied,
        });
    }

    /// Tells something with a button.
    pub(crate) fn offer(
        self,
        level: Level,
        text: impl Into<String>,
        label: &'static str,
        act: impl Fn() + Send + Sync + 'static,
    ) {
        let id = self.push(level, text.into(), vec![("act", label, Arc::new(act))], None);
        if level == Level::Info {
            clock::after(2 * STAY, move || self.remove(id));
        }
    }

    /// Asks something. It stays until one of the choices is taken or it is put away, which does
    /// nothing; the first choice takes the focus.
    pub(crate) fn ask(self, text: String, choices: Vec<Action>) {
        let here = dom::focused().map(|element| element.id()).unwrap_or_default();
        self.push(Level::Info, text, choices, Some(here));
    }

    fn push(self, level: Level, text: String, actions: Vec<Action>, asked_at: Option<String>) -> u32 {
        let mut id = 0;
        self.board.update(|board| {
            id = board.next;
            board.next = id.wrapping_add(1);
            // Good news is overtaken by what comes next; bad news and offers stay.
            let stays = |notice: &Notice| notice.level == Level::Error || !notice.actions.is_empty();
            board.list.retain(|notice| notice.text != text && stays(notice));
            board.list.push(Notice { id, level, text, actions, asked_at });
        });
        id
    }

    /// Takes away what was no bad news: the person goes somewhere else.
    pub(crate) fn forget_news(self) {
        self.board.update(|board| board.list.retain(|notice| notice.level == Level::Error));
    }

    fn remove(self, id: u32) {
        self.board.update(|board| board.list.retain(|notice| notice.id != id));
    }

    /// Brings the messages in the page up to date. Those that stay are not touched: a screen
    /// reader would read them out again.
    fn paint(self) {
        let Some(root) = dom::by_id(self.root) else { return };
        self.board.with(|board| {
            for element in dom::all(&root, ":scope > *") {
                if !board.list.iter().any(|notice| self.element_id(notice.id) == element.id()) {
                    element.remove();
                }
            }
            for notice in &board.list {
                let id = self.element_id(notice.id);
                if dom::by_id(&id).is_none()
                    && let Some(element) = dom::append(&root, "div", "notice")
                {
                    dom::set_attr(&element, "id", Some(&id));
                    dom::set_attr(&element, "data-testid", Some("notice"));
                    dom::set_attr(&element, "data-level", Some(notice.level.id()));
                    dom::fill(&element, &markup(notice));
                    if notice.asked_at.is_some() {
                        dom::set_attr(&element, "role", Some("alertdialog"));
                        dom::set_attr(&element, "aria-label", Some(&notice.text));
                        if let Some(first) = dom::all(&element, "button").first() {
                            dom::focus(first);
                        }
                    }
                }
            }
        });
    }

    fn element_id(self, id: u32) -> String {
        format!("{}-{id}", self.root)
    }

    fn clicked(self, event: &ev::Event) {
        let Some(choice) = dom::closest_data(event, "data-choice") else { return };
        let Some(element) = dom::closest(event, ".notice") else { return };
        let notice = self.board.with_untracked(|board| {
            board.list.iter().find(|notice| self.element_id(notice.id) == element.id()).cloned()
        });
        let Some(notice) = notice else { return };
        self.remove(notice.id);
        if let Some(element) = notice.asked_at.and_then(|id| dom::by_id(&id)) {
            dom::focus(&element);
        }
        if let Some((_, _, act)) = notice.actions.iter().find(|(name, _, _)| *name == choice) {
            act();
        }
    }
}

fn markup(notice: &Notice) -> Markup {
    let mut out = Markup::new();
    out.raw("<p>").text(&notice.text).raw("</p>");
    for (at, (name, label, _)) in notice.actions.iter().enumerate() {
        button(&mut out, if at == 0 { "primary" } else { "" }, name, label);
    }
    let close = if notice.asked_at.is_some() { words().cancel } else { words().dismiss };
    button(&mut out, "plain", "dismiss", close);
    out
}

fn button(out: &mut Markup, class: &str, name: &str, label: &str) {
    out.raw("<button type=\"button\"").attr("class", class).attr("data-choice", name).raw(">");
    out.text(label).raw("</button>");
}

/// The messages, at the foot of the screen.
#[component]
pub(crate) fn NoticeList(notices: Notices) -> impl IntoView {
    live::follow(move || notices.paint());
    live::listen(notices.root, "click", move |event| notices.clicked(event));
    let mut out = Markup::new();
    out.raw("<div class=\"notices\" role=\"status\" aria-live=\"polite\"")
        .attr("id", notices.root)
        .raw("></div>");
    live::part(out)
}
