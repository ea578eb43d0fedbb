//! WD01: 的 where 地 is meant.

use super::scan::{after, each};
use crate::lint::{Finding, Subject};
use crate::text::chars::is_han;
use crate::text::part;

/// How something is done. Only words that are seldom said of a thing.
#[rustfmt::skip]
const MANNERS: &[&str] = &[
    "不断", "逐步", "切实", "认真", "积极", "主动", "自觉", "深入", "扎实", "有效", "及时", "有力", "严格", "坚决", "稳妥", "有序", "全面",
    "充分", "深刻", "准确", "迅速", "热情", "耐心", "细致", "持续", "稳步", "大力", "有针对性", "创造性", "系统性", "常态化", "高质量",
    "高标准", "全身心", "全方位", "有计划", "有步骤", "有组织", "有重点", "有目的", "有条不紊", "实事求是", "因地制宜", "循序渐进",
    "旗帜鲜明", "毫不动摇", "坚定不移", "持之以恒", "一如既往", "脚踏实地", "全心全意", "尽职尽责", "卓有成效", "扎扎实实", "踏踏实实",
    "认认真真", "实实在在", "原原本本", "不折不扣", "及时有效", "积极主动", "深入细致", "认真细致", "扎实有效", "切实有效", "稳妥有序",
    "扎实有序", "有力有效", "有力有序", "有序有效", "主动积极", "自觉主动", "深入扎实", "科学有效", "快速有效", "准确及时", "全面系统",
    "客观公正", "更好", "更有效",
];
/// What is done to something.
#[rustfmt::skip]
const DEEDS: &[&str] = &[
    "传递", "解决", "推进", "推动", "开展", "落实", "完成", "做好", "抓好", "履行", "破解", "提高", "提升", "加强", "强化", "执行", "贯彻",
    "组织", "处理", "处置", "化解", "引导", "督促", "纠正", "整改", "推广", "帮助", "促进", "查找", "分析", "研究", "宣传", "培养", "培训",
    "指导", "参与", "参加", "投入", "服务", "学习", "运用", "发挥", "防范", "整治", "回应", "了解", "掌握", "发现", "实施", "维护", "反映",
    "克服", "改进", "改善", "激发", "调动", "保护", "打击", "遏制", "预防", "减少", "降低", "增强", "扩大", "深化", "融入", "承担", "听取",
    "排查", "梳理", "总结", "撰写", "制定", "修订", "宣讲", "走访", "慰问", "关心", "解答", "接受", "支持", "配合", "协助", "搞好", "办好",
];
/// With one of these after it the deed is a thing: 有针对性的培训方案.
#[rustfmt::skip]
const THINGS: &[&str] = &[
    "方案", "办法", "措施", "意见", "内容", "计划", "活动", "工作", "机制", "体系", "制度", "思路", "能力", "水平", "方式", "方法", "模式",
    "路径", "平台", "队伍", "力度", "作用", "任务", "目标", "条件", "建议", "课程", "材料", "力量", "途径", "手段", "体制", "环境", "成果",
    "成效", "效果", "效率", "经验", "精神", "态度", "作风", "氛围", "习惯", "过程", "结果", "情况", "形式", "理念", "意识", "责任人", "单位",
    "机构", "对象", "报告", "需求", "需要", "服务", "教育", "指导", "管理", "研究", "分析", "支持", "帮助", "保障", "支撑", "引领", "行动",
    "举措", "政策", "策略", "项目", "资料", "教材", "讲座", "班", "会", "率", "者", "型", "性", "和", "与", "及", "或", "以及", "等", "的",
    "是", "为", "有", "上", "中", "下", "后", "前", "时", "以来", "并", "也", "都", "才", "将", "能", "可", "要", "得", "不",
];
/// Right before the words they make them say what something is like.
#[rustfmt::skip]
const GIVERS: &[&str] = &[
    "采取", "制定", "提供", "开展", "进行", "形成", "建立", "给予", "作出", "做出", "得到", "获得", "实施", "提出", "探索", "具有", "产生", "实现",
    "一些", "一系列", "一次", "一个", "一种", "一套", "了", "最", "较", "很", "更加", "比较", "非常", "是", "为", "有", "和", "、",
];

/// WD01: 及时有效的传递责任. Only where how something is done and what is done are both beyond doubt.
pub(super) fn adverb(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        for (at, mark) in words.text.match_indices('的') {
            let (head, tail) = (part(words.text, ..at), part(words.text, at + mark.len()..));
            let Some(manner) = longest(MANNERS, head) else { continue };
            if !does(tail) || ends_with(part(head, ..head.len() - manner.len()), GIVERS) {
                continue;
            }
            let fix = [manner, "地"].concat();
            found.push(words.find(at - manner.len()..at + mark.len()).fixed(fix));
        }
    });
}

fn longest(list: &[&'static str], head: &str) -> Option<&'static str> {
    list.iter().copied().filter(|word| head.ends_with(word)).max_by_key(|word| word.len())
}

fn ends_with(head: &str, list: &[&str]) -> bool {
    list.iter().any(|word| head.ends_with(word))
}

/// Whether `tail` begins with a deed and what it is done to.
fn does(tail: &str) -> bool {
    let Some(deed) = DEEDS.iter().find(|deed| tail.starts_with(**deed)) else { return false };
    let object = part(tail, deed.len()..);
    let object = object.strip_prefix(['了', '好', '到']).unwrap_or(object);
    let first = after(object, 0);
    let quoted = matches!(first, '“' | '《');
    (quoted || is_han(first)) && !THINGS.iter().any(|thing| object.starts_with(thing))
}
