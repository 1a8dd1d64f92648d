//! What the user pastes or drops.

use wasm_bindgen::prelude::*;
use web_sys::{DataTransfer, FileList};

#[wasm_bindgen(module = "/src/app/platform/paste.js")]
extern "C" {
    #[wasm_bindgen(js_name = toXhtml)]
    fn to_xhtml(html: &str) -> String;
}

/// What was pasted or dropped, in the form that says most of it.
pub enum Pasted {
    /// Files.
    Files(FileList),
    /// Text with its look, as XHTML, and the same as plain text.
    Page {
        /// What [`html`](crate::import::html()) reads.
        xhtml: String,
        /// What to read where that fails.
        text: String,
    },
    /// Plain text, blank where there is nothing to read.
    Text(String),
}

/// What a paste or a drop brings. Word adds to its text a picture of it as a file, so files
/// count only where there is no text.
pub fn pasted(transfer: &DataTransfer) -> Pasted {
    let get = |kind: &str| transfer.get_data(kind).unwrap_or_default();
    let (html, text) = (get("text/html"), get("text/plain"));
    let files = transfer.files().filter(|files| files.length() > 0);
    match files {
        Some(files) if html.is_empty() && text.is_empty() => Pasted::Files(files),
        _ if html.is_empty() => Pasted::Text(text),
        _ => Pasted::Page { xhtml: xhtml(&html), text },
    }
}

/// A page of HTML as XHTML, by the browser's parser, which reads what no other can.
pub fn xhtml(html: &str) -> String {
    to_xhtml(html)
}
