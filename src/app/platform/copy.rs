//! What is put on the clipboard.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/app/platform/copy.js")]
extern "C" {
    #[wasm_bindgen(js_name = copyTable)]
    fn js_copy_table(html: &str, text: &str) -> bool;
}

/// Copies a table, given as HTML and as text with tabs; says whether the browser let it.
pub fn copy_table(html: &str, text: &str) -> bool {
    js_copy_table(html, text)
}
