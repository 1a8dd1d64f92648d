//! The pages of a plan that changes only as a whole, on the annex's screens.

use leptos::html::Section;
use leptos::prelude::*;

use super::annex;
use super::platform::pages;
use crate::plan::Plan;

#[component]
pub fn Pages(plan: Signal<Plan>) -> impl IntoView {
    let place = NodeRef::<Section>::new();
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            plan.with(|plan| pages::show(&place, annex::pages(plan)));
        }
    });
    view! { <section class="preview" aria-label="Xem trước" tabindex="0" node_ref=place></section> }
}
