//! A template file beside the page, or given to it, is a form at once.

use gaozhi_e2e::{ENTER, Page, Setup, say, wait};

const PLAIN: &str = "XX镇2026年安全生产工作总结\n一、主要工作\n（一）压实责任。全年召开会议X次，检查企业XX家，发现隐患XX处，整改率XX%。\n（二）加强宣传。开展“XXX”活动，发放材料XX份。\n二、下步打算\n继续做好____工作。\n";
const FIELDS: u64 = 8;

#[test]
fn a_plain_text_with_xx_is_a_form_and_opening_it_again_brings_its_values_back() {
    let page = Page::open(&Setup {
        files: &[("safety.txt", PLAIN), ("other.txt", "会议记录\n应到X人，实到X人。")],
        hash: "#template=safety.txt",
        ..Setup::default()
    });
    page.wait_form();
    assert_eq!(page.count("[data-field]"), FIELDS);
    assert_eq!(page.progress(), (0, FIELDS as usize));
    let mut filled = Vec::new();
    for at in 0..3 {
        let field = page.focused();
        let text = if at == 0 { "清河" } else { "12" };
        page.keys(text);
        page.keys(ENTER);
        filled.push((field, text));
    }
    page.wait_saved();
    assert_eq!(page.progress().0, 3);
    page.go_to("#template=safety.txt");
    page.wait_form();
    for (field, text) in &filled {
        assert_eq!(page.value(field), *text, "{field}");
    }
    assert_eq!(page.progress().0, 3);
    // Another template by another hash, without a load.
    page.run("location.hash = '#template=other.txt'", &[]);
    wait("the other form", || (page.count("[data-field]") == 2).then_some(()));
    page.go_to("#/");
    assert_eq!(page.count("[data-testid=draft]"), 2);
    assert_eq!(page.complaints(), [""; 0]);
    say(format!("from a file: {FIELDS} fields found, {} values back", filled.len()));
}

#[test]
fn a_missing_template_is_told() {
    let page = Page::open(&Setup { hash: "#template=missing.txt", ..Setup::default() });
    assert_eq!(page.wait_notice("missing.txt"), "error");
    wait("home", || page.exists("[data-testid=template]").then_some(()));
}

#[test]
fn a_template_of_another_origin_is_not_asked_for() {
    let page = Page::open(&Setup { hash: "#template=https://example.org/t.txt", ..Setup::default() });
    assert_eq!(page.wait_notice("example.org"), "error");
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn a_plain_text_given_to_the_page_is_a_form_after_a_review() {
    let page = Page::open_home();
    page.import_text("安全生产.txt", PLAIN);
    wait("the review", || page.exists("[data-testid=import-review]").then_some(()));
    assert_eq!(page.number("[data-testid=import-review]", "data-blanks"), FIELDS as usize);
    page.click("[data-testid=import-confirm]");
    page.wait_form();
    assert_eq!(page.count("[data-field]"), FIELDS);
    page.keys("清河");
    page.wait_saved();
    assert!(page.export("txt").text().contains("清河镇2026年安全生产工作总结"));
    assert_eq!(page.complaints(), [""; 0]);
}
