//! A Word file that comes back: as the draft that it carries, or changed, without it.

use gaozhi_e2e::{CONTROL, File, Page, edit_docx, say, wait};

const NAME: &str = "reporter_name";
const SESSIONS: &str = "theory_group_sessions";
const LECTURES: &str = "party_lectures";
const CHANGE: &str = "[data-testid=returned-change]";

/// A draft with three values, and its Word file.
fn exported(page: &Page) -> File {
    page.start("duty_report");
    page.fill(NAME, "张三");
    page.fill(SESSIONS, "12");
    page.fill(LECTURES, "6");
    page.wait_saved();
    page.export("docx")
}

#[test]
fn what_was_changed_in_word_is_accepted_or_left() {
    let page = Page::open_home();
    let docx = exported(&page);
    let back = edit_docx(
        &docx.path,
        true,
        &[
            ("理论中心组学习12次", "理论中心组学习15次"),
            ("张三", "李四光"),
            ("就党建抓党建，", "就党建谈党建，"),
        ],
    );
    page.click("[data-testid=export-menu]");
    page.choose("[data-testid=returned-file]", &back);
    wait("the changes", || (page.count(CHANGE) >= 3).then_some(()));
    let kinds =
        page.run("return [...document.querySelectorAll('[data-change]')].map(e => e.dataset.change)", &[]);
    assert_eq!(kinds, serde_json::json!(["value", "value", "sentence"]));
    assert!(page.hash().starts_with("#/returned/"), "{}", page.hash());
    // Nothing is made of it before it is accepted, and it survives a reload.
    page.reload();
    wait("the changes again", || (page.count(CHANGE) == 3).then_some(()));
    assert!(page.exists("[data-testid=returned-apply][disabled]"));
    page.click(&format!("{CHANGE}[data-at='1'] [data-testid=returned-leave]"));
    page.click(&format!("{CHANGE}[data-at='0'] [data-testid=returned-accept]"));
    page.click(&format!("{CHANGE}[data-at='2'] [data-testid=returned-accept]"));
    page.click("[data-testid=returned-apply]");
    page.wait_form();
    page.wait_notice("已采纳 2 处改动");
    assert_eq!((page.value(SESSIONS).as_str(), page.value(LECTURES).as_str()), ("15", "6"));
    assert_eq!(page.value(NAME), "张三", "what was left stays");
    assert!(page.preview().contains("就党建谈党建，"));
    page.wait_saved();
    page.keys(&format!("{CONTROL}z"));
    wait("the value before", || (page.value(SESSIONS) == "12").then_some(()));
    assert!(page.preview().contains("就党建抓党建，"), "one step takes all back");

    page.click("[data-testid=export-menu]");
    page.choose("[data-testid=returned-file]", &back);
    wait("the changes once more", || (page.count(CHANGE) == 3).then_some(()));
    page.click("[data-testid=returned-accept-all]");
    page.click("[data-testid=returned-apply]");
    page.wait_form();
    page.wait_notice("已采纳 3 处改动");
    assert_eq!((page.value(SESSIONS).as_str(), page.value(NAME).as_str()), ("15", "李四光"));
    assert_eq!(page.complaints(), [""; 0]);
    say("returned: 2 values and 1 sentence found, accepted, left and undone");
}

#[test]
fn a_word_file_opens_as_the_draft_that_it_carries() {
    let page = Page::open_home();
    let docx = exported(&page);
    page.go_to("#/");
    page.import(&docx.path);
    page.wait_form();
    page.wait_notice("完全相同");
    assert_eq!((page.value(SESSIONS).as_str(), page.value(NAME).as_str()), ("12", "张三"));
    // Here it goes on; the file is a state that was before, so the page asks.
    page.fill(LECTURES, "7");
    page.wait_saved();
    page.go_to("#/");
    page.import(&docx.path);
    wait("the question", || page.exists("[data-choice=keep-both]").then_some(()));
    // One that was edited is shown beside the draft; what was changed here meanwhile is no change.
    page.go_to("#/");
    let back = edit_docx(&docx.path, false, &[("理论中心组学习12次", "理论中心组学习15次")]);
    page.import(&back);
    wait("the change", || (page.count(CHANGE) == 1).then_some(()));
    page.click("[data-testid=returned-accept]");
    page.click("[data-testid=returned-apply]");
    page.wait_form();
    assert_eq!((page.value(SESSIONS).as_str(), page.value(LECTURES).as_str()), ("15", "7"));
    page.go_to("#/");
    assert_eq!(page.count("[data-testid=draft]"), 1);
    assert_eq!(page.complaints(), [""; 0]);
}
