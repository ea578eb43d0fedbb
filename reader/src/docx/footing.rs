//! Where the page number of a Word file stands: in a paragraph, a frame or a text box of its footers.

use gaozhi_core::reading::Refusal;
use gaozhi_core::setup::PageNumber;

use super::look::Looks;
use super::package::Package;
use super::tree::{Element, Tree};

/// A side of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Left,
    Centre,
    Right,
    /// Right of odd pages, left of even ones.
    Outside,
    /// None that is known.
    Elsewhere,
}

impl Side {
    fn named(name: &str) -> Self {
        match name {
            "left" | "start" | "both" | "distribute" => Self::Left,
            "center" => Self::Centre,
            "right" | "end" => Self::Right,
            "outside" => Self::Outside,
            _ => Self::Elsewhere,
        }
    }
}

/// Where the page number stands; nothing where there is one that a setup cannot say. The first section
/// that has footers counts.
pub(super) fn number(
    package: &Package,
    looks: &Looks,
    sections: &[Element],
    has_even: bool,
) -> Result<Option<PageNumber>, Refusal> {
    let (mut odd, mut even, mut is_above) = (None, None, false);
    for section in sections {
        for reference in section.children() {
            let is_footer = reference.name() == "footerReference";
            if !is_footer && reference.name() != "headerReference" {
                continue;
            }
            let Some(text) =
                reference.attribute("id").map(|id| package.part_by_id(&id)).transpose()?.flatten()
            else {
                continue;
            };
            let tree = Tree::of(&text)?;
            let side = side(tree.root(), looks, None);
            match reference.attribute("type").as_deref() {
                _ if !is_footer => is_above |= side.is_some(),
                Some("even") => even = even.or(side).filter(|_| has_even),
                Some("first") => {}
                _ => odd = odd.or(side),
            }
        }
        if odd.is_some() {
            break;
        }
    }
    Ok(match (odd, even) {
        (Some(Side::Outside), _) | (Some(Side::Right), Some(Side::Left)) => Some(PageNumber::Outer),
        (Some(Side::Centre), _) => Some(PageNumber::Centre),
        (None, None) if !is_above => Some(PageNumber::None),
        _ => None,
    })
}

/// Where the first page number inside stands; `around` is what a text box around it says.
fn side(element: Element, looks: &Looks, around: Option<Side>) -> Option<Side> {
    let around = match element.name() {
        "anchor" => {
            element.child("positionH").and_then(|at| at.child("align")).map(|it| Side::named(&it.text()))
        }
        "shape" => element.attribute("style").and_then(|style| {
            let at = style.split(';').find_map(|part| part.trim().strip_prefix("mso-position-horizontal:"));
            at.map(Side::named)
        }),
        _ => None,
    }
    .or(around);
    if let Some(inner) = element.children().find_map(|child| side(child, looks, around)) {
        return Some(inner);
    }
    if element.name() != "p" || !says_number(element) {
        return None;
    }
    if around.is_some() {
        return around;
    }
    let frame = element.child("pPr").and_then(|properties| properties.child("framePr"));
    if let Some(at) = frame.and_then(|frame| frame.attribute("xAlign")) {
        return Some(Side::named(&at));
    }
    // Tabs lead to the middle or to the right, wherever they are set.
    if runs(element).any(|run| run.child("tab").is_some() || run.child("ptab").is_some()) {
        return Some(Side::Elsewhere);
    }
    Some(Side::named(looks.of_paragraph(element).side.as_deref().unwrap_or("left")))
}

fn runs(paragraph: Element<'_>) -> impl Iterator<Item = Element<'_>> {
    paragraph.children().filter(|child| child.name() == "r")
}

/// Whether a paragraph itself shows the number of the page.
fn says_number(paragraph: Element) -> bool {
    let is_page =
        |words: &str| words.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("PAGE"));
    let simple = paragraph.children().filter(|child| child.name() == "fldSimple");
    let words: String = runs(paragraph)
        .flat_map(Element::children)
        .filter(|child| child.name() == "instrText")
        .map(|words| words.text())
        .collect();
    is_page(&words) || simple.filter_map(|field| field.attribute("instr")).any(|words| is_page(&words))
}
