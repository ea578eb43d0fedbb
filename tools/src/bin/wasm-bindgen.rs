//! `wasm-bindgen`: turns a module compiled by rustc into one with its JavaScript.
//! Only hands its arguments to the crate; no code of our own belongs here.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(std::env::args_os())
}
