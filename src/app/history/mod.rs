//! The states that a draft had, in a list; one of them looked at, compared with the present one, named
//! and put back.

mod compared;
mod list;
mod state;

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::{App, platform};
use crate::compare::told;
use crate::draft::Draft;
use crate::plan::{Json, Plan};
use crate::store;

/// What the screen is told: the draft, and whether it can only be looked at.
pub fn argument(id: &str, read_only: bool) -> String {
    format!("{id}{}", if read_only { READ_ONLY } else { "" })
}

/// Ends such an argument.
const READ_ONLY: &str = "/";

/// A state, as the list says it.
#[derive(Clone, Debug, PartialEq)]
struct Entry {
    rev: u64,
    saved_at: String,
    name: String,
    /// What changed since the state before.
    told: String,
    is_now: bool,
    /// Whether it stands in the history that is kept: only then it can have a name.
    is_kept: bool,
}

/// What is shown and chosen on this screen.
#[derive(Clone, Copy)]
struct Past {
    app: App,
    id: StoredValue<String>,
    read_only: bool,
    history: StoredValue<Option<store::History>>,
    /// The newest first.
    entries: RwSignal<Vec<Entry>>,
    /// When the last state was kept that can still be read, where later ones cannot.
    cut: RwSignal<Option<String>>,
    /// The revision that is looked at.
    chosen: RwSignal<u64>,
    /// Whether it is looked at in place of the list, where there is no room for both.
    open: RwSignal<bool>,
    comparing: RwSignal<bool>,
    naming: RwSignal<bool>,
}

impl Past {
    fn new(argument: String) -> Past {
        let read_only = argument.ends_with(READ_ONLY);
        Past {
            app: App::get(),
            id: StoredValue::new(argument.trim_end_matches(READ_ONLY).to_owned()),
            read_only,
            history: StoredValue::new(None),
            entries: RwSignal::new(Vec::new()),
            cut: RwSignal::new(None),
            chosen: RwSignal::new(0),
            open: RwSignal::new(false),
            comparing: RwSignal::new(false),
            naming: RwSignal::new(false),
        }
    }

    /// Reads the history, as it stands now.
    fn read(self) {
        let read = self
            .app
            .drafts
            .with_value(|drafts| self.id.with_value(|id| Ok((drafts.open(id)?.draft, drafts.history(id)?))));
        let (draft, history): (Draft, _) = match read {
            Ok(read) => read,
            Err(error) => {
                let error: store::StorageError = error;
                return self.app.notices.warn(error.to_string());
            }
        };
        let present = draft.plan.write();
        let (last, is_whole) = match history.as_ref().and_then(store::History::last) {
            Some((last, plan)) => (Some(last.saved_at.clone()), plan == present),
            None => (None, false),
        };
        let history = match history {
            Some(history) if is_whole => history,
            Some(mut history) => {
                history.push(draft.rev, &draft.saved_at, &present);
                history
            }
            None => store::History::begin(draft.rev, &draft.saved_at, present),
        };
        self.cut.set(last.filter(|_| !is_whole));
        let mut entries: Vec<Entry> = entries(&history);
        if let Some(now) = entries.first_mut() {
            (now.is_now, now.is_kept) = (true, is_whole);
        }
        let gone = entries.iter().all(|entry| entry.rev != self.chosen.get_untracked());
        if let Some(now) = entries.first().filter(|_| gone) {
            self.chosen.set(now.rev);
        }
        self.history.set_value(Some(history));
        self.entries.set(entries);
    }

    /// The state that is looked at. Tracked.
    fn entry(self) -> Option<Entry> {
        let chosen = self.chosen.get();
        self.entries.with(|entries| entries.iter().find(|entry| entry.rev == chosen).cloned())
    }

    /// The plan of a state.
    fn plan(self, rev: u64) -> Option<Plan> {
        self.history.with_value(|history| {
            let history = history.as_ref()?;
            let at = history.states().iter().position(|state| state.rev == rev)?;
            let mut plan = Plan::read(history.plans().nth(at)?).ok()?;
            plan.repair_rows();
            Some(plan)
        })
    }

    fn choose(self, rev: u64) {
        self.chosen.set(rev);
        self.open.set(true);
        self.naming.set(false);
        state::focus_if_alone();
    }

    /// Goes back to the list.
    fn close(self) {
        self.open.set(false);
        list::focus(self.chosen.get_untracked());
    }

    /// Leaves what is open, if anything is.
    fn escape(self, event: &KeyboardEvent) {
        if event.key() != "Escape" || event.is_composing() {
            return;
        }
        if self.naming.get_untracked() {
            state::leave_naming(self);
        } else if self.open.get_untracked() {
            self.close();
        } else {
            return;
        }
        event.prevent_default();
    }
}

/// The states, the newest first.
fn entries(history: &store::History) -> Vec<Entry> {
    let mut before = None;
    let mut entries: Vec<Entry> = Vec::new();
    for (state, plan) in history.states().iter().zip(history.plans()) {
        let told = match &before {
            Some(before) => told(before, &plan),
            None if state.rev <= 1 => "Bản đầu tiên".to_owned(),
            None => "Bản cũ nhất còn giữ".to_owned(),
        };
        let told = if told.is_empty() { "Không đổi chữ nào".to_owned() } else { told };
        before = Some(plan);
        let (rev, saved_at, name) = (state.rev, state.saved_at.clone(), state.name.clone());
        entries.push(Entry { rev, saved_at, name, told, is_now: false, is_kept: true });
    }
    entries.reverse();
    entries
}

/// The screen.
#[component]
pub fn History(argument: String) -> impl IntoView {
    let past = Past::new(argument);
    past.read();
    platform::focus("history-title".into());
    let kept = window_event_listener_untyped(platform::annex::KEPT, move |_| past.read());
    on_cleanup(move || {
        kept.remove();
        past.app.notices.clear();
    });
    view! {
        <div
            class="history"
            class:state-shown=move || past.open.get()
            on:keydown=move |event| past.escape(&event)
        >
            {list::list(past)} {state::state(past)}
        </div>
    }
}
