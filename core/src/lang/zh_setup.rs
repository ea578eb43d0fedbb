//! 中文：版式。

use super::SetupStrings;
use crate::reading::Refusal;
use crate::setup::Fault;
use crate::setup::presets::Rank;
use crate::setup::text::Remark;

/// The page setup in Chinese.
pub static ZH_SETUP: SetupStrings = SetupStrings {
    presets: "标准与常见做法",
    preset,
    rank: |rank| match rank {
        Rank::Standard => "国家标准原文",
        Rank::Derived => "由标准推算",
        Rank::Custom => "各地习惯",
    },
    own: "我的版式",
    no_own: "还没有。调好以后起个名字存下来，下次直接选用，也可以导出成文件发给同事。",
    taken: |name| format!("已换成“{name}”。"),
    deleted: |name| format!("已删除版式“{name}”。"),
    groups: ["页面", "字体字号", "加粗", "其他"],
    figures: |[lines, cells, width, height]| {
        format!("每页 {lines} 行 × {cells} 字，版心 {width} × {height} 毫米")
    },
    unreadable: |what| {
        format!("“{what}”没有看懂，仍按原来的。长度写毫米数，行距写磅数，字号写“三号”或磅数。")
    },
    limited: |what, value| format!("“{what}”超出了能排的范围，已改为{value}。"),
    learn: "从样文学习",
    learn_hint: "选一份本单位印发过的 .docx，照它的边距、字体、字号、行距和页码来排。文件只在本机读取。",
    learning: "正在读样文……",
    learned: |untold| {
        if untold.is_empty() {
            "已照样文改好。".to_owned()
        } else {
            format!("已照样文改好。样文里看不出的按国家标准：{}。", untold.join("、"))
        }
    },
    not_learned: |refusal| match refusal {
        Refusal::Empty => "样文里没有文字，没有什么可学的。",
        Refusal::TooLarge | Refusal::Bomb => "样文太大。请删去图片，或换一份短一些的。",
        Refusal::OldOffice => "这是旧格式的文件。请在 Word 或 WPS 中另存为 .docx 再选。",
        Refusal::Encrypted => "样文加了密码。请先取消密码再选。",
        Refusal::Moved => "样文已被移动或修改。请再选一次。",
        Refusal::Unloaded => "学习样文要用的部分没有下载成功。请联网后再试。",
        Refusal::GaveUp => "读样文用的时间太长，已经停下。请换一份短一些的。",
        Refusal::Damaged | Refusal::Dtd => "样文已损坏。请在 Word 或 WPS 中打开，另存一次再选。",
        Refusal::Macros => "样文里带有宏，没有打开。请另存为不带宏的 .docx 再选。",
        Refusal::Pdf
        | Refusal::Rtf
        | Refusal::Image
        | Refusal::OtherOffice
        | Refusal::Archive
        | Refusal::NotText => "只能从 .docx 文件学习版式。",
    },
    name: "版式名称",
    save: "存为我的版式",
    needs_name: "请先给版式起个名字。",
    saved: |name| format!("已存为“{name}”。"),
    export: "导出",
    exported: |file| format!("已导出“{file}”，可以发给同事，在这里导入。"),
    unnamed: "版式",
    import: "导入",
    imported,
    not_a_setup: "这不是从这里导出的版式文件。",
    make_default: "设为新草稿的默认",
    is_default: "以后新建的草稿都用这个版式。",
};

fn preset(id: &str) -> [&'static str; 2] {
    match id {
        "standard" => [
            "国标",
            "GB/T 9704—2012：天头37毫米，订口28毫米，版心156×225毫米，每面22行、每行28字。行距28.95磅由此算出。",
        ],
        "filled" => {
            ["国标·撑满版心", "首行字顶和末行字底正好落在版心的上下边：上下边距34.6、32.6毫米，行距29.6磅。"]
        }
        "pitch-28" => ["行距28磅", "标准没有写明磅数。28磅也排22行，版心底部略有空余。"],
        "bold-second" => ["二级标题加粗", "标准只规定用楷体，没有规定加粗。"],
        "centred-number" => ["页码居中", "与标准不同：标准规定单页码居右、双页码居左，各空一字。"],
        "digits-as-text" => {
            ["数字用仿宋", "标准没有规定数字的字体，多用Times New Roman；这里改为与正文同体。"]
        }
        _ => ["", ""],
    }
}

fn imported(name: &str, remarks: &[Remark]) -> String {
    let mut out =
        if name.is_empty() { "已导入。".to_owned() } else { format!("已导入“{name}”。") };
    for remark in remarks {
        let why = match remark.fault {
            Fault::Foreign | Fault::Unknown => "没有这一项",
            Fault::Newer => "由更新的版本写成，看得懂的已导入",
            Fault::Unreadable => "没有看懂",
            Fault::OutOfRange => "超出范围，已改为最接近的",
        };
        out.push_str(&format!("第{}行{why}。", remark.line));
    }
    out
}
