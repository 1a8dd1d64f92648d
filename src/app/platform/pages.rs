//! Pages of paper on the screen: see `pages.js`.

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/app/platform/pages.js")]
extern "C" {
    /// Draws the pages of the plan that is sent from now on in `place`. `again` is called where the
    /// whole plan is needed, `told` with what else follows from the plan, see [`crate::app::notes`];
    /// `failed` stands there where pages cannot be made.
    pub fn open(place: &Element, again: &Function, told: &Function, failed: &str);
    /// Calls `told` with what the annex finds in the words of the plan, see [`crate::app::findings`], once the
    /// pages are made: with what it found last at once.
    pub fn follow(told: &Function);
    /// Sends a plan as JSON, or what changed in it since.
    pub fn send(plan: Option<&str>, changes: Option<&str>);
    /// Draws these pages, as [`crate::export::sheet`] makes them.
    pub fn show(place: &Element, pages: Vec<String>);
}
