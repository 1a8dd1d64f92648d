//! Mẫu câu: what opens them beside a part of the plan, and where the annex shows them. A phrase that is
//! chosen there goes into that part as one step.

use leptos::prelude::*;
use reactive_stores::Field;
use web_sys::CustomEvent;

use super::saving::Access;
use super::session::Session;
use super::steps::{self, Step};
use crate::app::fields::write;
use crate::app::platform::annex::{PHRASE, PHRASES};
use crate::app::{Annexed, App, platform};
use crate::plan::{PlanStoreFields, RowId};

/// Shows phrases for a part of the plan, `opening`, `closing` or `section-12`, or takes them away.
pub fn button(part: String) -> impl IntoView {
    let open = Session::get().phrases();
    let own = StoredValue::new(part.clone());
    let is_open = move || own.with_value(|own| open.with(|open| open == own));
    let toggle = move |_| open.set(if untrack(is_open) { String::new() } else { own.get_value() });
    view! {
        <button
            type="button"
            class="button"
            id=format!("phrases-{part}")
            title="Alt+M"
            aria-expanded=move || is_open().to_string()
            on:click=toggle
        >
            "Mẫu câu"
        </button>
    }
}

/// The place.
#[component]
pub fn Phrases(step: Memo<Step>) -> impl IntoView {
    let session = Session::get();
    let app = App::get();
    let open = session.phrases();
    // Left with the step for which it was shown, and with the form.
    open.set(String::new());
    Effect::new(move |before: Option<()>| {
        step.track();
        if before.is_some() {
            open.set(String::new());
        }
    });
    let chosen = window_event_listener(leptos::ev::Custom::<CustomEvent>::new(PHRASE), move |event| {
        let chosen = event.detail().as_string().unwrap_or_default();
        let put = chosen.split_once('\n').is_some_and(|(after, text)| {
            session.access().get_untracked() == Access::Mine
                && session.step(|| put(session, &open.get_untracked(), after.parse().ok(), text))
        });
        match put {
            true => app.notices.say_undoable("Đã chèn mẫu câu.", move || session.undo()),
            false => open.set(String::new()),
        }
    });
    on_cleanup(move || chosen.remove());
    move || {
        let part = open.get();
        (!part.is_empty()).then(|| {
            let argument = format!("{part}\n{}", session.flush().write());
            view! {
                <section class="phrases" aria-label="Mẫu câu">
                    <Annexed screen=PHRASES argument />
                </section>
            }
        })
    }
}

/// Puts a phrase into a part of the plan; gives back whether there is that part.
fn put(session: Session, part: &str, after: Option<u32>, text: &str) -> bool {
    let plan = session.plan_now();
    let field: Field<String> = match part {
        "opening" => plan.opening().into(),
        "closing" => plan.closing().into(),
        _ => {
            let id = part.strip_prefix("section-").and_then(|id| id.parse().ok()).map(RowId);
            let there = id.filter(|id| plan.sections().read_untracked().iter().any(|row| row.id == *id));
            let Some(id) = there else { return false };
            steps::insert(session, plan.sections().at_key(id).into(), after.map(RowId), text.to_owned());
            return true;
        }
    };
    let before = field.try_get_untracked().unwrap_or_default();
    write(field, format!("{}\n{text}", before.trim_end()).trim_start().to_owned());
    platform::focus(part.to_owned());
    true
}
