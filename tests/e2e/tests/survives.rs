//! What was typed is there again, whatever happens to the page.

use gaozhi_e2e::report::answers;
use gaozhi_e2e::{CONTROL, END, ENTER, F2, Page, say, wait};

const FIELD: &str = "requirement_source";
const TEXT: &str = "县委组织部〔2026〕8号通知";

/// Types at a person's pace, then lets the page be reloaded after that time.
fn reload_after(milliseconds: u64) {
    let page = Page::open_home();
    page.start("duty_report");
    page.keys(TEXT);
    page.pause(milliseconds);
    page.reload();
    assert_eq!(page.value(FIELD), TEXT);
    assert_eq!(page.focused(), FIELD);
    page.wait_shown(FIELD, TEXT);
    page.wait_saved();
    assert_eq!(page.complaints(), [""; 0]);
    say(format!("survives: nothing lost by a reload after {milliseconds} ms"));
}

#[test]
fn a_reload_400_ms_after_typing_loses_nothing() {
    reload_after(400);
}

#[test]
fn a_reload_right_after_the_last_key_loses_nothing() {
    reload_after(0);
}

#[test]
fn a_reload_at_any_moment_loses_nothing() {
    let page = Page::open_home();
    page.start("duty_report");
    let answers = answers();
    for ((field, answer), milliseconds) in answers.iter().zip([10, 60, 150, 199, 201, 260, 390, 410]) {
        assert_eq!(page.focused(), *field);
        page.keys(answer);
        page.pause(milliseconds);
        page.reload();
        assert_eq!((page.focused(), page.value(field)), (field.clone(), answer.clone()), "{milliseconds} ms");
        page.keys(ENTER);
    }
    page.reload();
    for (field, answer) in &answers[..8] {
        assert_eq!(page.value(field), *answer);
    }
    assert_eq!(page.focused(), answers[8].0);
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn a_tab_closed_and_opened_again_comes_back_to_the_same_place() {
    let page = Page::open_home();
    page.start("duty_report");
    page.keys(TEXT);
    page.keys(ENTER);
    page.keys("12");
    let address = page.close_tab_and_come_back();
    page.wait_form();
    assert!(address.ends_with(&page.hash()));
    assert_eq!(page.value(FIELD), TEXT);
    assert_eq!(page.value("theory_group_sessions"), "12");
    assert_eq!(page.focused(), "theory_group_sessions");
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn a_page_that_breaks_off_without_a_word_keeps_what_was_typed_a_second_ago() {
    let page = Page::open_home();
    page.start("duty_report");
    page.keys(TEXT);
    page.pause(1000);
    // What is stored now is all that a crash would leave.
    let stored = page.run("return Object.values(localStorage).join('\\n')", &[]);
    assert!(stored.as_str().unwrap().contains(TEXT), "{stored}");
}

#[test]
fn a_paragraph_being_rewritten_loses_nothing_either() {
    let page = Page::open_home();
    page.start("duty_report");
    page.keys(F2);
    wait("the words to be rewritten", || page.exists("textarea[data-edit]").then_some(()));
    page.keys(&format!("{CONTROL}{END}"));
    page.keys("另附名单。");
    page.reload();
    assert!(page.preview().contains("另附名单。"), "{}", page.preview());
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn back_leads_home_and_forward_to_the_draft() {
    let page = Page::open_home();
    page.start("duty_report");
    page.keys(TEXT);
    page.run("history.back()", &[]);
    wait("home", || page.exists("[data-testid=draft]").then_some(()));
    page.run("history.forward()", &[]);
    page.wait_form();
    assert_eq!(page.value(FIELD), TEXT);
    assert_eq!(page.complaints(), [""; 0]);
}
