//! An input method is never disturbed: nothing is taken, moved or written while it composes.

use gaozhi_e2e::{ENTER, Page};
use serde_json::json;

const FIELD: &str = "requirement_source";

/// A new draft with the focus in its first blank, which takes any text.
fn page() -> Page {
    let page = Page::open_home();
    page.start("duty_report");
    assert_eq!(page.focused(), FIELD);
    page
}

/// While the pinyin is under way: the control holds it, and nothing else knows of it.
fn assert_undisturbed(page: &Page, pinyin: &str) {
    page.pause(500);
    assert_eq!(page.value(FIELD), pinyin);
    assert_eq!(page.shown(FIELD), ["XX"]);
    assert!(!stored(page).contains(pinyin), "what is composed is not kept");
    assert_eq!(page.focused(), FIELD);
}

fn stored(page: &Page) -> String {
    page.run("return Object.values(localStorage).join('\\n')", &[]).as_str().unwrap().to_owned()
}

#[test]
fn a_composition_of_the_browsers_own_is_shown_once_after_its_end() {
    let page = page();
    for pinyin in ["x", "xi", "xi'an", "xi'an'wei"] {
        page.compose(pinyin);
        assert_eq!(page.value(FIELD), pinyin);
        assert_eq!(page.shown(FIELD), ["XX"]);
    }
    assert_undisturbed(&page, "xi'an'wei");
    page.commit("县委");
    page.wait_shown(FIELD, "县委");
    page.compose("wen");
    assert_eq!(page.value(FIELD), "县委wen");
    assert_eq!(page.shown(FIELD), ["县委"]);
    page.commit("文件");
    page.wait_shown(FIELD, "县委文件");
    assert_eq!(page.value(FIELD), "县委文件");
    page.keys(ENTER);
    assert_eq!(page.focused(), "theory_group_sessions");
    page.wait_saved();
    assert_eq!(page.export("txt").text().matches("县委文件").count(), 1);
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn enter_while_composing_chooses_a_word_and_does_not_move_on() {
    let page = page();
    page.compose("xian");
    // As Chromium sends it: the key belongs to the input method.
    page.cdp(
        "Input.dispatchKeyEvent",
        &json!({ "type": "rawKeyDown", "key": "Process", "code": "Enter",
        "windowsVirtualKeyCode": 229 }),
    );
    page.cdp(
        "Input.dispatchKeyEvent",
        &json!({ "type": "keyUp", "key": "Enter", "code": "Enter",
        "windowsVirtualKeyCode": 13 }),
    );
    assert_undisturbed(&page, "xian");
    // As Firefox sends it: the key's own code, and that a composition is under way.
    page.run(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
            { key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true, isComposing: true }))",
        &[],
    );
    assert_undisturbed(&page, "xian");
    page.commit("县");
    page.wait_shown(FIELD, "县");
    // As Safari sends it: late, when the composition is over.
    page.run(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
            { key: 'Enter', code: 'Enter', keyCode: 229, bubbles: true }))",
        &[],
    );
    assert_eq!(page.focused(), FIELD);
    page.keys(ENTER);
    assert_eq!(page.focused(), "theory_group_sessions");
}

#[test]
fn the_text_is_taken_once_where_input_comes_before_the_end() {
    let page = page();
    page.dispatch("compositionstart", "");
    page.dispatch("input", "xian");
    assert_undisturbed(&page, "xian");
    page.dispatch("input", "县委");
    page.dispatch("compositionend", "县委");
    page.wait_shown(FIELD, "县委");
    assert_eq!(page.value(FIELD), "县委");
    assert_eq!(page.progress().0, filled_before(&page) + 1);
}

#[test]
fn the_text_is_taken_once_where_the_end_comes_before_input() {
    let page = page();
    page.dispatch("compositionstart", "");
    page.dispatch("input", "xian");
    page.dispatch("compositionend", "县委");
    page.dispatch("input", "县委");
    page.wait_shown(FIELD, "县委");
    assert_eq!(page.value(FIELD), "县委");
    page.wait_saved();
    assert_eq!(page.progress().0, filled_before(&page) + 1);
}

#[test]
fn an_end_that_the_browser_forgets_is_made_good_on_leaving() {
    let page = page();
    page.dispatch("compositionstart", "");
    page.dispatch("input", "省厅");
    assert_undisturbed(&page, "省厅");
    page.run("document.activeElement.blur()", &[]);
    page.wait_shown(FIELD, "省厅");
    page.wait_saved();
    // And the next field is typed into as ever.
    page.type_into("party_lectures", "6");
    page.wait_shown("party_lectures", "6");
}

#[test]
fn a_page_left_in_the_middle_of_a_composition_keeps_what_was_before() {
    let page = page();
    page.compose("xian");
    page.commit("县委");
    page.compose("wen");
    page.reload();
    assert!(page.value(FIELD).starts_with("县委"), "{}", page.value(FIELD));
}

fn filled_before(page: &Page) -> usize {
    // All but this one of the 35 that a new draft asks for are open.
    page.progress().1 - 35
}
