//! 中文：核对与设计。

use super::DesignerStrings;
use crate::draft::Day;
use crate::reading::{Refusal, RepairKind};
use crate::template::{BlockKind, Level};

/// The review and the designer in Chinese.
pub static ZH_DESIGNER: DesignerStrings = DesignerStrings {
    refused,

    sketch: "设计",
    done: "完成",
    fill_it: "用它填写",
    views: ["表单", "版面"],
    will_copy: "这是自带模板。一改动，就另存一份到“我的模板”，自带的不变。",
    copied: "已另存到“我的模板”。",
    nothing_here: "这里没有这份草稿或模板。它可能在另一个浏览器里，或者已在回收站。",
    make_blank: "设为空白",
    select_words: "请先在一段里选中要填写的几个字，不要选到已有的空白，再按“设为空白”。",
    no_blank: "选中几个字，按“设为空白”（Alt+Enter）；点一处空白，在这里改它。点一段，可以改字、移动、升降级。",
    unblank: "改回文字",
    property: |id| match id {
        "label" => "名称",
        "kind" => "类型",
        "unit" => "单位",
        "literal" => "占位",
        "help" => "说明",
        "default" => "默认",
        "min" => "最小",
        "max" => "最大",
        "choices" => "选项",
        "each" => "每项",
        "optional" => "可以不填",
        _ => "同一项",
    },
    choices_hint: "用 / 隔开，如 上午/下午",
    not_linked: "单独填写",
    tool: |id| match id {
        "add" => "在下面加一段",
        "remove" => "删除这一段",
        "up" => "上移",
        "down" => "下移",
        "outdent" => "升一级",
        "indent" => "降一级",
        "kind" => "这一段是",
        "optional" => "可略",
        "repeats" => "可增",
        _ => "收起",
    },
    block_kind: |kind| match kind {
        BlockKind::Title => "标题",
        BlockKind::Byline => "副标题、署名",
        BlockKind::Salutation => "称谓",
        BlockKind::Item(Level::One) => "一、",
        BlockKind::Item(Level::Two) => "（一）",
        BlockKind::Item(Level::Three) => "1.",
        BlockKind::Item(Level::Four) => "（1）",
        BlockKind::Body => "正文",
        BlockKind::Closing => "结束语",
        BlockKind::Signature => "落款",
        BlockKind::Date => "日期",
        BlockKind::Attachment => "附件说明",
        BlockKind::Remark => "附注",
        BlockKind::Annex => "附件（另起一页）",
    },

    review: "核对",
    garbled: "文字里有乱码，可能是存文件时用错了编码。请从原来的 Word 文档复制文字再粘贴，或另存为 .docx 再打开。",
    found: |blanks, headings, suggested| {
        let found = format!("找到 {blanks} 处空白、{headings} 个标题");
        match suggested {
            0 => format!("{found}。"),
            some => format!("{found}；另有 {some} 处可能也是空白，请看一眼。"),
        }
    },
    certain: "空白",
    suggested: "可能也是空白",
    columns: ["原文", "名称", "类型", "单位", "采用", "同一项"],
    alone: "单独",
    same_as: |label| format!("与“{label}”相同"),
    join_equal: "原文一样的都算同一项",
    headings: "标题",
    repairs: "已修整",
    repair: |kind| match kind {
        RepairKind::Entities => "网页符号（&nbsp; 等）已还原",
        RepairKind::Invisible => "看不见的字符已去掉",
        RepairKind::Indent => "行首行尾的空格已去掉",
        RepairKind::Glue => "单独成行的空白已并回句子",
        RepairKind::Wrap => "被截断的行已接上",
        RepairKind::PageNumber => "页码已去掉",
        RepairKind::Pinyin => "夹注的拼音",
        RepairKind::Residue => "网页带来的字行",
        RepairKind::Outline => "正文前重复的提纲",
        RepairKind::Flattened => "连成一行的全文已分段",
        RepairKind::Renumbered => "不连续的序号已理顺",
    },
    places: |count| format!("{count} 处"),
    take_back: "撤销",
    do_it: "照做",
    start: "开始填写",
    whole_text: "全文",
    keep_template: "存为我的模板",
    template_kept: |name| format!("“{name}”已存到“我的模板”。"),
    give_up: "放弃",
    reading: "正在读…",
    review_keys: "↑ ↓ 换行，Tab 换列，空格采用或不采用，Enter 到下一处。",
    now: "现在",
    automatic: "自动保存",
    version_count: |count| format!("历史版本 {count} 个"),
    no_versions: "还没有历史版本。填写时会自动留下版本；也可以随时按 Ctrl+S，自己存一个。",
    on_day,
    compare_with: "与它比较",
    from_to: |earlier, later| format!("{earlier} → {later}"),
    differences: |changed, added, removed| format!("改动 {changed} 段，增 {added} 字，删 {removed} 字"),
    no_difference: "两份内容一样",
    removed: "删去的",
    added: "增加的",
    unchanged: |count| format!("{count} 段没有改动"),
    not_compared: "没能比较出来，可能是网络断了。草稿和版本都没有动，请检查网络后再选一次。",
    version_unreadable: "这个版本读不出来。草稿和别的版本都没有动。",
    restore_whole: "恢复整份",
    restore_section: "恢复这一节",
    before_restoring: "恢复之前",
    restored: "已恢复。恢复之前的那份也存成了版本。",
    nothing_to_restore: "现在就是这样，不用恢复。",
    to_draft: "另存为新草稿",
    version_of: |name, when| format!("{name}（{when} 的版本）"),
    version_deleted: "已删除这个版本。",
    back_to_fill: "回去填写",
    returned: "收回的稿子",
    returned_count: |count| format!("有 {count} 处改动"),
    returned_same: "和现在的草稿一样，没有改动。",
    returned_hint: "采纳的改动一次写进草稿，可以撤销；没有采纳的，草稿里不变。",
    returned_kind: |kind| match kind {
        "value" => "填写内容",
        "sentence" => "文字",
        "added" => "新增一段",
        "moved" => "换了位置",
        _ => "删去一段",
    },
    before: "原来",
    after: "改后",
    accept: "采纳",
    leave: "不采纳",
    accept_all: "全部采纳",
    apply: |count| {
        if count == 0 { "写进草稿".to_owned() } else { format!("写进草稿（{count} 处）") }
    },
    returned_failed: "没能比对出来，可能是网络断了。草稿没有动，请检查网络后再试一次。",

    unnamed: "未命名",
};

