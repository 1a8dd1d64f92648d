//! What the official format changes: before, after, and the clause that asks for it.

use leptos::prelude::*;

use super::Desk;
use crate::app::fields::When;
use crate::changes::{Change, Kind};

/// The report; `open` shows it at once.
#[component]
pub fn Changes(desk: Desk, open: bool) -> impl IntoView {
    let changes = Memo::new(move |_| desk.answer.with(|answer| answer.changes.clone()));
    let count = move || match changes.with(Vec::len) {
        0 => "Tệp đã đúng thể thức".to_owned(),
        count => format!("Thể thức đổi {count} chỗ"),
    };
    let rows = move |kind: Kind| {
        let rows = changes.get().into_iter().filter(|change| change.kind == kind);
        rows.map(row).collect_view()
    };
    let some = move |kind: Kind| {
        Signal::derive(move || changes.with(|all| all.iter().any(|change| change.kind == kind)))
    };
    view! {
        <details class="group changes" open=open>
            <summary>{count}</summary>
            <div class="group-fields">
                <When holds=some(Kind::Layout)>
                    <h2>"Trình bày"</h2>
                    <ul>{move || rows(Kind::Layout)}</ul>
                </When>
                <When holds=some(Kind::Wording)>
                    <h2>"Chữ và dấu"</h2>
                    <ul>{move || rows(Kind::Wording)}</ul>
                </When>
            </div>
        </details>
    }
}

fn row(change: Change) -> impl IntoView {
    let Change { part, what, before, after, clause, count, .. } = change;
    let times = (count > 1).then(|| format!(" ({count} dòng)"));
    let shown = |text: String| if text.is_empty() { "không có".to_owned() } else { text };
    view! {
        <li>
            <p class="what">{format!("{part}: {what}")} {times}</p>
            <p><del>{shown(before)}</del> <span class="visually-hidden">" đổi thành "</span> <ins>{shown(after)}</ins></p>
            <p class="clause">{clause}</p>
        </li>
    }
}
