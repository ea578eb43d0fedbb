//! What a blank asks for: its kind and unit, by what stands beside it.

use std::ops::Range;

use super::view::{
    closing, ends, ends_any, is_dash, is_digit, is_mark, is_x, starts, starts_any, trim_end, trim_start,
};
use super::words::{Ask, ends_in_post, far_organisation, is_measure, latin_unit, slot, suffix, unit};
use super::{Blank, Class, Typed, choices, label};
use crate::field::Kind;
use crate::text::chars::{fold, is_space};

/// Beside a blank no more is looked at than this.
const BESIDE: usize = 36;
/// So many X are room for sentences.
const PROSE: usize = 6;
/// So many underscores are.
const PROSE_LINE: usize = 24;

/// What stands beside a blank, folded.
pub(super) struct Around {
    chars: [char; 2 * BESIDE],
    before: usize,
    after: usize,
}

impl Around {
    pub(super) fn of(line: &str, range: &Range<usize>) -> Self {
        let mut around = Self { chars: ['\0'; 2 * BESIDE], before: 0, after: 0 };
        for c in line.get(..range.start).unwrap_or_default().chars().rev().take(BESIDE) {
            around.before += 1;
            around.chars[BESIDE - around.before] = fold(c);
        }
        for c in line.get(range.end..).unwrap_or_default().chars().take(BESIDE) {
            around.chars[BESIDE + around.after] = fold(c);
            around.after += 1;
        }
        around
    }

    pub(super) fn before(&self) -> &[char] {
        &self.chars[BESIDE - self.before..BESIDE]
    }

    pub(super) fn after(&self) -> &[char] {
        &self.chars[BESIDE..BESIDE + self.after]
    }
}

/// A kind, and how many of the characters after the blank are its unit, spaces before it not counted.
type Guess = (Kind, usize);

/// What the blank number `at` of a line asks for.
pub(in crate::reading) fn type_of(line: &str, blanks: &[Blank], at: usize) -> Typed {
    let text = Typed { kind: Kind::Text, unit: String::new(), label: String::new(), choices: Vec::new() };
    let Some(blank) = blanks.get(at) else { return text };
    let mark = line.get(blank.range.clone()).unwrap_or_default();
    let around = Around::of(line, &blank.range);
    let (before, after) = (trim_end(around.before()), trim_start(around.after()));
    let (kind, length) = guess(blank.class, mark, before, after);
    let quoted = kind == Kind::Title
        && after.first().is_some_and(|c| closing(*c) == '\0')
        && is_quoted(around.before(), around.after());
    let rest = if quoted { &after[1..] } else { after };
    let unit: String = rest[..length.min(rest.len())].iter().collect();
    let mut choices = Vec::new();
    if kind == Kind::Choice {
        match blank.class {
            Class::Choice | Class::Delim => choices = choices::options(mark),
            _ => choices.extend(named_choices(before).iter().map(|word| (*word).to_owned())),
        }
    }
    let kind = if kind == Kind::Choice && choices.len() < 2 { Kind::Text } else { kind };
    let label = label::label(line, blanks, at, kind, &unit);
    Typed { kind, unit, label, choices }
}

fn guess(class: Class, mark: &str, before: &[char], after: &[char]) -> Guess {
    match class {
        Class::Year => (Kind::Year, year_unit(after)),
        Class::Month => (Kind::Integer, usize::from(starts(after, "月"))),
        Class::Day => (Kind::Integer, usize::from(starts_any(after, &["日", "号"]))),
        Class::DocNo => (Kind::Integer, usize::from(starts_any(after, &["号", "號"]))),
        Class::BlankDate => (Kind::Date, 0),
        Class::Tel | Class::Email => (Kind::Text, 0),
        Class::Choice => (Kind::Choice, 0),
        Class::Ellipsis => (if ends(before, "是") { Kind::Prose } else { Kind::Text }, 0),
        Class::NumberMask => {
            let length = unit(after);
            if after.first() == Some(&'%') { (Kind::Percent, 1) } else { (Kind::Decimal, length) }
        }
        Class::Delim => by_content(mark, before, after),
        Class::XRun
        | Class::Letter
        | Class::Underscore
        | Class::Star
        | Class::Mou
        | Class::Circle
        | Class::Blank
        | Class::Square
        | Class::Given => by_neighbours(class, mark, before, after),
    }
}

fn year_unit(after: &[char]) -> usize {
    if starts_any(after, &["学年", "年度"]) && !starts(after, "年度") {
        2
    } else {
        usize::from(starts_any(after, &["年", "届", "级"]))
    }
}

