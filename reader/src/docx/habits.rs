//! What page setup a Word file was made with: margins, pitch, fonts and sizes by role, page number.

use std::rc::Rc;

use gaozhi_core::reading::Refusal;
use gaozhi_core::setup::{Digits, Key, Setup, Slot};
use gaozhi_core::text::chars::is_han;

use super::footing;
use super::look::{Look, Looks};
use super::numbering::Numbering;
use super::of_part;
use super::package::Package;
use super::sample::{Paragraph, Sample};
use super::styles::Styles;
use super::tree::{Element, Tree};

/// The size of A4 in twips, and how far a file's own may be from it.
const PAPER: ([i32; 2], i32) = ([11_906, 16_838], 120);

/// The page setup of a Word file, and which of its values the file told; all others are those of the
/// standard.
pub(crate) fn habits(bytes: &[u8]) -> Result<(Setup, Vec<Key>), Refusal> {
    let package = Package::open(bytes)?;
    let text = package.document()?;
    let document = Tree::of(&text)?;
    let body = document.root().child("body").ok_or(Refusal::Damaged)?;
    let looks = Looks::of(&package)?;
    let settings = package.part("settings")?;
    let settings = settings.as_deref().map(Tree::of).transpose()?;
    let is_on = |name| settings.as_ref().and_then(|tree| tree.root().switch(name)).unwrap_or_default();
    let styles = of_part(&package, "styles", Styles::of)?;
    let numbering = of_part(&package, "numbering", Numbering::of)?;
    let sample = Sample::of(body, &looks, &styles, numbering);
    if sample.paragraphs.is_empty() {
        return Err(Refusal::Empty);
    }
    let mut learned = Learned { setup: Setup::default(), told: vec![Key::Mirror] };
    learned.setup.mirror = is_on("mirrorMargins");
    let first = sample.sections.first().copied();
    if let Some(section) = first {
        learned.margins(section);
    }
    learned.roles(&sample.paragraphs, first.and_then(grid));
    if let Some(number) = footing::number(&package, &looks, &sample.sections, is_on("evenAndOddHeaders"))? {
        learned.tell(Key::Number, |setup| setup.number = number);
    }
    Ok(learned.within())
}

/// The pitch of the grid of lines, if there is one.
fn grid(section: Element) -> Option<u16> {
    let grid = section.child("docGrid")?;
    let is_on = matches!(grid.attribute("type").as_deref(), Some("lines" | "linesAndChars" | "snapToChars"));
    grid.attribute("linePitch")?.parse().ok().filter(|_| is_on)
}

/// More fonts or sizes than a document has.
const KINDS: usize = 200;

/// How often what was seen.
#[derive(Default)]
struct Tally {
    chinese: Vec<(Rc<str>, usize)>,
    latin: Vec<(Rc<str>, usize)>,
    size: Vec<(u16, usize)>,
    bold: [usize; 2],
    pitch: Vec<(u16, usize)>,
}

impl Tally {
    fn see(&mut self, text: &str, look: &Look) {
        let han = text.chars().filter(|c| is_han(*c)).count();
        let digits = text.chars().filter(char::is_ascii_alphanumeric).count();
        add(&mut self.chinese, look.chinese.as_ref(), han);
        // A text without digits tells by what they would look like.
        add(&mut self.latin, look.latin.as_ref(), digits * 1_000 + han);
        add(&mut self.size, look.size.as_ref(), han);
        self.bold[usize::from(look.bold == Some(true))] += han;
    }
}

/// What the headings of a level look like. Numbers also stand before mere items of a text; where a
/// fourth of a level or more looks otherwise than the text, the headings are those.
fn of_level(heads: &[(usize, Tally)], level: usize, text: Option<&Rc<str>>) -> Tally {
    let of_it = || heads.iter().filter(|(own, _)| *own == level).map(|(_, head)| head);
    let differs = |head: &&Tally| commonest(&head.chinese).as_ref() != text || head.bold[1] > head.bold[0];
    let is_common = of_it().filter(differs).count() * 4 >= of_it().count();
    let mut all = Tally::default();
    for head in of_it().filter(|head| !is_common || differs(head)) {
        add(&mut all.chinese, commonest(&head.chinese).as_ref(), 1);
        all.bold[usize::from(head.bold[1] > head.bold[0])] += 1;
    }
    all
}

/// Counts what was seen. What is beyond [`KINDS`] is no habit.
fn add<T: PartialEq + Clone>(tally: &mut Vec<(T, usize)>, what: Option<&T>, count: usize) {
    let Some(what) = what.filter(|_| count > 0) else { return };
    if let Some((_, seen)) = tally.iter_mut().find(|(known, _)| known == what) {
        *seen += count;
    } else if tally.len() < KINDS {
        tally.push((what.clone(), count));
    }
}

fn commonest<T: Clone>(tally: &[(T, usize)]) -> Option<T> {
    let mut best: Option<&(T, usize)> = None;
    for seen in tally {
        if best.is_none_or(|best| best.1 < seen.1) {
            best = Some(seen);
        }
    }
    best.map(|(what, _)| what.clone())
}

