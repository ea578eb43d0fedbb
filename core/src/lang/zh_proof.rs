//! 中文 of the list of findings.

use super::ProofStrings;

/// The Chinese list of findings.
pub static ZH_PROOF: ProofStrings = ProofStrings {
    fix: "采纳",
    ignore: "忽略",
    ignore_rule: "不再提示此类",
    bring_back: "恢复提示",
    ignored: "已忽略",
    show_ignored: |count| format!("显示已忽略的 {count} 条"),
    hide_ignored: "收起已忽略的",
    open: |count| format!("还有 {count} 处未填"),
    alike: |first, count| format!("{first}（同类共 {count} 处）"),
    nothing: "没有发现问题",
};
