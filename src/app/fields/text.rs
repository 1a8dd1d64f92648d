//! Text fields that leave Vietnamese typing alone.
//!
//! Unikey and EVKey send Backspace and a letter, macOS, Android and ibus compose: both break
//! when a program writes the field back while it is being typed in. So a field is set once,
//! read on each input, and written only when something else changed its value and the user
//! is not in it. Text becomes NFC when the user leaves the field.

use leptos::prelude::*;
use reactive_stores::Field;
use wasm_bindgen::JsValue;
use web_sys::{Element, KeyboardEvent};

use crate::app::platform;
use crate::check::advice::Advice;

/// A field of one line, or of several: each of its lines a paragraph or a line of the page.
#[component]
pub fn TextField(
    /// The element's id, the same for the life of the field.
    #[prop(into)]
    id: String,
    /// What the field is called on screen.
    #[prop(into)]
    label: String,
    /// What it holds.
    #[prop(into)]
    value: Field<String>,
    /// One line of help: what to write.
    #[prop(optional, into)]
    help: String,
    /// The clause that asks for it.
    #[prop(optional, into)]
    clause: Option<Signal<String>>,
    /// The id of the line of help that it shares with others, where it has none of its own.
    #[prop(optional, into)]
    helped_by: String,
    /// What is to be said of what stands there, once the user pauses.
    #[prop(optional)]
    advice: Option<Advice>,
    /// A true example.
    #[prop(optional, into)]
    example: String,
    /// What a blank field prints, where that can be known; shown in place of the example.
    #[prop(optional, into)]
    derived: Option<Signal<String>>,
    /// The same where it is known as long as the field is blank: whoever clears it has it back.
    #[prop(optional, into)]
    while_blank: Option<Signal<String>>,
    /// Makes it a field of several lines: how many it shows when it holds few. It grows with its text.
    #[prop(optional)]
    rows: Option<u32>,
    /// What Enter does.
    #[prop(optional, into)]
    on_enter: Option<Callback<()>>,
    /// Whether the annex knows what could stand here: it shows a list under the field of this id.
    #[prop(optional)]
    suggests: bool,
) -> impl IntoView {
    let initial = value.try_get_untracked().unwrap_or_default();
    let own = id.clone();
    Effect::new(move |_| {
        value.track();
        // Asked first: with each key this is all that is done.
        if let Some(field) = document().get_element_by_id(&own).filter(|field| !has_focus(field)) {
            let now = value.try_get_untracked().unwrap_or_default();
            if text_of(&field) != now {
                show(&field, &now);
            }
        }
    });
    let leave = move |event| composed(&event).into_iter().for_each(|text| write(value, text));
    let reset = derived.map(|derived| reset(id.clone(), value, derived));
    let help_id = format!("{id}-help");
    let attributes = view! {
        <{..}
            id=id.clone()
            lang="vi"
            autocomplete="off"
            spellcheck="false"
            aria-describedby=described_by(&help_id, &help, helped_by)
            role=suggests.then_some("combobox")
            aria-autocomplete=suggests.then_some("list")
            aria-expanded=suggests.then_some("false")
            placeholder=placeholder(derived.or(while_blank), example)
            prop:value=initial
            on:input=move |event| write(value, event_target_value(&event))
            on:blur=leave
            on:keydown=move |event| enter(&event, on_enter)
        />
    };
    let control = match rows {
        None => view! { <input type="text" {..attributes} /> }.into_any(),
        Some(rows) => view! { <textarea {..attributes} rows=rows></textarea> }.into_any(),
    };
    view! {
        <div class="field">
            <label id=label_of(&id) for=id>
                {label}
            </label>
            {control} {reset} {advice.map(|advice| advised(value, advice))}
            <Help id=help_id text=help clause />
        </div>
    }
}

/// The id of a field's label.
fn label_of(field: &str) -> String {
    format!("{field}-label")
}

