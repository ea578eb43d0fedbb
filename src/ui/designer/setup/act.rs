//! What a change or a click does: a value, a setup of the list, a file.

use gaozhi_core::draft::Edit;
use gaozhi_core::setup::presets::PRESETS;
use gaozhi_core::setup::text::{is_setup, parse, print};
use gaozhi_core::setup::{Key, Setup};
use leptos::ev;

use super::super::super::fill::Desk;
use super::super::super::notices::Level;
use super::super::super::words;
use super::list::{DELETE, IMPORT, LEARN, OWN, PRESET};
use super::values::{DEFAULT, EXPORT, FIELD, Look, NAME, SAVE, look, name, tick};
use super::{current, told};
use crate::browser::dom::{self, Control};
use crate::browser::{files, reader};
use crate::store;

const TEXT: &str = "text/plain;charset=utf-8";

/// A control was changed, or a file was chosen.
pub(super) fn changed(desk: Desk, event: &ev::Event) {
    let Some(control) = Control::target(event) else { return };
    match control.element().id().as_str() {
        LEARN => learn(desk, event),
        IMPORT => import(desk, event),
        _ => {
            let field = control.data(FIELD);
            if let Some((key, _)) = Key::ALL.into_iter().find(|(key, _)| Some(key.id()) == field.as_deref()) {
                value(desk, key, &control);
            }
        }
    }
}

fn value(desk: Desk, key: Key, control: &Control) {
    let before = current(desk.session);
    let mut wild = before.clone();
    let words = if look(key) == Look::Tick { tick(control.is_ticked()).to_owned() } else { control.value() };
    if !wild.set(key, &words) {
        control.set_value(&before.value(key));
        return desk.notices.error((told().unreadable)(name(key)));
    }
    let asked = wild.value(key);
    let setup = wild.within();
    let value = setup.value(key);
    if value != asked {
        desk.notices.info((told().limited)(name(key), &value));
    }
    // What was typed may say the same in other words.
    super::values::paint(&setup);
    put(desk, setup);
}

/// Gives the draft that setup, as a step of undo.
fn put(desk: Desk, setup: Setup) {
    desk.session.seal();
    desk.session.edit(Edit::Setup(Box::new(setup)));
}

/// A button was clicked.
pub(super) fn clicked(desk: Desk, event: &ev::Event) {
    let Some(button) = dom::closest(event, "button") else { return };
    let setup = current(desk.session);
    if let Some(id) = button.get_attribute(PRESET) {
        if let Some(preset) = PRESETS.iter().find(|preset| preset.id == id) {
            put(desk, preset.switch(&setup));
        }
        return;
    }
    let own = |id: String| store::own_setups().into_iter().find(|own| own.id == id);
    if let Some(own) = button.get_attribute(OWN).and_then(own) {
        put(desk, own.setup);
        if let Some(control) = Control::by_id(NAME) {
            control.set_value(&own.name);
        }
        return desk.notices.info((told().taken)(&own.name));
    }
    if let Some(own) = button.get_attribute(DELETE).and_then(own) {
        return delete(desk, own);
    }
    match button.id().as_str() {
        SAVE => save(desk, &setup),
        EXPORT => export(desk, &setup),
        DEFAULT => match store::put_usual_setup(&setup) {
            Ok(()) => desk.notices.info(told().is_default),
            Err(error) => desk.notices.unstored(error),
        },
        _ => {}
    }
}

/// What stands as the name.
fn typed_name() -> String {
    Control::by_id(NAME).map(|control| control.value().trim().to_owned()).unwrap_or_default()
}

fn save(desk: Desk, setup: &Setup) {
    let name = typed_name();
    if name.is_empty() {
        if let Some(control) = Control::by_id(NAME) {
            control.focus();
        }
        return desk.notices.error(told().needs_name);
    }
    match store::put_own_setup(&name, setup) {
        Ok(()) => desk.notices.info((told().saved)(&name)),
        Err(error) => desk.notices.unstored(error),
    }
    super::paint(desk.session);
}

fn delete(desk: Desk, own: store::OwnSetup) {
    store::remove_own_setup(&own.id);
    super::paint(desk.session);
    let text = (told().deleted)(&own.name);
    desk.notices.offer(Level::Info, text, words().undo, move || {
        if let Err(error) = store::put_own_setup(&own.name, &own.setup) {
            desk.notices.unstored(error);
        }
        if dom::by_id(super::SETUP).is_some() {
            super::paint(desk.session);
        }
    });
}

fn export(desk: Desk, setup: &Setup) {
    let name = typed_name();
    let name = if name.is_empty() { told().unnamed } else { &name };
    let file: String = name.chars().map(|c| if "\\/:*?\"<>|".contains(c) { '_' } else { c }).collect();
    let file = file + ".txt";
    // Windows tells its own old encoding from this one by the mark.
    let text = ["\u{feff}", &print(name, setup).replace('\n', "\r\n")].concat();
    if files::download(&file, TEXT, text.as_bytes()) {
        desk.notices.info((told().exported)(&file));
    } else {
        desk.notices.error(words().download_refused);
    }
}

fn import(desk: Desk, event: &ev::Event) {
    let Some(file) = files::chosen(event) else { return };
    files::text(&file, move |text| {
        let Some(text) = text.filter(|text| is_setup(text)) else {
            return desk.notices.error(told().not_a_setup);
        };
        let read = parse(&text);
        if !read.name.is_empty()
            && let Err(error) = store::put_own_setup(&read.name, &read.setup)
        {
            desk.notices.unstored(error);
        }
        take(desk, &read.name, read.setup);
        desk.notices.info((told().imported)(&read.name, &read.remarks));
    });
}

fn learn(desk: Desk, event: &ev::Event) {
    let Some(file) = files::chosen(event) else { return };
    desk.notices.info(told().learning);
    reader::habits(&file, move |text| match text {
        Err(refusal) => desk.notices.error((told().not_learned)(refusal)),
        Ok(text) => {
            let read = parse(&text);
            let untold =
                Key::ALL.into_iter().filter(|(key, _)| *key != Key::State && !read.said.contains(key));
            let untold: Vec<&str> = untold.map(|(_, name)| name).collect();
            take(desk, &read.name, read.setup);
            desk.notices.info((told().learned)(&untold));
        }
    });
}

/// Gives the draft what came out of a file, unless the person went away meanwhile.
fn take(desk: Desk, name: &str, setup: Setup) {
    if dom::by_id(super::SETUP).is_none() {
        return;
    }
    put(desk, setup);
    super::paint(desk.session);
    if let Some(control) = Control::by_id(NAME) {
        control.set_value(name);
    }
}
