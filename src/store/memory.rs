//! A storage in memory.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::{Storage, StorageError};

/// Keeps text in memory, up to a number of bytes. For tests, and for a browser that
/// keeps nothing: the app then still works until the page is closed.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    texts: RefCell<BTreeMap<String, String>>,
    room: Option<usize>,
    instead: Option<StorageError>,
}

impl Memory {
    /// A memory that holds at most `bytes` of keys and text together.
    pub fn with_room(bytes: usize) -> Memory {
        Memory { room: Some(bytes), ..Memory::default() }
    }

    /// A memory that stands in for a storage, and why.
    pub fn instead(why: StorageError) -> Memory {
        Memory { instead: Some(why), ..Memory::default() }
    }
}

impl Storage for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let mut texts = self.texts.borrow_mut();
        let others: usize = texts.iter().filter(|(k, _)| *k != key).map(|(k, t)| k.len() + t.len()).sum();
        if self.room.is_some_and(|room| others + key.len() + text.len() > room) {
            return Err(StorageError::Full);
        }
        texts.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn passing(&self) -> Option<StorageError> {
        self.instead.clone()
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.texts.borrow().keys().cloned().collect())
    }
}
