//! What stands around the text: title, lines under it, the addressed; closing, signature, date.

use super::attached::Attached;
use super::source::{Line, Part};
use crate::field::Kind;
use crate::template::BlockKind;
use crate::text::chars::{fold, is_han, is_space};
use crate::text::number::{Number, number};
use crate::text::numerals::{digit, place};

/// How a title ends.
const TITLES: [&str; 46] = [
    "报告",
    "总结",
    "讲话",
    "发言",
    "主持词",
    "通知",
    "请示",
    "函",
    "方案",
    "计划",
    "意见",
    "纪要",
    "汇报",
    "材料",
    "制度",
    "办法",
    "稿",
    "书",
    "表",
    "记录",
    "证明",
    "信",
    "决定",
    "公告",
    "通报",
    "通告",
    "批复",
    "议程",
    "细则",
    "规定",
    "规划",
    "要点",
    "清单",
    "提纲",
    "协议",
    "合同",
    "简报",
    "情况",
    "体会",
    "鉴定",
    "致辞",
    "致词",
    "词",
    "预案",
    "章程",
    "启事",
];
/// How a line under the title begins that names a person or a day.
const BYLINES: [&str; 9] =
    ["述职人", "汇报人", "报告人", "发言人", "讲话人", "演讲人", "宣讲人", "主讲人", "述职述廉人"];
/// How the addressed begin, or what they are called.
const ADDRESSED: [&str; 11] =
    ["各位", "尊敬的", "亲爱的", "同志们", "领导", "代表", "委员", "老师", "同学", "朋友", "同事"];
/// How a receiving organisation ends.
const RECEIVERS: &str = "局委办院校厅部处室会司县市区镇乡府团社站所队组庭州省段署行馆盟旗村园司";
/// How a closing phrase begins.
const CLOSINGS: [&str; 23] = [
    "以上述职",
    "以上报告",
    "以上汇报",
    "以上请示",
    "以上意见",
    "以上发言",
    "以上方案",
    "以上情况",
    "以上是我",
    "以上，",
    "特此",
    "专此",
    "此致",
    "敬礼",
    "妥否",
    "当否",
    "可否",
    "请予",
    "恳请",
    "谢谢",
    "此复",
    "顺祝",
    "盼复",
];
/// How a line begins that may follow the date.
const AFTERWARDS: [&str; 10] =
    ["附件", "附：", "附表", "附录", "（联系", "联系人", "抄送", "主题词", "（此件", "（附"];
/// A line of the title block is no longer than this, in characters.
const TITLE: usize = 60;
/// A title that does not say what it is, and an addressed.
const SHORT: usize = 40;
/// A line under the title, a signature.
const NAME: usize = 30;
/// So many lines may stand before the text.
const HEAD: usize = 6;

/// Which lines stand around the text.
pub(super) struct Frame {
    /// What each line is; `Body` for the text itself.
    pub(super) kinds: Vec<BlockKind>,
    /// The first line of the text.
    pub(super) start: usize,
}

/// A line with what is known of it.
struct Seen<'a> {
    text: &'a str,
    chars: usize,
    number: Option<Number>,
    body: bool,
    /// Whether the file says that it is a heading.
    styled: bool,
}

/// Finds the lines around the text, and among them those of what is `attached`.
pub(super) fn frame(lines: &[Line], numbers: &[Option<Number>], attached: &Attached) -> Frame {
    let mut frame = Frame { kinds: vec![BlockKind::Body; lines.len()], start: 0 };
    let see = |at: usize| {
        let line = lines.get(at)?;
        let chars = line.text.chars().take(TITLE + 1).count();
        let body = line.part == Part::Body;
        let number = numbers.get(at).copied().flatten();
        Some(Seen { text: &line.text, chars, number, body, styled: line.level.is_some() })
    };
    head(&mut frame, lines, &see);
    // What is attached may be signed too.
    let own = lines.get(..attached.end(lines)).unwrap_or(lines);
    tail(&mut frame, own, &see);
    mark(&mut frame, attached, &see);
    frame
}

