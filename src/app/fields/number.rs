//! A field for a small number: a day, a year, a count.

use leptos::ev::Targeted;
use leptos::prelude::*;

use super::text::{Help, described_by};

/// A field that takes digits only; other characters are not taken while they are typed.
#[component]
pub fn NumberField(
    /// The element's id.
    id: &'static str,
    /// What the field is called on screen.
    label: &'static str,
    /// How many digits it takes at most.
    digits: usize,
    /// What it holds.
    value: Signal<Option<u16>>,
    /// Takes a new value.
    #[prop(into)]
    set: Callback<Option<u16>>,
    /// One line of help.
    #[prop(optional, into)]
    help: String,
    /// The clause that asks for it.
    #[prop(optional, into)]
    clause: Option<Signal<String>>,
    /// The id of the line of help that it shares with others, where it has none of its own.
    #[prop(optional, into)]
    helped_by: String,
) -> impl IntoView {
    let initial = value.get_untracked().map(|number| number.to_string()).unwrap_or_default();
    let typed = move |event: Targeted<web_sys::Event, web_sys::HtmlInputElement>| {
        let field = event.target();
        let text = field.value();
        let kept: String = text.chars().filter(char::is_ascii_digit).take(digits).collect();
        if kept != text {
            field.set_value(&kept);
        }
        set.run(kept.parse().ok());
    };
    let help_id = format!("{id}-help");
    view! {
        <div class="field short">
            <label for=id>{label}</label>
            <input
                id=id
                type="text"
                inputmode="numeric"
                autocomplete="off"
                maxlength=digits
                aria-describedby=described_by(&help_id, &help, helped_by)
                prop:value=initial
                on:input:target=typed
            />
            <Help id=help_id text=help clause />
        </div>
    }
}

/// A number that has to be a day, a month or the like.
pub fn small(number: Option<u16>) -> Option<u8> {
    number.and_then(|number| u8::try_from(number).ok())
}