/// What is said between delimiters asks for it.
fn by_content(mark: &str, before: &[char], after: &[char]) -> Guess {
    let content: Vec<char> = mark
        .trim_matches(['[', ']', '{', '}', '【', '】', '«', '»', '<', '>', '$', ' '])
        .chars()
        .map(fold)
        .collect();
    if content.iter().all(|c| is_mark(*c)) {
        return by_neighbours(Class::XRun, mark, before, after);
    }
    let by_side = by_neighbours(Class::Delim, mark, before, after);
    if content.contains(&'/') && content.iter().all(|c| !c.is_ascii_alphanumeric()) {
        return (Kind::Choice, 0);
    }
    match slot(&content) {
        Some(_) if by_side.1 > 0 && matches!(by_side.0, Kind::Integer | Kind::Percent) => by_side,
        Some(Ask::Words) if ends(&content, "时间") || ends(&content, "时分") => (Kind::Text, 0),
        Some(ask) => (asked(ask), 0),
        None if content == ['y', 'e', 'a', 'r'] => (Kind::Year, year_unit(after)),
        None => by_side,
    }
}

/// The kind that a noun asks for.
fn asked(ask: Ask) -> Kind {
    match ask {
        Ask::Person => Kind::Person,
        Ask::Place => Kind::Place,
        Ask::Organisation => Kind::Organisation,
        Ask::Title => Kind::Title,
        Ask::Year => Kind::Year,
        Ask::Date => Kind::Date,
        Ask::Count => Kind::Integer,
        Ask::Amount => Kind::Decimal,
        Ask::Share => Kind::Percent,
        Ask::Sex => Kind::Choice,
        Ask::Words => Kind::Text,
        Ask::Prose => Kind::Prose,
    }
}

/// Whether a blank fills quotes or 《》.
fn is_quoted(before: &[char], after: &[char]) -> bool {
    let open = before.last().copied().unwrap_or_default();
    matches!(open, '“' | '《' | '‘' | '「' | '『' | '〈') && after.first() == Some(&closing(open))
}

fn by_neighbours(class: Class, mark: &str, before: &[char], after: &[char]) -> Guess {
    if is_quoted(before, after) {
        return (Kind::Title, title_unit(&after[1..]));
    }
    if class == Class::Blank && mark.starts_with(['“', '《', '‘', '「', '『', '〈']) {
        return (Kind::Title, title_unit(after));
    }
    // What follows room behind a label is the next label: 性别：    年龄：
    let is_room = class == Class::Blank && mark.chars().all(is_space);
    let by_label = by_label(before);
    if is_room && by_label.is_some() {
        return by_label.unwrap_or((Kind::Text, 0));
    }
    by_figure(mark, before, after).or_else(|| by_name(before, after)).or(by_label).unwrap_or_else(|| {
        let marks = mark.chars().map(fold).filter(|c| is_x(*c)).count();
        let lines = mark.chars().map(fold).filter(|c| *c == '_').count();
        (if marks >= PROSE || lines >= PROSE_LINE { Kind::Prose } else { Kind::Text }, 0)
    })
}

/// “XX”示范学校: the end of a name outside of its quotes.
fn title_unit(after: &[char]) -> usize {
    match (far_organisation(after), suffix(after)) {
        (Some(length), _) | (None, Some((Ask::Organisation, length))) => length,
        _ => 0,
    }
}

/// What is a figure by its unit, its ordinal or the range that it begins.
fn by_figure(mark: &str, before: &[char], after: &[char]) -> Option<Guess> {
    if ends(before, "百分之") {
        return Some((Kind::Percent, 0));
    }
    if ends_any(before, &["星期", "礼拜"])
        || (ends(before, "周") && starts_any(after, &["上午", "下午", "晚", "）"]))
    {
        return Some((Kind::Choice, 0));
    }
    if let Some(kind) = range_start(after) {
        return Some((kind, 0));
    }
    let ordinal =
        ends(before, "第") || starts(after, "届") || (ends(before, "届") && starts_any(after, &["次", "中"]));
    let name = suffix(after);
    if let Some((_, named)) = name
        && named > unit(after)
        && !ordinal
    {
        return None;
    }
    let is_year = starts(after, "年") && !starts(after, "年级");
    if is_year {
        return Some(if is_calendar_year(mark, before, after) {
            (Kind::Year, 1)
        } else {
            (Kind::Integer, 1)
        });
    }
    if starts_any(after, &["月", "日"]) && !starts_any(after, &["月饼", "日常", "日报", "日程", "日照"])
    {
        return Some((Kind::Integer, 1));
    }
    let mut length = unit(after);
    if length == 0 {
        length = latin_unit(after);
    }
    let clock =
        starts_any(after, &["时", "点"]) && !starts_any(after, &["时间", "时代", "时任", "时期", "点击"]);
    if length == 0
        && (clock || starts_any(after, &["号", "版", "章", "节", "集", "卷", "款", "部分"]) && ordinal)
    {
        length = 1;
    }
    if ordinal {
        return Some((Kind::Ordinal, length));
    }
    if length == 0 {
        return None;
    }
    Some(match after[..length] {
        ['%' | '‰'] => (Kind::Percent, 1),
        // XX级骨干教师: 省, 市.
        ['级'] => (Kind::Text, 1),
        _ if is_measure(&after[..length]) => (Kind::Decimal, length),
        _ => (Kind::Integer, length),
    })
}