/// A button that goes back to what follows from other fields; there while something else was typed.
fn reset(id: String, value: Field<String>, derived: Signal<String>) -> AnyView {
    let overridden = Signal::derive(move || {
        let (typed, usual) = (value.try_get().unwrap_or_default(), derived.get());
        !typed.trim().is_empty() && !usual.is_empty() && typed != usual
    });
    let button = move || {
        let id = id.clone();
        // The label describes the button and does not name it: what goes by the label is the field.
        let label = label_of(&id);
        let reset = move |_| {
            // A step of its own.
            platform::annex::chosen("");
            write(value, String::new());
            platform::annex::chosen("");
            platform::focus(id.clone());
        };
        view! {
            <button type="button" class="button quiet" aria-describedby=label on:click=reset>
                "Dùng mặc định"
            </button>
        }
    };
    view! { <super::When holds=overridden>{button.clone()}</super::When> }.into_any()
}

/// Makes the text of the field that is left NFC; gives it back if that changed it.
pub fn composed(event: &web_sys::FocusEvent) -> Option<String> {
    let field: Element = event_target(event);
    let typed = text_of(&field);
    let composed = platform::nfc(&typed);
    (composed != typed).then(|| {
        show(&field, &composed);
        composed
    })
}

/// So long after the last key, in milliseconds, something is said of what stands in a field.
const PAUSE: u64 = 900;

/// What is to be said of what stands in a field: never while it is being typed.
fn advised(value: Field<String>, advice: Advice) -> AnyView {
    let look = move || value.try_with_untracked(|text| advice(text)).flatten();
    let said = RwSignal::new(look());
    let soon = platform::Debounce::new(PAUSE, u64::MAX, move || said.set(look()));
    Effect::new(move |before: Option<()>| {
        value.try_with(|_| ());
        if before.is_some() {
            soon.call();
        }
    });
    view! { <p class="advice" role="status">{said}</p> }.into_any()
}

/// What describes a field to those who do not see it: its own line of help, or the one it shares.
pub fn described_by(own: &str, help: &str, shared: String) -> Option<String> {
    Some(if help.is_empty() { shared } else { own.to_owned() }).filter(|id| !id.is_empty())
}

/// A line of help, under a field or over several, and the clause that asks for what it says.
#[component]
pub fn Help(
    /// The element's id.
    #[prop(into)]
    id: String,
    /// The line; nothing is shown where it is blank.
    #[prop(into)]
    text: String,
    /// The clause.
    #[prop(optional_no_strip)]
    clause: Option<Signal<String>>,
) -> impl IntoView {
    (!text.is_empty()).then(|| {
        view! {
            <p class="help" id=id>
                {text} " "
                {clause.map(|clause| view! { <span class="clause" title=clause>{move || short(&clause.get()).to_owned()}</span> })}
            </p>
        }
    })
}

/// A clause without what is noted of it: that is there for whoever points at it.
fn short(clause: &str) -> &str {
    clause.split_once(" (").map_or(clause, |(clause, _)| clause)
}

fn placeholder(derived: Option<Signal<String>>, example: String) -> impl Fn() -> String + Send + 'static {
    move || {
        let derived = derived.map(|derived| derived.get()).unwrap_or_default();
        match (derived.is_empty(), example.is_empty()) {
            (false, _) => derived,
            (true, false) => format!("Ví dụ: {example}"),
            (true, true) => String::new(),
        }
    }
}

/// A row may have been taken away while its field still had the focus: nothing is written then.
pub fn write(value: Field<String>, text: String) {
    if let Some(mut now) = value.try_write() {
        *now = text;
    }
}

/// What stands in a field of either kind. Read and shown on the element itself: one that goes
/// away with the focus in it is told so too late to be asked through anything reactive.
fn text_of(field: &Element) -> String {
    js_sys::Reflect::get(field, &JsValue::from("value"))
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

fn show(field: &Element, text: &str) {
    // Refused only where there is no such property, and then there is nothing to show it in.
    let _ = js_sys::Reflect::set(field, &JsValue::from("value"), &JsValue::from(text));
}

fn enter(event: &KeyboardEvent, on_enter: Option<Callback<()>>) {
    // 229: some input methods compose without saying so; their Enter only takes a word.
    let composing = event.is_composing() || event.key_code() == 229;
    if let Some(act) = on_enter.filter(|_| event.key() == "Enter" && !event.shift_key() && !composing) {
        event.prevent_default();
        act.run(());
    }
}

fn has_focus(element: &web_sys::Element) -> bool {
    document().active_element().is_some_and(|active| active == *element)
}
