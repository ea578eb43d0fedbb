//! HTML under construction. What a person typed comes in through [`Markup::text`] and
//! [`Markup::attr`] only, and both escape it; tags are literals of the program.

use crate::text::part;

/// HTML that is safe to put into a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Markup(String);

impl Markup {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A literal of the program: tags and fixed attributes.
    pub fn raw(&mut self, literal: &'static str) -> &mut Self {
        self.0.push_str(literal);
        self
    }

    /// Words, escaped.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.escaped(text);
        self
    }

    /// ` name="value"`, the value escaped.
    pub fn attr(&mut self, name: &'static str, value: &str) -> &mut Self {
        self.0.push(' ');
        self.0.push_str(name);
        self.0.push_str("=\"");
        self.escaped(value);
        self.0.push('"');
        self
    }

    /// ` name="value"` for a number.
    pub fn number(&mut self, name: &'static str, value: u32) -> &mut Self {
        let mut digits = [0; 10];
        let mut at = digits.len();
        let mut rest = value;
        loop {
            at -= 1;
            digits[at] = b'0' + u8::try_from(rest % 10).unwrap_or(0);
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        self.attr(name, std::str::from_utf8(&digits[at..]).unwrap_or_default())
    }

    /// Other markup, as it is.
    pub fn append(&mut self, other: &Self) -> &mut Self {
        self.0.push_str(&other.0);
        self
    }

    /// The HTML.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The HTML, owned.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }

    fn escaped(&mut self, text: &str) {
        let mut from = 0;
        for (at, byte) in text.bytes().enumerate() {
            let entity = match byte {
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'&' => "&amp;",
                b'"' => "&quot;",
                _ => continue,
            };
            self.0.push_str(part(text, from..at));
            self.0.push_str(entity);
            from = at + 1;
        }
        self.0.push_str(part(text, from..));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_become_tags() {
        let mut markup = Markup::new();
        markup
            .raw("<p")
            .attr("title", "\"><script>")
            .number("n", 4_294_967_295)
            .raw(">")
            .text("<b>&amp;")
            .raw("</p>");
        assert_eq!(
            markup.as_str(),
            "<p title=\"&quot;&gt;&lt;script&gt;\" n=\"4294967295\">&lt;b&gt;&amp;amp;</p>"
        );
    }
}
