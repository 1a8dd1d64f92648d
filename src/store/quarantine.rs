//! What could not be read: set aside, never written over, and given to the user as files.

use super::{Drafts, Storage, StorageError, keys};
use crate::order;

/// A text that was kept and cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    /// The draft that it was.
    pub id: String,
    /// The text as it was found.
    pub text: String,
    key: String,
}

impl<S: Storage> Drafts<S> {
    /// Everything that was set aside.
    pub fn damaged(&self) -> Result<Vec<Damaged>, StorageError> {
        let mut damaged = Vec::new();
        for key in self.storage.keys()? {
            let Some(id) = keys::id_of(&key, keys::DAMAGED).map(str::to_owned) else { continue };
            if let Some(text) = self.storage.get(&key)? {
                damaged.push(Damaged { id, text, key });
            }
        }
        order::sort_by(&mut damaged, |a, b| a.key.cmp(&b.key));
        Ok(damaged)
    }

    /// How many texts were set aside, without reading them.
    pub fn damaged_count(&self) -> usize {
        let keys = self.storage.keys().unwrap_or_default();
        keys.iter().filter(|key| key.starts_with(keys::DAMAGED)).count()
    }

    /// Forgets a text that was set aside.
    pub fn forget(&self, damaged: &Damaged) -> Result<(), StorageError> {
        self.storage.remove(&damaged.key)
    }

    /// Puts back a text that was forgotten.
    pub fn set_back(&self, damaged: &Damaged) -> Result<(), StorageError> {
        self.put_whole(&damaged.key, &damaged.text)
    }

    /// Sets the text of a slot aside and empties the slot. Where that fails everything stays as it is.
    pub(super) fn set_aside(&self, id: &str, slot: u64, text: &str) {
        if self.free_key(id, text).is_some_and(|key| self.put_whole(&key, text).is_ok()) {
            let _ = self.storage.remove(&keys::slot(id, slot));
        }
    }

    /// The key under which a text can be set aside.
    pub(super) fn free_key(&self, id: &str, text: &str) -> Option<String> {
        let mut keys = (0..100).map(|n| format!("{}{id}/{n}", keys::DAMAGED));
        let free = |key: &String| self.storage.get(key).map(|there| there.is_none_or(|there| there == text));
        keys.find(|key| free(key) == Ok(true))
    }
}
