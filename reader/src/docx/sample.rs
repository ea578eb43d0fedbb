//! The paragraphs of a Word file as a sample: how they are set, and what they look like.

use gaozhi_core::text::chars::is_han;

use super::look::{Look, Looks};
use super::numbering::Numbering;
use super::styles::{Style, Styles};
use super::tree::Element;

/// A habit shows in as many paragraphs.
const MOST: usize = 2_000;

/// A paragraph: how it is set, and its words by how they look.
pub(super) struct Paragraph {
    pub(super) look: Look,
    /// The number that its list gives it.
    number: String,
    pub(super) runs: Vec<(String, Look)>,
}

/// What of a file a sample is made of.
pub(super) struct Sample<'s, 't> {
    looks: &'s Looks,
    styles: &'s Styles,
    numbering: Numbering,
    /// Those with Chinese in them.
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) sections: Vec<Element<'t>>,
}

impl<'s, 't> Sample<'s, 't> {
    /// The sample that the body of a file is.
    pub(super) fn of(body: Element<'t>, looks: &'s Looks, styles: &'s Styles, numbering: Numbering) -> Self {
        let mut sample = Self { looks, styles, numbering, paragraphs: Vec::new(), sections: Vec::new() };
        sample.blocks(body);
        sample
    }

    /// Reads the paragraphs of the text; tables and boxes have habits of their own.
    fn blocks(&mut self, parent: Element<'t>) {
        for element in parent.children() {
            match element.name() {
                "p" => self.paragraph(element),
                "sectPr" => self.sections.push(element),
                "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" | "smartTag" => self.blocks(element),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, element: Element<'t>) {
        if let Some(section) = element.child("pPr").and_then(|properties| properties.child("sectPr")) {
            self.sections.push(section);
        }
        if self.paragraphs.len() == MOST {
            return;
        }
        let number = self.number(element).unwrap_or_default();
        let mut paragraph = Paragraph { look: self.looks.of_paragraph(element), number, runs: Vec::new() };
        self.inline(element, &mut paragraph);
        if paragraph.runs.iter().any(|(text, _)| text.chars().any(is_han)) {
            self.paragraphs.push(paragraph);
        }
    }

    fn number(&mut self, element: Element) -> Option<String> {
        let properties = element.child("pPr")?;
        let id = properties.value("pStyle").unwrap_or_default();
        let mut own = Style::default();
        own.take_paragraph(properties, "");
        self.numbering.of_paragraph(&own, self.styles.get(&id), &id, self.styles)
    }

    fn inline(&self, parent: Element, paragraph: &mut Paragraph) {
        for element in parent.children() {
            match element.name() {
                "r" => {
                    let text: String =
                        element.children().filter(|child| child.name() == "t").map(Element::text).collect();
                    let look = self.looks.of_run(element, &paragraph.look);
                    paragraph.runs.push((text, look));
                }
                "ins" | "moveTo" | "hyperlink" | "smartTag" | "sdt" | "sdtContent" | "fldSimple" => {
                    self.inline(element, paragraph);
                }
                _ => {}
            }
        }
    }
}

impl Paragraph {
    pub(super) fn is_centred(&self) -> bool {
        self.look.side.as_deref() == Some("center")
    }

    /// The size of its first Chinese characters, unless it is a letterhead.
    pub(super) fn title_size(&self) -> Option<u16> {
        let (_, look) = self.runs.iter().find(|(text, _)| text.chars().any(is_han))?;
        look.size.filter(|_| self.is_centred() && look.is_red != Some(true))
    }

    /// The level of its number, or of the heading that its style makes it: 1 to 3.
    pub(super) fn level(&self) -> Option<usize> {
        let text: String = self.runs.iter().map(|(text, _)| text.as_str()).collect();
        numbered([&self.number, text.trim_start()].concat().trim_start()).or(self
            .look
            .level
            .filter(|level| *level < 3)
            .map(|it| usize::from(it) + 1))
    }
}

/// The level that a number typed before the words stands for: 一、 （一） 1.
fn numbered(text: &str) -> Option<usize> {
    let behind = |text: &str, digits: &str| {
        let rest = text.trim_start_matches(|c| digits.contains(c));
        (rest.len() < text.len()).then(|| rest.chars().next()).flatten()
    };
    const CHINESE: &str = "一二三四五六七八九十百";
    if let Some(inner) = text.strip_prefix(['（', '(']) {
        return behind(inner, CHINESE).filter(|c| matches!(c, '）' | ')')).map(|_| 2);
    }
    match (behind(text, CHINESE), behind(text, "0123456789")) {
        (Some('、'), _) => Some(1),
        (_, Some('.' | '．')) => Some(3),
        _ => None,
    }
}
