//! How far a heading reaches in a numbered paragraph.

use super::chars::{fold, is_han};

/// A heading that stands alone is no longer than this, in characters.
const ALONE: usize = 40;
/// A heading that text follows is no longer than this, in characters, and holds at most one comma.
const RUN_IN: usize = 30;

/// The bytes of `words` that are the heading: all of them for one that stands alone, a first
/// sentence with its mark where text follows, none for a paragraph without a heading. `words` is a
/// numbered paragraph without its number.
#[must_use]
pub fn reach(words: &str) -> usize {
    let (mut commas, mut open, mut length) = (0, 0, 0);
    let mut chars = words.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        length += 1;
        if length > ALONE {
            return 0;
        }
        let end = at + c.len_utf8();
        match c {
            '“' | '（' | '《' | '(' | '‘' => open += 1,
            '”' | '）' | '》' | ')' | '’' => open -= 1,
            '，' | ',' => commas += 1,
            // The mark of a quoted sentence: the heading is no single sentence.
            '。' | '！' | '？' if open > 0 => return 0,
            // A point between Han stands for 。
            '。' | '！' | '？' | '.'
                if c != '.' || is_han(before) && chars.peek().is_none_or(|(_, c)| is_han(*c)) =>
            {
                let follows = end < words.len();
                let fits = length <= RUN_IN + 1 && commas <= usize::from(follows);
                return if fits { end } else { 0 };
            }
            '：' | ':' if end < words.len() && commas <= 1 && length <= RUN_IN + 1 && open <= 0 => {
                let next = chars.peek().map_or(' ', |(_, c)| *c);
                if !(is_figure(before) && is_figure(next)) {
                    return end;
                }
            }
            _ => {}
        }
        before = c;
    }
    // An item of a list goes on in the next one.
    if words.ends_with(['；', '，', ';', ',']) { 0 } else { words.len() }
}

/// The words that name a numbered paragraph: its heading, or its first sentence, without the mark
/// at its end.
pub(crate) fn title(words: &str, reach: usize) -> &str {
    let head = if reach > 0 { &words[..reach] } else { words };
    let end = head.find(['。', '！', '？']).unwrap_or(head.len());
    head[..end].trim_end_matches(['：', ':', '；', '，', ' ', '\u{3000}', '.'])
}

/// What may stand beside the colon of a clock time.
fn is_figure(c: char) -> bool {
    matches!(fold(c), '0'..='9' | 'X' | 'x' | '×' | '_' | '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(words: &str) -> (&str, &str) {
        words.split_at(reach(words))
    }

    #[test]
    fn headings_are_told_from_paragraphs() {
        assert_eq!(cut("主要做法及成效"), ("主要做法及成效", ""));
        assert_eq!(cut("细化分工。"), ("细化分工。", ""));
        assert_eq!(cut("强化理论武装，打造队伍。全年讲课。"), ("强化理论武装，打造队伍。", "全年讲课。"));
        assert_eq!(cut("会议时间：20XX年X月X日"), ("会议时间：", "20XX年X月X日"));
        assert_eq!(cut("上午8：30集合"), ("上午8：30集合", ""));
        assert_eq!(cut("提交材料；"), ("", "提交材料；"));
        assert_eq!(cut("加强学习，提高认识。"), ("", "加强学习，提高认识。"));
        let long =
            "党支部全覆盖分析研判的动态管理机制不够完善，工委培训指导难以实现全覆盖，全系统发展不均衡。";
        assert_eq!(cut(long), ("", long));
        assert_eq!(title(long, 0), &long[..long.len() - "。".len()]);
        assert_eq!(title("会议时间：20XX年", "会议时间：".len()), "会议时间");
    }
}
