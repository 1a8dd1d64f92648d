//! Rows that are added, moved and taken away.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::app::platform;
use crate::plan::RowEdit;

/// The buttons of a row. Alt with an arrow key anywhere in the row (see [`RowTools`]'s
/// `on_key`) moves it, too.
#[component]
pub fn RowTools(
    /// Begins the ids of the buttons.
    id: String,
    /// What the row is, for those who do not see it: `căn cứ 2`.
    #[prop(into)]
    name: Signal<String>,
    /// Makes a change to the row.
    #[prop(into)]
    edit: Callback<RowEdit>,
) -> impl IntoView {
    let button = move |face: &'static str, verb: &'static str, change: RowEdit| {
        let act = move |_| keep_focus(|| edit.run(change));
        view! {
            <button
                type="button"
                class="row-tool"
                id=format!("{id}-{change:?}")
                title=verb
                aria-label=move || format!("{verb} {}", name.get())
                on:click=act
            >
                {face}
            </button>
        }
    };
    view! {
        <div class="row-tools">
            {button("↑", "Chuyển lên", RowEdit::Up)} {button("↓", "Chuyển xuống", RowEdit::Down)}
            {button("✕", "Xóa", RowEdit::Remove)}
        </div>
    }
}

/// Moves a row by Alt and an arrow key.
pub fn move_by_key(event: &KeyboardEvent, edit: Callback<RowEdit>) {
    if !event.alt_key() || event.is_composing() {
        return;
    }
    let change = match event.key().as_str() {
        "ArrowUp" => RowEdit::Up,
        "ArrowDown" => RowEdit::Down,
        _ => return,
    };
    event.prevent_default();
    // A row may stand inside another one that moves by the same keys.
    event.stop_propagation();
    keep_focus(|| edit.run(change));
}

/// The browser drops the focus of an element that is moved on the page: it is put back.
fn keep_focus(change: impl FnOnce()) {
    let focused = document().active_element().map(|element| element.id()).filter(|id| !id.is_empty());
    change();
    if let Some(id) = focused {
        platform::focus(id);
    }
}
