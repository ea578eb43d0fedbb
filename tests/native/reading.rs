//! Reading any text: total, loses no word, says where everything stands.

use gaozhi_core::draft::Draft;
use gaozhi_core::field::FieldId;
use gaozhi_core::reading::{Decision, Reading, RepairKind, Source, decide, read, read_any, settled};
use gaozhi_core::report::{Origin, compose};
use gaozhi_core::template::{BlockKind, Span, Template, parse, print};
use proptest::collection::vec;
use proptest::prop_oneof;
use proptest::sample::{select, subsequence};
use proptest::strategy::Strategy;
use proptest::{prop_assert, prop_assert_eq};

use crate::arbitrary::{document, template};
use crate::check::check;

/// Texts that look like reports, well formed or not.
fn report() -> impl Strategy<Value = String> {
    #[rustfmt::skip]
    let pieces = vec![
        "全年讲党课", "X", "XX", "20XX", "____", "×", "某某", "（  ）", "“ ”", "{{姓名}}", "年", "月", "日", "次", "，", "。",
        "“", "”", "；", "：", "%", "\n", "\n", "\n", "\n\n", "  ", "\u{3000}", "\u{a0}", "\t", "\u{200b}", "&nbsp;", "、",
        "一、", "二、", "三、", "（一）", "（二）", "1.", "2.", "3、", "（1）", "①", "第一部分 ", "第二章", "一是", "附件：", "附件",
        "（", "）", "Excel", "a_b", "3.5", "各位领导：", "特此报告。", "述职报告", "- 3 -", "第3页", "党(dǎng)建", "{n}", "|", "#",
        "\\", "@标题", "推荐阅读", "加强党支部标准化规范化建设，全面提升基层党组织的组织力凝聚力战斗力",
    ];
    prop_oneof![
        6 => vec(select(pieces), 0..60).prop_map(|pieces| pieces.concat()),
        2 => document(),
    ]
}

fn switched() -> impl Strategy<Value = Vec<RepairKind>> {
    subsequence(RepairKind::ALL.to_vec(), 0..=RepairKind::ALL.len())
}

#[test]
fn any_text_is_read_and_everything_stands_where_it_says() {
    check("read is total, places are right", 1500, &(report(), switched()), |(text, switched)| {
        let reading = read(&Source::from_text(&text), &switched);
        let points: Vec<char> = reading.text.chars().collect();
        let mut end = 0;
        for found in &reading.found {
            prop_assert!(end <= found.start, "{:?}", found);
            end = found.start + found.literal.chars().count();
            let at = |range: std::ops::Range<usize>| points[range].iter().collect::<String>();
            prop_assert_eq!(&at(found.start..end), &found.literal);
            let before = found.before.chars().count();
            prop_assert_eq!(&at(found.start - before..found.start), &found.before);
            prop_assert_eq!(&at(end..end + found.after.chars().count()), &found.after);
            prop_assert!(!found.literal.contains('\n'));
            prop_assert!(reading.template.field(&found.field).is_some());
            if let Some(same) = &found.same {
                prop_assert!(reading.template.field(same).is_some() && *same != found.field);
            }
        }
        let mut shown: Vec<&FieldId> =
            reading.template.blocks.iter().flat_map(|block| block.blanks()).collect();
        shown.dedup();
        let mut named: Vec<&FieldId> = reading.found.iter().map(|found| &found.field).collect();
        named.dedup();
        prop_assert_eq!(shown, named);
        for heading in &reading.headings {
            let rest: String = points[heading.start..].iter().take_while(|c| **c != '\n').collect();
            prop_assert!(rest.contains(&heading.title) && (1..=5).contains(&heading.level));
        }
        prop_assert_eq!(reading.template.blocks.len(), reading.text.lines().count());
        let printed = print(&reading.template);
        prop_assert_eq!(&parse(&printed), &(reading.template.clone(), vec![]), "{}", printed);
        prop_assert_eq!(Reading::from_json(&reading.to_json()), Some(reading));
        Ok(())
    });
}

/// The lines of a template with the marks of its blanks.
fn lines(template: &Template) -> Vec<String> {
    let literal = |id: &FieldId| template.field(id).map_or("", |field| &field.literal);
    let said = |span: &Span| match span {
        Span::Text(text) => text.clone(),
        Span::Blank(id) => literal(id).to_owned(),
    };
    template.blocks.iter().map(|block| block.spans().map(said).collect()).collect()
}

