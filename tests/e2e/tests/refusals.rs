//! What is typed is read on leaving a field: normalised with a word about it, or refused with the reason.

use gaozhi_e2e::{CONTROL, ENTER, Page, SHIFT, TAB, say, wait};

fn page() -> Page {
    let page = Page::open_home();
    page.start("duty_report");
    page
}

fn invalid(page: &Page, field: &str) -> Option<String> {
    page.attribute(&format!("[data-field={field}]"), "aria-invalid")
}

/// What is said beside a field: the element that its control names as its description.
fn remark(page: &Page, field: &str) -> String {
    let script = "const control = document.querySelector(`[data-field=\"${arguments[0]}\"]`);
        const remark = document.getElementById(control.getAttribute('aria-describedby'));
        return remark && remark.offsetParent ? remark.innerText : ''";
    page.run(script, &[field.into()]).as_str().unwrap().to_owned()
}

#[test]
fn what_is_no_number_is_refused_beside_its_field_and_stays_as_typed() {
    let page = page();
    let cases = [
        ("party_lectures", "约30", "确数"),
        ("training_courses", "12.5", "整数"),
        ("theory_group_sessions", "很多", "数字"),
        ("party_building_surveys", "-3", "正负号"),
        ("party_building_meetings", "0", "不能小于 1次"),
        ("backbone_share_percent", "120", "不能大于 100"),
        ("requirement_source", "县", "至少要 2 个字"),
    ];
    let (before, _) = page.progress();
    for (field, typed, reason) in cases {
        page.type_into(field, typed);
        assert_eq!(
            (invalid(&page, field), remark(&page, field)),
            (None, String::new()),
            "{field} before leaving"
        );
        page.keys(TAB);
        assert_eq!(invalid(&page, field).as_deref(), Some("true"), "{field}");
        assert!(remark(&page, field).contains(reason), "{field}: {}", remark(&page, field));
        assert_eq!(page.value(field), typed);
        page.wait_shown(field, typed);
    }
    page.wait_saved();
    say(format!(
        "refusals: {} kinds, {} of {} counted as filled",
        cases.len(),
        page.progress().0 - before,
        7
    ));
    page.reload();
    for (field, typed, reason) in cases {
        assert_eq!(page.value(field), typed, "{field} after a reload");
        assert_eq!(invalid(&page, field).as_deref(), Some("true"), "{field} after a reload");
        assert!(remark(&page, field).contains(reason), "{field} after a reload");
    }
    page.fill("party_lectures", "30");
    assert_eq!((invalid(&page, "party_lectures"), remark(&page, "party_lectures")), (None, String::new()));
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn what_is_understood_is_normalised_on_leaving_with_a_word_about_it() {
    let page = page();
    let cases = [
        ("party_lectures", "１２", "12", "半角"),
        ("theory_group_sessions", "12次", "12", "次"),
        ("training_person_times", "2,460", "2460", "分隔号"),
        ("party_building_surveys", "十五", "15", "汉字数目"),
        ("backbone_share_percent", "62.16%", "62.16", "百分号"),
        ("provincial_demo_programme", "“红烛先锋”", "红烛先锋", "引号"),
    ];
    for (field, typed, read, word) in cases {
        page.type_into(field, typed);
        page.pause(300);
        assert_eq!(page.value(field), typed, "nothing changes under the person's fingers");
        page.wait_shown(field, typed);
        page.keys(TAB);
        assert_eq!((page.value(field), invalid(&page, field)), (read.to_owned(), None));
        page.wait_shown(field, read);
        assert!(remark(&page, field).contains(word), "{field}: {}", remark(&page, field));
    }
    page.fill("party_lectures", "7");
    assert_eq!(remark(&page, "party_lectures"), "", "what needs no change is taken without a word");
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn tab_shift_tab_and_the_next_blank_button_move_between_blanks() {
    let page = page();
    page.keys("县委文件");
    page.keys(TAB);
    page.enter("party_lectures");
    page.keys(TAB);
    let after = page.focused();
    assert!(!after.is_empty() && after != "party_lectures");
    page.keys(&format!("{SHIFT}{TAB}"));
    assert_eq!(page.focused(), "party_lectures");
    page.keys("6");
    page.click("[data-testid=next-blank]");
    assert_eq!(page.focused(), "training_courses", "default values are passed over");
    page.keys("18");
    page.keys(ENTER);
    assert_eq!(page.focused(), "training_person_times");
    // From the last field on to the first that is open.
    page.enter("reporter_name");
    page.keys("陈明远");
    page.keys(ENTER);
    assert_eq!(page.focused(), "theory_group_sessions");
    let open = page.progress();
    assert_eq!(open.1 - open.0, 35 - 4);
    assert!(page.words("[data-testid=progress]").contains("31"), "{}", page.words("[data-testid=progress]"));
}

#[test]
fn a_click_in_the_preview_goes_to_the_field() {
    let page = page();
    for field in ["demo_initiative_2", "weak_branch_name", "campaign"] {
        page.click(&format!("[data-testid=preview] [data-for={field}]"));
        wait(format!("{field} has the focus"), || (page.focused() == field).then_some(()));
    }
}

#[test]
fn a_field_shown_in_several_places_changes_everywhere() {
    let page = page();
    assert_eq!(page.shown("campaign").len(), 3);
    page.type_into("campaign", "主题教育");
    page.wait_shown("campaign", "主题教育");
    // A default made of another field follows it, until it is changed itself.
    page.fill("area_level", "市");
    page.wait_shown("org_name", "市委教育体育工委");
    let text = page.export("txt").text();
    assert_eq!((text.matches("主题教育").count(), text.matches("党史学习教育").count()), (3, 0));
    page.fill("org_name", "清河市教育局党组");
    page.fill("area_level", "区");
    page.wait_shown("org_name", "清河市教育局党组");
    page.enter("campaign");
    page.keys(&format!("{CONTROL}z"));
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn what_looks_like_markup_is_text() {
    let page = page();
    let text = "<b onclick=x>&amp;</b>“甲”";
    page.fill("requirement_source", text);
    page.fill("campaign", text);
    page.wait_shown("campaign", text);
    page.wait_saved();
    page.reload();
    assert_eq!(page.value("campaign"), text);
    assert_eq!(page.export("txt").text().matches(text).count(), 4);
    let html = page.export("html");
    assert_eq!(page.complaints(), [""; 0]);
    assert_eq!(page.read_html(&html).matches(text).count(), 4);
}

#[test]
fn the_outline_counts_and_leads_to_its_sections() {
    let page = page();
    let sections = page.count("[data-testid=section]");
    assert!(sections >= 3, "{sections}");
    let sum = |name: &str| {
        let script = "return [...document.querySelectorAll('[data-testid=section]')]
            .reduce((sum, e) => sum + Number(e.dataset[arguments[0]]), 0)";
        page.run(script, &[name.into()]).as_u64().unwrap()
    };
    let (filled, total) = page.progress();
    assert_eq!((sum("filled"), sum("total")), (filled as u64, total as u64));
    say(format!("outline: {sections} sections hold {total} blanks"));
    let last = "[data-testid=section]:last-of-type";
    page.click(last);
    wait("the last section's first blank has the focus", || {
        (page.focused() == "reporter_post").then_some(())
    });
    page.keys("书记");
    page.keys(TAB);
    let filled = page.number(last, "data-filled");
    assert_eq!(page.number(last, "data-total") - filled, 1, "only the name is open there now");
}
