//! Rows that are added, moved and taken away.

use std::time::Duration;

use leptos::prelude::*;
use web_sys::{Element, KeyboardEvent};

use crate::app::platform;
use crate::plan::{RowEdit, RowId};

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
        let act = move |_| keep_focus(change, || edit.run(change));
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
    keep_focus(change, || edit.run(change));
}

/// The browser drops the focus of an element that is moved on the page: it is put back.
/// When the focused row itself goes away, its neighbour takes the focus.
fn keep_focus(edit: RowEdit, change: impl FnOnce()) {
    let focused = document().active_element();
    let heir = match edit {
        RowEdit::Remove => focused.as_ref().and_then(neighbour),
        RowEdit::Up | RowEdit::Down => focused,
    };
    let id = heir.map(|element| element.id()).filter(|id| !id.is_empty());
    change();
    if let Some(id) = id {
        platform::focus(id);
    }
}

/// The first field of the row after (or before) the one around `element`.
fn neighbour(element: &Element) -> Option<Element> {
    let row = element.closest(".row, .card").ok()??;
    // A row alone in its part, see `RowList`, has its neighbour at the end of the part before.
    let end_before = || row.parent_element()?.previous_element_sibling()?.last_element_child();
    let before = row.previous_element_sibling().or_else(end_before);
    [row.next_element_sibling(), before]
        .into_iter()
        .flatten()
        .find_map(|row| row.query_selector("input, textarea, select").ok()?)
}

/// Rows that follow their identities: one that moves takes its fields along.
#[component]
pub fn RowList(
    /// The identities, in order.
    rows: Signal<Vec<RowId>>,
    /// Draws the row with an identity.
    row: ViewFn<RowId>,
    /// Whether the list can be so long that a browser should not look at all of it for every letter: a
    /// change in a row makes it look at each of the row's siblings, so rows then stand in parts.
    #[prop(optional)]
    in_parts: bool,
) -> impl IntoView {
    let count = RwSignal::new(FIRST);
    // A list may be gone before all of it is drawn.
    let more = move || {
        let all = rows.try_with_untracked(Vec::len).unwrap_or_default();
        count.try_get_untracked().is_some_and(|drawn| drawn < all)
    };
    fn draw(count: RwSignal<usize>, more: impl Fn() -> bool + 'static) {
        if more() {
            count.update(|count| *count += FURTHER);
            request_animation_frame(move || set_timeout(move || draw(count, more), Duration::ZERO));
        }
    }
    Effect::new(move |_| {
        rows.track();
        if more() {
            set_timeout(move || draw(count, more), Duration::ZERO);
        }
    });
    let shown =
        Signal::derive(move || rows.with(|rows| rows.iter().take(count.get()).copied().collect::<Vec<_>>()));
    if !in_parts {
        return list(shown, row);
    }
    let parts = move || shown.with(|rows| (0..).zip(rows.chunks(FIRST)).map(|(at, _)| RowId(at)).collect());
    let part = move |RowId(at)| {
        let rows = move || {
            shown.with(|rows| rows.iter().skip(at as usize * FIRST).take(FIRST).copied().collect::<Vec<_>>())
        };
        view! { <div class="rows">{list(Signal::derive(rows), row)}</div> }.into_any()
    };
    list(Signal::derive(parts), ViewFn::new(part))
}

fn list(rows: Signal<Vec<RowId>>, row: ViewFn<RowId>) -> AnyView {
    view! {
        <For each=move || rows.get() key=|id| *id let(id)>
            {row.run(id)}
        </For>
    }
    .into_any()
}

/// So many rows are drawn at once, and are a part of a list …
const FIRST: usize = 24;
/// … and so many with each frame after, so that nobody waits for a long list.
const FURTHER: usize = 8;

/// Draws something; of one type, so that lists of different rows share their code.
pub type ViewFn<T> = Callback<T, AnyView>;
