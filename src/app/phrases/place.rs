//! Where a phrase goes: the row of the form that one is writing in, and the first thing to fill in there.

use std::cell::Cell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement, HtmlTextAreaElement, Node};

use super::SEARCH;
use crate::app::platform;
use crate::template::blanks;

thread_local! {
    /// The row in which one wrote last, 0 for none.
    static ROW: Cell<u32> = const { Cell::new(0) };
}

/// Follows in which row one writes, as long as the page lives; Alt+M leads to the phrases and back.
pub fn follow() {
    let focused = window_event_listener(leptos::ev::focusin, |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(target) = target else { return };
        if let Ok(Some(item)) = target.closest(".item") {
            ROW.set(row(&item).unwrap_or(0));
        } else if !inside(&target, ".card, .phrases") {
            ROW.set(0);
        }
    });
    let keys = window_event_listener(leptos::ev::keydown, |event| {
        // By its place: with Alt, some keyboards write another letter.
        if event.code() != "KeyM" || !event.alt_key() || event.ctrl_key() || event.is_composing() {
            return;
        }
        let open = document().active_element().and_then(|here| opener(&here));
        if let Some(search) = platform::element(SEARCH) {
            // Refused nowhere.
            let _ = search.focus();
        } else if let Some(open) = open.and_then(|open| open.dyn_into::<HtmlElement>().ok()) {
            open.click();
        } else {
            return;
        }
        event.prevent_default();
    });
    // Never taken away: the program lives as long as the page.
    std::mem::forget((focused, keys));
}

/// The row that an item of the form edits.
fn row(item: &Element) -> Option<u32> {
    item.query_selector("[id^=level-]").ok()??.id().strip_prefix("level-")?.parse().ok()
}

/// What opens the phrases for the part of the plan in which `element` stands.
fn opener(element: &Element) -> Option<Element> {
    if let Ok(Some(section)) = element.closest(".card") {
        return section.query_selector("[id^=phrases-]").ok()?;
    }
    // Behind the opening and the closing.
    let next = element.closest(".field").ok()??.next_element_sibling()?;
    match next.id().starts_with("phrases-") {
        true => Some(next),
        false => next.query_selector("[id^=phrases-]").ok()?,
    }
}

fn inside(element: &Element, selector: &str) -> bool {
    matches!(element.closest(selector), Ok(Some(_)))
}

/// What has the keyboard focus.
pub fn focused() -> Option<EventTarget> {
    document().active_element().filter(|element| element.tag_name() != "BODY").map(EventTarget::from)
}

/// Whether `element` stands in `place`.
pub fn within(place: Option<&HtmlElement>, element: Option<EventTarget>) -> bool {
    let node = element.and_then(|element| element.dyn_into::<Node>().ok());
    place.is_some_and(|place| place.contains(node.as_ref()))
}

/// Whether a field may take the focus without a keyboard coming up over the page.
pub fn has_keyboard() -> bool {
    let coarse = window().match_media("(pointer: coarse)");
    !matches!(coarse, Ok(Some(coarse)) if coarse.matches())
}

/// Puts a phrase where one wrote last, and goes to the first thing in it that one has to fill in.
pub fn put(text: &str) {
    platform::annex::put_phrase(ROW.get(), text);
    let text = text.to_owned();
    // The app puts the focus there once the page has been drawn again.
    request_animation_frame(move || {
        let field =
            document().active_element().and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
        let Some(field) = field else { return };
        let value = field.value();
        let Some(at) = value.rfind(&text) else { return };
        let blank = blanks(&text).next().map(|blank| format!("[{blank}]"));
        let (start, end) = match blank.as_ref().and_then(|blank| Some((text.find(blank)?, blank.len()))) {
            Some((start, length)) => (at + start, at + start + length),
            None => (at + text.len(), at + text.len()),
        };
        let units = |end: usize| value.get(..end).map_or(0, |text| text.encode_utf16().count()) as u32;
        // Refused nowhere: it is a field of text.
        let _ = field.set_selection_range(units(start), units(end));
    });
}

/// Puts the focus on the next phrase or the one before; before the first is the search.
pub fn walk(panel: &HtmlElement, step: isize) {
    let Ok(stops) = panel.query_selector_all(".phrase, input") else { return };
    let stops: Vec<HtmlElement> =
        (0..stops.length()).filter_map(|at| stops.item(at)?.dyn_into().ok()).collect();
    let here = document().active_element();
    let at = stops.iter().position(|stop| here.as_ref().is_some_and(|here| **here == ***stop));
    let next = at.map_or(Some(0), |at| at.checked_add_signed(step));
    if let Some(next) = next.and_then(|next| stops.get(next)) {
        // Refused nowhere.
        let _ = next.focus();
    }
}
