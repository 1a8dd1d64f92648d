//! Everything that a browser keeps, as one file: `*.kehoach-backup.json`.
//!
//! ```text
//! {"type":"ke-hoach-backup","app":"0.1.0","format":1,"saved_at":"…",
//!  "unread":{"<id>":["…",null]},"histories":{"<id>":{"base":"…","steps":"…"}},
//!  "damaged":[{"id":"…","text":"…"}],"choices":{"<name>":"…"},"others":{"ke-hoach/…":"…"},
//!  "drafts":[{"type":"ke-hoach-draft",…}]}
//! ```
//!
//! Drafts stand in their envelopes, so that what holds for draft files holds for these. What this
//! version cannot read goes along as the text that it is: drafts of a newer version (`unread`),
//! what was set aside (`damaged`), and whatever is kept besides (`others`): the directory, what a newer version
//! knows.

mod file;
mod restore;

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

use super::{Drafts, Found, Storage, StorageError, Wrong, keys};
use crate::draft::Draft;
pub use file::{BACKUP_ENDING, LARGEST_BACKUP, is_backup};
pub use restore::{Compared, Comparison, Decision, Decisions, Restored, Standing};

/// Everything that a browser keeps, or the drafts that were chosen of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Backup {
    /// When it was made, UTC.
    pub saved_at: String,
    drafts: Vec<Held>,
    /// Draft and text of what could not be read.
    damaged: BTreeSet<(String, String)>,
    /// Choices by their names.
    choices: BTreeMap<String, String>,
    /// Texts by their keys.
    others: BTreeMap<String, String>,
}

/// A draft in a backup.
#[derive(Clone, Debug, PartialEq)]
struct Held {
    id: String,
    copy: Copy,
    /// Its history, as text.
    history: Option<(String, String)>,
}

impl Held {
    fn nothing(id: &str) -> Held {
        Held { id: id.to_owned(), copy: Copy::Unread([None, None]), history: None }
    }
}

/// The draft itself.
#[derive(Clone, Debug, PartialEq)]
enum Copy {
    Whole(Draft),
    /// Somebody else wrote it: its text says so, and goes on saying so.
    Altered(Draft, String),
    /// The texts of both slots.
    Unread([Option<String>; 2]),
}

impl Copy {
    fn draft(&self) -> Option<&Draft> {
        match self {
            Copy::Whole(draft) | Copy::Altered(draft, _) => Some(draft),
            Copy::Unread(_) => None,
        }
    }
}

/// Why a backup cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BackupError {
    /// The file is something else.
    #[error(
        "Tệp này không phải tệp sao lưu: hãy chọn tệp có đuôi .kehoach-backup.json do nút “Sao lưu tất cả” tạo ra."
    )]
    NotABackup,
    /// A backup it was, but it cannot be read whole. Holds where.
    #[error("Tệp sao lưu bị hỏng ({0}): hãy chép lại tệp từ nơi đã cất hoặc dùng một tệp sao lưu khác.")]
    Damaged(String),
    /// Written by a later version of the app.
    #[error(
        "Tệp sao lưu được tạo bằng phiên bản mới hơn của ứng dụng (định dạng {format}): hãy tải lại trang để dùng \
         phiên bản mới rồi khôi phục lại; tệp vẫn được giữ nguyên."
    )]
    Newer {
        /// The format number it says.
        format: u64,
    },
    /// Larger than is read.
    #[error("Tệp vượt giới hạn 20 MB của một tệp sao lưu: hãy kiểm tra lại tệp đã chọn.")]
    TooLarge,
}

impl Backup {
    /// How many drafts it holds.
    pub fn count(&self) -> usize {
        self.drafts.len()
    }
}

impl<S: Storage> Drafts<S> {
    /// Everything that is kept, at the time `now`. What cannot be read is set aside on the way, as when
    /// it is opened.
    pub fn backup(&self, now: &str) -> Result<Backup, StorageError> {
        let keys = self.storage.keys()?;
        let mut ids = BTreeSet::new();
        for beginning in [keys::DRAFT, keys::HISTORY] {
            ids.extend(keys.iter().filter_map(|key| keys::id_of(key, beginning)).map(str::to_owned));
        }
        ids.remove("");
        let mut backup = self.backup_of(&ids, now)?;
        backup.damaged.extend(self.damaged()?.into_iter().map(|damaged| (damaged.id, damaged.text)));
        for key in keys {
            let Some(text) = self.storage.get(&key)? else { continue };
            if let Some(name) = key.strip_prefix(keys::CHOICE) {
                backup.choices.insert(name.to_owned(), text);
            } else if keys::is_other(&key) {
                backup.others.insert(key, text);
            }
        }
        Ok(backup)
    }

    /// Some drafts with their histories, and nothing else.
    pub fn backup_of(&self, ids: &BTreeSet<String>, now: &str) -> Result<Backup, StorageError> {
        let mut backup = Backup { saved_at: now.to_owned(), ..Backup::default() };
        for id in ids {
            let held = self.held(id)?;
            if held == Held::nothing(id) {
                continue;
            }
            if held.copy.draft().is_some() {
                // What could not even be set aside.
                let unread = self.slots(id)?.into_iter().flatten().filter(|text| Draft::read(text).is_err());
                backup.damaged.extend(unread.map(|text| (id.clone(), text)));
            }
            backup.drafts.push(held);
        }
        Ok(backup)
    }

    /// A draft as it is here.
    fn held(&self, id: &str) -> Result<Held, StorageError> {
        let found = match self.open(id) {
            Ok(found) => Some(found),
            Err(StorageError::Draft(_) | StorageError::Missing) => None,
            Err(error) => return Err(error),
        };
        let slots = self.slots(id)?;
        let copy = match found {
            None => Copy::Unread(slots),
            Some(Found { draft, wrong: Some(Wrong::Altered) }) => {
                match slots
                    .into_iter()
                    .flatten()
                    .find(|text| Draft::read(text).is_ok_and(|read| read.altered))
                {
                    Some(text) => Copy::Altered(draft, text),
                    None => Copy::Whole(draft),
                }
            }
            Some(Found { draft, .. }) => Copy::Whole(draft),
        };
        let steps = self.storage.get(&keys::steps(id))?.unwrap_or_default();
        let history = self.storage.get(&keys::base(id))?.map(|base| (base, steps));
        Ok(Held { id: id.to_owned(), copy, history })
    }

    fn slots(&self, id: &str) -> Result<[Option<String>; 2], StorageError> {
        Ok([self.storage.get(&keys::slot(id, 0))?, self.storage.get(&keys::slot(id, 1))?])
    }
}

#[cfg(test)]
mod tests;
