//! Paragraphs are rewritten, added, moved and removed; everything renumbers, and everything can be undone.

use gaozhi_e2e::report::{answer, lines};
use gaozhi_e2e::{ALT, CONTROL, DOWN, ENTER, ESCAPE, F2, Page, say, wait};

fn page() -> Page {
    let page = Page::open_home();
    page.start("duty_report");
    page
}

/// The id of the paragraph of the form that says these words.
fn paragraph(page: &Page, words: &str) -> String {
    let script = "return [...document.querySelectorAll('[data-block]')]
        .find(e => e.textContent.includes(arguments[0]))?.dataset.block ?? null";
    let found = page.run(script, &[words.into()]);
    found.as_str().unwrap_or_else(|| panic!("no paragraph says {words}")).to_owned()
}

/// Uses a tool of a paragraph.
fn tool(page: &Page, words: &str, tool: &str) {
    let block = paragraph(page, words);
    // A click on its number brings the tools and opens nothing.
    page.run(
        "document.querySelector(`[data-block=\"${arguments[0]}\"]`)
            .dispatchEvent(new MouseEvent('click', { bubbles: true }))",
        &[block.as_str().into()],
    );
    let button = format!("[data-block=\"{block}\"] [data-testid=block-{tool}]");
    wait(format!("the tool {tool}"), || page.exists(&button).then_some(()));
    page.run("document.querySelector(arguments[0]).click()", &[button.into()]);
}

fn text(page: &Page) -> Vec<String> {
    lines(&page.export("txt").text())
}

/// The paragraph with those words, as the text export has it.
fn line(page: &Page, words: &str) -> String {
    let found = text(page).into_iter().find(|line| line.contains(words));
    found.unwrap_or_else(|| panic!("the report does not say {words}"))
}

