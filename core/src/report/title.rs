//! Breaks a title that is longer than a line where its sense allows it (GB/T 9704-2012 7.3.1: 词意
//! 完整，排列对称，长短适宜，间距恰当): lines of like length, no word cut, never narrow in the middle.

use super::lines::{Measure, break_lines, may_end};
use crate::text::{find_word, part};

/// Words that a line of a title does not cut.
static WORDS: [&str; 73] = [
    "述职报告",
    "述职述廉",
    "工作报告",
    "工作总结",
    "工作计划",
    "工作要点",
    "工作方案",
    "实施方案",
    "情况报告",
    "情况汇报",
    "汇报材料",
    "对照检查",
    "检查材料",
    "会议纪要",
    "会议记录",
    "民主生活会",
    "组织生活会",
    "基层党建",
    "党建工作",
    "党风廉政",
    "廉政建设",
    "全面从严治党",
    "从严治党",
    "主体责任",
    "责任制",
    "主题教育",
    "乡村振兴",
    "安全生产",
    "高质量发展",
    "意识形态",
    "教育体育",
    "委员会",
    "领导班子",
    "党支部",
    "总支部",
    "党总支",
    "书记",
    "主任",
    "校长",
    "教师",
    "学校",
    "小学",
    "中学",
    "幼儿园",
    "年度",
    "上半年",
    "下半年",
    "学年",
    "学期",
    "个人",
    "工作",
    "总结",
    "报告",
    "汇报",
    "讲话",
    "发言",
    "通知",
    "意见",
    "办法",
    "规定",
    "决定",
    "方案",
    "落实",
    "贯彻",
    "精神",
    "问题",
    "整改",
    "建设",
    "管理",
    "专项",
    "情况",
    "教育",
    "体育",
];

/// Words that what a title is begins with; a line may well begin there.
static HEADS: [&str; 14] = [
    "述职",
    "工作报告",
    "工作总结",
    "工作计划",
    "工作要点",
    "工作方案",
    "实施方案",
    "情况报告",
    "情况汇报",
    "对照检查",
    "会议纪要",
    "会议记录",
    "个人",
    "讲话",
];

/// Where the lines of a title begin, as byte offsets.
pub(super) fn by_sense(text: &str, measure: &Measure) -> Vec<usize> {
    let greedy = break_lines(text.chars().map(|c| (c, false)), measure);
    if !(2..=3).contains(&greedy.len()) {
        return greedy;
    }
    let places = places(text, measure);
    let total = measure.width(text.chars());
    let best = two(&places, total, measure.full).filter(|_| greedy.len() == 2);
    best.or_else(|| three(&places, total, measure.full)).map_or(greedy, |(_, starts)| starts)
}

/// Where a line may end.
struct Place {
    at: usize,
    /// The width up to there.
    width: u32,
    /// How ill it stands there, from 0.
    cost: u64,
}

type Broken = (u64, Vec<usize>);

fn places(text: &str, measure: &Measure) -> Vec<Place> {
    let cut = cuts(text);
    let mut out = Vec::new();
    let (mut width, mut before, mut quoted) = (0, None, 0_u64);
    for (at, c) in text.char_indices() {
        if let Some(before) = before.filter(|before| may_end(*before, c)) {
            let cost = cost(before, text.get(at..).unwrap_or_default()) + quoted * 12;
            let cost = cost + if cut.get(at).copied().unwrap_or(false) { 60 } else { 0 };
            out.push(Place { at, width, cost });
        }
        match c {
            '《' | '“' | '（' => quoted += 1,
            '》' | '”' | '）' => quoted = quoted.saturating_sub(1),
            _ => {}
        }
        width += measure.of_char(c);
        before = Some(c);
    }
    out
}

/// For each byte of the text whether a word that begins before it ends behind it.
fn cuts(text: &str) -> Vec<bool> {
    let mut cut = vec![false; text.len()];
    for word in WORDS {
        let mut from = 0;
        while let Some(at) = find_word(part(text, from..), word) {
            cut.iter_mut().skip(from + at + 1).take(word.len() - 1).for_each(|cut| *cut = true);
            from += at + word.len();
        }
    }
    cut
}

