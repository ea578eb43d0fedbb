//! What is missing or contradictory is told while the form is filled: put right, gone to, or put away.

use gaozhi_e2e::{CONTROL, ESCAPE, Page, say, wait};

fn finding(rule: &str) -> String {
    format!("[data-testid=finding][data-rule={rule}]")
}

fn count(page: &Page, rule: &str) -> u64 {
    page.count(&finding(rule))
}

fn press(page: &Page, rule: &str, button: &str) {
    page.click(&format!("{} [data-testid={button}]", finding(rule)));
}

fn wait_count(page: &Page, rule: &str, wanted: u64) {
    wait(format!("{wanted} findings of {rule}, not {}", count(page, rule)), || {
        (count(page, rule) == wanted).then_some(())
    });
}

/// Opens the list and waits for what stands in it.
fn proofread(page: &Page) {
    page.click("[data-testid=proofread]");
    wait("findings", || page.exists("[data-testid=finding]").then_some(()));
}

/// The duty report filled in, with mistakes.
fn page() -> Page {
    let page = Page::open_home();
    page.start("duty_report");
    page.fill_all();
    for (field, text) in [
        ("requirement_source", "县委组织部,县教育局联合通知"),
        ("probationary_admitted", "3"),
        ("backbone_share_percent", "50"),
        ("demo_initiative_2", "一校一品"),
    ] {
        page.fill(field, text);
    }
    page
}

#[test]
fn what_is_wrong_is_found_put_right_and_gone_to() {
    let page = page();
    proofread(&page);
    let severity = |rule| page.attribute(&finding(rule), "data-severity");
    assert_eq!(severity("SR4").as_deref(), Some("warning"));
    assert_eq!(severity("SR5").as_deref(), Some("error"));
    let commas = count(&page, "PC01");
    say(format!("proofread: {} findings, {commas} of them commas", page.count("[data-testid=finding]")));

    // Goes to the field of a value, to the paragraph of other words.
    page.click(&finding("SR4"));
    wait("the share has the focus", || (page.focused() == "backbone_share_percent").then_some(()));
    page.click(&finding("WD01"));
    wait("the paragraph has the focus", || {
        (page.run("return document.activeElement.matches('[data-block]')", &[]) == true).then_some(())
    });
    assert_eq!(page.covered_by().filter(|cover| cover == "out of view"), None);

    // Put right in the field, then in the words of the outline; taken back.
    press(&page, "PC01", "fix");
    wait_count(&page, "PC01", commas - 1);
    assert_eq!(page.value("requirement_source"), "县委组织部，县教育局联合通知");
    press(&page, "PC01", "fix");
    wait_count(&page, "PC01", commas - 2);
    for (left, text) in [(1, "县委组织部，"), (0, "县委组织部,")] {
        page.keys(&format!("{CONTROL}z"));
        wait_count(&page, "PC01", commas - left);
        assert!(page.value("requirement_source").starts_with(text));
    }

    // What the person puts right goes by itself.
    page.fill("backbone_share_percent", "33");
    wait_count(&page, "SR4", 0);
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn what_was_put_away_stays_away_until_it_is_brought_back() {
    let page = page();
    proofread(&page);
    let adverbs = count(&page, "WD01");
    assert!(adverbs > 1);
    press(&page, "SR5", "ignore");
    wait_count(&page, "SR5", 0);
    press(&page, "WD01", "ignore-rule");
    wait_count(&page, "WD01", 0);
    page.keys(ESCAPE);
    assert_eq!(
        page.run("return document.activeElement.dataset.testid", &[]),
        "proofread",
        "closing goes back to where the person was"
    );
    page.wait_saved();
    page.reload();
    page.wait_form();
    proofread(&page);
    assert_eq!((count(&page, "SR5"), count(&page, "WD01"), count(&page, "SR4")), (0, 0, 1));
    page.click("[data-testid=more]");
    wait_count(&page, "WD01", adverbs);
    press(&page, "WD01", "back");
    let put_away = format!("{} [data-testid=back]", finding("WD01"));
    wait("the rule is back", || (!page.exists(&put_away)).then_some(()));
    press(&page, "SR5", "back");
    wait("nothing is put away", || (!page.exists("[data-testid=more]")).then_some(()));
    assert_eq!((count(&page, "SR5"), count(&page, "WD01")), (1, adverbs));
    assert_eq!(page.complaints(), [""; 0]);
}
