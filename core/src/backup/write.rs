//! Writing a backup: joined by hand, since JSON needs little here and the page carries this.

use super::{FORMAT, Item, VERSION};
use crate::text::{find_word, json_string, part};

/// The file of those things, made at that time in milliseconds since 1970 (UTC).
#[must_use]
pub fn write(items: &[Item], made: i64) -> String {
    let mut out = ["{\n\"format\": \"", FORMAT, "\",\n\"version\": "].concat();
    out.push_str(&VERSION.to_string());
    out.push_str(",\n\"made\": ");
    out.push_str(&made.to_string());
    out.push_str(",\n\"count\": ");
    out.push_str(&items.len().to_string());
    out.push_str(",\n\"items\": [");
    for (at, Item { place, id, text }) in items.iter().enumerate() {
        out.push_str(if at > 0 { ",\n{\"place\": " } else { "\n{\"place\": " });
        json_string(&mut out, place);
        out.push_str(", \"id\": ");
        json_string(&mut out, id);
        out.push_str(", \"text\": [");
        for (at, line) in text.split('\n').enumerate() {
            out.push_str(if at > 0 { ",\n" } else { "\n" });
            json_string(&mut out, line);
        }
        out.push_str("\n]}");
    }
    out.push_str("\n]\n}\n");
    out
}

/// Whether a text begins as a backup does: enough to choose who reads it.
#[must_use]
pub fn is_backup(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    start.starts_with('{') && find_word(part(start, ..start.floor_char_boundary(100)), FORMAT).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_can_look_through_it() {
        let item = |id: &str, text: &str| Item { place: "draft".into(), id: id.into(), text: text.into() };
        let text = write(&[item("a-1", "{\n\"甲\""), item("b", "\u{1}\u{1f}\t\\")], -5);
        let expected = r#"{
"format": "gaozhi-backup",
"version": 1,
"made": -5,
"count": 2,
"items": [
{"place": "draft", "id": "a-1", "text": [
"{",
"\"甲\""
]},
{"place": "draft", "id": "b", "text": [
"\u0001\u001f\t\\"
]}
]
}
"#;
        assert_eq!(text, expected);
        assert!(is_backup(&text) && is_backup(&format!("\u{feff} {text}")));
        for other in ["", "{}", "{\"format\": \"gaozhi-draft\"}", "\"gaozhi-backup\""] {
            assert!(!is_backup(other), "{other}");
        }
    }
}
