//! What holds of the blanks of any text.

#![allow(clippy::unwrap_used)]

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, any};
use proptest::sample::select;
use proptest::strategy::Strategy;
use proptest::{prop_assert, prop_assert_eq, prop_oneof, proptest};

use super::*;

/// The marks of the conventions, what stands beside them, and text that breaks programs.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "X", "XX", "XXXX", "x", "×", "××", "ＸＸ", "Х", "20", "201", "2026", "1", "３", ".", ",", "-", "—", "~", "/", ":", "_", "__",
    "____", "＿", "*", "**", "＊", "○", "○○", "〇", "□", "□□", "△", "☐", "某", "某某", "{", "{{", "}", "}}", "${", "[", "[[", "]",
    "]]", "«", "»", "<", "<<", ">", "【", "】", "〔", "〕", "（", "）", "(", ")", "“", "”", "《", "》", "‘", " ", "  ", "\u{3000}",
    "\t", "\u{a0}", "年", "月", "日", "号", "时", "分", "第", "届", "次", "人次", "万元", "%", "％", "余", "个", "名", "县", "镇",
    "党支部", "同志", "书记", "姓名：", "性别：", "时间：", "议题：", "：", "，", "。", "；", "、", "……", "…", "等", "关于", "的函", "N",
    "Y", "Z", "n", "km", "www.", ".com", "http://", "@", "`", "```", "\\", "+", "=", "#", "&", "|", "会议名称", "请填写", "上午",
    "下午", "男", "女", "是", "的", "光", "射线", "大", "党的", "精神", "一", "二", "电话：", "\u{200b}", "👍🏽", "e\u{301}", "𠮷", "\0", "\u{feff}",
];

fn line() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop_oneof![
        8 => vec(piece, 0..24).prop_map(|pieces| pieces.concat()),
        1 => (select(PIECES), 0..200_usize).prop_map(|(piece, times)| piece.repeat(times)),
        1 => any::<String>(),
    ]
}

/// The same text in full-width forms.
fn widened(line: &str) -> String {
    let wide = |c: char| match c {
        '0'..='9' | 'X' | 'x' | '_' | '*' | '%' | '.' | ',' | '/' => {
            char::from_u32(u32::from(c) + 0xFEE0).unwrap()
        }
        ' ' => '\u{3000}',
        _ => c,
    };
    line.chars().map(wide).collect()
}

fn in_chars(line: &str, blank: &Blank) -> (usize, usize, Class, bool) {
    let place = |byte: usize| line[..byte].chars().count();
    (place(blank.range.start), place(blank.range.end), blank.class, blank.certain)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn blanks_stand_in_order_on_whole_characters(lines in vec(line(), 1..5)) {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let all = scan(&lines);
        prop_assert_eq!(all.len(), lines.len());
        for (line, blanks) in lines.iter().zip(&all) {
            let mut end = 0;
            for (at, blank) in blanks.iter().enumerate() {
                prop_assert!(end <= blank.range.start, "{:?} {:?}", line, blanks);
                prop_assert!(line.get(blank.range.clone()).is_some(), "{:?} {:?}", line, blanks);
                end = blank.range.end;
                let typed = type_of(line, blanks, at);
                prop_assert!(!typed.label.is_empty(), "{:?} {:?}", line, blank);
                let rest = line[end..].trim_start_matches(['”', '》', '’', '」', '』', '〉']);
                let folded: String = rest.chars().map(crate::text::chars::fold).collect();
                prop_assert!(folded.trim_start().starts_with(&typed.unit), "{:?} {:?} {:?}", line, blank, typed);
                if let Some((range, count)) = date_span(line, blanks, at) {
                    prop_assert!(line.get(range.clone()).is_some());
                    prop_assert!(range.start == blank.range.start && count == 3);
                    prop_assert!(blanks[at + 2].range.end <= range.end);
                    prop_assert!(blanks.get(at + 3).is_none_or(|next| range.end <= next.range.start));
                }
                same_key(line, blanks, at);
            }
        }
    }

    #[test]
    fn full_width_forms_are_read_like_half_width_ones(line in line()) {
        let wide = widened(&line);
        let say = |line: &str| scan(&[line])[0].iter().map(|blank| in_chars(line, blank)).collect::<Vec<_>>();
        prop_assert_eq!(say(&line), say(&wide), "{:?} {:?}", line, wide);
    }

    #[test]
    fn a_view_shows_each_character_once(line in line()) {
        let mut view = View::default();
        view.show(&line);
        prop_assert_eq!(view.chars.len(), line.chars().count());
        let starts: Vec<usize> = line.char_indices().map(|(at, _)| at).collect();
        prop_assert_eq!((0..view.chars.len()).map(|at| view.byte(at)).collect::<Vec<_>>(), starts);
        prop_assert_eq!(view.byte(view.chars.len()), line.len());
    }
}
