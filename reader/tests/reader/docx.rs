//! What the elements of a Word file say.

use gaozhi_core::field::Kind;
use gaozhi_core::reading::Part;

use crate::files::{lines, p, texts, word};

fn body(inside: &str) -> String {
    format!("<w:p>{inside}</w:p>")
}

fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

#[test]
fn a_line_says_what_the_page_shows() {
    let cases = [
        ("<w:r><w:t>讲课X</w:t></w:r><w:r><w:t>次</w:t></w:r>", "讲课X次"),
        ("<w:r><w:t> 甲 </w:t><w:t xml:space=\"preserve\"> 乙 </w:t></w:r>", "甲 乙 "),
        (
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c&lt;&#x4E00;<![CDATA[<d>]]></w:t></w:r>",
            "a\tb-c<一<d>",
        ),
        ("<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", "新"),
        (
            "<w:moveFrom><w:r><w:t>从</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>到</w:t></w:r></w:moveTo>",
            "到",
        ),
        (
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>显</w:t></w:r>",
            "显",
        ),
        ("<w:smartTag><w:hyperlink r:id=\"x\"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:smartTag>", "链接"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>zì</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>字</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "字",
        ),
        (
            "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/><w:t>是</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>",
            "□是☑",
        ),
        (
            "<w:r><w:t>姓名：</w:t></w:r><w:r><w:rPr><w:u w:val=\"single\"/></w:rPr><w:t xml:space=\"preserve\">    </w:t></w:r>",
            "姓名：____",
        ),
        ("<w:fldSimple w:instr=\" REF a \"><w:r><w:t>结果</w:t></w:r></w:fldSimple>", "结果"),
        (
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK </w:instrText></w:r>\
          <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>看</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
            "看",
        ),
        (
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:t>IF</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/><w:t>后</w:t></w:r>",
            "后",
        ),
        (
            "<mc:AlternateContent><mc:Choice Requires=\"x\"><w:r><w:t>新</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>旧</w:t></w:r></mc:Fallback></mc:AlternateContent>",
            "新",
        ),
        (
            "<mc:AlternateContent><mc:Choice Requires=\"x\"><w:r><w:t>新</w:t></w:r></mc:Choice></mc:AlternateContent>",
            "新",
        ),
    ];
    for (inside, text) in cases {
        assert_eq!(texts(&body(inside), &[]), [text], "{inside}");
    }
}

#[test]
fn soft_breaks_and_deleted_ends_make_and_join_lines() {
    let breaks = "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>";
    let joined = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>上</w:t></w:r></w:p>";
    assert_eq!(texts(&[breaks, joined, &p("半"), joined].concat(), &[]), ["甲", "乙", "上半", "上"]);
}

#[test]
fn declared_blanks_keep_place_name_and_choices() {
    let control = "<w:sdt><w:sdtPr><w:alias w:val=\"单位\"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处输入文字。</w:t></w:r></w:sdtContent></w:sdt>";
    let date = "<w:sdt><w:sdtPr><w:tag w:val=\"日期\"/><w:date/></w:sdtPr><w:sdtContent/></w:sdt>";
    let list = "<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText=\"请选择\" w:value=\"\"/>\
        <w:listItem w:displayText=\"上午\" w:value=\"1\"/><w:listItem w:value=\"下午\"/></w:dropDownList></w:sdtPr>\
        <w:sdtContent><w:r><w:t>上午</w:t></w:r></w:sdtContent></w:sdt>";
    let group =
        "<w:sdt><w:sdtPr><w:group/></w:sdtPr><w:sdtContent><w:r><w:t>照旧</w:t></w:r></w:sdtContent></w:sdt>";
    let found = lines(&word(&body(&[&r("由"), control, &r("于"), date, list, group].concat()), &[]));
    assert_eq!(found[0].text, "由单击此处输入文字。于____上午照旧");
    let told: Vec<_> = found[0]
        .given
        .iter()
        .map(|given| {
            (&found[0].text[given.range.clone()], given.kind, given.label.as_str(), given.choices.len())
        })
        .collect();
    assert_eq!(
        told,
        [
            ("单击此处输入文字。", None, "单位", 0),
            ("____", Some(Kind::Date), "日期", 0),
            ("上午", Some(Kind::Choice), "", 2),
        ]
    );
}

