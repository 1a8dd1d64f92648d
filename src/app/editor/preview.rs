//! The page from the printer beside the form: the same [`Document`](crate::document::Document)
//! that Word gets, broken into the same lines. The annex makes the pages, see [`platform::pages`].
//!
//! [`platform::pages`]: crate::app::platform::pages

use leptos::html::Section;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use super::session::Session;
use crate::app::platform::{Debounce, pages};
use crate::draft::Delta;
use crate::plan::{Json, Plan, json_text};

/// The page follows this long after the last key, in milliseconds …
const PAUSE: u64 = 120;
/// … and at the latest this long after the first.
const LATEST: u64 = 800;

/// What stands where no page can be made.
const FAILED: &str = "Chưa tải được phần xem trước: hãy kiểm tra mạng rồi soạn tiếp, trang sẽ hiện ra.";

#[component]
pub fn Preview() -> impl IntoView {
    let session = Session::get();
    let place = NodeRef::<Section>::new();
    let sent = StoredValue::new(None::<Plan>);
    let send = move || {
        let Some(plan) = session.plan_if_open().and_then(|plan| plan.try_get_untracked()) else { return };
        sent.update_value(|sent| {
            match sent {
                Some(before) => {
                    let changes = Delta::between_plans(before, &plan);
                    if !changes.is_empty() {
                        pages::send(None, Some(&json_text(&changes.write())));
                    }
                }
                None => pages::send(Some(&json_text(&plan.write())), None),
            }
            *sent = Some(plan);
        });
    };
    let whole = move || {
        sent.try_set_value(None);
        send();
    };
    Effect::new(move |before: Option<()>| {
        if let (None, Some(place)) = (before, place.get()) {
            // Called as long as the page lives: whoever makes the pages outlives the place.
            let again = Closure::<dyn Fn()>::new(whole).into_js_value();
            let told =
                Closure::<dyn Fn(String)>::new(move |notes: String| session.told(&notes)).into_js_value();
            pages::open(&place, again.unchecked_ref(), told.unchecked_ref(), FAILED);
            whole();
        }
    });
    let soon = Debounce::new(PAUSE, LATEST, send);
    Effect::new(move |before: Option<()>| {
        session.plan().track();
        if before.is_some() {
            soon.call();
        }
    });
    view! {
        <section class="preview" aria-label="Xem trước" tabindex="0" node_ref=place>
            <p>"Đang dựng trang …"</p>
        </section>
    }
}
