//! What is found in a field, under that field. The form knows nothing of it.

use std::any::Any;
use std::cell::RefCell;
use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::item::{At, button, item};
use super::{Desk, counted};
use crate::app::Route;
use crate::app::platform::{self, findings as page};
use crate::app::route::Page;
use crate::check::told::Told;

/// So much is shown under a field at first.
const FIRST: usize = 2;

/// What stands under a field.
struct Block {
    place: HtmlElement,
    found: Vec<Arc<Told>>,
    /// What is shown goes away with it.
    _shown: Box<dyn Any>,
}

thread_local! {
    static BLOCKS: RefCell<Vec<Block>> = const { RefCell::new(Vec::new()) };
}

/// Shows under each field of the form what is found in it: what is there already stays as it is.
pub fn fill(desk: Desk, shown: &[Arc<Told>]) {
    let Page::Step(step) = Route::here().page else { return BLOCKS.take().clear() };
    let mut fields: Vec<(HtmlElement, Vec<Arc<Told>>)> = Vec::new();
    for found in shown.iter().filter(|found| found.part == step) {
        let Some(place) = page::place(&found.field, &found.quote) else { continue };
        match fields.iter_mut().find(|(own, _)| *own == place) {
            Some((_, own)) => own.push(found.clone()),
            None => fields.push((place, vec![found.clone()])),
        }
    }
    let mut before = BLOCKS.take();
    let focused = platform::focused().unwrap_or_default();
    let mut now = Vec::new();
    for (place, mut found) in fields {
        // What is certain is not folded away.
        crate::order::sort_by_key(&mut found, |found| found.rule.severity);
        // In a form that was drawn anew another place has its id.
        let there = before.iter().position(|block| block.place.id() == place.id());
        let there = there.map(|at| before.swap_remove(at));
        let same = there.filter(|block| block.place == place && block.found == found);
        let block = same.unwrap_or_else(|| {
            if page::describes(&place) == focused && !focused.is_empty() {
                let said = counted(found.iter().map(Arc::as_ref));
                desk.heard.set(format!("Rà soát ô này: {said}."));
            }
            place.set_text_content(None);
            let (own, field) = (found.clone(), page::describes(&place));
            let shown = mount_to(place.clone(), move || block(desk, own, field));
            Block { place, found, _shown: Box::new(shown) }
        });
        now.push(block);
    }
    for Block { place, .. } in before {
        page::displace(&place);
    }
    BLOCKS.set(now);
}

/// What is found in the field with this id.
fn block(desk: Desk, found: Vec<Arc<Told>>, field: String) -> AnyView {
    let name = format!("beside-{field}");
    let opened = StoredValue::new(name.clone());
    let is_open = move || opened.with_value(|name| desk.open.with(|open| open.contains(name)));
    let (first, rest) = found.split_at(found.len().min(FIRST));
    let (first, rest) = (first.to_vec(), StoredValue::new(rest.to_vec()));
    let all = StoredValue::new(found);
    let leave = Callback::new(move |left: Arc<Told>| {
        let next = all.with_value(|all| {
            let at = all.iter().position(|found| found.id == left.id)?;
            all.get(at + 1).or_else(|| all.get(at.checked_sub(1)?)).map(|found| At::Field.id(found))
        });
        platform::focus(next.unwrap_or_else(|| field.clone()));
    });
    let own = name.clone();
    let more = move || {
        let count = rest.with_value(Vec::len);
        let name = own.clone();
        let more = move || {
            desk.open.update(|open| open.push(name.clone()));
            rest.with_value(|rest| rest.first().map(|found| At::Field.id(found)))
                .into_iter()
                .for_each(platform::focus);
        };
        (count > 0).then(|| button("button quiet", None, format!("Xem thêm {count} chỗ"), more))
    };
    let said = counted(all.with_value(Vec::clone).iter().map(Arc::as_ref));
    let messages = first.iter().map(|found| found.message.as_str()).collect::<Vec<_>>().join(" ");
    view! {
        <p id=format!("{name}-said") hidden>{format!("Rà soát: {said}. {messages}")}</p>
        <ul>
            {first.iter().map(|found| item(desk, found, At::Field, leave)).collect_view()}
            {move || is_open().then(|| {
                rest.with_value(|rest| rest.iter().map(|found| item(desk, found, At::Field, leave)).collect_view())
            })}
        </ul>
        {move || (!is_open()).then(&more)}
    }
    .into_any()
}
