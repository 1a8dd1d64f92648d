//! The reader of Word and text files: a program of its own, loaded at the first file.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::intake::{Answer, Request};

// The build writes the reader's address into the page.
#[wasm_bindgen(inline_js = "
let reader;
export function ask(source, request) {
  const address = document.querySelector('meta[name=reader]').content;
  const bytes = source.slice();
  reader ??= import(new URL(address, document.baseURI)).then(async (module) => (await module.default(), module));
  reader.catch(() => { reader = undefined; });
  return reader.then((module) => module.ask(bytes, request));
}
")]
extern "C" {
    #[wasm_bindgen(catch)]
    fn ask(source: &[u8], request: &str) -> Result<Promise, JsValue>;
}

/// What the reader makes of a source; or a sentence that says why it cannot be read.
pub async fn ask_reader(source: &[u8], request: &Request) -> Result<Answer, String> {
    // What is not a sentence of the reader comes from the browser: the reader could not be loaded.
    let sentence = |error: JsValue| error.as_string().unwrap_or_else(|| NOT_LOADED.to_owned());
    let asked = ask(source, &request.write()).map_err(sentence)?;
    let answer = JsFuture::from(asked).await.map_err(sentence)?;
    Answer::read(&answer.as_string().unwrap_or_default()).ok_or_else(|| NOT_LOADED.to_owned())
}

const NOT_LOADED: &str = "Chưa tải được phần đọc tệp: hãy kiểm tra mạng rồi mở lại tệp.";
