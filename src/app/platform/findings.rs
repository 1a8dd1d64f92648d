//! The page around what a review found: under its fields, beside its steps; on its paper, see [`Marks`].

use std::cell::Cell;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Element, HtmlElement, MutationObserver, MutationObserverInit, MutationRecord};

use super::steady::is_field;
use super::{element, insert};

pub use super::marks::{Marks, Words};

thread_local! {
    /// When something was typed last, as the page counts time.
    static TYPED: Cell<f64> = const { Cell::new(f64::NEG_INFINITY) };
    /// Whether an input method holds a word.
    static COMPOSING: Cell<bool> = const { Cell::new(false) };
    /// Whether it is told with the next frame that the form was drawn anew.
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Begins to note when somebody types.
pub fn follow_typing() {
    // At each key: nothing is asked of the page here.
    window_event_listener(leptos::ev::input, |event| TYPED.set(event.time_stamp()));
    window_event_listener(leptos::ev::compositionstart, |_| COMPOSING.set(true));
    window_event_listener(leptos::ev::compositionend, |_| COMPOSING.set(false));
}

/// How long nothing was typed, in milliseconds.
pub fn quiet() -> f64 {
    if COMPOSING.get() { 0.0 } else { now() - TYPED.get() }
}

fn now() -> f64 {
    window().performance().map(|performance| performance.now()).unwrap_or_default()
}

/// Calls `redrawn` when parts of the page come or go, but for those that are told here.
pub fn follow_drawing(redrawn: impl Fn() + Clone + 'static) {
    const OWN: &str = ".preview, .beside, #reviewed, .steps, .reviewed-notices, .notices";
    let is_own = |record: JsValue| {
        let target = record.unchecked_into::<MutationRecord>().target();
        let target = target.and_then(|target| target.dyn_into::<Element>().ok());
        target.and_then(|target| target.closest(OWN).ok().flatten()).is_some()
    };
    let changed = move |records: js_sys::Array| {
        if !ASKED.get() && !records.iter().all(is_own) {
            ASKED.set(true);
            let redrawn = redrawn.clone();
            request_animation_frame(move || {
                ASKED.set(false);
                redrawn();
            });
        }
    };
    let changed = Closure::<dyn Fn(js_sys::Array)>::new(changed).into_js_value();
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_subtree(true);
    if let (Ok(observer), Some(body)) = (MutationObserver::new(changed.unchecked_ref()), document().body()) {
        // Refused only without options.
        let _ = observer.observe_with_options(&body, &options);
    }
}

/// Adds styles to those of the page, rule by rule: a browser leaves out what it does not know.
pub fn dress(css: &str) {
    let sheets = document().style_sheets();
    let last = sheets.length().checked_sub(1).and_then(|last| sheets.item(last));
    let Some(sheet) = last.and_then(|sheet| sheet.dyn_into::<CssStyleSheet>().ok()) else { return };
    for rule in rules(css) {
        let end = sheet.css_rules().map(|rules| rules.length()).unwrap_or_default();
        let _ = sheet.insert_rule_with_index(rule, end);
    }
}

/// The rules of a stylesheet, comments between them and all.
fn rules(css: &str) -> impl Iterator<Item = &str> {
    let (mut depth, mut rest) = (0, css);
    std::iter::from_fn(move || {
        let end = rest.find(|letter| {
            depth += match letter {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            letter == '}' && depth == 0
        })?;
        let (rule, after) = rest.split_at(end + 1);
        rest = after;
        Some(rule)
    })
}

/// The beginning of the ids of the places under fields.
const BESIDE: &str = "beside-";

/// The place under the field with this id that holds these words; none where the form does not show it.
pub fn place(field: &str, words: &str) -> Option<HtmlElement> {
    let own = element(field).filter(|field| is_field(field));
    let field = own.or_else(|| insert::field_with(field, words))?;
    field.closest(".form").ok()??;
    let id = format!("{BESIDE}{}", field.id());
    if let Some(place) = element(&id) {
        return Some(place);
    }
    let place = document().create_element("div").ok()?.dyn_into::<HtmlElement>().ok()?;
    set(&place, &[("id", &id), ("class", "beside"), ("role", "group"), ("aria-label", "Rà soát")]);
    // A cell is too narrow for it.
    match field.closest(".cells").ok()? {
        Some(table) => table.after_with_node_1(&place).ok()?,
        None => field.closest(".field").ok()??.append_with_node_1(&place).ok()?,
    }
    // What stands there in a few words, hidden.
    describe(&field, Some(&format!("{id}-said")));
    Some(place)
}

/// The id of the field that a place describes.
pub fn describes(place: &HtmlElement) -> String {
    place.id().trim_start_matches(BESIDE).to_owned()
}

/// Takes a place away.
pub fn displace(place: &HtmlElement) {
    place.remove();
    if let Some(field) = element(&describes(place)) {
        describe(&field, None);
    }
}

/// Changes by what a field is described: by this place, or by none.
fn describe(field: &HtmlElement, place: Option<&str>) {
    let before = field.get_attribute("aria-describedby").unwrap_or_default();
    let ids = before.split_whitespace().filter(|id| !id.starts_with(BESIDE));
    let ids: Vec<&str> = ids.chain(place).collect();
    match ids.is_empty() {
        true => drop(field.remove_attribute("aria-describedby")),
        false => set(field, &[("aria-describedby", &ids.join(" "))]),
    }
}

fn set(element: &Element, attributes: &[(&str, &str)]) {
    for (name, value) in attributes {
        // Refused only for names that are none.
        let _ = element.set_attribute(name, value);
    }
}

/// Shows beside the step at this place how many errors, or else warnings, its part of the plan has; `said` says
/// all of it.
pub fn count(step: usize, errors: usize, warnings: usize, said: &str) {
    let steps = document().query_selector_all(".steps li").ok();
    let step_element = steps.and_then(|steps| steps.get(step as u32)?.dyn_into::<Element>().ok());
    let Some(step_element) = step_element else { return };
    let Ok(Some(button)) = step_element.query_selector("button") else { return };
    let id = format!("step-found-{step}");
    if said.is_empty() {
        if let Some(tag) = element(&id) {
            tag.remove();
            let _ = button.remove_attribute("aria-describedby");
        }
        return;
    }
    // What the step says of itself stands in its title.
    let title = button.get_attribute("title").filter(|title| !title.is_empty());
    let words = title.map_or_else(|| said.to_owned(), |title| format!("{title}. {said}"));
    let Some(tag) = element(&id).or_else(|| child(&step_element, "step-found")) else { return };
    let worst = if errors > 0 { errors } else { warnings }.to_string();
    if tag.text_content().is_some_and(|text| text == worst.clone() + &words) {
        return;
    }
    tag.set_text_content(None);
    set(&tag, &[("id", &id), ("title", said)]);
    let class = if errors > 0 { "step-count" } else { "step-count warn" };
    let (seen, heard) = (child(&tag, class), child(&tag, "unseen"));
    if let Some(seen) = seen {
        set(&seen, &[("aria-hidden", "true")]);
        seen.set_text_content(Some(&worst));
    }
    if let Some(heard) = heard {
        heard.set_text_content(Some(&words));
    }
    set(&button, &[("aria-describedby", &id)]);
}

/// A new part at the end of an element.
fn child(parent: &Element, class: &str) -> Option<HtmlElement> {
    let child = document().create_element("span").ok()?.dyn_into::<HtmlElement>().ok()?;
    set(&child, &[("class", class)]);
    parent.append_with_node_1(&child).ok()?;
    Some(child)
}

/// Goes back to the form where the paper is shown in its place.
pub fn leave_page() {
    let button = document().query_selector(".page-shown .show-page").ok().flatten();
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        button.click();
    }
}

/// Whether the draft can only be looked at here.
pub fn is_read_only() -> bool {
    document().query_selector(".form .fields[inert]").ok().flatten().is_some()
}
