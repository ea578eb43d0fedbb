//! The draft that a Word file carries, in a custom XML part. It is known by the namespace of its root,
//! since programs that write the file anew give the part another name.

use gaozhi_core::reading::Refusal;

use super::package::Package;
use crate::markup::{Token, Tokens, decoded};

/// The namespace; the part is written by `office/src/docx/carried.rs`.
const NAMESPACE: &str = "urn:gaozhi:draft:1";
/// More custom parts than a file has are not looked at.
const MOST: usize = 50;

/// The draft, as JSON.
pub(super) fn carried(package: &Package) -> Result<Option<String>, Refusal> {
    for part in package.parts("customXml").take(MOST) {
        if let Some(draft) = part?.as_deref().and_then(inside) {
            return Ok(Some(draft));
        }
    }
    Ok(None)
}

/// The text of the root, if that is ours. Nothing else stands in it.
fn inside(part: &str) -> Option<String> {
    let mut tokens = Tokens::of(part.trim_start_matches('\u{feff}'));
    let root = tokens.find(|token| matches!(token, Token::Open { .. }))?;
    let Token::Open { name: "draft", attributes, empty: false } = root else { return None };
    // Declared as the default or for any prefix.
    let is_ours = ['"', '\''].iter().any(|quote| {
        let quote = quote.to_string();
        attributes.contains(&[quote.as_str(), NAMESPACE, quote.as_str()].concat())
    });
    if !is_ours {
        return None;
    }
    let mut text = String::new();
    for token in tokens {
        match token {
            Token::Text(piece) => text.push_str(&decoded(piece)),
            Token::Verbatim(piece) => text.push_str(piece),
            Token::Close("draft") => return Some(text.trim().to_owned()),
            Token::Open { .. } | Token::Close(_) | Token::Doctype | Token::Broken(_) => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_is_known_by_its_namespace_whoever_wrote_it_last() {
        for part in [
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><draft xmlns=\"urn:gaozhi:draft:1\">{\"a\":\"&lt;\"}</draft>",
            "\u{feff}<ns0:draft xmlns:ns0='urn:gaozhi:draft:1'>\r\n{\"a\":<![CDATA[\"<\"]]>}</ns0:draft>",
            "<x:draft a=\"1\" xmlns:x=\"urn:gaozhi:draft:1\">{\"a\":\"&#60;\"}</x:draft>",
        ] {
            assert_eq!(inside(part).as_deref(), Some("{\"a\":\"<\"}"), "{part}");
        }
        for part in [
            "",
            "<draft>{}</draft>",
            "<draft xmlns=\"urn:other\">{}</draft>",
            "<draft xmlns=\"urn:gaozhi:draft:1\"/>",
            "<draft xmlns=\"urn:gaozhi:draft:1\">{",
            "<draft xmlns=\"urn:gaozhi:draft:1\"><a/></draft>",
            "<b:Sources xmlns:b=\"urn:gaozhi:draft:1\">{}</b:Sources>",
        ] {
            assert_eq!(inside(part), None, "{part}");
        }
    }
}