/// XX年 with something behind it that follows a year and no duration.
fn is_calendar_year(mark: &str, before: &[char], after: &[char]) -> bool {
    let lasts = ends_any(
        before,
        &[
            "从教", "任职", "工作", "历时", "为期", "近", "满", "历经", "从事", "以上", "达", "约", "共",
            "的", "龄",
        ],
    );
    let long = mark.chars().count() > 1 && !lasts;
    let rest = trim_start(&after[1..]);
    let month = rest.iter().take_while(|c| is_mark(**c) || is_digit(**c)).count();
    let dated = month > 0 && starts(trim_start(&rest[month..]), "月");
    dated
        || (long
            && starts_any(
                rest,
                &[
                    "来",
                    "度",
                    "以来",
                    "底",
                    "初",
                    "，",
                    ",",
                    "工作",
                    "末",
                    "上半年",
                    "下半年",
                    "全年",
                    "第",
                    "春",
                    "秋",
                ],
            ))
}

/// The first of two figures: X至X名, XX-XX岁. The unit stands after the second.
fn range_start(after: &[char]) -> Option<Kind> {
    let first = after.first()?;
    let skip = 1 + usize::from(is_dash(*first) && after.get(1).is_some_and(|c| is_dash(*c)));
    if !is_dash(*first) && !matches!(first, '至' | '到') {
        return None;
    }
    let rest = trim_start(after.get(skip..)?);
    let marks = rest.iter().take(8).take_while(|c| is_mark(**c)).count();
    let rest = trim_start(&rest[marks..]);
    let length = unit(rest);
    if marks == 0
        || (length == 0 && !starts_any(rest, &["月", "年", "日"]))
        || suffix(rest).is_some_and(|(_, named)| named > length)
    {
        return None;
    }
    Some(match rest.first() {
        Some('%') => Kind::Percent,
        _ if is_measure(&rest[..length]) => Kind::Decimal,
        _ => Kind::Integer,
    })
}

/// What is a name by the noun behind it, or by the post before it.
fn by_name(before: &[char], after: &[char]) -> Option<Guess> {
    if starts_any(after, &["（姓名", "(姓名"]) {
        return Some((Kind::Person, 0));
    }
    if let Some(length) = far_organisation(after) {
        return Some((Kind::Organisation, length));
    }
    if let Some((ask, length)) = suffix(after) {
        return Some(match ask {
            Ask::Person => (Kind::Person, 0),
            ask => (asked(ask), length),
        });
    }
    let speaks = ends(before, "请")
        && starts_any(after, &["作", "发言", "讲话", "汇报", "宣读", "致辞", "主持", "表态"]);
    if ends_in_post(before)
        || is_person_list(after)
        || speaks
        || ends_any(before, &["我叫", "我是", "本人", "姓名"])
    {
        return Some((Kind::Person, 0));
    }
    let place = ends_any(before, &["在", "于", "赴"])
        && starts_any(after, &["召开", "举行", "举办", "开展考察", "考察"]);
    if place {
        return Some((Kind::Place, 0));
    }
    // 性别X, 联系人XXX
    let asked_for =
        |ask: &Ask| matches!(ask, Ask::Sex | Ask::Date) || (*ask == Ask::Person && ends(before, "人"));
    slot(before).filter(asked_for).map(|ask| (asked(ask), 0))
}

/// XXX、XXX等同志: names in a row before what they are.
fn is_person_list(after: &[char]) -> bool {
    let mut rest = after;
    for _ in 0..6 {
        let marks = match rest.first() {
            Some('、' | '，') => 1 + rest[1..].iter().take_while(|c| is_mark(**c)).count(),
            Some(_) | None => break,
        };
        if marks == 1 {
            break;
        }
        rest = &rest[marks..];
    }
    let rest = if starts(rest, "等") { &rest[1..] } else { rest };
    let rest = &rest[rest.iter().take(2).take_while(|c| is_digit(**c) || is_mark(**c)).count()..];
    let rest = if starts_any(rest, &["名", "位"]) { &rest[1..] } else { rest };
    rest.len() < after.len() && matches!(suffix(rest), Some((Ask::Person, _)))
}

/// What the label before asks for: 姓名：____.
fn by_label(before: &[char]) -> Option<Guess> {
    let (colon, label) = before.split_last()?;
    if !matches!(colon, '：' | ':') {
        return None;
    }
    let label: Vec<char> = trim_end(label).iter().copied().filter(|c| *c != ' ').collect();
    let label = match label.iter().rposition(|c| matches!(c, '（' | '(')) {
        Some(open) if open > 0 && matches!(label.last(), Some('）' | ')')) => &label[..open],
        _ => &label[..],
    };
    slot(label).map(|ask| (asked(ask), 0))
}

/// The choices that a word before a blank names.
fn named_choices(before: &[char]) -> &'static [&'static str] {
    if ends_any(before, &["星期", "周", "礼拜"]) {
        &["一", "二", "三", "四", "五", "六", "日"]
    } else {
        &["男", "女"]
    }
}
