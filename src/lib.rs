//! What a person sees and what the browser does. Everything that a report is lives in
//! `gaozhi_core`; only `browser` names the web.

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
    leptos::mount::mount_to_body(ui::App);
    // The panes are painted by then.
    leptos::task::spawn_local(async {
        leptos::task::tick().await;
        browser::dom::set_ready();
        gallery::fetch_ahead();
    });
}