#[test]
fn a_paragraph_without_blanks_is_rewritten_where_it_stands() {
    let page = page();
    let words = "特色亮点还不够明显";
    page.click(&format!("[data-block=\"{}\"]", paragraph(&page, words)));
    wait("the words to be rewritten", || page.exists("textarea[data-edit]").then_some(()));
    let begun = page.run("return document.activeElement.value", &[]);
    assert!(begun.as_str().unwrap().contains(words), "{begun}");
    page.keys(&format!("{CONTROL}a"));
    page.keys("特色不多，还要下功夫。");
    wait("the preview follows", || page.preview().contains("（三）特色不多，还要下功夫。").then_some(()));
    page.keys(ESCAPE);
    wait("the paragraph is closed", || (!page.exists("textarea[data-edit]")).then_some(()));
    assert!(page.words("main").contains("特色不多"));
    page.wait_saved();
    page.reload();
    assert_eq!(line(&page, "特色不多"), "（三）特色不多，还要下功夫。");
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn the_words_around_a_blank_are_rewritten_and_the_blank_stays() {
    let page = page();
    page.fill("requirement_source", answer("requirement_source"));
    page.enter("requirement_source");
    page.keys(F2);
    wait("the words to be rewritten", || page.exists("textarea[data-edit]").then_some(()));
    let words = page.run("return document.activeElement.value", &[]).as_str().unwrap().to_owned();
    assert!(words.contains("按照〔述职依据"), "{words}");
    page.run(
        "const area = document.activeElement;
        area.value = area.value.replace('按照', '根据');
        area.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        &[],
    );
    page.keys(&format!("{CONTROL}{ENTER}"));
    wait("the sentence is back", || page.exists("[data-field=requirement_source]").then_some(()));
    assert_eq!(page.value("requirement_source"), answer("requirement_source"));
    assert!(line(&page, "要求，我就").starts_with("根据县委组织部〔2026〕8号通知要求"));
}

#[test]
fn an_item_is_added_moved_and_removed_and_everything_renumbers_and_undoes() {
    let page = page();
    page.fill_all();
    let before = page.export("txt").bytes;
    let steps = [add, remove, move_by_tool, move_by_key, rewrite];
    for step in steps {
        step(&page);
    }
    let after = page.export("txt").bytes;
    assert_ne!(after, before);
    let mut undone = 0;
    while !page.exists("[data-testid=undo]:disabled") && page.export("txt").bytes != before {
        page.click("[data-testid=undo]");
        undone += 1;
        assert!(undone < 60, "undo comes to an end");
    }
    assert!(page.export("txt").bytes == before, "undo leads back to the same bytes");
    for _ in 0..undone {
        page.click("[data-testid=redo]");
    }
    assert!(page.export("txt").bytes == after, "redo leads there again");
    // The button has the focus and nothing to do any more; browsers take the focus away a moment later.
    wait("a disabled button has no focus", || {
        (page.run("return document.activeElement.disabled === true", &[]) == false).then_some(())
    });
    for _ in 0..undone {
        page.keys(&format!("{CONTROL}z"));
    }
    assert!(page.export("txt").bytes == before, "and so does the keyboard");
    page.wait_saved();
    page.reload();
    assert!(page.export("txt").bytes == before, "also after a reload");
    say(format!("shaping: {} changes of structure, {undone} steps of undo", steps.len()));
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn the_offer_to_undo_does_no_harm_once_the_draft_is_left() {
    let page = page();
    tool(&page, "对基层党组织年度考核", "remove");
    page.wait_notice("可以撤销");
    page.click("a[href=\"#/\"]");
    wait("home", || page.exists("[data-testid=draft]").then_some(()));
    if page.notice("可以撤销").is_some() {
        page.click("[data-testid=notice] button");
    }
    page.click("[data-testid=draft] [data-testid=open]");
    page.wait_form();
    assert_eq!(page.complaints(), [""; 0]);
}

fn add(page: &Page) {
    tool(page, "特色亮点还不够明显", "add");
    wait("a new paragraph to write", || page.exists("textarea[data-edit]").then_some(()));
    page.run(
        "const areas = document.querySelectorAll('textarea[data-edit]');
        areas[areas.length - 1].focus()",
        &[],
    );
    page.keys("调查研究还不够深入。");
    page.keys(ESCAPE);
    assert_eq!(line(page, "调查研究还不够"), "（四）调查研究还不够深入。");
    assert!(line(page, "创新进取精神有差距").starts_with("（五）"), "what follows counts on");
}

fn remove(page: &Page) {
    tool(page, "对基层党组织年度考核", "remove");
    wait("the paragraph is gone", || (!page.preview().contains("对基层党组织年度考核")).then_some(()));
    assert!(line(page, "特色亮点还不够").starts_with("（二）"));
    assert!(line(page, "创新进取精神有差距").starts_with("（四）"));
    page.wait_notice("可以撤销");
}

fn move_by_tool(page: &Page) {
    tool(page, "调查研究还不够深入", "up");
    wait("it moved up", || page.preview().contains("（二）调查研究还不够深入").then_some(()));
    assert!(line(page, "特色亮点还不够").starts_with("（三）"));
}

fn move_by_key(page: &Page) {
    // Alone in its section, it goes nowhere; between others, it changes places and takes its blanks along.
    page.enter("party_lectures");
    page.keys(&format!("{ALT}{DOWN}"));
    wait("it moved down", || page.preview().contains("（二）强化理论武装").then_some(()));
    assert_eq!(page.focused(), "party_lectures", "the caret goes along");
    assert_eq!(page.value("party_lectures"), answer("party_lectures"));
    assert!(line(page, "自觉担当作为").starts_with("（一）"));
}

fn rewrite(page: &Page) {
    page.click(&format!("[data-block=\"{}\"]", paragraph(page, "调查研究还不够深入")));
    wait("the words to be rewritten", || page.exists("textarea[data-edit]").then_some(()));
    page.keys("要多下基层。");
    page.keys(ESCAPE);
    assert!(line(page, "调查研究还不够").contains("要多下基层"));
}
