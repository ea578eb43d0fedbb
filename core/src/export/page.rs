//! The page setup in the words of `style/report.css`: its custom properties, in em of the text.

use std::fmt::Write as _;

use super::Markup;
use crate::setup::{Digits, PAPER, PageNumber, Setup};

/// From the foot of the text to that of the page number: its dash stands 7 mm below the text
/// (GB/T 9704-2012 7.5), in twips.
const TO_NUMBER: u32 = 538;

/// The declarations that bring `style/report.css` from the standard to a setup; empty for the
/// standard itself.
#[must_use]
pub fn page_style(setup: &Setup) -> String {
    let standard = Setup::default();
    if *setup == standard {
        return String::new();
    }
    let mut out = String::new();
    let size = setup.size_twips().max(1);
    let mut em = |name: &str, twips: u32| {
        // In whole numbers: a machinery for printing fractions is not worth its bytes.
        let _ = write!(out, "--{name}:{}.{:05};", twips / size, twips % size * 100_000 / size);
    };
    em("sheet", PAPER.0);
    em("height", PAPER.1);
    em("top", setup.top_twips());
    em("left", setup.left_twips());
    em("right", setup.right_twips());
    em("bottom", setup.bottom_twips());
    em("pitch", u32::from(setup.pitch));
    em("tighten", setup.tighten());
    em("title", u32::from(setup.title_size) * 10);
    em("number", setup.bottom_twips().saturating_sub(TO_NUMBER).max(200));
    // The page number is of 14 pt whatever the text is.
    em("number-size", 280);
    let faces = &setup.faces;
    for (name, face) in
        [("title", &faces.title), ("first", &faces.first), ("second", &faces.second), ("text", &faces.text)]
    {
        let _ = write!(out, "--face-{name}:\"{face}\";");
    }
    for (name, is_bold) in [
        ("title", setup.bold_title),
        ("first", setup.bold_first),
        ("second", setup.bold_second),
        ("third", setup.bold_third),
    ] {
        if is_bold {
            let _ = write!(out, "--weight-{name}:700;");
        }
    }
    if setup.digits == Digits::Text {
        // No face of that name: digits take the next, that of the text.
        out.push_str("--latin:gaozhi-none;--point:.5;");
    }
    out
}

/// What of a setup the style sheet asks as attributes of the element that holds the pages.
pub fn page_attributes(setup: &Setup) -> [(&'static str, Option<&'static str>); 2] {
    let numbers = match setup.number {
        PageNumber::Outer => None,
        PageNumber::Centre => Some("centre"),
        PageNumber::None => Some("none"),
    };
    [("data-numbers", numbers), ("data-mirror", setup.mirror.then_some(""))]
}

/// The element that holds the pages of a file.
pub(super) fn article(out: &mut Markup, setup: &Setup) {
    out.raw("<article class=\"sheet report\"");
    for (name, value) in page_attributes(setup) {
        if let Some(value) = value {
            out.attr(name, value);
        }
    }
    out.raw(">\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The style sheet says the standard itself; it must say the same as the setup.
    #[test]
    fn the_style_sheet_is_the_standard() {
        let css = include_str!("../../../style/report.css");
        let other = page_style(&Setup { bold_second: true, ..Setup::default() });
        let mut checked = 0;
        for declaration in other.split(';').filter(|declaration| declaration.contains(':')) {
            let (name, value) = declaration.split_once(':').expect("a declaration");
            if name.starts_with("--weight") {
                continue;
            }
            let found = css.split_once(&format!("{name}:")).expect(name).1;
            let found = found.split_once(';').expect("an end").0.trim();
            match (found.parse::<f64>(), value.parse::<f64>()) {
                (Ok(a), Ok(b)) => assert!((a - b).abs() < 0.0001, "{name}: {found} {value}"),
                _ => assert_eq!(found, value, "{name}"),
            }
            checked += 1;
        }
        assert_eq!(checked, 15);
        assert_eq!(page_style(&Setup::default()), "");
    }
}
