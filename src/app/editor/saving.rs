//! Keeping the draft while it is being typed.

use leptos::prelude::*;
use reactive_stores::Store;

use crate::app::{App, platform};
use crate::draft::{Draft, Undo};
use crate::plan::Plan;

/// The draft is kept this long after the last key, in milliseconds …
const PAUSE: u64 = 300;
/// … and at the latest this long after the first key that is not kept yet.
const LATEST: u64 = 2_000;

/// Whether what was typed is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Kept at this time, UTC.
    Saved(String),
    /// Not yet.
    Unsaved,
    /// The browser did not keep it; why and what to do.
    Failed(String),
}

/// Keeps the draft: soon after each change, and at once when the page may go away.
#[derive(Clone, Copy)]
pub struct Saving {
    /// The draft as it was last kept; what could not be kept is tried again.
    kept: StoredValue<Draft>,
    plan: RwSignal<Store<Plan>>,
    status: RwSignal<Status>,
    soon: platform::Debounce,
}

impl Saving {
    /// Begins to keep `draft` as `plan` changes, noting each kept state in `history`.
    pub fn start(draft: Draft, plan: RwSignal<Store<Plan>>, history: RwSignal<Undo>) -> Saving {
        let app = App::get();
        let status = RwSignal::new(Status::Saved(draft.saved_at.clone()));
        let kept = StoredValue::new(draft);
        let keep = move || {
            let now = plan.get_untracked().get_untracked();
            if kept.with_value(|kept| kept.plan == now) {
                status.set(Status::Saved(kept.with_value(|kept| kept.saved_at.clone())));
                return;
            }
            history.update(|history| history.note(&now));
            let mut next = kept.with_value(|kept| kept.with_plan(now));
            match app.drafts.with_value(|drafts| drafts.save(&mut next, &platform::now())) {
                Ok(()) => {
                    status.set(Status::Saved(next.saved_at.clone()));
                    kept.set_value(next);
                }
                Err(error) => status.set(Status::Failed(error.to_string())),
            }
        };
        let saving = Saving { kept, plan, status, soon: platform::Debounce::new(PAUSE, LATEST, keep) };

        // The first run only subscribes: nothing was typed yet.
        Effect::new(move |before: Option<()>| {
            plan.get().track();
            if before.is_some() {
                saving.changed();
            }
        });
        let leaving = ["pagehide", "blur", "visibilitychange"];
        let handles = leaving.map(|event| window_event_listener_untyped(event, move |_| saving.flush()));
        on_cleanup(move || {
            saving.flush();
            handles.into_iter().for_each(|handle| handle.remove());
        });
        saving
    }

    /// Whether what was typed is kept.
    pub fn status(&self) -> Status {
        self.status.get()
    }

    /// Says that something was typed.
    pub fn changed(&self) {
        if self.status.with_untracked(|status| *status != Status::Unsaved) {
            self.status.set(Status::Unsaved);
        }
        self.soon.call();
    }

    /// Keeps the draft now, if anything changed.
    pub fn flush(&self) {
        // A write inside this very handler has not reached the effect yet.
        if self.plan.get_untracked().with_untracked(|plan| self.kept.with_value(|kept| kept.plan != *plan)) {
            self.soon.call();
        }
        self.soon.flush();
    }

    /// The draft as it stands, kept or not: it can still be taken as a file.
    pub fn draft(&self) -> Draft {
        let plan = self.plan.get_untracked().get_untracked();
        self.kept.with_value(|kept| kept.with_plan(plan))
    }

    /// The draft's identity.
    pub fn id(&self) -> String {
        self.kept.with_value(|kept| kept.id.clone())
    }
}