fn head<'a>(frame: &mut Frame, lines: &[Line], see: &impl Fn(usize) -> Option<Seen<'a>>) {
    let length = (0..HEAD).take_while(|at| see(*at).is_some_and(|line| is_short(&line))).count();
    let named = (0..length).find(|at| see(*at).is_some_and(|line| says_title(line.text)));
    let styled = (0..length).find(|at| lines[*at].level == Some(1));
    let lone = (0..length.min(1)).find(|at| lines.len() > 1 && see(*at).is_some_and(|line| is_lone(&line)));
    let mut at = 0;
    if let Some(title) = named.or(styled).or(lone) {
        let is_part =
            |at: usize| see(at).is_some_and(|line| !is_heading_line(line.text) && !is_date(line.text));
        let first =
            (title.saturating_sub(2)..title).rev().take_while(|at| is_part(*at)).last().unwrap_or(title);
        frame.kinds[..first].fill(BlockKind::Byline);
        frame.kinds[first..=title].fill(BlockKind::Title);
        at = title + 1;
        // A block of short lines that leads to no text is a form.
        let leads = length < HEAD;
        while at < lines.len()
            && at <= title + 4
            && see(at).is_some_and(|line| is_byline(&line, leads && at < length))
        {
            frame.kinds[at] = BlockKind::Byline;
            at += 1;
        }
    }
    let has_title = at > 0;
    while see(at).is_some_and(|line| is_salutation(&line, has_title)) {
        frame.kinds[at] = BlockKind::Salutation;
        at += 1;
    }
    frame.start = at;
}

/// Whether a line may belong to the title block.
fn is_short(line: &Seen) -> bool {
    line.body
        && line.number.is_none()
        && line.chars <= TITLE
        && !line.text.ends_with(['。', '！', '？', '；', '，', '：', ':', '、'])
        && (says_title(line.text) || !line.text.contains(['：', ':']))
}

/// Whether a first line that does not say what it is may be a title.
fn is_lone(line: &Seen) -> bool {
    line.chars <= SHORT && line.text.chars().any(is_han) && !line.text.contains(['_', '＿', '|'])
}

/// Whether a line ends as titles do; what follows in brackets is not counted.
pub(super) fn says_title(text: &str) -> bool {
    let text = match text.strip_suffix(['）', ')']) {
        Some(inner) => inner.rfind(['（', '(']).map_or(text, |at| &inner[..at]),
        None => text,
    };
    TITLES.iter().any(|words| text.ends_with(words)) && text.chars().nth(1).is_some()
}

/// Whether a line stands above the title without being of it: the name of the paper, its number.
fn is_heading_line(text: &str) -> bool {
    text.ends_with(['号', '件', '密']) || text.contains(['〔', '★']) || text.starts_with(['（', '('])
}

fn is_byline(line: &Seen, leads: bool) -> bool {
    let bracketed = line.text.starts_with(['（', '(']) && line.text.ends_with(['）', ')']);
    let named = BYLINES.iter().any(|words| line.text.starts_with(words));
    let form = line.text.contains(['：', ':', '_', '＿', '|']);
    line.body
        && line.number.is_none()
        && !line.styled
        && line.chars <= NAME
        && (bracketed || named || is_date(line.text) || (leads && !form && !says_title(line.text)))
}

fn is_salutation(line: &Seen, has_title: bool) -> bool {
    let Some(words) = line.text.strip_suffix(['：', ':']) else { return false };
    let says = ["如下", "下列", "以下", "参加", "出席", "列席"].iter().any(|said| words.contains(said));
    let greets = ADDRESSED.iter().any(|name| words.contains(name));
    let receives = has_title
        && (words.starts_with('各') || words.chars().next_back().is_some_and(|c| RECEIVERS.contains(c)));
    line.body
        && line.number.is_none()
        && line.chars <= SHORT
        && !says
        && !words.contains(['。', '：', '；'])
        && (greets || receives)
}

fn tail<'a>(frame: &mut Frame, lines: &[Line], see: &impl Fn(usize) -> Option<Seen<'a>>) {
    let start = frame.start;
    // A second paper may follow: what is sent with a notice.
    let is_title = |next: &Seen| {
        next.body
            && next.number.is_none()
            && next.chars <= TITLE
            && says_title(next.text)
            && !is_closing(next)
    };
    let is_last =
        |at: usize| see(at + 1).is_none_or(|next| !next.body || is_afterwards(next.text) || is_title(&next));
    let day = |at: usize| {
        see(at).is_some_and(|line| line.body && (is_date(line.text) || is_given_date(&lines[at])))
    };
    let date = (start..lines.len()).rev().find(|at| is_last(*at) && day(*at));
    let last_body = (start..lines.len()).rev().find(|at| lines[*at].part == Part::Body);
    let mut at = date.unwrap_or_else(|| last_body.map_or(start, |last| last + 1));
    if let Some(date) = date {
        frame.kinds[date] = BlockKind::Date;
        if see(date + 1).is_some_and(|next| is_note(&next)) {
            frame.kinds[date + 1] = BlockKind::Remark;
        }
        if see(date + 1).is_some_and(|next| !is_afterwards(next.text) && is_title(&next)) {
            frame.kinds[date + 1] = BlockKind::Title;
        }
    }
    let closes = |at: usize| see(at).is_some_and(|line| is_closing(&line));
    let signs = |at: usize| see(at).is_some_and(|line| is_signature(&line));
    let first =
        (at.saturating_sub(2).max(start)..at).rev().take_while(|at| signs(*at) && !closes(*at)).last();
    let signed = first.unwrap_or(at);
    // Without a day below, only what stands under a closing phrase is a signature.
    if date.is_some() || (signed > start && closes(signed - 1)) {
        frame.kinds[signed..at].fill(BlockKind::Signature);
        at = signed;
    }
    while at > start && closes(at - 1) {
        at -= 1;
        frame.kinds[at] = BlockKind::Closing;
    }
}

