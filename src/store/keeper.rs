//! Keeping one draft while it changes.

use std::sync::Arc;

use serde_json::Value;

use super::history::{self, History, State};
use super::{Drafts, Storage, StorageError, keys};
use crate::draft::{Delta, Draft, sum};
use crate::plan::{Json, Plan, json_text};

/// After so many further states a history is thinned.
const OFTEN: usize = 30;

/// Keeps one draft while it changes, and each state of it in its history.
///
/// ```
/// use ke_hoach::draft::Draft;
/// use ke_hoach::plan::Plan;
/// use ke_hoach::store::{Drafts, Keeper, Memory};
///
/// let drafts = Drafts::new(Memory::default());
/// let mut draft = Draft { id: "một".into(), ..Draft::default() };
/// drafts.save(&mut draft, "2026-11-21T08:00:00.000Z")?;
///
/// let mut keeper = Keeper::new(draft);
/// let mut plan = Plan::clone(&keeper.kept().plan);
/// plan.subject = "phòng, chống hạn".into();
/// keeper.keep(&drafts, &plan, "2026-11-21T08:00:01.000Z")?;
/// assert_eq!(*drafts.open("một")?.draft.plan, plan);
/// assert_eq!(drafts.history("một")?.map(|history| history.states().len()), Some(2));
/// # Ok::<(), ke_hoach::store::StorageError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Keeper {
    kept: Draft,
    /// The plan as JSON, once it was needed.
    value: Option<Value>,
    /// Whether the history is known to end with the draft as it was last kept.
    noted: bool,
    /// How many states the history had beside the oldest when it was last thinned.
    states: usize,
    untidy: bool,
}

impl Keeper {
    /// Begins with a draft as it was opened.
    pub fn new(kept: Draft) -> Keeper {
        Keeper { kept, value: None, noted: false, states: 0, untidy: false }
    }

    /// What the draft is called from its next revision on, while its plan has no subject.
    pub fn call(&mut self, name: String) {
        self.kept.called = name;
    }

    /// The draft as it was last kept.
    pub fn kept(&self) -> &Draft {
        &self.kept
    }

    /// Keeps the plan as the draft's next revision, at the time `now`; gives back the text of
    /// the draft.
    ///
    /// # Errors
    /// As [`Drafts::save`]; the next call tries again. A history without room for another state
    /// is no error.
    pub fn keep<S: Storage>(
        &mut self,
        drafts: &Drafts<S>,
        plan: &Plan,
        now: &str,
    ) -> Result<String, StorageError> {
        self.keep_shared(drafts, &Arc::new(plan.clone()), now)
    }

    /// The same for who goes on with the plan, too: a long one is not copied for it.
    pub fn keep_shared<S: Storage>(
        &mut self,
        drafts: &Drafts<S>,
        plan: &Arc<Plan>,
        now: &str,
    ) -> Result<String, StorageError> {
        let mut value = self.value.take().unwrap_or_else(|| self.kept.plan.write());
        let delta = Delta::between_plans(&self.kept.plan, plan);
        if delta.apply(&mut value).is_err() {
            value = plan.write();
        }
        let text = json_text(&value);
        let sum = sum(&text);
        let mut next = self.kept.with_plan(Arc::clone(plan));
        let text = drafts.save_with(&mut next, &text, &sum, now)?;
        let before = std::mem::replace(&mut self.kept, next);
        self.value = Some(value);
        // What fails here is made up for by the next state: it is compared with the last one there is.
        self.noted = self.note(drafts, &before, delta, sum).is_ok();
        Ok(text)
    }

    /// Keeps the plan as a draft of its own, with this new identity, and goes on with that: for when
    /// somebody else has kept another plan as this draft ([`StorageError::Conflict`]).
    ///
    /// # Errors
    /// As [`Drafts::save`]; the keeper then stays with the draft that it had.
    pub fn keep_apart<S: Storage>(
        &mut self,
        drafts: &Drafts<S>,
        plan: &Plan,
        id: String,
        now: &str,
    ) -> Result<(), StorageError> {
        let mut apart = Draft { id, rev: 0, ..self.kept.with_plan(Arc::new(plan.clone())) };
        drafts.save(&mut apart, now)?;
        *self = Keeper::new(apart);
        Ok(())
    }

