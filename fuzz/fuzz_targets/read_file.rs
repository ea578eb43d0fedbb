//! Any bytes under any name are read or refused; the first byte chooses the name.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let name = ["a.txt", "a.md", "a.html", "a.docx"][usize::from(first % 4)];
    let _ = gaozhi_reader::reading(name, bytes, "file", "");
});
