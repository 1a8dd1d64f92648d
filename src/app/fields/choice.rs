//! A choice of a few.

use leptos::prelude::*;

/// A list to choose one of.
#[component]
pub fn Choice(
    /// The element's id.
    #[prop(into)]
    id: String,
    /// What the field is called on screen.
    #[prop(into)]
    label: String,
    /// Key and name of each.
    options: Vec<(&'static str, &'static str)>,
    /// The key of the one that is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the key of another.
    #[prop(into)]
    set: Callback<String>,
    /// One line of help.
    #[prop(optional, into)]
    help: String,
) -> impl IntoView {
    let help_id = format!("{id}-help");
    let options = options
        .into_iter()
        .map(|(key, name)| view! { <option value=key selected=move || value.get() == key>{name}</option> })
        .collect_view();
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select
                id=id
                aria-describedby=(!help.is_empty()).then(|| help_id.clone())
                on:change:target=move |event| set.run(event.target().value())
            >
                {options}
            </select>
            <super::text::Help id=help_id text=help />
        </div>
    }
}
