//! A report that somebody changed in Word or on paper, aligned with the draft that it was printed from:
//! what became of its values, its sentences and its paragraphs. Knows paragraphs of text only; nothing
//! is changed before the person accepts it.
//!
//! `pair` finds which paragraph is which, `fit` where in it each blank stands now, `prolong` what was
//! added to a value, `part` where one of two values ends, `values` which of that are values. `change` is
//! what is told, with `rewrite` for the words, and `accept` the edit of what is accepted.

mod accept;
mod change;
mod fit;
mod line;
mod pair;
mod part;
mod pattern;
mod prolong;
mod rewrite;
mod values;
mod wire;

use gaozhi_core::draft::Draft;

pub use accept::accept;
pub use change::Change;
pub use line::same_words;
pub use wire::{accepted, listed};

/// What differs between a draft and the paragraphs of its report as they came back: the values first, in
/// the order of the text, then all else in the order of the text. Numbers of paragraphs, blanks and what
/// is not seen do not count.
///
/// Total. A paragraph of more than a few thousand characters that was changed is one changed sentence.
#[must_use]
pub fn returned(draft: &Draft, paragraphs: &[String]) -> Vec<Change> {
    let old = pattern::patterns(draft);
    let new = line::lines(paragraphs);
    let mut pairs = pair::pairs(&old, &new);
    prolong::prolong(draft, &old, &mut pairs);
    part::part(draft, &old, &mut pairs);
    let values = values::values(draft, &old, &pairs);
    change::changes(draft, &old, &new, &pairs, &values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use gaozhi_core::field::FieldId;
    use gaozhi_core::report::compose;
    use gaozhi_core::template::parse;

    const TEXT: &str = "[字段]\nn | 整数 | 次数 | 次 | 占位 X\norg | 单位名称 | 单位 | 占位 XX\nwhat | 列表 | 主题\nwhy | 一是列表 | 原因\nday | 日期 | 日期\nprose | 段落 | 做法 | 选填\n[正文]\n@标题 {org}工作总结\n# 学习情况 | 全年讲党课{n}次，主题为{what}。\n## 原因 | 主要有：{why}。{prose}\n坚持不懈，久久为功，推动各项任务落到实处。\n@落款 {org}\n@日期 {day}";

    fn draft() -> Draft {
        let answers = [
            ("n", "12"),
            ("org", "县委组织部"),
            ("what", "纪律、作风"),
            ("why", "忙\n累"),
            ("day", "2026年12月5日"),
        ];
        let answers = answers.map(|(id, text)| (FieldId::new(id), text.to_owned()));
        Draft::new(parse(TEXT).0, answers.into())
    }

    fn printed(draft: &Draft) -> Vec<String> {
        compose(draft).paragraphs.iter().map(|paragraph| paragraph.text()).collect()
    }

    /// What is told when each of these words of the report is replaced.
    fn told(replaced: &[(&str, &str)]) -> Vec<String> {
        let draft = draft();
        let mut text = printed(&draft).join("\n");
        for (from, to) in replaced {
            assert!(text.contains(from), "{from}");
            text = text.replace(from, to);
        }
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let changes = returned(&draft, &lines);
        let mut after = draft.clone();
        after.apply(accept(&draft, &changes.iter().collect::<Vec<_>>()));
        assert_eq!(printed(&after).len(), lines.len());
        for (now, line) in printed(&after).iter().zip(&lines) {
            assert!(same_words(now, line), "{now} is not {line}");
        }
        let line = |change: &Change| match change {
            Change::Value { field, typed, .. } => format!("{}={}", field.as_str(), typed.replace('\n', "/")),
            Change::Sentence { to, .. } => to.clone(),
            Change::Added { text, .. } => format!("+{text}"),
            Change::Moved { text, .. } => format!("~{text}"),
            Change::Removed { text, .. } => format!("-{text}"),
        };
        changes.iter().map(line).collect()
    }

    #[test]
    fn what_stands_for_a_value_is_the_value() {
        assert_eq!(told(&[]), [""; 0]);
        let cases = [
            ("讲党课12次", "讲党课15次", "n=15"),
            ("讲党课12次", "讲党课120次", "n=120"),
            ("讲党课12次", "讲党课 2 次", "n=2"),
            ("讲党课12次", "讲党课十五次", "n=十五"),
            ("纪律、作风", "纪律、作风、廉洁", "what=纪律、作风、廉洁"),
            ("纪律、作风", "作风", "what=作风"),
            ("一是忙；二是累", "一是忙；二是乱；三是累", "why=忙/乱/累"),
            ("一是忙；二是累", "一是乱", "why=乱"),
            ("县委组织部", "县委宣传部", "org=县委宣传部"),
            ("县委组织部", "市委县委组织部", "org=市委县委组织部"),
            ("2026年12月5日", "2027年1月3日", "day=2027年1月3日"),
            ("二是累。", "二是累。今后加以改进。", "prose=今后加以改进。"),
        ];
        for (from, to, expected) in cases {
            assert_eq!(told(&[(from, to)]), [expected], "{to}");
        }
        let many = told(&[("12次", "9次"), ("纪律、作风", "廉洁"), ("12月5日", "12月6日"), ("县委", "区委")]);
        assert_eq!(many, ["org=区委组织部", "n=9", "what=廉洁", "day=2026年12月6日"]);
    }

    #[test]
    fn other_words_are_a_sentence_and_leave_the_values_alone() {
        let cases: [(&str, &str, &[&str]); 7] = [
            ("全年讲党课12次", "全年讲专题党课12次", &["一、学习情况全年讲专题党课12次，主题为纪律、作风。"]),
            (
                "全年讲党课12次",
                "共上了15次专题党课",
                &["n=15", "一、学习情况共上了12次专题党课，主题为纪律、作风。"],
            ),
            ("讲党课12次", "讲党课12余次", &["一、学习情况全年讲党课12余次，主题为纪律、作风。"]),
            ("久久为功", "狠抓不放", &["坚持不懈，狠抓不放，推动各项任务落到实处。"]),
            ("全年讲党课12次，", "", &["一、学习情况主题为纪律、作风。"]),
            ("县委组织部工作总结", "组织工作总结", &["组织工作总结"]),
            ("学习情况", "学习贯彻情况", &["一、学习贯彻情况全年讲党课12次，主题为纪律、作风。"]),
        ];
        for (from, to, expected) in cases {
            assert_eq!(told(&[(from, to)]), expected, "{to}");
        }
    }

    #[test]
    fn paragraphs_come_and_go() {
        let added = told(&[("坚持不懈", "新的一段话，说的是别的事情。\n坚持不懈")]);
        assert_eq!(added, ["+新的一段话，说的是别的事情。"]);
        let moved = told(&[("一、学习情况", "一、新的情况。来了新的人。\n二、学习情况"), ("12次", "13次")]);
        assert_eq!(moved, ["n=13", "+一、新的情况。来了新的人。"]);
        let gone = told(&[("坚持不懈，久久为功，推动各项任务落到实处。\n", ""), ("12月5日", "12月6日")]);
        assert_eq!(gone, ["day=2026年12月6日", "-坚持不懈，久久为功，推动各项任务落到实处。"]);
        let last = "坚持不懈，久久为功，推动各项任务落到实处。";
        let swapped = told(&[
            (&format!("{last}\n"), ""),
            ("一、学习情况", &format!("{last}\n一、学习情况")),
            ("12次", "13次"),
        ]);
        assert_eq!(swapped, ["n=13", &format!("~{last}")]);
        assert_eq!(told(&[("县委组织部\n2026年12月5日", "县委组织部\n2027年2月1日")]), ["day=2027年2月1日"]);
    }

    #[test]
    fn two_values_side_by_side_are_parted_by_what_may_stand_there() {
        let text = "[字段]\npost | 文本 | 职务\nname | 姓名 | 姓名\ngrade | 选择 | 年级 | 选项 一年级、二年级\nn | 整数 | 班\n[正文]\n全体到会。\n{grade}{n}班。\n@落款 {post}　{name}";
        let answers = [("post", "校长"), ("name", "张三"), ("grade", "一年级"), ("n", "3")];
        let answers = answers.map(|(id, text)| (FieldId::new(id), text.to_owned()));
        let draft = Draft::new(parse(text).0, answers.into());
        let lines = ["全体到会。", "二年级12班。", "书记　李四"].map(str::to_owned);
        let typed = |change: &Change| match change {
            Change::Value { typed, .. } => typed.clone(),
            other => format!("{other:?}"),
        };
        let typed: Vec<String> = returned(&draft, &lines).iter().map(typed).collect();
        assert_eq!(typed, ["二年级", "12", "书记", "李四"]);
    }

    #[test]
    fn a_number_that_follows_is_told_once() {
        let text = "[字段]\ny | 年份 | 年份 | 默认 2026\nt | 文本 | 标题 | 默认 {y}年度总结\n[正文]\n@标题 {t}\n{y}年，全县上下团结一心。";
        let draft = Draft::new(parse(text).0, [].into());
        let told = |lines: [&str; 2]| -> Vec<String> {
            let changes = returned(&draft, &lines.map(str::to_owned));
            changes
                .iter()
                .map(|change| format!("{} {change:?}", change.kind()).chars().take(36).collect())
                .collect()
        };
        assert_eq!(told(["2027年度总结", "2027年，全县上下团结一心。"]).len(), 1);
        let apart = told(["2026年度总结", "2027年，全县上下团结一心。"]);
        assert!(apart.len() == 1 && apart[0].starts_with("sentence"), "{apart:?}");
        let title = told(["2026年度工作总结", "2026年，全县上下团结一心。"]);
        assert!(title.len() == 1 && title[0].starts_with("value"), "{title:?}");
    }
}
