//! Any text is a template, and what is printed of it is the same template.
#![no_main]

use gaozhi_core::template::{parse, print};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let template = parse(text).0;
    assert_eq!(parse(&print(&template)).0, template);
});