struct Learned {
    setup: Setup,
    told: Vec<Key>,
}

impl Learned {
    fn tell(&mut self, key: Key, set: impl FnOnce(&mut Setup)) {
        set(&mut self.setup);
        self.told.push(key);
    }

    fn margins(&mut self, section: Element) {
        let number = |element: Option<Element>, name: &str| {
            element.and_then(|element| element.attribute(name)?.parse::<i32>().ok())
        };
        let (page, paper) = (section.child("pgMar"), section.child("pgSz"));
        let is_a4 = ["w", "h"].into_iter().zip(PAPER.0).all(|(name, size)| {
            number(paper, name).is_none_or(|own| own.abs_diff(size) <= PAPER.1.unsigned_abs())
        });
        let gutter = number(page, "gutter").unwrap_or_default();
        for (key, name, gutter) in [
            (Key::Top, "top", 0),
            (Key::Bottom, "bottom", 0),
            (Key::Left, "left", gutter),
            (Key::Right, "right", 0),
        ] {
            // Word writes a margin that must not grow as a negative one.
            let Some(twips) = number(page, name).filter(|_| is_a4) else { continue };
            let twips = twips.unsigned_abs().saturating_add(gutter.unsigned_abs());
            let tenths = (twips.min(20_000) * 254 + 720) / 1440;
            self.tell(key, |setup| {
                if let (Slot::Length(own), Ok(tenths)) = (setup.slot(key), u16::try_from(tenths)) {
                    *own = tenths;
                }
            });
        }
    }

    fn roles(&mut self, paragraphs: &[Paragraph], grid: Option<u16>) {
        let size = paragraphs.iter().filter_map(Paragraph::title_size).max();
        let title = paragraphs.iter().position(|it| size.is_some() && it.title_size() == size);
        let (mut text, mut heads) = (Tally::default(), Vec::new());
        for (at, paragraph) in paragraphs.iter().enumerate() {
            let level = paragraph.level();
            if title == Some(at) || (level.is_none() && paragraph.is_centred()) {
                continue;
            }
            let mut head = Tally::default();
            let mut is_head = level.is_some();
            for (words, look) in &paragraph.runs {
                // A heading that begins a text ends with its sentence.
                let end = words.find('。').map_or(words.len(), |end| end + '。'.len_utf8());
                let (first, rest) = words.split_at(if is_head { end } else { 0 });
                head.see(first, look);
                text.see(rest, look);
                is_head &= !first.ends_with('。');
            }
            heads.extend(level.map(|level| (level, head)));
            add(&mut text.pitch, paragraph.look.pitch.flatten().as_ref(), 1);
        }
        let face = commonest(&text.chinese);
        let [first, second, third] = [1, 2, 3].map(|level| of_level(&heads, level, face.as_ref()));
        let mut of_title = Tally::default();
        for (words, look) in title.and_then(|at| paragraphs.get(at)).iter().flat_map(|it| &it.runs) {
            of_title.see(words, look);
        }
        let title = &of_title;
        self.face(title, Key::TitleFace, Some(Key::BoldTitle));
        self.face(&first, Key::FirstFace, Some(Key::BoldFirst));
        self.face(&second, Key::SecondFace, Some(Key::BoldSecond));
        self.face(&text, Key::TextFace, None);
        self.bold(&third, Key::BoldThird);
        if let Some(size) = commonest(&title.size) {
            self.tell(Key::TitleSize, |setup| setup.title_size = size);
        }
        if let Some(size) = commonest(&text.size) {
            self.tell(Key::Size, |setup| setup.size = size);
        }
        if let Some(pitch) = commonest(&text.pitch).or(grid) {
            self.tell(Key::Pitch, |setup| setup.pitch = pitch);
        }
        match commonest(&text.latin) {
            Some(latin) if Some(&latin) == face.as_ref() => {
                self.tell(Key::Digits, |setup| setup.digits = Digits::Text);
            }
            Some(latin) if &*latin == "Times New Roman" => {
                self.tell(Key::Digits, |setup| setup.digits = Digits::Latin);
            }
            _ => {}
        }
    }

    fn face(&mut self, tally: &Tally, key: Key, bold: Option<Key>) {
        if let Some(face) = commonest(&tally.chinese)
            && self.setup.set(key, &face)
        {
            self.told.push(key);
        }
        if let Some(bold) = bold {
            self.bold(tally, bold);
        }
    }

    fn bold(&mut self, tally: &Tally, key: Key) {
        let [plain, bold] = tally.bold;
        if plain + bold > 0 {
            self.tell(key, |setup| {
                setup.set(key, if bold > plain { "是" } else { "否" });
            });
        }
    }

    /// What was learned, without what no page may have.
    fn within(self) -> (Setup, Vec<Key>) {
        let Self { setup: wild, mut told } = self;
        let setup = wild.clone().within();
        told.retain(|key| wild.value(*key) == setup.value(*key));
        (setup, told)
    }
}
