//! A part of a plan pasted into a field of the form: the annex takes it apart, see
//! [`crate::import::paste_outline`], and the editor shows the plan that it makes.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, CustomEvent, EventTarget, HtmlInputElement, HtmlTextAreaElement};

use super::platform::annex::{self, PLAN};
use super::platform::{Pasted, pasted};
use crate::import::{Part, paste_outline, paste_recipients};
use crate::plan::{Json, Plan, RowId};

thread_local! {
    /// The plan as the editor told it last.
    static TOLD: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Begins to listen, as long as the page lives.
pub fn start() {
    window_event_listener(leptos::ev::Custom::<CustomEvent>::new(PLAN), |event| {
        TOLD.set(event.detail().as_string().unwrap_or_default());
    });
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
    TOLD.take();
    annex::chosen("");
    let mut plan = Plan::read(serde_json::from_str(&TOLD.take()).ok()?).ok()?;
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
