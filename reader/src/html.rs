//! HTML, as Word, WPS and browsers put it on the clipboard and people save it: blocks become lines,
//! cells of tables too, in reading order. Any text is read; nothing in it is run or fetched.

use gaozhi_core::reading::{Part, Source};
use gaozhi_core::text::chars::{half_cells, is_break, is_han, is_space};

use crate::markup::{Token, Tokens, attribute, decoded};
use crate::paragraph::{Declared, Paragraph};

/// The lines of a page or of a piece of one.
pub(crate) fn read(text: &str) -> Source {
    let mut page = Page::default();
    let mut tokens = Tokens::of(text);
    while let Some(token) = tokens.next() {
        match token {
            Token::Open { name, attributes, empty } => {
                let name = name.to_ascii_lowercase();
                page.open(&name, attributes, empty);
                if matches!(name.as_str(), "script" | "style" | "title" | "textarea") && !empty {
                    tokens.skip_to_close(&name);
                }
            }
            Token::Close(name) => page.close(&name.to_ascii_lowercase()),
            Token::Text(text) => page.text(&decoded(text)),
            Token::Verbatim(text) | Token::Broken(text) => page.text(text),
            Token::Doctype => {}
        }
    }
    page.end_line();
    page.source
}

/// What is read, and the elements that stand open where the reading is.
#[derive(Default)]
struct Page {
    source: Source,
    paragraph: Paragraph,
    /// A space that is written if words follow; whether it is underlined.
    space: Option<bool>,
    last: Option<char>,
    /// The element that stands open and whose text is no text of the line.
    aside: Option<Aside>,
    /// Whether lines keep their breaks (pre).
    is_kept: bool,
    underlined: usize,
    tables: usize,
    level: Option<u8>,
    /// The numbers of the open lists; one of bullets has none.
    lists: Vec<Option<u32>>,
    number: String,
}

struct Aside {
    name: String,
    /// How many of its name are open inside of it.
    depth: usize,
    /// Whether it is what Word has computed as the number of a paragraph; else it is left out.
    is_number: bool,
}

impl Page {
    fn open(&mut self, name: &str, attributes: &str, empty: bool) {
        if let Some(aside) = &mut self.aside {
            aside.depth += usize::from(aside.name == name && !empty);
            return;
        }
        let has_end = !empty && !is_void(name);
        let style = style(attributes);
        let is_number = style.contains("mso-list:ignore");
        if is_number || is_left_out(name) || hides(&style) || attribute(attributes, "hidden").is_some() {
            self.aside = has_end.then(|| Aside { name: name.to_owned(), depth: 0, is_number });
            return;
        }
        if is_block(name) {
            self.end_line();
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.level = Some(name.as_bytes()[1] - b'0'),
            "br" => self.end_line(),
            "pre" => self.is_kept = true,
            "table" => self.tables += usize::from(has_end),
            "u" => self.underlined += usize::from(has_end),
            "ul" => self.lists.push(None),
            "ol" => {
                let start = attribute(attributes, "start").and_then(|start| start.parse().ok());
                self.lists.push(Some(start.unwrap_or(1)));
            }
            "li" => {
                if let Some(Some(next)) = self.lists.last_mut() {
                    self.number = [&next.to_string(), "."].concat();
                    *next = next.saturating_add(1);
                }
            }
            "input" => self.input(attributes),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if let Some(aside) = &mut self.aside {
            if aside.name == name {
                match aside.depth.checked_sub(1) {
                    Some(less) => aside.depth = less,
                    None => self.aside = None,
                }
            }
            return;
        }
        if is_block(name) {
            self.end_line();
        }
        match name {
            "pre" => self.is_kept = false,
            "table" => self.tables = self.tables.saturating_sub(1),
            "u" => self.underlined = self.underlined.saturating_sub(1),
            "ul" | "ol" => {
                self.lists.pop();
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(aside) = &self.aside {
            if aside.is_number {
                self.number.extend(text.chars().filter(|c| !is_space(*c) && !is_break(*c)));
            }
            return;
        }
        let is_underlined = self.underlined > 0;
        if self.is_kept {
            self.paragraph.text(text, is_underlined);
            return;
        }
        for (number, words) in text.split([' ', '\t', '\n', '\r', '\u{C}']).enumerate() {
            if number > 0 {
                self.space = Some(is_underlined);
            }
            let (Some(first), Some(last)) = (words.chars().next(), words.chars().next_back()) else {
                continue;
            };
            if let Some(is_underlined) = self.space.take().filter(|_| self.keeps_space(first)) {
                self.paragraph.text(" ", is_underlined);
            }
            self.paragraph.text(words, is_underlined);
            self.last = Some(last);
        }
    }

    /// Whether the white space before a character is a space of the text. Between Chinese
    /// characters it is where Word has broken a line of its markup.
    fn keeps_space(&self, next: char) -> bool {
        self.last.is_some_and(|last| half_cells(last) < 2 || half_cells(next) < 2)
    }

    /// A text box of a form is a gap.
    fn input(&mut self, attributes: &str) {
        let kind = attribute(attributes, "type").unwrap_or_default().to_ascii_lowercase();
        match kind.as_str() {
            "checkbox" | "radio" => self.paragraph.text("□", false),
            "" | "text" | "number" | "date" => {
                let mark = self.paragraph.mark();
                let label = attribute(attributes, "placeholder").unwrap_or_default().into_owned();
                self.paragraph.declare(mark, Declared { label, ..Declared::default() });
            }
            _ => {}
        }
    }

    fn end_line(&mut self) {
        (self.space, self.last) = (None, None);
        if self.paragraph.is_empty() {
            return;
        }
        let part = if self.tables > 0 { Part::Cell } else { Part::Body };
        let number = std::mem::take(&mut self.number);
        let number = if is_bullet(&number) { "" } else { &number };
        self.paragraph.end(number, self.level.take(), part, &mut self.source.lines);
    }
}

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "wbr"
    )
}

/// Elements whose text is not of the page, or was deleted, or says it a second time.
fn is_left_out(name: &str) -> bool {
    matches!(
        name,
        "del" | "rt" | "rp" | "select" | "button" | "noscript" | "template" | "svg" | "xml" | "object"
    )
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "head"
            | "header"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "title"
            | "tr"
            | "ul"
    )
}

