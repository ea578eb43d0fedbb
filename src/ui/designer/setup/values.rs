//! Every value of the setup as a control, what follows from them, and what can be done with it.

use gaozhi_core::export::Markup;
use gaozhi_core::setup::{Key, Setup};

use super::super::super::toolbar;
use super::told;
use crate::browser::dom::{self, Control};

/// Names the value that a control shows.
pub(super) const FIELD: &str = "data-setup-field";
pub(super) const NAME: &str = "setup-name";
pub(super) const SAVE: &str = "setup-save";
pub(super) const EXPORT: &str = "setup-export";
pub(super) const DEFAULT: &str = "setup-default";
const FIGURES: &str = "setup-figures";
/// The ids of the lists that controls suggest from.
const FONTS: &str = "setup-fonts";
const SIZES: &str = "setup-sizes";

/// The fonts that offices have.
const FONT_NAMES: [&str; 13] = [
    "方正小标宋简体",
    "方正小标宋_GBK",
    "仿宋_GB2312",
    "仿宋",
    "方正仿宋_GBK",
    "楷体_GB2312",
    "楷体",
    "方正楷体_GBK",
    "黑体",
    "方正黑体_GBK",
    "宋体",
    "华文中宋",
    "华文仿宋",
];
const SIZE_NAMES: [&str; 8] = ["一号", "小一", "二号", "小二", "三号", "小三", "四号", "小四"];

/// The values in the order of the page.
const GROUPS: [&[Key]; 4] = [
    &[Key::Top, Key::Bottom, Key::Left, Key::Right, Key::Pitch, Key::Mirror],
    &[Key::TitleFace, Key::TitleSize, Key::TextFace, Key::Size, Key::FirstFace, Key::SecondFace, Key::Digits],
    &[Key::BoldTitle, Key::BoldFirst, Key::BoldSecond, Key::BoldThird],
    &[Key::Number, Key::State],
];

/// How a value is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Words,
    Choice,
    Tick,
}

/// How the values of a key are shown.
pub(super) fn look(key: Key) -> Look {
    match key.choices().as_slice() {
        [] => Look::Words,
        ["是", "否"] => Look::Tick,
        _ => Look::Choice,
    }
}

/// The words of a tick.
pub(super) fn tick(on: bool) -> &'static str {
    if on { "是" } else { "否" }
}

/// Where the values stand.
pub(super) fn place(setup: &Setup) -> Markup {
    let mut out = Markup::new();
    out.raw(
        "<main class=\"setup-pane\" data-pane><div class=\"setup-head\"><p class=\"figures\" role=\"status\"",
    )
    .attr("id", FIGURES);
    out.attr("data-testid", FIGURES).raw("></p>");
    out.raw("<div class=\"acts\"><input autocomplete=\"off\" maxlength=\"40\"").attr("id", NAME);
    out.attr("data-testid", NAME).attr("aria-label", told().name).attr("placeholder", told().name).raw(">");
    toolbar::button(&mut out, "primary", SAVE, told().save);
    toolbar::button(&mut out, "", EXPORT, told().export);
    toolbar::button(&mut out, "", DEFAULT, told().make_default);
    out.raw("</div></div>");
    for (name, keys) in told().groups.into_iter().zip(GROUPS) {
        out.raw("<fieldset><legend>").text(name).raw("</legend>");
        for key in keys {
            field(&mut out, *key, setup);
        }
        out.raw("</fieldset>");
    }
    suggestions(&mut out, FONTS, &FONT_NAMES);
    suggestions(&mut out, SIZES, &SIZE_NAMES);
    out.raw("</main>");
    out
}

fn suggestions(out: &mut Markup, id: &'static str, words: &[&str]) {
    out.raw("<datalist").attr("id", id).raw(">");
    for word in words {
        out.raw("<option").attr("value", word).raw("></option>");
    }
    out.raw("</datalist>");
}

/// The name of a value.
pub(super) fn name(key: Key) -> &'static str {
    Key::ALL.iter().find(|(other, _)| *other == key).map_or("", |(_, name)| name)
}

/// The id of the control of a value.
fn id(key: Key) -> String {
    ["setup", key.id()].join(":")
}

fn field(out: &mut Markup, key: Key, setup: &Setup) {
    let look = look(key);
    out.raw(if look == Look::Tick { "<label class=\"tick\"><span>" } else { "<label><span>" });
    out.text(name(key)).raw("</span>");
    out.raw(match look {
        Look::Choice => "<select",
        Look::Tick => "<input type=\"checkbox\"",
        Look::Words => "<input autocomplete=\"off\" spellcheck=\"false\"",
    });
    out.attr("id", &id(key)).attr("data-testid", "setup-field").attr(FIELD, key.id());
    match key {
        Key::TitleFace | Key::FirstFace | Key::SecondFace | Key::TextFace => {
            out.attr("list", FONTS);
        }
        Key::TitleSize | Key::Size => {
            out.attr("list", SIZES);
        }
        _ => {}
    }
    out.raw(">");
    if look == Look::Choice {
        let value = setup.value(key);
        for word in key.choices() {
            out.raw("<option").raw(if word == value { " selected>" } else { ">" }).text(word);
            out.raw("</option>");
        }
        out.raw("</select>");
    }
    out.raw("</label>");
}

/// Shows that setup.
pub(super) fn paint(setup: &Setup) {
    for (key, _) in Key::ALL {
        let Some(control) = Control::by_id(&id(key)) else { continue };
        let value = setup.value(key);
        match look(key) {
            Look::Tick => control.tick(value == tick(true)),
            Look::Choice | Look::Words => control.set_value(&value),
        }
    }
    if let Some(figures) = dom::by_id(FIGURES) {
        let millimetres = |twips: u32| (twips * 254 + 7_200) / 14_400;
        let [width, height] = [setup.width_twips(), setup.height_twips()].map(millimetres);
        dom::set_words(&figures, &(told().figures)([setup.lines(), setup.cells(), width, height]));
    }
}
