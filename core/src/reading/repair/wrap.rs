//! Lines broken at a fixed width, as mail programs and some editors leave them, and lines broken
//! after every ； or ，: both become paragraphs again.

use super::edits::append;
use super::{Log, Piece};
use crate::reading::RepairKind;
use crate::reading::frame::says_title;
use crate::text::chars::{half_cells, width};
use crate::text::number::{Number, is_series, number};

/// A text of fewer lines says nothing about a width.
const LINES: usize = 5;
/// So many lines that end exactly at one width were broken there.
const TORN: usize = 2;
/// The label of a row of a form stands in so many characters.
const LABEL: usize = 8;
/// The widths at which texts are broken, in half cells.
const WIDTHS: std::ops::RangeInclusive<u32> = 40..=100;
/// A line that is broken ends at most this many half cells before the width.
const SLACK: u32 = 6;
/// A line shorter than this that ends in ； is an item of a list, in characters.
const ITEM: usize = 15;

pub(super) fn join(pieces: Vec<Piece>, log: &mut Log) -> Vec<Piece> {
    let wrapped = Wrapped::of(&pieces);
    // Where every line stands apart, blank lines say nothing.
    let apart = pieces.iter().skip(1).filter(|piece| piece.gap).count() * 10 >= pieces.len() * 9;
    // Where some lines are indented and some are not, an indented one begins a paragraph.
    let indents = pieces.iter().any(|piece| piece.indent < 2);
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut counts = Counts::default();
    // The room of the last line as it came.
    let mut room = 0;
    for piece in pieces {
        let own = Wrapped::room(&piece, wrapped.as_ref());
        let number = number(piece.text());
        let joins = out.last().is_some_and(|before| {
            before.is_body()
                && piece.may_continue()
                && before.line.level.is_none()
                && (apart || !piece.gap)
                && !(indents && piece.indent >= 2)
                && !(says_title(before.text()) && piece.text().ends_with('：'))
                && match number {
                    // A figure at the start of a line that was broken before it.
                    Some(number) => {
                        !counts.goes_on(number)
                            && wrapped.as_ref().is_some_and(|w| w.width == room && !is_ended(before))
                    }
                    None => {
                        is_open(before, &piece)
                            || wrapped.as_ref().is_some_and(|w| w.is_broken(room, before, &piece))
                    }
                }
        });
        room = own;
        match out.last_mut() {
            Some(before) if joins && log.asks(RepairKind::Wrap, piece.text()) => append(before, piece),
            _ => {
                counts.take(number);
                out.push(piece);
            }
        }
    }
    out
}

/// The last number at each level.
#[derive(Default)]
struct Counts([u32; 6]);

impl Counts {
    /// Whether a number begins a list or is the next of one.
    fn goes_on(&self, number: Number) -> bool {
        number.count == 1
            || self.0.get(usize::from(number.level)).is_some_and(|last| number.count == last + 1)
    }

    fn take(&mut self, number: Option<Number>) {
        if let Some(number) = number
            && let Some(last) = self.0.get_mut(usize::from(number.level))
        {
            *last = number.count;
        }
    }
}

/// Whether the first line cannot be the end of a paragraph and the second is no item of a list.
fn is_open(before: &Piece, after: &Piece) -> bool {
    let open = match before.text().chars().next_back() {
        Some('，' | '、') => true,
        Some('；') => before.text().chars().nth(ITEM).is_some(),
        _ => false,
    };
    open && !is_series(after.text())
}

/// How a text is broken.
struct Wrapped {
    /// The widest line.
    width: u32,
    /// Whether lines are counted in characters rather than in room, as programs break them that
    /// know no fonts.
    by_chars: bool,
}

impl Wrapped {
    /// The width at which lines of a text end, if there is one: most lines reach it, or some end
    /// exactly there in the middle of a sentence.
    fn of(pieces: &[Piece]) -> Option<Self> {
        let share = |by_chars| {
            let wrapped = Self { width: 0, by_chars };
            let body = || pieces.iter().filter(|piece| piece.is_body());
            let rooms = || body().map(|piece| Self::room(piece, Some(&wrapped)));
            let width = rooms().max().unwrap_or(0);
            let full = rooms().filter(|room| room.saturating_add(SLACK) >= width).count();
            let exact = u32::from(!by_chars);
            let next = body().skip(1).map(Some).chain([None]);
            let torn = body().zip(next).zip(rooms()).filter(|((piece, next), room)| {
                room.saturating_add(exact) >= width && next.is_some_and(|next| is_torn(piece, next))
            });
            (torn.count(), full, width)
        };
        let (cells, chars) = (share(false), share(true));
        let by_chars = (chars.0, chars.1) > (cells.0, cells.1);
        let (torn, full, width) = if by_chars { chars } else { cells };
        let all = pieces.iter().filter(|piece| piece.is_body()).count();
        let fits = full * 2 >= all || torn >= TORN;
        (all >= LINES && WIDTHS.contains(&width) && fits).then_some(Self { width, by_chars })
    }

    /// The room that a line takes, in half cells.
    fn room(piece: &Piece, wrapped: Option<&Self>) -> u32 {
        match wrapped {
            Some(Self { by_chars: true, .. }) => {
                piece.text().chars().fold(piece.blanks, |count, _| count.saturating_add(1)).saturating_mul(2)
            }
            Some(_) => piece.indent.saturating_add(width(piece.text())),
            None => 0,
        }
    }

    /// Whether `before`, whose last line takes `room`, was broken only because it was full. A line
    /// that ends a sentence, or stands before a label, although the next character had room was ended on purpose.
    fn is_broken(&self, room: u32, before: &Piece, after: &Piece) -> bool {
        let slack = self.width.saturating_sub(room);
        let next = after.text().chars().next().map_or(2, |c| if self.by_chars { 2 } else { half_cells(c) });
        let on_purpose = is_ended(before) || is_label(after.text());
        slack <= SLACK && !(on_purpose && slack >= next)
    }
}

/// Whether a line of prose ends in the middle of a sentence or of a mark. A row of a form does not.
fn is_torn(piece: &Piece, next: &Piece) -> bool {
    let mark = piece.text().ends_with('_');
    let is_prose = || piece.text().contains(['，', '。', '、', '；']);
    if mark {
        next.text().starts_with('_')
    } else {
        !is_ended(piece) && is_prose() && !is_label(piece.text())
    }
}

/// Whether a line begins with a label: 联系人：
fn is_label(line: &str) -> bool {
    line.chars().take(LABEL).any(|c| matches!(c, '：' | ':'))
}

/// Whether a line ends as sentences and their parts do.
fn is_ended(piece: &Piece) -> bool {
    piece.text().ends_with(['。', '！', '？', '：', '；'])
}
