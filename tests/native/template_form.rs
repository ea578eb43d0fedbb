//! The template text form: parse and print are inverse, and any text at all parses.

use gaozhi_core::template::{parse, print};
use proptest::prelude::any;
use proptest::strategy::Strategy;
use proptest::{prop_assert, prop_assert_eq};

use crate::arbitrary::{document, template};
use crate::check::check;

#[test]
fn a_template_prints_and_parses_back_to_itself() {
    check("parse(print(template)) is the template", 1500, &template(), |template| {
        let text = print(&template);
        let (back, faults) = parse(&text);
        prop_assert_eq!(faults, [], "{}", &text);
        prop_assert_eq!(&back, &template, "{}", &text);
        prop_assert_eq!(print(&back), text);
        Ok(())
    });
}

#[test]
fn a_printed_template_is_one_line_for_each_thing_that_it_says() {
    check("print has a line for each part", 500, &template(), |template| {
        let text = print(&template);
        let head = [&template.name, &template.id, &template.summary];
        let head = head.iter().filter(|value| !value.is_empty()).count();
        let fields = if template.fields.is_empty() { 0 } else { 1 + template.fields.len() };
        prop_assert_eq!(text.lines().count(), head + fields + 1 + template.blocks.len());
        prop_assert!(text.ends_with('\n') && !text.contains('\r'));
        Ok(())
    });
}

#[test]
fn any_text_parses_and_printing_it_settles_at_once() {
    check("parse is total, print∘parse settles", 2000, &document(), |text| {
        let (template, faults) = parse(&text);
        let lines = text.lines().count();
        prop_assert!(faults.iter().all(|fault| (1..=lines).contains(&fault.line)));
        let printed = print(&template);
        let (again, faults) = parse(&printed);
        prop_assert_eq!(faults, [], "{}", &printed);
        prop_assert_eq!(&again, &template, "{}", &printed);
        prop_assert_eq!(print(&again), printed);
        Ok(())
    });
}

#[test]
fn comments_indents_and_line_ends_of_another_system_change_nothing() {
    let values = (template(), any::<bool>()).prop_map(|(template, windows)| {
        let end = if windows { "\r\n" } else { "\n" };
        let lines =
            print(&template).lines().map(|line| format!("// {line}{end}{end}  {line}\t{end}")).collect();
        (template, lines)
    });
    check("comments and white space mean nothing", 300, &values, |(template, text): (_, String)| {
        let (back, faults) = parse(&text);
        prop_assert_eq!(faults, [], "{}", &text);
        prop_assert_eq!(back, template, "{}", &text);
        Ok(())
    });
}
