//! The control of a field as markup, and its value where it stands a second time.

use std::borrow::Cow;

use gaozhi_core::export::Markup;
use gaozhi_core::field::{Field, Kind, read};
use gaozhi_core::guide::Spot;
use gaozhi_core::text::chars::width;

use super::super::words;
use super::markup::{control_id, echo_id, remark_id};

/// The control of a field. The box around it takes the width of its text.
pub(super) fn control(out: &mut Markup, field: &Field, value: &str) {
    let (area, choice) = (field.kind.is_multiline(), field.kind == Kind::Choice);
    let shown = if value.is_empty() { &field.literal } else { value };
    out.raw("<span class=\"fit\"").attr("data-v", &room(shown, area)).raw(match (area, choice) {
        (true, _) => "><textarea rows=\"1\" cols=\"1\"",
        (false, true) => "><select",
        (false, false) => "><input size=\"1\"",
    });
    out.attr("id", &control_id(&field.id));
    out.attr("data-field", field.id.as_str());
    out.attr("data-kind", field.kind.id());
    out.attr("data-unit", &field.unit);
    out.attr("aria-label", &spoken(field));
    out.attr("placeholder", &field.literal);
    out.raw(" autocomplete=\"off\" spellcheck=\"false\" enterkeyhint=\"next\"");
    if field.kind.is_by_line() {
        out.raw(" data-by-line");
    }
    if field.kind.is_numeric() {
        out.raw(" inputmode=\"decimal\"");
    }
    if !field.is_required() {
        out.raw(" data-given");
    } else if choice {
        // Tells an empty one from a chosen one, as the placeholder does elsewhere.
        out.raw(" required");
    }
    let refusal = read(field, value).refusal;
    if refusal.is_some() {
        out.raw(" aria-invalid=\"true\"").attr("aria-describedby", &remark_id(&field.id));
    }
    if area {
        // A line break right after the tag would be dropped.
        out.raw(">\n").text(value).raw("</textarea>");
    } else if choice {
        out.raw(">");
        options(out, field, value);
        out.raw("</select>");
    } else {
        out.attr("value", value).raw(">");
    }
    out.raw("</span>");
    if let Some(refusal) = refusal {
        out.raw("<em class=\"remark\" data-level=\"error\"").attr("id", &remark_id(&field.id)).raw(">");
        out.text(&(words().refusal)(&refusal, field)).raw("</em>");
    }
}

/// The texts to choose from, none first; one that is kept though it is not offered comes last.
fn options(out: &mut Markup, field: &Field, value: &str) {
    let mut option = |value: &str, text: &str, is_chosen: bool| {
        out.raw("<option").attr("value", value).raw(if is_chosen { " selected>" } else { ">" });
        out.text(text).raw("</option>");
    };
    option("", &field.literal, value.is_empty());
    let mut is_unlisted = !value.is_empty();
    for choice in field.choices.iter().map(|choice| choice.trim()) {
        is_unlisted &= choice != value;
        option(choice, choice, choice == value);
    }
    if is_unlisted {
        option(value, value, true);
    }
}

/// What the box around a control is made as wide as: for several lines the text itself, for one
/// line a row of blanks in steps of two characters, so that most keys move nothing on the page.
pub(crate) fn room(text: &str, area: bool) -> Cow<'_, str> {
    if area {
        return Cow::Borrowed(text);
    }
    // Latin letters and digits are somewhat wider than half a Han character: an eighth is added.
    let latin = text.bytes().filter(u8::is_ascii).count();
    let half_cells = width(text) as usize + latin.div_ceil(8);
    Cow::Owned("\u{3000}\u{3000}".repeat(half_cells.max(1).div_ceil(4)))
}

/// What a screen reader calls a field.
fn spoken(field: &Field) -> String {
    if field.unit.is_empty() { field.label.clone() } else { format!("{}（{}）", field.label, field.unit) }
}

/// A value shown a second time; a click goes to its control.
pub(super) fn echo(out: &mut Markup, field: &Field, value: &str, spot: Spot) {
    out.raw("<button type=\"button\" class=\"echo\" tabindex=\"-1\"").attr("id", &echo_id(spot));
    out.attr("data-echo", field.id.as_str()).attr("title", &(words().echo)(&field.label)).raw(">");
    out.text(if value.is_empty() { &field.literal } else { value }).raw("</button>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_grows_in_steps_and_covers_the_text() {
        for text in ["", "1", "1234567890", "县委", "张三李四王五"] {
            let cells = room(text, false).chars().count() * 2;
            assert!(cells >= width(text) as usize && cells.is_multiple_of(4), "{text}: {cells}");
        }
        assert_eq!(room("12", false), room("1", false));
    }
}
