//! What paragraphs and runs of a Word file look like, with styles, defaults and theme followed.

use std::rc::Rc;

use gaozhi_core::reading::Refusal;

use super::package::Package;
use super::tree::{Element, Tree};

/// Word itself knows fewer; what comes after is left out.
const MOST: usize = 4_096;
/// A chain of ancestors is not followed further; a loop would be without end.
const MOST_ANCESTORS: usize = 16;

/// What is said of a look; what is not said is as the look beneath has it.
#[derive(Clone, Default)]
pub(super) struct Look {
    /// The font of Chinese characters.
    pub(super) chinese: Option<Rc<str>>,
    /// The font of digits and Latin letters.
    pub(super) latin: Option<Rc<str>>,
    /// In half points.
    pub(super) size: Option<u16>,
    pub(super) bold: Option<bool>,
    pub(super) is_red: Option<bool>,
    /// Where the lines stand: `center`, `right`, …
    pub(super) side: Option<Rc<str>>,
    /// From line to line in twips; none inside where a line is as high as its letters.
    pub(super) pitch: Option<Option<u16>>,
    /// 0 for headings of the first level.
    pub(super) level: Option<u8>,
}

impl Look {
    /// This on top of another.
    pub(super) fn over(self, below: &Self) -> Self {
        Self {
            chinese: self.chinese.or_else(|| below.chinese.clone()),
            latin: self.latin.or_else(|| below.latin.clone()),
            size: self.size.or(below.size),
            bold: self.bold.or(below.bold),
            is_red: self.is_red.or(below.is_red),
            side: self.side.or_else(|| below.side.clone()),
            pitch: self.pitch.or(below.pitch),
            level: self.level.or(below.level),
        }
    }
}

/// The looks of a file.
pub(super) struct Looks {
    /// Fonts by the words with which styles ask for them.
    theme: Vec<(&'static str, Rc<str>)>,
    /// Of a paragraph without a style.
    plain: Look,
    styles: Vec<(String, Look)>,
}

impl Looks {
    pub(super) fn of(package: &Package) -> Result<Self, Refusal> {
        let theme = match package.part("theme")? {
            Some(text) => theme(Tree::of(&text)?.root()),
            None => Vec::new(),
        };
        let mut looks = Self { theme, plain: Look::default(), styles: Vec::new() };
        if let Some(text) = package.part("styles")? {
            looks.read(Tree::of(&text)?.root());
        }
        Ok(looks)
    }

    fn read(&mut self, root: Element) {
        let defaults = |name: &str| root.child("docDefaults")?.child(name);
        let run = defaults("rPrDefault").and_then(|it| it.child("rPr")).map(|run| self.run(run));
        let paragraph = defaults("pPrDefault").and_then(|it| it.child("pPr")).map(|it| self.paragraph(it));
        let base = run.unwrap_or_default().over(&paragraph.unwrap_or_default());
        let mut own: Vec<(String, Look, Option<String>)> = Vec::new();
        let mut plain = None;
        for style in root.children().filter(|element| element.name() == "style").take(MOST) {
            let id = style.attribute("styleId").unwrap_or_default().into_owned();
            let run = style.child("rPr").map(|run| self.run(run)).unwrap_or_default();
            let mut look = run.over(&style.child("pPr").map(|it| self.paragraph(it)).unwrap_or_default());
            look.level = look.level.or(heading(&style.value("name").unwrap_or_default()));
            let is_default = matches!(style.attribute("default").as_deref(), Some("1" | "true" | "on"));
            if is_default && style.attribute("type").as_deref() == Some("paragraph") {
                plain.get_or_insert_with(|| id.clone());
            }
            own.push((id, look, style.value("basedOn").map(|id| id.into_owned())));
        }
        for (id, ..) in &own {
            let mut look = Look::default();
            let mut next = Some(id);
            for _ in 0..MOST_ANCESTORS {
                let Some((_, own, above)) = next.and_then(|id| own.iter().find(|own| own.0 == *id)) else {
                    break;
                };
                look = look.over(own);
                next = above.as_ref();
            }
            self.styles.push((id.clone(), look));
        }
        let plain = plain.and_then(|id| self.style(&id)).cloned().unwrap_or_default();
        self.plain = plain.over(&base);
        for (_, look) in &mut self.styles {
            *look = std::mem::take(look).over(&base);
        }
    }

    fn style(&self, id: &str) -> Option<&Look> {
        self.styles.iter().find(|(own, _)| own == id).map(|(_, look)| look)
    }

