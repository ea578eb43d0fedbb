//! What only the wasm build can show: that the core says there what it says natively, and how the app's own
//! listeners answer events that no driver sends. Runs in headless Chromium: `cargo xtask test browser`.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod app;
mod core_in_wasm;
mod hands;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