/// Marks the lines of what is attached where they are no other part of the frame.
fn mark<'a>(frame: &mut Frame, attached: &Attached, see: &impl Fn(usize) -> Option<Seen<'a>>) {
    for (at, kind) in frame.kinds.iter_mut().enumerate().skip(frame.start) {
        if *kind == BlockKind::Body && attached.name(at).is_some() {
            *kind = BlockKind::Attachment;
        }
    }
    if attached.labels.iter().any(|at| *at < frame.start || frame.kinds.get(*at) != Some(&BlockKind::Body)) {
        return;
    }
    for at in &attached.labels {
        frame.kinds[*at] = BlockKind::Annex;
        let is_title = see(at + 1).is_some_and(|next| is_short(&next) && is_lone(&next));
        if let Some(next) = frame.kinds.get_mut(at + 1).filter(|next| is_title && **next == BlockKind::Body) {
            *next = BlockKind::Title;
        }
    }
}

fn is_closing(line: &Seen) -> bool {
    let ends = ["批评指正。", "完毕。", "到此结束。", "谢谢大家！", "谢谢！", "谢谢。"];
    line.body
        && line.number.is_none()
        && line.chars <= SHORT
        && (CLOSINGS.iter().any(|words| line.text.starts_with(words))
            || ends.iter().any(|words| line.text.ends_with(words)))
}

fn is_signature(line: &Seen) -> bool {
    line.body
        && line.number.is_none()
        && line.chars <= NAME
        && !line.text.contains(['。', '！', '？', '；', '，'])
        && line.text.matches(['：', ':']).count() <= 1
        && !is_afterwards(line.text)
}

/// Whether a line below the date is a note: all of it stands in brackets (GB/T 9704-2012 7.3.6).
fn is_note(line: &Seen) -> bool {
    line.body && line.text.starts_with(['（', '(']) && line.text.ends_with(['）', ')'])
}

/// Whether a line may follow the date.
fn is_afterwards(text: &str) -> bool {
    AFTERWARDS.iter().any(|words| text.starts_with(words))
}

/// Whether the file declares the whole line to be a day.
fn is_given_date(line: &Line) -> bool {
    matches!(&line.given[..], [given] if given.kind == Some(Kind::Date) && given.range == (0..line.text.len()))
}

/// Whether a line is nothing but a day, filled in or not: 20XX年X月X日, （2026年12月5日）, 日期：年 月 日,
/// 2026.12.5.
pub(super) fn is_date(text: &str) -> bool {
    let text = text.trim_matches(['（', '）', '(', ')']);
    let text = text.strip_prefix("日期").or_else(|| text.strip_prefix("时间")).unwrap_or(text);
    let text = text.trim_start_matches(['：', ':']);
    let (mut year, mut month, mut marks, mut digits) = (false, false, 0, 0);
    for (length, c) in text.chars().enumerate() {
        match fold(c) {
            _ if length >= 24 => return false,
            '年' => year = true,
            '月' => month = year,
            '日' | '号' => {}
            '.' | '-' | '/' => marks += 1,
            '0'..='9' => digits += 1,
            'X' | 'x' | '×' | '_' | '*' | '○' | '〇' | '元' => {}
            c if is_space(c) || digit(c).is_some() || place(c).is_some() => {}
            _ => return false,
        }
    }
    (year && month)
        || (marks == 2 && digits >= 4)
        || (marks == 2 && number(text).is_none() && text.contains(['X', 'x', '×']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_told_from_a_sentence() {
        for day in [
            "20XX年X月X日",
            "（2026年12月5日）",
            "日期： 年 月 日",
            "2026.12.5",
            "二〇二六年十二月五日",
            "20XX-XX-XX",
        ] {
            assert!(is_date(day), "{day}");
        }
        for other in ["2026年", "12月5日召开", "X月", "3.5", "一、二", "20XX年X月X日召开"] {
            assert!(!is_date(other), "{other}");
        }
    }
}
