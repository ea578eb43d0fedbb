//! Choices: 上午/下午, □是 □否. What may be chosen is read out of the mark itself.

use super::view::{View, closing, ends, is_edge, starts};
use super::{Class, Step};
use crate::text::chars::is_han;

/// An option is no longer than this, in characters.
const OPTION: usize = 12;
/// Words between slashes are no longer than this.
const WORD: usize = 6;

/// Words that are known to be offered beside each other, in any order.
#[rustfmt::skip]
const KNOWN: &[&[&str]] = &[
    &["上午", "下午", "晚上", "中午"], &["先生", "女士", "小姐"], &["男", "女"], &["是", "否"], &["有", "无"], &["同意", "不同意"],
    &["合格", "基本合格", "不合格"], &["本科", "专科", "硕士", "博士", "大专", "高中"], &["优秀", "良好", "合格", "称职", "基本称职", "不称职", "一般", "较差", "好", "中", "差"],
    &["线上", "线下"], &["公历", "农历"], &["已婚", "未婚"], &["通过", "不通过"], &["满意", "基本满意", "不满意"], &["旺季", "淡季"],
    &["初中", "小学", "高中", "幼儿园"], &["上半年", "下半年"], &["新建", "改建", "扩建", "续建"], &["甲方", "乙方"], &["省级", "市级", "县级", "国家级", "校级"],
];

/// Words with slashes between them, the first slash at `at`.
pub(super) fn slashed(view: &View, at: usize) -> Step {
    let from = at - view.before(at).iter().rev().take(WORD + 1).take_while(|c| is_han(**c)).count();
    let mut to = at;
    let mut words = 1;
    while view.get(to) == '/' && words < 10 {
        let stop = view.run(to + 1, is_han).min(to + 2 + WORD);
        if stop == to + 1 {
            break;
        }
        to = stop;
        words += 1;
    }
    let pass = Step::Pass(to.max(at + 1));
    if from == at || words < 2 {
        return pass;
    }
    if let Some((from, to)) = known(view, from.max(view.floor), to) {
        return Step::Perhaps(from, to, Class::Choice);
    }
    let (open, close) = (view.left(from), view.get(to));
    let bounded = matches!(open, '：' | ':' | '（' | '(' | '[') && is_edge(close) && close != '.';
    let enclosed = closing(open) == '\0' || closing(open) == close;
    let short = view.chars[from..to].split(|c| *c == '/').all(|word| (1..=WORD).contains(&word.len()));
    let prose = view.chars[from..to] == ['和', '/', '或'];
    if bounded && enclosed && short && !prose && words > 2 && from >= view.floor {
        return Step::Perhaps(from, to, Class::Choice);
    }
    pass
}

/// Where known words begin and end in a row of words with slashes. The first and last word of the
/// row may hold other text too.
fn known(view: &View, from: usize, to: usize) -> Option<(usize, usize)> {
    let row = &view.chars[from..to];
    KNOWN.iter().find_map(|words| {
        let mut parts = row.split(|c| *c == '/');
        let longest = |fits: &dyn Fn(&str) -> bool| {
            words.iter().filter(|word| fits(word)).map(|word| word.chars().count()).max()
        };
        let first = parts.next()?;
        let start = from + first.len() - longest(&|word| ends(first, word))?;
        let mut end = from + first.len();
        let mut count = 1;
        for part in parts {
            let Some(length) = longest(&|word| starts(part, word)) else { break };
            end += 1 + length;
            count += 1;
            if length < part.len() {
                break;
            }
        }
        let single = count == 2 && end - start == 3;
        let alone = !is_han(view.left(start)) && !is_han(view.get(end));
        (count > 1 && (!single || alone)).then_some((start, end))
    })
}

/// Boxes with an option behind or before each, the first box at `at`.
pub(super) fn boxes(view: &View, at: usize) -> Option<Step> {
    let is_option = |c: char| is_han(c) || c.is_ascii_alphanumeric();
    let before = view.before(at).iter().rev().take(OPTION).take_while(|c| is_option(**c)).count();
    let behind = before > 0;
    let from = at - before;
    if from < view.floor || (behind && !is_box(view.get(at))) {
        return None;
    }
    let (mut place, mut end, mut count) = (at, at, 0);
    while is_box(view.get(place)) && count < 20 {
        if behind {
            end = place + 1;
            count += 1;
            let next = view.skip_spaces(place + 1, 4);
            let next = next + usize::from(matches!(view.get(next), '、' | '/'));
            let next = view.skip_spaces(next, 4);
            place = view.run(next, is_option).min(next + OPTION);
            if place == next {
                break;
            }
        } else {
            let word = view.skip_spaces(place + 1, 2);
            let stop = view.run(word, is_option).min(word + OPTION);
            if stop == word {
                break;
            }
            end = stop;
            count += 1;
            let next = view.skip_spaces(stop, 8);
            place =
                view.skip_spaces(next + usize::from(matches!(view.get(next), '、' | '/' | '；' | '，')), 4);
        }
    }
    (count > 1).then_some(Step::Blank(from, end, Class::Choice))
}

fn is_box(c: char) -> bool {
    matches!(c, '□' | '☐' | '◻')
}

/// What may be chosen, out of the mark of a choice or the words in brackets.
pub(super) fn options(mark: &str) -> Vec<String> {
    let mark = mark.trim_matches(['[', ']', '【', '】', '（', '）']);
    let is_break = |c: char| {
        matches!(
            c,
            '/' | '／' | '、' | '□' | '☐' | '◻' | '；' | '，' | ',' | ' ' | '\u{3000}' | '\u{a0}' | '或'
        )
    };
    let words = mark.split(is_break).map(|word| word.trim_end_matches('等').trim());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// What may be chosen where the word before a blank says it: 星期, 性别.
pub(super) fn named(before: &[char]) -> Vec<String> {
    let weekday = matches!(before, [.., '期' | '周' | '拜']);
    let words: &[&str] =
        if weekday { &["一", "二", "三", "四", "五", "六", "日"] } else { &["男", "女"] };
    words.iter().map(|word| (*word).to_owned()).collect()
}
