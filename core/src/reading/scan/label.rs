//! What a blank is called: Chinese counts stand behind their noun (讲党课X次) or before it (XX名教职工).

use super::around::Around;
use super::view::{closing, is_dash, is_digit, is_edge, is_mark, starts, starts_any, trim_end, trim_start};
use super::words::{suffix, unit as unit_length};
use super::{Blank, Class};
use crate::field::Kind;
use crate::text::chars::{fold, is_han};

/// A label takes no more characters than this from the sentence, its unit not counted.
const LONGEST: usize = 14;
/// What a name in quotes is called.
const NAME: &str = "名称";

/// The label of the blank number `at`, of a kind and with a unit that are known. Never empty.
pub(super) fn label(
    line: &str,
    blanks: &[Blank],
    at: usize,
    around: &Around,
    kind: Kind,
    unit: &str,
) -> String {
    let Some(blank) = blanks.get(at) else { return String::new() };
    let label = by_sentence(line, blanks, at, around, kind, unit);
    if label.is_empty() { default(kind, blank.class, "") } else { label }
}

fn by_sentence(line: &str, blanks: &[Blank], at: usize, around: &Around, kind: Kind, unit: &str) -> String {
    let Some(blank) = blanks.get(at) else { return String::new() };
    if blank.class == Class::Delim
        && let Some(content) = content(line, blank)
    {
        return content;
    }
    let (all, after) = (around.before(), own_right(line, blanks, at, around.after()));
    let before = own_left(line, blanks, at, all);
    let is_asked = matches!(trim_end(before).last(), Some('：' | ':'));
    let rest = trim_start(after);
    let length = unit.chars().count();
    let has_unit = length > 0 && starts(rest, unit);
    match (kind, blank.class) {
        (Kind::Title, _) if !is_asked => return title(line, blank, before, after),
        (Kind::Year | Kind::Integer, Class::Year | Class::Month | Class::Day) => {
            return if is_asked { clause(before) } else { default(kind, blank.class, "") };
        }
        (Kind::Organisation | Kind::Place, _) => {
            let label = if is_asked || !before.is_empty() { clause(before) } else { String::new() };
            let named = label.chars().count() > 1;
            return if named { label } else { default(kind, blank.class, if has_unit { unit } else { "" }) };
        }
        _ => {}
    }
    let clock = rest.first() == Some(&':') && rest.get(1).is_none_or(|c| is_digit(*c) || is_mark(*c));
    if clock && !after.is_empty() {
        return "时".to_owned();
    }
    let right: String = rest.iter().skip(length).take(LONGEST).take_while(|c| is_han(**c)).collect();
    let goes_on = kind == Kind::Percent || is_verb(&rest[length.min(rest.len())..]);
    let mut label = match has_unit && !right.is_empty() && !goes_on {
        true => right,
        false => clause(before),
    };
    if label.chars().count() < 2 {
        label = short(&label, kind, blank.class, all, rest, has_unit);
    }
    if has_unit && !label.ends_with(unit) {
        label.extend(["（", unit, "）"]);
    }
    label
}

/// A label for a blank beside which almost nothing is said.
fn short(left: &str, kind: Kind, class: Class, all: &[char], rest: &[char], has_unit: bool) -> String {
    // An item of a list is called what the list is.
    let is_list = |c: &char| is_mark(*c) || is_dash(*c) || matches!(c, '、' | '和' | '（' | '(' | ' ' | '%');
    let skipped = all.iter().rev().take_while(|c| is_list(c)).count();
    let (head, list) = all.split_at(all.len() - skipped);
    let is_item = list.iter().any(|c| matches!(c, '、' | '和' | '（' | '('));
    let list = if is_item { clause(head) } else { String::new() };
    let is_masked = list.chars().any(is_mark);
    let follows: String = rest.iter().take(8).take_while(|c| !is_edge(**c) && **c != ' ').collect();
    let default = default(kind, class, "");
    match () {
        () if !has_unit && follows.chars().count() > 1 => left.to_owned() + &follows,
        () if !left.is_empty() && has_unit && kind != Kind::Percent => left.to_owned(),
        () if left.is_empty() && list.chars().count() > 1 && !is_masked => list,
        () => default,
    }
}

/// What a blank is called that nothing names. `end` is the noun that its name ends in.
fn default(kind: Kind, class: Class, end: &str) -> String {
    let word = match (kind, class) {
        (_, Class::Month) => "月份",
        (_, Class::Day) => "日",
        (_, Class::Tel) => "电话",
        (_, Class::Email) => "邮箱",
        (_, Class::DocNo) => "文号",
        (Kind::Year, _) => "年份",
        (Kind::Date, _) => "日期",
        (Kind::Person, _) => "姓名",
        (Kind::Percent, _) => "占比",
        (Kind::Integer | Kind::Decimal, _) => "数量",
        (Kind::Ordinal, _) => "序号",
        (Kind::Choice, _) => "选项",
        (Kind::Organisation | Kind::Place | Kind::Title, _) => return format!("{end}{NAME}"),
        (Kind::Text | Kind::Prose | Kind::List(_), _) => "内容",
    };
    word.to_owned()
}

