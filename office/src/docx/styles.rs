//! `word/styles.xml`: the looks of core's `report::style` under the names of [`names`](super::names).

use gaozhi_core::report::{Align, Face, Indent, Style, begins_page, style};
use gaozhi_core::template::BlockKind;

use super::faces::{LATIN, NUMBER, WORD, name};
use super::names::{BODY, FOOTER, HEADINGS, STYLES};
use super::paper::{HALF_CELL, LINE, TWO_CELLS};
use super::xml::Xml;

/// The styles.
pub(super) fn styles() -> Vec<u8> {
    Xml::part("w:styles", &[("xmlns:w", WORD)], |xml| {
        defaults(xml);
        normal(xml);
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
                    place(xml, look.align);
                });
                xml.element("w:rPr", &[], |xml| letters(xml, look.text, &look));
            });
        }
        for heading in &HEADINGS {
            let look = style(BlockKind::Item(heading.level));
            xml.element("w:style", &[("w:type", "paragraph"), ("w:styleId", heading.id)], |xml| {
                based_on_normal(xml, heading.name, Some(heading.head_id), "9");
                xml.element("w:pPr", &[], |xml| {
                    place(xml, look.align);
                    xml.val("w:outlineLvl", heading.outline);
                });
                xml.element("w:rPr", &[], |xml| letters(xml, look.lead, &look));
            });
            let head = [("w:type", "character"), ("w:customStyle", "1"), ("w:styleId", heading.head_id)];
            xml.element("w:style", &head, |xml| {
                xml.val("w:name", heading.head_name);
                xml.val("w:basedOn", "DefaultParagraphFont");
                xml.val("w:link", heading.id);
                xml.val("w:uiPriority", "9");
                xml.element("w:rPr", &[], |xml| letters(xml, look.lead, &look));
            });
        }
        footer(xml);
    })
}

const DEFAULT_HEAD: [(&str, &str); 3] =
    [("w:type", "character"), ("w:default", "1"), ("w:styleId", "DefaultParagraphFont")];

fn defaults(xml: &mut Xml) {
    xml.element("w:docDefaults", &[], |xml| {
        xml.element("w:rPrDefault", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                fonts(xml, name(Face::FangSong), LATIN);
                xml.empty("w:lang", &[("w:val", "en-US"), ("w:eastAsia", "zh-CN"), ("w:bidi", "ar-SA")]);
            });
        });
        xml.empty("w:pPrDefault", &[]);
    });
}

/// What all paragraphs share. Its size must be that of the body: the grid takes its `charSpace` from
/// that. It has no indent, because page number, tables and empty lines are set in it too.
fn normal(xml: &mut Xml) {
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
            xml.val("w:snapToGrid", "1");
            // Exact: a line that snaps to the grid would take two rows of it.
            xml.empty(
                "w:spacing",
                &[("w:before", "0"), ("w:after", "0"), ("w:line", LINE), ("w:lineRule", "exact")],
            );
            xml.val("w:jc", "both");
        });
        xml.element("w:rPr", &[], |xml| {
            fonts(xml, name(look.text), LATIN);
            size(xml, look.half_points);
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
            fonts(xml, NUMBER, NUMBER);
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
fn place(xml: &mut Xml, align: Align) {
    let (chars, twips, side) = match align {
        Align::Indented => ("200", TWO_CELLS, "both"),
        Align::Hanging => {
            // That of one name without a number; several say theirs themselves.
            hang(xml, Indent { first: 4, rest: 10 });
            return xml.val("w:jc", "both");
        }
        Align::Flush => ("0", "0", "both"),
        Align::Centre => ("0", "0", "center"),
        Align::Signature => ("0", "0", "right"),
    };
    xml.empty("w:ind", &[("w:firstLineChars", chars), ("w:firstLine", twips)]);
    xml.val("w:jc", side);
}

/// Lines below a name begin where it begins. In hundredths of a character, and in twips for those
/// who do not know characters.
pub(super) fn hang(xml: &mut Xml, indent: Indent) {
    let hanging = indent.rest.saturating_sub(indent.first);
    let [left_chars, hanging_chars] = [indent.rest, hanging].map(|half_cells| (half_cells * 50).to_string());
    let [left, hanging] = [indent.rest, hanging].map(|half_cells| (half_cells * HALF_CELL).to_string());
    xml.empty(
        "w:ind",
        &[
            ("w:leftChars", &left_chars),
            ("w:left", &left),
            ("w:hangingChars", &hanging_chars),
            ("w:hanging", &hanging),
        ],
    );
}

fn letters(xml: &mut Xml, face: Face, look: &Style) {
    fonts(xml, name(face), LATIN);
    size(xml, look.half_points);
}

/// No theme fonts: they would win over the names.
fn fonts(xml: &mut Xml, chinese: &str, latin: &str) {
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

fn size(xml: &mut Xml, half_points: u32) {
    let half_points = half_points.to_string();
    xml.val("w:sz", &half_points);
    xml.val("w:szCs", &half_points);
}
