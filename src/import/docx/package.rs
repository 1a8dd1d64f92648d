//! The zip package around the parts of a Word file, read under limits.
//!
//! A reader of our own, of the little that Word files use of zip: a library would add to the
//! program all that zip can be, and inflating, the only hard part, is [`miniz_oxide`]'s.

use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::relations::Relation;
use crate::export::crc32;
use crate::import::ReadError;
use crate::import::encoding::unicode;
use crate::import::kind::{Kind, is_html, refusal};

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
        let Directory { count, mut at, prefix } = directory(bytes).ok_or_else(damaged)?;
        if count > MOST_PARTS {
            return Err(ReadError::TooLarge { what: format!("{count} phần"), most: "64 phần" });
        }
        let mut entries = Vec::with_capacity(count);
        for _ in 0..count {
            let (mut entry, encrypted, next) = entry(bytes, at).ok_or_else(damaged)?;
            if encrypted {
                return Err(ReadError::Encrypted);
            }
            entry.offset = entry.offset.saturating_add(prefix);
            entries.push(entry);
            at = next;
        }
        Ok(Package { bytes, entries, left: MOST_INFLATED })
    }

    /// The names of the parts.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// The text of a part; `None` where there is no such part. Names are the same in capitals.
    pub fn read(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let text = |bytes: Vec<u8>| unicode(&bytes).ok_or_else(|| ReadError::Damaged { part: name.into() });
        self.bytes(name)?.map(text).transpose()
    }

    /// What a part holds.
    pub fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let Some(entry) = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name)) else {
            return Ok(None);
        };
        if entry.size > self.left {
            return Err(ReadError::TooLarge { what: "phần chữ quá dài".into(), most: "8 MB" });
        }
        let damaged = || ReadError::Damaged { part: entry.name.clone() };
        let content = content(self.bytes, entry).ok_or_else(damaged)?;
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

/// Whether bytes are a package, or what is left of one.
pub fn is_package(bytes: &[u8]) -> bool {
    let listed =
        |directory: Directory| bytes.get(directory.at..).is_some_and(|at| at.starts_with(b"PK\x01\x02"));
    bytes.starts_with(b"PK") || directory(bytes).is_some_and(listed)
}

/// Refuses what is no package at all.
fn kind(bytes: &[u8]) -> Result<(), ReadError> {
    match refusal(bytes) {
        Some(refusal) => Err(refusal),
        None if is_html(bytes) => Err(ReadError::Other(Kind::WebPage)),
        None if is_package(bytes) => Ok(()),
        None => Err(ReadError::NotWord),
    }
}

/// Where the entries of a package are listed.
struct Directory {
    count: usize,
    /// Where the first entry of the list begins.
    at: usize,
    /// Bytes before the package, which its offsets do not count.
    prefix: usize,
}

/// Finds the directory from its end, behind which a comment may stand.
fn directory(bytes: &[u8]) -> Option<Directory> {
    const RECORD: usize = 22;
    let last = bytes.len().checked_sub(RECORD)?;
    let end = (last.saturating_sub(usize::from(u16::MAX))..=last)
        .rev()
        .find(|at| bytes[*at..].starts_with(b"PK\x05\x06"))?;
    let count = usize::from(u16_at(bytes, end + 10)?);
    let (length, offset) = (u32_at(bytes, end + 12)?, u32_at(bytes, end + 16)?);
    if count == usize::from(u16::MAX) || offset == u32::MAX {
        return wide_directory(bytes, end);
    }
    let at = end.checked_sub(length as usize)?;
    Some(Directory { count, at, prefix: at.checked_sub(offset as usize)? })
}

/// The same of a package in the wide form (zip64), which some programs write whatever its size.
fn wide_directory(bytes: &[u8], end: usize) -> Option<Directory> {
    let locator = bytes.get(end.checked_sub(20)?..)?.strip_prefix(b"PK\x06\x07")?;
    let record = bytes.get(u64_at(locator, 4)?..)?.strip_prefix(b"PK\x06\x06")?;
    Some(Directory { count: u64_at(record, 28)?, at: u64_at(record, 44)?, prefix: 0 })
}

/// An entry of the directory, whether it is encrypted, and where the next begins.
fn entry(bytes: &[u8], at: usize) -> Option<(Entry, bool, usize)> {
    let record = bytes.get(at..)?.strip_prefix(b"PK\x01\x02")?;
    // Offsets count from behind the signature.
    let flags = u16_at(record, 4)?;
    let long = |at| u32_at(record, at).map(|field| field as usize);
    let name = usize::from(u16_at(record, 24)?);
    let extra = usize::from(u16_at(record, 26)?);
    let behind = name + extra + usize::from(u16_at(record, 28)?);
    let mut entry = Entry {
        name: std::str::from_utf8(record.get(42..42 + name)?).unwrap_or_default().replace('\\', "/"),
        method: u16_at(record, 6)?,
        crc: u32_at(record, 12)?,
        packed: long(16)?,
        size: long(20)?,
        offset: long(38)?,
    };
    let mut extra = record.get(42 + name..)?.get(..extra)?;
    while let (Some(kind), Some(length)) = (u16_at(extra, 0), u16_at(extra, 2)) {
        let Some(field) = extra.get(4..4 + usize::from(length)) else { break };
        if kind == 1 {
            widen(&mut entry, field)?;
        }
        extra = &extra[4 + usize::from(length)..];
    }
    Some((entry, flags & 1 == 1, at + 46 + behind))
}

/// Puts in the sizes that stand in the wide field since they are said to be too large elsewhere.
fn widen(entry: &mut Entry, field: &[u8]) -> Option<()> {
    let mut at = 0;
    for short in [&mut entry.size, &mut entry.packed, &mut entry.offset] {
        if *short == u32::MAX as usize {
            *short = u64_at(field, at)?;
            at += 8;
        }
    }
    Some(())
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

fn u64_at(bytes: &[u8], at: usize) -> Option<usize> {
    let field = u64::from_le_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?);
    usize::try_from(field).ok()
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}
