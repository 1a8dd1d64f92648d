//! The program of its own that reads files: what the app asks of it, see `src/reader.rs`.
//!
//! It shares the page, its address and the browser's storage with the app. A draft that it makes
//! it hands to the app, which keeps it.

use std::cell::RefCell;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::notice::Notice;
use super::review::{Purpose, Review, Source, read};
use super::{App, platform, report_panics};
use crate::intake::Request;

thread_local! {
    /// What lasts as long as the program.
    static PROGRAM: (Owner, App) = {
        report_panics();
        let owner = Owner::new();
        let app = owner.with(|| App::new(platform::storage().0));
        (owner, app)
    };
    /// Takes away what is shown.
    static SHOWN: RefCell<Option<Box<dyn FnOnce()>>> = const { RefCell::new(None) };
}

/// Reads a source, which `html` says to be XHTML; `purpose` is the place of a [`Purpose`].
///
/// # Errors
/// One sentence that says what is wrong with the source.
pub fn take(name: String, bytes: Vec<u8>, html: bool, purpose: u8) -> Result<(), String> {
    let source = Source { name, purpose: Purpose::at(purpose), bytes };
    let request = Request { html, ..Request::default() };
    PROGRAM.with(|(owner, app)| owner.with(|| read(*app, source, request)))
}

/// Shows in `place` what was read last.
pub fn show(place: Element) {
    hide();
    let Ok(place) = place.dyn_into::<HtmlElement>() else { return };
    let app = PROGRAM.with(|(_, app)| *app);
    let screen = move || {
        provide_context(app);
        view! {
            {move || {
                // Another file is another screen.
                app.read.track();
                view! { <Review /> }
            }}
            <Notice />
        }
    };
    let shown = mount_to(place, screen);
    SHOWN.set(Some(Box::new(move || drop(shown))));
}

/// Takes that away again.
pub fn hide() {
    if let Some(hide) = SHOWN.take() {
        hide();
    }
}
