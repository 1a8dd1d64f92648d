//! Suggestions under the fields that have them: comboboxes of the ARIA 1.2 pattern. The fields are the
//! app's, and without this they are plain ones; the lists are the annex's, which knows what to suggest.

mod offers;

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::mount::{mount_to, mount_to_body};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{
    Event, EventTarget, HtmlElement, HtmlInputElement, KeyboardEvent, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

use super::{App, platform};
use offers::Offer;

/// The id of the list; its options have a number behind.
const LIST: &str = "suggestions";

/// An open list.
struct Open {
    field: HtmlInputElement,
    offers: Rc<[Offer]>,
    active: ArcRwSignal<Option<usize>>,
    /// The list goes away with it.
    _shown: Box<dyn Any>,
}

thread_local! {
    static OPEN: RefCell<Option<Open>> = const { RefCell::new(None) };
    /// What a list puts in is not typed.
    static CHOOSING: Cell<bool> = const { Cell::new(false) };
    /// What is said of a list to those who do not see it.
    static SAID: ArcRwSignal<String> = ArcRwSignal::new(String::new());
}

/// Begins to suggest.
pub fn start(app: App) {
    let said = SAID.with(Clone::clone);
    mount_to_body(move || view! { <p class="unseen" aria-live="polite">{move || said.get()}</p> });
    window_event_listener(leptos::ev::input, move |event| {
        if let Some(field) = combobox(&event).filter(|_| !CHOOSING.get()) {
            open(app, field, true);
        }
    });
    window_event_listener(leptos::ev::click, move |event| {
        if let Some(field) = combobox(&event).filter(|field| field.value().is_empty()) {
            open(app, field, false);
        }
    });
    window_event_listener(leptos::ev::keydown, move |event| pressed(app, &event));
    window_event_listener(leptos::ev::focusout, |_| close());
    // Somebody may have typed while this was on its way.
    if let Some(field) = document().active_element().and_then(|field| as_combobox(field.into())) {
        open(app, field, true);
    }
}

/// The field of suggestions in which something happens.
fn combobox(event: &Event) -> Option<HtmlInputElement> {
    as_combobox(event.target()?)
}

fn as_combobox(target: EventTarget) -> Option<HtmlInputElement> {
    let field: HtmlInputElement = target.dyn_into().ok()?;
    (field.get_attribute("role")? == "combobox").then_some(field)
}

fn pressed(app: App, event: &KeyboardEvent) {
    let Some(field) = combobox(event) else { return };
    // 229: some input methods compose without saying so.
    let composing = event.is_composing() || event.key_code() == 229;
    if composing || event.alt_key() || event.ctrl_key() || event.meta_key() {
        return;
    }
    let is_open = OPEN.with_borrow(|open| open.as_ref().is_some_and(|open| open.field == field));
    match (event.key().as_str(), is_open) {
        ("ArrowDown" | "ArrowUp", false) => {
            open(app, field, false);
            if OPEN.with_borrow(Option::is_none) {
                return;
            }
            go(1);
        }
        ("ArrowDown", true) => go(1),
        ("ArrowUp", true) => go(-1),
        ("Enter", true) => match active() {
            Some(at) => choose(at),
            None => return close(),
        },
        ("Escape", true) => close(),
        _ => return,
    }
    event.prevent_default();
}

/// Opens the list of a field, as far as there is anything to suggest. One who `types` and has typed
/// something whole needs none.
fn open(app: App, field: HtmlInputElement, types: bool) {
    close();
    let typed = field.value();
    let offers: Rc<[Offer]> = offers::of(app, &field.id(), &typed).into();
    let done = types && (typed.trim().is_empty() || offers.iter().any(Offer::is_taken));
    let place = field.parent_element().and_then(|place| place.dyn_into::<HtmlElement>().ok());
    let Some(place) = place.filter(|_| !done && !offers.is_empty()) else { return };
    let active = ArcRwSignal::new(None);
    let (listed, marked) = (offers.clone(), active.clone());
    let shown = mount_to(place, move || list(&listed, &marked));
    if let Some(list) = platform::element(LIST) {
        let under = field.offset_top() + field.offset_height();
        platform::style(&list, &format!("top:{under}px"));
    }
    for (name, value) in [("aria-expanded", "true"), ("aria-controls", LIST)] {
        // Refused only for names that are none.
        let _ = field.set_attribute(name, value);
    }
    SAID.with(|said| said.set(format!("{} gợi ý, dùng phím mũi tên để chọn.", offers.len())));
    let likely = types && offers.first().is_some_and(|first| first.is_meant(&typed));
    OPEN.set(Some(Open { field, offers, active, _shown: Box::new(shown) }));
    show(LIST);
    if likely {
        go(1);
    }
}

/// The list.
fn list(offers: &[Offer], active: &ArcRwSignal<Option<usize>>) -> impl IntoView + use<> {
    let option = |(at, offer): (usize, &Offer)| {
        let active = active.clone();
        view! {
            <li
                id=format!("{LIST}-{at}")
                role="option"
                aria-selected=move || (active.get() == Some(at)).to_string()
                on:click=move |_| choose(at)
            >
                <span>{offer.title.clone()}</span>
                <span class="help">{offer.note.clone()}</span>
            </li>
        }
    };
    let options = offers.iter().enumerate().map(option).collect_view();
    view! {
        // The focus stays in the field.
        <ul id=LIST class="suggestions" role="listbox" aria-label="Gợi ý"
            on:mousedown=|event| event.prevent_default()>
            {options}
        </ul>
    }
}

fn active() -> Option<usize> {
    OPEN.with_borrow(|open| open.as_ref()?.active.get_untracked())
}

/// Marks the next option, or the one before; past the ends it goes round.
fn go(step: isize) {
    let marked = OPEN.with_borrow(|open| {
        let Open { field, offers, active, .. } = open.as_ref()?;
        let last = offers.len().checked_sub(1)?;
        let at = match (active.get_untracked(), step > 0) {
            (None, true) => 0,
            (None, false) | (Some(0), false) => last,
            (Some(at), true) => {
                if at == last {
                    0
                } else {
                    at + 1
                }
            }
            (Some(at), false) => at - 1,
        };
        active.set(Some(at));
        let option = format!("{LIST}-{at}");
        let _ = field.set_attribute("aria-activedescendant", &option);
        Some(option)
    });
    marked.as_deref().into_iter().for_each(show);
}

/// Scrolls as little as is needed.
fn show(id: &str) {
    if let Some(element) = platform::element(id) {
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

fn close() {
    if let Some(Open { field, .. }) = OPEN.take() {
        let _ = field.set_attribute("aria-expanded", "false");
        for name in ["aria-controls", "aria-activedescendant"] {
            let _ = field.remove_attribute(name);
        }
        SAID.with(|said| said.set(String::new()));
    }
}

/// Fills in what an option offers, as one step for the app.
fn choose(at: usize) {
    let offer = OPEN.with_borrow(|open| open.as_ref()?.offers.get(at).cloned());
    close();
    let Some(offer) = offer else { return };
    CHOOSING.set(true);
    platform::annex::chosen("");
    for (id, text) in &offer.fills {
        platform::put(id, text);
    }
    platform::annex::chosen(&offer.said());
    CHOOSING.set(false);
}
