//! Lines → what each is in the report. Numbers are dropped from the words where the structure
//! prints the same one again.

use super::attached::attached;
use super::frame::frame;
use super::model::RepairKind;
use super::repair::Log;
use super::source::{Line, Part};
use crate::template::{BlockKind, Level};
use crate::text::heading::{reach, title};
use crate::text::number::{Number, number};

/// What a line is.
pub(super) struct Shape {
    pub(super) kind: BlockKind,
    /// The byte where the words begin that are kept: after a number that is printed anyhow.
    pub(super) start: usize,
    /// The byte where the heading ends; the same as `start` where there is none.
    pub(super) lead_end: usize,
    /// Its level and the bytes of its title, where a heading is counted.
    pub(super) heading: Option<(u8, std::ops::Range<usize>)>,
}

impl Shape {
    /// Whether the line says who speaks or signs.
    pub(super) fn is_name(&self) -> bool {
        matches!(self.kind, BlockKind::Byline | BlockKind::Signature)
    }
}

/// Says what each line is. `blank_at` gives the byte where the first blank of a line begins.
pub(super) fn structure(lines: &[Line], blank_at: &dyn Fn(usize) -> usize, log: &mut Log) -> Vec<Shape> {
    let numbers: Vec<Option<Number>> =
        lines.iter().enumerate().map(|(at, line)| own_number(line, blank_at(at))).collect();
    let attached = attached(lines, blank_at);
    let frame = frame(lines, &numbers, &attached);
    let mut counter = Counter::of(&numbers);
    // Below a title in the first style the headings begin with the second.
    let outermost = lines.iter().skip(frame.start).filter_map(|line| line.level).min().unwrap_or(1).max(1);
    let mut in_list = false;
    let mut shapes = Vec::with_capacity(lines.len());
    for (at, (line, kind)) in lines.iter().zip(frame.kinds).enumerate() {
        let number = numbers.get(at).copied().flatten();
        in_list = match number {
            None => {
                let is_named = line.text.starts_with("附件") || line.text.starts_with("附：");
                is_named && kind != BlockKind::Annex
            }
            Some(_) => in_list,
        };
        let from = |start| Shape { kind, start, lead_end: start, heading: None };
        let text = || from(0);
        shapes.push(match (kind, number) {
            (BlockKind::Attachment, _) => from(attached.name(at).unwrap_or(0)),
            (BlockKind::Annex, _) => {
                counter.restart();
                from(line.text.len())
            }
            (BlockKind::Body, Some(number)) if !in_list => counter.item(line, number, log),
            (BlockKind::Body, None) if line.part == Part::Body => match styled(line, outermost) {
                Some(level) => {
                    counter.begins(level);
                    shape(line, Number { level: 1, count: 1, is_part: false, end: 0 }, level)
                }
                None => text(),
            },
            _ => text(),
        });
    }
    shapes
}

/// The number of a paragraph of the running text. What begins inside of a blank is none, nor is a
/// number without words.
fn own_number(line: &Line, blank_at: usize) -> Option<Number> {
    if line.part != Part::Body {
        return None;
    }
    number(&line.text).filter(|number| number.end <= blank_at && number.end < line.text.len())
}

/// The level that the file states of a paragraph without a number; `outermost` is that of the text.
fn styled(line: &Line, outermost: u8) -> Option<Level> {
    Level::ALL.get(usize::from(line.level?.checked_sub(outermost)?)).copied()
}

fn shape(line: &Line, number: Number, level: Level) -> Shape {
    let words = &line.text[number.end..];
    Shape {
        kind: BlockKind::Item(level),
        start: number.end,
        lead_end: number.end + reach(words),
        heading: Some(heading(words, number.end, u8::try_from(level.depth() + 1).unwrap_or(u8::MAX))),
    }
}

fn heading(words: &str, from: usize, level: u8) -> (u8, std::ops::Range<usize>) {
    let title = title(words, reach(words));
    (level, from..from + title.len())
}

/// Follows the numbers that the structure prints.
struct Counter {
    /// Whether 第一部分 stands above 一、: then each of the others is a level further in.
    parts: bool,
    /// The last number that is printed at each level.
    counts: [u32; Level::ALL.len()],
    /// The last number at each level that was kept as it stands.
    kept: [u32; Level::ALL.len()],
}

impl Counter {
    fn of(numbers: &[Option<Number>]) -> Self {
        let any = |is_part| numbers.iter().flatten().any(|n| n.level == 1 && n.is_part == is_part);
        Self { parts: any(true) && any(false), counts: [0; 4], kept: [0; 4] }
    }

    /// A numbered paragraph. A number that the structure would print otherwise is set right, but a
    /// list that begins anew is left as it stands: nothing else tells it from the list before.
    fn item(&mut self, line: &Line, number: Number, log: &mut Log) -> Shape {
        let inner = u8::from(self.parts && !number.is_part);
        let level = Level::ALL.get(usize::from((number.level + inner).saturating_sub(1))).copied();
        let words = &line.text[number.end..];
        let Some(level) = level else {
            let counts = number.level <= 4;
            let heading = counts.then(|| heading(words, number.end, number.level));
            return Shape { kind: BlockKind::Body, start: 0, lead_end: 0, heading };
        };
        let depth = level.depth();
        let (Some(count), Some(kept)) = (self.counts.get_mut(depth), self.kept.get_mut(depth)) else {
            return Shape { kind: BlockKind::Body, start: 0, lead_end: 0, heading: None };
        };
        let in_kept = *kept > 0 && number.count == *kept + 1;
        let goes_on = number.count == *count + 1 && !in_kept;
        let anew = number.count == 1 || in_kept;
        // A list that begins in its middle is a piece of another text; a chapter is not.
        let piece = *count == 0 && depth >= 2;
        if goes_on || (!anew && !piece && log.asks(RepairKind::Renumbered, &line.text)) {
            self.begins(level);
            return shape(line, number, level);
        }
        *kept = number.count;
        let heading = Some(heading(words, number.end, number.level));
        Shape { kind: BlockKind::Body, start: 0, lead_end: 0, heading }
    }

    /// Another text begins.
    fn restart(&mut self) {
        self.counts.fill(0);
        self.kept.fill(0);
    }

    /// A paragraph of that level takes the next number.
    fn begins(&mut self, level: Level) {
        let depth = level.depth();
        self.counts[depth] += 1;
        self.counts[depth + 1..].fill(0);
        self.kept[depth..].fill(0);
    }
}
