//! From the gallery to a finished Word file, by keyboard alone.

use gaozhi_e2e::report::{self, answers, filled_seed, lines, squeezed};
use gaozhi_e2e::{ENTER, Page, Stopwatch, read_docx, say};
use serde_json::Value;

#[test]
fn a_report_is_filled_by_keyboard_alone_and_taken_away_in_every_format() {
    let watch = Stopwatch::start();
    let page = Page::open_home();
    page.start("duty_report");
    fill_by_keyboard(&page);
    say(format!("whole way: 35 blanks filled by keyboard after {}", watch.read()));

    let txt = page.export("txt");
    let day = day(&page);
    let text = txt.text();
    check_txt(&text);
    assert_eq!(txt.name, format!("{}年度抓基层党建工作述职报告_陈明远_送审稿_{day}.txt", &day[..4]));
    let paragraphs = lines(&text);
    assert_eq!(page.preview(), paragraphs.concat(), "the preview is the plain text");

    let md = page.export("md").text();
    assert_eq!(squeezed(&md.replace(['#', '*', '\\'], "")), paragraphs.concat());
    let docx = page.export("docx");
    assert_eq!(docx.name, txt.name.replace(".txt", ".docx"));
    check_docx(&read_docx(&docx.path), &paragraphs);
    let html = page.export("html");
    let json = page.export("json");
    assert_eq!(page.complaints(), [""; 0]);
    say(format!(
        "whole way: txt {}, md {}, html {}, docx {}, json {} bytes; {} files fetched, none of another origin",
        txt.bytes.len(),
        md.len(),
        html.bytes.len(),
        docx.bytes.len(),
        json.bytes.len(),
        page.fetched()
    ));

    let draft = page.hash();
    page.go_to("#/");
    page.import(&json.path);
    page.wait_form();
    assert_eq!(page.hash(), draft, "the draft of the file is here");
    assert_eq!(page.export("txt").text(), text);
    assert_eq!(page.complaints(), [""; 0]);

    let read = squeezed(&page.read_html(&html));
    assert_eq!(read, paragraphs.concat(), "the web page says what the text says");
    assert!(!html.text().contains("://"), "it needs nothing from anywhere");
    say(format!("whole way: {} in all", watch.read()));
}

/// Types every answer, Enter after each; loads the page anew in the middle of the 16th.
fn fill_by_keyboard(page: &Page) {
    let answers = answers();
    let (filled, total) = page.progress();
    assert_eq!(total - filled, answers.len(), "all blanks are open at the start");
    for (at, (field, answer)) in answers.iter().enumerate() {
        assert_eq!(page.focused(), *field, "Enter goes to the next blank");
        assert_eq!(page.covered_by(), None, "{field} can be seen");
        let (begun, rest) = answer.split_at(answer.chars().next().unwrap().len_utf8());
        page.keys(begun);
        if at == 15 {
            let place = page.hash();
            page.reload();
            assert_eq!((page.hash(), page.focused()), (place, field.clone()));
            for (field, answer) in &answers[..15] {
                assert_eq!(page.value(field), *answer);
            }
        }
        page.keys(rest);
        assert_eq!(page.value(field), *answer);
        page.keys(ENTER);
    }
    page.wait_saved();
    assert_eq!(page.progress(), (total, total));
    for field in ["provincial_demo_schools", "aspect_count"] {
        assert_eq!(page.focused(), field, "a figure of the template is to be confirmed");
        page.keys(ENTER);
    }
    page.wait_notice("齐了");
}

fn check_txt(text: &str) {
    assert!(text.starts_with('\u{feff}'));
    assert!(text.matches('\n').count() > 20 && text.matches('\n').count() == text.matches("\r\n").count());
    let lines = lines(text);
    let seed = filled_seed();
    assert_eq!(seed.len(), 19);
    // Title and salutation before, closing, signature and date after.
    assert_eq!(lines.len(), 19 + 5);
    for (line, of_seed) in lines[2..].iter().zip(&seed) {
        assert_eq!(line, of_seed);
    }
    let signature = format!("{}{}", report::answer("reporter_post"), report::answer("reporter_name"));
    assert_eq!(lines[22], signature);
}

fn check_docx(docx: &Value, paragraphs: &[String]) {
    let found = docx["paragraphs"].as_array().unwrap();
    let texts: Vec<String> = found.iter().map(|p| squeezed(p["text"].as_str().unwrap())).collect();
    let texts: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    assert_eq!(texts, paragraphs);
    let runs: Vec<&Value> = found.iter().flat_map(|p| p["runs"].as_array().unwrap()).collect();
    let face = |words: &str| {
        let run = runs.iter().find(|run| run["text"].as_str().unwrap().contains(words));
        run.unwrap_or_else(|| panic!("no run says {words}"))["east_asia"].as_str().unwrap()
    };
    assert_eq!(face("抓基层党建工作述职报告"), "方正小标宋简体");
    assert_eq!(face("主要做法及成效"), "黑体");
    assert_eq!(face("强化理论武装"), "楷体_GB2312");
    assert_eq!(face("积极搭建以理论学习中心组为支撑"), "仿宋_GB2312");
    assert_eq!(face("各位领导"), "仿宋_GB2312");
    assert!(runs.iter().all(|run| run["marked"] == false), "nothing is marked as open");
}

/// The local day of the page.
fn day(page: &Page) -> String {
    let script = "const d = new Date(), two = n => String(n).padStart(2, '0');
        return `${d.getFullYear()}${two(d.getMonth() + 1)}${two(d.getDate())}`";
    page.run(script, &[]).as_str().unwrap().to_owned()
}
