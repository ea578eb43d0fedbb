//! The comparison as HTML for the page.

use gaozhi_core::export::{Markup, class};

use crate::model::{Change, Comparison, Mark, Row};

/// Equal paragraphs that stay in sight at each end of a stretch of them.
const NEAR: usize = 1;
/// Fewer than this many are not worth folding.
const FOLD: usize = 3;

/// A `<p>` for each row, with the class of its kind as in the preview and `changed`, `removed` or
/// `added`; what was removed and added in it, and nothing else, stands in `<del>` and `<ins>`.
/// `data-before` and `data-after` say its sections. A `<div data-same>` around a stretch of equal
/// paragraphs away from any change says how many it holds, so that the page can fold it.
#[must_use]
pub fn markup(comparison: &Comparison) -> Markup {
    let is_same = |row: &Row| matches!(row.change, Change::Same(_));
    let rows = &comparison.rows;
    let mut out = Markup::new();
    let mut at = 0;
    for stretch in rows.chunk_by(|a, b| is_same(a) == is_same(b)) {
        let near_start = if at == 0 { 0 } else { NEAR };
        at += stretch.len();
        let near_end = if at == rows.len() { 0 } else { NEAR };
        let folded = near_start..stretch.len().saturating_sub(near_end).max(near_start);
        let is_folded = folded.len() >= FOLD && stretch.first().is_some_and(is_same);
        for (index, one) in stretch.iter().enumerate() {
            if is_folded && index == folded.start {
                out.raw("<div").number("data-same", u32::try_from(folded.len()).unwrap_or(u32::MAX)).raw(">");
            }
            row(&mut out, one);
            if is_folded && index + 1 == folded.end {
                out.raw("</div>");
            }
        }
    }
    out
}

fn row(out: &mut Markup, row: &Row) {
    out.raw("<p class=\"").raw(class(row.kind)).raw(match row.change {
        Change::Same(_) => "",
        Change::Changed(_) => " changed",
        Change::Removed(_) => " removed",
        Change::Added(_) => " added",
    });
    out.raw("\"");
    for (name, section) in [("data-before", row.before), ("data-after", row.after)] {
        if let Some(section) = section {
            out.number(name, u32::try_from(section).unwrap_or(u32::MAX));
        }
    }
    out.raw(">");
    // A number is part of what came or went only if its paragraph is.
    match &row.change {
        Change::Same(text) => stretch(out, Mark::Same, &[&row.number, text]),
        Change::Removed(text) => stretch(out, Mark::Removed, &[&row.number, text]),
        Change::Added(text) => stretch(out, Mark::Added, &[&row.number, text]),
        Change::Changed(pieces) => {
            stretch(out, Mark::Same, &[&row.number]);
            for piece in pieces {
                stretch(out, piece.mark, &[&piece.text]);
            }
        }
    }
    out.raw("</p>");
}

fn stretch(out: &mut Markup, mark: Mark, texts: &[&str]) {
    let (open, close) = match mark {
        Mark::Same => ("", ""),
        Mark::Removed => ("<del>", "</del>"),
        Mark::Added => ("<ins>", "</ins>"),
    };
    out.raw(open);
    for text in texts {
        out.text(text);
    }
    out.raw(close);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare;
    use gaozhi_core::draft::Draft;
    use gaozhi_core::template::parse;
    use std::collections::BTreeMap;

    fn marked(before: &str, after: &str) -> String {
        let draft = |text: &str| Draft::new(parse(&format!("[正文]\n{text}")).0, BTreeMap::new());
        markup(&compare(&draft(before), &draft(after))).into_string()
    }

    #[test]
    fn what_differs_is_marked_in_place() {
        assert_eq!(
            marked("# 讲<b>党课12次。\n某甲某乙。", "# 讲<b>党课120次。\n## 子丑寅卯"),
            "<p class=\"item one changed\" data-before=\"1\" data-after=\"1\">一、讲&lt;b&gt;党课<del>12</del><ins>120</ins>次。</p>\
             <p class=\"body removed\" data-before=\"1\"><del>某甲某乙。</del></p>\
             <p class=\"item two added\" data-after=\"1\"><ins>（一）子丑寅卯</ins></p>"
        );
    }

    #[test]
    fn a_long_equal_stretch_can_be_folded() {
        let equal = ["段一", "段二", "段三", "段四", "段五"].join("\n");
        let folds = |before: &str, after: &str| -> Vec<String> {
            let html = marked(before, after);
            assert_eq!(html.matches("<div").count(), html.matches("</div>").count());
            html.split("data-same=\"").skip(1).map(|rest| rest[..1].to_owned()).collect()
        };
        assert_eq!(folds(&equal, &equal), ["5"]);
        assert_eq!(folds(&format!("甲乙\n{equal}\n丙丁"), &equal), ["3"]);
        assert_eq!(folds(&equal, &format!("{equal}\n丙丁")), ["4"]);
        assert_eq!(folds("甲\n段二\n段三\n段四\n丙", "段二\n段三\n段四"), [""; 0]);
    }
}
