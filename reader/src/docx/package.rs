//! The parts of a Word file and how they point to each other.

use gaozhi_core::reading::Refusal;

use super::tree::Tree;
use super::zip::Zip;

/// A Word file.
pub(crate) struct Package<'a> {
    zip: Zip<'a>,
    /// Where the document lies.
    document: String,
    relations: Vec<Relation>,
}

struct Relation {
    id: String,
    /// The last word of its type.
    kind: String,
    /// The part it leads to.
    to: String,
}

impl<'a> Package<'a> {
    /// Finds the document of a zip; refuses a zip that is no Word file, or one with macros.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let zip = Zip::open(bytes)?;
        if zip.names().any(|name| file_of(name).eq_ignore_ascii_case("vbaProject.bin")) {
            return Err(Refusal::Macros);
        }
        let main = relations(&zip, "")?.into_iter().find(|relation| relation.kind == "officeDocument");
        let document = main.map_or_else(|| "word/document.xml".to_owned(), |relation| relation.to);
        if !zip.names().any(|name| name.eq_ignore_ascii_case(&document)) {
            return Err(without_document(&zip));
        }
        let types = zip.text("[Content_Types].xml")?.unwrap_or_default();
        if types.contains("macroEnabled") {
            return Err(Refusal::Macros);
        }
        let relations = relations(&zip, &document)?;
        Ok(Self { zip, document, relations })
    }

    /// The text of the document itself.
    pub(crate) fn document(&self) -> Result<String, Refusal> {
        self.zip.text(&self.document)?.ok_or(Refusal::Damaged)
    }

    /// The text of the part that stands to the document in a relation of that kind, such as
    /// `styles`; without one, nothing.
    pub(crate) fn part(&self, kind: &str) -> Result<Option<String>, Refusal> {
        self.related(|relation| relation.kind == kind)
    }

    /// The text of the part that the document points to by that id.
    pub(crate) fn part_by_id(&self, id: &str) -> Result<Option<String>, Refusal> {
        self.related(|relation| relation.id == id)
    }

    /// The texts of all parts that stand to the document in a relation of that kind.
    pub(crate) fn parts(&self, kind: &str) -> impl Iterator<Item = Result<Option<String>, Refusal>> {
        let related = self.relations.iter().filter(move |relation| relation.kind == kind);
        related.map(|relation| self.zip.text(&relation.to))
    }

    fn related(&self, is_it: impl Fn(&Relation) -> bool) -> Result<Option<String>, Refusal> {
        match self.relations.iter().find(|relation| is_it(relation)) {
            Some(relation) => self.zip.text(&relation.to),
            None => Ok(None),
        }
    }
}

/// Why a zip without a document is not read.
fn without_document(zip: &Zip) -> Refusal {
    const OTHERS: [&str; 6] =
        ["xl/workbook.xml", "xl/workbook.bin", "ppt/presentation.xml", "ofd.xml", "content.xml", "mimetype"];
    let is_known =
        |known: &[&str]| zip.names().any(|name| known.iter().any(|known| name.eq_ignore_ascii_case(known)));
    match () {
        () if is_known(&OTHERS) => Refusal::OtherOffice,
        () if is_known(&["[Content_Types].xml"]) => Refusal::Damaged,
        () => Refusal::Archive,
    }
}

/// What a part (or the package, `""`) points to inside of the file. What lies outside is never
/// followed.
fn relations(zip: &Zip, owner: &str) -> Result<Vec<Relation>, Refusal> {
    let file = file_of(owner);
    let folder = &owner[..owner.len() - file.len()];
    let Some(text) = zip.text(&[folder, "_rels/", file, ".rels"].concat())? else {
        return Ok(Vec::new());
    };
    let tree = Tree::of(&text)?;
    let inside = tree.root().children().filter(|relation| {
        relation.attribute("TargetMode").is_none_or(|mode| !mode.eq_ignore_ascii_case("external"))
    });
    let relation = inside.filter_map(|relation| {
        Some(Relation {
            id: relation.attribute("Id")?.into_owned(),
            kind: file_of(&relation.attribute("Type")?).to_owned(),
            to: resolve(folder, &relation.attribute("Target")?),
        })
    });
    Ok(relation.collect())
}

/// What follows the last `/`.
fn file_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// A target as a name in the zip: seen from the folder of its owner, or from the top.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let folder = if target.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = Vec::new();
    for step in folder.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            _ => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_seen_from_their_owner_or_from_the_top() {
        assert_eq!(resolve("word/", "styles.xml"), "word/styles.xml");
        assert_eq!(resolve("word/", "/word/styles.xml"), "word/styles.xml");
        assert_eq!(resolve("word/", "../custom/./a.xml"), "custom/a.xml");
        assert_eq!(resolve("", "..\\..\\a.xml"), "a.xml");
    }
}
