//! The draft that is open: its plan as a reactive store, what keeps it and what takes steps back.

use std::sync::Arc;

use leptos::prelude::*;
use reactive_stores::Store;
use serde_json::{Value, json};
use web_sys::KeyboardEvent;

use super::saving::{Access, Saving, Status};
use crate::app::notes::Notes;
use crate::app::platform::annex;
use crate::app::{App, platform};
use crate::draft::{Draft, Undo};
use crate::format::{Defaults, Format, TypeRule};
use crate::plan::{Issuer, Json, Plan, PlanStoreFields, RowEdit, RowId, SignatureStoreFields, json_text};
use crate::vietnamese::lower_letter;

/// The draft that is open.
#[derive(Clone, Copy)]
pub struct Session {
    app: App,
    notes: RwSignal<Notes>,
    plan: RwSignal<Store<Plan>>,
    history: RwSignal<Undo>,
    saving: Saving,
    owner: StoredValue<Owner>,
    shape: Trigger,
    phrases: RwSignal<String>,
    /// The body whose names were put into the text.
    named: StoredValue<Option<Issuer>>,
}

/// A way through the steps that were made.
#[derive(Clone, Copy)]
pub enum Turn {
    /// Takes the last step back.
    Back,
    /// Takes the step that was undone again.
    Again,
}

impl Turn {
    /// The button that does it.
    pub fn name(self) -> &'static str {
        match self {
            Turn::Back => "Hoàn tác",
            Turn::Again => "Làm lại",
        }
    }

    fn verb(self) -> &'static str {
        match self {
            Turn::Back => "hoàn tác",
            Turn::Again => "làm lại",
        }
    }
}

impl Session {
    /// Opens a draft. Once it is this tab's, each change is kept and can be taken back.
    pub fn start(draft: Draft, access: Access) -> Session {
        let history = RwSignal::new(Undo::new(Arc::clone(&draft.plan)));
        let plan = RwSignal::new(Store::new(Plan::clone(&draft.plan)));
        let owner = StoredValue::new(Owner::current().unwrap_or_default());
        let saving = Saving::start(draft, plan, history, access);
        Session {
            notes: RwSignal::default(),
            app: App::get(),
            plan,
            history,
            saving,
            owner,
            shape: Trigger::new(),
            phrases: RwSignal::default(),
            named: StoredValue::new(None),
        }
    }

    /// The session of the editor around the caller.
    pub fn get() -> Session {
        expect_context()
    }

    /// The plan as it stands. Tracked: undo and redo bring a new store.
    pub fn plan(&self) -> Store<Plan> {
        self.plan.get()
    }

    /// The plan as it stands, for handlers.
    pub fn plan_now(&self) -> Store<Plan> {
        self.plan.get_untracked()
    }

    /// The same for who may come after the editor was left.
    pub fn plan_if_open(&self) -> Option<Store<Plan>> {
        self.plan.try_get_untracked()
    }

    /// Tracks which rows the plan's lists have and in what order, and not what is typed in
    /// them: a keystroke in one row wakes nothing of the others.
    pub fn shape(&self) {
        self.shape.track();
    }

    /// The identities of the rows of a list, as `read` gives them, followed as rows come and go.
    pub fn rows(&self, read: impl Fn() -> Vec<RowId> + Send + Sync + 'static) -> Signal<Vec<RowId>> {
        let session = *self;
        Signal::derive(move || {
            session.shape();
            read()
        })
    }

    /// What a field takes while it is left blank, followed as issuer and family change.
    pub fn derived(&self, field: fn(&Defaults) -> &String) -> Signal<String> {
        let plan = self.plan_now();
        Signal::derive(move || {
            let format = Format::with(&plan.format().read(), &plan.settings().read());
            field(&Defaults::of(&plan.issuer().read(), plan.signature().form().get(), &format)).clone()
        })
    }

    /// What follows from the plan, for fields that are blank.
    pub fn noted(&self, field: fn(&Notes) -> &String) -> Signal<String> {
        let notes = self.notes;
        Signal::derive(move || notes.with(|notes| field(notes).clone()))
    }

    /// What follows from the plan.
    pub fn notes(&self) -> RwSignal<Notes> {
        self.notes
    }