fn cost(before: char, rest: &str) -> u64 {
    let begins_with_year = rest.starts_with("20") && rest.chars().nth(4) == Some('年');
    if matches!(before, '，' | '：' | '；' | '》' | '—') || begins_with_year {
        0
    } else if before == '的' || HEADS.iter().any(|head| rest.starts_with(head)) {
        1
    } else if WORDS.iter().any(|word| rest.starts_with(word)) {
        4
    } else if matches!(
        before,
        '度' | '局' | '委' | '会' | '部' | '校' | '院' | '厅' | '处' | '组' | '镇' | '县'
    ) {
        5
    } else {
        9
    }
}

fn two(places: &[Place], total: u32, full: u32) -> Option<Broken> {
    let fits = |place: &&Place| place.width <= full && total - place.width <= full;
    let broken = places.iter().filter(fits).map(|place| {
        let uneven = spread(&[place.width, total - place.width], full);
        (place.cost * 4 + uneven, vec![0, place.at])
    });
    broken.min_by_key(|(cost, _)| *cost)
}

fn three(places: &[Place], total: u32, full: u32) -> Option<Broken> {
    let mut best: Option<Broken> = None;
    for (index, first) in places.iter().enumerate().filter(|(_, place)| place.width <= full) {
        for second in places.iter().skip(index + 1) {
            let widths = [first.width, second.width - first.width, total - second.width];
            if widths.iter().any(|width| *width > full) {
                continue;
            }
            let narrow = if widths[1] < widths[0] && widths[1] < widths[2] { 80 } else { 0 };
            let cost = (first.cost + second.cost) * 4 + spread(&widths, full) + narrow;
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, vec![0, first.at, second.at]));
            }
        }
    }
    best
}

/// How unlike the lengths are: the longest less the shortest, in fortieths of a line.
fn spread(widths: &[u32], full: u32) -> u64 {
    let longest = widths.iter().copied().max().unwrap_or(0);
    let shortest = widths.iter().copied().min().unwrap_or(0);
    u64::from(longest - shortest) * 40 / u64::from(full.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::BlockId;
    use crate::report::{Grid, Paragraph};
    use crate::template::BlockKind;

    fn broken(text: &str) -> Vec<&str> {
        let title = Paragraph { block: BlockId(0), kind: BlockKind::Title, runs: Vec::new(), gap: 0 };
        let mut starts = by_sense(text, &Measure::of(&title, &Grid::STANDARD));
        starts.push(text.len());
        starts.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect()
    }

    #[test]
    fn a_title_of_one_line_stays_one() {
        assert_eq!(broken("2026年度抓基层党建工作述职报告"), ["2026年度抓基层党建工作述职报告"]);
    }

    #[test]
    fn lines_end_where_the_sense_does() {
        for lines in [
            &["县委教育体育工委书记张某某", "2026年度抓基层党建工作述职报告"][..],
            &["关于2026年度全县中小学校", "安全生产专项整改落实情况的报告"][..],
            &["中共某某县委教育体育工作委员会", "履行全面从严治党主体责任情况汇报"][..],
        ] {
            assert_eq!(broken(&lines.concat()), lines);
        }
    }

    #[test]
    fn three_lines_are_not_narrow_in_the_middle() {
        let lines = broken(
            "中共某某市某某县委教育体育工作委员会关于贯彻落实全面从严治党主体责任推进基层党建工作高质量发展情况的报告",
        );
        let widths: Vec<usize> = lines.iter().map(|line| line.chars().count()).collect();
        assert_eq!(lines.len(), 3, "{lines:?}");
        assert!(widths[1] >= widths[0].min(widths[2]), "{lines:?}");
    }

    #[test]
    fn a_title_without_end_is_broken_like_text() {
        assert_eq!(broken(&"长".repeat(200)).len(), 10);
        assert_eq!(broken(""), Vec::<&str>::new());
    }
}
