//! What makes a package sound, by ECMA-376 Part 2 (the names, types and relationships of parts) and
//! Part 1 (what the document names must be there).

use std::collections::{BTreeMap, BTreeSet};

use crate::reading::{Element, parts, read};

/// The parts of a sound package by their names, each as its root. Panics on any other package.
pub(crate) fn sound(docx: &[u8]) -> BTreeMap<String, Element> {
    let files = parts(docx);
    // Names are alike whatever their case: Part 2, 6.2.2.3.
    let names: BTreeSet<String> = files.iter().map(|(path, _)| path.to_ascii_lowercase()).collect();
    assert_eq!(names.len(), files.len(), "two parts of one name");
    assert_eq!(files.first().map(|(path, _)| path.as_str()), Some("[Content_Types].xml"));
    let roots: BTreeMap<String, Element> =
        files.into_iter().map(|(path, text)| (path, read(&text))).collect();
    types(&roots);
    let mut reached = BTreeSet::new();
    for (rels, root) in roots.iter().filter(|(path, _)| path.ends_with(".rels")) {
        relations(rels, root, &roots, &mut reached);
    }
    for path in roots.keys().filter(|path| *path != "[Content_Types].xml" && !path.ends_with(".rels")) {
        assert!(reached.contains(path), "nothing leads to {path}");
    }
    styles(&roots);
    roots
}

/// Every part has a type, and every type is that of a part.
fn types(roots: &BTreeMap<String, Element>) {
    let list = &roots["[Content_Types].xml"];
    let mut said = BTreeSet::new();
    for entry in &list.children {
        assert!(entry.attribute("ContentType").contains('/'));
        let what = entry.attribute("PartName").to_owned() + entry.attribute("Extension");
        assert!(said.insert(what.clone()), "{what} is listed twice");
        if entry.name == "Override" {
            assert!(roots.contains_key(what.trim_start_matches('/')), "{what} is not there");
        }
    }
    for path in roots.keys().filter(|path| *path != "[Content_Types].xml") {
        let ending = path.rsplit('.').next().unwrap_or_default();
        assert!(said.contains(&format!("/{path}")) || said.contains(ending), "{path} has no type");
    }
}

/// Every relationship has a name of its own and leads to a part, and what its owner names is among them.
fn relations(rels: &str, root: &Element, roots: &BTreeMap<String, Element>, reached: &mut BTreeSet<String>) {
    let owner = rels.replace("_rels/", "");
    let owner = owner.trim_end_matches(".rels");
    let mut ids = BTreeSet::new();
    for relation in &root.children {
        assert!(ids.insert(relation.attribute("Id")), "{rels}: {} stands twice", relation.attribute("Id"));
        assert!(relation.attribute("Type").starts_with("http://schemas.openxmlformats.org/"));
        let path = resolved(owner, relation.attribute("Target"));
        assert!(roots.contains_key(&path), "{rels}: {path} is not there");
        reached.insert(path);
    }
    if owner.is_empty() {
        return;
    }
    let owner = roots.get(owner).unwrap_or_else(|| panic!("{rels} belongs to nothing"));
    owner.walk(&mut |element| {
        for (name, id) in &element.attributes {
            assert!(!name.starts_with("r:") || ids.contains(id.as_str()), "{id} leads nowhere");
        }
    });
}

/// Where a target lies that is named from the folder of its owner.
fn resolved(owner: &str, target: &str) -> String {
    let mut path: Vec<&str> = owner.split('/').collect();
    path.pop();
    for step in target.split('/') {
        if step == ".." {
            path.pop().expect("a target inside of the package");
        } else {
            path.push(step);
        }
    }
    path.join("/")
}

/// Every style that something wears or rests on is there, once, and of the right sort.
fn styles(roots: &BTreeMap<String, Element>) {
    let mut sorts = BTreeMap::new();
    for style in roots["word/styles.xml"].all("w:style") {
        let sort = style.attribute("w:type");
        assert!(sorts.insert(style.attribute("w:styleId"), sort).is_none(), "a style stands twice");
    }
    for root in roots.values() {
        root.walk(&mut |element| {
            let worn = element.attribute("w:val");
            let sort = sorts.get(worn).copied();
            match element.name.as_str() {
                "w:pStyle" => assert_eq!(sort, Some("paragraph"), "{worn}"),
                "w:rStyle" => assert_eq!(sort, Some("character"), "{worn}"),
                "w:basedOn" | "w:next" | "w:link" => assert!(sort.is_some(), "{worn}"),
                _ => {}
            }
        });
    }
}