/// What stands between the last blank and this one, without the unit of the last.
fn own_left<'a>(line: &str, blanks: &[Blank], at: usize, before: &'a [char]) -> &'a [char] {
    let (Some(last), Some(blank)) = (at.checked_sub(1).and_then(|at| blanks.get(at)), blanks.get(at)) else {
        return before;
    };
    let between = line.get(last.range.end..blank.range.start).unwrap_or_default();
    let room = between.chars().take(before.len() + 1).count();
    if room > before.len() {
        return before;
    }
    let own = trim_start(&before[before.len() - room..]);
    let named = suffix(own).map_or(0, |(_, length)| length);
    let dated = match own.first() {
        Some('年') => 1 + usize::from(own.get(1) == Some(&'度')),
        Some('月' | '日' | '时' | '号') => 1,
        Some(_) | None => 0,
    };
    &own[unit_length(own).max(named).max(dated)..]
}

/// What stands between this blank and the next one.
fn own_right<'a>(line: &str, blanks: &[Blank], at: usize, after: &'a [char]) -> &'a [char] {
    let (Some(blank), Some(next)) = (blanks.get(at), blanks.get(at + 1)) else { return after };
    let between = line.get(blank.range.end..next.range.start).unwrap_or_default();
    &after[..between.chars().take(after.len()).count()]
}

/// Whether what follows a unit goes on with the sentence rather than naming what is counted.
#[rustfmt::skip]
fn is_verb(after: &[char]) -> bool {
    starts_any(after, &[
        "以上", "以下", "以内", "左右", "的", "和", "及", "与", "在", "是", "为", "由", "经", "已", "并", "来", "内", "后", "前", "起",
        "至", "到", "被", "将", "上下", "不等", "之", "降", "升", "增", "提", "脱", "任教", "中的", "整",
    ])
}

/// The words before a blank, up to the mark that begins its clause.
fn clause(before: &[char]) -> String {
    let mut text = trim_end(before);
    let is_asked = matches!(text.last(), Some('：' | ':'));
    while let Some(('：' | ':' | '（' | '(' | '￥', rest)) = text.split_last() {
        text = trim_end(rest);
    }
    // 甲方（用人单位）：
    if is_asked
        && matches!(text.last(), Some('）' | ')'))
        && let Some(open) = text.iter().rposition(|c| matches!(c, '（' | '('))
    {
        text = trim_end(&text[..open]);
    }
    let length = text.iter().rev().take(LONGEST).take_while(|c| !is_edge(**c)).count();
    let text = trim_start(&text[text.len() - length..]);
    // Two spaces end what came before; fewer, or around one character, spread a word: 姓  名.
    let gap = text.windows(2).rposition(|pair| pair == [' ', ' ']).map_or(0, |at| at + 2);
    let gap = if text.len() - gap > 1 { gap } else { 0 };
    let word = text.iter().rposition(|c| *c == ' ').map_or(0, |at| at + 1);
    let gap = if is_asked && text.len() - word > 1 { word } else { gap };
    text[gap..].iter().filter(|c| **c != ' ').collect()
}

/// A name in quotes, and what follows them: 名称（“…”示范学校）.
fn title(line: &str, blank: &Blank, before: &[char], after: &[char]) -> String {
    let open = before.last().copied().unwrap_or_default();
    let is_quoted = closing(open) != '\0' && after.first() == Some(&closing(open));
    let first = line.get(blank.range.clone()).and_then(|mark| mark.chars().next()).map(fold);
    let open = if is_quoted { open } else { first.unwrap_or_default() };
    let open = if closing(open) == '\0' { '“' } else { open };
    let rest = if is_quoted { &after[1..] } else { after };
    let tail: String = rest.iter().take(8).take_while(|c| is_han(**c)).collect();
    format!("{NAME}（{open}…{}{tail}）", closing(open))
}

/// The words between delimiters.
fn content(line: &str, blank: &Blank) -> Option<String> {
    let mark = line.get(blank.range.clone())?;
    let is_delimiter =
        |c| matches!(c, '[' | ']' | '{' | '}' | '【' | '】' | '«' | '»' | '<' | '>' | '$' | ' ');
    let words = mark.trim_matches(is_delimiter);
    let named = words.chars().any(|c| is_han(c) || (c.is_ascii_alphabetic() && !matches!(c, 'X' | 'x')));
    named.then(|| words.chars().take(LONGEST).collect())
}
