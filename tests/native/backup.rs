//! Backups: what is written comes back, whatever it holds, damage costs what it hits, and restoring
//! replaces nothing.

use gaozhi_core::backup::{Backup, Item, Plan, is_backup, plan, read, write};
use proptest::collection::vec;
use proptest::prelude::{Strategy, any};
use proptest::sample::Index;
use proptest::{prop_assert, prop_assert_eq};

use crate::arbitrary::{damage, damaged, document, draft, text};
use crate::check::check;
use crate::codec::file;

fn item() -> impl Strategy<Value = Item> {
    let names = ("(draft|bin|template|setting)", "[a-z0-9-]{1,12}", document());
    names.prop_map(|(place, id, text)| Item { place, id, text })
}

/// Few ids and few texts, so that things meet.
fn kept() -> impl Strategy<Value = Vec<Item>> {
    let text = proptest::prop_oneof![
        "[甲乙]",
        "// 存于 [1-2]\n[甲乙]",
        (draft(), 0..2_i64).prop_map(|(draft, changed)| file(&draft, 1, changed)),
    ];
    let place = "(draft|bin|template|bin-template|version|damaged|setting|later)";
    vec((place, "[ab]", text).prop_map(|(place, id, text)| Item { place, id, text }), 0..6)
}

#[test]
fn a_backup_comes_back_from_its_file() {
    let values = (vec(item(), 0..6), any::<i64>());
    check("read(write(items)) are the items", 600, &values, |(items, made)| {
        let file = write(&items, made);
        prop_assert!(is_backup(&file));
        let backup = Backup { made, lost: 0, items };
        prop_assert_eq!(read(&file), Ok(backup.clone()));
        prop_assert_eq!(read(&format!("\u{feff}{}", file.replace('\n', "\r\n"))), Ok(backup));
        Ok(())
    });
}

#[test]
fn a_file_cut_off_gives_everything_before_the_cut() {
    check("cut backups", 400, &(vec(item(), 1..6), any::<Index>()), |(items, at)| {
        let file = write(&items, 1);
        let cut = file.floor_char_boundary(at.index(file.len()));
        // An item is whole once its last line is there.
        let before = file[..cut].matches("\n]}").count();
        match read(&file[..cut]) {
            Ok(backup) => {
                prop_assert_eq!(&backup.items, &items[..before]);
                prop_assert_eq!(backup.lost, items.len() - before);
            }
            Err(_) => prop_assert_eq!(before, 0),
        }
        Ok(())
    });
}

#[test]
fn any_text_and_any_spoilt_file_is_read_or_refused() {
    check("read of any text", 800, &text(), |text| {
        prop_assert!(read(&text).is_err());
        Ok(())
    });
    check("read of spoilt backups", 600, &(vec(item(), 0..5), damage()), |(items, damage)| {
        if let Ok(backup) = read(&damaged(&write(&items, 1), &damage)) {
            let again = Backup { lost: 0, ..backup.clone() };
            prop_assert_eq!(read(&write(&backup.items, backup.made)), Ok(again));
        }
        Ok(())
    });
}

#[test]
fn restoring_replaces_nothing_and_twice_is_once() {
    check("plans", 300, &(kept(), kept(), any::<i64>()), |(items, here, made)| {
        // What is kept has one thing under each id.
        let kept = plan(Backup { items: here, ..Backup::default() }, &[]).items;
        let here: Vec<Item> = kept.into_iter().map(|planned| planned.item).collect();
        let backup = Backup { made, lost: 0, items };
        let first = plan(backup.clone(), &here);
        prop_assert_eq!(Plan::from_json(&first.to_json()), Some(first.clone()));
        let mut then = here.clone();
        for planned in &first.items {
            let Item { place, id, .. } = &planned.item;
            prop_assert!(!then.iter().any(|other| (&other.place, &other.id) == (place, id)));
            then.push(planned.item.clone());
        }
        let again = plan(backup, &then);
        prop_assert_eq!((again.items.len(), again.copies), (0, 0));
        prop_assert_eq!(plan(Backup { made, lost: 0, items: then.clone() }, &then).items.len(), 0);
        Ok(())
    });
}
