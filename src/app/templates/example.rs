//! A plan that is filled in, to look at.

use leptos::prelude::*;

use super::begin;
use crate::app::pages::Pages;
use crate::app::route::TO_TEMPLATES;
use crate::app::{App, Route, platform};
use crate::template;

/// The screen.
#[component]
pub fn Example() -> impl IntoView {
    let app = App::get();
    platform::focus("example-title".into());
    on_cleanup(move || app.notices.clear());
    let plan = StoredValue::new(template::example());
    view! {
        <div class="templates">
            <header class="toolbar">
                <a class="home-link" href=Route::home().hash() title="Về danh sách kế hoạch">"Kế hoạch của tôi"</a>
            </header>
            <div class="template">
                <main>
                    <h1 id="example-title" tabindex="-1">"Ví dụ"</h1>
                    <p class="lead">
                        "Một kế hoạch đã điền đủ, như khi in ra. Tên xã, tên người và số liệu được đặt ra để làm ví dụ."
                    </p>
                    <div class="actions">
                        <button type="button" class="button primary" on:click=move |_| begin(plan.get_value())>
                            "Soạn từ ví dụ này"
                        </button>
                        <a class="button" href=TO_TEMPLATES>"Mẫu kế hoạch"</a>
                    </div>
                </main>
                <Pages plan=Signal::derive(move || plan.get_value()) />
            </div>
        </div>
    }
}
