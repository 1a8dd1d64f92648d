//! The drafts in a storage.

use std::collections::BTreeSet;

use super::{Storage, StorageError};
use crate::draft::{Draft, DraftError};

/// Begins the keys of all drafts: `ke-hoach/draft/<id>/0` and `…/1`.
const PREFIX: &str = "ke-hoach/draft/";

/// Begins the keys of the choices that the app remembers.
const CHOICES: &str = "ke-hoach/choice/";

/// The drafts in a storage.
#[derive(Clone, Debug)]
pub struct Drafts<S> {
    storage: S,
}

/// What a list of drafts says of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The draft's identity.
    pub id: String,
    /// The draft, or why it cannot be read; such a draft stays where it is.
    pub draft: Result<Draft, DraftError>,
}

impl<S: Storage> Drafts<S> {
    /// The drafts in `storage`.
    pub fn new(storage: S) -> Drafts<S> {
        Drafts { storage }
    }

    /// Every draft, the last kept first; those that cannot be read come last.
    pub fn list(&self) -> Result<Vec<Summary>, StorageError> {
        let keys = self.storage.keys()?;
        let ids: BTreeSet<&str> =
            keys.iter().filter_map(|key| Some(key.strip_prefix(PREFIX)?.rsplit_once('/')?.0)).collect();
        let mut list = Vec::new();
        for id in ids {
            let draft = match self.open(id) {
                Ok(draft) => Ok(draft),
                Err(StorageError::Draft(error)) => Err(error),
                Err(error) => return Err(error),
            };
            list.push(Summary { id: id.to_owned(), draft });
        }
        let saved_at = |summary: &Summary| summary.draft.as_ref().map(|draft| draft.saved_at.clone()).ok();
        list.sort_by_key(|summary| std::cmp::Reverse(saved_at(summary)));
        Ok(list)
    }

    /// The newest readable copy of a draft.
    ///
    /// # Errors
    /// What is wrong with the draft when neither of its slots can be read.
    pub fn open(&self, id: &str) -> Result<Draft, StorageError> {
        let mut copies = Vec::new();
        let mut wrong = DraftError::Empty;
        for slot in 0..2 {
            let Some(text) = self.storage.get(&key(id, slot))? else { continue };
            match Draft::read(&text) {
                Ok(opened) => copies.push(opened),
                // A newer version's copy is never passed over for an older one of ours.
                Err(newer @ DraftError::Newer { .. }) => return Err(newer.into()),
                Err(error) => wrong = error,
            }
        }
        // Nobody but this store writes the slots: a copy that was altered is a damaged one.
        let best = copies.into_iter().max_by_key(|opened| (!opened.altered, opened.draft.rev));
        best.map(|opened| Draft { id: id.to_owned(), ..opened.draft }).ok_or(StorageError::Draft(wrong))
    }

    /// Keeps the draft as its next revision, at the time `now`, and reads it back.
    /// The older slot is written; on an error the newer one is as it was, and so is `draft`.
    pub fn save(&self, draft: &mut Draft, now: &str) -> Result<(), StorageError> {
        let next = Draft { rev: draft.rev + 1, saved_at: now.to_owned(), ..draft.clone() };
        let text = next.write();
        let key = key(&next.id, next.rev % 2);
        self.storage.set(&key, &text)?;
        if self.storage.get(&key)?.as_deref() != Some(&text) {
            return Err(StorageError::ReadBack);
        }
        *draft = next;
        Ok(())
    }

    /// A choice that was remembered under `name`; none where nothing can be read.
    pub fn choice(&self, name: &str) -> Option<String> {
        self.storage.get(&format!("{CHOICES}{name}")).ok().flatten()
    }

    /// Remembers a choice in this browser.
    pub fn remember(&self, name: &str, choice: &str) -> Result<(), StorageError> {
        self.storage.set(&format!("{CHOICES}{name}"), choice)
    }

    /// Forgets a draft.
    pub fn remove(&self, id: &str) -> Result<(), StorageError> {
        (0..2).try_for_each(|slot| self.storage.remove(&key(id, slot)))
    }
}

fn key(id: &str, slot: u64) -> String {
    format!("{PREFIX}{id}/{slot}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;
    use crate::store::Memory;

    fn draft(id: &str, subject: &str) -> Draft {
        Draft { id: id.into(), plan: Plan { subject: subject.into(), ..Plan::default() }, ..Draft::default() }
    }

    #[test]
    fn drafts_are_listed_the_last_kept_first() {
        let drafts = Drafts::new(Memory::default());
        let (mut a, mut b) = (draft("a", "một"), draft("b", "hai"));
        drafts.save(&mut a, "2026-01-01").unwrap();
        drafts.save(&mut b, "2026-01-02").unwrap();
        drafts.save(&mut a, "2026-01-03").unwrap();
        let ids: Vec<_> = drafts.list().unwrap().into_iter().map(|summary| summary.id).collect();
        assert_eq!(ids, ["a", "b"]);
        assert_eq!(drafts.open("a").unwrap().rev, 2);
    }

    #[test]
    fn a_full_storage_leaves_the_last_good_copy() {
        let drafts = Drafts::new(Memory::with_room(2_000));
        let mut kept = draft("a", "ngắn");
        drafts.save(&mut kept, "1").unwrap();
        let good = kept.clone();
        kept.plan.subject = "dài ".repeat(1_000);
        assert_eq!(drafts.save(&mut kept, "2"), Err(StorageError::Full));
        assert_eq!(kept.rev, good.rev, "the draft is not said to be kept");
        assert_eq!(drafts.open("a").unwrap(), good);
    }

    #[test]
    fn a_cut_slot_gives_way_to_the_other() {
        let storage = Memory::default();
        let mut kept = draft("a", "một");
        let drafts = Drafts::new(storage);
        drafts.save(&mut kept, "1").unwrap();
        kept.plan.subject = "hai".into();
        drafts.save(&mut kept, "2").unwrap();
        let newer = drafts.storage.get(&key("a", 0)).unwrap().unwrap();
        drafts.storage.set(&key("a", 0), &newer[..newer.len() / 2]).unwrap();
        assert_eq!(drafts.open("a").unwrap().plan.subject, "một");
    }

    #[test]
    fn a_draft_of_a_newer_version_is_listed_and_left_alone() {
        let drafts = Drafts::new(Memory::default());
        let text = r#"{"type":"ke-hoach-draft","format":7,"plan":{}}"#;
        drafts.storage.set(&key("a", 0), text).unwrap();
        let list = drafts.list().unwrap();
        assert_eq!(list[0].draft, Err(DraftError::Newer { format: 7 }));
        assert_eq!(drafts.storage.get(&key("a", 0)).unwrap().unwrap(), text);
    }

    #[test]
    fn a_removed_draft_is_gone_from_both_slots() {
        let drafts = Drafts::new(Memory::default());
        let mut kept = draft("a", "một");
        drafts.save(&mut kept, "1").unwrap();
        drafts.save(&mut kept, "2").unwrap();
        drafts.remove("a").unwrap();
        assert_eq!(drafts.storage.keys().unwrap(), Vec::<String>::new());
    }

    #[test]
    fn a_choice_is_remembered_beside_the_drafts() {
        let drafts = Drafts::new(Memory::default());
        assert_eq!(drafts.choice("embed-draft"), None);
        drafts.remember("embed-draft", "no").unwrap();
        assert_eq!(drafts.choice("embed-draft").as_deref(), Some("no"));
        assert_eq!(drafts.list().unwrap(), []);
    }
}
