//! 中文.

use super::Strings;
use crate::field::{Change, Field, Kind, Refusal};
use crate::template::Fault;

/// The Chinese interface.
pub static ZH: Strings = Strings {
    app_name: "稿纸",
    tagline: "填好空白，就是一份排好版的报告",
    privacy: "所有内容只保存在本浏览器，不上传、不联网。清除浏览器数据会一并清除草稿，重要草稿请另存为文件。",

    state_draft: "讨论稿",
    state_final: "送审稿",
    state_file: "草稿",
    answers: "填写内容",
    answers_hint: "这份网页里带着草稿，用稿纸打开可以接着填。发给别人前请另外导出。",

    drafts: "我的草稿",
    no_drafts: "还没有草稿。选一个模板开始，或粘贴自己的模板。",
    search: "查找草稿：名称、日期、填写的内容",
    gallery: "模板",
    start: "开始填写",
    design: "设计",
    my_templates: "我的模板",
    blanks: |n| format!("{n} 处空白"),
    untitled: "未命名",
    pin: "置顶",
    unpin: "取消置顶",
    template_rename_ask: "给这个模板起个名字",
    template_file: |name| format!("{name}.模板.txt"),
    save_as_template: "存为模板",
    template_saved: |name| format!("“{name}”已存入我的模板，填写的内容没有放进去。"),
    show: "去看看",
    template_added,
    template_known: |name| format!("同样的模板已在我的模板里：“{name}”。"),

    bring: "用自己的模板或报告",
    paste_here: "粘贴模板或报告全文，XX、____ 等处会变成空白…",
    read_text: "读成表单",
    nothing_pasted: "还没有文字。请先把模板或报告粘贴到框里。",
    reading: "正在读…",
    drop_here: "松手即可打开",
    one_file: |name| format!("一次打开一个文件，先打开“{name}”。"),
    no_draft: |name| {
        format!("没有打开“{name}”：它不是稿纸的草稿。原有草稿没有动。请选从稿纸存下来的 .json 文件。")
    },
    open_file: "打开文件",
    open_file_hint: "Word 文档（.docx）、文字（.txt、.md）、网页（.html）、草稿（.json、草稿网页）、备份（.json）。也可以把文件拖到这一页，或直接粘贴。",
    rename: "改名",
    rename_ask: "给这份草稿起个名字",
    duplicate: "复制",
    copy_of: |name| format!("{name}（副本）"),
    from_other_window: |name| format!("{name}（另一窗口所写）"),
    to_file: "存为文件",
    delete: "删除",
    bin: "回收站",
    restore: "还原",
    deleted: |name| format!("“{name}”已移到回收站，可以还原。"),
    damaged: "未能读出的草稿",
    damaged_hint: "这些记录已损坏，原样保留，没有删除。请存为文件，交给懂技术的同事查看。",
    filled_of: |filled, total| format!("已填 {filled} / {total}"),

    purge: "彻底删除",
    purge_ask: |name| format!("彻底删除“{name}”？删除后不能还原。"),
    empty_bin: "清空回收站",
    empty_bin_ask: "彻底删除回收站里的全部内容？删除后不能还原。",
    cancel: "取消",

    same_draft: "文件里的草稿与本浏览器里的完全相同，已打开原来那份。",
    other_draft: |name, here, file| {
        format!("本浏览器里已有“{name}”（{here} 改过），与文件里的（{file} 存下）内容不同。")
    },
    keep_both: "另存一份",
    replace: "用文件里的替换",
    replaced: "已换成文件里的。原来那份在回收站，可以还原。",
    web_draft_damaged: "没有打开这个网页里的草稿：它已损坏。原有草稿没有动。请找另一份文件再试。",

    backup: "备份",
    back_up: "备份全部",
    backup_file: |day| format!("稿纸备份_{day}.json"),
    backed_up: |name, count| format!("已备份为“{name}”，共 {count} 项。请放到U盘或别的电脑上。"),
    restore_backup: "恢复备份",
    backup_hint: "草稿、模板、回收站和设置存成一个文件。恢复时不覆盖现有内容，有出入的另存一份。",
    restore_ask: |made, [drafts, templates, copies, known, lost]| {
        let lost =
            if lost > 0 { format!("另有 {lost} 项已损坏，读不出来。") } else { String::new() };
        let figures = figures([drafts, templates, copies, known]);
        format!("这是 {made} 的备份，将恢复 {figures}。{lost}现有内容都不会被覆盖。")
    },
    restore_now: "恢复",
    restored: |counts| format!("已恢复 {}。", figures(counts)),
    from_backup: |name, day| format!("{name}（备份 {day}）"),
    backup_newer: "这个备份是用更新版本的稿纸做的，这里读不了。现有内容没有动，请更新页面再试。",
    backup_damaged: "没有读出这个备份：文件已损坏。现有内容没有动，请找另一份备份再试。",
    reminder: |count, days| {
        format!(
            "有 {count} 份草稿超过 {days} 天没有存为文件，只保存在本浏览器。清除浏览数据、重装系统、用无痕窗口都可能丢失；苹果的 Safari 七天不打开本页也会清除。"
        )
    },
    remind_after: "多久没存为文件就提醒",
    days: |days| if days == 0 { "从不".to_owned() } else { format!("{days} 天") },

    home: "首页",
    outline: "提纲",
    form: "填写",
    preview: "预览",
    about: "报告信息",
    opening: "开头",
    ending: "结尾",
    open_blanks: |open| format!("还有 {open} 处未填"),
    all_filled: "齐了",
    unconfirmed: |n| format!("待确认 {n} 项"),
    confirm: "确认",
    confirm_hint: "这是模板里原有的数，不改就点一下确认（回车也行）",
    confirm_of: |label, value| format!("确认{label}：{value}"),
    exported_unconfirmed: |name, n| format!("已导出“{name}”。还有 {n} 项待确认，按讨论稿命名。"),
    next_blank: "到下一处空白",
    undo: "撤销",
    redo: "重做",
    setup: "版式",
    versions: "历史版本",
    version_name_ask: "给这个版本起个名字，以后好找",
    version_name: |day, (hours, minutes)| format!("{}月{}日 {hours:02}:{minutes:02} 存", day.month, day.day),
    keep_version: "存为版本",
    version_kept: |name| format!("已存为版本“{name}”。"),
    proofread: "检查",
    proofreading: "正在检查…",
    proofread_failed: "检查功能没能载入，可能是网络断了。草稿没有动，请连上网再试。",
    retry: "再试",
    fold: "收起",
    print: "打印",
    export: "导出",
    format: |id| match id {
        "docx" => "Word 文档（.docx）",
        "html" => "网页（.html）",
        "draft-html" => "草稿网页（.html，能看也能接着填）",
        "txt" => "纯文本（.txt）",
        "txt-gb18030" => "纯文本（GB18030，旧系统用）",
        "md" => "Markdown（.md）",
        _ => "草稿文件（.json）",
    },
    carry_draft: "附带草稿，可再打开",
    carry_draft_hint: "收到文件的人也能用本程序打开草稿，看到填过而没有印出来的内容。",
    take_back: "收回改过的 Word…",
    accepted: |count| format!("已采纳 {count} 处改动。"),
    exported_open: |name, open| format!("已导出“{name}”。还有 {open} 处未填，按讨论稿命名。"),
    exported: |name| format!("已导出“{name}”。"),
    download_refused: "浏览器没有让文件保存下来。草稿完好，请在浏览器设置里允许下载，再试一次。",
    copy: "复制",
    copied: "全文已复制，可以粘贴到 Word、WPS 或邮件里，字体和缩进都在。",
    copied_open: |open| format!("全文已复制，还有 {open} 处未填。可以粘贴到 Word、WPS 或邮件里。"),
    copy_refused: "浏览器没有让复制。请导出 Word 文档，或在预览里选中文字再复制。",
    no_gb18030: "这个浏览器不会写 GB18030。草稿完好，请改用纯文本（.txt）。",
    missing_in_gb18030: |n| format!("有 {n} 个字 GB18030 里没有，文件里印成了“?”，请核对。"),
    making_docx: "正在生成 Word 文档…",
    docx_failed: "没能生成 Word 文档。草稿完好，可以先导出网页或纯文本，再重试一次。",
    chars: |n| format!("{n} 字"),

    rewrite: "改写这一段（F2）",
    rewrite_done: "改好了",
    rewrite_hint: "〔 〕里是空白，可以移动；删掉它，这处空白就从报告里去掉。",
    rewrite_lead: "小标题",
    rewrite_text: "正文",
    blank_gone: "有空白从这一段去掉了，填过的内容还在，撤销即可恢复。",
    add_after: "在下面加一段",
    remove: "删除这一段",
    removed: "已删除，可以撤销。",
    move_up: "上移（Alt+↑）",
    move_down: "下移（Alt+↓）",
    omit: "没有这项",
    omit_key: "本年未开展就略去，可以恢复（Alt+Delete）",
    bring_back: "恢复",
    repeat: "再加一项",
    repeat_key: "照样再加一项（Alt+Enter）",
    each: |pattern| format!("每一项印成：{pattern}"),
    tools: "段落操作",
    empty_paragraph: "空段落，点此输入文字",
    echo: |label| format!("与“{label}”相同，点此去改"),

    following: "另一窗口正在填写",
    take_over: "在此继续",
    saved: |hours, minutes| format!("保存在本浏览器 · {hours:02}:{minutes:02}"),
    saving: "正在保存…",
    save_failed: "没有保存",
    storage_full: "浏览器的存储空间满了，刚才的改动还没有保存。内容还在这个页面里，请马上存为文件。",
    storage_denied: "这个浏览器不允许保存，草稿只在这个窗口里。关闭前请存为文件。",
    save_file_now: "存为文件",
    set_aside: "有一份草稿读不出来，已原样保留在首页“未能读出的草稿”里，没有删除。",
    newer: "这份草稿是用更新版本的稿纸写的，这里打不开。草稿没有改动，请更新页面，或存为文件带走。",
    not_here: "这个浏览器里没有这份草稿。它可能在另一个浏览器里，或者已在回收站。",
    gallery_missing: "没能取到这个模板，可能是网络断了。已有的草稿不受影响，连上网再点一次。",
    template_missing: |path| format!("没能取到模板“{path}”。请检查地址，或向给你链接的人要模板文件。"),
    loading_designer: "正在打开…",
    designer_missing: "没能打开这一页需要的程序文件。草稿和模板都没有动，请检查网络后再试一次。",
    dismiss: "知道了",

    refusal,
    change,
};

