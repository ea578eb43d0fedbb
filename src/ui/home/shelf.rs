//! The list of drafts, the bin, and what could not be read.

use leptos::prelude::*;

use super::super::notices::{Level, Notices};
use super::super::words;
use crate::browser::{clock, files};
use crate::route::Route;
use crate::store::{self, Row, Shelf};

#[component]
pub(crate) fn ShelfView(shelf: RwSignal<Shelf>) -> impl IntoView {
    let drafts = move || shelf.with(|shelf| shelf.drafts.clone());
    view! {
        <section class="drafts">
            <h2>{words().drafts}</h2>
            <Show when=move || shelf.with(|shelf| shelf.drafts.is_empty())>
                <p class="empty">{words().no_drafts}</p>
            </Show>
            <ul>
                <For each=drafts key=|row| (row.id.clone(), row.name.clone()) let:row>
                    <DraftRow row shelf/>
                </For>
            </ul>
            {move || shelf.with(|shelf| (!shelf.bin.is_empty()).then(|| shelf.bin.clone())).map(|rows| view! {
                <details class="bin">
                    <summary>{words().bin} " (" {rows.len()} ")"</summary>
                    <ul>{rows.into_iter().map(|row| view! { <BinRow row shelf/> }).collect_view()}</ul>
                </details>
            })}
            {move || shelf.with(|shelf| (!shelf.damaged.is_empty()).then(|| shelf.damaged.clone())).map(|ids| view! {
                <div class="damaged">
                    <h3>{words().damaged}</h3>
                    <p>{words().damaged_hint}</p>
                    <ul>{ids.into_iter().map(|id| view! { <DamagedRow id/> }).collect_view()}</ul>
                </div>
            })}
        </section>
    }
}

#[component]
fn DraftRow(row: Row, shelf: RwSignal<Shelf>) -> impl IntoView {
    let notices = Notices::get();
    let renaming = RwSignal::new(false);
    let Row { id, name, changed, filled, total } = row;
    let day = clock::day_of(changed).printed();
    let (hours, minutes) = clock::hours_minutes(changed);
    let id = StoredValue::new(id);
    let name = StoredValue::new(name);
    let report = move |result: Result<(), _>| {
        if result.is_err() {
            notices.error(words().storage_full);
        }
        shelf.set(store::shelf());
    };
    let delete = move |_| {
        report(store::delete(&id.get_value()));
        notices.offer(Level::Info, (words().deleted)(&name.get_value()), words().restore, move || {
            report(store::restore(&id.get_value()));
        });
    };
    let rename = move |to: String| {
        renaming.set(false);
        if !to.trim().is_empty() {
            report(store::rename(&id.get_value(), to.trim()));
        }
    };
    view! {
        <li class="row" data-testid="draft" data-draft=id.get_value()>
            {move || if renaming.get() {
                view! { <NameBox name=name.get_value() done=Callback::new(rename)/> }.into_any()
            } else {
                view! { <a href=Route::fill(&id.get_value())>{name.get_value()}</a> }.into_any()
            }}
            <span class="progress">{(words().filled_of)(filled, total)}</span>
            <time>{format!("{day} {hours:02}:{minutes:02}")}</time>
            <span class="acts">
                <button type="button" class="plain" data-testid="rename" on:click=move |_| renaming.set(true)>{words().rename}</button>
                <button type="button" class="plain" data-testid="duplicate"
                    on:click=move |_| report(store::duplicate(&id.get_value(), &clock::fresh_id(), words().copy_of))>
                    {words().duplicate}
                </button>
                <button type="button" class="plain" data-testid="to-file" on:click=move |_| to_file(&id.get_value(), &name.get_value())>
                    {words().to_file}
                </button>
                <button type="button" class="plain" data-testid="delete" on:click=delete>{words().delete}</button>
            </span>
        </li>
    }
}

/// A box for a new name: Enter and leaving take it, Escape does not.
#[component]
fn NameBox(name: String, done: Callback<String>) -> impl IntoView {
    let node = NodeRef::<leptos::html::Input>::new();
    let before = name.clone();
    node.on_load(|input| {
        let _ = input.focus();
        input.select();
    });
    let on_key = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" if !event.is_composing() => done.run(event_target_value(&event)),
        "Escape" => done.run(before.clone()),
        _ => {}
    };
    view! {
        <input class="name" node_ref=node aria-label=words().rename_ask value=name on:keydown=on_key
            on:blur=move |event| done.run(event_target_value(&event))/>
    }
}

#[component]
fn BinRow(row: Row, shelf: RwSignal<Shelf>) -> impl IntoView {
    let notices = Notices::get();
    let id = StoredValue::new(row.id);
    let restore = move |_| {
        if store::restore(&id.get_value()).is_err() {
            notices.error(words().storage_full);
        }
        shelf.set(store::shelf());
    };
    view! {
        <li class="row">
            <span>{row.name}</span>
            <button type="button" class="plain" data-testid="restore" on:click=restore>{words().restore}</button>
        </li>
    }
}

#[component]
fn DamagedRow(id: String) -> impl IntoView {
    let file = id.clone();
    view! {
        <li class="row">
            <code>{id}</code>
            <button type="button" class="plain" data-testid="damaged-to-file" on:click=move |_| to_file(&file, &file)>
                {words().to_file}
            </button>
        </li>
    }
}

/// Offers a stored record as a file, exactly as it is.
fn to_file(id: &str, name: &str) {
    if let Some(text) = store::raw(id) {
        let name: String = name.chars().filter(|c| !"\\/:*?\"<>|".contains(*c)).collect();
        files::download(&format!("{name}.json"), "application/json", text.as_bytes());
    }
}