fn on_day(day: Day, today: Day, yesterday: Day) -> String {
    if day == today {
        "今天".to_owned()
    } else if day == yesterday {
        "昨天".to_owned()
    } else if day.year == today.year {
        format!("{}月{}日", day.month, day.day)
    } else {
        day.printed()
    }
}

fn refused(name: &str, refusal: Refusal) -> String {
    let (what, then) = match refusal {
        Refusal::Empty => ("里面没有文字", "请选有正文的文件，或把文字粘贴到这里。"),
        Refusal::TooLarge => ("超过 20 MB", "请把文字另存为一个 .docx（不带图片）再打开。"),
        Refusal::OldOffice => {
            ("这是旧格式（.doc、.wps 等）", "请用 Word 或 WPS 打开，另存为 .docx，再打开那一份。")
        }
        Refusal::Encrypted => ("加了密码", "请在 Word 或 WPS 里去掉密码，另存为 .docx，再打开那一份。"),
        Refusal::Macros => {
            ("带有宏，为安全起见不读", "请用 Word 或 WPS 另存为不带宏的 .docx，再打开那一份。")
        }
        Refusal::Pdf => ("这是 PDF", "请找原来的 Word 文档；只有 PDF 时，复制其中的文字粘贴到这里。"),
        Refusal::Rtf => ("这是 RTF 文件", "请用 Word 或 WPS 打开，另存为 .docx，再打开那一份。"),
        Refusal::Image => ("这是图片，里面的字读不出来", "请找原来的 Word 文档，或把文字粘贴到这里。"),
        Refusal::OtherOffice => {
            ("这是表格、幻灯片或版式文件", "请复制其中的文字粘贴到这里，或另存为 .docx。")
        }
        Refusal::Archive => ("这是压缩包", "请先解压，再打开里面的文件。"),
        Refusal::NotText => ("这不是文字文件，也不是 Word 文档", "请另存为 .docx 或 .txt，再打开那一份。"),
        Refusal::Damaged => {
            ("文件不完整或已损坏", "请用 Word 或 WPS 打开，能打开就另存为 .docx，再打开那一份。")
        }
        Refusal::Bomb | Refusal::Dtd => {
            ("内部结构不正常，为安全起见不读", "来源可靠的，请用 Word 或 WPS 另存为 .docx，再打开那一份。")
        }
        Refusal::Moved => ("文件已被移动或改动", "请重新选择它。"),
        Refusal::Unloaded => ("读文件的程序没能加载", "请检查网络，再试一次。"),
        Refusal::GaveUp => ("没能读完", "请用 Word 或 WPS 另存为 .docx 或 .txt，再打开那一份。"),
    };
    let name = if name.is_empty() { String::new() } else { format!("“{name}”") };
    format!("没有打开{name}：{what}。原有草稿没有动。{then}")
}

#[cfg(test)]
mod tests {
    use super::{Day, Refusal, ZH_DESIGNER};

    #[test]
    fn a_day_is_told_as_people_say_it() {
        let day = |year, month, day| Day { year, month, day };
        let told = |then| (ZH_DESIGNER.on_day)(then, day(2026, 1, 1), day(2025, 12, 31));
        assert_eq!(told(day(2026, 1, 1)), "今天");
        assert_eq!(told(day(2025, 12, 31)), "昨天");
        assert_eq!(told(day(2026, 11, 2)), "11月2日");
        assert_eq!(told(day(2025, 12, 30)), "2025年12月30日");
    }

    #[test]
    fn a_refusal_says_what_happened_what_is_safe_and_what_to_do() {
        for refusal in Refusal::ALL {
            let said = (ZH_DESIGNER.refused)("总结.doc", refusal);
            assert!(said.starts_with("没有打开“总结.doc”："), "{said}");
            assert!(
                said.contains("原有草稿没有动。请") || said.contains("原有草稿没有动。来源可靠的，请"),
                "{said}"
            );
        }
        assert!((ZH_DESIGNER.refused)("", Refusal::Empty).starts_with("没有打开：里面没有文字。"));
    }
}