fn figures([drafts, templates, copies, known]: [usize; 4]) -> String {
    let mut text = format!("{drafts} 份草稿、{templates} 个模板");
    if copies > 0 {
        text += &format!("，其中 {copies} 份与现有的不同，另存在旁边");
    }
    if known > 0 {
        text += &format!("；{known} 份已有，未动");
    }
    text
}

fn template_added(name: &str, faults: &[Fault]) -> String {
    let added = format!("“{name}”已加入我的模板。");
    match faults {
        [] => added,
        [first, ..] => {
            let (count, Fault { line, about }) = (faults.len(), first);
            format!("{added}有 {count} 处没有看懂，先是第 {line} 行的“{about}”，其余照常可用。")
        }
    }
}

fn refusal(refusal: &Refusal, field: &Field) -> String {
    let unit = if field.kind.is_numeric() { field.unit.as_str() } else { "" };
    match refusal {
        Refusal::NotANumber => "这里要填数字，例如 12。".to_owned(),
        Refusal::Decimal => "这里要填整数，不能有小数。".to_owned(),
        Refusal::Sign => "不要带正负号，只填数字。".to_owned(),
        Refusal::Approximate => "这里要填确数，请去掉“约”“余”“近”等字。".to_owned(),
        Refusal::TooPrecise => "最多保留两位小数。".to_owned(),
        Refusal::Below(min) => format!("不能小于 {min}{unit}。"),
        Refusal::Above(max) => format!("不能大于 {max}{unit}。"),
        Refusal::TooShort(min) => format!("至少要 {min} 个字。"),
        Refusal::TooLong(max) => format!("最多 {max} 个字。"),
        Refusal::TooFew(min) => format!("至少要 {min} 项。"),
        Refusal::TooMany(max) => format!("最多 {max} 项。"),
        Refusal::NotAYear => "这里要填四位年份，例如 2026。".to_owned(),
        Refusal::NotADate => "没有这一天。请按 2026年12月5日 这样填写。".to_owned(),
        Refusal::NotAChoice => format!("请从这几项里选：{}。", field.choices.join("、")),
        Refusal::QuoteInside => "名称里不要再带引号或书名号，句子里已经有了。".to_owned(),
    }
}

fn change(change: Change, field: &Field) -> String {
    match change {
        Change::Width => "全角数字已改为半角。".to_owned(),
        Change::Separators => "已去掉数字里的分隔号。".to_owned(),
        Change::Unit if field.kind == Kind::Percent => "句子里已有百分号，重复的已去掉。".to_owned(),
        Change::Unit => format!("句子里已有“{}”，重复的已去掉。", field.unit),
        Change::Numerals => "汉字数目已改为数字。".to_owned(),
        Change::Quotes => "句子里已有引号，重复的已去掉。".to_owned(),
        Change::DateForm => "日期已改为统一写法。".to_owned(),
        Change::Around => "每一项前后的字句子里已有，重复的已去掉。".to_owned(),
        Change::Ordinal => "句子里已有“第”字，重复的已去掉。".to_owned(),
        Change::Items => "各项已统一用顿号隔开。".to_owned(),
    }
}
