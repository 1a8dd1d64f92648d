//! A long session over three drafts, and what must be found when it has ended somehow.

use std::collections::BTreeMap;

use ke_hoach::draft::Draft;
use ke_hoach::plan::{Basis, Plan};
use ke_hoach::store::{Keeper, Removed, StorageError};
use serde_json::Value;

use crate::faulty::{Fault, Faulty};

/// What a store must offer to be tried; [`crate::weak`] has some that lose drafts.
pub trait Keeping {
    fn new(storage: Faulty) -> Self;
    fn begin(&self, id: &str, plan: &Plan, now: &str) -> Result<Keeper, StorageError>;
    fn keep(&self, keeper: &mut Keeper, plan: &Plan, now: &str) -> Result<String, StorageError>;
    fn open(&self, id: &str) -> Result<Draft, StorageError>;
    fn remove(&self, id: &str) -> Result<Removed, StorageError>;
    fn put_back(&self, removed: &Removed) -> Result<(), StorageError>;
    /// Everything else that is done beside: what it says is not looked at here.
    fn beside(&self, what: Beside, id: &str) {
        let _ = (what, id);
    }
    /// The plans of the states that a draft had.
    fn states(&self, id: &str) -> Vec<Value>;
    fn listed(&self) -> Vec<String>;
    fn recover(&self, text: &str) -> Result<bool, StorageError>;
    /// Texts set aside.
    fn aside(&self) -> Vec<String>;
}

/// What is done beside keeping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    List,
    Name,
    History,
    Choice,
    Damaged,
    Used,
}

/// A step of the session.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// Types on in the subject.
    Type,
    /// Adds so many rows.
    Grow(usize),
    /// Takes all rows away but so many.
    Shrink(usize),
    /// Pastes a text of so many letters.
    Paste(usize),
    Open,
    Remove,
    PutBack,
    /// A second window opens the draft and keeps it; the first learns of it when it keeps.
    Elsewhere,
    /// The last text that was kept is handed to [`Keeping::recover`].
    Recover,
    Beside(Beside),
}

use Step::*;

/// Which of the three drafts each step is of, and what is done.
const SESSION: [(&str, Step); 69] = [
    ("a", Type),
    ("a", Type),
    ("a", Grow(2)),
    ("b", Type),
    ("b", Grow(3)),
    ("a", Open),
    ("", Beside(Beside::List)),
    ("a", Type),
    ("b", Type),
    ("b", Shrink(1)),
    ("b", Beside(Beside::Name)),
    ("c", Paste(900)),
    ("c", Type),
    ("", Beside(Beside::Choice)),
    ("a", Beside(Beside::History)),
    ("c", Shrink(0)),
    ("a", Type),
    ("a", Grow(1)),
    ("a", Elsewhere),
    ("a", Type),
    ("a", Type),
    ("b", Remove),
    ("", Beside(Beside::List)),
    ("b", PutBack),
    ("b", Open),
    ("b", Type),
    ("b", Open),
    ("c", Type),
    ("c", Grow(2)),
    ("c", Recover),
    ("", Beside(Beside::Damaged)),
    ("a", Type),
    ("a", Paste(300)),
    ("a", Type),
    ("a", Type),
    ("a", Type),
    ("a", Type),
    ("a", Type),
    ("a", Type),
    ("a", Type),
    ("a", Type),
    ("a", Type),
    ("a", Type),
    ("a", Type),
    ("a", Beside(Beside::Name)),
    ("a", Type),
    ("a", Type),
    ("a", Type),
    ("", Beside(Beside::Used)),
    // From here there is no room for all of it: old states go.
    ("c", Paste(2_500)),
    ("c", Type),
    ("b", Grow(4)),
    ("b", Type),
    ("c", Paste(12_000)),
    ("c", Shrink(0)),
    ("b", Type),
    ("a", Type),
    ("a", Elsewhere),
    ("a", Type),
    ("b", Remove),
    ("c", Type),
    ("c", Open),
    ("b", PutBack),
    ("b", Remove),
    ("", Beside(Beside::List)),
    ("c", Recover),
    ("a", Beside(Beside::History)),
    ("a", Type),
    ("c", Type),
];

/// Room for the drafts of the session, and not for their histories; nor for the largest paste.
const ROOM: usize = 16_000;

