//! Files out and in: see `file.js`.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

#[wasm_bindgen(module = "/src/app/platform/file.js")]
extern "C" {
    /// Has the browser save a file. An error is its refusal, or a sentence that says what to do.
    #[wasm_bindgen(catch)]
    pub fn download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue>;
    #[wasm_bindgen(js_name = give)]
    fn js_give(name: &str, mime: &str, bytes: &[u8], draft: &str) -> js_sys::Promise;
}

/// Gives the user a file to keep or to send, or else copies the text of the draft behind it. What to say,
/// or a sentence that says why it cannot.
pub async fn give(name: &str, mime: &str, bytes: &[u8], draft: &str) -> Result<String, String> {
    let text = |said: JsValue| said.as_string().unwrap_or_default();
    JsFuture::from(js_give(name, mime, bytes, draft)).await.map(text).map_err(text)
}

/// The bytes of a file; `None` when the browser cannot read it.
pub async fn read_bytes(file: &Blob) -> Option<Uint8Array> {
    Some(Uint8Array::new(&JsFuture::from(file.array_buffer()).await.ok()?))
}
