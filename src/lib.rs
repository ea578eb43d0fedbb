//! What a person sees and what the browser does. Everything that a report is lives in
//! `gaozhi_core`; only `browser` names the web.
//!
//! Two modules are made of it: the app, and the designer, which is loaded on demand. Each holds
//! only what it reaches; what crosses between them are events on the window and records
//! in storage.

#![allow(unreachable_pub, reason = "the component macro of leptos makes its items pub")]

mod browser;
mod debounce;
mod gallery;
mod route;
mod session;
mod store;
mod ui;

/// Puts the app into the page and says that it is ready.
pub fn start() {
    browser::crash::watch();
    leptos::mount::mount_to_body(|| ui::App(ui::AppProps { then: ready }));
}

fn ready() {
    // The panes are painted by then.
    leptos::task::spawn_local(async {
        leptos::task::tick().await;
        browser::dom::set_ready();
        gallery::fetch_ahead();
    });
}

/// Puts the designer into the page, after the app. It shows something at its own addresses only.
pub fn design() {
    browser::crash::watch();
    leptos::mount::mount_to_body(ui::Designer);
}
