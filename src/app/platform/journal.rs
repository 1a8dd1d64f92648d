//! A second copy of each draft, which is on the disk at once, and the page that stands when the program
//! has failed: see `journal.js`.

use js_sys::{Array, JsString, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::store::{Drafts, Storage, StorageError};

#[wasm_bindgen(module = "/src/app/platform/journal.js")]
extern "C" {
    /// Notes the text of a draft as it is kept.
    pub fn note(id: &str, text: &JsString);
    /// Forgets a draft.
    pub fn forget(id: &str);
    /// Shows what can be done when the program has failed.
    pub fn fail();
    fn entries() -> Promise;
    fn outdated(id: &str);
}

/// Brings back what the browser had not written to the disk when it came to an end.
pub async fn recover<S: Storage>(drafts: &Drafts<S>) {
    let Ok(entries) = JsFuture::from(entries()).await else { return };
    for entry in Array::from(&entries).to_vec().chunks_exact(3) {
        let (Some(text), Some(closed), Some(id)) =
            (entry[0].as_string(), entry[1].as_bool(), entry[2].as_string())
        else {
            continue;
        };
        match drafts.recover(&text, closed) {
            Ok(true) => {}
            Ok(false) => outdated(&id),
            Err(StorageError::Draft(_)) => forget(&id),
            // No room: it stays where it is.
            Err(_) => {}
        }
    }
}
