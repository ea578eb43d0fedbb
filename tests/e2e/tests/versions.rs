//! Earlier versions of a draft: kept by themselves and by name, compared, and gone back to.

use gaozhi_e2e::report::squeezed;
use gaozhi_e2e::{CONTROL, DOWN, END, ENTER, ESCAPE, F2, Page, UP, say, wait};
use serde_json::Value;

const SOURCE: &str = "requirement_source";
const SESSIONS: &str = "theory_group_sessions";
const NAME: &str = "reporter_name";

/// What is marked in the marked-up text, in order.
fn marks(page: &Page, tag: &str) -> Vec<String> {
    let script = "return [...document.querySelectorAll(`[data-testid=marked] ${arguments[0]}`)].map(e => e.textContent)";
    let found = page.run(script, &[tag.into()]);
    let texts = found.as_array().map(Vec::as_slice).unwrap_or_default();
    texts.iter().filter_map(|text| text.as_str().map(squeezed)).collect()
}

/// Waits until the comparison stands.
#[track_caller]
fn wait_compared(page: &Page) {
    wait("what differs", || {
        (page.exists("[data-testid=versions-counts]") && !page.exists("[data-testid=marked][aria-busy]"))
            .then_some(())
    });
}

/// Waits until just that is marked as removed and added.
#[track_caller]
fn wait_marks(page: &Page, removed: &[&str], added: &[&str]) {
    wait(format!("marked {removed:?} and {added:?}"), || {
        (marks(page, "del") == removed && marks(page, "ins") == added).then_some(())
    });
    wait_compared(page);
}

#[test]
fn a_named_version_is_compared_with_now_and_gone_back_to() {
    let page = Page::open_home();
    page.start("duty_report");
    page.fill(NAME, "张三");
    page.fill(SESSIONS, "12");
    page.type_into(SOURCE, "县委组织部〔2026〕8号通知");

    page.keys(&format!("{CONTROL}s"));
    wait("the box for the name", || page.exists("dialog[open]").then_some(()));
    page.keys(ESCAPE);
    wait("the box is gone", || (!page.exists("dialog[open]")).then_some(()));
    assert_eq!(page.focused(), SOURCE, "the focus is back");
    page.keys(&format!("{CONTROL}s"));
    let usual = page.run("return document.querySelector('dialog[open] input').value", &[]);
    assert!(usual.as_str().is_some_and(|name| name.ends_with(" 存")), "{usual}");
    page.keys("初稿");
    page.keys(ENTER);
    page.wait_notice("已存为版本“初稿”");
    assert_eq!(page.focused(), SOURCE, "the focus is back");

    page.keys(F2);
    wait("the words to be rewritten", || page.exists("textarea[data-edit]").then_some(()));
    page.keys(&format!("{CONTROL}{END}"));
    page.keys("另附名单。");
    page.keys(ESCAPE);
    page.fill(SESSIONS, "15");
    page.fill(NAME, "李四");
    page.wait_saved();
    page.click("[data-testid=versions]");
    let (removed, added) = (["12", "张三"], ["另附名单。", "15", "李四"]);
    wait_marks(&page, &removed, &added);
    assert_eq!(page.words("[data-testid=versions-counts]").split(' ').next(), Some("改动"));
    assert_eq!(page.count("[data-testid=version][data-named=yes]"), 1);
    assert_eq!(page.count("[data-testid=restore-section]"), 3);
    say(format!("versions: {}", page.words("[data-testid=versions-counts]")));

    // The arrow keys look at the one before it, and come back.
    page.keys(DOWN);
    wait("the version before", || page.exists("[data-named=no] input:checked").then_some(()));
    page.keys(UP);
    wait_marks(&page, &removed, &added);

    // One section, and back again.
    page.click("[data-testid=restore-section][data-section='1']");
    wait_marks(&page, &["张三"], &["另附名单。", "李四"]);
    page.click("[data-testid=notice] .primary");
    wait_marks(&page, &removed, &added);
    assert_eq!(page.count("[data-testid=version][data-named=yes]"), 2, "what was before is a version too");

    // All of it; what was before it can be looked at from the other side.
    page.click("[data-testid=restore-whole]");
    wait_marks(&page, &[], &[]);
    page.wait_saved();
    page.reload();
    wait("the versions", || page.exists("[data-testid=version]").then_some(()));
    wait_marks(&page, &["另附名单。", "15", "李四"], &["12", "张三"]);
    assert_eq!(page.count("[data-testid=version][data-named=yes]"), 3);

    page.click("[data-testid=versions-done]");
    page.wait_form();
    assert_eq!((page.value(SESSIONS).as_str(), page.value(NAME).as_str()), ("12", "张三"));
    assert!(!page.preview().contains("另附名单。"));
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn a_version_is_named_deleted_and_made_a_draft_of_its_own() {
    let page = Page::open_home();
    page.start("duty_report");
    page.fill(NAME, "张三");
    page.wait_saved();
    page.click("[data-testid=versions]");
    wait_compared(&page);
    let all = page.count("[data-testid=version]");

    page.click("[data-testid=version-rename]");
    wait("the box for the name", || page.exists("dialog[open]").then_some(()));
    page.keys("开头");
    page.keys(ENTER);
    wait("the name", || page.words("[data-testid=version][data-named=yes]").contains("开头").then_some(()));
    wait_compared(&page);

    page.click("[data-testid=version-delete]");
    wait("it is gone", || (page.count("[data-testid=version]") == all - 1).then_some(()));
    page.click("[data-testid=notice] .primary");
    wait("it is back", || (page.count("[data-testid=version]") == all).then_some(()));

    page.click("[data-testid=version][data-named=yes] label");
    wait_compared(&page);
    page.click("[data-testid=version-to-draft]");
    page.wait_form();
    assert_eq!(page.value(NAME), "");
    let names = page.run("return document.querySelector('#draft-name').value", &[]);
    assert!(matches!(&names, Value::String(name) if name.contains("的版本")), "{names}");
    assert_eq!(page.complaints(), [""; 0]);
}
