//! Fields that few plans need.

use leptos::prelude::*;

/// Fields under a line that opens and closes them; closed at first. `id` is the line's, `title` what
/// the fields are about, `said` what is set in them in a few words: blank when nothing is.
pub fn group(id: &'static str, title: &'static str, said: Memo<String>, fields: AnyView) -> AnyView {
    let said = move || match said.get() {
        said if said.is_empty() => said,
        said => format!(": {said}"),
    };
    view! {
        <details class="group">
            <summary id=id>{title} <span class="said">{said}</span></summary>
            <div class="group-fields">{fields}</div>
        </details>
    }
    .into_any()
}
