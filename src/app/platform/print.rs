//! Pages for the printer: see `print.js`.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/app/platform/print.js")]
extern "C" {
    /// Prints these pages, as [`crate::export::sheet`] makes them; gives back whether the browser can.
    pub fn print(pages: Vec<String>) -> bool;
}
