//! Lines that a web page left in a copy: its links and notices, rows of signs. Offered, since only
//! a person can tell.

use super::{Log, Piece};
use crate::reading::RepairKind;
use crate::text::chars::is_han;

/// How such a line begins.
const BEGINNINGS: [&str; 26] = [
    "推荐阅读",
    "相关阅读",
    "相关推荐",
    "延伸阅读",
    "猜你喜欢",
    "热门推荐",
    "热门文章",
    "精选文章",
    "上一篇",
    "下一篇",
    "免责声明",
    "版权声明",
    "本文来源",
    "文章来源",
    "来源：",
    "来源:",
    "责任编辑",
    "本文由",
    "本文地址",
    "点击下载",
    "立即下载",
    "下载地址",
    "浏览次数",
    "阅读次数",
    "关注公众号",
    "扫码关注",
];
/// Such a line is no longer than this, in characters.
const LONGEST: usize = 120;
/// A row of signs is at least this long, in characters.
const ROW: usize = 6;

pub(super) fn drop_lines(pieces: &mut Vec<Piece>, log: &mut Log) {
    pieces.retain(|piece| {
        !(piece.is_body()
            && piece.line.given.is_empty()
            && is_residue(piece.text())
            && log.asks(RepairKind::Residue, piece.text()))
    });
}

fn is_residue(line: &str) -> bool {
    if line.chars().nth(LONGEST).is_some() {
        return false;
    }
    BEGINNINGS.iter().any(|words| line.starts_with(words)) || is_noise(line)
}

/// A line of which at least six in ten characters are signs that mean nothing. What may be a
/// blank's mark is no such sign.
fn is_noise(line: &str) -> bool {
    let (mut all, mut signs) = (0, 0);
    for c in line.chars() {
        all += 1;
        match c {
            '_' | '＿' | '*' | '＊' | '×' | '○' | '◯' | '□' | '△' | '…' | '☐' | '☑' | ' ' | '\u{a0}'
            | '\u{3000}' => return false,
            '。' | '，' | '、' | '；' | '：' | '？' | '！' | '“' | '”' | '（' | '）' | '《' | '》' | '〔'
            | '〕' | '.' | '%' | '％' | '-' | '/' | '—' => {}
            _ if c.is_alphanumeric() || is_han(c) => {}
            _ => signs += 1,
        }
    }
    all >= ROW && signs * 10 >= all * 6
}
