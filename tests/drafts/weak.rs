//! That the check bites: stores that would lose drafts are caught.

use std::marker::PhantomData;

use ke_hoach::draft::Draft;
use ke_hoach::plan::Plan;
use ke_hoach::store::{Drafts, Keeper, Removed, Storage, StorageError};
use serde_json::Value;

use crate::faults::try_all;
use crate::faulty::{Fault, Faulty};
use crate::session::Keeping;

/// Where a draft is written, and whether it is looked at then.
trait Way {
    const SLOTS: u64;
    const READS_BACK: bool;
}

/// As the store does, only simpler.
struct TwoSlots;
impl Way for TwoSlots {
    const SLOTS: u64 = 2;
    const READS_BACK: bool = true;
}

/// Writes over the only copy.
struct OneSlot;
impl Way for OneSlot {
    const SLOTS: u64 = 1;
    const READS_BACK: bool = true;
}

/// Believes what the storage says.
struct Believing;
impl Way for Believing {
    const SLOTS: u64 = 2;
    const READS_BACK: bool = false;
}

/// Drafts in slots, without index, history or anything else.
struct Simple<W>(Faulty, PhantomData<W>);

impl<W: Way> Simple<W> {
    fn put(&self, draft: &Draft) -> Result<(), StorageError> {
        let (key, text) = (slot(&draft.id, draft.rev % W::SLOTS), draft.write());
        self.0.set(&key, &text)?;
        match !W::READS_BACK || self.0.get(&key)?.as_deref() == Some(&text) {
            true => Ok(()),
            false => Err(StorageError::ReadBack),
        }
    }

    fn copies(&self, id: &str) -> Result<Vec<Draft>, StorageError> {
        let texts = [self.0.get(&slot(id, 0))?, self.0.get(&slot(id, 1))?];
        let read = |text: String| Draft::read(&text).ok().filter(|it| !it.altered);
        Ok(texts.into_iter().flatten().filter_map(read).map(|opened| opened.draft).collect())
    }
}

fn slot(id: &str, slot: u64) -> String {
    format!("ke-hoach/draft/{id}/{slot}")
}

impl<W: Way> Keeping for Simple<W> {
    fn new(storage: Faulty) -> Self {
        Simple(storage, PhantomData)
    }

    fn begin(&self, id: &str, plan: &Plan, _: &str) -> Result<Keeper, StorageError> {
        let draft = Draft { id: id.into(), rev: 1, plan: plan.clone().into(), ..Draft::default() };
        self.put(&draft).map(|()| Keeper::new(draft))
    }

    fn keep(&self, keeper: &mut Keeper, plan: &Plan, _: &str) -> Result<String, StorageError> {
        let next = Draft { rev: keeper.kept().rev + 1, ..keeper.kept().with_plan(plan.clone().into()) };
        if self.copies(&next.id)?.iter().any(|copy| copy.rev > next.rev - 1) && W::READS_BACK {
            // Another window's, or what was only half kept: nobody knows here.
            let theirs = self.copies(&next.id)?.iter().any(|copy| copy.plan.title != plan.title);
            if theirs {
                return Err(StorageError::ReadBack);
            }
        }
        self.put(&next)?;
        let text = next.write();
        *keeper = Keeper::new(next);
        Ok(text)
    }

    fn open(&self, id: &str) -> Result<Draft, StorageError> {
        self.copies(id)?.into_iter().max_by_key(|copy| copy.rev).ok_or(StorageError::Missing)
    }

    fn remove(&self, id: &str) -> Result<Removed, StorageError> {
        Drafts::new(self.0.clone()).remove(id)
    }

    fn put_back(&self, removed: &Removed) -> Result<(), StorageError> {
        Drafts::new(self.0.clone()).put_back(removed)
    }

    fn states(&self, _: &str) -> Vec<Value> {
        Vec::new()
    }

    fn listed(&self) -> Vec<String> {
        let keys = self.0.keys().unwrap().into_iter();
        keys.filter_map(|key| Some(key.strip_prefix("ke-hoach/draft/")?.rsplit_once('/')?.0.to_owned()))
            .collect()
    }

    fn recover(&self, _: &str) -> Result<bool, StorageError> {
        Ok(false)
    }

    fn aside(&self) -> Vec<String> {
        let keys = self.0.keys().unwrap().into_iter();
        keys.filter_map(|key| self.0.get(&key).unwrap()).collect()
    }
}

/// The drafts that were not found as they were kept, in how many cases.
fn lost<W: Way>(fault: Fault) -> usize {
    let (_, found) = try_all::<Simple<W>>(fault);
    found
        .iter()
        .filter(|(wrong, _)| wrong.contains("instead of") || wrong.contains("Missing"))
        .map(|(_, at)| at.len())
        .sum()
}

#[test]
fn a_store_with_one_slot_is_caught_when_a_write_is_broken_off() {
    assert!(lost::<OneSlot>(Fault::CrashCut) > 10);
    assert_eq!(lost::<TwoSlots>(Fault::CrashCut), 0, "the second slot makes the difference");
}

#[test]
fn a_store_that_does_not_read_back_is_caught_when_a_write_is_only_said_to_be_done() {
    assert!(lost::<Believing>(Fault::Lost) > 0);
    assert!(lost::<Believing>(Fault::Cut) > 0);
}
