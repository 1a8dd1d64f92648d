//! Keeping the draft while it is being typed.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use reactive_stores::Store;

use crate::app::{App, Route, platform};
use crate::draft::{Draft, Undo};
use crate::plan::Plan;
use crate::store::{Keeper, StorageError};

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

/// Whether this tab may write the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Not known yet: what is typed waits.
    Asked,
    /// It may, and no other.
    Mine,
    /// Another tab does; this one shows what that keeps.
    Elsewhere,
    /// No one does with this version of the app: a newer one wrote the draft.
    Newer,
}

/// Keeps the draft: soon after each change, and at once when the page may go away.
#[derive(Clone, Copy)]
pub struct Saving {
    record: Record,
    soon: platform::Debounce,
}

/// What is kept, and what there is to keep.
#[derive(Clone, Copy)]
struct Record {
    app: App,
    /// Holds the draft as it was last kept; what could not be kept is tried again.
    keeper: StoredValue<Keeper>,
    plan: RwSignal<Store<Plan>>,
    history: RwSignal<Undo>,
    status: RwSignal<Status>,
    access: RwSignal<Access>,
    /// How often the draft was kept since it was last taken as a file.
    unfiled: StoredValue<u32>,
    /// The revision with which this tab began to write.
    owned: StoredValue<u64>,
}

/// After being kept so often without being taken as a file, the user is reminded …
const MANY: u32 = 300;
/// … in these words.
const REMINDER: &str = "Bản nháp này đã được sửa nhiều lần: hãy bấm “Tải bản nháp” để giữ thêm một bản thành tệp, phòng khi máy hỏng.";

