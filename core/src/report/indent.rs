//! How far the lines of a paragraph stand from the left margin: GB/T 9704-2012 7.3.3 to 7.3.7.
//! Widths are in half characters.

use super::number::ATTACHED;
use super::{Align, CELLS, Grid, Origin, Paragraph, style};
use crate::text::chars::width;

/// Two characters.
const TWO: u32 = 4;

/// Distances from the left margin in half characters of 3号.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Indent {
    /// Of the first line.
    pub first: u32,
    /// Of the others.
    pub rest: u32,
}

/// The indent of a paragraph.
///
/// A name of what is attached (7.3.4) begins under the name above it, and so do its further lines:
/// 附件： stands before the first alone, and its number before each of several.
#[must_use]
pub fn indent(paragraph: &Paragraph) -> Indent {
    match style(paragraph.kind).align {
        Align::Indented => Indent { first: TWO, rest: 0 },
        Align::Centre | Align::Flush | Align::Signature => Indent { first: 0, rest: 0 },
        Align::Hanging => {
            let number = paragraph.runs.first().filter(|run| run.origin == Origin::Number);
            let number = number.map_or("", |run| &run.text);
            let first = if number.starts_with(ATTACHED) { TWO } else { TWO + width(ATTACHED) };
            // No number of a report reaches so far.
            Indent { first, rest: (first + width(number)).min(CELLS) }
        }
    }
}

/// The same in twips, on that grid. Names begin exactly below each other, whatever the digits of
/// their numbers are set in.
#[must_use]
pub fn indent_twips(paragraph: &Paragraph, grid: &Grid) -> Indent {
    let Indent { first, rest } = indent(paragraph);
    if style(paragraph.kind).align != Align::Hanging {
        return Indent { first: first * grid.size / 2, rest: rest * grid.size / 2 };
    }
    let begins = if first == TWO { 0 } else { grid.width(ATTACHED) };
    let first = grid.size * 2 + begins;
    let number = paragraph.runs.first().filter(|run| run.origin == Origin::Number);
    let rest = first + number.map_or(0, |number| grid.width(&number.text));
    Indent { first, rest: rest.min(grid.room / 2).max(first) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::report::compose;
    use crate::template::parse;
    use std::collections::BTreeMap;

    fn indents(outline: &str) -> Vec<(u32, u32)> {
        let draft = Draft::new(parse(&format!("[正文]\n{outline}")).0, BTreeMap::new());
        compose(&draft).paragraphs.iter().map(indent).map(|i| (i.first, i.rest)).collect()
    }

    #[test]
    fn names_stand_under_each_other() {
        assert_eq!(indents("@附件说明 报名表"), [(4, 10)]);
        assert_eq!(indents("@附件说明 报名表\n@附件说明 回执"), [(4, 12), (10, 12)]);
        let ten = indents(&"@附件说明 表\n".repeat(10));
        assert_eq!(ten[9], (10, 13));
    }

    #[test]
    fn names_stand_exactly_under_each_other() {
        let outline = "[正文]\n@附件说明 报名表\n@附件说明 回执";
        let paragraphs = compose(&Draft::new(parse(outline).0, BTreeMap::new())).paragraphs;
        for latin in [true, false] {
            let grid = Grid { latin, ..Grid::STANDARD };
            let found: Vec<Indent> =
                paragraphs.iter().map(|paragraph| indent_twips(paragraph, &grid)).collect();
            // 附件： three characters of 315 twips; 1. is 155 and 75 in Times New Roman, 155 each else.
            let rest = 640 + 945 + if latin { 230 } else { 310 };
            assert_eq!(found, [Indent { first: 640, rest }, Indent { first: 640 + 945, rest }]);
        }
    }

    #[test]
    fn text_and_notes_begin_two_characters_in() {
        assert_eq!(indents("@标题 题\n文\n@附注 （注）\n@附件"), [(0, 0), (4, 0), (4, 0), (0, 0)]);
    }
}
