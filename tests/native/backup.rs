//! Backups: what is written comes back, whatever it holds, and damage costs what it hits.

use gaozhi_core::backup::{Backup, Record, is_backup, read, write};
use proptest::collection::vec;
use proptest::prelude::{Strategy, any};
use proptest::sample::Index;
use proptest::{prop_assert, prop_assert_eq};

use crate::arbitrary::{damage, damaged, document, text};
use crate::check::check;

fn record() -> impl Strategy<Value = Record> {
    let names = ("(draft|bin|template)", "[a-z0-9-]{1,12}", document());
    names.prop_map(|(place, id, text)| Record { place, id, text })
}

#[test]
fn a_backup_comes_back_from_its_file_and_over_the_wire() {
    let values = (vec(record(), 0..6), any::<i64>());
    check("read(write(records)) are the records", 600, &values, |(records, made)| {
        let file = write(&records, made);
        prop_assert!(is_backup(&file));
        let backup = Backup { made, lost: 0, records };
        prop_assert_eq!(read(&file), Ok(backup.clone()));
        prop_assert_eq!(read(&format!("\u{feff}{}", file.replace('\n', "\r\n"))), Ok(backup.clone()));
        prop_assert_eq!(Backup::from_json(&backup.to_json()), Some(backup));
        Ok(())
    });
}

#[test]
fn a_file_cut_off_gives_every_record_before_the_cut() {
    check("cut backups", 400, &(vec(record(), 1..6), any::<Index>()), |(records, at)| {
        let file = write(&records, 1);
        let cut = file.floor_char_boundary(at.index(file.len()));
        // A record is whole once its last line is there.
        let before = file[..cut].matches("\n]}").count();
        match read(&file[..cut]) {
            Ok(backup) => {
                prop_assert_eq!(&backup.records, &records[..before]);
                prop_assert_eq!(backup.lost, records.len() - before);
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
    check("read of spoilt backups", 600, &(vec(record(), 0..5), damage()), |(records, damage)| {
        if let Ok(backup) = read(&damaged(&write(&records, 1), &damage)) {
            let again = Backup { lost: 0, ..backup.clone() };
            prop_assert_eq!(read(&write(&backup.records, backup.made)), Ok(again));
        }
        Ok(())
    });
}
