//! Where the annex offers templates for a plan that has no text yet; the session lives on, so that what
//! was taken can be taken back.

use leptos::prelude::*;
use web_sys::CustomEvent;

use super::past::on_escape;
use super::saving::Access;
use super::session::Session;
use super::steps::{self, Step};
use crate::app::platform::annex::{RESTORE, TEMPLATES};
use crate::app::{Annexed, App};
use crate::draft::Draft;

/// The place; `step` is where one goes on.
#[component]
pub fn Templates(step: Memo<Step>) -> impl IntoView {
    let session = Session::get();
    let app = App::get();
    let id = StoredValue::new(session.id());
    let back = move || id.with_value(|id| steps::go(id, step.get_untracked()));
    let asked = window_event_listener(leptos::ev::Custom::<CustomEvent>::new(RESTORE), move |event| {
        let Ok(filled) = Draft::read(&event.detail().as_string().unwrap_or_default()) else { return };
        if session.access().get_untracked() == Access::Mine {
            session.restore(filled.draft.plan);
            back();
            // Once the step is there: it takes away what was said elsewhere.
            request_animation_frame(move || {
                app.notices.say_undoable("Đã lấy nội dung từ mẫu.", move || session.undo());
            });
        }
    });
    on_cleanup(move || asked.remove());
    on_escape(Callback::new(move |()| back()));
    view! {
        <div class="past">
            <Annexed screen=TEMPLATES argument=session.flush().write() />
        </div>
    }
}
