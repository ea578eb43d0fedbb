//! The app's listeners under events sent by hand.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use crate::hands::{
    caret, document, draft, enter, find, input, pause, send, set_caret, set_value, shown, value, window,
};

const FIELD: &str = "requirement_source";

fn composition(control: &Element, r#type: &str) {
    send(control, "CompositionEvent", r#type, "{}");
}

#[wasm_bindgen_test]
async fn a_key_shows_in_the_preview_before_its_event_returns() {
    draft().await;
    let control = enter(FIELD);
    for text in ["县", "县委", "县委文件"] {
        input(&control, text);
        assert_eq!(shown(FIELD), text);
    }
}

#[wasm_bindgen_test]
async fn a_composition_is_taken_once_at_its_end_in_either_order_of_events() {
    draft().await;
    let control = enter(FIELD);
    for (end_first, before, after) in [(false, "XX", "县委"), (true, "县委", "县委文件")] {
        composition(&control, "compositionstart");
        for pinyin in ["x", "xian", "xian'wei"] {
            input(&control, pinyin);
            assert_eq!(shown(FIELD), before, "{pinyin} is not the draft's yet");
            assert_eq!(value(&control), pinyin, "the control is left alone");
        }
        let key = r#"{"key":"Enter","keyCode":13,"isComposing":true}"#;
        assert!(send(&control, "KeyboardEvent", "keydown", key), "Enter belongs to the input method");
        if end_first {
            set_value(&control, after);
            composition(&control, "compositionend");
            input(&control, after);
        } else {
            input(&control, after);
            composition(&control, "compositionend");
        }
        assert_eq!((shown(FIELD).as_str(), value(&control).as_str()), (after, after));
    }
}

#[wasm_bindgen_test]
async fn a_paragraph_that_moves_takes_focus_text_and_caret_along() {
    draft().await;
    let control = enter("theory_group_sessions");
    input(&control, "1234");
    set_caret(&control, 2);
    send(&control, "KeyboardEvent", "keydown", r#"{"key":"ArrowDown","keyCode":40,"altKey":true}"#);
    pause(50).await;
    let now = document().active_element().unwrap();
    assert_eq!(now.get_attribute("data-field").as_deref(), Some("theory_group_sessions"));
    assert_eq!((value(&now).as_str(), caret(&now)), ("1234", 2));
    let moved = find("[data-testid=preview]").unwrap().text_content().unwrap();
    assert!(moved.contains("（二）强化理论武装"));
}

#[wasm_bindgen_test]
async fn a_key_leaves_the_other_pages_of_the_preview_alone() {
    draft().await;
    let far = find("[data-testid=preview] [data-for=reporter_name]").unwrap();
    let near = find("[data-testid=preview] [data-for=theory_group_sessions]").unwrap();
    input(&enter(FIELD), "县委文件");
    // Lines and pages follow after a pause.
    pause(400).await;
    assert!(far.is_connected() && near.is_connected());
}

#[wasm_bindgen_test]
async fn a_page_that_goes_away_keeps_what_was_typed_a_moment_ago() {
    draft().await;
    let id = window().location().hash().unwrap().replace("#/fill/", "");
    let stored = || {
        let storage = window().local_storage().unwrap().unwrap();
        let keys = (0..storage.length().unwrap()).map(|at| storage.key(at).unwrap().unwrap());
        let records = keys.filter(|key| key.starts_with(&format!("gaozhi/draft/{id}/")));
        records.map(|key| storage.get_item(&key).unwrap().unwrap()).collect::<String>()
    };
    input(&enter(FIELD), "一字不丢");
    assert!(!stored().contains("一字不丢"), "it is not written at every key");
    send(&window(), "Event", "pagehide", "{}");
    assert!(stored().contains("一字不丢"));
}
