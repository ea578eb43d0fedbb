//! The draft inside of its Word file, as a custom XML part (ECMA-376 part 1, 15.2.5 and 15.2.6): no
//! program shows it, Word, WPS and LibreOffice keep it, and this one opens the file as the draft again.

use super::xml::Xml;

/// The namespace of the one element, by which the part is known whatever it is called.
pub const CARRIED: &str = "urn:gaozhi:draft:1";

const DATASTORE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
/// Tells the parts of one file apart. The same in every file, since the same draft gives the same bytes.
const ITEM: &str = "{6B1D3C5E-8A42-4F0B-9C77-1E5A2D94B3F6}";

/// The draft as the text of the root.
pub(super) fn item(json: &str) -> Vec<u8> {
    Xml::part("draft", &[("xmlns", CARRIED)], |xml| xml.text(&guarded(json)))
}

/// What the part is.
pub(super) fn properties() -> Vec<u8> {
    Xml::part("ds:datastoreItem", &[("ds:itemID", ITEM), ("xmlns:ds", DATASTORE)], |xml| {
        xml.element("ds:schemaRefs", &[], |xml| xml.empty("ds:schemaRef", &[("ds:uri", CARRIED)]));
    })
}

/// JSON without its line breaks, and with what a part of XML loses or a program that writes it anew
/// may change written as JSON writes it. In JSON all of that stands in texts only.
fn guarded(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut rest = json;
    // The first bytes in UTF-8 of what is looked for: a character at a time takes far longer.
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'\n' | 0x7f | 0xc2 | 0xe2 | 0xef)) {
        let (before, found) = rest.split_at(at);
        out.push_str(before);
        let mut chars = found.chars();
        match chars.next() {
            None | Some('\n') => {}
            Some(
                c @ ('\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'),
            ) => {
                out.push_str("\\u");
                let digit = |shift: u32| char::from_digit((u32::from(c) >> shift) & 15, 16);
                out.extend([12, 8, 4, 0].into_iter().filter_map(digit));
            }
            Some(c) => out.push(c),
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_would_lose_is_written_as_json_writes_it() {
        assert_eq!(
            guarded("{\n\"a\": \"\u{7f}\u{85}\u{ffff}中\\n\"\n}"),
            "{\"a\": \"\\u007f\\u0085\\uffff中\\n\"}"
        );
        assert_eq!(guarded("，“é\u{a0}…”\u{2028}"), "，“é\u{a0}…”\\u2028");
    }
}
