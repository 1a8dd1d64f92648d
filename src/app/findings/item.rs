//! One finding, in the list and beside its field.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Desk, word};
use crate::app::fields::When;
use crate::app::platform;
use crate::check::told::Told;

/// Where a finding is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// In the list of the last step.
    List,
    /// Beside its field.
    Field,
}

impl At {
    /// The id of the part of a finding that one goes to.
    pub fn id(self, found: &Told) -> String {
        let place = if self == At::List { "found" } else { "beside" };
        format!("{place}-{}", found.id)
    }
}

/// More letters of the words found are not shown.
const LONG: usize = 140;

fn short(words: &str) -> String {
    let letters = words.chars().count();
    if letters <= LONG {
        return words.to_owned();
    }
    let half = |skip: usize| words.chars().skip(skip).take(LONG / 2).collect::<String>();
    format!("{} … {}", half(0), half(letters - LONG / 2))
}

/// A button, described by the part of the page with this id: one for all, for each view of its own is a
/// kilobyte of the program.
pub fn button(
    class: &'static str,
    described_by: Option<String>,
    label: impl Into<Signal<String>>,
    act: impl Fn() + 'static,
) -> AnyView {
    fn made(class: &'static str, by: Option<String>, label: Signal<String>, act: Box<dyn Fn()>) -> AnyView {
        let act = move |_| act();
        view! { <button type="button" class=class aria-describedby=by on:click=act>{label}</button> }
            .into_any()
    }
    made(class, described_by, label.into(), Box::new(act))
}

/// The finding; `leave` puts the focus somewhere sensible before it goes away.
pub fn item(desk: Desk, found: &Arc<Told>, at: At, leave: Callback<Arc<Told>>) -> AnyView {
    let id = at.id(found);
    let (fix_id, choices_id) = (format!("{id}-fix"), format!("{id}-choices"));
    let is_open = RwSignal::new(false);
    let go = {
        let found = found.clone();
        move |_| desk.lead(&found.id)
    };
    let (becomes, is_mended) = (found.becomes.clone(), found.becomes.is_some());
    let becomes = becomes.map(|becomes| {
        let said = match becomes.trim() {
            "" => "Sửa: bỏ những chữ này".to_owned(),
            _ => format!("Sửa thành «{}»", short(&becomes)),
        };
        view! { <p class="found-fix" id=fix_id.clone()>{said}</p> }
    });
    let fix = is_mended.then(|| {
        let found = found.clone();
        let fix = move || {
            leave.run(found.clone());
            desk.fix(&found);
        };
        button("button", Some(fix_id.clone()), "Sửa", fix)
    });
    let fix_all = (is_mended && at == At::List).then(|| same(desk, found, leave));
    let dismiss = match at {
        At::Field => {
            let found = found.clone();
            let dismiss = move || {
                leave.run(found.clone());
                desk.dismiss(&found.key, "Đã bỏ qua một chỗ.");
            };
            button("button quiet", Some(id.clone()), "Bỏ qua", dismiss)
        }
        At::List => view! {
            <button
                type="button"
                class="button quiet"
                aria-describedby=id.clone()
                aria-expanded=move || is_open.get().to_string()
                aria-controls=choices_id.clone()
                on:click=move |_| is_open.update(|open| *open = !*open)
            >
                "Bỏ qua"
            </button>
        }
        .into_any(),
    };
    let choices = (at == At::List).then(|| choices(desk, found, choices_id, is_open, leave));
    let place = (at == At::List).then(|| {
        let step = format!("Bước {}", found.part + 1);
        view! { <span class="found-place">{found.place.clone()} <span class="finding-step">{step}</span></span> }
    });
    let severity = found.rule.severity;
    // Under their field the words say enough by themselves, if they are words.
    let is_enough =
        at == At::Field && found.quote.chars().filter(|letter| letter.is_alphabetic()).count() > 2;
    let [before, after] = match is_enough {
        true => Default::default(),
        false => [found.before.clone(), found.after.clone()],
    };
    view! {
        <li class=format!("found {}", severity.key())>
            <button type="button" class="found-go" id=id on:click=go>
                <span class="found-said">
                    <span class=format!("severity {}", severity.key())>{word(severity)}</span>
                    " "
                    {found.message.clone()}
                </span>
                {place}
                <span class="found-words">
                    {before}<b>{format!("«{}»", short(&found.quote))}</b>{after}
                </span>
            </button>
            <p class="clause">{found.rule.clause}</p>
            <div class="actions">{becomes} {fix} {fix_all} {dismiss}</div>
            {choices}
        </li>
    }
    .into_any()
}

/// Mends all that the same rule found.
fn same(desk: Desk, found: &Arc<Told>, leave: Callback<Arc<Told>>) -> AnyView {
    let own = found.clone();
    let rule = own.rule;
    let all = Memo::new(move |_| {
        let same = |found: &&Arc<Told>| found.rule == rule && found.becomes.is_some();
        desk.shown.with(|shown| shown.iter().filter(same).cloned().collect::<Vec<_>>())
    });
    let fix = move || {
        leave.run(own.clone());
        desk.fix_all(&all.get_untracked());
    };
    let fix_all = move || {
        let label = Signal::derive(move || format!("Sửa tất cả cùng loại ({})", all.with(Vec::len)));
        button("button", None, label, fix.clone())
    };
    view! { <When holds=Signal::derive(move || all.with(Vec::len) > 1)>{fix_all.clone()}</When> }.into_any()
}

/// How much of it is dismissed.
fn choices(
    desk: Desk,
    found: &Arc<Told>,
    id: String,
    is_open: RwSignal<bool>,
    leave: Callback<Arc<Told>>,
) -> AnyView {
    let choice = |label: &'static str, act: fn(Desk, &Told)| {
        let found = found.clone();
        let act = move || {
            leave.run(found.clone());
            act(desk, &found);
        };
        button("button", None, label, act)
    };
    let here = choice("Bỏ qua chỗ này", |desk, found| desk.dismiss(&found.key, "Đã bỏ qua một chỗ."));
    let rule = choice("Bỏ qua loại này trong kế hoạch này", |desk, found| {
        desk.dismiss(found.rule.id, "Đã bỏ qua loại này trong kế hoạch này.");
    });
    let always = choice("Luôn bỏ qua loại này", |desk, found| desk.set_always(found.rule.id, true));
    let own = At::List.id(found);
    let escape = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            is_open.set(false);
            platform::focus(own.clone());
        }
    };
    view! {
        <div class="actions found-choices" id=id hidden=move || !is_open.get() on:keydown=escape>
            <p class="help">{format!("Loại: {}", found.rule.what)}</p>
            {here} {rule} {always}
        </div>
    }
    .into_any()
}
