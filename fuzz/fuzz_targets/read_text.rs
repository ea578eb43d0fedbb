//! Any text is read, and what was read crosses to the page unchanged.
#![no_main]

use gaozhi_core::reading::{Reading, Source, read, settled};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let reading = read(&Source::from_text(text), &[]);
    let _ = settled(&reading);
    assert!(Reading::from_json(&reading.to_json()).is_some());
});
