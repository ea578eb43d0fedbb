//! NB08, PC15 to PC17, PC11: how paragraphs begin and end, and how those of one section are made.

use super::outline::{Item, Marker, Shape, marker, outline};
use super::scan::{before, each, is_stop};
use crate::lint::{Finding, Subject};
use crate::report::{Origin, Part};
use crate::template::BlockKind;
use crate::text::chars::{is_han, is_space};
use crate::text::part;

/// No heading of the first level is longer than this, in characters.
const HEADING: usize = 20;
/// A paragraph without any mark is text and no heading from this length on, in characters.
const PROSE: usize = 30;

fn text<'a>(subject: &'a Subject<'_>, item: &Item) -> &'a str {
    subject.texts.get(item.paragraph).map_or("", String::as_str)
}

/// The shape of an item, unless its only sentence may be either.
fn sure(subject: &Subject<'_>, item: &Item) -> Option<Shape> {
    let doubtful = item.shape == Shape::Standalone
        && !item.heads
        && text(subject, item).ends_with(['。', '！', '？', '；', '…']);
    (!doubtful).then_some(item.shape)
}

/// NB08: in one section some paragraphs of a level have a heading and others have none, or some
/// headings stand alone and others run in. One finding a section, where the fewer are.
pub(super) fn mixed_headings(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let items = outline(subject);
    let mut open: [Vec<&Item>; 5] = Default::default();
    for item in &items {
        for group in open.iter_mut().skip(item.level + 1) {
            judge(subject, group, found);
        }
        if let Some(group) = open.get_mut(item.level) {
            if item.count == 1 {
                judge(subject, group, found);
            }
            group.push(item);
        }
    }
    for group in &mut open {
        judge(subject, group, found);
    }
}

fn judge(subject: &Subject<'_>, group: &mut Vec<&Item>, found: &mut Vec<Finding>) {
    let shapes: Vec<(Shape, &Item)> =
        group.drain(..).filter_map(|item| Some((sure(subject, item)?, item))).collect();
    let count = |shape| shapes.iter().filter(|(other, _)| *other == shape).count();
    let counts = [Shape::Standalone, Shape::RunIn, Shape::Plain].map(|shape| (count(shape), shape));
    let fewest = counts.iter().filter(|(count, _)| *count > 0).min_by_key(|(count, _)| *count);
    let Some((fewest, shape)) = fewest.filter(|(count, _)| *count < shapes.len()) else { return };
    // Where both are as many, the second kind is the odd one.
    let tied = fewest * 2 == shapes.len();
    let first = shapes.first().map(|(shape, _)| *shape);
    let odd = shapes.iter().find(|(other, _)| if tied { Some(*other) != first } else { other == shape });
    if let Some((_, item)) = odd {
        found.push(Finding::at(item.paragraph, item.number.clone()));
    }
}

/// PC15: a heading that stands alone ends with a mark, or one that runs in has none.
pub(super) fn heading_end(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for item in outline(subject) {
        let text = text(subject, &item);
        let head = part(text, ..item.head);
        let last = before(text, item.head);
        let from = item.head.saturating_sub(last.len_utf8());
        let runs = subject.report.paragraphs.get(item.paragraph).map_or(&[][..], |p| &p.runs);
        let is_open = runs.iter().rev().find(|run| run.part == Part::Lead).is_some_and(|run| run.open);
        match item.shape {
            Shape::Standalone if item.level <= 1 || item.heads => {
                if matches!(last, '。' | '；' | '：' | '，' | '、') && head.len() > item.number.end {
                    found.push(Finding::at(item.paragraph, from..item.head).fixed(""));
                }
            }
            Shape::Plain if item.level <= 1 => {
                let words = part(text, item.number.end..);
                let mark = before(text, text.len());
                let is_heading = matches!(mark, '；' | '，' | '、')
                    && words.chars().nth(HEADING).is_none()
                    && words.chars().filter(|c| is_stop(*c)).count() == 1;
                if is_heading {
                    found.push(
                        Finding::at(item.paragraph, text.len() - mark.len_utf8()..text.len()).fixed(""),
                    );
                }
            }
            Shape::RunIn if !item.is_typed && !is_open => {
                if is_han(last) || matches!(last, '，' | '、' | '；') {
                    let fix = if is_han(last) { format!("{last}。") } else { "。".to_owned() };
                    found.push(Finding::at(item.paragraph, from..item.head).fixed(fix));
                }
            }
            Shape::Standalone | Shape::RunIn | Shape::Plain => {}
        }
    }
}

