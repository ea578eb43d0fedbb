//! Storage that is damaged, of a newer version, full or denied: told at once, and nothing is dropped.

use gaozhi_e2e::{ENTER, Page, Setup, say, wait};

const FIELD: &str = "requirement_source";

/// The text under a key.
fn stored(page: &Page, key: &str) -> Option<String> {
    page.run("return localStorage.getItem(arguments[0])", &[key.into()]).as_str().map(str::to_owned)
}

/// The newest record of the draft of that id.
fn newest(page: &Page, id: &str) -> Option<String> {
    let script = "const seq = (key) => Number(key.split('/').pop());
        const keys = Object.keys(localStorage).filter((key) => key.startsWith(`gaozhi/draft/${arguments[0]}/`));
        return keys.length ? localStorage.getItem(keys.sort((a, b) => seq(b) - seq(a))[0]) : null";
    page.run(script, &[id.into()]).as_str().map(str::to_owned)
}

fn store(page: &Page, key: &str, text: &str) {
    page.run("localStorage.setItem(arguments[0], arguments[1])", &[key.into(), text.into()]);
}

/// The id of the draft that is open.
fn id(page: &Page) -> String {
    page.hash().rsplit_once('/').unwrap().1.to_owned()
}

/// A page with one draft in storage, that is home again.
fn with_a_draft() -> (Page, String) {
    let page = Page::open_home();
    page.start("duty_report");
    page.keys("县委文件");
    page.keys(ENTER);
    page.wait_saved();
    let id = id(&page);
    page.go_to("#/");
    (page, id)
}

#[test]
fn a_damaged_record_is_set_aside_told_and_offered_as_a_file_and_the_others_open() {
    let (page, id) = with_a_draft();
    let damaged = "{\n\"format\": \"gaozhi-draft\",\n\"version\": 1,\n\"answers\": {\"requirement_sou";
    store(&page, "gaozhi/draft/broken", damaged);
    // Met in the list.
    page.reload();
    assert_eq!(page.count("[data-testid=draft]"), 1);
    assert!(page.words("body").contains("未能读出的草稿"), "{}", page.words("body"));
    let file = page.downloaded(|| page.click("[data-testid=damaged-to-file]"));
    assert_eq!(file.text(), damaged, "not a byte is lost");
    // Met by its address.
    store(&page, "gaozhi/draft/broken-too", "no JSON at all");
    page.go_to("#/fill/broken-too");
    assert_eq!(page.wait_notice("读不出来"), "error");
    assert_eq!(page.count("[data-testid=damaged-to-file]"), 2);
    assert!(
        page.run("return JSON.stringify(localStorage)", &[]).as_str().unwrap().contains("no JSON at all")
    );
    page.click("[data-testid=draft] [data-testid=open]");
    page.wait_form();
    assert_eq!(page.value(FIELD), "县委文件");
    assert!(newest(&page, &id).unwrap().contains("县委文件"));
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn a_record_that_one_store_lost_comes_back_from_the_other() {
    let (page, id) = with_a_draft();
    let key = page.run(
        "return Object.keys(localStorage).filter((key) => key.startsWith('gaozhi/draft/')).sort().pop()",
        &[],
    );
    let key = key.as_str().unwrap().to_owned();
    // Torn here, whole in the twin.
    let whole = stored(&page, &key).unwrap();
    let torn: String = whole.chars().take(200).collect();
    page.run("Object.keys(localStorage).forEach((key) => localStorage.removeItem(key))", &[]);
    store(&page, &key, &torn);
    page.go_to(&format!("#/fill/{id}"));
    page.wait_form();
    assert_eq!(page.value(FIELD), "县委文件");
    // Gone here.
    page.run("localStorage.clear()", &[]);
    page.reload();
    assert_eq!(page.value(FIELD), "县委文件");
    // Gone there.
    let script = "return new Promise((done) => {
        const asked = indexedDB.deleteDatabase('gaozhi');
        asked.onsuccess = asked.onblocked = asked.onerror = () => done(true);
    })";
    page.run(script, &[]);
    page.go_to(&format!("#/fill/{id}"));
    page.wait_form();
    assert_eq!(page.value(FIELD), "县委文件");
    page.go_to("#/");
    assert!(!page.words("body").contains("未能读出的草稿"), "{}", page.words("body"));
}

#[test]
fn a_record_of_a_newer_version_is_neither_opened_nor_written_over() {
    let page = Page::open_home();
    let draft = "{\"format\": \"gaozhi-draft\", \"version\": 99}";
    let record = "gaozhi-record 9 whatever\nthat may say";
    for (key, newer) in [("gaozhi/draft/soon", draft), ("gaozhi/draft/later/w/7", record)] {
        store(&page, key, newer);
        let id = key.split('/').nth(2).unwrap();
        page.go_to(&format!("#/fill/{id}"));
        wait("the reason", || page.words("[data-testid=crash]").contains("更新版本").then_some(()));
        assert!(!page.exists("[data-field]"));
        assert_eq!(stored(&page, key).as_deref(), Some(newer));
        let text = page.run("return document.querySelector('[data-testid=crash-text]').value", &[]);
        assert_eq!(text, newer);
        let offered = page.downloaded(|| page.click("[data-testid=crash-file]"));
        assert_eq!(offered.text(), newer);
        page.go_to("#/");
        let row = format!("[data-testid=draft][data-draft=\"{id}\"] [data-testid=to-file]");
        assert_eq!(page.downloaded(|| page.click(&row)).text(), newer);
        page.reload();
        assert_eq!(stored(&page, key).as_deref(), Some(newer));
    }
    assert_eq!(page.count("[data-testid=draft]"), 2);
}

