//! Where the annex shows the states that the draft had; the session lives on, so that a state put back
//! can be taken back.

use leptos::prelude::*;
use web_sys::CustomEvent;

use super::saving::Access;
use super::session::Session;
use super::steps::{self, Step};
use crate::app::platform::annex::{HISTORY, RESTORE, tell_kept};
use crate::app::{Annexed, App, history, platform};
use crate::draft::Draft;

/// The place; `step` is where one goes on.
#[component]
pub fn Past(step: Memo<Step>) -> impl IntoView {
    let session = Session::get();
    let app = App::get();
    let id = StoredValue::new(session.id());
    let back = move || id.with_value(|id| steps::go(id, step.get_untracked()));
    let asked = window_event_listener(leptos::ev::Custom::<CustomEvent>::new(RESTORE), move |event| {
        if session.access().get_untracked() != Access::Mine {
            return;
        }
        let Ok(state) = Draft::read(&event.detail().as_string().unwrap_or_default()) else { return };
        let Draft { plan, saved_at, .. } = state.draft;
        session.restore(plan);
        back();
        let said = format!("Đã khôi phục bản lúc {}.", platform::day_and_time(&saved_at));
        app.notices.say_undoable(said, move || session.undo());
    });
    on_cleanup(move || asked.remove());
    on_escape(Callback::new(move |()| back()));
    // Nothing is put back or named where the draft can only be looked at.
    let argument = Memo::new(move |_| id.with_value(|id| history::argument(id, session.read_only())));
    Effect::new(move |before: Option<()>| {
        session.status();
        if before.is_some() {
            tell_kept();
        }
    });
    view! {
        <div class="past">
            {move || view! { <Annexed screen=HISTORY argument=argument.get() /> }}
        </div>
    }
}

/// Goes back by Escape, where nothing inside takes that key.
pub fn on_escape(back: Callback<()>) {
    let escape = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == "Escape" && !event.default_prevented() && !event.is_composing() {
            back.run(());
        }
    });
    on_cleanup(move || escape.remove());
}