/// What is known of a draft.
#[derive(Clone, Default)]
struct Known {
    keeper: Option<Keeper>,
    /// As it stands in the form.
    plan: Plan,
    /// What was said to be kept last: no plan when it was removed, or never kept.
    kept: Option<Plan>,
    /// What was tried since.
    tried: Vec<Option<Plan>>,
    /// Everything that was ever tried.
    ever: Vec<Value>,
    /// What was removed, and what was kept and tried of it.
    removed: Option<(Removed, Option<Plan>, Vec<Option<Plan>>)>,
    text: Option<String>,
    /// Whether it is not known if the last try was kept, and whether somebody opened the draft then.
    doubtful: bool,
    opened: bool,
}

impl Known {
    fn tries(&mut self, plan: Option<Plan>) {
        self.ever.extend(plan.iter().map(|plan| serde_json::to_value(plan).unwrap()));
        self.tried.push(plan);
        self.doubtful = true;
    }

    fn is(&mut self, kept: Option<Plan>) {
        self.kept = kept;
        self.tried.clear();
        (self.doubtful, self.opened) = (false, false);
    }

    fn allows(&self, found: Option<&Plan>) -> bool {
        self.kept.as_ref() == found || self.tried.iter().any(|tried| tried.as_ref() == found)
    }
}

/// A session that is on its way, or ran to its end or to a crash.
pub struct Session<K> {
    storage: Faulty,
    store: K,
    drafts: BTreeMap<&'static str, Known>,
    /// How many steps are done.
    done: usize,
    /// What should not be, in words.
    pub wrong: Vec<String>,
}

impl<K: Keeping> Session<K> {
    /// The session before its first step.
    pub fn begin() -> Session<K> {
        let storage = Faulty::new(ROOM, None);
        let store = K::new(storage.clone());
        Session { storage, store, drafts: BTreeMap::new(), done: 0, wrong: Vec::new() }
    }

    /// Another session that has come as far, on a storage with this fault: whatever is to go wrong
    /// later, so far everything was the same.
    pub fn copy(&self, fault: Option<(usize, Fault)>) -> Session<K> {
        let storage = self.storage.copy(fault);
        let store = K::new(storage.clone());
        let (drafts, wrong) = (self.drafts.clone(), self.wrong.clone());
        Session { storage, store, drafts, done: self.done, wrong }
    }

    /// Does the next step; gives back whether there was one.
    pub fn advance(&mut self) -> bool {
        let minute = self.done;
        let Some(&(id, step)) = SESSION.get(minute).filter(|_| !self.storage.crashed()) else { return false };
        let now = format!("2026-11-{:02}T{:02}:{:02}:00.000Z", 1 + minute / 30, minute % 24, minute % 60);
        self.step(id, step, minute, &now);
        self.done += 1;
        true
    }

    /// Goes on to the end or to a crash.
    pub fn finish(mut self) -> Session<K> {
        while self.advance() {}
        self
    }

    /// The storage, to look at what was asked of it.
    pub fn storage(&self) -> &Faulty {
        &self.storage
    }

    fn step(&mut self, id: &'static str, step: Step, minute: usize, now: &str) {
        if let Beside(what) = step {
            return self.store.beside(what, id);
        }
        let known = self.drafts.entry(id).or_default();
        match step {
            Open => {
                known.opened |= known.doubtful;
                // An error is an answer, another plan is none.
                if let Ok(draft) = self.store.open(id)
                    && !known.allows(Some(&draft.plan))
                {
                    self.wrong.push(format!("{id}: opened to “{}”", draft.plan.subject));
                }
            }
            Remove => {
                let before = (known.kept.clone(), known.tried.clone());
                known.tries(None);
                if let Ok(removed) = self.store.remove(id) {
                    known.is(None);
                    known.keeper = None;
                    known.removed = Some((removed, before.0, before.1));
                }
            }
            PutBack => {
                let Some((removed, kept, tried)) = known.removed.take() else { return };
                known.tried.push(kept.clone());
                known.tried.extend(tried.clone());
                if self.store.put_back(&removed).is_ok() {
                    (known.kept, known.tried) = (kept, tried);
                }
            }
            Recover => {
                if let Some(text) = &known.text {
                    let _ = self.store.recover(text);
                }
            }
            Elsewhere => {
                known.opened |= known.doubtful;
                let Ok(draft) = self.store.open(id) else { return };
                let mut theirs = Keeper::new(draft);
                let mut plan = Plan::clone(&theirs.kept().plan);
                plan.title = format!("cửa sổ kia {minute}");
                known.tries(Some(plan.clone()));
                let Ok(text) = self.store.keep(&mut theirs, &plan, now) else { return };
                known.is(Some(plan.clone()));
                known.text = Some(text);
                let Some(keeper) = &mut known.keeper else { return };
                known.plan.title = format!("cửa sổ này {minute}");
                match self.store.keep(keeper, &known.plan, now) {
                    Ok(_) => self.wrong.push(format!("{id}: wrote over what another window kept")),
                    Err(_) => {
                        known.plan = plan;
                        known.keeper = Some(theirs);
                    }
                }
            }
            Type => {
                known.plan.subject = format!("{} chữ {minute}", known.plan.subject);
                self.keep(id, now);
            }
            Grow(rows) => {
                for row in 0..rows {
                    let id = known.plan.new_row();
                    let text = format!("Căn cứ văn bản số {row}/{minute}");
                    known.plan.bases.push(Basis { id, text, ..Basis::default() });
                }
                self.keep(id, now);
            }
            Shrink(rows) => {
                known.plan.bases.truncate(rows);
                known.plan.opening.clear();
                self.keep(id, now);
            }
            Paste(letters) => {
                known.plan.opening = "dán ".repeat(letters / 4);
                self.keep(id, now);
            }
            Beside(_) => {}
        }
    }