impl Saving {
    /// Begins to keep `draft` as `plan` changes, noting each kept state in `history`.
    pub fn start(
        draft: Draft,
        plan: RwSignal<Store<Plan>>,
        history: RwSignal<Undo>,
        access: Access,
    ) -> Saving {
        let app = App::get();
        let record = Record {
            app,
            status: RwSignal::new(standing(app, &draft)),
            keeper: StoredValue::new(Keeper::new(draft)),
            plan,
            history,
            access: RwSignal::new(access),
            unfiled: StoredValue::new(0),
            owned: StoredValue::new(0),
        };
        let saving = Saving { record, soon: platform::Debounce::new(PAUSE, LATEST, move || record.keep()) };

        // A store that is seen for the first time was put there, not typed.
        Effect::new(move |before: Option<Store<Plan>>| {
            let store = plan.get();
            store.track();
            if before == Some(store) {
                saving.changed();
            }
            store
        });
        let leaving = ["pagehide", "blur", "visibilitychange"];
        let handles = leaving.map(|event| window_event_listener_untyped(event, move |_| saving.flush()));
        // The browser then asks whether to leave.
        let asked = window_event_listener(leptos::ev::beforeunload, move |event| {
            if matches!(record.status.get_untracked(), Status::Failed(_)) {
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
        self.record.status.get()
    }

    /// Whether this tab may write the draft.
    pub fn access(&self) -> RwSignal<Access> {
        self.record.access
    }

    /// Says that something was typed.
    pub fn changed(&self) {
        let status = self.record.status;
        if status.with_untracked(|status| *status != Status::Unsaved) {
            status.set(Status::Unsaved);
        }
        self.soon.call();
    }

    /// Keeps the draft now, if anything changed.
    pub fn flush(&self) {
        // A write inside this very handler has not reached the effect yet.
        if self.unsaved() {
            self.soon.call();
        }
        self.soon.flush();
    }

    /// Whether anything is not as it was kept.
    pub fn unsaved(&self) -> bool {
        let Record { plan, keeper, .. } = self.record;
        plan.get_untracked().with_untracked(|plan| keeper.with_value(|keeper| *keeper.kept().plan != *plan))
    }

    /// Goes on with the draft as another tab kept it.
    pub fn follow(&self, draft: Draft) {
        self.record.status.set(standing(self.record.app, &draft));
        self.record.keeper.set_value(Keeper::new(draft));
    }

    /// Begins to write the draft.
    pub fn own(&self) {
        let rev = self.record.keeper.with_value(|keeper| keeper.kept().rev);
        self.record.owned.set_value(rev);
        self.record.access.set(Access::Mine);
        // What was typed before it was known.
        self.flush();
    }

    /// Whether this tab has kept anything since it began to write the draft.
    pub fn has_kept(&self) -> bool {
        self.record.keeper.with_value(|keeper| keeper.kept().rev) > self.record.owned.get_value()
    }

    /// Says that the draft is not in the store anymore.
    pub fn removed(&self) {
        self.record.status.set(Status::Unsaved);
    }

    /// Keeps what was typed here as a draft of its own, and goes on in that.
    pub fn go_apart(&self) {
        self.record.go_apart(&self.record.plan.get_untracked().get_untracked());
    }

    /// The draft as it was last kept.
    pub fn kept(&self) -> Draft {
        self.record.keeper.with_value(|keeper| keeper.kept().clone())
    }

    /// The draft as it stands, kept or not: it can still be taken as a file.
    pub fn draft(&self) -> Draft {
        let plan = self.record.plan.get_untracked().get_untracked();
        self.record.keeper.with_value(|keeper| keeper.kept().with_plan(plan.into()))
    }

    /// Calls the draft so while its plan has no subject.
    pub fn call(&self, name: String) {
        self.record.keeper.update_value(|keeper| keeper.call(name));
    }

    /// Says that the draft was taken as a file.
    pub fn filed(&self) {
        self.record.unfiled.set_value(0);
    }

    /// The draft's identity.
    pub fn id(&self) -> String {
        self.record.keeper.with_value(|keeper| keeper.kept().id.clone())
    }
}

impl Record {
    fn keep(&self) {
        if self.access.get_untracked() != Access::Mine {
            return;
        }
        let _watch = platform::Stopwatch::start("save-draft");
        let kept = self.plan.get_untracked().with_untracked(|plan| self.keep_plan(plan));
        match kept {
            None => self.say(Ok(())),
            Some(Err(StorageError::Conflict)) => self.go_apart(&self.plan.get_untracked().get_untracked()),
            Some(Ok(_)) => {
                self.say(Ok(()));
                let record = *self;
                set_timeout(move || record.tidy(), Duration::ZERO);
                self.unfiled.update_value(|times| *times += 1);
                if self.unfiled.get_value() == MANY {
                    self.app.notices.say(REMINDER);
                }
            }
            Some(Err(error)) => self.say(Err(error)),
        }
    }

    /// Keeps the plan, unless it is as it was kept.
    fn keep_plan(&self, plan: &Plan) -> Option<Result<String, StorageError>> {
        if self.keeper.with_value(|keeper| *keeper.kept().plan == *plan) {
            return None;
        }
        let plan = Arc::new(plan.clone());
        self.history.update(|history| history.note(&plan));
        self.app.drafts.with_value(|drafts| {
            self.keeper.try_update_value(|keeper| keeper.keep_shared(drafts, &plan, &platform::now()))
        })
    }

    fn tidy(&self) {
        // The draft may have been left, or given to another tab.
        if self.access.try_get_untracked() == Some(Access::Mine) {
            self.app.drafts.with_value(|drafts| self.keeper.try_update_value(|keeper| keeper.tidy(drafts)));
        }
    }

    fn say(&self, kept: Result<(), StorageError>) {
        self.status.set(match kept {
            Ok(()) => self.keeper.with_value(|keeper| standing(self.app, keeper.kept())),
            Err(error) => Status::Failed(error.to_string()),
        });
    }

    fn go_apart(&self, plan: &Plan) {
        let (before, id) = (self.keeper.with_value(|keeper| keeper.kept().id.clone()), platform::new_id());
        let here = Route::here();
        let apart = Route { draft: Some(id.clone()), page: here.page };
        let kept = self.app.drafts.with_value(|drafts| {
            self.keeper.try_update_value(|keeper| keeper.keep_apart(drafts, plan, id, &platform::now()))
        });
        let Some(kept) = kept else { return };
        let is_kept = kept.is_ok();
        self.say(kept);
        if !is_kept {
            return;
        }
        // One who is leaving the draft is not brought back.
        if here.draft == Some(before) {
            let focused = platform::focused();
            apart.go();
            focused.into_iter().for_each(platform::focus);
        }
        // Once the editor is there: it takes away what was said before.
        let notices = self.app.notices;
        request_animation_frame(move || notices.warn(StorageError::Conflict.to_string()));
    }
}

/// What is said of a draft that is kept.
fn standing(app: App, kept: &Draft) -> Status {
    match app.drafts.with_value(|drafts| drafts.passing()) {
        None => Status::Saved(kept.saved_at.clone()),
        Some(why) => Status::Failed(why.to_string()),
    }
}
