//! Years of drafts: five hundred of them are listed, found and opened; damaged ones among them do no harm.

use gaozhi_e2e::{CONTROL, ENTER, Left, Page, say, wait};

const FIELD: &str = "requirement_source";
const MANY: usize = 500;

/// The JSON of a draft that has that answer.
fn draft(page: &Page) -> String {
    page.start("duty_report");
    page.type_into(FIELD, "县委文件");
    page.keys(ENTER);
    page.wait_saved();
    page.kept(page.hash().rsplit_once('/').unwrap().1)
}

fn search(page: &Page, sought: &str) {
    page.click("[data-testid=search]");
    page.keys(&format!("{CONTROL}a"));
    page.keys(sought);
}

fn shown(page: &Page) -> u64 {
    let script = "return document.querySelectorAll('[data-testid=draft]:not([hidden])').length";
    page.run(script, &[]).as_u64().unwrap()
}

#[test]
fn five_hundred_drafts_are_listed_found_and_opened() {
    let page = Page::open_home();
    let json = draft(&page);
    let ids: Vec<String> = (0..MANY).map(|at| format!("old-{at}")).collect();
    let names: Vec<String> = (0..MANY).map(|at| format!("{}年述职报告", 1526 + at)).collect();
    let left = |at: usize| Left {
        id: &ids[at],
        stamp: ("before", 1),
        changed: 1_700_000_000_000 + i64::try_from(at).unwrap(),
        name: &names[at],
        body: json.replace("县委文件", &format!("第{at}号文件")),
        is_packed: true,
    };
    page.leave(&(0..MANY).map(left).collect::<Vec<_>>());
    page.go_to("#/");
    assert_eq!(page.count("[data-testid=draft]"), u64::try_from(MANY).unwrap() + 1);
    let ready =
        page.run("return performance.getEntriesByType('navigation')[0].startTime + performance.now()", &[]);
    let room = page.run(
        "return Object.entries(localStorage).reduce((all, [key, text]) => all + key.length + text.length, 0)",
        &[],
    );
    // By name, then by what was filled in.
    search(&page, "1777年");
    wait("by name", || (shown(&page) == 1).then_some(()));
    search(&page, "第321号");
    wait("by an answer", || (shown(&page) == 1).then_some(()));
    page.click("[data-testid=draft]:not([hidden]) [data-testid=open]");
    page.wait_form();
    assert_eq!(page.value(FIELD), "第321号文件");
    assert_eq!(page.complaints(), [""; 0]);
    say(format!(
        "many: {MANY} drafts in {room} characters of storage, home asked {ready} ms after it was opened"
    ));
}

#[test]
fn damaged_records_of_every_kind_leave_the_others_alone() {
    let page = Page::open_home();
    let json = draft(&page);
    page.go_to("#/");
    let mut damaged = vec![
        "[".repeat(100_000),
        "{\"a\":".repeat(50_000),
        "{\"name\": \"somebody else's\"}".to_owned(),
        "null".to_owned(),
        "\0".to_owned(),
        json.replace("\"answers\": {", "\"answers\": 7, \"before\": {"),
        json.replacen("\"created\": ", "\"created\": 1e999", 1),
        format!("gaozhi-record 1 0000000000000000\nw 1 kept 1 1 1 plain\n0\n名\n{json}"),
    ];
    let chars: Vec<char> = json.chars().collect();
    for part in 1..20 {
        damaged.push(chars[..chars.len() * part / 20].iter().collect());
    }
    let script = "arguments[0].forEach((text, at) => localStorage.setItem(`gaozhi/draft/broken${at}`, text))";
    page.run(script, &[damaged.clone().into()]);
    page.reload();
    assert_eq!(page.count("[data-testid=draft]"), 1);
    let count = u64::try_from(damaged.len()).unwrap();
    wait("all set aside", || (page.count("[data-testid=damaged-to-file]") == count).then_some(()));
    let file = page.downloaded(|| page.click("[data-testid=damaged-to-file]"));
    assert!(damaged.contains(&file.text()), "not a byte is lost");
    page.click("[data-testid=draft] [data-testid=open]");
    page.wait_form();
    assert_eq!(page.value(FIELD), "县委文件");
    assert_eq!(page.complaints(), [""; 0]);
    say(format!("many: {count} damaged records set aside, each offered as a file"));
}
