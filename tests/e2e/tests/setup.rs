//! The page setup: chosen, changed, learned from a file, kept, passed on, and borne by the Word file.

use gaozhi_e2e::{CONTROL, File, Page, TAB, read_docx, say, wait};

const FIGURES: &str = "[data-testid=setup-figures]";

fn field(key: &str) -> String {
    format!("[data-setup-field={key}]")
}

fn value(page: &Page, key: &str) -> String {
    let value = page.run("return document.querySelector(arguments[0])?.value ?? ''", &[field(key).into()]);
    value.as_str().unwrap_or_default().to_owned()
}

#[track_caller]
fn wait_value(page: &Page, key: &str, expected: &str) {
    wait(format!("{key} is {expected}, not {}", value(page, key)), || {
        (value(page, key) == expected).then_some(())
    });
}

fn is_chosen(page: &Page, preset: &str) -> bool {
    page.attribute(&format!("[data-preset={preset}]"), "aria-pressed").as_deref() == Some("true")
}

/// Types something else into a control and leaves it.
fn put(page: &Page, key: &str, text: &str) {
    page.click(&field(key));
    page.keys(&format!("{CONTROL}a"));
    page.keys(text);
    page.keys(TAB);
}

fn open(page: &Page) {
    page.click("[data-testid=setup]");
    wait("the page setup", || page.words(FIGURES).contains("每页").then_some(()));
}

/// Margins above and left and the line pitch of a Word file, in twips, as python-docx reads them.
fn page_of(docx: &File) -> [i64; 3] {
    let read = read_docx(&docx.path);
    let section = &read["sections"][0];
    let number = |value: &serde_json::Value| {
        value.as_i64().or_else(|| value.as_str()?.parse().ok()).unwrap_or_default()
    };
    [number(&section["top"]), number(&section["left"]), number(&section["grid"]["line_pitch"])]
}

#[test]
fn a_page_setup_is_chosen_learned_kept_and_passed_on() {
    let page = Page::open_home();
    page.start("duty_report");
    let standard = page.export("docx");
    assert_eq!(page_of(&standard), [2098, 1587, 579]);
    open(&page);
    assert_eq!(page.words(FIGURES), "每页 22 行 × 28 字，版心 156 × 225 毫米");
    assert!(is_chosen(&page, "standard"));

    // Habits are put together; each is a step of undo.
    page.click("[data-preset=filled]");
    page.click("[data-preset=bold-second]");
    wait_value(&page, "top", "34.6 毫米");
    assert!(is_chosen(&page, "filled") && is_chosen(&page, "bold-second") && !is_chosen(&page, "standard"));
    page.click("[data-testid=undo]");
    wait("bold is taken back", || (!is_chosen(&page, "bold-second")).then_some(()));
    page.click("[data-testid=redo]");
    wait("bold is back", || is_chosen(&page, "bold-second").then_some(()));

    // Values are read as people write them, limited to what a page bears, or refused.
    put(&page, "left", "3cm");
    wait_value(&page, "left", "30 毫米");
    put(&page, "right", "90");
    wait_value(&page, "right", "55 毫米");
    page.wait_notice("超出了能排的范围");
    put(&page, "right", "宽");
    page.wait_notice("没有看懂");
    wait_value(&page, "right", "55 毫米");
    put(&page, "right", "26");
    put(&page, "text-face", "仿宋");
    wait_value(&page, "text-face", "仿宋");
    assert_eq!(page.words(FIGURES), "每页 22 行 × 27 字，版心 154 × 230 毫米");
    page.wait_saved();

    // Kept under a name, set for new drafts, and given to others.
    page.click("[data-testid=setup-name]");
    page.keys("某县办公室");
    page.click("[data-testid=setup-save]");
    page.wait_notice("已存为“某县办公室”");
    assert_eq!(page.count("[data-testid=own-setup]"), 1);
    page.click("[data-testid=setup-default]");
    page.wait_notice("以后新建的草稿都用这个版式");
    let file = page.downloaded(|| page.click("[data-testid=setup-export]"));
    assert_eq!(file.name, "某县办公室.txt");
    assert!(file.text().contains("稿纸版式 1\r\n名称 某县办公室\r\n上边距 34.6 毫米\r\n"));

    // The Word file bears it, now and after the draft was opened again.
    page.click("[data-testid=setup-done]");
    page.wait_form();
    let docx = page.export("docx");
    assert_eq!(page_of(&docx), [1962, 1701, 592]);
    page.reload();
    page.wait_form();
    assert_eq!(page_of(&page.export("docx")), [1962, 1701, 592]);
    page.go_to("#/");
    page.start("branch_secretary");
    assert_eq!(page_of(&page.export("docx")), [1962, 1701, 592], "a new draft has the setup of new drafts");

    // Learned from a file.
    open(&page);
    page.choose("[data-testid=setup-learn]", &standard.path);
    page.wait_notice("已照样文改好。");
    assert!(is_chosen(&page, "standard"));
    page.choose("[data-testid=setup-learn]", &docx.path);
    wait_value(&page, "text-face", "仿宋");
    wait_value(&page, "left", "30 毫米");
    assert!(is_chosen(&page, "filled") && is_chosen(&page, "bold-second"));
    page.choose("[data-testid=setup-learn]", &file.path);
    page.wait_notice("只能从 .docx 文件学习版式");

    // Deleted and had back.
    page.click("[data-testid=delete-setup]");
    wait("it is gone", || (page.count("[data-testid=own-setup]") == 0).then_some(()));
    page.click("[data-testid=notice] .primary");
    wait("it is back", || (page.count("[data-testid=own-setup]") == 1).then_some(()));
    assert_eq!(page.complaints(), [""; 0]);

    // Somebody else takes it from the file.
    let other = Page::open_home();
    other.start("duty_report");
    open(&other);
    other.choose("[data-testid=setup-import]", &standard.path);
    other.wait_notice("这不是从这里导出的版式文件");
    other.choose("[data-testid=setup-import]", &file.path);
    other.wait_notice("已导入“某县办公室”");
    wait_value(&other, "left", "30 毫米");
    wait_value(&other, "text-face", "仿宋");
    assert_eq!(other.words("[data-testid=own-setup]"), "某县办公室");
    other.wait_saved();
    other.click("[data-testid=setup-done]");
    other.wait_form();
    assert_eq!(page_of(&other.export("docx")), [1962, 1701, 592]);
    assert_eq!(other.complaints(), [""; 0]);
    say("page setup: chosen, learned, kept, passed on; the Word file bears it");
}
