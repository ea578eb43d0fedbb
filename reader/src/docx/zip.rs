//! The zip of an Office file, read by its central directory and with limits, counted while
//! unpacking. Our own, because a plain reader is small and total, and says which limit was passed.

use std::cell::Cell;

use gaozhi_core::reading::Refusal;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

/// What is read of a file, in bytes and entries.
const MOST_ENTRIES: usize = 2_000;
const MOST_OF_ENTRY: usize = 32 << 20;
const MOST_OF_ALL: usize = 64 << 20;
/// More than this many times its packed size is a bomb, where it is large at all.
const MOST_RATIO: usize = 200;
const LARGE: usize = 1 << 20;

const END: &[u8] = b"PK\x05\x06";
const CENTRAL: &[u8] = b"PK\x01\x02";
const LOCAL: &[u8] = b"PK\x03\x04";

/// The files in a zip.
pub(crate) struct Zip<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry>,
    unpacked: Cell<usize>,
}

struct Entry {
    name: String,
    method: u16,
    checksum: u32,
    packed: usize,
    size: usize,
    at: usize,
}

impl<'a> Zip<'a> {
    /// Reads the directory.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let (count, mut at) = end_of_directory(bytes).ok_or(Refusal::Damaged)?;
        if count > MOST_ENTRIES {
            return Err(Refusal::Bomb);
        }
        let mut entries: Vec<Entry> = Vec::with_capacity(count);
        for _ in 0..count {
            let (entry, flags, next) = central(bytes, at).ok_or(Refusal::Damaged)?;
            if flags & 1 != 0 {
                return Err(Refusal::Encrypted);
            }
            let leads_out =
                entry.name.split('/').any(|step| step == "..") || entry.name.contains([':', '\0']);
            // Two files of one name: every program takes another one of them.
            let is_double = entries.iter().any(|other| other.name.eq_ignore_ascii_case(&entry.name));
            if leads_out || is_double {
                return Err(Refusal::Damaged);
            }
            entries.push(entry);
            at = next;
        }
        Ok(Self { bytes, entries, unpacked: Cell::new(0) })
    }

    /// The names in it, `/` between the folders and none in front.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// The text of a file; nothing if there is none of that name.
    pub(crate) fn text(&self, name: &str) -> Result<Option<String>, Refusal> {
        let Some(entry) = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name)) else {
            return Ok(None);
        };
        let bytes = self.unpack(entry)?;
        let text = match bytes.as_slice() {
            [0xEF, 0xBB, 0xBF, ..] => String::from_utf8(bytes[3..].to_vec()).ok(),
            [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
            [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
            _ => String::from_utf8(bytes).ok(),
        };
        text.map(Some).ok_or(Refusal::Damaged)
    }

    fn unpack(&self, entry: &Entry) -> Result<Vec<u8>, Refusal> {
        let packed = content(self.bytes, entry).ok_or(Refusal::Damaged)?;
        let by_ratio = entry.packed.saturating_mul(MOST_RATIO).max(LARGE);
        let most = MOST_OF_ENTRY.min(by_ratio).min(MOST_OF_ALL - self.unpacked.get());
        let unpacked = match entry.method {
            0 if packed.len() > most => return Err(Refusal::Bomb),
            0 => packed.to_vec(),
            8 => decompress_to_vec_with_limit(packed, most).map_err(|error| match error.status {
                TINFLStatus::HasMoreOutput => Refusal::Bomb,
                _ => Refusal::Damaged,
            })?,
            _ => return Err(Refusal::Damaged),
        };
        if unpacked.len() != entry.size || crc32(&unpacked) != entry.checksum {
            return Err(Refusal::Damaged);
        }
        self.unpacked.set(self.unpacked.get() + unpacked.len());
        Ok(unpacked)
    }
}

/// How many entries there are, and where their directory begins.
fn end_of_directory(bytes: &[u8]) -> Option<(usize, usize)> {
    // The record is 22 bytes and may be followed by a comment of at most 65,535.
    let last = bytes.len().checked_sub(22)?;
    let at = (last.saturating_sub(0xFFFF)..=last).rev().find(|at| bytes[*at..].starts_with(END))?;
    Some((u16_at(bytes, at + 10)?.into(), u32_at(bytes, at + 16)? as usize))
}

/// An entry of the directory, its flags and where the next one begins.
fn central(bytes: &[u8], at: usize) -> Option<(Entry, u16, usize)> {
    if !bytes.get(at..)?.starts_with(CENTRAL) {
        return None;
    }
    let length = |offset| u16_at(bytes, at + offset).map(usize::from);
    let name_end = at + 46 + length(28)?;
    let name = String::from_utf8_lossy(bytes.get(at + 46..name_end)?);
    let entry = Entry {
        // Some writers use the path signs of Windows or begin with one.
        name: name.replace('\\', "/").trim_start_matches('/').to_owned(),
        method: u16_at(bytes, at + 10)?,
        checksum: u32_at(bytes, at + 16)?,
        packed: u32_at(bytes, at + 20)? as usize,
        size: u32_at(bytes, at + 24)? as usize,
        at: u32_at(bytes, at + 42)? as usize,
    };
    Some((entry, u16_at(bytes, at + 8)?, name_end + length(30)? + length(32)?))
}

/// The packed bytes of an entry.
fn content<'a>(bytes: &'a [u8], entry: &Entry) -> Option<&'a [u8]> {
    let header = bytes.get(entry.at..)?;
    if !header.starts_with(LOCAL) {
        return None;
    }
    let from = 30 + usize::from(u16_at(header, 26)?) + usize::from(u16_at(header, 28)?);
    header.get(from..from.checked_add(entry.packed)?)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).collect::<Result<_, _>>().ok()
}

const CRC: [u32; 256] = {
    let mut table = [0; 256];
    let mut n = 0;
    while n < 256 {
        let (mut value, mut bit) = (n as u32, 0);
        while bit < 8 {
            value = if value & 1 == 1 { 0xEDB8_8320 ^ (value >> 1) } else { value >> 1 };
            bit += 1;
        }
        table[n] = value;
        n += 1;
    }
    table
};

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc: u32, byte| CRC[usize::from(crc as u8 ^ byte)] ^ (crc >> 8))
}
