//! One draft being worked on: steps on the left, the form, the page on the right.

mod preview;
mod saving;
mod session;
mod steps;
mod toolbar;

use leptos::prelude::*;

use super::{App, Route};
use crate::store::{Found, Wrong};
pub use preview::Pages;
use session::Session;
use steps::Step;

/// The draft with this identity, open at the step of the address.
#[component]
pub fn Editor(id: String, route: ReadSignal<Route>) -> impl IntoView {
    let app = App::get();
    match app.drafts.with_value(|drafts| drafts.open(&id)) {
        Ok(Found { draft, wrong }) => {
            app.notices.clear();
            if let Some(wrong) = wrong {
                app.notices.warn(sentence_about(wrong));
            }
            // What can be undone here cannot be from elsewhere.
            on_cleanup(move || app.notices.clear());
            let session = Session::start(draft);
            view! { <Desk session route /> }.into_any()
        }
        Err(error) => {
            let sentence = error.to_string();
            view! {
                <main class="home">
                    <h1>"Không mở được bản nháp"</h1>
                    <p>{sentence}</p>
                    <p><a href=Route::home().hash()>"Về danh sách kế hoạch"</a></p>
                </main>
            }
            .into_any()
        }
    }
}

fn sentence_about(wrong: Wrong) -> &'static str {
    match wrong {
        Wrong::OneCopy => {
            "Bản lưu mới nhất của bản nháp này bị hỏng và đã được để riêng: đây là bản lưu ngay trước đó, hãy đọc \
             lại phần vừa soạn. Bản hỏng tải về được ở danh sách kế hoạch."
        }
        Wrong::FromHistory => {
            "Các bản lưu của bản nháp này bị hỏng và đã được để riêng: đây là bản cuối cùng trong lịch sử, hãy đọc \
             lại phần vừa soạn. Bản hỏng tải về được ở danh sách kế hoạch."
        }
        Wrong::Altered => {
            "Bản nháp này đã bị sửa bên ngoài ứng dụng: hãy đọc lại toàn bộ nội dung trước khi dùng."
        }
    }
}

/// The three columns. On a narrow screen one at a time: the form, or the page.
#[component]
fn Desk(session: Session, route: ReadSignal<Route>) -> impl IntoView {
    provide_context(session);
    let step = Memo::new(move |_| Step::at(route.get().step));
    let page_shown = RwSignal::new(false);
    let undo_keys = window_event_listener(leptos::ev::keydown, move |event| session.undo_by_key(&event));
    on_cleanup(move || undo_keys.remove());
    let drawn = move || {
        // A plan that was put back by undo is a new store: the form is drawn anew over it.
        session.plan();
        view! { <steps::Form step=step.get() /> }
    };
    view! {
        <div class="desk" class:page-shown=move || page_shown.get()>
            <toolbar::Toolbar page_shown />
            <steps::Nav step />
            <main class="form">{drawn}</main>
            <preview::Preview />
        </div>
    }
}
