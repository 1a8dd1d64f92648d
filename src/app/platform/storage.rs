//! The browser's localStorage as a [`Storage`].

use gloo_storage::Storage as _;
use wasm_bindgen::JsValue;

use crate::store::{Memory, Storage, StorageError};

/// The browser's storage; where it is blocked, memory, and the reason.
pub fn storage() -> (Box<dyn Storage>, Result<(), StorageError>) {
    let local = LocalStorage;
    match local.probe() {
        Ok(()) => (Box::new(local), Ok(())),
        Err(error) => (Box::new(Memory::default()), Err(error)),
    }
}

/// localStorage, after a probe: gloo-storage panics where the browser denies it.
struct LocalStorage;

impl LocalStorage {
    fn probe(&self) -> Result<(), StorageError> {
        let storage = leptos::prelude::window().local_storage();
        storage.ok().flatten().map(|_| ()).ok_or(StorageError::Blocked)
    }

    fn raw(&self) -> Result<web_sys::Storage, StorageError> {
        self.probe().map(|()| gloo_storage::LocalStorage::raw())
    }
}

fn blocked(_: JsValue) -> StorageError {
    StorageError::Blocked
}

impl Storage for LocalStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.raw()?.get_item(key).map_err(blocked)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.raw()?.set_item(key, text).map_err(|_| StorageError::Full)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.raw()?.remove_item(key).map_err(blocked)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let raw = self.raw()?;
        let count = raw.length().map_err(blocked)?;
        (0..count).filter_map(|i| raw.key(i).map_err(blocked).transpose()).collect()
    }
}
