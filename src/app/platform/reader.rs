//! The reader of Word and text files: a program of its own, loaded at the first file.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

// The build writes the reader's address into the page.
#[wasm_bindgen(inline_js = "
let reader;
export function readFile(bytes) {
  const address = document.querySelector('meta[name=reader]').content;
  reader ??= import(new URL(address, document.baseURI)).then(async (module) => (await module.default(), module));
  reader.catch(() => { reader = undefined; });
  return reader.then((module) => module.read(bytes));
}
")]
extern "C" {
    #[wasm_bindgen(js_name = readFile, catch)]
    fn read_file(bytes: Uint8Array) -> Result<Promise, JsValue>;
}

/// What the reader makes of a file: a note for the user, blank if there is none, and a draft
/// file; or a sentence that says why the file cannot be read.
pub async fn read_plan(bytes: Uint8Array) -> Result<(String, String), String> {
    // What is not a sentence of the reader comes from the browser: the reader could not be loaded.
    let sentence = |error: JsValue| error.as_string().unwrap_or_else(|| NOT_LOADED.to_owned());
    let read = JsFuture::from(read_file(bytes).map_err(sentence)?).await.map_err(sentence)?;
    let read = read.as_string().unwrap_or_default();
    let (note, draft) = read.split_once('\n').unwrap_or_default();
    Ok((note.to_owned(), draft.to_owned()))
}

const NOT_LOADED: &str = "Chưa tải được phần đọc tệp: hãy kiểm tra mạng rồi mở lại tệp.";
