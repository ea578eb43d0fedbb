//! Text that was once decoded wrongly: what is lost cannot be guessed, only told.

/// What UTF-8 and GB18030 look like when each is read as something else.
pub(crate) const SIGNS: [&str; 5] = ["\u{FFFD}", "锟斤拷", "烫烫烫", "â€œ", "ï¼Œ"];

/// Whether a text shows that it was once decoded wrongly.
pub(crate) fn is_garbled(text: &str) -> bool {
    SIGNS.iter().any(|sign| text.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::is_garbled;

    #[test]
    fn garbled_text_is_told() {
        for text in ["锟斤拷锟斤拷", "讲课\u{FFFD}次", "â€œä¸ƒä¸€â€", "ï¼Œ"] {
            assert!(is_garbled(text), "{text}");
        }
        assert!(!is_garbled("讲课X次，培训XX人。Café"));
    }
}
