//! The browser's localStorage as a [`Storage`].

use std::collections::BTreeMap;

use gloo_storage::Storage as _;
use js_sys::JsString;
use wasm_bindgen::prelude::*;

use super::journal;
use crate::order::gather;
use crate::store::{Memory, Storage, StorageError, draft_in_slot};

#[wasm_bindgen(module = "/src/app/platform/storage.js")]
extern "C" {
    #[wasm_bindgen(js_name = keys)]
    fn js_keys(storage: &web_sys::Storage) -> String;
    #[wasm_bindgen(js_name = lines)]
    fn js_lines(storage: &web_sys::Storage, beginning: &str) -> String;
    #[wasm_bindgen(js_name = used)]
    fn js_used(storage: &web_sys::Storage) -> f64;
    #[wasm_bindgen(js_name = set, catch)]
    fn js_set(storage: &web_sys::Storage, key: &str, text: &JsString) -> Result<bool, JsValue>;
}

/// The browser's storage; where it is blocked, memory, and the reason.
pub fn storage() -> (Box<dyn Storage>, Result<(), StorageError>) {
    let local = LocalStorage;
    match local.probe() {
        Ok(()) => (Box::new(local), Ok(())),
        Err(error) => (Box::new(Memory::instead(error.clone())), Err(error)),
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
        self.set_whole(key, text).map(drop)
    }

    fn set_whole(&self, key: &str, text: &str) -> Result<bool, StorageError> {
        // A long text takes long into the browser and back: it goes once.
        let text = JsString::from(text);
        // Even what finds no room here.
        if let Some(id) = draft_in_slot(key) {
            journal::note(id, &text);
        }
        js_set(&self.raw()?, key, &text).map_err(|_| StorageError::Full)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        if let Some(id) = draft_in_slot(key) {
            journal::forget(id);
        }
        self.raw()?.remove_item(key).map_err(blocked)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let keys = js_keys(&self.raw()?);
        Ok(keys.split_terminator('\n').map(str::to_owned).collect())
    }

    fn lines(&self, beginning: &str) -> Result<BTreeMap<String, String>, StorageError> {
        let lines = js_lines(&self.raw()?, beginning);
        let lines: Vec<&str> = lines.split_terminator('\n').collect();
        let pair = |pair: &[&str]| (pair[0].to_owned(), pair[1].to_owned());
        Ok(gather(lines.chunks_exact(2).map(pair)))
    }

    fn used(&self) -> Result<usize, StorageError> {
        Ok(js_used(&self.raw()?) as usize)
    }
}
