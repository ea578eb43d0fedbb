//! What is mended before a text is read, in this order; every repair is told, and the person may
//! take back a kind that is usually made or ask for one that is only offered.

mod edits;
mod entities;
mod flattened;
mod glue;
mod invisible;
mod outline;
mod page_number;
mod pinyin;
mod residue;
mod wrap;

use super::model::{Repair, RepairKind};
use super::source::{Line, Part, Source};
use crate::text::chars::{is_space, width};

/// Samples are cut to this many characters.
const SAMPLE: usize = 30;

/// The repairs so far, and which the person wants the other way.
pub(super) struct Log<'a> {
    switched: &'a [RepairKind],
    pub(super) repairs: Vec<Repair>,
}

impl<'a> Log<'a> {
    pub(super) fn new(switched: &'a [RepairKind]) -> Self {
        Self { switched, repairs: Vec::new() }
    }

    /// Notes that `sample` asks for a repair of that kind, and says whether it is to be made.
    pub(super) fn asks(&mut self, kind: RepairKind, sample: &str) -> bool {
        let made = kind.is_usual() != self.switched.contains(&kind);
        match self.repairs.iter_mut().find(|repair| repair.kind == kind) {
            Some(repair) => repair.count += 1,
            None => {
                let sample = sample.chars().take(SAMPLE).collect();
                self.repairs.push(Repair { kind, count: 1, sample, made });
            }
        }
        made
    }
}

/// A line in work.
struct Piece {
    line: Line,
    /// The room of the blanks that stood before it, in half cells.
    indent: u32,
    /// How many they were.
    blanks: u32,
    /// Whether a blank line stood before it.
    gap: bool,
}

impl Piece {
    fn text(&self) -> &str {
        &self.line.text
    }

    /// Whether it belongs to the running text, where lines may be joined.
    fn is_body(&self) -> bool {
        self.line.part == Part::Body
    }

    /// Whether it may be the middle or the end of a paragraph.
    fn may_continue(&self) -> bool {
        self.is_body() && self.line.level.is_none()
    }
}

/// The lines of `source` mended, without blank ones. Lines of tables, boxes, margins and notes are
/// never joined or taken out.
pub(super) fn repair(source: &Source, log: &mut Log) -> Vec<Line> {
    let mut lines = source.lines.clone();
    let plain =
        lines.iter().all(|line| line.level.is_none() && line.part == Part::Body && line.given.is_empty());
    for line in &mut lines {
        edits::settle(line);
        if plain {
            entities::decode(line, log);
        }
        invisible::remove(line, log);
    }
    let mut pieces = pieces(lines, log);
    page_number::drop_lines(&mut pieces, log);
    let pieces = glue::join(pieces, log);
    let pieces = wrap::join(pieces, log);
    let mut pieces = flattened::cut(pieces, log);
    residue::drop_lines(&mut pieces, log);
    outline::drop_lines(&mut pieces, log);
    let mut lines: Vec<Line> = pieces.into_iter().map(|piece| piece.line).collect();
    for line in &mut lines {
        pinyin::remove(line, log);
    }
    lines
}

/// The lines that say something, without the blanks around them.
fn pieces(lines: Vec<Line>, log: &mut Log) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(lines.len());
    let mut gap = false;
    for mut line in lines {
        let given = line.given.first().map_or(line.text.len(), |given| given.range.start);
        let start = (line.text.len() - line.text.trim_start_matches(is_space).len()).min(given);
        let given = line.given.last().map_or(0, |given| given.range.end);
        let end = line.text.trim_end_matches(is_space).len().max(given).max(start);
        if start == end && line.given.is_empty() {
            gap = true;
            continue;
        }
        let indent = width(&line.text[..start]);
        let blanks = line.text[..start].chars().fold(0_u32, |count, _| count.saturating_add(1));
        let around = [0..start, end..line.text.len()];
        if around.iter().any(|range| !range.is_empty()) && log.asks(RepairKind::Indent, &line.text) {
            edits::rewrite(&mut line, &around.map(|range| (range, "")));
        }
        out.push(Piece { line, indent, blanks, gap });
        gap = false;
    }
    out
}
