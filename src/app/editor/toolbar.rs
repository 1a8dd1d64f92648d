//! Always in sight: the plan's name, whether it is saved, undo, and the files.

use std::time::Duration;

use leptos::prelude::*;

use super::newer_text;
use super::saving::{Access, Status};
use super::session::{Session, Turn};
use super::steps::{self, Step};
use crate::app::files::{give_draft, give_text, make_word, print, warm_up};
use crate::app::{App, Route, platform};
use crate::draft::file_stem;
use crate::plan::PlanStoreFields;

/// How long after the form stands the annex is loaded and the first Word file made, unseen.
const WARM_UP: Duration = Duration::from_millis(600);

#[component]
pub fn Toolbar(page_shown: RwSignal<bool>, past: Memo<bool>, step: Memo<Step>) -> impl IntoView {
    let session = Session::get();
    let to_past = move |_| match past.get_untracked() {
        true => steps::go(&session.id(), step.get_untracked()),
        // The history has the present state, too.
        false => Route::history(&session.flush().id).go(),
    };
    let name = move || {
        let subject = session.plan().subject().get();
        crate::plan::lines(&subject).next().map_or_else(|| "Kế hoạch mới".to_owned(), str::to_owned)
    };
    let status = move || match session.status() {
        Status::Saved(at) if at.is_empty() => "Đã lưu".to_owned(),
        Status::Saved(at) if session.access().get() == Access::Elsewhere => {
            format!("Đã lưu {} ở cửa sổ khác", platform::clock_time(&at))
        }
        Status::Saved(at) => format!("Đã lưu {}", platform::clock_time(&at)),
        Status::Unsaved => "Chưa lưu".to_owned(),
        Status::Failed(why) => format!("Chưa lưu. {why}"),
    };
    let failed = move || matches!(session.status(), Status::Failed(_));
    view! {
        <header class="toolbar">
            <a class="home-link" href=Route::home().hash() title="Về danh sách kế hoạch">"Kế hoạch của tôi"</a>
            <p class="plan-name">{name}</p>
            <p class="status" class:failed=failed role="status">{status}</p>
            <div class="tools">
                {turn("↶", Turn::Back, Signal::derive(move || session.can_undo()))}
                {turn("↷", Turn::Again, Signal::derive(move || session.can_redo()))}
                <button
                    type="button"
                    class="button show-page"
                    on:click=move |_| page_shown.update(|shown| *shown = !*shown)
                >
                    {move || if page_shown.get() { "Soạn tiếp" } else { "Xem trang" }}
                </button>
                <button type="button" class="button quiet" on:click=to_past>
                    {move || if past.get() { "Soạn tiếp" } else { "Lịch sử" }}
                </button>
                <DownloadDraft />
                <Print />
                <DownloadWord primary=true />
            </div>
        </header>
    }
}

/// A button that takes a step back or again: its word, or its arrow where there is no room.
fn turn(arrow: &'static str, turn: Turn, possible: Signal<bool>) -> impl IntoView {
    let session = Session::get();
    let title = RwSignal::new(turn.name().to_owned());
    // Only for whoever is about to press it: of a long plan it takes some milliseconds.
    let tell = move || title.set(format!("{}: {}", turn.name(), session.step_name(turn)));
    let act = move |_| {
        session.turn(turn);
        tell();
    };
    view! {
        <button
            type="button"
            class="button quiet"
            disabled=move || !possible.get()
            title=title
            on:pointerenter=move |_| tell()
            on:focus=move |_| tell()
            on:click=act
        >
            <span class="icon" aria-hidden="true">{arrow}</span>
            <span class="word">{turn.name()}</span>
        </button>
    }
}

/// "Tải bản nháp".
#[component]
pub fn DownloadDraft() -> impl IntoView {
    let session = Session::get();
    let app = App::get();
    let download = move |_| {
        let draft = session.flush();
        if session.access().get_untracked() == Access::Newer {
            // As it stands: what this version does not understand of it would be lost.
            return newer_text(app, &draft.id)
                .into_iter()
                .for_each(|text| give_text(app, &file_stem(&draft), &text));
        }
        give_draft(app, &draft);
        session.filed();
    };
    view! { <button type="button" class="button quiet last-step" on:click=download>"Tải bản nháp"</button> }
}

/// "In".
#[component]
pub fn Print() -> impl IntoView {
    let session = Session::get();
    let app = App::get();
    let act = move |_| print(app, session.flush());
    view! { <button type="button" class="button quiet last-step" on:click=act>"In"</button> }
}

/// "Tải Word".
#[component]
pub fn DownloadWord(#[prop(optional)] primary: bool) -> impl IntoView {
    let session = Session::get();
    let app = App::get();
    if primary {
        // The browser compiles what it runs for the first time: better now than at the click.
        if let Ok(timeout) = set_timeout_with_handle(move || warm_up(session.draft()), WARM_UP) {
            on_cleanup(move || timeout.clear());
        }
    }
    let download = move |_| {
        let draft = session.flush();
        make_word(app, draft, matches!(session.status(), Status::Saved(_)));
    };
    view! { <button type="button" class="button" class:primary=primary on:click=download>"Tải Word"</button> }
}
