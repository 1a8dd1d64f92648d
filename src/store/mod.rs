//! Drafts kept: each in two slots, so that a crash or a full disk never costs the last good copy.
//!
//! The store works on any [`Storage`]: the browser's localStorage, or memory in tests and
//! where the browser keeps nothing.

mod drafts;
mod memory;

use thiserror::Error;

pub use drafts::{Drafts, Summary};
pub use memory::Memory;

/// A place that keeps text under keys. What the browser's localStorage offers, and no more.
pub trait Storage {
    /// The text under `key`, if any.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;
    /// Keeps `text` under `key`.
    fn set(&self, key: &str, text: &str) -> Result<(), StorageError>;
    /// Forgets what is under `key`.
    fn remove(&self, key: &str) -> Result<(), StorageError>;
    /// Every key, in any order.
    fn keys(&self) -> Result<Vec<String>, StorageError>;
}

impl<S: Storage + ?Sized> Storage for Box<S> {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        (**self).get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        (**self).set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        (**self).remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        (**self).keys()
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
    /// The draft itself cannot be read or written.
    #[error(transparent)]
    Draft(#[from] crate::draft::DraftError),
}
