//! Every element stands where ECMA-376 Part 1 (transitional) wants it. The lists are the sequences
//! of its schema, as far as this writer could ever use them.

use crate::golden::every_kind;
use crate::reading::{Element, duty_report, parts, read};
use gaozhi_core::report::Report;
use gaozhi_core::setup::{PageNumber, Setup};
use gaozhi_office::{Properties, write_docx};

/// The children that an element may have, in order.
const SEQUENCES: &[(&str, &str)] = &[
    (
        "w:pPr", // CT_PPr
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd \
         tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi \
         adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc \
         textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    ),
    (
        "w:rPr", // EG_RPrBase: any order by the schema, this one by Word and by strict readers
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof \
         snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd \
         fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    ),
    (
        "w:sectPr", // CT_SectPr
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType \
         pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    ),
    (
        "w:settings", // CT_Settings
        "writeProtection view zoom removePersonalInformation removeDateAndTime mirrorMargins \
         alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop \
         hideSpellingErrors hideGrammaticalErrors proofState attachedTemplate linkStyles trackRevisions \
         documentProtection defaultTabStop autoHyphenation evenAndOddHeaders bookFoldPrinting \
         drawingGridHorizontalSpacing drawingGridVerticalSpacing noPunctuationKerning \
         characterSpacingControl strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore updateFields \
         footnotePr endnotePr compat docVars rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator",
    ),
    (
        "w:compat", // CT_Compat
        "spaceForUL noColumnBalance balanceSingleByteDoubleByteWidth noExtraLineSpacing \
         doNotLeaveBackslashAlone ulTrailSpace doNotExpandShiftReturn adjustLineHeightInTable \
         autoSpaceLikeWord95 doNotBreakWrappedTables growAutofit useFELayout compatSetting",
    ),
    (
        "w:style", // CT_Style
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat \
         locked rsid pPr rPr tblPr",
    ),
    ("w:styles", "docDefaults latentStyles style"),
    ("w:docDefaults", "rPrDefault pPrDefault"),
    ("w:font", "altName panose1 charset family notTrueType pitch sig embedRegular"), // CT_Font
    ("w:body", "p sectPr"),
    ("w:hdr", "p"),
    ("w:ftr", "p"),
    ("w:p", "pPr r"),
    ("w:r", "rPr t tab br fldChar instrText"),
];

fn check(element: &Element) {
    let Some((_, sequence)) = SEQUENCES.iter().find(|(name, _)| *name == element.name) else { return };
    let mut last = 0;
    for child in &element.children {
        let name = child.name.strip_prefix("w:").expect("an element of Word");
        let at = sequence.split_whitespace().position(|known| known == name);
        let at = at.unwrap_or_else(|| panic!("{name} may not stand in {}", element.name));
        // In a run text, tabs and breaks follow in any order.
        let free = element.name == "w:r" && name != "rPr";
        assert!(at >= last || free, "{name} stands too late in {}", element.name);
        last = at;
    }
}

#[test]
fn every_element_stands_in_the_order_of_the_schema() {
    let mut seen = Vec::new();
    let mirrored = Setup { mirror: true, bold_title: true, number: PageNumber::Centre, ..Setup::default() };
    let reports = [
        duty_report(),
        every_kind(),
        Report { setup: mirrored, ..every_kind() },
        Report { setup: Setup { number: PageNumber::None, ..Setup::default() }, ..every_kind() },
    ];
    for (path, text) in reports.iter().flat_map(|report| parts(&write_docx(report, &Properties::default()))) {
        if path.starts_with("word/") {
            read(&text).walk(&mut |element| {
                check(element);
                seen.push(element.name.clone());
            });
        }
    }
    for (name, _) in SEQUENCES {
        assert!(seen.iter().any(|seen| seen == name), "{name} was never written");
    }
}
