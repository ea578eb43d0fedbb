//! `word/styles.xml`: the looks of core's `report::style` under the names of [`names`](super::names).

use gaozhi_core::report::{ATTACHED, Align, Face, Grid, Indent, begins_page, style};
use gaozhi_core::setup::Setup;
use gaozhi_core::template::{BlockKind, Level};

use super::faces::{NUMBER, WORD, latin, name};
use super::names::{BODY, FOOTER, HEADINGS, STYLES};
use super::xml::Xml;

/// The styles.
pub(super) fn styles(setup: &Setup) -> Vec<u8> {
    Xml::part("w:styles", &[("xmlns:w", WORD)], |xml| {
        defaults(xml, setup);
        normal(xml, setup);
        xml.element("w:style", &DEFAULT_HEAD, |xml| {
            xml.val("w:name", "Default Paragraph Font");
            xml.val("w:uiPriority", "1");
            xml.empty("w:semiHidden", &[]);
            xml.empty("w:unhideWhenUsed", &[]);
        });
        for named in &STYLES {
            let look = style(named.kind);
            let mut names = vec![("w:type", "paragraph"), ("w:styleId", named.id)];
            if named.is_own {
                names.push(("w:customStyle", "1"));
            }
            xml.element("w:style", &names, |xml| {
                based_on_normal(xml, named.name, None, named.priority);
                xml.element("w:pPr", &[], |xml| {
                    if begins_page(named.kind) {
                        xml.empty("w:pageBreakBefore", &[]);
                    }
                    place(xml, look.align, setup);
                });
                xml.element("w:rPr", &[], |xml| letters(xml, named.kind, look.text, setup));
            });
        }
        for heading in &HEADINGS {
            let kind = BlockKind::Item(heading.level);
            let look = style(kind);
            xml.element("w:style", &[("w:type", "paragraph"), ("w:styleId", heading.id)], |xml| {
                based_on_normal(xml, heading.name, Some(heading.head_id), "9");
                xml.element("w:pPr", &[], |xml| {
                    place(xml, look.align, setup);
                    xml.val("w:outlineLvl", heading.outline);
                });
                xml.element("w:rPr", &[], |xml| letters(xml, kind, look.lead, setup));
            });
            let head = [("w:type", "character"), ("w:customStyle", "1"), ("w:styleId", heading.head_id)];
            xml.element("w:style", &head, |xml| {
                xml.val("w:name", heading.head_name);
                xml.val("w:basedOn", "DefaultParagraphFont");
                xml.val("w:link", heading.id);
                xml.val("w:uiPriority", "9");
                xml.element("w:rPr", &[], |xml| letters(xml, kind, look.lead, setup));
            });
        }
        footer(xml);
    })
}

const DEFAULT_HEAD: [(&str, &str); 3] =
    [("w:type", "character"), ("w:default", "1"), ("w:styleId", "DefaultParagraphFont")];

fn defaults(xml: &mut Xml, setup: &Setup) {
    xml.element("w:docDefaults", &[], |xml| {
        xml.element("w:rPrDefault", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                fonts(xml, name(Face::FangSong, setup), setup);
                xml.empty("w:lang", &[("w:val", "en-US"), ("w:eastAsia", "zh-CN"), ("w:bidi", "ar-SA")]);
            });
        });
        xml.empty("w:pPrDefault", &[]);
    });
}

/// What all paragraphs share. It has no indent, because page number, tables and empty lines are set in it too.
fn normal(xml: &mut Xml, setup: &Setup) {
    let names = [("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")];
    let look = style(BlockKind::Body);
    xml.element("w:style", &names, |xml| {
        xml.val("w:name", "Normal");
        xml.empty("w:qFormat", &[]);
        xml.element("w:pPr", &[], |xml| {
            // Else Word leaves a page one or two lines short of 22.
            xml.val("w:widowControl", "0");
            xml.val("w:kinsoku", "1");
            xml.val("w:overflowPunct", "1");
            // Else digits push the characters off the grid.
            xml.val("w:autoSpaceDE", "0");
            xml.val("w:autoSpaceDN", "0");
            // Exact, and off the grid: a line that snaps to it would take two rows of it.
            xml.val("w:snapToGrid", "0");
            xml.empty(
                "w:spacing",
                &[
                    ("w:before", "0"),
                    ("w:after", "0"),
                    ("w:line", &setup.pitch.to_string()),
                    ("w:lineRule", "exact"),
                ],
            );
            xml.val("w:jc", "both");
        });
        xml.element("w:rPr", &[], |xml| {
            fonts(xml, name(look.text, setup), setup);
            xml.val("w:spacing", &format!("-{}", setup.tighten()));
            size(xml, setup.size);
        });
    });
}

