//! Where the annex shows the tasks as one table; the session lives on, so that what is changed there is
//! kept and can be taken back as in the form.

use leptos::prelude::*;
use serde_json::Value;
use web_sys::CustomEvent;

use super::past::on_escape;
use super::saving::Access;
use super::session::Session;
use super::steps::{self, Step};
use crate::app::platform::annex::{TASKS, TASKS_CHANGED, tell_plan};
use crate::app::{Annexed, App, Route, platform};
use crate::grid::item_mut;
use crate::plan::{Item, Json, Plan, json_text};

/// What leads there has the focus when one comes back.
const TO_TASKS: &str = "to-tasks";
const TITLE: &str = "tasks-title";

/// The button that leads there.
#[component]
pub fn ToTasks() -> impl IntoView {
    let session = Session::get();
    let go = move |_| {
        Route::tasks(&session.id()).go();
        platform::focus(TITLE.into());
    };
    view! { <button type="button" class="button" id=TO_TASKS on:click=go>"Sửa nhanh bảng nhiệm vụ"</button> }
}

/// The place; `step` is where one goes on.
#[component]
pub fn Tasks(step: Memo<Step>) -> impl IntoView {
    let session = Session::get();
    let app = App::get();
    let back = Callback::new(move |()| {
        steps::go(&session.id(), step.get_untracked());
        platform::focus(TO_TASKS.into());
    });
    on_escape(back);
    let changed =
        window_event_listener(leptos::ev::Custom::<CustomEvent>::new(TASKS_CHANGED), move |event| {
            if matches!(session.access().get_untracked(), Access::Elsewhere | Access::Newer) {
                return;
            }
            let change = event.detail().as_string().unwrap_or_default();
            let Some((said, json)) = change.split_once('\n') else { return };
            let Ok(value) = serde_json::from_str::<Value>(json) else { return };
            if value.get("sections").is_none() {
                let Ok(item) = Item::read(value) else { return };
                return session.change(&|plan| {
                    item_mut(plan, item.id).into_iter().for_each(|now| *now = item.clone());
                });
            }
            let Ok(plan) = Plan::read(value) else { return };
            session.restore(plan.into());
            if !said.is_empty() {
                app.notices.say_undoable(said, move || session.undo());
            }
        });
    on_cleanup(move || changed.remove());
    let text = |plan: &Plan| json_text(&plan.write());
    let argument = session.plan_now().with_untracked(text);
    // What is taken back or comes from another window is a new store.
    Effect::new(move |before: Option<()>| {
        let plan = session.plan();
        if before.is_some() {
            tell_plan(&plan.with_untracked(text));
        }
    });
    view! {
        <main class="tasks" inert=move || session.read_only()>
            <div class="tasks-head">
                <h1 id=TITLE tabindex="-1">"Bảng nhiệm vụ"</h1>
                <button type="button" class="button primary" on:click=move |_| back.run(())>"Xong"</button>
            </div>
            <Annexed screen=TASKS argument />
        </main>
    }
}
