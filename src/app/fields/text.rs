//! Text fields that leave Vietnamese typing alone.
//!
//! Unikey and EVKey send Backspace and a letter, macOS, Android and ibus compose: both break
//! when a program writes the field back while it is being typed in. So a field is set once,
//! read on each input, and written only when something else changed its value and the user
//! is not in it. Text becomes NFC when the user leaves the field.

use leptos::html::{Input, Textarea};
use leptos::prelude::*;
use reactive_stores::Field;
use web_sys::KeyboardEvent;

use crate::app::platform;

/// A field of one line.
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
    /// One line of help: what to write, and the clause that asks for it.
    #[prop(optional, into)]
    help: String,
    /// A true example.
    #[prop(optional, into)]
    example: String,
    /// What a blank field prints, where that can be known; shown in place of the example.
    #[prop(optional, into)]
    derived: Option<Signal<String>>,
    /// What Enter does.
    #[prop(optional, into)]
    on_enter: Option<Callback<()>>,
) -> impl IntoView {
    let node = NodeRef::<Input>::new();
    let initial = value.try_get_untracked().unwrap_or_default();
    Effect::new(move |_| {
        let now = value.try_get().unwrap_or_default();
        if let Some(field) = node.get()
            && !has_focus(&field)
            && field.value() != now
        {
            field.set_value(&now);
        }
    });
    let help_id = format!("{id}-help");
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <input
                id=id
                type="text"
                lang="vi"
                autocomplete="off"
                spellcheck="false"
                aria-describedby=(!help.is_empty()).then(|| help_id.clone())
                placeholder=placeholder(derived, example)
                prop:value=initial
                node_ref=node
                on:input:target=move |event| write(value, event.target().value())
                on:blur:target=move |event| {
                    let field = event.target();
                    compose(field.value(), value, |text| field.set_value(text));
                }
                on:keydown=move |event| enter(&event, on_enter)
            />
            <Help id=help_id text=help />
        </div>
    }
}

/// A field of several lines, each of its lines a paragraph or a line of the page.
#[component]
pub fn TextArea(
    /// The element's id, the same for the life of the field.
    #[prop(into)]
    id: String,
    /// What the field is called on screen.
    #[prop(into)]
    label: String,
    /// What it holds.
    #[prop(into)]
    value: Field<String>,
    /// One line of help: what to write, and the clause that asks for it.
    #[prop(optional, into)]
    help: String,
    /// A true example.
    #[prop(optional, into)]
    example: String,
    /// What a blank field prints, where that can be known; shown in place of the example.
    #[prop(optional, into)]
    derived: Option<Signal<String>>,
    /// How many lines it shows when it holds few; it grows with its text.
    #[prop(default = 2)]
    rows: u32,
    /// What Enter does instead of beginning a new line.
    #[prop(optional, into)]
    on_enter: Option<Callback<()>>,
) -> impl IntoView {
    let node = NodeRef::<Textarea>::new();
    let initial = value.try_get_untracked().unwrap_or_default();
    Effect::new(move |_| {
        let now = value.try_get().unwrap_or_default();
        if let Some(field) = node.get()
            && !has_focus(&field)
            && field.value() != now
        {
            field.set_value(&now);
        }
    });
    let help_id = format!("{id}-help");
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <textarea
                id=id
                lang="vi"
                autocomplete="off"
                spellcheck="false"
                rows=rows
                aria-describedby=(!help.is_empty()).then(|| help_id.clone())
                placeholder=placeholder(derived, example)
                prop:value=initial
                node_ref=node
                on:input:target=move |event| write(value, event.target().value())
                on:blur:target=move |event| {
                    let field = event.target();
                    compose(field.value(), value, |text| field.set_value(text));
                }
                on:keydown=move |event| enter(&event, on_enter)
            ></textarea>
            <Help id=help_id text=help />
        </div>
    }
}

/// The line of help under a field.
#[component]
pub fn Help(id: String, text: String) -> impl IntoView {
    (!text.is_empty()).then(|| view! { <p class="help" id=id>{text}</p> })
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
fn write(value: Field<String>, text: String) {
    if let Some(mut now) = value.try_write() {
        *now = text;
    }
}

/// Composes what was typed (NFC), in the field and in the plan. A field that goes away with
/// the focus in it says so too late to be asked through anything reactive.
fn compose(typed: String, value: Field<String>, show: impl Fn(&str)) {
    let composed = platform::nfc(&typed);
    if composed != typed {
        show(&composed);
        write(value, composed);
    }
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
