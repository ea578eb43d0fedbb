//! What words that a person selects will probably ask for, so that little is left to set. Pure.

use gaozhi_core::field::{Field, Kind};

/// Characters of a name that is made of the words before the blank.
const LABEL: usize = 14;

/// A field for the selected `words`, which stand between `before` and `after`.
pub(super) fn field(before: &str, words: &str, after: &str) -> Field {
    let kind = kind(words, after);
    let label: String = if words.chars().any(is_han) && kind == Kind::Text {
        words.chars().take(LABEL).collect()
    } else {
        clause(before)
    };
    let mut field = Field::new("", kind, if label.is_empty() { words } else { &label }, words);
    if let Some(unit) = after.chars().next().filter(|c| kind.is_numeric() && is_unit(*c)) {
        field.unit = unit.to_string();
    }
    field
}

fn kind(words: &str, after: &str) -> Kind {
    let is_number = !words.is_empty() && words.chars().all(|c| c.is_ascii_digit());
    match after.chars().next() {
        Some('年') if is_number && words.len() == 4 => Kind::Year,
        Some('%' | '％') if is_number => Kind::Percent,
        _ if is_number => Kind::Integer,
        _ if words.ends_with('日') && words.contains('年') && words.contains('月') => Kind::Date,
        _ => Kind::Text,
    }
}

/// The last words before the blank, up to a mark.
fn clause(before: &str) -> String {
    let words: Vec<char> = before.chars().rev().take_while(|c| is_han(*c)).take(LABEL).collect();
    words.into_iter().rev().collect()
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}')
}

fn is_unit(c: char) -> bool {
    matches!(
        c,
        '%' | '次'
            | '人'
            | '名'
            | '个'
            | '所'
            | '家'
            | '项'
            | '件'
            | '起'
            | '场'
            | '期'
            | '篇'
            | '条'
            | '户'
            | '元'
            | '天'
            | '年'
            | '月'
            | '日'
            | '份'
            | '册'
            | '门'
            | '节'
            | '轮'
            | '类'
            | '支'
            | '间'
            | '座'
            | '位'
            | '台'
            | '套'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selected_words_say_what_they_ask_for() {
        let told = |before, words, after| {
            let field = field(before, words, after);
            (field.label, field.kind, field.unit)
        };
        assert_eq!(told("一年来，共讲党课", "6", "次。"), ("共讲党课".into(), Kind::Integer, "次".into()));
        assert_eq!(told("", "2026", "年度报告"), ("2026".into(), Kind::Year, "年".into()));
        assert_eq!(told("完成率达", "98", "%，"), ("完成率达".into(), Kind::Percent, "%".into()));
        assert_eq!(told("由", "张三", "同志负责"), ("张三".into(), Kind::Text, String::new()));
        assert_eq!(told("于", "2026年1月5日", "召开").1, Kind::Date);
    }
}
