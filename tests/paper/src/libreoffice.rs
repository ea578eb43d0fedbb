//! LibreOffice as a typesetter, with fonts whose widths are those of an office's: every Chinese face
//! is one whose characters are an em wide, Times New Roman is its metric twin.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The faces that a Word file names, and what stands in for them.
const FACES: [(&str, &str); 6] = [
    ("仿宋_GB2312", "Noto Serif CJK SC"),
    ("楷体_GB2312", "Noto Serif CJK SC"),
    ("方正小标宋简体", "Noto Serif CJK SC"),
    ("宋体", "Noto Serif CJK SC"),
    ("黑体", "Noto Sans CJK SC"),
    ("Times New Roman", "Liberation Serif"),
];

/// Which properties of a paragraph LibreOffice sets by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Properties {
    /// Those that its import makes of the file.
    AsImported,
    /// Those that the file says: its import passes over `w:autoSpaceDE` and `w:autoSpaceDN`, and so
    /// puts a space between Chinese and digits that the file forbids.
    AsWritten,
}

/// A LibreOffice with a profile and a folder of its own.
pub struct LibreOffice {
    folder: PathBuf,
}

impl LibreOffice {
    /// Works in that folder, which is emptied.
    ///
    /// # Panics
    /// If the folder cannot be written.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        let mut fonts = String::from(
            "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>\n\
             <include ignore_missing=\"yes\">/etc/fonts/fonts.conf</include>\n",
        );
        for (face, instead) in FACES {
            let _ = writeln!(
                fonts,
                "<match target=\"pattern\"><test name=\"family\"><string>{face}</string></test>\
                 <edit name=\"family\" mode=\"assign\" binding=\"strong\"><string>{instead}</string></edit></match>"
            );
        }
        fonts.push_str("</fontconfig>\n");
        fs::write(folder.join("fonts.conf"), fonts).expect("fonts.conf");
        Self { folder }
    }

    /// The PDFs of Word files, in their order.
    ///
    /// # Panics
    /// If LibreOffice is missing or refuses a file.
    #[must_use]
    pub fn pdfs(&self, files: &[(String, Vec<u8>)], properties: Properties) -> Vec<PathBuf> {
        let folder = self.folder.join(format!("{properties:?}"));
        fs::create_dir_all(&folder).expect("a folder");
        let mut paths: Vec<PathBuf> = Vec::new();
        for (name, bytes) in files {
            let path = folder.join(format!("{name}.docx"));
            fs::write(&path, bytes).expect("a Word file");
            paths.push(path);
        }
        if properties == Properties::AsWritten {
            self.convert(&folder, &paths, "fodt");
            for path in &mut paths {
                path.set_extension("fodt");
                let text = fs::read_to_string(&*path).expect("a flat document");
                let set = "style:text-autospace=\"ideograph-alpha\"";
                assert!(
                    text.contains(set),
                    "LibreOffice imports another property now: read the module again"
                );
                fs::write(&*path, text.replace(set, "style:text-autospace=\"none\""))
                    .expect("a flat document");
            }
        }
        self.convert(&folder, &paths, "pdf");
        for path in &mut paths {
            path.set_extension("pdf");
            assert!(path.exists(), "LibreOffice made no {}", path.display());
        }
        paths
    }

    fn convert(&self, folder: &Path, files: &[PathBuf], to: &str) {
        let output = Command::new("soffice")
            .arg(format!("-env:UserInstallation=file://{}", self.folder.join("profile").display()))
            .args(["--headless", "--convert-to", to, "--outdir"])
            .arg(folder)
            .args(files)
            .env("FONTCONFIG_FILE", self.folder.join("fonts.conf"))
            .output()
            .expect("soffice (Debian: libreoffice-writer-nogui)");
        assert!(output.status.success(), "soffice: {}", String::from_utf8_lossy(&output.stderr));
    }
}
