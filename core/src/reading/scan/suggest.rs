//! What may be a blank: 某, single letters before a unit, an ellipsis between set words.

use super::view::{View, ends, ends_any, is_digit, starts, starts_any};
use super::words::{suffix, unit};
use super::{Class, Step};
use crate::text::chars::is_han;

/// 某镇, 某某同志; not 某些, 某种.
pub(super) fn mou(view: &View, from: usize) -> Step {
    let to = view.run(from, |c| c == '某');
    let (before, after) = (view.before(from), view.after(to));
    let found = Step::Perhaps(from, to, Class::Mou);
    // 王某某: a person whose name is kept back.
    if is_surname(view.left(from)) && suffix(after).is_none() {
        return Step::Pass(to);
    }
    if to - from > 1 {
        return if after.first().is_some_and(|c| is_han(*c)) || ends(before, "：") {
            found
        } else {
            Step::Pass(to)
        };
    }
    if ends_any(before, &["或", "和", "任", "及", "与"])
        || starts_any(after, &["些", "种", "个", "一", "方面", "类", "次", "人", "部分"])
    {
        return Step::Pass(to);
    }
    // In a tale 某单位 and 某部门 are words of their own.
    let word = starts_any(
        after,
        &["单位", "部门", "企业", "机构", "领导", "干部", "公司", "店", "工厂", "小组", "社", "委员", "中心"],
    );
    if !word && suffix(after).is_some() {
        return found;
    }
    // 某年某月某日
    let date = matches!(after, ['年', '某', ..] | ['月', '某', ..])
        || (ends_any(before, &["某年", "某月"]) && starts_any(after, &["月", "日"]));
    if date { found } else { Step::Pass(to) }
}

fn is_surname(c: char) -> bool {
    matches!(
        c,
        '王' | '李'
            | '张'
            | '刘'
            | '陈'
            | '杨'
            | '黄'
            | '赵'
            | '吴'
            | '周'
            | '徐'
            | '孙'
            | '马'
            | '朱'
            | '胡'
            | '林'
            | '郭'
            | '何'
            | '高'
            | '罗'
            | '郑'
            | '梁'
            | '谢'
            | '宋'
            | '唐'
            | '许'
            | '邓'
            | '韩'
            | '冯'
            | '曹'
            | '彭'
            | '曾'
    )
}

/// 调研Y次: a letter that stands for a figure.
pub(super) fn letter(view: &View, at: usize) -> Step {
    let after = view.after(at + 1);
    #[rustfmt::skip]
    let counts = starts_any(after, &["人次", "场次", "次", "名", "项", "件", "场", "期", "人", "个"])
        && !starts_any(after, &["个一", "次方", "次元", "个人", "人民", "名称"]);
    if is_han(view.left(at)) && view.left(at) != '第' && counts && unit(after) > 0 {
        return Step::Perhaps(at, at + 1, Class::Letter);
    }
    Step::Pass(at + 1)
}

/// ……等项目, 关于……的函, 一是……。
pub(super) fn ellipsis(view: &View, from: usize) -> Step {
    let to = view.run(from, |c| c == '…');
    let (before, after) = (view.before(from), view.after(to));
    let found = Step::Perhaps(from, to, Class::Ellipsis);
    let listed = starts(after, "等")
        && after.get(1).is_some_and(|c| is_han(*c))
        && !starts_any(after, &["等等", "等到", "等待"]);
    #[rustfmt::skip]
    let title = starts_any(after, &["的函", "的通知", "的报告", "的请示", "的意见", "的批复", "的决定", "的方案", "的通报", "的公告", "的总结", "的复函", "会议", "有关"])
        && before[before.len().saturating_sub(20)..].windows(2).any(|word| word == ['关', '于']);
    let is_numeral = |c: &char| {
        matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十') || is_digit(*c)
    };
    let numbered = ends(before, "是")
        && before.len().checked_sub(2).and_then(|at| before.get(at)).is_some_and(is_numeral);
    let item = numbered && after.first().is_none_or(|c| matches!(c, '。' | '；' | '，'));
    if listed || title || item { found } else { Step::Pass(to) }
}