fn footer(xml: &mut Xml) {
    xml.element("w:style", &[("w:type", "paragraph"), ("w:styleId", FOOTER)], |xml| {
        xml.val("w:name", "footer");
        xml.val("w:basedOn", "Normal");
        xml.val("w:uiPriority", "99");
        xml.element("w:pPr", &[], |xml| {
            xml.val("w:snapToGrid", "0");
            // As high as its letters: the dash then stands 7 mm below the text.
            xml.empty("w:spacing", &[("w:line", "280"), ("w:lineRule", "exact")]);
        });
        xml.element("w:rPr", &[], |xml| {
            fonts_of(xml, NUMBER, NUMBER);
            xml.val("w:spacing", "0");
            size(xml, 28);
        });
    });
}

fn based_on_normal(xml: &mut Xml, name: &str, link: Option<&str>, priority: &str) {
    xml.val("w:name", name);
    xml.val("w:basedOn", "Normal");
    if let Some(link) = link {
        xml.val("w:next", BODY);
        xml.val("w:link", link);
    }
    xml.val("w:uiPriority", priority);
    xml.empty("w:qFormat", &[]);
}

/// Every style says its indent, also the one that has none: an office may give Normal one.
fn place(xml: &mut Xml, align: Align, setup: &Setup) {
    let two = (2 * setup.size_twips()).to_string();
    let (chars, twips, side) = match align {
        Align::Indented => ("200", two.as_str(), "both"),
        Align::Hanging => {
            // That of one name without a number; several say theirs themselves.
            let first = 2 * setup.size_twips();
            hang(xml, Indent { first, rest: first + Grid::of(setup).width(ATTACHED) });
            return xml.val("w:jc", "both");
        }
        Align::Flush => ("0", "0", "both"),
        Align::Centre => ("0", "0", "center"),
        Align::Signature => ("0", "0", "right"),
    };
    xml.empty("w:ind", &[("w:firstLineChars", chars), ("w:firstLine", twips)]);
    xml.val("w:jc", side);
}

/// Lines below a name begin where it begins. In twips: characters would put them a quarter of one too
/// far to the right below 1. in a Latin face.
pub(super) fn hang(xml: &mut Xml, indent: Indent) {
    let hanging = indent.rest.saturating_sub(indent.first);
    let (left, hanging) = (indent.rest.to_string(), hanging.to_string());
    xml.empty(
        "w:ind",
        &[("w:leftChars", "0"), ("w:left", &left), ("w:hangingChars", "0"), ("w:hanging", &hanging)],
    );
}

fn letters(xml: &mut Xml, kind: BlockKind, face: Face, setup: &Setup) {
    fonts(xml, name(face, setup), setup);
    let is_bold = match kind {
        BlockKind::Title => setup.bold_title,
        BlockKind::Item(Level::One) => setup.bold_first,
        BlockKind::Item(Level::Two) => setup.bold_second,
        BlockKind::Item(Level::Three) => setup.bold_third,
        _ => false,
    };
    if is_bold {
        xml.empty("w:b", &[]);
        xml.empty("w:bCs", &[]);
    }
    if kind == BlockKind::Title {
        xml.val("w:spacing", "0");
        size(xml, setup.title_size);
    } else {
        size(xml, setup.size);
    }
}

fn fonts(xml: &mut Xml, chinese: &str, setup: &Setup) {
    fonts_of(xml, chinese, latin(chinese, setup));
}

/// No theme fonts: they would win over the names.
fn fonts_of(xml: &mut Xml, chinese: &str, latin: &str) {
    xml.empty(
        "w:rFonts",
        &[
            ("w:hint", "eastAsia"),
            ("w:ascii", latin),
            ("w:eastAsia", chinese),
            ("w:hAnsi", latin),
            ("w:cs", latin),
        ],
    );
}

fn size(xml: &mut Xml, half_points: u16) {
    let half_points = half_points.to_string();
    xml.val("w:sz", &half_points);
    xml.val("w:szCs", &half_points);
}
