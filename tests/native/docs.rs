//! The example of `docs/templates.md` is a template: people copy it.

use gaozhi_core::template::{parse, print};

const PAGE: &str = include_str!("../../docs/templates.md");

#[test]
fn the_example_for_people_who_write_templates_is_understood() {
    let example = PAGE.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let (template, faults) = parse(example);
    assert_eq!(faults, []);
    assert!(template.fields.len() >= 5 && template.blocks.len() >= 5, "{template:?}");
    assert_eq!(parse(&print(&template)), (template, Vec::new()));
}
