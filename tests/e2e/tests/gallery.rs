//! The built-in templates: fetched when wanted, and what each shows that a form can do.

use gaozhi_e2e::{ALT, CONTROL, DELETE, ENTER, ESCAPE, Page, TAB, wait};

const OFFLINE: &str = "window.fetch = () => Promise.reject(new TypeError('no network'))";

fn page(template: &str) -> Page {
    let page = Page::open_home();
    page.start(template);
    page
}

/// A hook inside of the paragraph of the form that says these words.
fn in_paragraph(page: &Page, words: &str, hook: &str) -> String {
    let script = "return [...document.querySelectorAll('[data-block]')]
        .find(e => e.textContent.includes(arguments[0]))?.dataset.block ?? null";
    let found = page.run(script, &[words.into()]);
    let block = found.as_str().unwrap_or_else(|| panic!("no paragraph says {words}"));
    format!("[data-block=\"{block}\"] [data-testid={hook}]")
}

fn wait_preview(page: &Page, words: &str, there: bool) {
    let negation = if there { "" } else { "not " };
    wait(format!("the preview does {negation}say {words}"), || {
        (page.preview().contains(words) == there).then_some(())
    });
}

#[test]
fn every_template_of_the_gallery_begins_a_draft_with_the_blanks_that_its_card_names() {
    let page = Page::open_home();
    for template in ["duty_report", "branch_secretary", "teacher_summary", "meeting_minutes"] {
        let card = format!("[data-testid=template][data-template={template}]");
        let blanks = page.number(&card, "data-blanks");
        page.start(template);
        let (filled, total) = page.progress();
        assert_eq!(total - filled, blanks, "{template}");
        page.wait_saved();
        page.go_to("#/");
    }
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn a_template_that_cannot_be_fetched_is_told_and_one_that_is_here_needs_no_network() {
    let page = Page::open_home();
    page.run(OFFLINE, &[]);
    page.click("[data-testid=template][data-template=meeting_minutes]");
    assert_eq!(page.wait_notice("没能取到这个模板"), "error");
    page.reload();
    let fetched = "return performance.getEntriesByType('resource')
        .filter(e => e.name.includes('/gallery/') && e.responseEnd > 0).length";
    wait("the templates are fetched ahead", || (page.run(fetched, &[]) == 4).then_some(()));
    page.pause(200);
    page.run(OFFLINE, &[]);
    page.start("meeting_minutes");
}

#[test]
fn what_was_not_done_is_left_out_and_all_is_renumbered() {
    let page = page("branch_secretary");
    let (_, total) = page.progress();
    page.click(&in_paragraph(&page, "抓换届选举", "block-omit"));
    wait_preview(&page, "抓换届选举", false);
    assert_eq!(page.progress().1, total - 3);
    wait_preview(&page, "（三）抓发展党员", true);
    assert!(!page.exists("[data-field=term]"), "its fields ask for nothing");
    page.wait_saved();
    page.reload();
    assert_eq!(page.progress().1, total - 3);
    page.click(&in_paragraph(&page, "抓换届选举", "block-restore"));
    wait_preview(&page, "（三）抓换届选举", true);
    // The same by keyboard.
    page.enter("term");
    page.keys(&format!("{ALT}{DELETE}"));
    wait_preview(&page, "抓换届选举", false);
    page.keys(ENTER);
    wait_preview(&page, "（三）抓换届选举", true);
    page.click("[data-testid=undo]");
    wait_preview(&page, "抓换届选举", false);
    page.click("[data-testid=undo]");
    wait_preview(&page, "抓换届选举", true);
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn what_was_done_twice_is_added_and_filled_by_keyboard() {
    let page = page("meeting_minutes");
    let (_, total) = page.progress();
    page.fill("decision", "完成消防设施检修");
    page.enter("decision");
    page.keys(&format!("{ALT}{ENTER}"));
    let added = page.focused();
    assert_ne!(added, "decision");
    assert_eq!(page.progress().1, total + 3);
    page.keys("组织应急演练");
    wait_preview(&page, "（二）组织应急演练。由XX负责", true);
    page.click(&in_paragraph(&page, "关于", "block-repeat"));
    wait_preview(&page, "二、关于", true);
    assert_eq!(page.progress().1, total + 3 + 9);
    page.keys(ESCAPE);
    page.click("[data-testid=undo]");
    wait_preview(&page, "二、关于", false);
    assert_eq!(page.value(&added), "组织应急演练");
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn a_choice_is_made_by_keyboard_and_taken_back() {
    let page = page("meeting_minutes");
    page.run("document.querySelector('[data-field=half_day]').focus()", &[]);
    page.keys("下");
    assert_eq!(page.value("half_day"), "下午");
    page.wait_shown("half_day", "下午");
    page.keys(TAB);
    assert_eq!(page.focused(), "clock");
    page.keys(&format!("{CONTROL}z"));
    page.wait_shown("half_day", "XX");
    assert_eq!(page.value("half_day"), "");
    assert_eq!(page.complaints(), [""; 0]);
}