/// PC16: text that breaks off without a mark.
pub(super) fn no_final_mark(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (at, paragraph, text) in subject.paragraphs() {
        let text = text.trim_end_matches(is_space);
        let last = before(text, text.len());
        let breaks_off = is_han(last) || last.is_ascii_digit() || matches!(last, '%' | '，' | '、');
        let Some(run) = paragraph.runs.last() else { continue };
        let has_text = match paragraph.kind {
            BlockKind::Body => true,
            BlockKind::Item(_) => run.part == Part::Text && run.origin != Origin::Number,
            BlockKind::Title
            | BlockKind::Byline
            | BlockKind::Salutation
            | BlockKind::Closing
            | BlockKind::Signature
            | BlockKind::Date
            | BlockKind::Attachment
            | BlockKind::Remark
            | BlockKind::Annex => false,
        };
        if breaks_off && has_text && !run.open && is_prose(text) {
            found.push(Finding::at(at, text.len() - last.len_utf8()..text.len()));
        }
    }
}

/// Whether a paragraph says something in sentences: no heading, no 时间：…, no line of a list.
fn is_prose(text: &str) -> bool {
    let words = text.trim_start_matches(is_space);
    let label = words.chars().take(12).any(|c| matches!(c, '：' | ':'));
    let is_numbered = crate::text::number::number(words).is_some();
    let is_dashed = words.starts_with(['—', '-', '●', '•', '·', '■', '◆', '（', '(', '#', '|', '*']);
    let ends_sentence = words.contains('。');
    if is_numbered || is_dashed {
        return ends_sentence;
    }
    !label && (ends_sentence || words.contains('，') || words.chars().nth(PROSE).is_some())
}

/// PC17: a paragraph begins with a mark that closes (GB/T 15834-2011 5.1).
pub(super) fn closing_mark_first(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        let text = words.text.trim_start_matches(is_space);
        let from = words.text.len() - text.len();
        let first = text.chars().next().unwrap_or(' ');
        let closes =
            is_stop(first) || matches!(first, '”' | '’' | '）' | '》' | '】' | '〕' | ',' | ';' | '%');
        if closes {
            found.push(words.find(from..from + first.len_utf8()));
        }
    });
}

/// PC11: 。 inside of an item of a list whose items end with ；
pub(super) fn stop_in_list(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        if !words.text.contains('；') {
            return;
        }
        // The pieces between ； and 。, each with the mark before it.
        let mut starts = vec![(0, '。')];
        let marks = words.text.char_indices().filter(|(_, c)| matches!(c, '；' | '。'));
        starts.extend(marks.map(|(at, mark)| (at + mark.len_utf8(), mark)));
        let opener = |start: usize| Opener::of(words.text, start);
        for (index, &(start, mark)) in starts.iter().enumerate() {
            if mark != '；' {
                continue;
            }
            let Some(own) = opener(start) else { continue };
            // Back over the sentences to the item before.
            let pieces = starts.iter().take(index).rev();
            let mut stops = Vec::new();
            for &(from, mark) in pieces {
                if opener(from).is_some_and(|other| other.precedes(&own)) {
                    for stop in stops.drain(..).rev() {
                        found.push(words.find(stop));
                    }
                    break;
                }
                if mark == '；' || stops.len() == REACH || from == 0 {
                    break;
                }
                stops.push(from - mark.len_utf8()..from);
            }
        }
    });
}

/// An item of a list holds no more sentences.
const REACH: usize = 4;

/// How an item of a list begins.
enum Opener<'a> {
    /// With a marker.
    Marked(Marker),
    /// With words that the items have in common.
    Words(&'a str),
}

impl<'a> Opener<'a> {
    fn of(text: &'a str, start: usize) -> Option<Self> {
        let rest = part(text, start..).trim_start_matches(is_space);
        let start = text.len() - rest.len();
        if let Some(marker) = marker(text, start) {
            return Some(Self::Marked(marker));
        }
        let length: usize = rest.chars().take(2).take_while(|c| is_han(*c)).map(char::len_utf8).sum();
        (length >= 6).then(|| Self::Words(part(rest, ..length)))
    }

    /// Whether the item that begins so comes right before that one.
    fn precedes(&self, next: &Self) -> bool {
        match (self, next) {
            (Self::Marked(own), Self::Marked(next)) => own.kind == next.kind && own.count + 1 == next.count,
            (Self::Words(own), Self::Words(next)) => own == next,
            (Self::Marked(_), Self::Words(_)) | (Self::Words(_), Self::Marked(_)) => false,
        }
    }
}
