//! 中文：校对。

use super::LintStrings;
use crate::lint::Severity;

/// The proofreader in Chinese.
pub static ZH_LINT: LintStrings = LintStrings {
    sentence: |rule, facts| said(rule, facts).unwrap_or_else(|| "这里请再看一看。".to_owned()),
    severity: |severity| match severity {
        Severity::Error => "必错",
        Severity::Warning => "疑似",
        Severity::Hint => "提示",
    },
};

/// What a rule says, without its 。
struct Line {
    rule: &'static str,
    /// With ①②③④ for the facts of the finding; empty where there are none to name.
    telling: &'static str,
    /// Where a fact is missing.
    plain: &'static str,
    /// The rank of its source; empty where it is plain sense.
    source: &'static str,
}

const fn line(rule: &'static str, telling: &'static str, plain: &'static str, source: &'static str) -> Line {
    Line { rule, telling, plain, source }
}

const MARKS: &str = "GB/T 15834";
const FIGURES: &str = "GB/T 15835";
const LAYOUT: &str = "GB/T 9704";
const CUSTOM: &str = "习惯";

#[rustfmt::skip]
const LINES: &[Line] = &[
    line("PH01", "“①”还没有填", "这里还没有填", ""),
    line("PH02", "“①”里有没填完的数字", "这个数字没有填完", ""),
    line("PH03", "“①”像是被遮去了字，请补全", "这个词像是被遮去了字，请补全", ""),
    line("PH04", "单位“①”写了两遍", "单位写了两遍", ""),
    line("PH05", "“①”写了两遍，句子里已经印有", "空白里的字与前后重复了", ""),
    line("PH06", "这里是“①”，没有这件事的话，这一句可以不写", "数字是0，没有这件事的话，这一句可以不写", CUSTOM),
    line("PH07", "“①”前后像是漏了数字", "这里像是漏了数字", ""),
    line("PC01", "这里是半角标点，应为全角“①”", "这里是半角标点，应为全角", MARKS),
    line("PC02", "", "句末应为句号“。”", MARKS),
    line("PC03", "", "括住汉字的括号应为全角“（）”", MARKS),
    line("PC04", "", "引用汉字应为弯引号“”", MARKS),
    line("PC05", "“①”没有配成对", "这个引号或括号没有配成对", MARKS),
    line("PC06", "“①”的方向或样式不对", "这个引号的方向或样式不对", MARKS),
    line("PC07", "", "标点重复了", MARKS),
    line("PC08", "", "标点前后不应有空格", MARKS),
    line("PC09", "", "汉字之间多了空格", CUSTOM),
    line("PC10", "", "并列的引号或书名号之间，通常不用顿号", MARKS),
    line("PC11", "", "用分号隔开的各项，项内不宜用句号", MARKS),
    line("PC12", "", "省略号应为“……”，占两格", MARKS),
    line("PC13", "", "破折号应为“——”，占两格", MARKS),
    line("PC14", "", "数字和百分号应为半角", CUSTOM),
    line("PC15", "", "单独成行的标题末尾不用标点；后面接正文的标题，以句号结束", LAYOUT),
    line("PC16", "", "这一段末尾没有标点", MARKS),
    line("PC17", "", "段首不应是句末或后半边的标点", MARKS),
    line("NB01", "序号不连续，这里应为“①”", "序号有遗漏、重复或颠倒", LAYOUT),
    line("NB02", "", "序号跳过了一级，别处用了这一级", LAYOUT),
    line("NB03", "", "序号的级次颠倒，上一级还没有出现", LAYOUT),
    line("NB04", "这个序号应写作“①”", "序号后面的标点不合规范：一、　（一）　1.　（1）", LAYOUT),
    line("NB05", "", "序号的括号有全角也有半角，请统一", CUSTOM),
    line("NB06", "“一是、二是”不连续，这里应为第①项", "“一是、二是”不连续", ""),
    line("NB07", "前面说有①项，列出来的是②项", "前面说的项数与列出来的不一样", ""),
    line("NB08", "", "同一级标题，有的单独成行，有的后面接正文，请统一", CUSTOM),
    line("NB09", "", "这一级只有一项，可以不编号", CUSTOM),
    line("NU01", "前面是“①”，这里是“②”，请核对", "同一件事前后数字不一样，请核对", ""),
    line("NU02", "占比不会超过100%，这里是“①”", "占比不会超过100%", ""),
    line("NU03", "①中占②，算不出这个比例，请核对", "按所说的总数，算不出这个比例，请核对", ""),
    line("NU04", "总数是①，各项相加是②，请核对", "各项相加与总数不一样，请核对", ""),
    line("NU05", "没有“①”这一天", "没有这一天", ""),
    line("NU06", "月、日不编虚位，应为“①”", "月、日不编虚位，去掉前面的0", LAYOUT),
    line("NU07", "公历年份用阿拉伯数字：“①”", "公历年份用阿拉伯数字", FIGURES),
    line("NU08", "别处写作“①”，这里写作“②”，数字的写法请统一", "数字的写法前后不一，请统一", FIGURES),
    line("NU09", "概数用汉字，应为“①”", "概数用汉字", FIGURES),
    line("NU10", "“①”里约数说了两遍，留一个就够", "约数说了两遍，留一个就够", CUSTOM),
    line("NU11", "发文字号应为“①”", "发文字号的写法是〔年份〕顺序号，不加“第”，不编虚位", LAYOUT),
    line("NU12", "“①”说不通：减少不能用倍数，可以说减少百分之几、几成", "减少不能用倍数，可以说减少百分之几、几成", ""),
    line("TM01", "①是②—③年的规划，报告的是④年，请核对说法", "规划期与报告的年度不合，请核对说法", ""),
    line("TM02", "①之后，③年又召开了②，请核对", "之后又有更近的会议，请核对", ""),
    line("TM03", "“①”②年已告一段落，可以改说“③”", "这项工作已告一段落，请核对说法", ""),
    line("TM04", "这里是“①”，报告的是②年，请核对", "这里的年份与报告的年度不一样，请核对", ""),
    line("TM05", "报告的是②年，“①”已经过去", "打算的年份已经过去", ""),
    line("ST01", "", "没有标题", LAYOUT),
    line("ST02", "", "没有称谓，述职一般先称呼在场的人", CUSTOM),
    line("ST03", "", "没有结束语，如“以上述职，请予评议”", CUSTOM),
    line("ST04", "文末没有①", "文末没有署名或日期", LAYOUT),
    line("ST05", "标题里除书名号、引号外不用标点，这里有“①”", "标题里除书名号、引号外不用标点", LAYOUT),
    line("ST06", "没有看到“①”这一部分", "主要做法、存在问题、下步打算缺了一部分", CUSTOM),
    line("ST07", "", "问题和打算的篇幅少于要求", ""),
    line("ST08", "", "字数超过了要求", ""),
    line("ST09", "", "讲的时间超过了要求", ""),
    line("ST10", "只说“①”，没有说“我”，述职要说自己做了什么", "没有说“我”，述职要说自己做了什么", CUSTOM),
    line("WD01", "这里宜用“①”", "修饰动词宜用“地”", CUSTOM),
    line("WD02", "这里应为“①”", "这个词容易写混，请核对", ""),
    line("WD03", "“①”重复了", "这个字或词重复了", ""),
    line("WD04", "别处写作“①”，这里写作“②”，请统一", "同一名称前后写法不一，请统一", CUSTOM),
    line("WD05", "这个提法不完整，少了“①”", "这个提法不完整", ""),
    line("FM01", "", "段首的空格会自动去掉，缩进由版式来做", LAYOUT),
    line("FM02", "", "这里有制表符、软换行或看不见的字符", ""),
    line("FM05", "“①”是繁体字或异体字", "这是繁体字或异体字", CUSTOM),
    line("FM06", "“①”像是乱码", "这里像是乱码", ""),
    line("FM08", "", "汉字后面带着拼音，像是从网页粘来的", ""),
    line("FM09", "“①”像是原来的页码", "这里像是原来的页码", ""),
    line("FN01", "公文用的仿宋_GB2312没有“①”字，打印前请核对字形", "公文用的仿宋_GB2312没有这个字，打印前请核对字形", ""),
    line("PV01", "这里有①，交出去之前请核对能不能写", "这里有个人信息或密级标志，请核对能不能写", ""),
    line("SR1", "办了①个班，培训人次不会只有②，请核对", "培训人次不会少于班次数，请核对", ""),
    line("SR2", "①所学校、②名学生，这两个数合不上，请核对", "午餐的学校数与学生数合不上，请核对", ""),
    line("SR3", "占比在0到100之间，这里是①", "占比在0到100之间", ""),
    line("SR4", "新接受预备党员①人，占不出②%，请核对", "按新接受预备党员人数，算不出这个比例，请核对", ""),
    line("SR5", "“①”：三个名称要各不相同，里面不带引号", "三个名称要各不相同，里面不带引号", ""),
    line("SR6", "化解大党支部①个，多于优化调整的②个，请核对", "化解的大党支部多于优化调整的党组织，请核对", CUSTOM),
    line("SR7", "省级①所，多于市级②所，请核对", "省级的多于市级的，请核对", CUSTOM),
    line("SR8", "这里是①人，多于前一步的②人，请核对", "后一步的人数多于前一步，请核对", CUSTOM),
    line("SR9", "这里是“①”，没有这件事的话，这一句可以不写", "数字是0，没有这件事的话，这一句可以不写", CUSTOM),
    line("SR10", "后面已印有“①”，不必再写", "后面已印有这几个字，不必再写", ""),
    line("SR11", "后面已印有“①”，只写数字就可以", "后面已印有单位，只写数字就可以", ""),
    line("SR12", "前面列了②项，这里说①个", "说的个数与前面列的不一样", ""),
    line("SR13", "", "没有新接受预备党员，占比这一句可以不写", ""),
];

