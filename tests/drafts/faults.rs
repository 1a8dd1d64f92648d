//! Every call of a long session goes wrong once, in every way; no draft is ever lost.

use std::collections::BTreeMap;
use std::time::Instant;

use ke_hoach::draft::Draft;
use ke_hoach::plan::Plan;
use ke_hoach::store::{Drafts, Keeper, Removed, StorageError};
use serde_json::Value;

use crate::faulty::{Fault, Faulty};
use crate::session::{Beside, Keeping, Session};

impl Keeping for Drafts<Faulty> {
    fn new(storage: Faulty) -> Self {
        Drafts::new(storage)
    }

    fn begin(&self, id: &str, plan: &Plan, now: &str) -> Result<Keeper, StorageError> {
        let mut draft = Draft { id: id.into(), plan: plan.clone().into(), ..Draft::default() };
        self.save(&mut draft, now)?;
        Ok(Keeper::new(draft))
    }

    fn keep(&self, keeper: &mut Keeper, plan: &Plan, now: &str) -> Result<String, StorageError> {
        let kept = keeper.keep(self, plan, now);
        keeper.tidy(self);
        kept
    }

    fn open(&self, id: &str) -> Result<Draft, StorageError> {
        Drafts::open(self, id).map(|found| found.draft)
    }

    fn remove(&self, id: &str) -> Result<Removed, StorageError> {
        Drafts::remove(self, id)
    }

    fn put_back(&self, removed: &Removed) -> Result<(), StorageError> {
        Drafts::put_back(self, removed)
    }

    fn beside(&self, what: Beside, id: &str) {
        match what {
            Beside::List => drop(Drafts::list(self)),
            Beside::Name => drop(self.name_state(id, 3, "bản trình")),
            Beside::History => drop(self.history(id)),
            Beside::Choice => drop((self.choice("x"), self.remember("x", "y"))),
            Beside::Damaged => drop(self.damaged()),
            Beside::Used => drop(self.used()),
        }
    }

    fn states(&self, id: &str) -> Vec<Value> {
        self.history(id).unwrap().iter().flat_map(|history| history.plans()).collect()
    }

    fn listed(&self) -> Vec<String> {
        Drafts::list(self).unwrap().into_iter().map(|summary| summary.id).collect()
    }

    fn recover(&self, text: &str) -> Result<bool, StorageError> {
        Drafts::recover(self, text, false)
    }

    fn aside(&self) -> Vec<String> {
        self.damaged().unwrap().into_iter().map(|damaged| damaged.text).collect()
    }
}

/// Does every call wrong once that the fault can be of; gives back how many there were, and
/// what was wrong then.
pub fn try_all<K: Keeping>(fault: Fault) -> (usize, BTreeMap<String, Vec<usize>>) {
    let (mut cases, mut found) = (0, BTreeMap::<String, Vec<usize>>::new());
    let mut session = Session::<K>::begin();
    loop {
        let before = session.copy(None);
        if !session.advance() {
            return (cases, found);
        }
        let calls = session.storage().calls().into_iter().enumerate().skip(before.storage().calls().len());
        for (k, _) in calls.filter(|(_, call)| fault.concerns(*call)) {
            cases += 1;
            for wrong in before.copy(Some((k, fault))).finish().reopen(fault == Fault::Unwritten) {
                found.entry(wrong).or_default().push(k);
            }
        }
    }
}

/// Fails unless every draft is found after each fault of the kind.
fn nothing_is_lost(fault: Fault) {
    let started = Instant::now();
    let (cases, found) = try_all::<Drafts<Faulty>>(fault);
    println!("{fault:?}: {cases} cases, {:.1} s", started.elapsed().as_secs_f64());
    assert!(cases > 150, "{cases}");
    assert!(found.is_empty(), "{fault:?}: {found:#?}");
}

#[test]
fn without_faults_the_session_is_as_it_is_meant() {
    let session = Session::<Drafts<Faulty>>::begin().finish();
    assert!(session.storage().refused() >= 3, "some of it finds no room: {}", session.storage().refused());
    assert!(session.storage().calls().len() > 600);
    assert_eq!(session.reopen(false), Vec::<String>::new());
}

macro_rules! each {
    ($($name:ident: $fault:ident,)*) => { $(
        #[test]
        fn $name() {
            nothing_is_lost(Fault::$fault);
        }
    )* };
}
each! {
    no_draft_is_lost_when_a_call_is_refused: Blocked,
    no_draft_is_lost_when_there_is_no_room: Full,
    no_draft_is_lost_when_a_text_is_cut: Cut,
    no_draft_is_lost_when_a_write_is_only_said_to_be_done: Lost,
    no_draft_is_lost_when_a_write_comes_late: Late,
    no_draft_is_lost_when_the_program_ends_before_a_write: Crash,
    no_draft_is_lost_when_the_program_ends_in_a_write: CrashCut,
    no_draft_is_lost_when_the_program_ends_after_a_write: CrashAfter,
    no_draft_is_lost_when_writes_change_places_and_the_program_ends: CrashLate,
    no_draft_is_lost_when_the_disk_got_nothing_more_and_a_copy_is_at_hand: Unwritten,
}
