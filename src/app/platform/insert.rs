//! Text put into a field for the user.

use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlElement};

use super::element;

#[wasm_bindgen(module = "/src/app/platform/insert.js")]
extern "C" {
    #[wasm_bindgen(js_name = insertText)]
    fn insert_text(id: &str, text: &str);
    /// The field with this id, or of its row, that holds this text.
    #[wasm_bindgen(js_name = fieldWith)]
    pub(super) fn field_with(id: &str, text: &str) -> Option<HtmlElement>;
    #[wasm_bindgen(js_name = selectText)]
    fn select_text(id: &str, text: &str, at: usize);
}

/// Writes `text` into the field with this id where its cursor is, a space before it where it needs one,
/// and goes there.
pub fn insert(id: &str, text: &str) {
    insert_text(id, text);
}

/// Goes to `text`, which begins at `at` in the field with this id, and selects it.
pub fn select(id: &str, text: &str, at: usize) {
    select_text(id, text, at);
}

/// What stands in the field with this id.
pub fn held(id: &str) -> Option<String> {
    js_sys::Reflect::get(&element(id)?.into(), &"value".into()).ok()?.as_string()
}

/// Puts text in the field with this id, in place of what stands there, as if it were typed.
pub fn put(id: &str, text: &str) {
    let Some(field) = element(id) else { return };
    // Refused only where there is no such property.
    let _ = js_sys::Reflect::set(&field, &JsValue::from("value"), &JsValue::from(text));
    for name in ["input", "change"] {
        if let Ok(event) = Event::new(name) {
            event.init_event_with_bubbles(name, true);
            let _ = field.dispatch_event(&event);
        }
    }
}
