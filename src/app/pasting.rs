//! A part of a plan pasted into a field of the form: the annex takes it apart, see
//! [`crate::import::paste_outline`], and the editor shows the plan that it makes.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, EventTarget, HtmlInputElement, HtmlTextAreaElement};

use super::asked;
use super::platform::annex;
use super::platform::{Pasted, pasted};
use crate::import::{Part, paste_outline, paste_recipients};
use crate::plan::{Json, RowId};

/// Begins to listen, as long as the page lives.
pub fn start() {
    window_event_listener(leptos::ev::paste, |event| {
        if let Some(said) = event.target().and_then(|target| take(&target, &event)) {
            event.prevent_default();
            annex::chosen(&said);
        }
    });
}

/// What the editor is told of what was pasted, if it is to be taken apart.
fn take(target: &EventTarget, event: &ClipboardEvent) -> Option<String> {
    let id = free_field(target)?;
    let (field, row) = id.rsplit_once('-')?;
    let put = match field {
        "item" | "section" => paste_outline,
        "recipient" => paste_recipients,
        _ => return None,
    };
    let row = RowId(row.parse().ok()?);
    let (text, xhtml) = match pasted(&event.clipboard_data()?) {
        Pasted::Page { xhtml, text } => (text, xhtml),
        Pasted::Text(text) => (text, String::new()),
        Pasted::Files(_) => return None,
    };
    let mut plan = asked::plan()?;
    let count = put(&mut plan, row, Part { text: &text, xhtml: &xhtml })?;
    let said = match (field, count) {
        ("recipient", _) => format!("Đã tách thành {count} nơi nhận."),
        (_, 0 | 1) => "Đã bỏ số, ký hiệu đầu dòng của chữ dán vào: ứng dụng tự đánh số.".to_owned(),
        _ => format!("Đã tách phần dán vào thành {count} ý."),
    };
    Some(format!("{said}\n{}", plan.write()))
}

/// The id of a field of text of which nothing stays when something is pasted.
fn free_field(target: &EventTarget) -> Option<String> {
    let (id, value, start, end) = if let Some(field) = target.dyn_ref::<HtmlTextAreaElement>() {
        (field.id(), field.value(), field.selection_start(), field.selection_end())
    } else {
        let field: &HtmlInputElement = target.dyn_ref()?;
        (field.id(), field.value(), field.selection_start(), field.selection_end())
    };
    let length = value.encode_utf16().count() as u32;
    let all = matches!((start, end), (Ok(Some(0)), Ok(Some(end))) if end == length);
    (all || value.trim().is_empty()).then_some(id)
}
