//! Page setups: whatever one says there is a page, and its text form says all of it.

use gaozhi_core::setup::Setup;
use gaozhi_core::setup::text::{is_setup, parse, print};
use proptest::{prop_assert, prop_assert_eq};

use crate::arbitrary::{damage, damaged, setup, text};
use crate::check::check;

#[test]
fn a_setup_comes_back_from_its_text_form() {
    check("parse(print(setup)) is the setup", 1000, &(text(), setup()), |(name, setup)| {
        let setup = setup.within();
        let text = print(&name, &setup);
        let read = parse(&text);
        prop_assert!(is_setup(&text) && read.remarks.is_empty(), "{:?}", read.remarks);
        prop_assert_eq!(&read.setup, &setup);
        prop_assert_eq!(print(&read.name, &read.setup), text);
        Ok(())
    });
}

#[test]
fn every_setup_has_room_for_ten_characters_and_five_lines() {
    check("a setup within its ranges", 2000, &setup(), |setup| {
        let wild = (setup.cells(), setup.lines(), setup.tighten());
        let tame = setup.within();
        prop_assert!(tame.cells() >= 10 && tame.lines() >= 5, "{tame:?}, before {wild:?}");
        prop_assert_eq!(tame.clone().within(), tame.clone());
        // Tightened, the characters fit, and no more than 2.5 % is taken of each.
        prop_assert!(tame.cells() * (tame.size_twips() - tame.tighten()) <= tame.width_twips());
        prop_assert!((tame.tighten().saturating_sub(1)) * 40 <= tame.size_twips());
        Ok(())
    });
}

#[test]
fn any_text_is_read_as_a_setup_with_remarks() {
    check("parse of any text", 1000, &text(), |text| {
        let read = parse(&text);
        prop_assert_eq!(read.setup.clone().within(), read.setup);
        Ok(())
    });
    let spoilt = (setup(), damage());
    check("parse of spoilt setups", 1000, &spoilt, |(setup, damage)| {
        let text = damaged(&print("名", &setup.within()), &damage);
        let read = parse(&text);
        let again = print(&read.name, &read.setup);
        prop_assert_eq!(read.setup.clone(), parse(&again).setup);
        let lines = text.lines().count();
        prop_assert!(read.remarks.iter().all(|remark| (1..=lines).contains(&remark.line)));
        Ok(())
    });
    assert_eq!(parse("").setup, Setup::default());
}