/// Fills the storage to its last character; says how many there was room for.
fn fill_up(page: &Page) -> u64 {
    let script = "let size = 1 << 22, at = 0, all = 0;
        while (size >= 1) {
            try { localStorage.setItem('fill' + at++, 'x'.repeat(size)); all += size; } catch { size >>= 1; }
        }
        return all";
    page.run(script, &[]).as_u64().unwrap()
}

#[test]
fn a_damaged_record_is_told_also_when_storage_is_full() {
    let (page, _) = with_a_draft();
    store(&page, "gaozhi/draft/broken", "no JSON at all");
    fill_up(&page);
    page.reload();
    assert_eq!(page.count("[data-testid=draft]"), 1);
    assert!(page.words("body").contains("未能读出的草稿"), "{}", page.words("body"));
    let file = page.downloaded(|| page.click("[data-testid=damaged-to-file]"));
    assert_eq!(file.text(), "no JSON at all");
}

#[test]
fn a_full_storage_is_told_the_file_still_comes_and_saving_goes_on_when_there_is_room() {
    let (page, id) = with_a_draft();
    page.click("[data-testid=draft] [data-testid=open]");
    page.wait_form();
    let chars = fill_up(&page);
    page.type_into(FIELD, &"县委关于基层党建工作的一份文件".repeat(20));
    let typed = page.value(FIELD);
    page.wait_saving("failed");
    assert_eq!(page.wait_notice("存储空间满了"), "error");
    assert!(newest(&page, &id).unwrap().contains("县委文件"), "the record before stays whole");
    let file = page.export("json").text();
    assert!(file.contains(&typed));
    let offered = page.downloaded(|| page.click("[data-testid=notice][data-level=error] button"));
    assert!(offered.text().contains(&typed));
    // Home and back within the window loses nothing either.
    let place = page.hash();
    page.run("location.hash = '#/'", &[]);
    wait("home", || page.exists("[data-testid=template]").then_some(()));
    page.run("location.hash = arguments[0]", &[place.into()]);
    page.wait_form();
    assert_eq!(page.value(FIELD), typed);
    page.wait_saving("failed");
    page.run("Object.keys(localStorage).filter(k => k.startsWith('fill')).forEach(k => localStorage.removeItem(k))", &[]);
    page.wait_saved();
    assert!(newest(&page, &id).unwrap().contains(&typed));
    page.reload();
    assert_eq!(page.value(FIELD), typed);
    say(format!("bad days: storage full after {chars} characters, saving went on by itself"));
}

#[test]
fn a_page_without_storage_works_says_so_and_gives_the_file() {
    let deny = "Object.defineProperty(window, 'localStorage', { configurable: true,
        get() { throw new DOMException('denied by the story', 'SecurityError'); } });
        Object.defineProperty(window, 'indexedDB', { configurable: true, value: undefined });";
    let page = Page::open(&Setup { before: Some(deny), ..Setup::default() });
    assert_eq!(page.count("[data-testid=template]"), 4);
    page.start("duty_report");
    assert_eq!(page.wait_notice("不允许保存"), "error");
    page.wait_saving("failed");
    page.type_into(FIELD, "县委文件");
    page.keys(ENTER);
    page.wait_shown(FIELD, "县委文件");
    page.wait_saving("failed");
    assert!(page.export("json").text().contains("县委文件"));
    assert!(page.export("txt").text().contains("按照县委文件要求"));
    assert!(page.export("docx").bytes.starts_with(b"PK"));
    page.click("a[href=\"#/\"]");
    wait("home", || page.exists("[data-testid=template]").then_some(()));
    if page.notice("不允许保存").is_some() {
        let file = page.downloaded(|| page.click("[data-testid=notice][data-level=error] button"));
        assert!(file.text().contains("县委文件"), "what is offered is given");
    }
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn the_twin_alone_keeps_a_draft() {
    let deny = "Object.defineProperty(window, 'localStorage', { configurable: true,
        get() { throw new DOMException('denied by the story', 'SecurityError'); } });";
    let page = Page::open(&Setup { before: Some(deny), ..Setup::default() });
    page.start("duty_report");
    page.type_into(FIELD, "县委文件");
    page.keys(ENTER);
    page.wait_saved();
    page.reload();
    assert_eq!(page.value(FIELD), "县委文件");
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn a_file_that_cannot_be_read_is_refused_with_the_reason_and_nothing_else_happens() {
    let (page, id) = with_a_draft();
    let before = newest(&page, &id);
    let cases = [
        ("坏的.json", "{\"format\": \"gaozhi-draft\", \"version\": 1, \"ans", "坏的.json"),
        ("别的.json", "{\"name\": \"somebody else's\"}", "别的.json"),
        ("新的.json", "{\"format\": \"gaozhi-draft\", \"version\": 99}", "更新版本"),
        ("空的.txt", "", "空的.txt"),
        ("表格.xlsx", "PK\u{3}\u{4}", "表格.xlsx"),
    ];
    for (name, text, reason) in cases {
        page.import_text(name, text);
        wait(reason, || page.words("[data-testid=import-error]").contains(reason).then_some(()));
        assert_eq!(page.hash(), "#/");
    }
    assert_eq!(page.count("[data-testid=draft]"), 1);
    assert_eq!(newest(&page, &id), before);
    assert_eq!(page.complaints(), [""; 0]);
    say(format!("bad days: {} files refused with the reason", cases.len()));
}

#[test]
fn an_address_of_no_draft_leads_home_with_a_word() {
    let page = Page::open(&Setup { hash: "#/fill/never", ..Setup::default() });
    assert_eq!(page.wait_notice("没有这份草稿"), "error");
    assert!(page.exists("[data-testid=template]"));
}