    /// Thins the history, if that is due. It takes longer than to keep the plan: whoever types is
    /// better served by doing it apart.
    pub fn tidy<S: Storage>(&mut self, drafts: &Drafts<S>) {
        if let (true, Some(value)) = (self.untidy && self.noted, &self.value) {
            // All of it is looked at once, when one begins to write.
            let thinned = drafts.thin(&self.kept, value, self.states == 0);
            // What fails is done with the next state.
            self.untidy = thinned.is_err();
            self.states = thinned.unwrap_or(self.states);
        }
    }

    /// Adds the state that was just kept to the history.
    fn note<S: Storage>(
        &mut self,
        drafts: &Drafts<S>,
        before: &Draft,
        delta: Delta,
        sum: String,
    ) -> Result<(), StorageError> {
        let key = keys::steps(&before.id);
        let mut steps = match drafts.storage.get(&key)? {
            Some(steps) if self.noted => steps,
            // Not looked at yet, or cleared away in the meantime.
            _ => {
                drafts.end_with(before)?;
                drafts.storage.get(&key)?.unwrap_or_default()
            }
        };
        steps += &history::line(self.kept.rev, &self.kept.saved_at, delta, sum);
        steps.push('\n');
        let put = drafts.put_once(&key, &steps);
        if put == Err(StorageError::Full) {
            // Making room may take away of this very history what the new line goes on from.
            drafts.make_room()?;
        }
        put?;
        let states = steps.bytes().filter(|byte| *byte == b'\n').count();
        self.untidy = self.states == 0 || states > self.states + OFTEN;
        Ok(())
    }
}

impl<S: Storage> Drafts<S> {
    /// Gives a state of a draft's history a name; a blank one takes the name away.
    pub fn name_state(&self, id: &str, rev: u64, name: &str) -> Result<(), StorageError> {
        let mut history = self.history(id)?.ok_or(StorageError::Missing)?;
        history.name(rev, name);
        self.put_history(id, &history)
    }

    /// The draft as the last state of its history has it.
    pub(super) fn last_of_history(&self, id: &str) -> Option<Draft> {
        let history = self.history(id).ok()??;
        let (State { rev, saved_at, .. }, plan) = history.last()?;
        let mut plan = Plan::read(plan).ok()?;
        plan.repair_rows();
        Some(Draft {
            id: id.into(),
            rev: *rev,
            saved_at: saved_at.clone(),
            plan: plan.into(),
            ..Draft::default()
        })
    }

    /// Makes the history of a draft end with it as it was kept: where it lacks that state, or there is
    /// none, it gets it.
    fn end_with(&self, kept: &Draft) -> Result<(), StorageError> {
        let plan = kept.plan.write();
        let (base, steps) = self.texts_of_history(&kept.id)?.unwrap_or_default();
        let last = State::last_sum(&base, &steps);
        if last.is_some_and(|last| last == sum(&json_text(&plan))) {
            return Ok(());
        }
        let history = match History::read(&base, &steps) {
            Some(mut history) => {
                history.push(kept.rev, &kept.saved_at, &plan);
                history
            }
            None => History::begin(kept.rev, &kept.saved_at, plan),
        };
        self.put_history(&kept.id, &history)
    }

    /// Thins the history of a draft as it was just kept; gives back how many states are left
    /// beside the oldest. `check` looks whether each of them can still be read.
    fn thin(&self, kept: &Draft, plan: &Value, check: bool) -> Result<usize, StorageError> {
        let read = if check { History::read } else { History::read_unchecked };
        let texts = self.texts_of_history(&kept.id)?;
        let Some(mut history) = texts.and_then(|(base, steps)| read(&base, &steps)) else { return Ok(0) };
        let rev = |state: Option<&State>| state.map(|state| state.rev);
        let (oldest, states) = (rev(history.states().first()), history.states().len());
        // What is behind a damaged line is out of reach: from here on it goes on whole.
        let whole = rev(history.states().last()) == Some(kept.rev);
        if !whole {
            history.push(kept.rev, &kept.saved_at, plan);
        }
        history.thin();
        if rev(history.states().first()) != oldest {
            self.put_history(&kept.id, &history)?;
        } else if !whole || history.states().len() < states {
            self.storage.set(&keys::steps(&kept.id), &history.steps())?;
        }
        Ok(history.states().len() - 1)
    }
}
