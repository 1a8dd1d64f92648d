//! The lines of the source, each with what it was taken for.

use leptos::html::Select;
use leptos::prelude::*;

use super::{Desk, role_name};
use crate::app::fields::When;
use crate::import::Role;
use crate::vietnamese::strange;

/// The list of lines.
#[component]
pub fn Lines(desk: Desk) -> impl IntoView {
    let only_unsure = RwSignal::new(false);
    let unsure =
        Memo::new(move |_| desk.answer.with(|answer| answer.lines.iter().filter(|line| !line.sure).count()));
    let shown = move || {
        let only = only_unsure.get();
        // A line stays while it is looked at: it does not vanish under the hand once it is chosen.
        desk.answer.with_untracked(|answer| {
            let lines = answer.lines.iter().enumerate();
            lines
                .filter(|(_, line)| !only || !line.sure)
                .map(|(at, line)| (at, line.text.clone()))
                .collect::<Vec<_>>()
        })
    };
    let texts = Memo::new(move |_| {
        desk.answer.with(|answer| answer.lines.iter().map(|line| line.text.clone()).collect::<Vec<_>>())
    });
    let options: String =
        Role::ALL.iter().map(|role| format!("<option>{}</option>", role_name(*role))).collect();
    let options = StoredValue::new(options);
    view! {
        <section aria-labelledby="lines-title">
            <h2 id="lines-title">"Từng dòng của tệp"</h2>
            <When holds=Signal::derive(move || unsure.get() > 0)>
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=move || only_unsure.get()
                        on:change:target=move |event| only_unsure.set(event.target().checked())
                    />
                    {move || format!("Chỉ xem {} dòng cần xem lại", unsure.get())}
                </label>
            </When>
            <ol class="lines">
                <For each=move || { texts.track(); shown() } key=|line| line.clone() let((at, text))>
                    <Line desk at text options />
                </For>
            </ol>
        </section>
    }
}

#[component]
fn Line(desk: Desk, at: usize, text: String, options: StoredValue<String>) -> impl IntoView {
    let line = Memo::new(move |_| {
        desk.answer.with(|answer| answer.lines.get(at).map(|line| (line.role, line.sure)))
    });
    let role = move || line.get().map_or(Role::Unplaced, |(role, _)| role);
    let sure = move || line.get().is_none_or(|(_, sure)| sure);
    let select = NodeRef::<Select>::new();
    Effect::new(move |_| {
        if let Some(select) = select.get() {
            let place = Role::ALL.iter().position(|other| *other == role()).unwrap_or_default();
            select.set_selected_index(i32::try_from(place).unwrap_or_default());
        }
    });
    let choose = move |event: web_sys::Event| {
        let chosen = select.get_untracked().and_then(|select| usize::try_from(select.selected_index()).ok());
        event.stop_propagation();
        if let Some(role) = chosen.and_then(|chosen| Role::ALL.get(chosen).copied()) {
            let said = format!("Dòng {} là “{}”.", at + 1, role_name(role));
            desk.change(said, |request| {
                request.roles.insert(at, role);
            });
        }
    };
    let why = match strange(&text) {
        Some(letter) => format!("Cần xem lại: có ký tự lạ “{letter}”"),
        None => "Cần xem lại".to_owned(),
    };
    let id = format!("line-{}", at + 1);
    view! {
        <li class:unsure=move || !sure()>
            <p id=id.clone()>{text}</p>
            <div>
                <select
                    node_ref=select
                    aria-label=format!("Dòng {} là", at + 1)
                    aria-describedby=id
                    inner_html=options.get_value()
                    on:change=choose
                ></select>
                <span class="look-again">{move || (!sure()).then(|| why.clone())}</span>
            </div>
        </li>
    }
}
