//! Other ways to take a report away: the clipboard, an old encoding; and what its files are called while
//! something is unsaid.

use gaozhi_e2e::report::squeezed;
use gaozhi_e2e::{CONTROL, ENTER, Page, Setup, read_docx, say, wait};
use serde_json::{Value, json};

const COPY: &str = "[data-testid=copy]";
const CONFIRM: &str = "[data-testid=confirm]";
const PROGRESS: &str = "[data-testid=progress]";

/// What another program gets that the person pastes into: the markup, the plain text, and what becomes of
/// them in an editor of this browser: the words, and how far the lines are indented.
fn pasted(page: &Page) -> [String; 4] {
    // Another page, without this one's policy.
    page.cdp("Page.navigate", &json!({ "url": "about:blank" }));
    let script = "const box = document.createElement('div');
        box.id = 'other-program';
        box.contentEditable = 'true';
        box.addEventListener('paste', event => {
            const of = kind => event.clipboardData.getData(kind);
            window.pasted = [of('text/html'), of('text/plain')];
        });
        document.body.prepend(box);
        box.focus();";
    page.run(script, &[]);
    page.keys(&format!("{CONTROL}v"));
    wait("the paste", || page.run("return window.pasted ?? null", &[]).is_array().then_some(()));
    let found = "const box = document.getElementById('other-program');
        const indents = [...box.querySelectorAll('p')].map(p => getComputedStyle(p).textIndent);
        return [...window.pasted, box.innerText, indents.join(' ')]";
    let found = page.run(found, &[]);
    let texts = found.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned());
    texts.collect::<Vec<_>>().try_into().unwrap()
}

#[test]
fn a_copied_report_keeps_its_faces_and_indents_and_is_plain_text_too() {
    let page = Page::open_home();
    page.start("duty_report");
    page.fill_all();
    page.click(COPY);
    page.wait_notice("全文已复制");
    let file = page.export("txt").text();
    assert_eq!(page.complaints(), [""; 0]);
    let [html, text, shown, indents] = pasted(&page);
    assert_eq!(squeezed(&text), squeezed(file.trim_start_matches('\u{feff}')));
    assert_eq!(squeezed(&shown), squeezed(&text), "an editor shows what the text says");
    for look in [
        "mso-fareast-font-family:'仿宋_GB2312'",
        "mso-fareast-font-family:'方正小标宋简体'",
        "mso-hansi-font-family:'楷体_GB2312'",
        "text-indent:32pt;mso-char-indent-count:2.0",
        "line-height:28.95pt;mso-line-height-rule:exactly",
        "text-align:center",
    ] {
        assert!(html.contains(look), "{look}");
    }
    assert!(!html.contains("class") && !html.contains("gaozhi"));
    // 32 pt: the 19 paragraphs of the text and the closing.
    assert_eq!(indents.matches("42.6667px").count(), 20, "{indents}");
    say(format!("copy: {} characters of text, {} of markup", text.chars().count(), html.chars().count()));
}

#[test]
fn a_browser_that_refuses_one_way_of_copying_is_asked_another_way() {
    let refuse = "document.execCommand = () => false;";
    let page = Page::open(&Setup { before: Some(refuse), ..Default::default() });
    page.start("duty_report");
    page.click(COPY);
    page.wait_notice("全文已复制，还有");
    let [html, text, ..] = pasted(&page);
    assert!(html.contains("仿宋_GB2312") && text.contains("一、主要做法及成效"), "{html}");

    let nothing = "document.execCommand = () => { throw new Error('no'); };
        Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });";
    let page = Page::open(&Setup { before: Some(nothing), ..Default::default() });
    page.start("duty_report");
    page.click(COPY);
    assert_eq!(page.wait_notice("浏览器没有让复制"), "error");
    assert_eq!(page.complaints(), [""; 0]);
}

const NOTICE: &str = "模板 会议通知\n[正文]\n@标题 关于召开工作会议的通知\n@称谓 各单位：\n现将有关事项通知如下。\n\
    @附件说明 参会人员名单\n@附件说明 {form}\n@落款 某局\n@日期 2026年12月5日\n@附注 （联系人：张某某）\n\
    @附件\n@标题 参会人员名单\n# 领导\n@附件\n@标题 {form}\n# 说明\n";

