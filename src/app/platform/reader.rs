//! The reader of files: a program of its own, with the screen on which one looks through what was
//! read. It is loaded with the first file, so that nobody waits for it who only writes.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

// The build writes the reader's address into the page.
#[wasm_bindgen(inline_js = "
let loading, program;
export function handOver(name, source, html, purpose) {
  const address = document.querySelector('meta[name=reader]').content;
  const bytes = source.slice();
  loading ??= import(new URL(address, document.baseURI)).then(async (module) => (await module.default(), program = module));
  loading.catch(() => { loading = undefined; });
  return loading.then((module) => module.take(name, bytes, html, purpose));
}
export function showRead(place) {
  program?.show(place);
  return !!program;
}
export function hideRead() {
  program?.hide();
}
export function handDraft(draft) {
  window.dispatchEvent(new CustomEvent('draft', { detail: draft }));
}
")]
extern "C" {
    #[wasm_bindgen(js_name = handOver, catch)]
    fn js_hand_over(name: &str, source: &[u8], html: bool, purpose: u8) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_name = showRead)]
    fn js_show_read(place: &Element) -> bool;
    #[wasm_bindgen(js_name = hideRead)]
    fn js_hide_read();
    #[wasm_bindgen(js_name = handDraft)]
    fn js_hand_draft(draft: &str);
}

/// Has the reader read a source, see [`crate::app::reader`]; or a sentence that says why it cannot.
pub async fn hand_over(name: &str, source: &[u8], html: bool, purpose: u8) -> Result<(), String> {
    // What is not a sentence of the reader comes from the browser: the reader could not be loaded.
    let sentence = |error: JsValue| error.as_string().unwrap_or_else(|| NOT_LOADED.to_owned());
    let taken = js_hand_over(name, source, html, purpose).map_err(sentence)?;
    JsFuture::from(taken).await.map(drop).map_err(sentence)
}

/// Shows in `place` what was read last; gives back whether there is anything.
pub fn show_read(place: &Element) -> bool {
    js_show_read(place)
}

/// Takes that away again.
pub fn hide_read() {
    js_hide_read();
}

/// Hands the text of a draft from the reader to the app, which hears a [`DRAFT`].
pub fn hand_draft(draft: &str) {
    js_hand_draft(draft);
}

/// The event with a draft of the reader.
pub const DRAFT: &str = "draft";

const NOT_LOADED: &str = "Chưa tải được phần đọc tệp: hãy kiểm tra mạng rồi mở lại tệp.";
