//! Danh bạ: the bodies for which plans were made and who signs for them. It fills itself as plans are
//! written, see [`start`]; here one looks at it, corrects it and takes entries away.

mod entry;

use std::cell::RefCell;

use leptos::prelude::*;
use web_sys::CustomEvent;

use super::platform::annex::REMEMBER;
use super::{App, Route, platform};
use crate::directory::{Added, Directory};

thread_local! {
    /// What the draft added that was remembered last.
    static ADDED: RefCell<(String, Added)> = RefCell::default();
}

/// Begins to note whose plans are written.
pub fn start(app: App) {
    window_event_listener(leptos::ev::Custom::<CustomEvent>::new(REMEMBER), move |event| {
        remember(app, event.detail().as_string().unwrap_or_default());
    });
}

/// Notes whose plan a draft is. What cannot be noted is not worth a word: the plan itself is kept.
fn remember(app: App, id: String) {
    let Ok(found) = app.drafts.with_value(|drafts| drafts.open(&id)) else { return };
    let before = ADDED.take();
    let before = if before.0 == id { before.1 } else { Added::default() };
    app.drafts.with_value(|drafts| {
        let mut directory = drafts.directory();
        let here = directory.clone();
        ADDED.set((id, directory.remember(&found.draft.plan, &before)));
        if directory != here {
            let _ = drafts.keep_directory(&directory);
        }
    });
}

/// What the parts of this screen share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    directory: RwSignal<Directory>,
    /// Entries have come or gone, and all are drawn anew; what is typed into them is no reason to.
    shape: Trigger,
}

impl Desk {
    /// Changes the directory and keeps it.
    fn change(self, change: impl FnOnce(&mut Directory)) {
        self.directory.update(change);
        let kept = self
            .app
            .drafts
            .with_value(|drafts| self.directory.with_untracked(|directory| drafts.keep_directory(directory)));
        if let Err(error) = kept {
            self.app.notices.warn(error.to_string());
        }
    }

    /// Takes something away; it is said, and can be brought back.
    fn remove(self, said: String, remove: impl FnOnce(&mut Directory)) {
        let before = self.directory.get_untracked();
        self.change(remove);
        self.redraw();
        self.app.notices.say_undoable(said, move || {
            self.change(|directory| directory.clone_from(&before));
            self.redraw();
        });
    }

    fn redraw(self) {
        self.shape.notify();
        // What had the focus may be gone.
        platform::focus("directory-title".into());
    }
}

/// The screen.
#[component]
pub fn Entries() -> impl IntoView {
    let app = App::get();
    let directory = RwSignal::new(app.drafts.with_value(|drafts| drafts.directory()));
    let desk = Desk { app, directory, shape: Trigger::new() };
    platform::focus("directory-title".into());
    on_cleanup(move || app.notices.clear());
    let entries = move || {
        desk.shape.track();
        let count = directory.with_untracked(|directory| directory.bodies.len());
        match count {
            0 => view! { <p class="empty">"Chưa có cơ quan nào trong danh bạ."</p> }.into_any(),
            _ => (0..count).map(|at| entry::entry(desk, at)).collect_view().into_any(),
        }
    };
    view! {
        <div class="backup">
            <header class="toolbar">
                <a class="home-link" href=Route::home().hash() title="Về danh sách kế hoạch">"Kế hoạch của tôi"</a>
            </header>
            <main>
                <h1 id="directory-title" tabindex="-1">"Danh bạ"</h1>
                <p class="lead">
                    "Cơ quan và người ký của những kế hoạch đã soạn trên máy này, tự ghi lại để lần sau khỏi gõ. Sửa ở đây không đổi kế hoạch đã có."
                </p>
                {entries}
            </main>
        </div>
    }
}
