//! Removing a draft, and taking that back.

use super::{Drafts, Storage, StorageError, keys};
use crate::draft::Draft;

/// All that was kept of a draft that was removed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Removed(Vec<(String, String)>);

impl<S: Storage> Drafts<S> {
    /// Forgets a draft with its history. What is given back can be put back.
    ///
    /// # Errors
    /// When something could not be removed; the newest copy goes last, so that what is left then
    /// is the draft as it was kept last.
    pub fn remove(&self, id: &str) -> Result<Removed, StorageError> {
        let mut slots = [keys::slot(id, 0), keys::slot(id, 1)];
        let newest = |slot: &String| Some(Draft::read(&self.storage.get(slot).ok()??).ok()?.draft.rev);
        slots.sort_by_key(newest);
        let [older, newer] = slots;
        let mut removed = Removed::default();
        for key in [keys::steps(id), keys::base(id), older, newer, keys::entry(id)] {
            if let Some(text) = self.storage.get(&key)? {
                self.storage.remove(&key)?;
                removed.0.push((key, text));
            }
        }
        Ok(removed)
    }

    /// Puts a draft back that was removed.
    pub fn put_back(&self, removed: &Removed) -> Result<(), StorageError> {
        removed.0.iter().try_for_each(|(key, text)| self.put_whole(key, text))
    }
}