#[test]
fn what_is_attached_is_named_labelled_and_begins_a_page_in_every_format() {
    let setup = Setup { files: &[("notice.txt", NOTICE)], hash: "#template=notice.txt", ..Setup::default() };
    let page = Page::open(&setup);
    page.wait_form();
    page.fill("form", "报名表");
    page.wait_saved();
    let text = page.export("txt").text();
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').split("\r\n").collect();
    assert_eq!(lines[5..7], ["　　附件：1.参会人员名单", "　　　　　2.报名表"]);
    assert!(lines.contains(&"附件1") && lines.contains(&"附件2"));
    assert_eq!(
        page.preview(),
        squeezed(text.trim_start_matches('\u{feff}')),
        "the preview is the plain text"
    );
    assert_eq!(page.count("[data-testid=page]"), 3);
    let firsts = "return [...document.querySelectorAll('[data-testid=page]')].map(e => e.innerText.trim().slice(0, 3))";
    assert_eq!(page.run(firsts, &[]), json!(["关于召", "附件1", "附件2"]));
    // The signature of 2 characters begins two characters left of the date of 6.5, which stands two from
    // the margin.
    let rights = "return [...document.querySelectorAll('[data-testid=preview] .signature')].map(e => {
        const look = getComputedStyle(e);
        return Math.round(parseFloat(look.paddingRight) / parseFloat(look.fontSize) * 10);
    })";
    assert_eq!(page.run(rights, &[]), json!([85, 20]));
    let docx = read_docx(&page.export("docx").path);
    let paragraphs: Vec<String> = docx["paragraphs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| squeezed(p["text"].as_str().unwrap()))
        .filter(|text| !text.is_empty())
        .collect();
    assert_eq!(paragraphs.concat(), page.preview());
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn a_text_for_old_systems_says_the_same_in_gb18030() {
    let page = Page::open_home();
    page.start("duty_report");
    page.fill_all();
    page.type_into("reporter_name", "喆𠮷€");
    page.wait_saved();
    let (text, old) = (page.export("txt").text(), page.export("txt-gb18030"));
    assert!(old.name.ends_with("_GB18030.txt"), "{}", old.name);
    let bytes = Value::from(old.bytes.clone());
    let read = "return new TextDecoder('gb18030', { fatal: true }).decode(Uint8Array.from(arguments[0]))";
    let read = page.run(read, &[bytes]);
    assert_eq!(read.as_str().unwrap(), text.trim_start_matches('\u{feff}'));
    assert!(
        String::from_utf8(old.bytes.clone()).is_err() && old.bytes.windows(2).any(|pair| pair == b"\r\n")
    );
    page.go_to("#/");
    page.import(&old.path);
    wait("the review", || page.exists("[data-testid=import-review]").then_some(()));
    assert_eq!(page.complaints(), [""; 0]);
    say(format!("GB18030: {} bytes, {} in UTF-8", old.bytes.len(), text.len()));
}

#[test]
fn figures_of_the_template_are_confirmed_with_a_click_or_a_key() {
    let page = Page::open_home();
    page.start("duty_report");
    assert_eq!((page.count(CONFIRM), page.number(PROGRESS, "data-unconfirmed")), (2, 2));
    page.fill_all();
    assert_eq!(page.words(PROGRESS), "待确认 2 项");
    assert!(page.export("md").name.contains("_讨论稿_"));
    page.wait_notice("还有 2 项待确认");

    page.click("[data-testid=next-blank]");
    let first = page.focused();
    assert!(["provincial_demo_schools", "aspect_count"].contains(&first.as_str()), "{first}");
    page.keys(ENTER);
    assert_eq!(page.number(PROGRESS, "data-unconfirmed"), 1);
    let second = page.focused();
    assert_ne!(first, second, "Enter goes to the other");
    page.click("[data-testid=undo]");
    assert_eq!(
        (page.count(CONFIRM), page.number(PROGRESS, "data-unconfirmed")),
        (2, 2),
        "confirming is a step"
    );
    page.click("[data-testid=redo]");
    page.click(CONFIRM);
    assert_eq!((page.count(CONFIRM), page.words(PROGRESS)), (0, "齐了".to_owned()));
    assert!(page.export("md").name.contains("_送审稿_"));

    page.wait_saved();
    page.reload();
    page.wait_form();
    assert_eq!(page.words(PROGRESS), "齐了", "what was confirmed stays so");
    page.type_into(&first, "7");
    assert_eq!(page.count(CONFIRM), 0, "what was typed needs no confirming");
    assert_eq!(page.complaints(), [""; 0]);
}