/// The style of an element without blanks, in lower case.
fn style(attributes: &str) -> String {
    if attributes.is_empty() {
        return String::new();
    }
    let style = attribute(attributes, "style").unwrap_or_default();
    style.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect()
}

/// Whether an element is not shown; `mso-hide` is Word's word for it.
fn hides(style: &str) -> bool {
    ["display:none", "visibility:hidden", "mso-hide:all"].iter().any(|hiding| style.contains(hiding))
}

/// Whether the sign before an item is a bullet; Word writes them as letters of a symbol font.
fn is_bullet(number: &str) -> bool {
    let mut chars = number.chars();
    let is_number = |c: char| {
        c.is_ascii_digit() || is_han(c) || matches!(c, '\u{2460}'..='\u{24FF}' | '\u{3220}'..='\u{32BF}')
    };
    chars.next().is_some_and(|c| !is_number(c)) && chars.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(html: &str) -> Vec<String> {
        read(html).lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn blocks_become_lines_and_white_space_is_layout() {
        let html = "<html><head><title>x</title><style>p{}</style></head><body>\n<h2>一、主要\n  工作</h2>\
            <p>讲党课&nbsp;<b>X</b>次，\r\n培训<i>XX</i>人<br>第二行 in two\nwords<p>没有结束<div>块</div>尾";
        assert_eq!(
            texts(html),
            ["一、主要工作", "讲党课\u{a0}X次，培训XX人", "第二行 in two words", "没有结束", "块", "尾"]
        );
        assert_eq!(read(html).lines[0].level, Some(2));
    }

    #[test]
    fn the_clipboard_of_word_is_read() {
        let html = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><!--[if gte mso 9]><xml>甲</xml><![endif]-->\
            <body><!--StartFragment--><p class=MsoNormal style='mso-list:l0 level1 lfo1'><![if !supportLists]>\
            <span lang=EN-US><span style='mso-list:Ignore'>一、<span style='font:7.0pt \"Times\"'>&nbsp; </span>\
            </span></span><![endif]>加强学习<o:p></o:p></p><p>姓名：<u>&nbsp;&nbsp;&nbsp; </u>，\
            <span style='display: none'>隐<span>藏</span></span><del>旧</del><ins>新</ins></p><!--EndFragment--></body>";
        assert_eq!(texts(html), ["一、加强学习", "姓名：____，新"]);
    }

    #[test]
    fn tables_and_lists_are_read_in_order() {
        let html = "<table><tr><th>单位<td>XX镇</tr></table><ol start=3><li>甲<li><p>乙</ol><ul><li>丙</ul>\
            <ruby>字<rt>zì</rt></ruby><input placeholder=姓名>";
        let source = read(html);
        let told: Vec<_> = source.lines.iter().map(|line| (line.part, line.text.as_str())).collect();
        assert_eq!(
            told,
            [
                (Part::Cell, "单位"),
                (Part::Cell, "XX镇"),
                (Part::Body, "3.甲"),
                (Part::Body, "4.乙"),
                (Part::Body, "丙"),
                (Part::Body, "字____"),
            ]
        );
        assert_eq!(source.lines[5].given[0].label, "姓名");
    }

    #[test]
    fn soup_is_read() {
        for html in
            ["<", "</p", "<p", "<script>", "<del>", "<!--", "<ol><li", "</ul></ol></table></u>", "&#x;&"]
        {
            read(html);
        }
        assert_eq!(texts("1 < 2 &amp; 3 &unknown;"), ["1 < 2 & 3 &unknown;"]);
    }
}
