//! One draft being worked on: steps on the left, the form, the page on the right.

mod past;
mod phrases;
mod preview;
mod saving;
mod session;
mod steps;
mod tabs;
mod tasks;
mod templates;
mod toolbar;
mod unopened;

use leptos::prelude::*;
use web_sys::CustomEvent;

use super::platform::annex::{CHOSEN, tell_plan};
use super::route::Page;
use super::{App, Route};
use crate::draft::{Draft, DraftError};
use crate::plan::{Json, Plan, json_text};
use crate::store::{Found, StorageError, Wrong};
use saving::Access;
use session::Session;
use steps::Step;

/// The draft with this identity, open at the step of the address.
#[component]
pub fn Editor(id: String, route: ReadSignal<Route>) -> impl IntoView {
    let app = App::get();
    app.notices.clear();
    // What can be undone here cannot be from elsewhere.
    on_cleanup(move || app.notices.clear());
    let (draft, access) = match app.drafts.with_value(|drafts| drafts.open(&id)) {
        Ok(Found { draft, wrong }) => {
            wrong.into_iter().for_each(|wrong| app.notices.warn(sentence_about(wrong)));
            (draft, Access::Asked)
        }
        Err(error) => match newer(app, &id, &error) {
            Some(draft) => (draft, Access::Newer),
            None => return view! { <unopened::Unopened id error=error.to_string() /> }.into_any(),
        },
    };
    let session = Session::start(draft, access);
    view! { <Desk session route /> }.into_any()
}

/// What can be understood of a draft that a newer version wrote.
fn newer(app: App, id: &str, error: &StorageError) -> Option<Draft> {
    let StorageError::Draft(DraftError::Newer { .. }) = error else { return None };
    let draft = Draft::read_newer(&newer_text(app, id)?).ok()?;
    Some(Draft { id: id.to_owned(), ..draft })
}

/// The text that a newer version wrote of a draft.
fn newer_text(app: App, id: &str) -> Option<String> {
    let is_newer = |text: &String| matches!(Draft::read(text), Err(DraftError::Newer { .. }));
    app.drafts.with_value(|drafts| drafts.texts(id)).into_iter().find(is_newer)
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
    let page = Memo::new(move |_| match route.get().page {
        // Steps are told apart further in.
        Page::Step(_) => Page::default(),
        page => page,
    });
    let past = Memo::new(move |_| page.get() != Page::default());
    // Where one goes on after the history, the table of tasks or the templates.
    let step = Memo::new(move |before: Option<&Step>| match route.get().page {
        Page::Step(step) => Step::at(step),
        Page::History | Page::Templates => before.copied().unwrap_or(Step::Issuer),
        Page::Tasks => before.copied().unwrap_or(Step::Content),
    });
    let page_shown = RwSignal::new(false);
    let undo_keys = window_event_listener(leptos::ev::keydown, move |event| session.undo_by_key(&event));
    let notices = App::get().notices;
    // What is filled in by a choice is a step of its own.
    let chosen = window_event_listener(leptos::ev::Custom::<CustomEvent>::new(CHOSEN), move |event| {
        session.step(|| ());
        let detail = event.detail().as_string().unwrap_or_default();
        if detail.is_empty() {
            return tell_plan(&session.plan_now().with_untracked(|plan| json_text(&plan.write())));
        }
        let (said, plan) = detail.split_once('\n').unwrap_or((&detail, ""));
        if session.access().get_untracked() == Access::Mine
            && let Some(plan) = serde_json::from_str(plan).ok().and_then(|plan| Plan::read(plan).ok())
        {
            session.restore(plan.into());
        }
        notices.say_undoable(said, move || session.undo());
    });
    on_cleanup(move || {
        undo_keys.remove();
        chosen.remove();
    });
    let shown = StoredValue::new(step.get_untracked());
    let drawn = move || {
        // A plan that was put back by undo is a new store: the form is drawn anew over it.
        session.plan();
        let step = step.get();
        if shown.get_value() != step {
            shown.set_value(step);
            notices.pass();
        }
        view! { <steps::Form step /> }
    };
    let columns = move || match page.get() {
        Page::History => view! { <past::Past step /> }.into_any(),
        Page::Tasks => view! { <tasks::Tasks step /> }.into_any(),
        Page::Templates => view! { <templates::Templates step /> }.into_any(),
        Page::Step(_) => view! {
            <steps::Nav step />
            <main class="form">{drawn}</main>
            <preview::Preview />
            <phrases::Phrases step />
        }
        .into_any(),
    };
    view! {
        <div class="desk" class:page-shown=move || page_shown.get() class:past-shown=move || past.get()>
            <toolbar::Toolbar page_shown past step />
            <tabs::Banner />
            {columns}
        </div>
    }
}
