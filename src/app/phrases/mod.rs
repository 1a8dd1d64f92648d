//! Phrases for a part of the plan: found, read and chosen.

mod place;

use leptos::html::Div;
use leptos::prelude::*;
use web_sys::{FocusEvent, HtmlElement, KeyboardEvent};

use super::{App, platform};
use crate::draft::Draft;
use crate::plan::{Plan, RowId, lines};
use crate::template::blanks;
use crate::template::phrase::{Group, Spot, Subject, count, phrases, search};

pub use place::follow;

/// What is typed to find a phrase.
const SEARCH: &str = "phrases-search";
/// The heading.
const TITLE: &str = "phrases-title";

/// The part of a plan for which phrases are shown.
#[derive(Clone, Debug, PartialEq)]
struct Part {
    spot: Spot,
    /// The title of the section.
    title: String,
}

impl Part {
    /// The part of this name: `opening`, `closing`, `section-12`.
    fn of(plan: &Plan, name: &str) -> Option<Part> {
        let plain = |spot| Part { spot, title: String::new() };
        match name {
            "opening" => Some(plain(Spot::Opening)),
            "closing" => Some(plain(Spot::Closing)),
            name => {
                let id = name.strip_prefix("section-").and_then(|id| id.parse().ok()).map(RowId)?;
                let section = plan.sections.iter().find(|section| section.id == id)?;
                Some(Part { spot: Spot::Section(section.role), title: section.title.clone() })
            }
        }
    }

    /// Where a phrase goes, in a sentence.
    fn lead(&self) -> String {
        let title = lines(&self.title).collect::<Vec<_>>().join(" ");
        let into = match self.spot {
            Spot::Opening => "cuối phần mở đầu".to_owned(),
            Spot::Closing => "cuối lời kết".to_owned(),
            Spot::Section(_) if title.is_empty() => "mục này, sau ý đang soạn".to_owned(),
            Spot::Section(_) => format!("mục “{title}”, sau ý đang soạn"),
        };
        format!("Bấm vào câu để chèn vào {into}.")
    }
}

/// The panel; `argument` is the name of the part and the text of the draft as it stands.
#[component]
pub fn Phrases(argument: String) -> impl IntoView {
    let app = App::get();
    let (name, text) = argument.split_once('\n').unwrap_or_default();
    let draft = Draft::read(text).map(|read| read.draft).unwrap_or_default();
    let (name, id) = (StoredValue::new(name.to_owned()), StoredValue::new(draft.id));
    let plan = RwSignal::new(draft.plan);
    let query = RwSignal::new(String::new());
    let part = Memo::new(move |_| name.with_value(|name| plan.with(|plan| Part::of(plan, name))));
    let all = Memo::new(move |_| {
        let part = part.get();
        part.map(|part| plan.with(|plan| phrases(plan, part.spot, &part.title))).unwrap_or_default()
    });
    let found = Memo::new(move |_| query.with(|query| all.with(|all| search(all, query))));
    let panel = NodeRef::<Div>::new();
    let inside =
        move |element: Option<web_sys::EventTarget>| place::within(panel.get_untracked().as_deref(), element);

    // What was written since then, in other parts of the plan.
    let refresh = move || {
        let kept = app.drafts.with_value(|drafts| id.with_value(|id| drafts.open(id)));
        if let Ok(kept) = kept {
            plan.set(kept.draft.plan);
        }
        // The section was taken away.
        if part.with_untracked(Option::is_none) {
            platform::annex::leave_phrases();
        }
    };
    let leave = move || {
        let had_focus = place::focused().is_none() || inside(place::focused());
        platform::annex::leave_phrases();
        if had_focus {
            platform::focus(name.with_value(|name| format!("phrases-{name}")));
        }
    };
    let escape = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == "Escape" && !event.default_prevented() && !event.is_composing() {
            event.prevent_default();
            leave();
        }
    });
    on_cleanup(move || escape.remove());
    platform::focus(if place::has_keyboard() { SEARCH } else { TITLE }.to_owned());

    let said = move || match (query.with(|query| query.trim().is_empty()), found.with(|found| count(found))) {
        (true, count) => format!("{count} câu"),
        (false, 0) => "Không có câu nào: thử ít chữ hơn.".to_owned(),
        (false, count) => format!("Thấy {count} câu"),
    };
    let back = if place::has_keyboard() { " Alt+M: trở lại bảng này." } else { "" };
    let lead = move || part.get().map(|part| part.lead() + back);
    view! {
        <div
            class="phrase-panel"
            node_ref=panel
            on:keydown=move |event| walk(&event, panel.get_untracked().as_deref())
            on:pointerenter=move |_| refresh()
            on:focusin=move |event: FocusEvent| if !inside(event.related_target()) { refresh() }
        >
            <div class="phrase-head">
                <h2 id=TITLE tabindex="-1">"Mẫu câu"</h2>
                <p class="help" role="status">{said}</p>
                <button type="button" class="button quiet" title="Esc" on:click=move |_| leave()>
                    "Đóng"
                </button>
                <label for=SEARCH>"Tìm mẫu câu"</label>
                <input
                    id=SEARCH
                    type="search"
                    lang="vi"
                    autocomplete="off"
                    on:input:target=move |event| query.set(event.target().value())
                />
            </div>
            <p class="help">{lead}</p>
            {move || found.get().into_iter().map(group).collect_view()}
        </div>
    }
}

fn group(group: Group) -> impl IntoView {
    view! {
        <section>
            <h3>{group.name}</h3>
            {group.subjects.into_iter().map(subject).collect_view()}
        </section>
    }
}

fn subject(subject: Subject) -> impl IntoView {
    view! {
        <h4>{subject.name}</h4>
        <ul>{subject.texts.into_iter().map(phrase).collect_view()}</ul>
    }
}

fn phrase(text: String) -> impl IntoView {
    let marked = pieces(&text)
        .into_iter()
        .map(|(piece, is_blank)| match is_blank {
            true => view! { <span class="blank">{piece}</span> }.into_any(),
            false => piece.into_any(),
        })
        .collect_view();
    view! {
        <li>
            <button type="button" class="phrase" on:click=move |_| place::put(&text)>
                {marked}
            </button>
        </li>
    }
}

/// The text in pieces: what one has to fill in, and what stands between.
fn pieces(text: &str) -> Vec<(String, bool)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    for blank in blanks(text) {
        let Some((before, after)) = rest.split_once(&format!("[{blank}]")) else { continue };
        pieces.extend([(before.to_owned(), false), (format!("[{blank}]"), true)]);
        rest = after;
    }
    pieces.push((rest.to_owned(), false));
    pieces
}

/// Goes from phrase to phrase, and from the search to the first, by the arrow keys.
fn walk(event: &KeyboardEvent, panel: Option<&HtmlElement>) {
    let step: isize = match event.key().as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    if event.alt_key() || event.ctrl_key() || event.is_composing() {
        return;
    }
    event.prevent_default();
    if let Some(panel) = panel {
        place::walk(panel, step);
    }
}
