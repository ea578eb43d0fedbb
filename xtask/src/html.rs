//! Finds the tags of an HTML page, minified or not: attributes in any quotes or none, comments skipped,
//! scripts and styles not looked into. Builds no tree; a page of our own needs none.

use std::ops::Range;

/// A start tag.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its name, in lower case.
    pub name: String,
    /// Names in lower case, and values.
    attributes: Vec<(String, String)>,
    /// The bytes of the tag itself.
    pub range: Range<usize>,
    /// The bytes of the text inside, for elements that hold only text; otherwise empty.
    pub text: Range<usize>,
}

impl Tag {
    /// The value of an attribute; empty if it stands without one.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether one of the words of `rel` is this one.
    pub fn has_rel(&self, rel: &str) -> bool {
        let words = self.attribute("rel").unwrap_or_default();
        words.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case(rel))
    }
}

/// All start tags of a page, in order.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(found) = html[at..].find('<') {
        let start = at + found;
        let rest = &html[start..];
        if rest.starts_with("<!--") {
            at = rest.find("-->").map_or(html.len(), |end| start + end + 3);
        } else if rest[1..].starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            let tag = tag(html, start);
            at = tag.text.end;
            tags.push(tag);
        } else {
            at = start + 1;
        }
    }
    tags
}

fn tag(html: &str, start: usize) -> Tag {
    let bytes = html.as_bytes();
    let until = |from: usize, stop: fn(u8) -> bool| {
        bytes[from..].iter().position(|&byte| stop(byte)).map_or(bytes.len(), |length| from + length)
    };
    let mut at = until(start + 1, |byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'));
    let name = html[start + 1..at].to_ascii_lowercase();
    let mut attributes = Vec::new();
    loop {
        at = until(at, |byte| !byte.is_ascii_whitespace() && byte != b'/');
        if at >= bytes.len() || bytes[at] == b'>' {
            break;
        }
        let end = until(at + 1, |byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'='));
        let key = html[at..end].to_ascii_lowercase();
        at = until(end, |byte| !byte.is_ascii_whitespace());
        let mut value = String::new();
        if bytes.get(at) == Some(&b'=') {
            at = until(at + 1, |byte| !byte.is_ascii_whitespace());
            let (from, to) = match bytes.get(at) {
                Some(b'"') => (at + 1, until(at + 1, |byte| byte == b'"')),
                Some(b'\'') => (at + 1, until(at + 1, |byte| byte == b'\'')),
                _ => (at, until(at, |byte| byte.is_ascii_whitespace() || byte == b'>')),
            };
            html[from..to].clone_into(&mut value);
            at = if from > at { (to + 1).min(bytes.len()) } else { to };
        }
        attributes.push((key, value));
    }
    let end = (at + 1).min(bytes.len());
    let text = if matches!(name.as_str(), "script" | "style" | "title" | "textarea") {
        end..end_of_text(&html[end..], &name).map_or(html.len(), |length| end + length)
    } else {
        end..end
    };
    Tag { name, attributes, range: start..end, text }
}

fn end_of_text(text: &str, name: &str) -> Option<usize> {
    let mut ends = text.match_indices("</").map(|(at, _)| at);
    ends.find(|at| text[at + 2..].get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_need_no_quotes() {
        let found = tags("<link crossorigin href=./a-1.js integrity='x y' REL=\"modulepreload\"/>");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].attribute("href"), Some("./a-1.js"));
        assert_eq!(found[0].attribute("integrity"), Some("x y"));
        assert_eq!(found[0].attribute("crossorigin"), Some(""));
        assert!(found[0].has_rel("modulepreload"));
    }

    #[test]
    fn scripts_are_text() {
        let html = "<!doctype html><!-- <p> --><script type=module>a<b; '<i>'</script><p>1 < 2</p>";
        let found = tags(html);
        let names: Vec<&str> = found.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["script", "p"]);
        assert_eq!(&html[found[0].text.clone()], "a<b; '<i>'");
    }

    #[test]
    fn any_text_ends() {
        for html in ["<", "<a", "<a b", "<a b=", "<a b='", "<script>", "<!--", "<稿 纸=\"", "</", "<a =>"] {
            tags(html);
        }
    }
}
