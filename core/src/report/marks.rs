//! Which characters may stand at the ends of a line: GB/T 15834-2011 5.1.

/// Marks that may not begin a line, the space among them. Asked for every character of a report: a match, not a search.
pub(super) fn is_closing(c: char) -> bool {
    matches!(
        c,
        '。' | '，'
            | '、'
            | '；'
            | '：'
            | '？'
            | '！'
            | '”'
            | '’'
            | '）'
            | '》'
            | '〉'
            | '】'
            | '〕'
            | '〗'
            | '」'
            | '』'
            | '］'
            | '｝'
            | '…'
            | '—'
            | '～'
            | '％'
            | '‰'
            | '℃'
            | '·'
            | '.'
            | ','
            | ';'
            | ':'
            | '?'
            | '!'
            | ')'
            | ']'
            | '}'
            | '%'
            | ' '
    )
}

/// Marks that may not end a line.
pub(super) fn is_opening(c: char) -> bool {
    matches!(
        c,
        '“' | '‘'
            | '（'
            | '《'
            | '〈'
            | '【'
            | '〔'
            | '〖'
            | '「'
            | '『'
            | '［'
            | '｛'
            | '('
            | '['
            | '{'
            | '￥'
            | '$'
    )
}

/// Marks that may stand in the margin after a full line, one at most.
pub(super) fn may_hang(c: char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | '？' | '！' | ',' | '.' | ';' | ':' | '?' | '!' | ' ')
}

/// Whether a line may end between two characters: no closing mark begins a line, no opening mark
/// ends one, —— and …… stay whole, a number and a word stay whole.
pub(super) fn may_break(before: char, after: char) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let figure = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    let together = (word(before) && word(after)) || (figure(before) && figure(after));
    !(together || is_closing(after) || is_opening(before))
}