    /// Hears what follows from the plan.
    pub fn told(&self, notes: &str) {
        let notes = Notes::read(notes);
        if self.notes.try_with_untracked(|before| *before != notes) == Some(true) {
            self.saving.call(notes.subject.clone());
            platform::steady(|| self.notes.set(notes));
        }
    }

    /// Lets every mention of a document follow its căn cứ, in the step in which that was changed.
    pub fn rename(&self, from: &str, to: &str) {
        let plan = self.plan_now();
        if from == to {
            return;
        }
        let argument = json!([plan.with_untracked(Json::write), from, to]);
        let Some(renamed) = self.answered("rename", argument) else { return };
        self.saving.flush();
        self.history.update(|history| history.amend(&renamed));
        // A field that has the focus is not written: it is that of which one has just come.
        let focused = platform::focused();
        platform::blur();
        plan.set(renamed);
        focused.into_iter().for_each(platform::focus);
    }

    /// The plan that the annex makes of this one, if it does.
    fn answered(&self, question: &str, argument: Value) -> Option<Plan> {
        let plan = annex::ask(question, &json_text(&argument))?;
        Plan::read(serde_json::from_str(&plan).ok()?).ok()
    }

    /// The clause that asks for a part of the plan, followed as the family changes.
    pub fn clause(&self, rule: fn(&'static Format) -> &'static TypeRule) -> Signal<String> {
        let plan = self.plan_now();
        Signal::derive(move || rule(plan.format().read().format()).source.clause.to_owned())
    }

    /// The document that the plan's whole format follows.
    pub fn authority(&self) -> Signal<String> {
        let plan = self.plan_now();
        Signal::derive(move || plan.format().read().format().authority.to_owned())
    }

    /// Changes the plan as a whole. For choices and numbers: it wakes every field of the step, which is too
    /// much for each letter of a text. Not generic, as every further way of writing is kilobytes of code.
    pub fn change(&self, change: &dyn Fn(&mut Plan)) {
        self.plan_now().update(change);
    }

    /// The part of the plan for which phrases are shown, see [`super::phrases`]; blank while none are.
    pub fn phrases(&self) -> RwSignal<String> {
        self.phrases
    }

    /// Runs a change of which rows there are, or of their order.
    pub fn reshape(&self, change: impl FnOnce()) {
        change();
        self.shape.notify();
    }

    /// A fresh row identity.
    pub fn new_row(&self) -> RowId {
        // Not through `Plan::new_row`: writing the whole plan would wake every field of the form.
        let last = self.plan_now().last_row();
        last.update(|last| *last += 1);
        RowId(last.get_untracked())
    }

    /// Whether what was typed is kept.
    pub fn status(&self) -> Status {
        self.saving.status()
    }

    /// The draft as it stands, kept first.
    pub fn flush(&self) -> Draft {
        self.saving.flush();
        self.saving.draft()
    }

    /// The draft as it stands.
    pub fn draft(&self) -> Draft {
        self.saving.draft()
    }

    /// Says that the draft was taken as a file.
    pub fn filed(&self) {
        self.saving.filed();
    }

    /// The draft's identity.
    pub fn id(&self) -> String {
        self.saving.id()
    }

    /// Changes the order of rows; taking one away is said, and can be taken back at once.
    /// `name` is what the row is called: `căn cứ 2`.
    pub fn edit_row(&self, edit: RowEdit, name: &str, change: impl FnOnce()) {
        self.step(|| self.reshape(change));
        if edit == RowEdit::Remove {
            let session = *self;
            self.app
                .notices
                .say_undoable(format!("Đã xóa {}.", name.trim_end_matches('.')), move || session.undo());
        }
    }

    /// Runs a change that takes something away, as one step of its own that can be undone.
    pub fn step<T>(&self, change: impl FnOnce() -> T) -> T {
        self.saving.flush();
        let result = change();
        self.saving.flush();
        result
    }

    /// Has it noted whose plan this is and who signs it, if it was worked on here.
    pub fn remember(&self) {
        if untrack(|| self.can_undo()) {
            self.saving.flush();
            platform::annex::remember(&self.id());
        }
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        // A change not yet kept is a step, too.
        !self.read_only() && (self.history.with(Undo::can_undo) || self.status() == Status::Unsaved)
    }

    /// Whether there is a step to take again.
    pub fn can_redo(&self) -> bool {
        !self.read_only() && self.history.with(Undo::can_redo)
    }

    /// What the step that would be taken back, or again, did: `xóa nhiệm vụ 3`.
    pub fn step_name(&self, turn: Turn) -> String {
        self.history.with_untracked(|history| {
            let step = match turn {
                Turn::Back => history.last(),
                Turn::Again => history.next(),
            };
            step.map(|step| step.map(Json::write)).map_or_else(String::new, |[before, after]| {
                let told = annex::ask("told", &json_text(&json!([before, after]))).unwrap_or_default();
                let mut letters = told.chars();
                letters.next().map(lower_letter).into_iter().chain(letters).collect()
            })
        })
    }

    /// Takes the last step back, or that which was undone again, and says what it was.
    pub fn turn(&self, turn: Turn) {
        // A notice may offer it after another tab has taken the draft over.
        if self.access().get_untracked() != Access::Mine {
            return;
        }
        self.saving.flush();
        let name = self.step_name(turn);
        let go = match turn {
            Turn::Back => Undo::undo,
            Turn::Again => Undo::redo,
        };
        let Some(plan) = self.history.try_update(go).flatten() else { return };
        self.show(Arc::unwrap_or_clone(plan));
        self.saving.changed();
        let what = if name.is_empty() { name } else { format!(": {name}") };
        self.app.notices.say(format!("Đã {}{what}.", turn.verb()));
    }

    /// Takes the last step back.
    pub fn undo(&self) {
        self.turn(Turn::Back);
    }

    /// Puts the body's names where the text asks for them, once for each body: what is taken back stays so.
    pub fn fill_names(&self) {
        let plan = self.plan_now();
        let issuer = plan.issuer().get_untracked();
        if self.access().get_untracked() != Access::Mine
            || !annex::loaded()
            || self.named.with_value(|named| named.as_ref() == Some(&issuer))
        {
            return;
        }
        self.named.set_value(Some(issuer));
        if let Some(filled) = self.answered("filled", plan.with_untracked(Json::write)) {
            self.step(|| self.change(&|plan| plan.clone_from(&filled)));
            let session = *self;
            self.app
                .notices
                .say_undoable("Đã điền tên cơ quan vào các chỗ trống của nội dung.", move || session.undo());
        }
    }

    /// Puts a state that the plan had in the place of the one that stands, as one step.
    pub fn restore(&self, plan: Arc<Plan>) {
        self.saving.flush();
        let plan = Arc::unwrap_or_clone(plan);
        // What was given out since then is of rows that an undo brings back.
        let last_row = plan.last_row.max(self.plan_now().last_row().get_untracked());
        self.show(Plan { last_row, ..plan });
        self.saving.flush();
    }

    /// Puts another plan in the place of the one that stands.
    fn show(&self, plan: Plan) {
        // A new store, under the session's own owner: the handler that asked for it goes away with the form.
        let store = self.owner.with_value(|owner| owner.with(|| Store::new(plan)));
        let focused = platform::focused();
        self.plan.set(store);
        focused.into_iter().for_each(platform::focus);
    }

    /// Whether this tab may write the draft.
    pub fn access(&self) -> RwSignal<Access> {
        self.saving.access()
    }

    /// Whether the draft can only be looked at here. Tracked.
    pub fn read_only(&self) -> bool {
        matches!(self.access().get(), Access::Elsewhere | Access::Newer)
    }

    /// What keeps the draft.
    pub fn saving(&self) -> Saving {
        self.saving
    }

    /// Shows the draft as another tab kept it: no step that could be taken back, and nothing to keep.
    pub fn follow(&self, draft: Draft) {
        let plan = Arc::clone(&draft.plan);
        self.saving.follow(draft);
        if self.plan_now().with_untracked(|now| *now != *plan) {
            self.history.set(Undo::new(Arc::clone(&plan)));
            self.show(Arc::unwrap_or_clone(plan));
        }
    }

    /// Ctrl+Z and Ctrl+Y (or Ctrl+Shift+Z) wherever the focus is.
    pub fn undo_by_key(&self, event: &KeyboardEvent) {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || event.is_composing() {
            return;
        }
        match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => self.turn(Turn::Back),
            ("z", true) | ("y", false) => self.turn(Turn::Again),
            _ => return,
        }
        event.prevent_default();
    }
}