    /// How a paragraph looks.
    pub(super) fn of_paragraph(&self, paragraph: Element) -> Look {
        let Some(properties) = paragraph.child("pPr") else { return self.plain.clone() };
        let style = properties.value("pStyle").and_then(|id| self.style(&id));
        self.paragraph(properties).over(style.unwrap_or(&self.plain))
    }

    /// How a run of a paragraph looks.
    pub(super) fn of_run(&self, run: Element, paragraph: &Look) -> Look {
        let Some(properties) = run.child("rPr") else { return paragraph.clone() };
        let style = properties.value("rStyle").and_then(|id| self.style(&id));
        match style {
            // A style of characters stands on that of the paragraph: what it has of the defaults is nothing.
            Some(style) => {
                let own = |a: &Option<Rc<str>>, b: &Option<Rc<str>>| a.clone().filter(|_| a != b);
                let style = Look {
                    chinese: own(&style.chinese, &self.plain.chinese),
                    latin: own(&style.latin, &self.plain.latin),
                    size: style.size.filter(|_| style.size != self.plain.size),
                    bold: style.bold,
                    is_red: style.is_red,
                    ..Look::default()
                };
                self.run(properties).over(&style).over(paragraph)
            }
            None => self.run(properties).over(paragraph),
        }
    }

    fn run(&self, properties: Element) -> Look {
        let fonts = properties.child("rFonts");
        let font = |own: &str, of_theme: &str| {
            let fonts = fonts?;
            let themed = fonts.attribute(of_theme).and_then(|name| {
                self.theme.iter().find(|(own, _)| *own == name).map(|(_, face)| Rc::clone(face))
            });
            themed
                .or_else(|| fonts.attribute(own).filter(|name| !name.is_empty()).map(|it| it.as_ref().into()))
        };
        Look {
            chinese: font("eastAsia", "eastAsiaTheme"),
            latin: font("ascii", "asciiTheme"),
            size: properties.value("sz").and_then(|size| size.parse().ok()),
            bold: properties.switch("b"),
            is_red: properties.value("color").map(|colour| is_red(&colour)),
            ..Look::default()
        }
    }

    fn paragraph(&self, properties: Element) -> Look {
        let pitch = properties.child("spacing").and_then(|spacing| {
            let line = spacing.attribute("line")?;
            let is_exact = spacing.attribute("lineRule").as_deref() == Some("exact");
            Some(line.parse().ok().filter(|_| is_exact))
        });
        Look {
            side: properties.value("jc").map(|side| side.as_ref().into()),
            pitch,
            level: properties.value("outlineLvl").and_then(|level| level.parse().ok()),
            ..Look::default()
        }
    }
}

/// The fonts that a theme names, by the words with which styles ask for them.
fn theme(root: Element) -> Vec<(&'static str, Rc<str>)> {
    let scheme = root.child("themeElements").and_then(|elements| elements.child("fontScheme"));
    let mut fonts = Vec::new();
    for (part, latin, chinese) in [
        ("majorFont", &["majorHAnsi", "majorAscii"], "majorEastAsia"),
        ("minorFont", &["minorHAnsi", "minorAscii"], "minorEastAsia"),
    ] {
        let Some(part) = scheme.and_then(|scheme| scheme.child(part)) else { continue };
        let face = |name: &str| part.child(name)?.attribute("typeface").filter(|face| !face.is_empty());
        let hans = || {
            let fonts = part.children().filter(|font| font.name() == "font");
            fonts
                .filter(|font| font.attribute("script").as_deref() == Some("Hans"))
                .find_map(|font| font.attribute("typeface"))
        };
        if let Some(face) = face("latin") {
            fonts.extend(latin.iter().map(|word| (*word, Rc::from(face.as_ref()))));
        }
        if let Some(face) = face("ea").or_else(hans) {
            fonts.push((chinese, face.as_ref().into()));
        }
    }
    fonts
}

/// Whether a colour is the red of an office's letterhead rather than black.
fn is_red(colour: &str) -> bool {
    let part = |range| colour.get(range).and_then(|part| u8::from_str_radix(part, 16).ok());
    matches!((part(0..2), part(2..4), part(4..6)), (Some(150..), Some(..=90), Some(..=90)))
}

/// The level of a built-in heading style, by its name.
fn heading(name: &str) -> Option<u8> {
    let name = name.to_ascii_lowercase();
    let level = name.strip_prefix("heading ").or(name.strip_prefix("标题 "))?;
    level.parse::<u8>().ok().filter(|level| (1..=9).contains(level)).map(|level| level - 1)
}
