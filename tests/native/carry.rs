//! The draft file as a web page: carries the draft exactly, and shows what the report shows.

use gaozhi_core::export::{Context, carried, draft_html, html};
use gaozhi_core::lang::ZH;
use gaozhi_core::report::compose;
use proptest::prelude::any;
use proptest::{prop_assert, prop_assert_eq};

use crate::arbitrary::{damage, damaged, document, draft};
use crate::check::check;
use crate::codec::file;

const CONTEXT: Context<'static> = Context { css: ".report { margin: 0 }\n", strings: &ZH };

/// The report in a page.
fn article(page: &str) -> Option<&str> {
    Some(page.split_once("<article")?.1.split_once("</article>")?.0)
}

#[test]
fn a_web_page_carries_the_draft_exactly_and_shows_the_same_report() {
    let values = (draft(), any::<i64>(), any::<i64>());
    check("carried(draft_html(draft)) is its JSON", 800, &values, |(draft, created, changed)| {
        let (report, json) = (compose(&draft), file(&draft, created, changed));
        let page = draft_html(&draft, &report, &json, &CONTEXT);
        prop_assert_eq!(carried(&page), Some(json));
        let clean = html(&report, &CONTEXT);
        prop_assert_eq!(article(&page), article(&clean));
        prop_assert_eq!(page.matches("<script").count(), 1);
        prop_assert_eq!(page.matches("</script>\n</html>\n").count(), 1);
        Ok(())
    });
}

#[test]
fn a_page_for_others_carries_no_draft() {
    check("html carries nothing", 300, &draft(), |draft| {
        prop_assert_eq!(carried(&html(&compose(&draft), &CONTEXT)), None);
        Ok(())
    });
}

#[test]
fn any_text_is_looked_through_for_a_draft() {
    check("carried of any text", 800, &document(), |text| {
        prop_assert!(carried(&text).is_none_or(|found| found.len() <= text.len()));
        Ok(())
    });
    let values = (draft(), damage());
    check("carried of spoilt pages", 400, &values, |(draft, damage)| {
        let page = draft_html(&draft, &compose(&draft), &file(&draft, 1, 2), &CONTEXT);
        let spoilt = damaged(&page, &damage);
        if let Some(found) = carried(&spoilt) {
            prop_assert!(found.len() <= spoilt.len());
        }
        Ok(())
    });
}

#[test]
fn the_answers_stand_below_the_report() {
    let draft = crate::codec::stored_v1();
    let page = draft_html(&draft, &compose(&draft), "{}", &CONTEXT);
    let (_, below) = page.split_once("</article>").unwrap();
    for field in draft.fields() {
        assert!(below.contains(&format!("<th>{}</th>", field.label)), "{}", field.label);
    }
    assert_eq!(below.matches("<tr>").count(), draft.fields().len());
    eprintln!("  {} answers below the report, {} bytes in all", draft.fields().len(), page.len());
}
