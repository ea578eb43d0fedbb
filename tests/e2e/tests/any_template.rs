//! Any text becomes a form: pasted, reviewed, shaped, filled, taken away, mailed to another office.

use gaozhi_e2e::{ENTER, Page, TAB, say, wait};
use serde_json::json;

const TEXT: &str = "XX镇2026年安全生产工作总结\n　　今年以来，我镇认真落实责任，现将情况总结如下。\n一、主要工作\n（一）压实责任。全年召开会议X次，检查企业XX家，发现隐患XX处，整改率XX%。\n（二）加强宣传。开展“XXX”活动，发放材料XX份，某某局参与。\n二、下步打算\n继续做好XX镇____工作。\n";

const REVIEW: &str = "[data-testid=import-review]";

/// Pastes a text at home and waits for its review.
fn review(page: &Page, text: &str) {
    page.run(
        "const box = document.querySelector('[data-testid=import-text]'); box.value = arguments[0]; box.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        &[json!(text)],
    );
    page.click("[data-testid=import-read]");
    wait("the review", || page.exists("[data-testid=found-blank]").then_some(()));
}

/// The control of a column in the row of that literal and the text before it.
fn cell(page: &Page, before: &str, column: &str) -> String {
    let script = "return [...document.querySelectorAll('[data-testid=found-blank]')].find(row => row.dataset.before.endsWith(arguments[0]))?.id ?? ''";
    let row = page.run(script, &[json!(before)]);
    format!("#{} [data-column={column}]", row.as_str().unwrap_or_default())
}

fn choose(page: &Page, selector: &str, value: &str) {
    let script = "const box = document.querySelector(arguments[0]); box.value = arguments[1]; box.dispatchEvent(new Event('change', { bubbles: true })); return box.value";
    assert_eq!(page.run(script, &[json!(selector), json!(value)]), value, "{selector}");
}

#[test]
fn a_pasted_text_is_reviewed_shaped_filled_and_mailed() {
    let page = Page::open_home();
    review(&page, TEXT);
    let (blanks, headings) = (page.number(REVIEW, "data-blanks"), page.number(REVIEW, "data-headings"));
    assert_eq!((blanks, headings), (9, 4));
    assert_eq!(page.count("[data-testid=found-heading]"), 4);
    assert_eq!(page.count("[data-testid=found-blank][data-certain=true]"), 9);
    assert_eq!(page.count("[data-testid=found-blank][data-certain=false]"), 1, "某某 is only suggested");

    // Two corrections: another name, another kind.
    page.click(&cell(&page, "召开会议", "label"));
    page.run("document.activeElement.select()", &[]);
    page.keys("专题会议次数");
    page.keys(TAB);
    choose(&page, &cell(&page, "检查企业", "kind"), "decimal");
    page.click("[data-testid=review-keep]");
    page.wait_notice("安全生产工作总结");
    page.go_to("#/");
    wait("one's own template", || page.exists("[data-testid=own-template]").then_some(()));

    // One more field, made of words.
    page.click("[data-testid=own-template] [data-testid=design]");
    wait("the designer", || page.exists(".sketch-block").then_some(()));
    let block = "return [...document.querySelectorAll('.sketch-block')].find(b => b.textContent.includes('我镇认真')).id";
    let block = page.run(block, &[]).as_str().unwrap_or_default().to_owned();
    page.click(&format!("#{block} [data-at]"));
    wait("the words in a box", || page.exists("#sketch-text").then_some(()));
    page.run(
        "const box = document.querySelector('#sketch-text'); box.focus(); const at = box.value.indexOf('责任'); box.setSelectionRange(at, at + 2)",
        &[],
    );
    page.click("[data-testid=design-make-blank]");
    wait("the blank's name", || page.exists("[data-testid=design-label]").then_some(()));
    page.click("[data-testid=design-label]");
    page.run("document.activeElement.select()", &[]);
    page.keys("落实什么");
    page.keys(ENTER);
    wait("the blank in its sentence", || {
        let script = "return [...document.querySelectorAll('.sketch-block [data-blank]')].some(b => b.textContent == '落实什么') || document.querySelector('#sketch-text')?.value.includes('〔落实什么〕')";
        (page.run(script, &[]) == true).then_some(())
    });
    page.click("[data-testid=design-fill]");
    page.wait_form();
    assert_eq!(page.count("[data-field]"), 9, "8 fields of the text, one of them twice in it, and a new one");
    let labels = "return [...document.querySelectorAll('[data-field]')].map(e => e.getAttribute('aria-label') ?? '').join('|')";
    let labels = page.run(labels, &[]).to_string();
    assert!(labels.contains("专题会议次数") && labels.contains("落实什么"), "{labels}");
    assert_eq!(page.count("[data-field][data-kind=decimal]"), 1);

    for _ in 0..9 {
        page.keys("12");
        page.keys(ENTER);
    }
    page.wait_saved();
    assert_eq!(page.progress(), (9, 9));
    let text = page.export("txt").text();
    assert!(!text.contains("XX") && text.contains("一、主要工作"), "{text}");
    page.go_to("#/");
    let file = page.downloaded(|| page.click("[data-testid=own-template] [data-testid=to-file]"));

    let other = Page::open_home();
    other.import(&file.path);
    wait("the template there", || other.exists("[data-testid=own-template]").then_some(()));
    other.click("[data-testid=own-template] [data-testid=template]");
    other.wait_form();
    assert_eq!(other.count("[data-field]"), 9);
    for page in [&page, &other] {
        assert_eq!(page.complaints(), [""; 0]);
    }
    say(format!(
        "any template: {blanks} blanks and {headings} headings found, 2 corrected, 1 made, filled, mailed and opened elsewhere"
    ));
}

#[test]
fn the_seed_pasted_is_found_whole() {
    let page = Page::open_home();
    review(&page, include_str!("../../cases/seed.txt"));
    assert_eq!(page.number(REVIEW, "data-blanks"), 33);
    assert_eq!(page.count("[data-testid=found-blank]"), 33);
    assert_eq!(page.number(REVIEW, "data-headings"), 17);
    let script = "return [...document.querySelectorAll('[data-testid=found-heading]')].map(h => h.dataset.level).join('')";
    let levels = page.run(script, &[]);
    let levels = levels.as_str().unwrap_or_default();
    assert_eq!((levels.matches('1').count(), levels.matches('2').count()), (3, 14));
    page.click("[data-testid=import-confirm]");
    page.wait_form();
    assert_eq!(page.progress(), (0, 33));
    assert_eq!(page.complaints(), [""; 0]);
    say("any template: the seed gives 33 blanks, 3 and 14 headings");
}

#[test]
fn a_review_outlives_a_reload_and_leaves_no_draft_unasked() {
    let page = Page::open_home();
    review(&page, TEXT);
    page.reload();
    wait("the review again", || page.exists("[data-testid=found-blank]").then_some(()));
    assert_eq!(page.number(REVIEW, "data-blanks"), 9);
    page.click("[data-testid=review-leave]");
    wait("home", || page.exists("[data-testid=import-text]").then_some(()));
    assert_eq!(page.count("[data-testid=draft]"), 0);
    assert_eq!(page.complaints(), [""; 0]);
}
