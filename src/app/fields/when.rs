//! Parts of a form that come and go.

use leptos::prelude::*;

/// Shows its children while something holds. Leptos' own `Show` is made anew for each use of it,
/// kilobytes each time; this is one for all.
#[component]
pub fn When(
    /// What has to hold.
    #[prop(into)]
    holds: Signal<bool>,
    /// What is shown otherwise.
    #[prop(optional, into)]
    otherwise: ViewFn,
    /// What is shown.
    children: ChildrenFn,
) -> impl IntoView {
    let holds = Memo::new(move |_| holds.get());
    move || if holds.get() { children() } else { otherwise.run() }
}
