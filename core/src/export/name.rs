//! How a taken-away file is named: `2026年度…述职报告_张三_送审稿_20261205`.

use crate::draft::{Day, Draft, State};
use crate::field::FieldId;
use crate::lang::Strings;
use crate::report::Report;

/// The name without its ending; `state` is that of the draft. Holds no mark that a file system
/// refuses, and at most 100 characters of title.
#[must_use]
pub fn file_stem(draft: &Draft, report: &Report, state: State, strings: &Strings, today: Day) -> String {
    let state = match state {
        State::Draft => strings.state_draft,
        State::Final => strings.state_final,
    };
    stem(draft, report, state, strings, today)
}

/// The same for a file that carries the draft: it says so in the place of the state, since what is
/// sent on should carry none.
#[must_use]
pub fn draft_stem(draft: &Draft, report: &Report, strings: &Strings, today: Day) -> String {
    stem(draft, report, strings.state_file, strings, today)
}

fn stem(draft: &Draft, report: &Report, state: &str, strings: &Strings, today: Day) -> String {
    let title = report.title();
    let title = if title.trim().is_empty() { draft.name() } else { &title };
    let mut stem = clean(title, 100);
    if stem.is_empty() {
        stem.push_str(strings.app_name);
    }
    let person = clean(&draft.value(&FieldId::new("reporter_name")), 20);
    if !person.is_empty() {
        stem.push('_');
        stem.push_str(&person);
    }
    stem.push('_');
    stem.push_str(state);
    stem.push_str(&format!("_{:04}{:02}{:02}", today.year, today.month, today.day));
    stem
}

/// Whether a file system refuses the character in a name.
#[must_use]
pub fn is_refused_in_names(c: char) -> bool {
    matches!(c, '\\' | '/' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
}

fn clean(text: &str, limit: usize) -> String {
    text.chars()
        .filter(|c| !c.is_control() && !c.is_whitespace() && !is_refused_in_names(*c))
        .take(limit)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::ZH;
    use crate::report::compose;
    use crate::template::parse;
    use std::collections::BTreeMap;

    const TODAY: Day = Day { year: 2026, month: 12, day: 5 };

    #[test]
    fn a_file_says_whose_it_is_and_in_which_state() {
        let (template, _) =
            parse("[字段]\nreporter_name | 文本 | 姓名 | 占位 XX\n[正文]\n@标题 年度/报告\n{reporter_name}");
        let name = |answers| {
            let draft = Draft::new(template.clone(), answers);
            file_stem(&draft, &compose(&draft), draft.state(TODAY), &ZH, TODAY)
        };
        assert_eq!(name(BTreeMap::new()), "年度报告_讨论稿_20261205");
        let named = BTreeMap::from([(FieldId::new("reporter_name"), "张 三".to_owned())]);
        assert_eq!(name(named.clone()), "年度报告_张三_送审稿_20261205");
        let draft = Draft::new(template, named);
        let stem = draft_stem(&draft, &compose(&draft), &ZH, TODAY);
        assert_eq!(stem, "年度报告_张三_草稿_20261205");
    }
}
