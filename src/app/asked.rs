//! The plan that is open, asked of the editor.

use std::cell::RefCell;

use leptos::prelude::*;
use web_sys::CustomEvent;

use super::platform::annex::{self, PLAN};
use crate::plan::{Json, Plan};

thread_local! {
    /// The plan as the editor told it last.
    static TOLD: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Begins to listen, as long as the page lives.
pub fn start() {
    window_event_listener(leptos::ev::Custom::<CustomEvent>::new(PLAN), |event| {
        TOLD.set(event.detail().as_string().unwrap_or_default());
    });
}

/// The plan as it stands; none where no draft is open. What comes next of it is a step of its own.
pub fn plan() -> Option<Plan> {
    TOLD.take();
    annex::chosen("");
    Plan::read(serde_json::from_str(&TOLD.take()).ok()?).ok()
}
