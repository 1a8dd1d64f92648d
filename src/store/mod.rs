//! Drafts kept so that they cannot be lost.
//!
//! - [`Drafts`]: each draft in two slots, with an [index](Entry) that can be made anew from them;
//!   what cannot be read is set aside, never written over ([`Damaged`]).
//! - [`Keeper`]: keeps one draft while it changes.
//! - [`History`]: the states that it had.
//! - [`Heartbeat`], [`Elsewhere`]: several tabs with one draft, of which one owns it.
//! - [`OwnTemplate`]: the user's own templates.
//! - [`Backup`]: everything as one file, and back.
//!
//! The store works on any [`Storage`]: the browser's localStorage, or memory in tests and
//! where the browser keeps nothing.

mod backup;
mod drafts;
mod elsewhere;
mod history;
mod index;
mod keeper;
mod keys;
mod memory;
mod owner;
mod quarantine;
mod removal;
mod room;
mod templates;

use std::collections::BTreeMap;
use std::ops::Deref;

use thiserror::Error;

pub use backup::{
    BACKUP_ENDING, Backup, BackupError, Compared, Comparison, Decision, Decisions, LARGEST_BACKUP, Restored,
    Standing, is_backup,
};
pub use drafts::{Drafts, Found, Summary, Wrong};
pub use elsewhere::Elsewhere;
pub use history::{History, State};
pub use index::Entry;
pub use keeper::Keeper;
pub use keys::draft_in_slot;
pub use memory::Memory;
pub use owner::{Heartbeat, Owner};
pub use quarantine::Damaged;
pub use removal::Removed;
pub use room::{ROOM, Weight, to_free};
pub use templates::OwnTemplate;

/// A place that keeps text under keys. What the browser's localStorage offers, and no more.
pub trait Storage {
    /// The text under `key`, if any.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;
    /// Keeps `text` under `key`.
    fn set(&self, key: &str, text: &str) -> Result<(), StorageError>;
    /// The same, and whether it reads back as it was written.
    fn set_whole(&self, key: &str, text: &str) -> Result<bool, StorageError> {
        self.set(key, text)?;
        Ok(self.get(key)?.as_deref() == Some(text))
    }
    /// Forgets what is under `key`.
    fn remove(&self, key: &str) -> Result<(), StorageError>;
    /// Every key, in any order.
    fn keys(&self) -> Result<Vec<String>, StorageError>;

    /// The texts under all keys that begin so, by key. One whose text has several lines may be missing.
    fn lines(&self, beginning: &str) -> Result<BTreeMap<String, String>, StorageError> {
        let keys = self.keys()?;
        let keys = keys.into_iter().filter(|key| key.starts_with(beginning));
        keys.filter_map(|key| Some(self.get(&key).transpose()?.map(|text| (key, text)))).collect()
    }

    /// Why what is kept is gone when the page is closed, if it is.
    fn passing(&self) -> Option<StorageError> {
        None
    }

    /// How much is kept, keys and texts together, in UTF-16 units.
    fn used(&self) -> Result<usize, StorageError> {
        self.keys()?.iter().try_fold(0, |used, key| {
            let text = self.get(key)?.unwrap_or_default();
            Ok(used + key.encode_utf16().count() + text.encode_utf16().count())
        })
    }
}

impl<P: Deref<Target: Storage>> Storage for P {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        (**self).get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        (**self).set(key, text)
    }

    fn set_whole(&self, key: &str, text: &str) -> Result<bool, StorageError> {
        (**self).set_whole(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        (**self).remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        (**self).keys()
    }

    fn lines(&self, beginning: &str) -> Result<BTreeMap<String, String>, StorageError> {
        (**self).lines(beginning)
    }

    fn passing(&self) -> Option<StorageError> {
        (**self).passing()
    }

    fn used(&self) -> Result<usize, StorageError> {
        (**self).used()
    }
}

/// Why something could not be kept or read, in one sentence for the user.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StorageError {
    /// The browser keeps nothing for this page.
    #[error("Trình duyệt không cho lưu dữ liệu: hãy bấm “Tải bản nháp” để giữ bản nháp thành tệp.")]
    Blocked,
    /// No room, or the browser refused.
    #[error(
        "Bộ nhớ của trình duyệt đã đầy: hãy bấm “Tải bản nháp” để giữ thành tệp, rồi xóa bớt bản nháp cũ."
    )]
    Full,
    /// What was kept is not what was read back.
    #[error("Trình duyệt lưu không đúng: hãy bấm “Tải bản nháp” để giữ bản nháp thành tệp.")]
    ReadBack,
    /// Somebody else kept a later revision of the draft.
    #[error(
        "Bản nháp này vừa được sửa ở một cửa sổ khác: phần soạn ở đây được giữ thành một bản nháp riêng."
    )]
    Conflict,
    /// There is no such draft.
    #[error("Trình duyệt không còn giữ bản nháp này: hãy mở lại từ tệp đã tải về, nếu có.")]
    Missing,
    /// The draft itself cannot be read or written.
    #[error(transparent)]
    Draft(#[from] crate::draft::DraftError),
}

#[cfg(test)]
mod tests;
