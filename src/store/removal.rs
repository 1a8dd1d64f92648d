//! Removing a draft, and taking that back.

use super::{Drafts, Storage, StorageError, keys};
use crate::draft::Draft;
use crate::order;

/// All that was kept of a draft that was removed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Removed(Vec<(String, String)>);

impl<S: Storage> Drafts<S> {
    /// Forgets a draft with its history. What is given back can be put back.
    ///
    /// # Errors
    /// When something could not be removed; what was, is put back then. The newest copy goes last,
    /// so that whatever happens, what is left is the draft as it was kept last.
    pub fn remove(&self, id: &str) -> Result<Removed, StorageError> {
        let mut slots = [keys::slot(id, 0), keys::slot(id, 1)];
        let newest = |slot: &String| Some(Draft::read(&self.storage.get(slot).ok()??).ok()?.draft.rev);
        order::sort_by_key(&mut slots, newest);
        let [older, newer] = slots;
        let mut removed = Removed::default();
        let gone = [keys::steps(id), keys::base(id), older, newer, keys::entry(id)].into_iter().try_for_each(
            |key| {
                let text = self.storage.get(&key)?;
                // What can be put back must be what was there.
                if self.storage.get(&key)? != text {
                    return Err(StorageError::ReadBack);
                }
                if let Some(text) = text {
                    removed.0.push((key.clone(), text));
                    self.remove_whole(&key)?;
                }
                Ok(())
            },
        );
        if gone.is_err() {
            let _ = self.put_back(&removed);
        }
        gone.map(|()| removed)
    }

    /// Puts a draft back that was removed: the newest copy first, and the entry, of which other
    /// tabs hear, last.
    pub fn put_back(&self, removed: &Removed) -> Result<(), StorageError> {
        let is_entry = |text: &&(String, String)| text.0.starts_with(keys::INDEX);
        let texts = removed.0.iter().rev();
        let entry = texts.clone().filter(is_entry);
        let mut ordered = texts.filter(|text| !is_entry(text)).chain(entry);
        ordered.try_for_each(|(key, text)| self.put_whole(key, text))
    }
}
