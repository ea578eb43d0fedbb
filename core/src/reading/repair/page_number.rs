//! Lines that hold nothing but the number of a page.

use super::{Log, Piece};
use crate::reading::RepairKind;
use crate::text::residue::is_page_number;

pub(super) fn drop_lines(pieces: &mut Vec<Piece>, log: &mut Log) {
    pieces.retain(|piece| {
        !(piece.is_body()
            && piece.line.given.is_empty()
            && is_page_number(piece.text())
            && log.asks(RepairKind::PageNumber, piece.text()))
    });
}
