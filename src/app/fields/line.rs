//! A field of one line that is read when the user leaves it: for screens where more follows from it
//! than can be worked out at each key.

use leptos::prelude::*;

use crate::app::platform;

/// The field; what is typed is taken without spaces around it and composed. `hint` stands in it while it is
/// blank; with `suggests`, it gets the list of the fields of the form.
pub fn line(
    id: String,
    label: &'static str,
    hint: &'static str,
    value: Signal<String>,
    set: Callback<String>,
    suggests: bool,
) -> AnyView {
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <input
                id=id
                type="text"
                lang="vi"
                autocomplete="off"
                spellcheck="false"
                role=suggests.then_some("combobox")
                aria-autocomplete=suggests.then_some("list")
                aria-expanded=suggests.then_some("false")
                placeholder=hint
                prop:value=move || value.get()
                on:change:target=move |event| set.run(platform::nfc(event.target().value().trim()))
            />
        </div>
    }
    .into_any()
}