#[test]
fn no_word_of_a_text_is_lost_and_none_is_added() {
    check("composing a reading gives its text", 1500, &report(), |text| {
        let reading = read(&Source::from_text(&text), &[]);
        let mut decisions = reading.decisions();
        for decision in &mut decisions {
            decision.kept = false;
        }
        let plain = decide(&reading.template, &decisions);
        prop_assert_eq!(&plain.fields, &[]);
        prop_assert_eq!(lines(&settled(&reading)), lines(&plain));
        prop_assert_eq!(lines(&reading.template), lines(&plain));
        let report = compose(&Draft::new(plain, Default::default()));
        prop_assert_eq!(report.paragraphs.len(), reading.text.lines().count(), "{}", reading.text);
        for (paragraph, line) in report.paragraphs.iter().zip(reading.text.lines()) {
            let words = paragraph.runs.iter().filter(|run| run.origin != Origin::Number);
            let words: String = words.map(|run| run.text.as_str()).collect();
            match paragraph.kind {
                BlockKind::Item(_) | BlockKind::Attachment | BlockKind::Annex => {
                    let number = line.strip_suffix(&words);
                    prop_assert!(
                        number.is_some_and(|number| number.chars().count() < 12),
                        "{} {}",
                        line,
                        words
                    );
                }
                _ => prop_assert_eq!(&words, line),
            }
        }
        Ok(())
    });
}

#[test]
fn a_decision_is_about_its_field_only() {
    let pieces = vec!["20XX年", "XX县", "讲课X次，", "某某镇", "\n", "____", "20XX年X月X日", "。"];
    let texts = vec(select(pieces), 0..30).prop_map(|pieces| pieces.concat());
    check("decide keeps what it is not told about", 500, &texts, |text| {
        let reading = read(&Source::from_text(&text), &[]);
        prop_assert_eq!(&decide(&reading.template, &[]), &reading.template);
        for field in &reading.template.fields {
            let decision = |kept, same, changed| Decision { field: field.id.clone(), kept, same, changed };
            let dropped = decide(&reading.template, &[decision(false, None, None)]);
            prop_assert_eq!(dropped.fields.len() + 1, reading.template.fields.len());
            prop_assert_eq!(lines(&dropped), lines(&reading.template));
            let mut renamed = field.clone();
            renamed.label = "别名".to_owned();
            let changed = decide(&reading.template, &[decision(true, None, Some(renamed))]);
            prop_assert_eq!(changed.field(&field.id).map(|field| field.label.as_str()), Some("别名"));
            if let Some(first) = reading.template.fields.first().filter(|first| first.id != field.id) {
                let joined = decide(&reading.template, &[decision(true, Some(first.id.clone()), None)]);
                prop_assert_eq!(joined.field(&field.id), None);
                prop_assert_eq!(
                    joined.blocks.iter().flat_map(|block| block.blanks()).count(),
                    reading.template.fields.len()
                );
            }
        }
        Ok(())
    });
}

#[test]
fn the_text_form_is_known_by_its_body_line_and_may_begin_with_a_byte_order_mark() {
    check("read_any knows the text form", 300, &template(), |mut template| {
        if template.name.is_empty() {
            template.name = "名称".to_owned();
        }
        let text = print(&template);
        prop_assert_eq!(&read_any(&text, "别名"), &template);
        // As Windows' Notepad saves it.
        let saved = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        prop_assert_eq!(read_any(&saved, "别名"), template);
        Ok(())
    });
}

#[test]
fn a_megabyte_of_anything_is_read() {
    #[rustfmt::skip]
    let pieces = [
        "X", "_", "（", "“", "一、", "（一）", "1.", "X\n", "一、\n", "甲\nX\n月", "甲，\n", "&nbsp;", "&", "党(dǎng)", "\u{200b}",
        "20XX年X月X日", "XX县", "甲XX县乙XX镇", "20XX年X月X日\n", "特此报告。\n", "党，\n党", "{", "{{", "[", "……", "○", "某", "\t",
        " ", "\n", "附件：\n", "全年讲党课X次。", "a", "http://x", "□",
    ];
    for piece in pieces {
        // What a reader might look far ahead for is tried in full.
        let far = matches!(piece, "X" | "（" | "“" | "{{" | "1." | "&");
        let text = piece.repeat(if far { 1_000_000 } else { 100_000 } / piece.len());
        let reading = read(&Source::from_text(&text), &[]);
        assert!(settled(&reading).fields.len() <= reading.template.fields.len(), "{piece}");
    }
}
