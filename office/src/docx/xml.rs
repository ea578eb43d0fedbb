//! Writes one XML part, element by element. Knows nothing of Word but the prefix of `w:val`.

use std::borrow::Cow;

use quick_xml::Writer;
use quick_xml::escape::partial_escape;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// Names and values of an element.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// An XML part in the making.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// The bytes of a part: the declaration and one root element.
    pub(super) fn part(root: &str, attributes: Attributes, content: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut xml = Self(Writer::new(Vec::new()));
        xml.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml.element(root, attributes, content);
        xml.0.into_inner()
    }

    /// An element with content.
    pub(super) fn element(&mut self, name: &str, attributes: Attributes, content: impl FnOnce(&mut Self)) {
        self.write(Event::Start(start(name, attributes)));
        content(self);
        self.write(Event::End(BytesEnd::new(name)));
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes) {
        self.write(Event::Empty(start(name, attributes)));
    }

    /// An element whose only word is `w:val`.
    pub(super) fn val(&mut self, name: &str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// Text.
    pub(super) fn text(&mut self, text: &str) {
        self.write(Event::Text(BytesText::from_escaped(partial_escape(&*speakable(text)))));
    }

    fn write(&mut self, event: Event) {
        // Writing into memory cannot fail.
        let _ = self.0.write_event(event);
    }
}

fn start<'a>(name: &'a str, attributes: Attributes) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, &*speakable(value)));
    }
    start
}

/// A text without what XML 1.0 cannot hold, not even escaped.
fn speakable(text: &str) -> Cow<'_, str> {
    if text.contains(is_unspeakable) {
        Cow::Owned(text.chars().filter(|&c| !is_unspeakable(c)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Control characters, which no text of a report means, and the two code points that XML bans.
fn is_unspeakable(c: char) -> bool {
    matches!(c, '\0'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let bytes = Xml::part("a", &[], |xml| xml.text(text));
        let xml = String::from_utf8_lossy(&bytes);
        xml.replace("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>", "")
    }

    #[test]
    fn markup_in_a_text_stays_text() {
        assert_eq!(written("a<b>&amp;]]>"), "<a>a&lt;b&gt;&amp;amp;]]&gt;</a>");
    }

    #[test]
    fn what_xml_cannot_hold_is_left_out_and_nothing_else() {
        assert_eq!(written("甲\0\u{b}乙\u{ffff}\u{feff}𠮷\u{301}"), "<a>甲乙\u{feff}𠮷\u{301}</a>");
    }

    #[test]
    fn attributes_are_escaped() {
        let bytes = Xml::part("a", &[("b", "\"<\0\u{ffff}")], |xml| xml.val("w:c", "1"));
        assert!(bytes.ends_with(b"<a b=\"&quot;&lt;\"><w:c w:val=\"1\"/></a>"));
    }
}
