//! The report of the trade is read whole, however it was damaged on the way; every repair is told
//! and can be taken back.

use gaozhi_core::draft::Draft;
use gaozhi_core::reading::{Given, Line, Part, Reading, RepairKind, Source, read, settled};
use gaozhi_core::report::compose;
use gaozhi_core::template::{BlockKind, Level};
use serde_json::Value;

use crate::check::case;

fn of(text: &str) -> Reading {
    read(&Source::from_text(text), &[])
}

/// The seed's lines without the blanks around them.
fn seed() -> Vec<String> {
    case("seed.txt").lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// The text of `lines`, each broken after that many characters.
pub(crate) fn wrapped(lines: &[String], width: usize, indent: &str) -> String {
    let mut out = String::new();
    for line in lines {
        let chars: Vec<char> = indent.chars().chain(line.chars()).collect();
        for row in chars.chunks(width) {
            out.extend(row);
            out.push('\n');
        }
    }
    out
}

fn rows() -> Vec<Value> {
    serde_json::from_str(&case("blanks.json")).unwrap()
}

/// Checks blanks and headings of the seed, and that nothing else was found.
#[track_caller]
fn is_the_seed(reading: &Reading, damage: &str) {
    let literals: Vec<&str> = reading.found.iter().map(|found| found.literal.as_str()).collect();
    let rows = rows();
    let expected: Vec<&str> = rows.iter().map(|row| row["literal"].as_str().unwrap()).collect();
    assert_eq!(literals, expected, "{damage}");
    assert!(reading.found.iter().all(|found| found.certain), "{damage}");
    let count = |level| reading.headings.iter().filter(|heading| heading.level == level).count();
    assert_eq!((count(1), count(2), reading.headings.len()), (3, 14, 17), "{damage}");
    assert_eq!(reading.headings[1].title, "强化理论武装，打造政治过硬队伍");
    assert_eq!(reading.headings[16].title, "守正创新，突破热点难点堵点");
}

fn kinds(reading: &Reading) -> Vec<RepairKind> {
    reading.repairs.iter().map(|repair| repair.kind).collect()
}

#[test]
fn the_seed_passes_unchanged_but_for_the_blanks_around_its_lines() {
    let reading = of(&case("seed.txt"));
    is_the_seed(&reading, "none");
    assert_eq!(reading.text.lines().collect::<Vec<_>>(), seed());
    assert_eq!(kinds(&reading), [RepairKind::Indent]);
    assert_eq!((reading.repairs[0].count, reading.repairs[0].made), (19, true));
    let template = settled(&reading);
    assert_eq!(template.fields.len(), 33);
    let count = |kind| template.blocks.iter().filter(|block| block.kind == kind).count();
    let items = [Level::One, Level::Two].map(|level| count(BlockKind::Item(level)));
    assert_eq!((items, count(BlockKind::Body), template.blocks.len()), ([3, 14], 2, 19));
    let run_in = template.blocks.iter().filter(|block| !block.lead.is_empty() && !block.text.is_empty());
    assert_eq!(run_in.count(), 11);
    let report = compose(&Draft::new(template, Default::default()));
    let said: Vec<String> = report.paragraphs.iter().map(|paragraph| paragraph.text()).collect();
    assert_eq!(said, seed());
}

#[test]
fn the_seed_is_read_whole_whatever_width_it_was_broken_at() {
    let lines = seed();
    for width in 24..=44 {
        for indent in ["", "\u{3000}\u{3000}", "    "] {
            let reading = of(&wrapped(&lines, width, indent));
            let damage = format!("broken at {width}, indent {indent:?}");
            is_the_seed(&reading, &damage);
            assert!(kinds(&reading).contains(&RepairKind::Wrap), "{damage}");
            if !indent.is_empty() {
                // A blank where a line was broken is gone.
                let words = |text: &str| text.replace('\u{a0}', "");
                assert!(words(&reading.text) == words(&lines.join("\n")), "{damage}");
            }
        }
    }
    let apart = wrapped(&lines, 28, "").replace('\n', "\n\n");
    is_the_seed(&of(&apart), "broken lines apart");
}

#[test]
fn the_seed_is_read_whole_from_every_damage() {
    let lines = seed();
    let text = lines.join("\n");
    let torn = text.replace("讲党课X次", "讲党课\nX\n次").replace("占XX%", "占\nXX\n%");
    let cases = [
        ("entities", text.replace('“', "&ldquo;").replace("X次", "&#88;次"), RepairKind::Entities),
        (
            "zero-width",
            text.replace('X', "\u{200b}X\u{200b}").replace("一、", "\u{feff}一、"),
            RepairKind::Invisible,
        ),
        ("indents", text.replace('\n', "\u{3000}\n\t\u{a0} "), RepairKind::Indent),
        ("torn", torn, RepairKind::Glue),
        ("page numbers", lines.join("\n- 3 -\n"), RepairKind::PageNumber),
        ("one line", lines.concat(), RepairKind::Flattened),
        ("one line with blanks", lines.join("  "), RepairKind::Flattened),
        (
            "sentences apart",
            text.replace("，处分教师", "，\n处分教师").replace("；", "；\n"),
            RepairKind::Wrap,
        ),
    ];
    for (damage, text, kind) in cases {
        let reading = of(&text);
        is_the_seed(&reading, damage);
        assert_eq!(kinds(&reading), [kind], "{damage}");
    }
    for end in ["\r\n", "\r", "\u{b}", "\n\n", "\u{2028}"] {
        assert_eq!(of(&lines.join(end)).text, text, "{end:?}");
    }
}

#[test]
fn an_outline_before_the_title_is_dropped_and_comes_back() {
    let headings = ["一、主要做法及成效", "（一）强化理论武装", "二、存在问题及原因分析", "三、下步工作打算"];
    let text = format!("目录\n{}\n述职报告\n{}", headings.join("\n"), seed().join("\n"));
    let reading = of(&text);
    assert_eq!(kinds(&reading), [RepairKind::Outline]);
    assert_eq!(reading.repairs[0].count, 5);
    assert_eq!(reading.template.blocks[0].kind, BlockKind::Title);
    assert_eq!((reading.template.name.as_str(), reading.headings.len()), ("述职报告", 17));
    let below =
        format!("述职报告\n目　录\n一、主要做法及成效……1\n二、存在问题及原因分析 3\n{}", seed().join("\n"));
    assert_eq!(of(&below).text.lines().nth(1), seed().first().map(String::as_str));
    let back = read(&Source::from_text(&text), &[RepairKind::Outline]);
    assert!(back.text.starts_with("目录\n一、主要做法及成效\n"));
    assert!(!back.repairs[0].made);
}

#[test]
fn what_is_only_offered_is_left_until_it_is_asked_for() {
    let text = "推荐阅读：述职报告范文\n加强党(dǎng)建(jiàn)工作，全年讲党课X次。\n◆◇★☆※◎▲▽";
    let reading = of(text);
    assert_eq!(reading.text, text);
    let offered: Vec<_> = reading.repairs.iter().map(|r| (r.kind, r.count, r.made)).collect();
    assert_eq!(offered, [(RepairKind::Residue, 2, false), (RepairKind::Pinyin, 2, false)]);
    let asked = read(&Source::from_text(text), &[RepairKind::Residue, RepairKind::Pinyin]);
    assert_eq!(asked.text, "加强党建工作，全年讲党课X次。");
    assert!(asked.repairs.iter().all(|repair| repair.made));
}

#[test]
fn every_repair_can_be_taken_back() {
    let lines = seed();
    let broken = wrapped(&lines, 28, "");
    let switched = |text: &str, kind| read(&Source::from_text(text), &[kind]);
    assert_eq!(switched(&broken, RepairKind::Wrap).text, broken.trim_end());
    let text = "讲党课\nX\n次。\n— 3 —\n一、甲&nbsp;乙\n三、丙\u{200b}";
    assert_eq!(of(text).text, "讲党课X次。\n一、甲\u{a0}乙\n三、丙");
    for kind in [RepairKind::Glue, RepairKind::PageNumber, RepairKind::Entities, RepairKind::Invisible] {
        let reading = switched(text, kind);
        let repair = reading.repairs.iter().find(|repair| repair.kind == kind);
        assert_eq!(repair.map(|repair| repair.made), Some(false), "{kind:?}");
    }
    assert_eq!(switched("  甲。\n  乙。", RepairKind::Indent).text, "  甲。\n  乙。");
}

#[test]
fn numbers_are_set_right_unless_a_list_begins_anew() {
    let said = |text: &str, switched: &[RepairKind]| -> Vec<String> {
        let reading = read(&Source::from_text(text), switched);
        let report = compose(&Draft::new(settled(&reading), Default::default()));
        report.paragraphs.iter().map(|paragraph| paragraph.text()).collect()
    };
    let wrong = "一、甲\n二、乙\n二、丙\n（一）丁\n五、戊";
    assert_eq!(said(wrong, &[]), ["一、甲", "二、乙", "三、丙", "（一）丁", "四、戊"]);
    assert_eq!(said(wrong, &[RepairKind::Renumbered]), wrong.lines().collect::<Vec<_>>());
    assert_eq!(of(wrong).repairs[0].count, 2);
    let anew = "上半年工作如下。\n一、甲\n二、乙\n下半年打算如下。\n一、丙\n（一）丁\n二、戊";
    assert_eq!(said(anew, &[]), anew.lines().collect::<Vec<_>>());
    assert_eq!(of(anew).headings.len(), 5);
    let forms = "第一部分 总体情况\n〔一〕甲\n(二)乙\n1、丙\n（1）丁\n①戊\n第二部分 打算";
    let standard = ["一、总体情况", "（一）甲", "（二）乙", "1.丙", "（1）丁", "①戊", "二、打算"];
    assert_eq!(said(forms, &[]), standard);
    let parts = "第一部分 做法\n一、甲\n（一）乙\n第二部分 问题\n一、丙";
    assert_eq!(said(parts, &[]), ["一、做法", "（一）甲", "1.乙", "二、问题", "（一）丙"]);
    assert_eq!(said("一、甲\n1.乙\n2.丙\n二、丁\n1.戊", &[]), ["一、甲", "1.乙", "2.丙", "二、丁", "1.戊"]);
}

#[test]
fn what_stands_around_the_text_is_known() {
    use BlockKind::{
        Annex, Attachment, Body, Byline, Closing, Date, Item, Remark, Salutation, Signature, Title,
    };
    let kinds = |text: &str| of(text).template.blocks.iter().map(|block| block.kind).collect::<Vec<_>>();
    assert_eq!(
        kinds(
            "XX县教育局\n20XX年度工作总结\n（20XX年12月）\n张某某\n各位领导、同志们：\n今年以来，我们做了工作。\n一、做法\n以上汇报，请批评指正。\n谢谢大家！\nXX县教育局\n20XX年X月X日"
        ),
        [Title, Title, Byline, Byline, Salutation, Body, Item(Level::One), Closing, Closing, Signature, Date]
    );
    assert_eq!(
        kinds(
            "X教发〔20XX〕X号\n关于召开XX会议的通知\n各县（市、区）教育局，市直各学校：\n现将有关事项通知如下。\n附件：1.报名表\n2.回执\nXX市教育局\n20XX年X月X日\n（联系人：XXX，电话：XXXXXXXX）"
        ),
        [Byline, Title, Salutation, Body, Attachment, Attachment, Signature, Date, Remark]
    );
    let with_annexes = "关于报送材料的通知\n各单位：\n请按时报送。\n附件：1.名单\n2.报名表\nXX局\n20XX年X月X日\n附件1\n参会人员名单\n一、领导\n张某某。\n附件2\n报名表\n一、说明\n20XX年X月X日";
    assert_eq!(
        kinds(with_annexes)[3..],
        [
            [Attachment, Attachment, Signature, Date].as_slice(),
            &[Annex, Title, Item(Level::One), Body],
            &[Annex, Title, Item(Level::One), Body],
        ]
        .concat()
    );
    let report = compose(&Draft::new(settled(&of(with_annexes)), Default::default()));
    let composed: Vec<String> = report.paragraphs.iter().map(|paragraph| paragraph.text()).collect();
    assert_eq!(composed, with_annexes.lines().collect::<Vec<_>>());
    assert_eq!(kinds("姓名：____\n性别：____"), [Body, Body]);
    assert_eq!(
        kinds("入党申请书\n敬爱的党组织：\n我志愿加入。\n此致\n敬礼\n申请人：XXX\n20XX年X月X日")[3..],
        [Closing, Closing, Signature, Date]
    );
}

#[test]
fn what_a_file_knows_of_a_line_is_used() {
    let line = |text: &str, level, part| Line { text: text.into(), level, part, given: vec![] };
    let mut named = line("  单位：单击此处输入。  ", None, Part::Body);
    let start = named.text.find('单').unwrap();
    let range = named.text.rfind("单击").unwrap()..named.text.rfind("  ").unwrap();
    assert!(start < range.start);
    named.given.push(Given { range, kind: None, label: "填报单位".into(), choices: vec![] });
    let lines = vec![
        line("年度报告", Some(1), Part::Body),
        line("基本情况", Some(1), Part::Body),
        named,
        line("一、", None, Part::Cell),
        line("一、表内文字", None, Part::Cell),
        line("-1-", None, Part::Margin),
    ];
    let reading = read(&Source { lines }, &[]);
    let kinds: Vec<_> = reading.template.blocks.iter().map(|block| block.kind).collect();
    use BlockKind::{Body, Item, Title};
    assert_eq!(kinds, [Title, Item(Level::One), Body, Body, Body, Body]);
    assert_eq!(reading.found.len(), 1);
    assert_eq!(
        (reading.found[0].literal.as_str(), reading.found[0].before.as_str()),
        ("单击此处输入。", "单位：")
    );
    assert_eq!(reading.template.fields[0].label, "填报单位");
}

#[test]
fn the_vectors_of_headings_and_joined_lines_hold() {
    let vectors: Value = serde_json::from_str(&case("vectors.json")).unwrap();
    for vector in vectors["heading"].as_array().unwrap() {
        let text = vector["text"].as_str().unwrap();
        let headings = of(&format!("以下是正文。\n{text}")).headings;
        let level = vector["expect"][0].as_u64();
        assert_eq!(headings.first().map(|heading| u64::from(heading.level)), level, "{text}");
    }
    for vector in vectors["rejoin"].as_array().unwrap() {
        assert_eq!(of(vector["in"].as_str().unwrap()).text, vector["out"].as_str().unwrap());
    }
}
