//! A button that asks for a file.

use std::pin::Pin;

use leptos::html::Input;
use leptos::prelude::*;
use web_sys::File;

use crate::app::App;

/// Takes a file; the error is a sentence that says what is wrong with it.
pub type Taking = Pin<Box<dyn Future<Output = Result<(), String>>>>;

/// A button that asks for a file and gives it to `take`.
pub fn file_button(label: &'static str, take: fn(App, File) -> Taking) -> AnyView {
    let app = App::get();
    let input = NodeRef::<Input>::new();
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let chosen = move |_| {
        let Some(input) = input.get_untracked() else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        // The same file can be chosen again after it was mended.
        input.set_value("");
        leptos::task::spawn_local(async move {
            let name = file.name();
            if let Err(error) = take(app, file).await {
                app.notices.warn(format!("{name}: {error}"));
            }
        });
    };
    view! {
        <button type="button" class="button" on:click=choose>{label}</button>
        <input type="file" hidden node_ref=input on:change=chosen aria-hidden="true" tabindex="-1" />
    }
    .into_any()
}
