//! One line at the foot of the window: what happened, and a way to take it back.

use std::sync::Arc;

use leptos::prelude::*;

use super::App;

/// What the line says.
#[derive(Clone)]
struct Message {
    text: String,
    warning: bool,
    /// Not a `Callback`: that would go away with the row that asks for it.
    undo: Option<Arc<dyn Fn() + Send + Sync>>,
}

/// The line at the foot of the window.
#[derive(Clone, Copy, Default)]
pub struct Notices {
    message: RwSignal<Option<Message>>,
}

impl Notices {
    /// Says that something was done.
    pub fn say(&self, text: impl Into<String>) {
        self.message.set(Some(Message { text: text.into(), warning: false, undo: None }));
    }

    /// Says that something was done which `undo` takes back.
    pub fn say_undoable(&self, text: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) {
        self.message.set(Some(Message { text: text.into(), warning: false, undo: Some(Arc::new(undo)) }));
    }

    /// Says that something went wrong and what to do.
    pub fn warn(&self, text: impl Into<String>) {
        self.message.set(Some(Message { text: text.into(), warning: true, undo: None }));
    }

    /// Takes the line away if it only tells what was done: one has gone on.
    pub fn pass(&self) {
        if self.message.with_untracked(|message| message.as_ref().is_some_and(|message| !message.warning)) {
            self.clear();
        }
    }

    /// Takes the line away.
    pub fn clear(&self) {
        self.message.set(None);
    }
}

/// Shows the line. It stays until something else is said, one goes on or it is closed: nobody has to hurry.
#[component]
pub fn Notice() -> impl IntoView {
    let notices = App::get().notices;
    let show = move |message: Message| {
        let undo = message.undo.map(|undo| {
            let act = move |_| {
                notices.clear();
                undo();
            };
            view! { <button type="button" class="button" on:click=act>"Hoàn tác"</button> }
        });
        view! {
            <div class="notice" class:warning=message.warning>
                <p>{message.text}</p>
                {undo}
                <button type="button" class="button quiet" on:click=move |_| notices.clear()>"Đóng"</button>
            </div>
        }
    };
    view! { <div class="notices" role="alert">{move || notices.message.get().map(show)}</div> }
}
