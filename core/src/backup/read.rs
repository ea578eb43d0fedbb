//! Reading a backup. A file that is damaged gives what is whole in it: where it is JSON no more, the
//! things are taken one by one from the lines on which the program wrote them.

use serde::Deserialize;
use serde_json::Value;

use super::{Backup, FORMAT, Item, VERSION};
use crate::draft::Unreadable;

/// The file, its items as they come.
#[derive(Deserialize)]
struct File {
    #[serde(default)]
    format: String,
    #[serde(default)]
    version: u32,
    #[serde(default)]
    made: i64,
    #[serde(default)]
    count: usize,
    #[serde(default)]
    items: Vec<Value>,
}

#[derive(Deserialize)]
struct Entry {
    place: String,
    id: String,
    text: Vec<String>,
}

/// Reads what [`write`](super::write()) wrote, and of a damaged file what is left. A byte order mark
/// is passed over.
///
/// # Errors
/// Says why there is nothing to be had of it: no backup, a newer version, or nothing whole in it.
pub fn read(text: &str) -> Result<Backup, Unreadable> {
    let text = text.trim_start_matches('\u{feff}');
    let backup = match serde_json::from_str::<File>(text) {
        Ok(file) => whole(file)?,
        Err(error) if error.is_data() || !super::is_backup(text) => return Err(Unreadable::Foreign),
        Err(error) => {
            let backup = rescued(text)?;
            if backup.items.is_empty() {
                return Err(Unreadable::Damaged(error.to_string()));
            }
            backup
        }
    };
    Ok(backup)
}

fn whole(file: File) -> Result<Backup, Unreadable> {
    if file.format != FORMAT {
        return Err(Unreadable::Foreign);
    }
    known(file.version)?;
    let all = file.items.len();
    let items: Vec<Item> =
        file.items.into_iter().filter_map(|value| item(serde_json::from_value(value))).collect();
    let lost = all.max(file.count) - items.len();
    Ok(Backup { made: file.made, lost, items })
}

fn known(version: u32) -> Result<(), Unreadable> {
    if version > VERSION { Err(Unreadable::Newer(version)) } else { Ok(()) }
}

/// An item, if its place and id can be names in the storage.
fn item(entry: serde_json::Result<Entry>) -> Option<Item> {
    let Entry { place, id, text } = entry.ok()?;
    let is_name =
        |name: &str| !name.is_empty() && !name.contains(|c: char| c.is_control() || c.is_whitespace());
    (is_name(&place) && is_name(&id)).then(|| Item { place, id, text: text.join("\n") })
}

/// What the lines give.
fn rescued(text: &str) -> Result<Backup, Unreadable> {
    let head = |name: &str| {
        let lines = text.lines().take_while(|line| !begins_item(line));
        let mut values = lines.filter_map(|line| line.trim().strip_prefix(name)?.strip_suffix(','));
        values.next().map(str::trim).map(str::to_owned)
    };
    known(head("\"version\":").and_then(|version| version.parse().ok()).unwrap_or(VERSION))?;
    let made = head("\"made\":").and_then(|made| made.parse().ok()).unwrap_or(0);
    let count: usize = head("\"count\":").and_then(|count| count.parse().ok()).unwrap_or(0);
    let (mut begun, mut items) = (0, Vec::new());
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines() {
        if begins_item(line) {
            begun += 1;
            lines.clear();
        }
        lines.push(line);
        if line.trim().trim_end_matches(',') == "]}" {
            let entry = lines.join("\n");
            items.extend(item(serde_json::from_str(entry.trim().trim_end_matches(','))));
            lines.clear();
        }
    }
    let lost = count.max(begun).saturating_sub(items.len());
    Ok(Backup { made, lost, items })
}

fn begins_item(line: &str) -> bool {
    line.trim_start().starts_with("{\"place\":")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backup::write;

    fn items(count: usize) -> Vec<Item> {
        (0..count)
            .map(|at| Item {
                place: "draft".into(),
                id: format!("id-{at}"),
                text: format!("{{\n\"甲\": {at}\n}}\n"),
            })
            .collect()
    }

    #[test]
    fn what_is_no_backup_of_this_program_is_told_apart() {
        assert_eq!(read(""), Err(Unreadable::Foreign));
        assert_eq!(read("{}"), Err(Unreadable::Foreign));
        assert_eq!(read("{\"format\":\"gaozhi-draft\",\"version\":1}"), Err(Unreadable::Foreign));
        assert_eq!(read("{\"format\":\"gaozhi-backup\",\"version\":2}"), Err(Unreadable::Newer(2)));
        assert!(matches!(read("{\"format\":\"gaozhi-backup\","), Err(Unreadable::Damaged(_))));
        let newer = write(&items(1), 0).replace("\"version\": 1", "\"version\": 7").replace("\n]\n}\n", "");
        assert_eq!(read(&newer), Err(Unreadable::Newer(7)));
    }

    #[test]
    fn a_spoilt_item_does_not_spoil_the_others() {
        let file = write(&items(4), 9);
        let lost = |file: &str| read(file).map(|backup| (backup.made, backup.items.len(), backup.lost));
        assert_eq!(lost(&file), Ok((9, 4, 0)));
        // Still JSON, but not an item; an id that is none; JSON no more.
        assert_eq!(lost(&file.replace("\"id-1\"", "7")), Ok((9, 3, 1)));
        assert_eq!(lost(&file.replace("\"id-1\"", "\"a b\"")), Ok((9, 3, 1)));
        assert_eq!(lost(&file.replace("\"id-1\"", "\"id-1")), Ok((9, 3, 1)));
        // Cut off in the last item, and after it.
        let cut = &file[..file.len() - 30];
        assert_eq!(lost(cut), Ok((9, 3, 1)));
        assert_eq!(lost(file.trim_end().trim_end_matches('}')), Ok((9, 4, 0)));
    }
}
