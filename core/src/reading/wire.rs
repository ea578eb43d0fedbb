//! A reading as JSON, for the way from the module that reads to the page. A flat list of texts:
//! both ends are of one build and no person reads it, so it needs no names.

use std::str::FromStr;
use std::vec::IntoIter;

use super::model::{Class, Found, Heading, Reading, Repair, RepairKind};
use crate::field::FieldId;
use crate::template::{parse, print};

impl Reading {
    /// Writes it; [`Reading::from_json`] gives it back.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = vec![self.text.clone(), self.found.len().to_string()];
        for found in &self.found {
            let same = found.same.as_ref().map_or("", FieldId::as_str);
            let certain = if found.certain { "1" } else { "" };
            let words = [&found.literal, &found.before, &found.after].map(String::as_str);
            let (class, start) = (found.class.id(), found.start.to_string());
            out.extend([start.as_str(), class, certain, found.field.as_str(), same].map(str::to_owned));
            out.extend(words.map(str::to_owned));
        }
        out.push(self.headings.len().to_string());
        for heading in &self.headings {
            out.extend([heading.start.to_string(), heading.level.to_string(), heading.title.clone()]);
        }
        out.push(self.repairs.len().to_string());
        for repair in &self.repairs {
            let made = if repair.made { "1" } else { "" };
            let texts = [repair.kind.id(), made, &repair.sample].map(str::to_owned);
            out.push(repair.count.to_string());
            out.extend(texts);
        }
        out.push(if self.garbled { "1" } else { "" }.to_owned());
        out.push(print(&self.template));
        // Texts always serialise; an empty answer would be read as no reading.
        serde_json::to_string(&out).unwrap_or_default()
    }

    /// Reads what [`Reading::to_json`] wrote; nothing for anything else.
    #[must_use]
    pub fn from_json(json: &str) -> Option<Self> {
        let texts: Vec<String> = serde_json::from_str(json).ok()?;
        let mut texts = texts.into_iter();
        let text = texts.next()?;
        let mut reading = Self { text, ..Self::default() };
        for _ in 0..figure::<usize>(&mut texts)? {
            let start = figure(&mut texts)?;
            let class = Class::from_id(&texts.next()?)?;
            let certain = !texts.next()?.is_empty();
            let field = FieldId::new(&texts.next()?);
            let same = Some(texts.next()?).filter(|id| !id.is_empty()).map(|id| FieldId::new(&id));
            let (literal, before, after) = (texts.next()?, texts.next()?, texts.next()?);
            reading.found.push(Found { start, literal, before, after, class, certain, field, same });
        }
        for _ in 0..figure::<usize>(&mut texts)? {
            let (start, level) = (figure(&mut texts)?, figure(&mut texts)?);
            reading.headings.push(Heading { level, title: texts.next()?, start });
        }
        for _ in 0..figure::<usize>(&mut texts)? {
            let count = figure(&mut texts)?;
            let kind = RepairKind::from_id(&texts.next()?)?;
            let made = !texts.next()?.is_empty();
            reading.repairs.push(Repair { kind, count, sample: texts.next()?, made });
        }
        reading.garbled = !texts.next()?.is_empty();
        reading.template = parse(&texts.next()?).0;
        Some(reading)
    }
}

fn figure<T: FromStr>(texts: &mut IntoIter<String>) -> Option<T> {
    texts.next()?.parse().ok()
}
