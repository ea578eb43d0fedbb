//! The drafts on this machine: renamed, duplicated, deleted and brought back, taken away.

use gaozhi_e2e::{ENTER, ESCAPE, Page, wait};

const ROW: &str = "[data-testid=draft]";

fn in_row(name: &str) -> String {
    format!("{ROW} [data-testid={name}]")
}

fn rows(page: &Page) -> Vec<String> {
    let found =
        page.run("return [...document.querySelectorAll('[data-testid=draft] [data-testid=open]')].map(e => e.innerText)", &[]);
    found.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

fn wait_rows(page: &Page, names: &[&str]) {
    wait(format!("the drafts are {names:?}, not {:?}", rows(page)), || (rows(page) == names).then_some(()));
}

/// Home with one draft, begun a moment ago.
fn page() -> Page {
    let page = Page::open_home();
    assert_eq!(rows(&page), [""; 0]);
    page.start("duty_report");
    page.keys("县委文件");
    page.wait_saved();
    page.click("a[href=\"#/\"]");
    wait("the draft in the list", || page.exists(ROW).then_some(()));
    page
}

fn open(page: &Page, name: &str) {
    let at = rows(page).iter().position(|row| row == name).unwrap() + 1;
    page.click(&format!("{ROW}:nth-child({at}) [data-testid=open]"));
    page.wait_form();
}

fn rename(page: &Page, to: &str, end: &str) {
    page.click(&in_row("rename"));
    wait("a box for the name", || {
        (page.run("return document.activeElement.matches('input')", &[]) == true).then_some(())
    });
    page.keys(to);
    page.keys(end);
}

#[test]
fn a_draft_is_renamed_and_the_name_stays() {
    let page = page();
    assert_eq!(rows(&page), ["抓基层党建工作述职报告"]);
    assert!(page.words(ROW).contains("1"), "{}", page.words(ROW));
    rename(&page, "述职报告初稿", ENTER);
    wait_rows(&page, &["述职报告初稿"]);
    rename(&page, "不要了", ESCAPE);
    wait_rows(&page, &["述职报告初稿"]);
    page.reload();
    assert_eq!(rows(&page), ["述职报告初稿"]);
    page.click("[data-testid=draft] [data-testid=open]");
    page.wait_form();
    assert_eq!(page.value("requirement_source"), "县委文件");
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn a_copy_is_a_draft_of_its_own() {
    let page = page();
    page.click(&in_row("duplicate"));
    wait("two drafts", || (rows(&page).len() == 2).then_some(()));
    open(&page, "抓基层党建工作述职报告（副本）");
    page.type_into("requirement_source", "市委文件");
    page.wait_saved();
    page.go_to("#/");
    open(&page, "抓基层党建工作述职报告");
    assert_eq!(page.value("requirement_source"), "县委文件", "the first is as it was");
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn a_deleted_draft_waits_in_the_bin() {
    let page = page();
    page.click(&in_row("delete"));
    wait_rows(&page, &[]);
    assert_eq!(page.wait_notice("回收站"), "info");
    page.click("[data-testid=notice] button");
    wait_rows(&page, &["抓基层党建工作述职报告"]);
    page.click(&in_row("delete"));
    wait_rows(&page, &[]);
    page.reload();
    assert_eq!(rows(&page), [""; 0]);
    page.click(".bin summary");
    page.click("[data-testid=restore]");
    wait_rows(&page, &["抓基层党建工作述职报告"]);
    page.click("[data-testid=draft] [data-testid=open]");
    page.wait_form();
    assert_eq!(page.value("requirement_source"), "县委文件");
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn a_deletion_is_taken_back_from_any_place() {
    let page = page();
    page.click(&in_row("delete"));
    wait_rows(&page, &[]);
    page.start("duty_report");
    page.click("[data-testid=notice] button");
    page.click("a[href=\"#/\"]");
    wait("both drafts", || (rows(&page).len() == 2).then_some(()));
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn a_draft_is_taken_away_as_a_file_and_brought_back() {
    let page = page();
    let file = page.downloaded(|| page.click(&in_row("to-file")));
    assert_eq!(file.name, "抓基层党建工作述职报告.json");
    page.click(&in_row("delete"));
    wait_rows(&page, &[]);
    page.import(&file.path);
    page.wait_form();
    assert_eq!(page.value("requirement_source"), "县委文件");
    page.go_to("#/");
    assert_eq!(rows(&page).len(), 1);
    assert_eq!(page.complaints(), [""; 0]);
}
