//! The paragraphs of a part, as they read when all changes are accepted and all hidden text is
//! left out.

use gaozhi_core::reading::{Line, Part};
use gaozhi_core::text::chars::is_space;

use super::controls;
use super::fields::Fields;
use super::numbering::Numbering;
use super::styles::{Style, Styles};
use super::tree::Element;
use crate::paragraph::{Declared, Paragraph};

/// More headers and footers than a file of many sections has are left out.
const MOST_MARGINS: usize = 200;

/// What is read, and what the reading has to remember from paragraph to paragraph.
pub(super) struct Story<'s> {
    pub(super) lines: Vec<Line>,
    /// The ids of headers and footers, each once.
    pub(super) margins: Vec<String>,
    /// Whether a paragraph is one line, whatever breaks are in it.
    pub(super) by_paragraph: bool,
    styles: &'s Styles,
    numbering: Numbering,
    paragraph: Paragraph,
    fields: Fields,
    /// A content control around whole paragraphs: what the next one declares.
    declared: Option<Declared>,
}

impl<'s> Story<'s> {
    pub(super) fn new(styles: &'s Styles, numbering: Numbering) -> Self {
        Self {
            lines: Vec::new(),
            margins: Vec::new(),
            by_paragraph: false,
            styles,
            numbering,
            paragraph: Paragraph::default(),
            fields: Fields::default(),
            declared: None,
        }
    }

    /// Reads what is inside of an element.
    pub(super) fn read(&mut self, root: Element, part: Part) {
        self.blocks(root, part);
        // The end of the last paragraph may be deleted.
        self.paragraph.end("", None, part, &mut self.lines);
        self.fields = Fields::default();
    }

    fn blocks(&mut self, parent: Element, part: Part) {
        for element in parent.children() {
            match element.name() {
                "p" => self.paragraph(element, part),
                "tr" if is_deleted_row(element) => {}
                "tc" if is_merged_away(element) => {}
                "tc" => self.blocks(element, if part == Part::Body { Part::Cell } else { part }),
                "sdt" => {
                    let Some(content) = element.child("sdtContent") else { continue };
                    if controls::is_contents(element) {
                        continue;
                    }
                    self.declared = controls::declared(element).filter(|_| is_one_paragraph(content));
                    self.blocks(content, part);
                    self.declared = None;
                }
                "AlternateContent" => {
                    if let Some(branch) = branch(element) {
                        self.blocks(branch, part);
                    }
                }
                "sectPr" => self.section(element),
                "del" | "moveFrom" | "sdtPr" | "tblPr" | "trPr" | "tcPr" => {}
                _ => self.blocks(element, part),
            }
        }
    }

    fn paragraph(&mut self, element: Element, part: Part) {
        let properties = element.child("pPr");
        let id = properties.and_then(|properties| properties.value("pStyle")).unwrap_or_default();
        let style = self.styles.get(&id);
        if let Some(section) = properties.and_then(|properties| properties.child("sectPr")) {
            self.section(section);
        }
        if style.is_some_and(Style::is_contents) {
            return;
        }
        let mut own = Style::default();
        if let Some(properties) = properties {
            own.take_paragraph(properties, "");
        }
        let inherited = Style {
            hidden: style.and_then(|style| style.hidden),
            underlined: style.and_then(|style| style.underlined),
            ..Style::default()
        };
        let mark = self.paragraph.mark();
        let declared = self.declared.take();
        let mut boxes = Vec::new();
        self.inline(element, &inherited, &mut boxes);
        self.fields.end_paragraph();
        if let Some(declared) = declared {
            self.paragraph.declare(mark, declared);
        }
        let is_joined = properties
            .and_then(|properties| properties.child("rPr"))
            .is_some_and(|run| run.child("del").is_some() || run.child("moveFrom").is_some());
        if !is_joined {
            let number = self.numbering.of_paragraph(&own, style, &id, self.styles).unwrap_or_default();
            let outline = own.outline.or(style.and_then(|style| style.outline));
            let level = outline.filter(|level| *level < 9).map(|level| level + 1);
            let is_page_number = self.fields.end_page_number() && part == Part::Margin;
            let from = self.lines.len();
            self.paragraph.end(&number, level, part, &mut self.lines);
            if is_page_number && self.lines.iter().skip(from).all(|line| says_nothing(&line.text)) {
                self.lines.truncate(from);
            }
            if self.by_paragraph {
                let more: String =
                    self.lines.drain(self.lines.len().min(from + 1)..).map(|line| line.text).collect();
                if let Some(line) = self.lines.get_mut(from) {
                    line.text.push_str(&more);
                }
            }
        }
        let inside = if matches!(part, Part::Body | Part::Cell) { Part::Box } else { part };
        for text_box in boxes {
            self.blocks(text_box, inside);
        }
    }

