//! XML and HTML as tokens, without a copy. Total: any text has tokens. What is said in namespaces
//! is known by its local name, so that the prefixes of odd writers and the strict form of Word
//! files make no difference.

use std::borrow::Cow;

use gaozhi_core::text::entity::entity;

/// A piece of markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// `<name attributes>`; `empty` where it ends in `/>`.
    Open { name: &'a str, attributes: &'a str, empty: bool },
    /// `</name>`
    Close(&'a str),
    /// Text whose references are not decoded yet.
    Text(&'a str),
    /// Text that holds no references.
    Verbatim(&'a str),
    /// `<!DOCTYPE …>`
    Doctype,
    /// What is not well formed, and was passed over or is the text of the rest.
    Broken(&'a str),
}

/// The tokens of a text.
pub(crate) struct Tokens<'a> {
    rest: &'a str,
}

impl<'a> Tokens<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        Self { rest: text }
    }

    /// Goes on behind the next `</name`, whatever stands before it: for scripts and styles.
    pub(crate) fn skip_to_close(&mut self, name: &str) {
        while let Some(at) = self.rest.find("</") {
            self.rest = &self.rest[at..];
            let is_it =
                self.rest.get(2..2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name));
            if is_it {
                return;
            }
            self.rest = &self.rest[2..];
        }
        self.rest = "";
    }

    /// The text up to the end mark and goes on behind it; nothing if there is no end mark.
    fn until(&mut self, from: usize, mark: &str) -> Option<&'a str> {
        let length = self.rest.get(from..)?.find(mark)?;
        let inside = &self.rest[from..from + length];
        self.rest = &self.rest[from + length + mark.len()..];
        Some(inside)
    }

    fn all(&mut self) -> &'a str {
        std::mem::take(&mut self.rest)
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let rest = self.rest;
            if !rest.starts_with('<') {
                let end = rest.find('<').unwrap_or(rest.len());
                self.rest = &rest[end..];
                return (end > 0).then_some(Token::Text(&rest[..end]));
            }
            if rest.starts_with("<!--") {
                if self.until(4, "-->").is_none() {
                    return Some(Token::Broken(self.all()));
                }
            } else if rest.starts_with("<![CDATA[") {
                return Some(match self.until(9, "]]>") {
                    Some(text) => Token::Verbatim(text),
                    None => Token::Broken(self.all()),
                });
            } else if rest.starts_with("<!") || rest.starts_with("<?") {
                let is_doctype = rest.get(2..9).is_some_and(|word| word.eq_ignore_ascii_case("doctype"));
                if self.until(2, ">").is_none() {
                    return Some(Token::Broken(self.all()));
                }
                if is_doctype {
                    return Some(Token::Doctype);
                }
            } else if rest.starts_with("</") {
                return Some(match self.until(2, ">") {
                    Some(name) => Token::Close(local(name.trim())),
                    None => Token::Broken(self.all()),
                });
            } else {
                return Some(self.open());
            }
        }
    }
}

impl<'a> Tokens<'a> {
    fn open(&mut self) -> Token<'a> {
        let rest = self.rest;
        let starts_name = |c: char| c.is_ascii_alphabetic() || c == '_' || !c.is_ascii();
        if !rest[1..].starts_with(starts_name) {
            self.rest = &rest[1..];
            return Token::Broken(&rest[..1]);
        }
        let Some(end) = end_of_tag(rest) else {
            return Token::Broken(self.all());
        };
        self.rest = &rest[end + 1..];
        let inside = &rest[1..end];
        let (inside, empty) = match inside.strip_suffix('/') {
            Some(inside) => (inside, true),
            None => (inside, false),
        };
        let name = inside.find(|c: char| c.is_ascii_whitespace() || c == '/').unwrap_or(inside.len());
        Token::Open { name: local(&inside[..name]), attributes: &inside[name..], empty }
    }
}

/// Where the `>` of the tag at the start stands; one inside of a quoted value does not end it.
fn end_of_tag(text: &str) -> Option<usize> {
    let (mut quote, mut before) = (0, b' ');
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if quote != 0 && byte != quote => {}
            _ if quote != 0 => quote = 0,
            b'>' => return Some(at),
            b'"' | b'\'' if before == b'=' => quote = byte,
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    None
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// The value of an attribute by its local name.
pub(crate) fn attribute<'a>(attributes: &'a str, wanted: &str) -> Option<Cow<'a, str>> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '=').unwrap_or(rest.len());
        let name = &rest[..end];
        rest = rest[end..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let quoted =
                ['"', '\''].into_iter().find_map(|quote| after.strip_prefix(quote)?.split_once(quote));
            (value, rest) = quoted.unwrap_or_else(|| {
                after.split_at(after.find(|c: char| c.is_ascii_whitespace()).unwrap_or(after.len()))
            });
        }
        if local(name).eq_ignore_ascii_case(wanted) {
            return Some(decoded(value));
        }
    }
}

/// A text with its references as characters; those that are not known stay as they are.
pub(crate) fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let (c, length) = entity(&rest[at..]).unwrap_or(('&', 1));
        out.push(c);
        rest = &rest[at + length..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open<'a>(name: &'a str, attributes: &'a str) -> Token<'a> {
        Token::Open { name, attributes, empty: false }
    }

    #[test]
    fn tags_text_and_what_is_no_text_are_told_apart() {
        let text = "<?xml version='1.0'?><w:p a=\"x>y\"><!-- <b> -->甲&amp;<w:br/><![CDATA[<乙>]]></w:p >";
        let tokens: Vec<_> = Tokens::of(text).collect();
        assert_eq!(
            tokens,
            [
                open("p", " a=\"x>y\""),
                Token::Text("甲&amp;"),
                Token::Open { name: "br", attributes: "", empty: true },
                Token::Verbatim("<乙>"),
                Token::Close("p"),
            ]
        );
    }

    #[test]
    fn what_is_broken_ends_all_the_same() {
        for text in
            ["<", "<<", "<a", "<a b='", "<!--", "<![CDATA[", "</", "<!", "<?", "< a>", "1 < 2 > 1", "<é='>"]
        {
            assert!(Tokens::of(text).count() <= text.len(), "{text}");
        }
        assert_eq!(
            Tokens::of("甲<3").collect::<Vec<_>>(),
            [Token::Text("甲"), Token::Broken("<"), Token::Text("3")]
        );
    }

    #[test]
    fn attributes_are_found_by_their_local_name() {
        let attributes = " w:val = \"甲&quot;乙\" w14:id='3' hidden x=y/";
        assert_eq!(attribute(attributes, "val").as_deref(), Some("甲\"乙"));
        assert_eq!(attribute(attributes, "ID").as_deref(), Some("3"));
        assert_eq!(attribute(attributes, "hidden").as_deref(), Some(""));
        assert_eq!(attribute(attributes, "x").as_deref(), Some("y/"));
        assert_eq!(attribute(attributes, "y"), None);
        assert_eq!(attribute("=", "y"), None);
        assert_eq!(attribute("='a", "y"), None);
    }
}
