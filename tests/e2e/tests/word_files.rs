//! Word files, other encodings and files that are no text are opened or refused beside the page.

use gaozhi_e2e::{Page, say, wait};

const REVIEW: &str = "[data-testid=import-review]";
const ERROR: &str = "[data-testid=import-error]";

#[test]
fn a_word_file_is_reviewed_and_what_cannot_be_read_is_refused() {
    let page = Page::open_home();
    page.start("duty_report");
    // A file that carries its draft would be opened as that.
    page.click("[data-testid=export-menu]");
    page.click("[data-testid=carry-draft]");
    page.click("[data-testid=export-menu]");
    let docx = page.export("docx");
    page.go_to("#/");
    page.import(&docx.path);
    wait("the review", || page.exists(REVIEW).then_some(()));
    let blanks = page.number(REVIEW, "data-blanks");
    assert_eq!(page.number(REVIEW, "data-headings"), 3 + 14);
    assert!(blanks >= 33, "{blanks}");

    page.go_to("#/");
    // 讲课X次。 in GB18030.
    page.import_bytes("旧编码.txt", b"\xBD\xB2\xBF\xCEX\xB4\xCE\xA1\xA3");
    wait("the other review", || page.exists("[data-testid=import-review][data-blanks='1']").then_some(()));

    let refused: [(&str, &[u8], &str); 3] = [
        ("旧.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "另存为 .docx"),
        ("半个.docx", &docx.bytes[..docx.bytes.len() / 2], "损坏"),
        ("版式.pdf", b"%PDF-1.7", "PDF"),
    ];
    for (name, bytes, said) in refused {
        page.go_to("#/");
        page.import_bytes(name, bytes);
        wait(said, || page.exists(ERROR).then(|| page.words(ERROR)).filter(|words| words.contains(said)));
    }
    assert_eq!(page.count("[data-testid=draft]"), 1, "the draft is still there and the only one");
    assert_eq!(page.complaints(), [""; 0]);
    say(format!("word files: {blanks} blanks in our own Word file, 1 in GB18030, {} refused", refused.len()));
}
