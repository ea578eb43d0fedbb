//! What time it is here, and waiting.

use std::time::Duration;

use gaozhi_core::draft::Day;

/// Milliseconds since 1970 (UTC).
#[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit")]
pub(crate) fn now() -> i64 {
    js_sys::Date::now() as i64
}

/// Milliseconds since the page was opened; never runs backwards.
pub(crate) fn ticks() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or_else(js_sys::Date::now, |clock| clock.now())
}

/// The local day.
pub(crate) fn today() -> Day {
    let date = js_sys::Date::new_0();
    Day { year: date.get_full_year().cast_signed(), month: date.get_month() + 1, day: date.get_date() }
}

/// Local hours and minutes of a time.
pub(crate) fn hours_minutes(at: i64) -> (u32, u32) {
    let date = local(at);
    (date.get_hours(), date.get_minutes())
}

/// The local day of a time.
pub(crate) fn day_of(at: i64) -> Day {
    let date = local(at);
    Day { year: date.get_full_year().cast_signed(), month: date.get_month() + 1, day: date.get_date() }
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 are exact in a double")]
fn local(at: i64) -> js_sys::Date {
    js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(at as f64))
}

/// Calls `then` after that time.
pub(crate) fn after(milliseconds: u64, then: impl FnOnce() + 'static) {
    let then: Box<dyn FnOnce()> = Box::new(then);
    leptos::prelude::set_timeout(then, Duration::from_millis(milliseconds));
}

/// A text that is used for one draft only: time and chance in base 36.
pub(crate) fn fresh_id() -> String {
    let time = js_sys::Date::now();
    let chance = js_sys::Math::random() * 36_f64.powi(6);
    [time, chance].map(base36).join("-")
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "both numbers are small and positive"
)]
fn base36(number: f64) -> String {
    let mut rest = number as u64;
    let mut digits = Vec::new();
    while rest > 0 || digits.is_empty() {
        digits.push(char::from_digit((rest % 36) as u32, 36).unwrap_or('0'));
        rest /= 36;
    }
    digits.iter().rev().collect()
}
