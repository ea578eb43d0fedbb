//! The program breaks or cannot start: what was typed is on the screen to be taken along, and the draft opens again.

use gaozhi_e2e::{Left, Page, Setup, say, wait};
use serde_json::json;

const FIELD: &str = "requirement_source";
const TEXT: &str = "县委组织部〔2026〕8号通知";

/// Presses a key; when the preview is painted after it, another key comes in the middle of that, which no browser
/// sends: the program takes that for impossible and panics.
const BREAK: &str = "const control = document.querySelector(`[data-field=\"${arguments[0]}\"]`);
    const press = () => {
        control.value += '！';
        control.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    const set = Element.prototype.setAttribute;
    Element.prototype.setAttribute = function (name, value) {
        if (name === 'data-chars') press();
        set.call(this, name, value);
    };
    press();";

const MESSAGE: &str = "[data-testid=crash]:not([hidden])";

/// Waits for the message; gives its words.
fn message(page: &Page) -> String {
    wait("the message", || page.exists(MESSAGE).then(|| page.words(MESSAGE)))
}

/// The text that the message hands out.
fn text(page: &Page) -> String {
    let found = page.run("return document.querySelector('[data-testid=crash-text]').value", &[]);
    found.as_str().unwrap().to_owned()
}

/// Types into a field, and lets the program panic over it.
fn type_and_break(page: &Page, field: &str) {
    page.type_into(field, TEXT);
    page.run(BREAK, &[field.into()]);
    let words = message(page);
    assert!(words.contains("程序出了错") && words.contains("src/ui/"), "{words}");
}

fn reload(page: &Page) {
    page.click("[data-testid=crash-reload]");
    page.wait_ready();
}

#[test]
fn a_panic_shows_what_was_typed_and_a_reload_goes_on_with_it() {
    let page = Page::open_home();
    page.start("duty_report");
    page.fill("theory_group_sessions", "12");
    type_and_break(&page, FIELD);
    let shown = text(&page);
    assert!(shown.contains(TEXT) && shown.contains("学习12次"), "{shown}");
    assert!(shown.contains("一、") && !shown.contains("没有这项"), "as it reads: {shown}");
    let file = page.downloaded(|| page.click("[data-testid=crash-save]"));
    assert!(file.name.ends_with(".txt") && file.text().contains(TEXT), "{}", file.name);
    let draft = page.downloaded(|| page.click("[data-testid=crash-file]"));
    assert!(draft.name.ends_with(".json") && draft.text().contains(TEXT), "{}", draft.name);
    page.click("[data-testid=crash-copy]");
    assert_eq!(page.words("[data-testid=crash-copy]"), "已复制");
    reload(&page);
    page.wait_form();
    assert!(page.value(FIELD).starts_with(TEXT), "{}", page.value(FIELD));
    assert!(!page.exists(MESSAGE));
    // The file of the message is a draft like any other.
    page.go_to("#/");
    page.import_text("救回.json", &draft.text());
    // The last key may be in the file alone; then the page asks what to do with both.
    let both = "[data-choice=keep-both]";
    wait("the form or the question", || (page.exists("[data-field]") || page.exists(both)).then_some(()));
    if page.exists(both) {
        page.click(both);
    }
    page.wait_form();
    assert!(page.value(FIELD).starts_with(TEXT));
    assert_eq!(page.value("theory_group_sessions"), "12");
    say(format!("crash: {} characters on the screen after a panic, none missing", shown.chars().count()));
}

#[test]
fn a_draft_that_broke_the_program_twice_is_not_opened_by_itself() {
    let page = Page::open_home();
    page.start("duty_report");
    let address = page.hash();
    let mark = || {
        let key = format!("gaozhi/crashed/{}", address.rsplit_once('/').unwrap().1);
        page.run("return localStorage.getItem(arguments[0])", &[key.into()])
    };
    type_and_break(&page, FIELD);
    assert_eq!(mark(), "1");
    reload(&page);
    page.wait_form();
    type_and_break(&page, FIELD);
    assert_eq!(mark(), "2");
    reload(&page);
    let words = message(&page);
    assert!(words.contains("两次让程序出错") && words.contains("抓基层党建工作述职报告"), "{words}");
    assert!(!page.exists("[data-field]"));
    let shown = text(&page);
    assert!(shown.contains(TEXT) && shown.contains("# 主要做法"), "{shown}");
    assert!(page.downloaded(|| page.click("[data-testid=crash-file]")).text().contains("gaozhi-draft"));
    // Nor from the list.
    page.click("[data-testid=crash-home]");
    wait("home", || page.exists("[data-testid=draft]").then_some(()));
    page.wait_ready();
    page.click("[data-testid=draft] [data-testid=open]");
    assert!(message(&page).contains("两次让程序出错"));
    page.run("history.back()", &[]);
    wait("home", || (!page.exists(MESSAGE)).then_some(()));
    page.go_to(&address);
    page.click("[data-testid=crash-retry]");
    page.wait_form();
    assert!(page.value(FIELD).starts_with(TEXT));
    // Closed in order, it is trusted again.
    page.run("location.hash = '#/'", &[]);
    wait("home", || page.exists("[data-testid=draft]").then_some(()));
    assert_eq!(mark(), serde_json::Value::Null);
    page.click("[data-testid=draft] [data-testid=open]");
    page.wait_form();
}

#[test]
fn a_draft_that_lies_packed_is_handed_out_too() {
    let page = Page::open_home();
    page.start("duty_report");
    page.fill(FIELD, TEXT);
    page.wait_saved();
    let body = page.kept(page.hash().rsplit_once('/').unwrap().1);
    page.go_to("#/");
    let left =
        Left { id: "old", stamp: ("w", 1), changed: 1, name: "旧稿", body: body.clone(), is_packed: true };
    page.leave(&[left]);
    page.run("localStorage.setItem('gaozhi/crashed/old', 2)", &[]);
    page.load("#/fill/old");
    assert!(message(&page).contains("两次让程序出错"));
    wait("its words", || text(&page).contains(TEXT).then_some(()));
    assert_eq!(page.downloaded(|| page.click("[data-testid=crash-file]")).text(), body);
}

#[test]
fn nor_is_one_that_a_link_begins() {
    let files = [("notice.txt", "[字段]\nplace | 地点 | 会场\n[正文]\n会议在{place}召开。\n")];
    let page = Page::open(&Setup { files: &files, hash: "#template=notice.txt", ..Setup::default() });
    for _ in 0..2 {
        page.wait_form();
        type_and_break(&page, "place");
        reload(&page);
    }
    assert!(message(&page).contains("两次让程序出错"));
    assert!(text(&page).contains(&format!("会议在{TEXT}")), "{}", text(&page));
}

#[test]
fn a_program_that_does_not_arrive_is_told_and_the_draft_is_handed_out() {
    let page = Page::open_home();
    page.start("duty_report");
    page.fill(FIELD, TEXT);
    page.wait_saved();
    let address = page.hash();
    page.cdp("Network.enable", &json!({}));
    for missing in ["*.wasm", "*.js"] {
        page.cdp("Network.setBlockedURLs", &json!({ "urls": [missing] }));
        page.load(&address);
        let words = message(&page);
        assert!(words.contains("没能启动") && words.contains("刷新"), "{missing}: {words}");
        assert!(text(&page).contains(TEXT), "{missing}");
    }
    page.cdp("Network.setBlockedURLs", &json!({ "urls": [] }));
    reload(&page);
    page.wait_form();
    assert_eq!(page.value(FIELD), TEXT);
}