#[test]
fn form_and_merge_fields_are_blanks() {
    let field = |data: &str, instruction: &str, result: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\">{data}</w:fldChar></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{result}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    let text = field(
        "<w:ffData><w:name w:val=\"Text1\"/><w:statusText w:val=\"姓名\"/></w:ffData>",
        " FORMTEXT ",
        &r("\u{2002}\u{2002}"),
    );
    let merge = field("", " MERGEFIELD \"单位\" \\* MERGEFORMAT ", &r("«单位»"));
    let list = field(
        "<w:ffData><w:ddList><w:listEntry w:val=\"男\"/><w:listEntry w:val=\"女\"/></w:ddList></w:ffData>",
        "FORMDROPDOWN",
        "",
    );
    let tick =
        field("<w:ffData><w:checkBox><w:default w:val=\"1\"/></w:checkBox></w:ffData>", "FORMCHECKBOX", "");
    let found = lines(&word(&body(&[&text, &merge, &list, &tick].map(String::as_str).concat()), &[]));
    assert_eq!(found[0].text, "____«单位»男☑");
    let labels: Vec<_> =
        found[0].given.iter().map(|given| (given.range.clone(), given.label.as_str())).collect();
    assert_eq!(labels, [(0..4, "姓名"), (4..14, "单位"), (14..17, "")]);
}

#[test]
fn a_control_around_a_paragraph_declares_it() {
    let control = |content: &str| {
        format!(
            "<w:sdt><w:sdtPr><w:alias w:val=\"事由\"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )
    };
    let found =
        lines(&word(&[control(&p("请填写")), control(&[p("甲"), p("乙")].concat()), p("丙")].concat(), &[]));
    let given: Vec<usize> = found.iter().map(|line| line.given.len()).collect();
    assert_eq!(given, [1, 0, 0, 0]);
}

#[test]
fn parts_come_in_reading_order() {
    let text_box = "<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>\
        <w:txbxContent><w:p><w:r><w:t>框中</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback>\
        <w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框中</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict>\
        </mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>";
    let table = format!(
        "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>{}</w:tc><w:tc>{}</w:tc></w:tr>\
         <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{}</w:tc><w:tc>{}</w:tc></w:tr>\
         <w:tr><w:trPr><w:del/></w:trPr><w:tc>{}</w:tc></w:tr></w:tbl>",
        p("单位"),
        p("XX镇"),
        p("看不见"),
        p("XX村"),
        p("删去")
    );
    let section = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/><w:footerReference r:id=\"footer\"/>\
        <w:footerReference w:type=\"even\" r:id=\"footer\"/></w:sectPr>";
    let page = "<w:p><w:r><w:t>— </w:t></w:r><w:fldSimple w:instr=\"PAGE\"><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t> —</w:t></w:r></w:p>";
    let notes = [
        "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote>",
        "<w:footnote w:id=\"2\"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote>",
    ]
    .concat();
    let file = word(
        &[text_box, &table, &p("尾"), section].concat(),
        &[("header", &p("机密")), ("footer", page), ("footnotes", &notes)],
    );
    let found = lines(&file);
    let told: Vec<_> = found.iter().map(|line| (line.text.as_str(), line.part)).collect();
    assert_eq!(
        told,
        [
            ("前后", Part::Body),
            ("框中", Part::Box),
            ("单位", Part::Cell),
            ("XX镇", Part::Cell),
            ("XX村", Part::Cell),
            ("尾", Part::Body),
            ("机密", Part::Margin),
            ("注", Part::Note),
        ]
    );
}

#[test]
fn styles_tell_levels_and_hide_words() {
    let styles = "<w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>\
        <w:style w:styleId=\"a\"><w:name w:val=\"我的标题\"/><w:basedOn w:val=\"b\"/></w:style>\
        <w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>\
        <w:style w:styleId=\"t\"><w:name w:val=\"toc 1\"/></w:style>\
        <w:style w:styleId=\"h\"><w:rPr><w:vanish/></w:rPr></w:style>";
    let styled =
        |id: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"{id}\"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>");
    let own = "<w:p><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr><w:r><w:t>乙</w:t></w:r></w:p>";
    let file = word(
        &[&styled("1"), &styled("a"), &styled("t"), &styled("h"), own].map(|p: &str| p).concat(),
        &[("styles", styles)],
    );
    let levels: Vec<_> = lines(&file).into_iter().map(|line| (line.text, line.level)).collect();
    assert_eq!(levels, [("甲".to_owned(), Some(1)), ("甲".to_owned(), Some(2)), ("乙".to_owned(), None)]);
}
