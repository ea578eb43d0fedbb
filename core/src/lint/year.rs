//! The year that a report reports on.

use crate::draft::Draft;
use crate::field::{Field, FieldId, Kind, read};
use crate::lint::prose::left;
use crate::report::{Origin, Report};
use crate::template::BlockKind;
use crate::text::part;

/// The field in which a report says its year.
const REPORT_YEAR: &str = "report_year";

/// The year that the report of a draft is about, 1950 to 2100: what stands in the field `report_year`, else in
/// a field for a year that the title shows, else a year in the title. Nothing where none of them says.
#[must_use]
pub fn report_year(draft: &Draft, report: &Report) -> Option<u16> {
    let title = || report.paragraphs.iter().filter(|paragraph| paragraph.kind == BlockKind::Title);
    let shown = title().flat_map(|paragraph| &paragraph.runs).filter_map(|run| match &run.origin {
        Origin::Field(id) => draft.field(id).filter(|field| field.kind == Kind::Year).map(|field| &field.id),
        Origin::Number | Origin::Text => None,
    });
    let own = FieldId::new(REPORT_YEAR);
    let mut fields = std::iter::once(&own).chain(shown);
    fields.find_map(|id| typed_year(draft, id)).or_else(|| title().find_map(|title| year_in(&title.text())))
}

fn typed_year(draft: &Draft, id: &FieldId) -> Option<u16> {
    draft.field(id)?;
    let read = read(&Field::new("", Kind::Year, "", ""), &draft.value(id));
    read.text.parse().ok().filter(|year| read.refusal.is_none() && is_year(*year))
}

fn is_year(year: u16) -> bool {
    (1950..=2100).contains(&year)
}

/// The last year of four digits before 年 in a title: of 2024年至2026年 the later.
fn year_in(title: &str) -> Option<u16> {
    title.rmatch_indices('年').find_map(|(sign, _)| {
        let head = part(title, ..sign);
        let digits = head.bytes().rev().take_while(u8::is_ascii_digit).count();
        let row = part(head, head.len() - digits..);
        let is_row = digits == 4 && !left(title, sign - digits).is_ascii_alphanumeric();
        row.parse().ok().filter(|year| is_row && is_year(*year))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::report::compose;
    use crate::template::parse;

    fn year(text: &str, answers: &[(&str, &str)]) -> Option<u16> {
        let answers: BTreeMap<_, _> =
            answers.iter().map(|(id, value)| (FieldId::new(id), (*value).to_owned())).collect();
        let draft = Draft::new(parse(text).0, answers);
        report_year(&draft, &compose(&draft))
    }

    #[test]
    fn the_field_of_the_year_goes_before_the_title() {
        let text =
            "[字段]\nreport_year | 年份 | 年\ny | 年份 | 年\n[正文]\n@标题 {y}年度报告\n正文{report_year}";
        assert_eq!(year(text, &[("report_year", "2026"), ("y", "2025")]), Some(2026));
        assert_eq!(year(text, &[("report_year", "去年"), ("y", "二〇二五")]), Some(2025));
        assert_eq!(year(text, &[]), None);
    }

    #[test]
    fn a_title_says_its_year() {
        assert_eq!(year("[正文]\n@标题 2026年度述职报告\n正文", &[]), Some(2026));
        assert_eq!(year("[正文]\n@标题 2024年至2026年述职报告\n正文", &[]), Some(2026));
        for title in ["述职报告", "三十年述职报告", "12026年报告", "编号2026报告"] {
            assert_eq!(year(&format!("[正文]\n@标题 {title}\n正文2025年"), &[]), None, "{title}");
        }
    }
}
