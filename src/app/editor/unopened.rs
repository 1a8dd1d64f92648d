//! In the place of a draft that cannot be opened: why, and its texts as files.

use leptos::prelude::*;

use crate::app::files::give_text;
use crate::app::{App, Route};

#[component]
pub fn Unopened(id: String, error: String) -> impl IntoView {
    let app = App::get();
    let texts = app.drafts.with_value(|drafts| {
        let damaged = drafts.damaged().unwrap_or_default().into_iter().filter(|damaged| damaged.id == id);
        drafts.texts(&id).into_iter().chain(damaged.map(|damaged| damaged.text)).collect::<Vec<_>>()
    });
    let one = texts.len() == 1;
    let texts = (1..).zip(texts).map(|(number, text)| {
        let label = if one { "Tải bản nháp".to_owned() } else { format!("Tải bản lưu {number}") };
        let give = move |_| give_text(app, &format!("ban-luu-{number}"), &text);
        view! { <button type="button" class="button" on:click=give>{label}</button> }
    });
    let texts = texts.collect_view();
    view! {
        <main class="home">
            <h1>"Không mở được bản nháp"</h1>
            <p>{error}</p>
            <div class="actions">{texts}</div>
            <p><a href=Route::home().hash()>"Về danh sách kế hoạch"</a></p>
        </main>
    }
}
