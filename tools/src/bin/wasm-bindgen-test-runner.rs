//! `wasm-bindgen-test-runner`: runs the tests of a wasm module in a headless browser.
//! Only hands its arguments to the crate; no code of our own belongs here.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
