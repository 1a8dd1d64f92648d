//! The browser at the edge: storage, clock, timers, files. Nothing else of the app calls it.

pub mod annex;
mod clock;
mod copy;
mod file;
pub mod findings;
mod insert;
pub mod journal;
mod marks;
pub mod pages;
mod paste;
mod print;
mod steady;
mod storage;
mod tabs;
mod timer;

pub use clock::{Stopwatch, clock_time, day, day_and_time, new_id, now, year};
pub use copy::copy_table;
pub use file::{download, give, read_bytes};
pub use insert::{held, insert, put, select};
pub use paste::{Pasted, pasted, xhtml};
pub use print::print;
pub use steady::steady;
pub use storage::storage;
pub use tabs::{Claim, News};
pub use timer::Debounce;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Text in Unicode's composed form (NFC), by the browser's own tables.
pub fn nfc(text: &str) -> String {
    String::from(js_sys::JsString::from(text).normalize("NFC"))
}

/// The element with this id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The id of what has the keyboard focus.
pub fn focused() -> Option<String> {
    document().active_element().map(|element| element.id()).filter(|id| !id.is_empty())
}

/// Whether nothing on the page has the keyboard focus, not even what has no id.
pub fn nothing_focused() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}

/// Gives an element these styles of its own. Never by its attribute: the page allows no styles in its text.
pub fn style(element: &HtmlElement, css: &str) {
    element.style().set_css_text(css);
}

/// Takes the keyboard focus away from what has it.
pub fn blur() {
    if let Some(element) =
        document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok())
    {
        // Refused nowhere.
        let _ = element.blur();
    }
}

/// Puts the keyboard focus on the element with this id, once the page has been drawn again; where the
/// element is of a long list, once that is drawn.
pub fn focus(id: String) {
    fn find(id: String, frames: u32) {
        leptos::prelude::request_animation_frame(move || match element(&id) {
            // Refused by what cannot have it.
            Some(element) => drop(element.focus()),
            None if frames > 0 => find(id, frames - 1),
            None => {}
        });
    }
    find(id, FRAMES);
}

/// A list of 500 rows is drawn within so many frames.
const FRAMES: u32 = 60;
