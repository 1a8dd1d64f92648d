//! The list in the last step: by severity, and what was dismissed.

use std::any::Any;
use std::cell::RefCell;
use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;

use super::item::{At, button, item};
use super::{Desk, counted, is_shown, word};
use crate::app::fields::When;
use crate::app::platform;
use crate::app::review::sheet_buttons;
use crate::check::told::Told;
use crate::check::{Severity, all_rules};

/// The place that the last step has for the list …
const PLACE: &str = "reviewed";
/// … and its heading.
const TITLE: &str = "reviewed-title";

/// So many of a severity are shown at first.
const FIRST: usize = 12;

thread_local! {
    /// Takes away the list that is shown.
    static SHOWN: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
}

/// Shows the list in the last step, if that is open and has none.
pub fn fill(desk: Desk) {
    match platform::element(PLACE) {
        Some(place) if place.child_element_count() == 0 => {
            // Refused only for names that are none.
            let _ = place.set_attribute("aria-labelledby", TITLE);
            SHOWN.set(Some(Box::new(mount_to(place, move || list(desk)))));
        }
        Some(_) => {}
        None => drop(SHOWN.take()),
    }
}

fn list(desk: Desk) -> AnyView {
    let said = Signal::derive(move || {
        desk.shown.with(|shown| match (desk.looked.get(), shown.is_empty()) {
            (false, _) => "Đang rà soát …".to_owned(),
            (true, true) => "Chưa thấy lỗi nào.".to_owned(),
            (true, false) => format!("Thấy {}.", counted(shown.iter().map(Arc::as_ref))),
        })
    });
    let is_clean = move || desk.looked.get() && desk.shown.with(Vec::is_empty);
    let certain = Memo::new(move |_| {
        let certain = |found: &&Arc<Told>| found.rule.severity == Severity::Error && found.becomes.is_some();
        desk.shown.with(|shown| shown.iter().filter(certain).cloned().collect::<Vec<_>>())
    });
    let fix_certain = move || {
        let fix = move || {
            platform::focus(TITLE.into());
            desk.fix_all(&certain.get_untracked());
        };
        let label = Signal::derive(move || format!("Sửa tất cả lỗi sửa được ({})", certain.with(Vec::len)));
        button("button", None, label, fix)
    };
    let several = Signal::derive(move || certain.with(Vec::len) > 1);
    let any = Signal::derive(move || !desk.shown.with(Vec::is_empty));
    view! {
        <h2 id=TITLE tabindex="-1">"Rà soát"</h2>
        <p class:done=is_clean role="status">{said}</p>
        <p class="help">
            "Chỉ thấy những lỗi có trong bảng quy tắc của ứng dụng: vẫn cần đọc lại trước khi trình."
        </p>
        <div class="reviewed-body" class:looked-at=move || desk.read_only.get()>
            <div class="actions reviewed-actions">
                <When holds=several>{fix_certain}</When>
                <When holds=any>{move || sheet_buttons(move |plain| desk.hand_on(plain))}</When>
            </div>
            {[Severity::Error, Severity::Warn].map(|severity| group(desk, severity)).collect_view()}
            {fold(
                desk,
                "hints",
                Signal::derive(move || of(desk, Severity::Hint).len()),
                Signal::derive(move || format!("{} ({})", word(Severity::Hint), of(desk, Severity::Hint).len())),
                (move || items(desk, Severity::Hint)).into(),
            )}
            {dismissed(desk)}
        </div>
    }
    .into_any()
}

fn of(desk: Desk, severity: Severity) -> Vec<Arc<Told>> {
    let own = |found: &&Arc<Told>| found.rule.severity == severity;
    desk.shown.with(|shown| shown.iter().filter(own).cloned().collect())
}

/// What is found of a severity, under its heading; nothing where that is nothing.
fn group(desk: Desk, severity: Severity) -> AnyView {
    let count = Memo::new(move |_| of(desk, severity).len());
    let shown = move || {
        view! {
            <h3>{move || format!("{} ({})", word(severity), count.get())}</h3>
            {items(desk, severity)}
        }
    };
    view! { <When holds=Signal::derive(move || count.get() > 0)>{shown}</When> }.into_any()
}

/// A long list shows its beginning, and all of it when it is asked to.
fn items(desk: Desk, severity: Severity) -> AnyView {
    let name = format!("all-{}", severity.key());
    let is_open = StoredValue::new(name.clone());
    let is_open = move || is_open.with_value(|name| desk.open.with(|open| open.contains(name)));
    let shown = Memo::new(move |_| {
        let count = if is_open() { usize::MAX } else { FIRST };
        of(desk, severity).into_iter().take(count).collect::<Vec<_>>()
    });
    let rest = Memo::new(move |_| of(desk, severity).len() - shown.with(Vec::len));
    let leave = Callback::new(move |found: Arc<Told>| platform::focus(heir(desk, &found)));
    let more = move || {
        let name = name.clone();
        let more = move || {
            // The first of those that then are shown takes the focus of the button.
            let next = of(desk, severity).get(FIRST).map(|found| At::List.id(found));
            desk.open.update(|open| open.push(name.clone()));
            next.into_iter().for_each(platform::focus);
        };
        let label = Signal::derive(move || format!("Xem thêm {} chỗ", rest.get()));
        button("button", None, label, more)
    };
    view! {
        <ul class="findings">
            <For each=move || shown.get() key=|found| key(found) let(found)>
                {item(desk, &found, At::List, leave)}
            </For>
        </ul>
        <When holds=Signal::derive(move || rest.get() > 0)>{more.clone()}</When>
    }
    .into_any()
}