    /// The automatic number of a paragraph.
    /// Reads what stands in a line: runs and what is around them.
    fn inline<'t>(&mut self, parent: Element<'t>, around: &Style, boxes: &mut Vec<Element<'t>>) {
        for element in parent.children() {
            match element.name() {
                "r" => {
                    let mut style = around.clone();
                    if let Some(properties) = element.child("rPr") {
                        let named = properties.value("rStyle").and_then(|id| self.styles.get(&id));
                        if let Some(named) = named {
                            style.hidden = named.hidden.or(style.hidden);
                            style.underlined = named.underlined.or(style.underlined);
                        }
                        style.take_run(properties);
                    }
                    self.inline(element, &style, boxes);
                }
                "sdt" => {
                    let Some(content) = element.child("sdtContent") else { continue };
                    let mark = self.paragraph.mark();
                    self.inline(content, around, boxes);
                    if let Some(declared) = controls::declared(element) {
                        self.paragraph.declare(mark, declared);
                    }
                }
                "fldSimple" => {
                    self.fields.begin(&mut self.paragraph);
                    self.fields.instruct(&element.attribute("instr").unwrap_or_default());
                    self.fields.show(&mut self.paragraph);
                    self.inline(element, around, boxes);
                    self.fields.end(&mut self.paragraph);
                }
                "AlternateContent" => {
                    if let Some(branch) = branch(element) {
                        self.inline(branch, around, boxes);
                    }
                }
                "drawing" | "pict" | "object" => text_boxes(element, boxes),
                "pPr" | "rPr" | "del" | "moveFrom" | "delText" | "delInstrText" | "rt" | "sdtPr" => {}
                name => {
                    if !self.piece(name, element, around) {
                        self.inline(element, around, boxes);
                    }
                }
            }
        }
    }

    /// Takes an element that is a piece of a line itself; says whether it is one.
    fn piece(&mut self, name: &str, element: Element, style: &Style) -> bool {
        let mut add = |text: &str| {
            if self.fields.is_shown() && style.hidden != Some(true) {
                self.paragraph.text(text, style.underlined == Some(true));
            }
        };
        match name {
            "t" => add(&element.text()),
            "tab" | "ptab" => add("\t"),
            "br" | "cr" => add("\n"),
            "noBreakHyphen" => add("-"),
            "sym" => add(&symbol(element)),
            "instrText" => self.fields.instruct(&element.text()),
            "fldChar" => self.fields.turn(element, &mut self.paragraph),
            _ => return false,
        }
        true
    }

    /// Remembers the headers and footers that a section names.
    fn section(&mut self, section: Element) {
        let references =
            section.children().filter(|child| matches!(child.name(), "headerReference" | "footerReference"));
        for id in references.filter_map(|reference| reference.attribute("id")) {
            if self.margins.len() < MOST_MARGINS && !self.margins.iter().any(|known| *known == id) {
                self.margins.push(id.into_owned());
            }
        }
    }
}

/// One branch of an alternative, never both: the first choice, which every Word of today reads.
fn branch(alternative: Element) -> Option<Element> {
    alternative.child("Choice").or_else(|| alternative.child("Fallback"))
}

/// The text boxes in a drawing; those in their paragraphs are found when these are read.
fn text_boxes<'t>(drawing: Element<'t>, boxes: &mut Vec<Element<'t>>) {
    for element in drawing.children() {
        match element.name() {
            "txbxContent" => boxes.push(element),
            "AlternateContent" => {
                if let Some(branch) = branch(element) {
                    text_boxes(branch, boxes);
                }
            }
            _ => text_boxes(element, boxes),
        }
    }
}

/// Whether the page number was all that a line of a margin said.
fn says_nothing(text: &str) -> bool {
    text.chars().all(|c| is_space(c) || matches!(c, '-' | '—' | '–' | '－' | '/' | '第' | '页' | '共' | '·'))
}

fn is_deleted_row(row: Element) -> bool {
    row.child("trPr").is_some_and(|properties| properties.child("del").is_some())
}

/// Whether a cell only continues the one above or before it.
fn is_merged_away(cell: Element) -> bool {
    let continues = |name: &str| {
        let merge = cell.child("tcPr").and_then(|properties| properties.child(name));
        merge.is_some_and(|merge| merge.attribute("val").as_deref() != Some("restart"))
    };
    continues("vMerge") || continues("hMerge")
}

fn is_one_paragraph(content: Element) -> bool {
    let mut paragraphs =
        content.children().filter(|child| matches!(child.name(), "p" | "tbl" | "tc" | "tr" | "sdt"));
    paragraphs.next().is_some_and(|child| matches!(child.name(), "p" | "tc")) && paragraphs.next().is_none()
}

/// A character of a symbol font: the boxes and ticks of forms are known, and what is no private
/// character stands for itself.
fn symbol(element: Element) -> String {
    let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok()).unwrap_or(0);
    let c = match code & 0xFF {
        0x6F | 0x71 | 0x72 | 0xA3 | 0xA8 => '□',
        0x52 | 0xFE => '☑',
        0x50 | 0xFC => '√',
        0x6C => '●',
        0x6E => '■',
        _ => '\0',
    };
    match char::from_u32(code) {
        Some('\u{E000}'..='\u{F8FF}') if c == '\0' => String::new(),
        Some('\u{E000}'..='\u{F8FF}') => c.into(),
        Some(plain) if !plain.is_control() => plain.into(),
        _ => String::new(),
    }
}
