//! What a careful văn thư would send the file back for, as it stands there; and the sheet to hand on.

use std::time::Duration;

use leptos::prelude::*;

use super::Desk;
use crate::app::files::give_sheet;
use crate::check::{Entry, Group, ReviewSheet};
use crate::vietnamese::slug;

/// The longest name of a file, in bytes, before its ending.
const LONGEST: usize = 60;

/// What was found, looked for once the user asks; and again as they decide about lines.
#[component]
pub fn Reviewed(desk: Desk) -> impl IntoView {
    let open = RwSignal::new(false);
    let sheet = RwSignal::new(None::<ReviewSheet>);
    let look = move || {
        let looked = desk.source.with_value(|source| source.reviewed(&desk.request.get_untracked()));
        match looked {
            Ok(found) => sheet.set(Some(found)),
            Err(sentence) => desk.app.notices.warn(sentence),
        }
    };
    Effect::new(move |_| {
        desk.request.track();
        sheet.set(None);
        if open.get() {
            // Behind the frame in which this is said to go on.
            set_timeout(look, Duration::from_millis(30));
        }
    });
    view! {
        <details class="group changes" on:toggle=move |_| open.update(|open| *open = !*open)>
            <summary>"Rà soát lời văn, viện dẫn, dấu câu"</summary>
            <div class="group-fields">{move || open.get().then(|| shown(desk, sheet))}</div>
        </details>
    }
}

fn shown(desk: Desk, sheet: RwSignal<Option<ReviewSheet>>) -> impl IntoView {
    let said = move || {
        sheet.with(|sheet| sheet.as_ref().map_or("Đang rà soát …".into(), |it| it.counted() + "."))
    };
    let give = move |plain: bool| {
        let name = desk.source.with_value(|source| source.name.clone());
        let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
        sheet.with_untracked(|sheet| {
            sheet.iter().for_each(|sheet| give_sheet(desk.app, &slug(stem, LONGEST), sheet, plain));
        });
    };
    let groups = move || sheet.get().map(|sheet| sheet.groups.into_iter().map(group).collect_view());
    view! {
        <p role="status">{said}</p>
        {groups}
        <div class="actions" inert=move || sheet.with(Option::is_none)>
            {sheet_buttons(give)}
        </div>
    }
}

/// What gives the sheet to hand on: `give` is told whether as plain text.
pub fn sheet_buttons(give: impl Fn(bool) + Copy + 'static) -> impl IntoView {
    view! {
        // On one line, wherever that breaks.
        <div class="actions">
            <button type="button" class="button" on:click=move |_| give(false)>"Tải phiếu rà soát"</button>
            <button type="button" class="button quiet" on:click=move |_| give(true)>"Tải dạng chữ"</button>
        </div>
    }
}

fn group(group: Group) -> impl IntoView {
    view! {
        <h2>{group.severity.heading()}</h2>
        <ul>{group.entries.into_iter().map(entry).collect_view()}</ul>
    }
}

fn entry(entry: Entry) -> impl IntoView {
    let place = entry.placed();
    let told = entry.told();
    let proposal = entry.proposal.map(|proposal| {
        view! { <p><span class="visually-hidden">"Đề nghị: "</span><ins>{proposal.said()}</ins></p> }
    });
    view! {
        <li>
            <p class="what">{place}</p>
            <p>{told}</p>
            {proposal}
            <p class="clause">{entry.clause}</p>
        </li>
    }
}
