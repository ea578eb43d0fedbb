//! Work outlives the browser: drafts as files that open again, everything as one backup, and nothing
//! replaced or deleted for good unasked.

use std::fs;

use gaozhi_e2e::report::{answers, squeezed};
use gaozhi_e2e::{ENTER, Page, say, wait};

const ROW: &str = "[data-testid=draft]";
const NAME: &str = "抓基层党建工作述职报告";
const FIELD: &str = "requirement_source";

fn names(page: &Page, rows: &str) -> Vec<String> {
    let script = "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText.trim())";
    let found = page.run(script, &[rows.into()]);
    found.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

fn drafts(page: &Page) -> Vec<String> {
    names(page, "[data-testid=draft] [data-testid=open]")
}

fn binned(page: &Page) -> usize {
    usize::try_from(page.count(".bin li")).unwrap()
}

fn wait_drafts(page: &Page, count: usize) {
    wait(format!("{count} drafts, not {:?}", drafts(page)), || (drafts(page).len() == count).then_some(()));
}

fn choose(page: &Page, choice: &str) {
    let button = format!("[data-testid=notice] [data-choice={choice}]");
    wait(format!("the choice {choice}"), || page.exists(&button).then_some(()));
    page.click(&button);
}

/// Home with one draft, in whose first field that text stands.
fn page_with(text: &str) -> Page {
    let page = Page::open_home();
    page.start("duty_report");
    page.keys(text);
    page.wait_saved();
    page
}

fn go_home(page: &Page) {
    page.click("a[href=\"#/\"]");
    wait("home", || page.exists("[data-testid=import-file]").then_some(()));
}

#[test]
fn a_draft_as_a_web_page_shows_the_report_and_opens_in_another_browser() {
    let page = Page::open_home();
    page.start("duty_report");
    page.fill_all();
    let (clean, file) = (page.export("html"), page.export("draft-html"));
    assert!(file.name.contains("_草稿_") && file.name.ends_with(".html"), "{}", file.name);
    assert!(!clean.text().contains("gaozhi-draft"), "what is sent on carries no draft");
    let values: Vec<String> = answers().iter().map(|(field, _)| page.value(field)).collect();
    assert_eq!(page.complaints(), [""; 0]);
    let told = page.read_html(&clean);
    let shown = page.read_html(&file);
    assert!(squeezed(&shown).starts_with(&squeezed(&told)), "it shows the report as the clean one does");
    page.click("summary");
    let shown = squeezed(&page.words("body"));
    for value in &values {
        assert!(shown.contains(&squeezed(value)), "{value}");
    }

    let other = Page::open_home();
    other.import(&file.path);
    other.wait_form();
    for ((field, _), value) in answers().iter().zip(&values) {
        assert_eq!(other.value(field), *value, "{field}");
    }
    assert_eq!(other.complaints(), [""; 0]);
    say(format!("files: {} values came over in {} bytes", values.len(), file.bytes.len()));
}

#[test]
fn a_web_page_saved_again_still_opens_and_one_without_a_draft_is_read() {
    let page = page_with("县委文件");
    let text = page.export("draft-html").text();
    let again = text.replace("<html", "<!-- saved from url=(0016)http://localhost -->\r\n<html").replace(
        "<script type=\"application/json\" id=\"gaozhi-draft\">",
        "<script id=\"gaozhi-draft\" type=\"application/json\">",
    );
    let other = Page::open_home();
    other.import_text("另存.htm", &again);
    other.wait_form();
    assert_eq!(other.value(FIELD), "县委文件");
    other.go_to("#/");
    let spoilt = again.replace("\"version\"", "\"version");
    other.import_text("坏了.html", &spoilt);
    wait("the reason", || other.exists("[data-testid=import-error]").then_some(()));
    assert_eq!(drafts(&other).len(), 1);
    other.import_text("通知.html", "<html><p>全年讲党课XX次。</p></html>");
    wait("the review", || other.exists("[data-testid=import-review]").then_some(()));
    assert_eq!(other.complaints(), [""; 0]);
}

#[test]
fn the_draft_that_is_here_opens_without_a_second_one() {
    let page = page_with("县委文件");
    let address = page.hash();
    let files = [page.export("json"), page.export("draft-html")];
    for file in files {
        go_home(&page);
        page.import(&file.path);
        page.wait_form();
        assert_eq!(page.hash(), address);
        assert_eq!(page.wait_notice("完全相同"), "info");
    }
    go_home(&page);
    assert_eq!(drafts(&page), [NAME]);
    assert_eq!(page.complaints(), [""; 0]);
}

/// A page with a draft that was changed since it was saved to a file, and that file given to it.
fn conflict() -> (Page, String) {
    let page = page_with("县委文件");
    let (address, file) = (page.hash(), page.export("draft-html"));
    page.type_into(FIELD, "市委文件");
    page.wait_saved();
    go_home(&page);
    page.import(&file.path);
    wait("the question", || page.exists("[data-choice=keep-both]").then_some(()));
    assert_eq!(drafts(&page), [NAME], "nothing happens before the answer");
    (page, address)
}

#[test]
fn another_state_of_a_draft_comes_beside_it() {
    let (page, address) = conflict();
    let focused = page.run("return document.activeElement.dataset.choice", &[]);
    assert_eq!(focused, "keep-both");
    page.keys(ENTER);
    page.wait_form();
    assert_ne!(page.hash(), address);
    assert_eq!(page.value(FIELD), "县委文件");
    go_home(&page);
    assert_eq!((drafts(&page).len(), binned(&page)), (2, 0));
    page.go_to(&address);
    page.wait_form();
    assert_eq!(page.value(FIELD), "市委文件");
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn what_a_file_replaces_waits_in_the_bin() {
    let (page, address) = conflict();
    choose(&page, "replace");
    page.wait_form();
    assert_eq!((page.hash(), page.value(FIELD)), (address, "县委文件".to_owned()));
    go_home(&page);
    assert_eq!((drafts(&page).len(), binned(&page)), (1, 1));
    page.click(".bin summary");
    page.click("[data-testid=restore]");
    wait_drafts(&page, 2);
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn a_question_put_away_changes_nothing() {
    let (page, address) = conflict();
    choose(&page, "dismiss");
    wait("no question", || (!page.exists("[data-choice=replace]")).then_some(()));
    assert_eq!((drafts(&page).len(), binned(&page)), (1, 0));
    page.go_to(&address);
    page.wait_form();
    assert_eq!(page.value(FIELD), "市委文件");
    assert_eq!(page.complaints(), [""; 0]);
}

/// A page with two drafts, one more in the bin, a template and a setting.
fn full() -> Page {
    let page = page_with("县委文件");
    page.click("[data-testid=export-menu]");
    page.click("[data-testid=save-as-template]");
    page.wait_notice("我的模板");
    go_home(&page);
    for count in [2, 3] {
        page.click(&format!("{ROW} [data-testid=duplicate]"));
        wait_drafts(&page, count);
    }
    page.click(&format!("{ROW} [data-testid=delete]"));
    wait_drafts(&page, 2);
    page.run(
        "const select = document.querySelector('[data-testid=remind-after]'); select.value = '30';
        select.dispatchEvent(new Event('change', { bubbles: true }))",
        &[],
    );
    page
}

fn kept(page: &Page) -> (Vec<String>, usize, u64) {
    let mut names = drafts(page);
    names.sort();
    (names, binned(page), page.count("[data-testid=own-template]"))
}

/// As a browser does when somebody clears the data of its sites.
fn clear(page: &Page) {
    let script = "return new Promise(done => {
        indexedDB.open('gaozhi').onsuccess = ({ target: { result } }) => {
            const turn = result.transaction('records', 'readwrite');
            turn.objectStore('records').clear();
            turn.oncomplete = () => { result.close(); localStorage.clear(); done(1); };
        };
    })";
    assert_eq!(page.run(script, &[]), 1);
    page.reload();
}

#[test]
fn everything_comes_back_from_a_backup_after_the_browser_was_cleared() {
    let page = full();
    let before = kept(&page);
    let file = page.downloaded(|| page.click("[data-testid=backup]"));
    assert!(file.name.starts_with("稿纸备份_"), "{}", file.name);
    clear(&page);
    assert_eq!(kept(&page), (Vec::new(), 0, 0));
    page.import(&file.path);
    choose(&page, "restore");
    wait_drafts(&page, 2);
    assert_eq!(kept(&page), before);
    page.reload();
    assert_eq!(kept(&page), before);
    assert_eq!(page.run("return document.querySelector(`[data-testid=remind-after]`).value", &[]), "30");
    page.click(&format!("{ROW} [data-testid=open]"));
    page.wait_form();
    assert_eq!(page.value(FIELD), "县委文件");

    // Once more: all of it is here.
    go_home(&page);
    page.import(&file.path);
    choose(&page, "restore");
    page.wait_notice("4 份已有");
    assert_eq!(kept(&page), before);
    assert_eq!(page.complaints(), [""; 0]);
    say(format!("files: 5 records in a backup of {} bytes", file.bytes.len()));
}

#[test]
fn a_backup_replaces_nothing_and_damage_costs_only_what_it_hits() {
    let page = page_with("县委文件");
    let address = page.hash();
    go_home(&page);
    page.click(&format!("{ROW} [data-testid=duplicate]"));
    wait_drafts(&page, 2);
    let file = page.downloaded(|| page.click("[data-testid=backup]"));
    page.go_to(&address);
    page.wait_form();
    page.type_into(FIELD, "市委文件");
    page.wait_saved();
    go_home(&page);
    for _ in 0..2 {
        page.import(&file.path);
        choose(&page, "restore");
        wait_drafts(&page, 3);
        page.wait_notice("已有");
    }
    assert!(
        drafts(&page).iter().any(|name| name.starts_with(&format!("{NAME}（备份 "))),
        "{:?}",
        drafts(&page)
    );
    page.go_to(&address);
    page.wait_form();
    assert_eq!(page.value(FIELD), "市委文件", "what is here stays");

    let other = Page::open_home();
    let text = file.text();
    other.import_text("断了.json", &text[..text.floor_char_boundary(text.len() - 200)]);
    other.wait_notice("另有 1 项已损坏");
    choose(&other, "restore");
    wait_drafts(&other, 1);
    other.import_text("新的.json", &text.replace("\"version\": 1,\n\"made\"", "\"version\": 9,\n\"made\""));
    assert_eq!(other.wait_notice("更新版本"), "error");
    assert_eq!(other.complaints(), [""; 0]);
    fs::remove_file(&file.path).unwrap();
}

#[test]
fn work_that_is_in_no_file_for_long_is_told_of_once() {
    let page = page_with("县委文件");
    go_home(&page);
    assert!(!page.exists("[data-testid=reminder]"), "it is new");
    let days_ago = |days: u32| {
        let script = "for (const key of Object.keys(localStorage))
            if (key.startsWith('gaozhi/taken/')) localStorage[key] = arguments[0] * 864e5 - Date.now()";
        page.run(script, &[days.into()]);
        page.reload();
    };
    days_ago(6);
    assert!(!page.exists("[data-testid=reminder]"));
    days_ago(8);
    assert_eq!(page.number("[data-testid=reminder]", "data-drafts"), 1);
    assert!(page.words("[data-testid=reminder]").contains("只保存在本浏览器"));
    page.click("[data-testid=later]");
    wait("no reminder", || (!page.exists("[data-testid=reminder]")).then_some(()));
    page.reload();
    assert!(!page.exists("[data-testid=reminder]"), "once a period");
    page.run("localStorage.removeItem('gaozhi/reminded')", &[]);
    page.reload();
    assert!(page.exists("[data-testid=reminder]"));
    page.downloaded(|| page.click(&format!("{ROW} [data-testid=to-file]")));
    wait("no reminder", || (!page.exists("[data-testid=reminder]")).then_some(()));
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn what_is_deleted_for_good_was_asked_for_twice() {
    let page = full();
    page.click(".bin summary");
    page.click("[data-testid=purge]");
    choose(&page, "dismiss");
    assert_eq!(binned(&page), 1);
    page.click("[data-testid=purge]");
    choose(&page, "purge");
    wait("an empty bin", || (binned(&page) == 0).then_some(()));
    for count in [1, 0] {
        page.click(&format!("{ROW} [data-testid=delete]"));
        wait_drafts(&page, count);
    }
    page.click("[data-testid=own-template] [data-testid=delete]");
    wait("three in the bin", || (binned(&page) == 3).then_some(()));
    page.click(".bin summary");
    page.click("[data-testid=empty-bin]");
    choose(&page, "purge");
    wait("an empty bin", || (binned(&page) == 0).then_some(()));
    page.reload();
    assert_eq!(kept(&page), (Vec::new(), 0, 0));
    assert!(!stored(&page).contains("县委文件"), "{}", stored(&page));
    assert_eq!(page.complaints(), [""; 0]);
}

/// All that the two stores hold.
fn stored(page: &Page) -> String {
    let script = "return new Promise(done => {
        indexedDB.open('gaozhi').onsuccess = ({ target: { result } }) => {
            const all = result.transaction('records').objectStore('records').getAll();
            all.onsuccess = () => { result.close(); done(all.result.concat(Object.values(localStorage)).join('\\n')); };
        };
    })";
    page.run(script, &[]).as_str().unwrap().to_owned()
}
