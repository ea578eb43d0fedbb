//! What a draft is called by how far it is: 讨论稿 while a blank is open or a figure that came with the
//! template is not confirmed, 送审稿 after.

use super::model::references;
use super::{Day, Draft, Edit};
use crate::field::{Field, FieldId, Kind};
use crate::template::Span;

/// How far a draft is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// 讨论稿: something is still to be filled in or confirmed.
    Draft,
    /// 送审稿: all is there.
    Final,
}

impl Draft {
    /// The state of a draft that was begun on that day.
    #[must_use]
    pub fn state(&self, begun: Day) -> State {
        let waits = |id: &FieldId| self.is_open(id) || self.is_unconfirmed(id, begun);
        if self.placed().iter().any(waits) { State::Draft } else { State::Final }
    }

    /// Whether what stands in a field is a figure of the template that nobody has looked at yet: most
    /// likely that of last year. A year or a day that is that of the beginning is none, nor is what
    /// follows another field, nor what is refused and so open anyhow.
    #[must_use]
    pub fn is_unconfirmed(&self, id: &FieldId, begun: Day) -> bool {
        self.answer(id).is_none()
            && self.field(id).is_some_and(|field| brings_figure(field, begun))
            && !self.is_open(id)
    }

    /// The edit that confirms what stands in a field: it becomes an answer. Nothing where it is one.
    #[must_use]
    pub fn confirm(&self, id: &FieldId) -> Option<Edit> {
        let is_given = self.answer(id).is_none() && self.field(id).is_some();
        is_given.then(|| Edit::Answer { field: id.clone(), text: Some(self.value(id).into_owned()) })
    }
}

/// Whether the default of a field is a figure that may be out of date.
fn brings_figure(field: &Field, begun: Day) -> bool {
    let default = field.default.trim();
    let is_figure = match field.kind {
        Kind::Integer | Kind::Decimal | Kind::Percent | Kind::Ordinal => true,
        Kind::Year => default != begun.year.to_string() && default != "今年",
        Kind::Date => default != begun.printed() && default != "今天",
        Kind::Text
        | Kind::Organisation
        | Kind::Person
        | Kind::Place
        | Kind::Title
        | Kind::Choice
        | Kind::Prose
        | Kind::List(_) => false,
    };
    is_figure && !default.is_empty() && !references(default).iter().any(|span| matches!(span, Span::Blank(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::parse;

    const BEGUN: Day = Day { year: 2026, month: 12, day: 5 };
    const TEXT: &str = "[字段]\nn | 整数 | 甲 | 默认 4\nshare | 百分比 | 乙 | 默认 62\nname | 文本 | 丙 | 默认 教体系统\n\
        year | 年份 | 丁 | 默认 今年\nfirst | 年份 | 戊 | 默认 2019\nday | 日期 | 己 | 默认 今天\nsame | 整数 | 庚 | 默认 {n}\n\
        wrong | 整数 | 辛 | 默认 约4\nempty | 整数 | 壬 | 选填\naway | 整数 | 癸 | 默认 7\n\
        [正文]\n{n}{share}{name}{year}{first}{day}{same}{wrong}{empty}";

    fn draft() -> Draft {
        Draft::start(parse(TEXT).0, BEGUN)
    }

    fn unconfirmed(draft: &Draft) -> Vec<String> {
        let placed = draft.placed().into_iter().filter(|id| draft.is_unconfirmed(id, BEGUN));
        placed.map(|id| id.as_str().to_owned()).collect()
    }

    #[test]
    fn a_figure_of_the_template_waits_for_a_look() {
        assert_eq!(unconfirmed(&draft()), ["n", "share", "first"]);
    }

    #[test]
    fn confirming_is_an_edit_that_can_be_taken_back() {
        let mut draft = draft();
        let n = FieldId::new("n");
        let applied = draft.confirm(&n).and_then(|edit| draft.apply(edit)).expect("a change");
        assert_eq!(
            (draft.answer(&n), unconfirmed(&draft)),
            (Some("4"), vec!["share".into(), "first".into()])
        );
        assert_eq!(draft.confirm(&n), None);
        draft.apply(applied.inverse);
        assert_eq!(unconfirmed(&draft), ["n", "share", "first"]);
    }

    #[test]
    fn a_draft_is_final_when_all_is_filled_and_confirmed() {
        let mut draft = draft();
        let answer = |draft: &mut Draft, id: &str, text: &str| {
            draft.apply(Edit::Answer { field: FieldId::new(id), text: Some(text.to_owned()) });
        };
        answer(&mut draft, "wrong", "4");
        assert_eq!(draft.state(BEGUN), State::Draft);
        for id in ["n", "share", "first"] {
            draft.confirm(&FieldId::new(id)).and_then(|edit| draft.apply(edit)).expect("a change");
        }
        assert_eq!(draft.state(BEGUN), State::Final);
        answer(&mut draft, "n", "");
        assert_eq!(draft.state(BEGUN), State::Draft);
    }
}