    fn keep(&mut self, id: &'static str, now: &str) {
        let known = self.drafts.entry(id).or_default();
        let plan = known.plan.clone();
        // A draft that is there is opened, not begun anew.
        if known.keeper.is_none() {
            known.keeper = self.store.open(id).ok().map(Keeper::new);
        }
        if known.keeper.is_none() && known.kept.is_some() {
            return;
        }
        known.tries(Some(plan.clone()));
        let kept = match &mut known.keeper {
            Some(keeper) => self.store.keep(keeper, &plan, now).map(|text| known.text = Some(text)),
            None => self.store.begin(id, &plan, now).map(|keeper| known.keeper = Some(keeper)),
        };
        match kept {
            Ok(()) => known.is(Some(plan)),
            // What was half kept was found by whoever opened it: the draft goes on as that.
            Err(StorageError::Conflict) if known.opened => known.keeper = None,
            Err(StorageError::Conflict) => self.wrong.push(format!("{id}: a conflict with nobody")),
            Err(_) => {}
        }
    }

    /// Starts again and compares what is found with what is known.
    pub fn reopen(mut self, recovering: bool) -> Vec<String> {
        let storage = self.storage.reopened();
        let store = K::new(storage.clone());
        if recovering {
            for text in self
                .drafts
                .values()
                .filter(|known| known.kept.is_some())
                .filter_map(|known| known.text.as_ref())
            {
                store.recover(text).unwrap();
            }
        }
        let unreadable = unreadable(&storage);
        let listed = store.listed();
        for (id, known) in &mut self.drafts {
            // What the disk knows nothing of, nobody could know.
            if recovering && (known.kept.is_none() || known.text.is_none()) {
                continue;
            }
            let found = store.open(id);
            match &found {
                Ok(draft) if known.allows(Some(&draft.plan)) => {}
                Ok(draft) => {
                    let kept = known.kept.as_ref().map(|plan| plan.subject.as_str());
                    self.wrong.push(format!("{id}: “{}” instead of {kept:?}", draft.plan.subject));
                }
                Err(_) if known.allows(None) => {}
                Err(error) => self.wrong.push(format!("{id}: {error:?}")),
            }
            if found.is_ok() && !listed.iter().any(|listed| listed == id) {
                self.wrong.push(format!("{id}: not in the list"));
            }
            if store.states(id).iter().any(|state| !known.ever.contains(state)) {
                self.wrong.push(format!("{id}: a state that never was"));
            }
            let Ok(draft) = found else { continue };
            let mut keeper = Keeper::new(draft);
            let plan = Plan { subject: "gõ tiếp".into(), ..Plan::default() };
            let kept = store.keep(&mut keeper, &plan, "2026-12-01T00:00:00.000Z");
            if kept.is_err() || !store.open(id).is_ok_and(|draft| *draft.plan == plan) {
                self.wrong.push(format!("{id}: cannot be gone on with: {:?}", kept.err()));
            }
        }
        let aside = store.aside();
        if unreadable.iter().any(|text| !aside.contains(text)) {
            self.wrong.push("a text that cannot be read is gone".into());
        }
        self.wrong
    }
}

/// The texts in slots that are no whole draft.
fn unreadable(storage: &Faulty) -> Vec<String> {
    use ke_hoach::store::Storage;
    let keys = storage.keys().unwrap().into_iter().filter(|key| key.starts_with("ke-hoach/draft/"));
    let texts = keys.filter_map(|key| storage.get(&key).unwrap());
    texts.filter(|text| Draft::read(text).is_err()).collect()
}
