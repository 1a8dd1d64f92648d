//! A choice of a few.

use leptos::prelude::*;

use super::text::{Help, described_by};

/// One of the things to choose from.
#[derive(Clone)]
pub struct Opt {
    /// What the plan holds when it is chosen.
    pub key: String,
    /// What it is called on screen.
    pub name: String,
}

impl From<&(&'static str, &'static str)> for Opt {
    fn from(&(key, name): &(&'static str, &'static str)) -> Opt {
        Opt { key: key.into(), name: name.into() }
    }
}

/// A list to choose one of.
#[component]
pub fn Choice(
    /// The element's id.
    #[prop(into)]
    id: String,
    /// What the field is called on screen.
    #[prop(into)]
    label: String,
    /// What it offers.
    options: Vec<Opt>,
    /// The key of the one that is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the key of another.
    #[prop(into)]
    set: Callback<String>,
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
    let help_id = format!("{id}-help");
    let option = |Opt { key, name }: Opt| {
        let own = key.clone();
        // The property: the attribute no longer counts once the user has chosen.
        view! { <option value=key prop:selected=move || value.get() == own>{name}</option> }
    };
    let options = options.into_iter().map(option).collect_view();
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select
                id=id
                aria-describedby=described_by(&help_id, &help, helped_by)
                on:change:target=move |event| set.run(event.target().value())
            >
                {options}
            </select>
            <Help id=help_id text=help clause />
        </div>
    }
}