/// Facts that are no words of the report, by what the rules call them.
const FACTS: [(&str, &str); 8] = [
    ("signature", "署名"),
    ("date", "日期"),
    ("both", "署名和日期"),
    ("results", "做法和成效"),
    ("problems", "存在问题"),
    ("plans", "下步打算"),
    ("identity", "身份证号"),
    ("mobile", "手机号码"),
];

fn said(rule: &str, facts: &[String]) -> Option<String> {
    let line = LINES.iter().find(|line| line.rule == rule)?;
    let telling = match (rule, facts) {
        // A day that is right but for its weekday.
        ("NU05", [_, _, _]) => "“①”不是②，是③",
        ("WD04", [_]) => "别处的“①”带引号，这里没有，请统一",
        ("TM03", [.., instead]) if instead.is_empty() => "“①”②年已告一段落，请核对说法",
        _ => line.telling,
    };
    let mut out = filled(telling, facts).unwrap_or_else(|| line.plain.to_owned());
    if !line.source.is_empty() {
        out.push('（');
        out.push_str(line.source);
        out.push('）');
    }
    out.push('。');
    Some(out)
}

/// The words with their facts; nothing where there are none or a fact is missing.
fn filled(telling: &str, facts: &[String]) -> Option<String> {
    let mut out = String::with_capacity(telling.len() + 16);
    for c in telling.chars() {
        match "①②③④".chars().position(|place| place == c) {
            Some(place) => {
                let fact = facts.get(place).filter(|fact| !fact.is_empty())?;
                out.push_str(FACTS.iter().find(|(id, _)| id == fact).map_or(fact, |(_, word)| word));
            }
            None => out.push(c),
        }
    }
    (!out.is_empty()).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::RULES;

    fn said_of(rule: &str, facts: &[&str]) -> String {
        let facts: Vec<String> = facts.iter().map(|fact| (*fact).to_owned()).collect();
        (ZH_LINT.sentence)(rule, &facts)
    }

    #[test]
    fn every_rule_has_its_sentence() {
        for rule in RULES {
            assert!(said(rule.id, &[]).is_some(), "{}", rule.id);
        }
        assert_eq!(said_of("ZZ99", &[]), "这里请再看一看。");
    }

    #[test]
    fn no_rule_has_two_and_each_is_a_sentence() {
        for (at, line) in LINES.iter().enumerate() {
            assert!(LINES.iter().skip(at + 1).all(|other| other.rule != line.rule), "{}", line.rule);
            let sentences = [said_of(line.rule, &[]), said_of(line.rule, &["甲", "乙", "丙", "丁"])];
            for sentence in sentences {
                assert!(sentence.ends_with('。') && sentence.chars().count() < 60, "{sentence}");
                assert!(!sentence.contains(['①', '②', '③', '④', ',', ';', '"']), "{sentence}");
            }
        }
    }

    #[test]
    fn sentences_name_their_facts() {
        let cases: [(&str, &[&str], &str); 8] = [
            ("PC01", &["，"], "这里是半角标点，应为全角“，”（GB/T 15834）。"),
            ("PC01", &[], "这里是半角标点，应为全角（GB/T 15834）。"),
            ("NU03", &["37人", "63%"], "37人中占63%，算不出这个比例，请核对。"),
            ("NU05", &["2月30日"], "没有“2月30日”这一天。"),
            ("NU05", &["12月5日", "周二", "周六"], "“12月5日”不是周二，是周六。"),
            ("ST04", &["both"], "文末没有署名和日期（GB/T 9704）。"),
            ("TM03", &["党史学习教育", "2021", ""], "“党史学习教育”2021年已告一段落，请核对说法。"),
            ("PV01", &["mobile"], "这里有手机号码，交出去之前请核对能不能写。"),
        ];
        for (rule, facts, sentence) in cases {
            assert_eq!(said_of(rule, facts), sentence);
        }
    }
}
