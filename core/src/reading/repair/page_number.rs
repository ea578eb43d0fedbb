//! Lines that hold nothing but the number of a page.

use super::{Log, Piece};
use crate::reading::RepairKind;
use crate::text::chars::{fold, is_space};

/// A page number with its marks is no longer than this, in characters.
const LONGEST: usize = 20;

pub(super) fn drop_lines(pieces: &mut Vec<Piece>, log: &mut Log) {
    pieces.retain(|piece| {
        !(piece.is_body()
            && piece.line.given.is_empty()
            && is_page_number(piece.text())
            && log.asks(RepairKind::PageNumber, piece.text()))
    });
}

/// `- 3 -`, `— 3 —`, `第3页`, `第3页 共10页`, `3/10`.
fn is_page_number(line: &str) -> bool {
    if line.chars().nth(LONGEST).is_some() {
        return false;
    }
    let line: String = line.chars().map(fold).filter(|c| !is_space(*c)).collect();
    let is_number = |text: &str| matches!(text.len(), 1..=4) && text.bytes().all(|b| b.is_ascii_digit());
    let dash = |c| matches!(c, '-' | '—' | '–' | '―' | '─' | '－' | '·');
    let inner = line.trim_matches(dash);
    if inner.len() < line.len() && line.starts_with(dash) && line.ends_with(dash) {
        return is_number(inner);
    }
    let page = line.strip_prefix('第').and_then(|rest| rest.split_once('页'));
    if let Some((number, rest)) = page {
        let rest = rest.trim_start_matches(['，', ',', '/', '（', '(']);
        let total = rest.strip_prefix('共').and_then(|rest| rest.strip_suffix(['页', '）', ')']));
        return is_number(number)
            && (rest.is_empty() || total.is_some_and(|n| is_number(n.trim_end_matches('页'))));
    }
    line.split_once('/').is_some_and(|(page, total)| {
        let value = |text: &str| if is_number(text) { text.parse().unwrap_or(0_u32) } else { 0 };
        (1..=value(total)).contains(&value(page))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_number_is_told_from_figures() {
        for line in ["- 3 -", "—3—", "第3页", "第 3 页 共 10 页", "第3页（共10页）", "3/10", "－１２－"]
        {
            assert!(is_page_number(line), "{line}");
        }
        for line in ["3", "1-3月", "12/3", "-", "3.5", "第X页", "来电-1-", "- -", "20XX/10", ""] {
            assert!(!is_page_number(line), "{line}");
        }
    }
}
