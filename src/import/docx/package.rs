//! The zip package around the parts of a Word file, read under limits.
//!
//! A reader of our own, of the little that Word files use of zip: a library would add to the
//! program all that zip can be, and inflating, the only hard part, is [`miniz_oxide`]'s.

use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::relations::Relation;
use crate::export::crc32;
use crate::import::ReadError;
use crate::import::encoding::unicode;

/// The largest file that is read, in bytes.
const LARGEST: usize = 5 * 1024 * 1024;
/// The most parts that a file may have.
const MOST_PARTS: usize = 64;
/// The most that all parts which are read may hold together, in bytes.
const MOST_INFLATED: usize = 8 * 1024 * 1024;

/// The parts of a Word file.
pub struct Package<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry>,
    /// Bytes that may still be inflated.
    left: usize,
}

struct Entry {
    name: String,
    method: u16,
    crc: u32,
    packed: usize,
    size: usize,
    offset: usize,
}

impl<'a> Package<'a> {
    /// Reads the directory of a package.
    pub fn open(bytes: &'a [u8]) -> Result<Package<'a>, ReadError> {
        if bytes.len() > LARGEST {
            let what = format!("{} MB", bytes.len().div_ceil(1024 * 1024));
            return Err(ReadError::TooLarge { what, most: "5 MB" });
        }
        kind(bytes)?;
        let damaged = || ReadError::Damaged { part: "mục lục của tệp nén".into() };
        let end = directory_end(bytes).ok_or_else(damaged)?;
        let (count, mut at) = (u16_at(bytes, end + 10), u32_at(bytes, end + 16));
        let count = usize::from(count.ok_or_else(damaged)?);
        if count > MOST_PARTS {
            return Err(ReadError::TooLarge { what: format!("{count} phần"), most: "64 phần" });
        }
        let mut entries = Vec::with_capacity(count);
        for _ in 0..count {
            let start = at.ok_or_else(damaged)? as usize;
            let (entry, encrypted, next) = entry(bytes, start).ok_or_else(damaged)?;
            if encrypted {
                return Err(ReadError::Encrypted);
            }
            entries.push(entry);
            at = u32::try_from(next).ok();
        }
        Ok(Package { bytes, entries, left: MOST_INFLATED })
    }

    /// The names of the parts.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// The text of a part; `None` where there is no such part. Names are the same in capitals.
    pub fn read(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let Some(entry) = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name)) else {
            return Ok(None);
        };
        if entry.size > self.left {
            return Err(ReadError::TooLarge { what: "phần chữ quá dài".into(), most: "8 MB" });
        }
        let content = content(self.bytes, entry)
            .and_then(|content| unicode(&content))
            .ok_or_else(|| ReadError::Damaged { part: entry.name.clone() })?;
        self.left -= entry.size;
        Ok(Some(content))
    }

    /// The relations of a part, or of the whole package for the name "".
    pub fn relations(&mut self, part: &str) -> Result<Vec<Relation>, ReadError> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let slash = if folder.is_empty() { "" } else { "/" };
        let name = format!("{folder}{slash}_rels/{file}.rels");
        match self.read(&name)? {
            Some(text) => super::relations::read(&text, folder, &name),
            None => Ok(Vec::new()),
        }
    }
}

/// Refuses what is no package at all, by its first bytes.
fn kind(bytes: &[u8]) -> Result<(), ReadError> {
    // What stands before a header, as some mail programs leave it.
    let text = bytes.trim_ascii_start();
    match () {
        () if bytes.starts_with(b"PK\x03\x04") => Ok(()),
        () if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") => {
            let stream: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
            let encrypted = bytes.windows(stream.len()).any(|window| window == stream);
            Err(if encrypted { ReadError::Encrypted } else { ReadError::OldWord })
        }
        () if text.starts_with(b"%PDF-") => Err(ReadError::Pdf),
        () if text.starts_with(b"{\\rtf") => Err(ReadError::RichText),
        () if bytes.starts_with(b"PK") => Err(ReadError::Damaged { part: "đầu tệp nén".into() }),
        () => Err(ReadError::NotWord),
    }
}

/// Where the record at the end of the directory begins: behind it may stand a comment.
fn directory_end(bytes: &[u8]) -> Option<usize> {
    const RECORD: usize = 22;
    let last = bytes.len().checked_sub(RECORD)?;
    (last.saturating_sub(usize::from(u16::MAX))..=last)
        .rev()
        .find(|at| bytes[*at..].starts_with(b"PK\x05\x06"))
}

/// An entry of the directory, whether it is encrypted, and where the next begins.
fn entry(bytes: &[u8], at: usize) -> Option<(Entry, bool, usize)> {
    let record = bytes.get(at..)?.strip_prefix(b"PK\x01\x02")?;
    // Offsets count from behind the signature.
    let flags = u16_at(record, 4)?;
    let long = |at| u32_at(record, at).map(|field| field as usize);
    let name = usize::from(u16_at(record, 24)?);
    let behind = name + usize::from(u16_at(record, 26)?) + usize::from(u16_at(record, 28)?);
    let entry = Entry {
        name: std::str::from_utf8(record.get(42..42 + name)?).unwrap_or_default().replace('\\', "/"),
        method: u16_at(record, 6)?,
        crc: u32_at(record, 12)?,
        packed: long(16)?,
        size: long(20)?,
        offset: long(38)?,
    };
    Some((entry, flags & 1 == 1, at + 46 + behind))
}

/// The content of an entry; `None` where it is not what the directory says.
fn content(bytes: &[u8], entry: &Entry) -> Option<Vec<u8>> {
    let record = bytes.get(entry.offset..)?.strip_prefix(b"PK\x03\x04")?;
    let start = 26 + usize::from(u16_at(record, 22)?) + usize::from(u16_at(record, 24)?);
    let packed = record.get(start..)?.get(..entry.packed)?;
    let content = match entry.method {
        0 => packed.to_vec(),
        8 => decompress_to_vec_with_limit(packed, entry.size).ok()?,
        _ => return None,
    };
    (content.len() == entry.size && crc32(&content) == entry.crc).then_some(content)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}
