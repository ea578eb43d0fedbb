//! Writing JSON, which needs little.

/// Adds a text as a string of JSON (RFC 8259, section 7).
pub fn json_string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\0'..='\x1f' => {
                let code = c as u8;
                out.push_str(if code < 16 { "\\u000" } else { "\\u001" });
                out.extend(char::from_digit(u32::from(code % 16), 16));
            }
            _ => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_written_as_others_write_it() {
        let all: String = (0..0x3000).filter_map(char::from_u32).chain("𠮷👍\u{feff}".chars()).collect();
        let mut out = String::new();
        json_string(&mut out, &all);
        assert_eq!(Ok(out), serde_json::to_string(&all).map_err(|error| error.to_string()));
    }
}
