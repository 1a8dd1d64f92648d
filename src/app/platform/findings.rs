//! The page around what a review found: see `annex-findings.js`.

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

// Named so that the build knows that it comes with the annex.
#[wasm_bindgen(module = "/src/app/platform/annex-findings.js")]
extern "C" {
    /// Begins: adds these styles to the page's, calls `redrawn` when the form was drawn anew, and `chosen` with
    /// the id of a finding whose words are clicked on the paper.
    pub fn begin(css: &str, redrawn: &Function, chosen: &Function);
    /// How long nothing was typed, in milliseconds.
    pub fn quiet() -> f64;
    /// Makes a change of the form that does not move what has the focus.
    pub fn steady(change: &Function);
    /// The place under the field with this id that holds these words; none where the form does not show it.
    pub fn place(field: &str, words: &str) -> Option<HtmlElement>;
    /// The id of the field that a place describes.
    pub fn describes(place: &HtmlElement) -> String;
    /// Takes a place away.
    pub fn displace(place: &HtmlElement);
    /// Shows beside a step how many errors and warnings its part of the plan has: `said` says the same.
    pub fn count(step: usize, errors: usize, warnings: usize, said: &str);
    /// Takes all marks off the paper.
    pub fn unmark();
    /// Marks words on the paper, by what stands before and behind them.
    pub fn mark(id: &str, severity: &str, before: &str, words: &str, after: &str);
    /// Goes back to the form where the paper is shown in its place.
    #[wasm_bindgen(js_name = leavePage)]
    pub fn leave_page();
    /// Whether the draft can only be looked at here.
    #[wasm_bindgen(js_name = isReadOnly)]
    pub fn is_read_only() -> bool;
}
