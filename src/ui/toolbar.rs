//! The bar above a draft: its name, what is open, whether it is kept, undo, print, export.

use gaozhi_core::draft::Edit;
use leptos::prelude::*;

use super::fill::Desk;
use super::live;
use super::takeaway::ExportMenu;
use super::words;
use crate::browser::{clock, files};
use crate::session::{SaveState, Session};

#[component]
pub(crate) fn Toolbar() -> impl IntoView {
    let desk = Desk::get();
    let session = desk.session;
    let open = move || session.progress.get().open();
    view! {
        <header class="toolbar">
            <a class="home-link" href="#/" title=words().home>{words().app_name}</a>
            <NameBox session/>
            <SaveLine session/>
            <span class="spring"></span>
            <span class="steps">
                <button type="button" class="plain" data-testid="undo" disabled=live::switch(move || !session.steps.get().0)
                    on:click=move |_| session.undo()>{words().undo}</button>
                <button type="button" class="plain" data-testid="redo" disabled=live::switch(move || !session.steps.get().1)
                    on:click=move |_| session.redo()>{words().redo}</button>
            </span>
            <button type="button" class="next" data-testid="next-blank" title=words().next_blank
                data-done=live::attribute(move || (open() == 0).then(String::new)) on:click=move |_| desk.go_to_next_open()>
                <span data-testid="progress" data-total=live::attribute(move || session.progress.get().total.to_string())
                    data-filled=live::attribute(move || session.progress.get().filled.to_string())>
                    {live::words(move || match open() {
                        0 => words().all_filled.to_owned(),
                        open => (words().open_blanks)(open),
                    })}
                </span>
            </button>
            <button type="button" data-testid="print" on:click=move |_| files::print()>{words().print}</button>
            <ExportMenu/>
        </header>
    }
}

/// The draft's name, changed where it stands.
#[component]
fn NameBox(session: Session) -> impl IntoView {
    let rename = move |event: leptos::ev::Event| {
        let name = event_target_value(&event);
        let name = name.trim();
        if !name.is_empty() {
            session.edit(Edit::Rename(name.to_owned()));
        }
    };
    view! {
        <input class="draft-name" aria-label=words().rename_ask autocomplete="off" spellcheck="false"
            prop:value=move || session.name.get() on:change=rename/>
    }
}

/// Whether what was typed is kept: the truth, in words.
#[component]
fn SaveLine(session: Session) -> impl IntoView {
    let state = move || match session.save_state.get() {
        SaveState::Saved(_) => "saved",
        SaveState::Pending => "pending",
        SaveState::Failed(_) => "failed",
    };
    let line = move || match session.save_state.get() {
        SaveState::Saved(at) => {
            let (hours, minutes) = clock::hours_minutes(at);
            (words().saved)(hours, minutes)
        }
        SaveState::Pending => words().saving.to_owned(),
        SaveState::Failed(_) => words().save_failed.to_owned(),
    };
    view! { <span class="save-state" data-testid="save-state" data-state=live::attribute(move || state().to_owned())>{live::words(line)}</span> }
}
