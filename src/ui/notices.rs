//! Messages to the person, in a polite live region. What went well goes away by itself; what went
//! wrong stays until it is put away.

use leptos::prelude::*;

use super::words;
use crate::browser::clock;

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

#[derive(Clone)]
struct Notice {
    id: u32,
    level: Level,
    text: String,
    action: Option<(&'static str, Callback<()>)>,
}

/// The messages on the screen.
#[derive(Clone, Copy)]
pub(crate) struct Notices {
    list: RwSignal<Vec<Notice>>,
    next: StoredValue<u32>,
}

/// How long good news stays.
const STAY: u64 = 6000;

impl Notices {
    pub(crate) fn new() -> Self {
        Self { list: RwSignal::default(), next: StoredValue::new(0) }
    }

    /// Those of the app.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// Tells something that went well.
    pub(crate) fn info(self, text: impl Into<String>) {
        let id = self.push(Level::Info, text.into(), None);
        clock::after(STAY, move || self.remove(id));
    }

    /// Tells something that went wrong, and what to do.
    pub(crate) fn error(self, text: impl Into<String>) {
        self.push(Level::Error, text.into(), None);
    }

    /// Tells something with a button.
    pub(crate) fn offer(
        self,
        level: Level,
        text: impl Into<String>,
        label: &'static str,
        act: impl Fn() + Send + Sync + 'static,
    ) {
        let id = self.push(level, text.into(), Some((label, Callback::new(move |()| act()))));
        if level == Level::Info {
            clock::after(2 * STAY, move || self.remove(id));
        }
    }

    fn push(self, level: Level, text: String, action: Option<(&'static str, Callback<()>)>) -> u32 {
        let id = self.next.get_value();
        self.next.set_value(id.wrapping_add(1));
        self.list.update(|list| {
            list.retain(|notice| notice.text != text);
            list.push(Notice { id, level, text, action });
        });
        id
    }

    fn remove(self, id: u32) {
        if self.list.with_untracked(|list| list.iter().any(|notice| notice.id == id)) {
            self.list.update(|list| list.retain(|notice| notice.id != id));
        }
    }
}

/// The messages, at the foot of the screen.
#[component]
pub(crate) fn NoticeList(notices: Notices) -> impl IntoView {
    view! {
        <div class="notices" role="status" aria-live="polite">
            <For each=move || notices.list.get() key=|notice| notice.id let:notice>
                <div class="notice" data-testid="notice" data-level=notice.level.id()>
                    <p>{notice.text}</p>
                    {notice.action.map(|(label, act)| view! {
                        <button type="button" class="primary" on:click=move |_| { act.run(()); notices.remove(notice.id) }>
                            {label}
                        </button>
                    })}
                    <button type="button" class="plain" on:click=move |_| notices.remove(notice.id)>
                        {words().dismiss}
                    </button>
                </div>
            </For>
        </div>
    }
}
