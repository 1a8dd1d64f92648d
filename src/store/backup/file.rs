//! A backup as text.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{Backup, BackupError, Copy, Held};
use crate::draft::{Draft, DraftError};
use crate::plan::json_text;
use crate::store::keys;

/// The format number that this version writes, and the newest that it reads.
const FORMAT: u32 = 1;

/// What the `type` of every backup says.
const TYPE: &str = "ke-hoach-backup";

/// The ending of backup files.
pub const BACKUP_ENDING: &str = ".kehoach-backup.json";

/// The largest backup that is read, in bytes: what a browser keeps is at most half of it.
pub const LARGEST_BACKUP: usize = 20 * 1024 * 1024;

/// Whether a file is a backup, by its name and how it begins.
pub fn is_backup(name: &str, begins: &[u8]) -> bool {
    name.ends_with(BACKUP_ENDING) || begins.windows(TYPE.len()).any(|part| part == TYPE.as_bytes())
}

impl Backup {
    /// The name of its file: `ke-hoach-sao-luu-2026-11-21.kehoach-backup.json`.
    pub fn file_name(&self) -> String {
        let day = self.saved_at.get(..10).unwrap_or_default();
        format!("ke-hoach-sao-luu-{day}{BACKUP_ENDING}")
    }

    /// The backup as JSON text.
    pub fn write(&self) -> String {
        let (mut unread, mut histories, mut drafts) = (Map::new(), Map::new(), Vec::new());
        for Held { id, copy, history } in &self.drafts {
            match copy {
                Copy::Whole(draft) => drafts.push(draft.write()),
                Copy::Altered(_, text) => drafts.push(text.trim_start_matches('\u{feff}').trim().to_owned()),
                Copy::Unread(slots) => {
                    unread.insert(id.clone(), json!(slots));
                }
            }
            if let Some((base, steps)) = history {
                histories.insert(id.clone(), json!({"base": base, "steps": steps}));
            }
        }
        let damaged: Vec<Value> =
            self.damaged.iter().map(|(id, text)| json!({"id": id, "text": text})).collect();
        let head = json_text(&json!({
            "format": FORMAT, "app": env!("CARGO_PKG_VERSION"), "saved_at": self.saved_at, "unread": unread,
            "histories": histories, "damaged": damaged, "choices": self.choices, "others": self.others,
        }));
        // The type comes first: files are told by how they begin.
        format!(r#"{{"type":"{TYPE}",{},"drafts":[{}]}}"#, &head[1..head.len() - 1], drafts.join(","))
    }

    /// Reads the JSON text of a backup. A draft in it that cannot be read is one of those set aside.
    ///
    /// # Errors
    /// A [`BackupError`] whose text is one sentence for the user; nothing is half read.
    pub fn read(text: &str) -> Result<Backup, BackupError> {
        if text.len() > LARGEST_BACKUP {
            return Err(BackupError::TooLarge);
        }
        let text = text.trim_start_matches('\u{feff}');
        let value: Value = serde_json::from_str(text).map_err(|error| match text.contains(TYPE) {
            true => BackupError::Damaged(format!("dòng {}, cột {}", error.line(), error.column())),
            false => BackupError::NotABackup,
        })?;
        let Value::Object(mut file) = value else { return Err(BackupError::NotABackup) };
        if file.get("type").and_then(Value::as_str) != Some(TYPE) {
            return Err(BackupError::NotABackup);
        }
        match file.get("format").and_then(Value::as_u64) {
            Some(format) if format > u64::from(FORMAT) => return Err(BackupError::Newer { format }),
            Some(1..) => {}
            _ => return Err(BackupError::Damaged("thiếu số hiệu định dạng “format”".into())),
        }
        let mut part = |name: &str| file.remove(name).unwrap_or_default();
        let mut backup = Backup {
            saved_at: part("saved_at").as_str().unwrap_or_default().to_owned(),
            choices: texts(part("choices"), "choices")?,
            others: texts(part("others"), "others")?,
            ..Backup::default()
        };
        // Nothing is ever kept under a key of somebody else, nor beside what is asked for drafts.
        backup.others.retain(|key, _| keys::is_other(key));
        for set_aside in list(part("damaged"), "damaged")? {
            let text = |name: &str| set_aside.get(name).and_then(Value::as_str).map(str::to_owned);
            backup.damaged.insert(text("id").zip(text("text")).ok_or_else(|| missing("damaged"))?);
        }
        let mut copies = BTreeMap::new();
        for envelope in list(part("drafts"), "drafts")? {
            let id = envelope.get("id").and_then(Value::as_str).filter(|id| !id.is_empty());
            let id = id.ok_or_else(|| BackupError::Damaged("một bản nháp thiếu mã “id”".into()))?.to_owned();
            let text = json_text(&envelope);
            let copy = match Draft::read(&text) {
                Ok(read) if read.altered => Copy::Altered(read.draft, text),
                Ok(read) => Copy::Whole(read.draft),
                Err(DraftError::Newer { .. }) => Copy::Unread([Some(text), None]),
                Err(_) => {
                    backup.damaged.insert((id, text));
                    continue;
                }
            };
            if copies.insert(id, copy).is_some() {
                return Err(BackupError::Damaged("hai bản nháp cùng một mã".into()));
            }
        }
        for (id, slots) in object(part("unread"), "unread")? {
            let slots: [Value; 2] = list(slots, "unread")?.try_into().map_err(|_| missing("unread"))?;
            let slots = slots.map(|slot| slot.as_str().map(str::to_owned));
            copies.entry(id).or_insert(Copy::Unread(slots));
        }
        let mut histories = object(part("histories"), "histories")?;
        // A history without its draft still holds what the draft was.
        for id in histories.keys() {
            copies.entry(id.clone()).or_insert(Copy::Unread([None, None]));
        }
        for (id, copy) in copies {
            let history = match histories.remove(&id) {
                Some(history) => {
                    let mut texts = texts(history, "histories")?;
                    let base = texts.remove("base").ok_or_else(|| missing("histories"))?;
                    Some((base, texts.remove("steps").unwrap_or_default()))
                }
                None => None,
            };
            backup.drafts.push(Held { id, copy, history });
        }
        Ok(backup)
    }
}

fn missing(part: &str) -> BackupError {
    BackupError::Damaged(format!("phần “{part}”"))
}

/// What is not there at all is as good as empty.
fn object(value: Value, part: &str) -> Result<Map<String, Value>, BackupError> {
    match value {
        Value::Null => Ok(Map::new()),
        Value::Object(object) => Ok(object),
        _ => Err(missing(part)),
    }
}

fn list(value: Value, part: &str) -> Result<Vec<Value>, BackupError> {
    match value {
        Value::Null => Ok(Vec::new()),
        Value::Array(list) => Ok(list),
        _ => Err(missing(part)),
    }
}

fn texts(value: Value, part: &str) -> Result<BTreeMap<String, String>, BackupError> {
    let text = |(name, value): (String, Value)| Some((name, value.as_str()?.to_owned()));
    object(value, part)?.into_iter().map(|pair| text(pair).ok_or_else(|| missing(part))).collect()
}
