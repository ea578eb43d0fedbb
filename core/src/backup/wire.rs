//! A backup on its way from the module that reads to the page: a flat list of texts as JSON, as a
//! reading goes the same way.

use super::{Backup, Record};

impl Backup {
    /// Writes it; [`Backup::from_json`] gives it back.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = vec![self.made.to_string(), self.lost.to_string()];
        for Record { place, id, text } in &self.records {
            out.extend([place, id, text].map(String::clone));
        }
        // Texts always serialise; an empty answer would be read as no backup.
        serde_json::to_string(&out).unwrap_or_default()
    }

    /// Reads what [`Backup::to_json`] wrote; nothing for anything else.
    #[must_use]
    pub fn from_json(json: &str) -> Option<Self> {
        let texts: Vec<String> = serde_json::from_str(json).ok()?;
        let mut texts = texts.into_iter();
        let (made, lost) = (texts.next()?.parse().ok()?, texts.next()?.parse().ok()?);
        let mut records = Vec::new();
        while let Some(place) = texts.next() {
            records.push(Record { place, id: texts.next()?, text: texts.next()? });
        }
        Some(Self { made, lost, records })
    }
}
