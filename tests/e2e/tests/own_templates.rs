//! Templates of one's own: made of a draft, mailed, brought by file, paste or drop, kept in order.

use gaozhi_e2e::{ENTER, Page, Setup, say, wait};

const ROW: &str = "[data-testid=own-template]";
const TEXT: &str = "// 教育局发\n模板 安全生产总结\n简介 学校用\n[字段]\nn | 整数 | 演练次数 | 占位 X | 单位 次\n不懂的一行\n[正文]\n@标题 安全生产总结\n# 主要工作\n全年演练{n}次。\n";

fn in_row(name: &str) -> String {
    format!("{ROW} [data-testid={name}]")
}

fn names(page: &Page) -> Vec<String> {
    let script = "return [...document.querySelectorAll('[data-testid=own-template] .name')].map(e => e.firstChild.data.trim())";
    let found = page.run(script, &[]);
    found.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

fn wait_names(page: &Page, expected: &[&str]) {
    wait(format!("the templates are {expected:?}, not {:?}", names(page)), || {
        (names(page) == expected).then_some(())
    });
}

#[test]
fn a_template_that_was_mailed_is_kept_and_mailed_on() {
    let page = Page::open_home();
    page.import_text("总结.txt", TEXT);
    wait_names(&page, &["安全生产总结"]);
    assert_eq!(page.wait_notice("第 6 行的"), "info", "what was not understood is told");
    let focus = "return document.activeElement.dataset.testid";
    wait("the focus on it", || (page.run(focus, &[]) == "template").then_some(()));
    page.import_text("again.txt", &format!("\u{feff}{}", TEXT.replace('\n', "\r\n")));
    page.wait_notice("已在我的模板里");
    assert_eq!(names(&page), ["安全生产总结"], "the same is not kept twice");
    let file = page.downloaded(|| page.click(&in_row("to-file")));
    assert_eq!(file.name, "安全生产总结.模板.txt");
    assert_eq!(file.text().replace("\r\n", "\n").trim_start_matches('\u{feff}'), TEXT, "comments and all");

    let other = Page::open_home();
    other.import(&file.path);
    wait_names(&other, &["安全生产总结"]);
    other.click(&format!("{ROW} [data-testid=template]"));
    other.wait_form();
    assert_eq!(other.attribute("[data-field=n]", "data-unit").as_deref(), Some("次"));
    for page in [page, other] {
        assert_eq!(page.complaints(), [""; 0]);
    }
}

#[test]
fn a_draft_leaves_its_form_behind_as_a_template() {
    let page = Page::open_home();
    page.start("duty_report");
    page.keys("县委文件");
    page.click("[data-testid=export-menu]");
    page.click("[data-testid=save-as-template]");
    page.wait_notice("已存入我的模板");
    page.click("[data-testid=notice] button.primary");
    wait_names(&page, &["抓基层党建工作述职报告"]);
    page.click(&format!("{ROW} [data-testid=template]"));
    page.wait_form();
    assert_eq!(page.value("requirement_source"), "", "the answers stay in the draft");
    assert_eq!(page.progress().0, 0);
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn templates_are_renamed_copied_pinned_deleted_and_restored() {
    let page = Page::open_home();
    page.import_text("总结.txt", TEXT);
    wait_names(&page, &["安全生产总结"]);
    page.click(&in_row("rename"));
    wait("a box for the name", || {
        (page.run("return document.activeElement.matches('input')", &[]) == true).then_some(())
    });
    page.keys("甲");
    page.keys(ENTER);
    wait_names(&page, &["甲"]);
    page.click(&in_row("duplicate"));
    wait_names(&page, &["甲（副本）", "甲"]);
    page.click(&format!("{ROW}:nth-child(2) [data-testid=pin]"));
    wait_names(&page, &["甲", "甲（副本）"]);
    page.click(&format!("{ROW}:nth-child(2) [data-testid=delete]"));
    wait_names(&page, &["甲"]);
    page.reload();
    assert_eq!(names(&page), ["甲"]);
    page.click(".bin summary");
    page.click("[data-testid=restore]");
    wait_names(&page, &["甲", "甲（副本）"]);
    assert_eq!(page.complaints(), [""; 0]);
}

/// A paste or a drop, sent by hand: `what` fills a `DataTransfer` named `data`.
fn bring(page: &Page, event: &str, what: &str) {
    page.run(
        &format!(
            "const data = new DataTransfer(); {what};
             const options = {{ bubbles: true, cancelable: true }};
             document.body.dispatchEvent('{event}' === 'paste'
                 ? new ClipboardEvent('paste', {{ ...options, clipboardData: data }})
                 : new DragEvent('{event}', {{ ...options, dataTransfer: data }}))"
        ),
        &[TEXT.into()],
    );
}

#[test]
fn a_template_is_taken_from_a_paste_and_from_a_drop_anywhere_on_home() {
    let page = Page::open_home();
    bring(&page, "paste", "data.setData('text/plain', arguments[0]); data.setData('text/html', '<p>x')");
    wait_names(&page, &["安全生产总结"]);
    let file = "data.items.add(new File([arguments[0].replace('安全', '消防')], '乙.txt'))";
    bring(&page, "dragover", file);
    assert_eq!(page.words(".drop"), "松手即可打开");
    bring(&page, "drop", file);
    wait("two templates", || (names(&page).len() == 2).then_some(()));
    assert!(!page.exists(".drop:not([hidden])"));
    assert_eq!(page.complaints(), [""; 0]);
    say("own templates: by file, paste and drop");
}

#[test]
fn what_is_no_draft_is_refused_where_the_person_is() {
    let page = Page::open_home();
    page.import_text("a.json", "{}");
    wait("a refusal", || page.exists("[data-testid=import-error]").then_some(()));
    let said = page.words("[data-testid=import-error]");
    assert!(said.contains("“a.json”") && said.contains("原有草稿没有动"), "{said}");
    page.click("[data-testid=import-read]");
    wait("another", || page.words("[data-testid=import-error]").contains("粘贴").then_some(()));
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn where_nothing_can_be_stored_templates_live_in_the_window() {
    let denied = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } });
        Object.defineProperty(window, 'indexedDB', { value: undefined });";
    let page = Page::open(&Setup { before: Some(denied), ..Setup::default() });
    page.import_text("总结.txt", TEXT);
    wait_names(&page, &["安全生产总结"]);
    assert_eq!(page.wait_notice("不允许保存"), "error");
    page.click(&in_row("delete"));
    wait_names(&page, &[]);
    page.click(".bin summary");
    page.click("[data-testid=restore]");
    wait_names(&page, &["安全生产总结"]);
    assert_eq!(page.complaints(), [""; 0]);
}
