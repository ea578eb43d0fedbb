//! The draft file as a web page: the report with its answers for anybody to read, the draft itself
//! for the program to open again. It lies in a block of data, which no browser shows or runs.

use super::html::page;
use super::{Context, Markup};
use crate::draft::Draft;
use crate::field::Field;
use crate::report::Report;
use crate::text::{find_word, part};

/// The id of the block that holds the draft.
const ID: &str = "gaozhi-draft";

/// The list of answers stands apart from the report and is not printed with it.
const CSS: &str = "\
.answers{max-width:46em;margin:0 auto;padding:0 1.2em 4em;font:14px/1.6 sans-serif}\
.answers summary{cursor:pointer}\
.answers table{width:100%;margin-top:1em;border-collapse:collapse}\
.answers th,.answers td{padding:.3em .6em;border:1px solid #bbb;text-align:left;vertical-align:top}\
.answers th{width:30%;font-weight:400}\
.answers td{white-space:pre-wrap;overflow-wrap:anywhere}\
@media print{.answers{display:none}}\n";

/// What may not stand bare in a block of data, and how JSON writes it instead: nothing in it can
/// end the block, and no tool takes a separator for the end of a line.
const GUARDED: [(char, &str); 5] =
    [('<', "\\u003c"), ('>', "\\u003e"), ('&', "\\u0026"), ('\u{2028}', "\\u2028"), ('\u{2029}', "\\u2029")];

/// The file: the report as [`html`](super::html()) writes it, below it what was filled in, and
/// `json`, the draft as [`to_json`](crate::draft::to_json) writes it, for [`carried`] to find.
#[must_use]
pub fn draft_html(draft: &Draft, report: &Report, json: &str, context: &Context<'_>) -> String {
    let mut below = answers(draft, context).into_string();
    below.push_str("<script type=\"application/json\" id=\"");
    below.push_str(ID);
    below.push_str("\">\n");
    below.push_str(&guarded(json));
    below.push_str("</script>\n");
    page(report, &[context.css, CSS].concat(), &below)
}

/// What was filled in, field by field, then what was typed for fields that the draft has no more.
fn answers(draft: &Draft, context: &Context<'_>) -> Markup {
    let mut out = Markup::new();
    out.raw("<details class=\"answers\"><summary>").text(context.strings.answers);
    out.raw("</summary><p>").text(context.strings.answers_hint).raw("</p><table>\n");
    for field in draft.fields() {
        let Field { id, label, .. } = field;
        row(&mut out, if label.is_empty() { id.as_str() } else { label }, &draft.value(id));
    }
    for (id, answer) in draft.answers().iter().filter(|(id, _)| draft.field(id).is_none()) {
        row(&mut out, id.as_str(), answer);
    }
    out.raw("</table></details>\n");
    out
}

fn row(out: &mut Markup, label: &str, value: &str) {
    out.raw("<tr><th>").text(label).raw("</th><td>").text(value).raw("</td></tr>\n");
}

/// The draft that a web page carries, as JSON; none if it carries none. Takes any text, also a page
/// that a browser saved again: attributes in any order, marks around the page. Whether what is found
/// is a draft, [`from_json`](crate::draft::from_json) tells.
#[must_use]
pub fn carried(html: &str) -> Option<String> {
    let mut rest = html;
    loop {
        rest = part(rest, find_word(rest, "<script")?..);
        let (tag, inside) = rest.split_once('>')?;
        let end = find_word(inside, "</script")?;
        if find_word(tag, ID).is_some() {
            return Some(bare(part(inside, ..end).trim_start_matches(['\r', '\n'])));
        }
        rest = part(inside, end..);
    }
}

fn guarded(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match GUARDED.iter().find(|(bare, _)| *bare == c) {
            Some((_, written)) => out.push_str(written),
            None => out.push(c),
        }
    }
    out
}

/// JSON with those marks bare again. A backslash that is itself written with one guards nothing.
fn bare(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.find('\\') {
        out.push_str(part(rest, ..at));
        rest = part(rest, at..);
        let known = GUARDED.iter().find(|(_, written)| rest.starts_with(written));
        let taken = match known {
            Some((bare, written)) => {
                out.push(*bare);
                written.len()
            }
            None => {
                let pair = rest.chars().take(2).map(char::len_utf8).sum();
                out.push_str(part(rest, ..pair));
                pair
            }
        };
        rest = part(rest, taken..);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_was_saved_again_still_carries_its_draft() {
        for html in [
            "<script type=\"application/json\" id=\"gaozhi-draft\">\n{\"a\":\"\\u003c\"}</script>",
            "<!-- saved from url=(0014)about:internet -->\r\n<HTML><body><SCRIPT id=gaozhi-draft type=application/json>\r\n{\"a\":\"\\u003c\"}</SCRIPT >",
            "<script>let a = 1 < 2;</script><script data-x='' id='gaozhi-draft'>{\"a\":\"<\"}</script><script></script>",
        ] {
            assert_eq!(carried(html).as_deref(), Some("{\"a\":\"<\"}"), "{html}");
        }
        for html in [
            "",
            "<script",
            "<script>",
            "<p>gaozhi-draft</p>",
            "<script id=\"gaozhi-draft\">{",
            "<script>1</script>",
        ] {
            assert_eq!(carried(html), None, "{html}");
        }
    }

    #[test]
    fn only_the_marks_that_were_guarded_come_back() {
        for json in ["\"\\\\u003c <\\n\\\"\"", "\"\\\\\\\\u0026&\u{2028}\"", "\\", "汉\\", "\\汉"] {
            assert_eq!(bare(&guarded(json)), json);
        }
    }
}
