//! Whatever a report holds, its file is a sound package that python-docx opens and reads alike.

use std::fs;
use std::io::{Write as _, stderr};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::any_report::speakable;
use crate::golden::every_kind;
use crate::hostile::reports;
use crate::sound::sound;
use gaozhi_core::report::Report;
use gaozhi_core::setup::{Digits, Faces, PageNumber, Setup};
use gaozhi_office::{Properties, write_docx};

/// The paragraphs as a reader has them who knows the breaks and tabs of Word: one string each.
fn meant(report: &Report) -> String {
    report.paragraphs.iter().map(|paragraph| speakable(&paragraph.text())).collect()
}

/// A text as python-docx gives it, without what it writes for breaks and tabs.
fn told(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\n' | '\t')).collect()
}

#[test]
fn hostile_reports_are_sound_and_python_docx_reads_the_same_words() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    let reports = reports();
    let (mut files, mut slowest) = (Vec::new(), (0, ""));
    for (index, (name, report)) in reports.iter().enumerate() {
        let from = Instant::now();
        let docx = write_docx(report, &Properties { title: report.title(), draft: Some(name.to_string()) });
        slowest = slowest.max((from.elapsed().as_millis(), *name));
        let parts = sound(&docx);
        let written: String = parts["word/document.xml"].all("w:t").iter().map(|t| t.text.as_str()).collect();
        assert!(written == meant(report), "{name}");
        let file = folder.join(format!("{index}.docx"));
        fs::write(&file, docx).expect("a Word file");
        files.push(file);
    }
    let python = std::env::var("GAOZHI_PYTHON").unwrap_or_else(|_| "/usr/bin/python3".to_owned());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/read_texts.py");
    let run = Command::new(python).arg(script).args(&files).output().expect("Python runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let texts: Vec<String> = serde_json::from_slice(&run.stdout).expect("a list of texts");
    assert_eq!(texts.len(), reports.len());
    for ((name, report), text) in reports.iter().zip(&texts) {
        assert!(told(text) == meant(report), "python-docx reads {name} otherwise");
    }
    let _ = writeln!(
        stderr(),
        "  {} hostile reports sound and read alike; the slowest to write: {}, {} ms",
        reports.len(),
        slowest.1,
        slowest.0
    );
}

#[test]
fn no_setup_makes_an_unsound_file() {
    let wild = |number: PageNumber, digits: Digits, size: u16, name: &str| Setup {
        number,
        digits,
        size,
        top: size,
        left: size,
        pitch: size,
        title_size: size,
        mirror: true,
        bold_title: true,
        bold_first: true,
        bold_second: true,
        bold_third: true,
        state: true,
        faces: Faces {
            title: name.to_owned(),
            first: name.to_owned(),
            second: name.to_owned(),
            text: name.to_owned(),
        },
        ..Setup::default()
    };
    let mut setups = vec![Setup::default()];
    for number in [PageNumber::Outer, PageNumber::Centre, PageNumber::None] {
        for digits in [Digits::Latin, Digits::Text] {
            for size in [0, 32, u16::MAX] {
                setups.push(wild(number, digits, size, "\0\u{1}\u{fffe}<\"&'>]]>宋体\n\t"));
            }
        }
    }
    for setup in setups {
        for setup in [setup.clone().within(), setup] {
            let report = Report { setup, ..every_kind() };
            let parts = sound(&write_docx(&report, &Properties::default()));
            let written: String =
                parts["word/document.xml"].all("w:t").iter().map(|t| t.text.as_str()).collect();
            assert_eq!(written, meant(&report));
        }
    }
}
