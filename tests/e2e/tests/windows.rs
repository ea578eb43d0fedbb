//! The same draft in two windows: one writes, the other follows live and can take over; neither
//! writes over the other.

use gaozhi_e2e::{ENTER, Left, Page, Setup, say, wait};

const FIELD: &str = "requirement_source";
const OTHER: &str = "weak_branch_name";

fn is_following(page: &Page) -> bool {
    page.run("return !document.querySelector('[data-testid=following]').hidden", &[]) == true
}

fn wait_following(page: &Page, following: bool) {
    wait("whose turn it is", || (is_following(page) == following).then_some(()));
}

fn wait_value(page: &Page, field: &str, value: &str) {
    wait(value, || (page.value(field) == value).then_some(()));
}

/// Two tabs with the same draft: the first writes, the second follows.
fn two(setup: &Setup) -> Page {
    let page = Page::open(setup);
    page.start("duty_report");
    page.type_into(FIELD, "县委文件");
    page.keys(ENTER);
    page.wait_saved();
    let hash = page.hash();
    page.open_tab(&hash);
    page.wait_form();
    wait_following(&page, true);
    page
}

fn take_over_and_back(page: &Page) {
    assert_eq!(page.value(FIELD), "县委文件");
    // What is written there is shown here.
    page.switch_to_tab(0);
    assert!(!is_following(page));
    page.type_into(FIELD, "市委文件");
    page.keys(ENTER);
    page.wait_saved();
    page.switch_to_tab(1);
    wait_value(page, FIELD, "市委文件");
    page.wait_shown(FIELD, "市委文件");
    // Taken over: the tail of the other comes along.
    page.switch_to_tab(0);
    page.type_into(OTHER, "第一小学");
    page.switch_to_tab(1);
    page.click("[data-testid=take-over]");
    wait_following(page, false);
    wait_value(page, OTHER, "第一小学");
    page.type_into(FIELD, "省委文件");
    page.keys(ENTER);
    page.wait_saved();
    page.switch_to_tab(0);
    wait_following(page, true);
    wait_value(page, FIELD, "省委文件");
    // The writer goes: it is the other's turn again.
    page.switch_to_tab(1);
    page.close_tab();
    wait_following(page, false);
    page.type_into(OTHER, "第二小学");
    page.keys(ENTER);
    page.wait_saved();
    page.reload();
    wait_following(page, false);
    assert_eq!((page.value(FIELD), page.value(OTHER)), ("省委文件".to_owned(), "第二小学".to_owned()));
    page.go_to("#/");
    assert_eq!(page.count("[data-testid=draft]"), 1, "nothing went apart");
}

#[test]
fn one_window_writes_and_the_other_follows_and_takes_over() {
    let page = two(&Setup::default());
    take_over_and_back(&page);
    assert_eq!(page.complaints(), [""; 0]);
    say("windows: by locks, both ways");
}

#[test]
fn without_locks_a_lease_does_the_same() {
    let deny = "Object.defineProperty(navigator, 'locks', { configurable: true, value: undefined });";
    let page = two(&Setup { before: Some(deny), ..Setup::default() });
    take_over_and_back(&page);
    say("windows: by a lease, both ways");
}

#[test]
fn what_two_windows_wrote_without_knowing_of_each_other_is_there_twice() {
    let page = two(&Setup::default());
    let id = page.hash().rsplit_once('/').unwrap().1.to_owned();
    let before = page.kept(&id);
    page.switch_to_tab(0);
    page.type_into(FIELD, "市委文件");
    page.keys(ENTER);
    page.wait_saved();
    page.switch_to_tab(1);
    page.close_tab();
    // Written by a window that had seen nothing of it.
    let body = before.replace("县委文件", "省委文件");
    page.leave(&[Left {
        id: &id,
        stamp: ("stranger", 99),
        changed: 1,
        name: "述职报告",
        body,
        is_packed: false,
    }]);
    page.go_to("#/");
    wait("both", || (page.count("[data-testid=draft]") == 2).then_some(()));
    assert!(page.words("body").contains("另一窗口所写"), "{}", page.words("body"));
    let mut values = Vec::new();
    for row in 0..2 {
        page.go_to("#/");
        let script =
            "document.querySelectorAll('[data-testid=draft] [data-testid=open]')[arguments[0]].click()";
        page.run(script, &[row.into()]);
        page.wait_form();
        values.push(page.value(FIELD));
    }
    values.sort();
    assert_eq!(values, ["市委文件", "省委文件"]);
}
