//! Changes of the form that move nothing under the user's hands.

use leptos::prelude::*;
use web_sys::Element;

/// Makes a change of the form that does not move what one types in or is about to press. What follows from
/// signals comes before the next frame, and moves nothing, either.
pub fn steady(change: impl FnOnce()) {
    let held = held();
    let form = held.as_ref().and_then(|held| held.closest(".form").ok().flatten());
    let (Some(held), Some(form)) = (held, form) else { return change() };
    // On the screen, and in all that is scrolled: what the user scrolls meanwhile is not taken back.
    let scrolled = form.clone();
    let place = move || {
        let top = held.is_connected().then(|| held.get_bounding_client_rect().top())?;
        let scrolled = window().scroll_y().unwrap_or_default() + f64::from(scrolled.scroll_top());
        Some((top, top + scrolled))
    };
    let Some((top, within)) = place() else { return change() };
    change();
    let settle = move || {
        if let Some((now, now_within)) = place()
            && (now_within - within).abs() >= 1.0
        {
            let (moved, before) = ((now - top).round(), form.scroll_top());
            form.set_scroll_top(before + moved as i32);
            // In a narrow window the page scrolls, and not the form.
            if form.scroll_top() == before {
                window().scroll_by_with_x_and_y(0.0, moved);
            }
        }
    };
    settle();
    request_animation_frame(settle);
}

/// What is pressed, under the pointer.
const POINTED: &str = ".form :is(button, summary, select, label):hover";

/// What must not move: the field that is typed in, or what is about to be pressed, or else what has the
/// focus.
fn held() -> Option<Element> {
    let focused = document().active_element();
    let pointed = || document().query_selector(POINTED).ok().flatten();
    focused.clone().filter(is_field).or_else(pointed).or(focused)
}

/// Whether it is typed in.
pub fn is_field(element: &Element) -> bool {
    ["INPUT", "TEXTAREA"].contains(&element.tag_name().as_str())
}
