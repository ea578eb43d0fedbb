//! What is pasted is text or a piece of a page, whatever it looks like.

use gaozhi_reader::{reading, template};

#[test]
fn pasted_text_is_read_as_text() {
    let read = |text: &str, way| {
        reading("", text.as_bytes(), way, "").map(|reading| (reading.text, reading.found.len()))
    };
    assert_eq!(read("讲党课X次。", "text"), Ok(("讲党课X次。".to_owned(), 1)));
    assert_eq!(read("PK\u{3}\u{4} 讲党课X次。", "text").map(|read| read.1), Ok(1));
    assert_eq!(read("<p>讲党课<b>X</b>次。</p>", "html"), Ok(("讲党课X次。".to_owned(), 1)));
}

#[test]
fn a_kind_of_repair_can_be_switched() {
    let read =
        |switched| reading("", "&ldquo;XX&rdquo;镇".as_bytes(), "text", switched).map(|reading| reading.text);
    assert_eq!(read(""), Ok("“XX”镇".to_owned()));
    assert_eq!(read("entities"), Ok("&ldquo;XX&rdquo;镇".to_owned()));
}

#[test]
fn a_template_needs_no_reading() {
    let text = "模板 甲\n[字段]\nx | 整数 | 次数\n[正文]\n讲课{x}次。\n";
    let reading = reading("a.txt", text.as_bytes(), "file", "").expect("a template");
    assert_eq!((reading.template.name.as_str(), reading.template.fields.len()), ("甲", 1));
    assert!(template("讲课X次。").contains("讲课{b1}次。"));
}