/// By what a finding is told from others, and from itself as it was: its sentence counts others.
fn key(found: &Told) -> String {
    let Told { id, field, at, message, place, .. } = found;
    format!("{id} {field} {at} {place} {message}")
}

/// Where the focus goes when a finding goes away: to the next, or the one before, or the heading.
fn heir(desk: Desk, found: &Told) -> String {
    let shown = of(desk, found.rule.severity);
    let at = shown.iter().position(|other| other.id == found.id).unwrap_or(0);
    let next = shown.get(at + 1).or_else(|| shown.get(at.checked_sub(1)?));
    next.map_or_else(|| TITLE.to_owned(), |found| At::List.id(found))
}

/// Something under a line that opens and closes it, and stays as it is when the form is drawn anew; not there
/// while there is nothing of it.
fn fold(
    desk: Desk,
    name: &'static str,
    count: Signal<usize>,
    said: Signal<String>,
    inside: ViewFn,
) -> AnyView {
    let is_open = move || desk.open.with(|open| open.iter().any(|open| open == name));
    let toggled = move |event: web_sys::Event| {
        let now: web_sys::Element = event_target(&event);
        desk.open.update(|open| {
            open.retain(|open| open != name);
            if now.has_attribute("open") {
                open.push(name.to_owned());
            }
        });
    };
    let shown = move || {
        view! {
            <details class="group" open=untrack(is_open) on:toggle=toggled>
                <summary id=format!("reviewed-{name}")>{said}</summary>
                <div class="group-fields">{inside.run()}</div>
            </details>
        }
    };
    view! { <When holds=Signal::derive(move || count.get() > 0)>{shown.clone()}</When> }.into_any()
}

/// What was dismissed, each with the way back.
fn dismissed(desk: Desk) -> AnyView {
    let hidden = Memo::new(move |_| {
        let (dismissed, always) = (desk.dismissed.read(), desk.always.read());
        let is_hidden = |found: &&Arc<Told>| !is_shown(found, &dismissed, &always);
        desk.all.with(|all| all.iter().filter(is_hidden).cloned().collect::<Vec<_>>())
    });
    let rules = Memo::new(move |_| {
        let (dismissed, always) = (desk.dismissed.read(), desk.always.read());
        let named = |ids: &[String], for_good: bool| {
            let rules = ids.iter().filter_map(|id| all_rules().find(|rule| rule.id == id));
            rules.map(|rule| (rule.id, rule.what, for_good)).collect::<Vec<_>>()
        };
        [named(&dismissed, false), named(&always, true)].concat()
    });
    let rule = move |(id, what, for_good): (&'static str, &'static str, bool)| {
        let places =
            hidden.with_untracked(|hidden| hidden.iter().filter(|found| found.rule.id == id).count());
        let scope = if for_good { "Luôn bỏ qua" } else { "Bỏ qua trong kế hoạch này" };
        let again = move || match for_good {
            true => desk.set_always(id, false),
            false => desk.recall(id),
        };
        row(format!("{scope}: {what}"), format!("{places} chỗ ở kế hoạch này"), Box::new(again))
    };
    let place = move |found: Arc<Told>| {
        let key = found.key.clone();
        row(found.message.clone(), format!("«{}»", found.quote), Box::new(move || desk.recall(&key)))
    };
    let inside = move || {
        let rows = move || {
            let own = |found: &&Arc<Told>| desk.dismissed.with(|keys| keys.contains(&found.key));
            let places = hidden.with(|hidden| hidden.iter().filter(own).cloned().collect::<Vec<_>>());
            let rules = rules.get().into_iter().map(rule).collect_view();
            view! { {rules} {places.into_iter().map(place).collect_view()} }
        };
        view! { <ul class="findings">{rows}</ul> }.into_any()
    };
    fold(
        desk,
        "dismissed",
        Signal::derive(move || hidden.with(Vec::len).max(rules.with(Vec::len))),
        Signal::derive(move || format!("Đã bỏ qua {} chỗ", hidden.with(Vec::len))),
        inside.into(),
    )
}

/// Something dismissed, and the way back.
fn row(said: String, more: String, again: Box<dyn Fn()>) -> AnyView {
    let act = move || {
        platform::focus(TITLE.into());
        again();
    };
    view! {
        <li class="found dismissed">
            <p>{said} " " <span class="help">{more}</span></p>
            {button("button", None, "Hiện lại", act)}
        </li>
    }
    .into_any()
}
