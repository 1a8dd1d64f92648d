//! Keeping the draft while it is being typed.

use leptos::prelude::*;
use reactive_stores::Store;

use crate::app::{App, platform};
use crate::draft::{Draft, Undo};
use crate::plan::Plan;
use crate::store::Keeper;

/// The draft is kept this long after the last key, in milliseconds …
const PAUSE: u64 = 300;
/// … and at the latest this long after the first key that is not kept yet.
const LATEST: u64 = 1_000;

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
    /// Holds the draft as it was last kept; what could not be kept is tried again.
    keeper: StoredValue<Keeper>,
    plan: RwSignal<Store<Plan>>,
    status: RwSignal<Status>,
    /// How often the draft was kept since it was last taken as a file.
    unfiled: StoredValue<u32>,
    soon: platform::Debounce,
}

/// After being kept so often without being taken as a file, the user is reminded …
const MANY: u32 = 300;
/// … in these words.
const REMINDER: &str = "Bản nháp này đã được sửa nhiều lần: hãy bấm “Tải bản nháp” để giữ thêm một bản thành tệp, phòng khi máy hỏng.";

impl Saving {
    /// Begins to keep `draft` as `plan` changes, noting each kept state in `history`.
    pub fn start(draft: Draft, plan: RwSignal<Store<Plan>>, history: RwSignal<Undo>) -> Saving {
        let app = App::get();
        let standing = move |saved_at: String| match app.drafts.with_value(|drafts| drafts.passing()) {
            None => Status::Saved(saved_at),
            Some(why) => Status::Failed(why.to_string()),
        };
        let status = RwSignal::new(standing(draft.saved_at.clone()));
        let unfiled = StoredValue::new(0);
        let keeper = StoredValue::new(Keeper::new(draft));
        let keep = move || {
            let now = plan.get_untracked().get_untracked();
            if let Some(at) = keeper.with_value(|keeper| unchanged(keeper, &now)) {
                status.set(standing(at));
                return;
            }
            history.update(|history| history.note(&now));
            let kept = app.drafts.with_value(|drafts| {
                keeper.try_update_value(|keeper| keeper.keep(drafts, &now, &platform::now()))
            });
            match kept {
                Some(Ok(_)) => {
                    status.set(standing(keeper.with_value(|keeper| keeper.kept().saved_at.clone())));
                    unfiled.update_value(|times| *times += 1);
                    if unfiled.get_value() == MANY {
                        app.notices.say(REMINDER);
                    }
                }
                Some(Err(error)) => status.set(Status::Failed(error.to_string())),
                None => {}
            }
        };
        let saving =
            Saving { keeper, plan, status, unfiled, soon: platform::Debounce::new(PAUSE, LATEST, keep) };

        // The first run only subscribes: nothing was typed yet.
        Effect::new(move |before: Option<()>| {
            plan.get().track();
            if before.is_some() {
                saving.changed();
            }
        });
        let leaving = ["pagehide", "blur", "visibilitychange"];
        let handles = leaving.map(|event| window_event_listener_untyped(event, move |_| saving.flush()));
        // The browser then asks whether to leave.
        let asked = window_event_listener(leptos::ev::beforeunload, move |event| {
            if matches!(status.get_untracked(), Status::Failed(_)) {
                event.prevent_default();
            }
        });
        on_cleanup(move || {
            saving.flush();
            handles.into_iter().chain([asked]).for_each(|handle| handle.remove());
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
        if self
            .plan
            .get_untracked()
            .with_untracked(|plan| self.keeper.with_value(|keeper| keeper.kept().plan != *plan))
        {
            self.soon.call();
        }
        self.soon.flush();
    }

    /// The draft as it stands, kept or not: it can still be taken as a file.
    pub fn draft(&self) -> Draft {
        let plan = self.plan.get_untracked().get_untracked();
        self.keeper.with_value(|keeper| keeper.kept().with_plan(plan))
    }

    /// Says that the draft was taken as a file.
    pub fn filed(&self) {
        self.unfiled.set_value(0);
    }

    /// The draft's identity.
    pub fn id(&self) -> String {
        self.keeper.with_value(|keeper| keeper.kept().id.clone())
    }
}

/// When this plan was kept, if it is as it was kept.
fn unchanged(keeper: &Keeper, plan: &Plan) -> Option<String> {
    (keeper.kept().plan == *plan).then(|| keeper.kept().saved_at.clone())
}
