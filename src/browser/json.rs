//! Reading JSON with the browser's own reader: a second one in the module would be a part of the
//! first load. `gaozhi_core::draft::from_json` does the same where there is no browser.

use std::collections::BTreeMap;

use gaozhi_core::draft::{Parts, Stored, Unreadable, check_head};
use gaozhi_core::field::FieldId;
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Times beyond this are none.
const LATEST: f64 = 9e15;

/// A draft file.
pub(crate) fn draft(text: &str) -> Result<Stored, Unreadable> {
    let file = JSON::parse(text.trim_start_matches('\u{feff}')).map_err(|_| damaged())?;
    let format = part(&file, "format").and_then(|format| format.as_string()).ok_or(Unreadable::Foreign)?;
    let version = part(&file, "version").and_then(|version| whole(&version)).ok_or(Unreadable::Foreign)?;
    check_head(&format, u32::try_from(version).map_err(|_| Unreadable::Foreign)?)?;
    parts(&file).map(Parts::stored).ok_or_else(damaged)
}

/// A list of texts.
pub(crate) fn texts(text: &str) -> Option<Vec<String>> {
    list(&JSON::parse(text).ok()?)
}

fn damaged() -> Unreadable {
    Unreadable::Damaged(String::new())
}

fn parts(file: &JsValue) -> Option<Parts> {
    let time = |name| part(file, name).map_or(Some(0), |time| whole(&time));
    let lines = |name| part(file, name).map_or(Some(Vec::new()), |lines| list(&lines));
    let (outline, setup) = (lines("outline")?, lines("setup")?);
    let mut answers = BTreeMap::new();
    if let Some(all) = part(file, "answers") {
        if !all.is_object() || Array::is_array(&all) {
            return None;
        }
        for entry in Object::entries(all.unchecked_ref()).iter() {
            let [id, answer] = <[String; 2]>::try_from(list(&entry)?).ok()?;
            answers.insert(FieldId::new(&id), answer);
        }
    }
    Some(Parts { created: time("created")?, changed: time("changed")?, outline, answers, setup })
}

/// A part of an object.
fn part(object: &JsValue, name: &str) -> Option<JsValue> {
    // Fails for what is no object.
    Reflect::get(object, &name.into()).ok().filter(|part| !part.is_undefined())
}

#[expect(clippy::cast_possible_truncation, reason = "whole and not too large")]
fn whole(number: &JsValue) -> Option<i64> {
    number
        .as_f64()
        .filter(|number| number.fract() == 0.0 && number.abs() < LATEST)
        .map(|number| number as i64)
}

fn list(value: &JsValue) -> Option<Vec<String>> {
    Array::is_array(value).then(|| Array::from(value).iter().map(|text| text.as_string()).collect())?
}
