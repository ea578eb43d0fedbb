//! The zip around the parts of an Office file: the list of types and the relationships, which
//! follow from the parts, come first. Knows nothing of what is in a part.

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::xml::Xml;

const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const RELATIONS_TYPE: &str = "application/vnd.openxmlformats-package.relationships+xml";

/// How hard deflate tries. The highest level at which it takes the first match: a file is an eighth faster
/// for 2 % of its size.
const LEVEL: i64 = 3;

/// Who points to a part.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// The package itself.
    Package,
    /// The document in it.
    Document,
    /// The draft that the file carries.
    Draft,
}

/// Where the relationships of each owner lie, and the folder from which their targets are named.
const OWNERS: [(Owner, &str, &str); 3] = [
    (Owner::Package, "_rels/.rels", ""),
    (Owner::Document, "word/_rels/document.xml.rels", "word/"),
    (Owner::Draft, "customXml/_rels/item1.xml.rels", "customXml/"),
];

/// A file in the package.
pub(super) struct Part {
    /// Where it lies, such as `word/document.xml`.
    pub(super) path: &'static str,
    /// What it is, as a media type.
    pub(super) media: String,
    /// Who points to it.
    pub(super) owner: Owner,
    /// The name under which the owner points to it.
    pub(super) id: &'static str,
    /// What it is to its owner, as a URI.
    pub(super) relation: String,
    /// Its bytes.
    pub(super) content: Vec<u8>,
}

/// The package.
pub(super) fn zip(parts: &[Part]) -> Vec<u8> {
    // Writing into memory fails only where a plain zip ends: at 4 GiB.
    try_zip(parts).unwrap_or_default()
}

fn try_zip(parts: &[Part]) -> ZipResult<Vec<u8>> {
    // Time and system are fixed: otherwise they are those of the machine.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(LEVEL))
        .last_modified_time(DateTime::default())
        .system(System::Dos);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |path: &str, content: &[u8]| -> ZipResult<()> {
        zip.start_file(path, options)?;
        Ok(zip.write_all(content)?)
    };
    add("[Content_Types].xml", &types(parts))?;
    for (owner, path, folder) in OWNERS {
        if parts.iter().any(|part| part.owner == owner) {
            add(path, &relations(parts, owner, folder))?;
        }
    }
    for part in parts {
        add(part.path, &part.content)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn types(parts: &[Part]) -> Vec<u8> {
    Xml::part("Types", &[("xmlns", TYPES)], |xml| {
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", RELATIONS_TYPE)]);
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        for part in parts {
            let path = format!("/{}", part.path);
            xml.empty("Override", &[("PartName", &path), ("ContentType", &part.media)]);
        }
    })
}

/// `folder` is where the owner lies; targets are named from there.
fn relations(parts: &[Part], owner: Owner, folder: &str) -> Vec<u8> {
    Xml::part("Relationships", &[("xmlns", RELATIONS)], |xml| {
        for part in parts.iter().filter(|part| part.owner == owner) {
            let target = match part.path.strip_prefix(folder) {
                Some(inside) => inside.to_owned(),
                None => format!("../{}", part.path),
            };
            xml.empty("Relationship", &[("Id", part.id), ("Type", &part.relation), ("Target", &target)]);
        }
    })
}
