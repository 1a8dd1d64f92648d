//! The drafts in a storage.

use std::collections::BTreeSet;

use super::index::Entry;
use super::{Storage, StorageError, keys};
use crate::directory::Directory;
use crate::draft::{Draft, DraftError, sum};
use crate::order;
use crate::plan::{Json, json_text};

/// The drafts in a storage.
///
/// Each stands in two slots. Keeping it writes the older one, reads that back, and only then tells
/// the index: whatever fails on the way, the last copy that was kept is still there.
#[derive(Clone, Debug)]
pub struct Drafts<S> {
    pub(super) storage: S,
}

/// What a list of drafts says of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The draft's identity.
    pub id: String,
    /// What the index says of it, or why the draft cannot be read; such a draft stays where it is.
    pub entry: Result<Entry, DraftError>,
}

/// A draft that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The draft.
    pub draft: Draft,
    /// What is not as it was kept, if anything.
    pub wrong: Option<Wrong>,
}

/// What is wrong with a draft that can be opened all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// One copy could not be read and was set aside; this is the other.
    OneCopy,
    /// No copy could be read, they were set aside; this is the last state of its history.
    FromHistory,
    /// Somebody else than this store wrote it.
    Altered,
}

/// What stands in a slot.
pub(super) enum Slot {
    Nothing,
    Whole(Draft),
    Altered(Draft, String),
    Unreadable(DraftError, String),
}

impl<S: Storage> Drafts<S> {
    /// The drafts in `storage`.
    pub fn new(storage: S) -> Drafts<S> {
        Drafts { storage }
    }

    /// Every draft, the last kept first; those that cannot be read come last.
    pub fn list(&self) -> Result<Vec<Summary>, StorageError> {
        let keys = self.storage.keys()?;
        let ids: BTreeSet<&str> = order::gather(keys.iter().filter_map(|key| keys::id_of(key, keys::DRAFT)));
        let entries = self.storage.lines(keys::INDEX)?;
        let mut list = Vec::new();
        for id in &ids {
            let entry = match entries.get(&keys::entry(id)).and_then(|text| Entry::read(text)) {
                Some(entry) => Ok(entry),
                None => self.new_entry(id)?,
            };
            list.push(Summary { id: (*id).to_owned(), entry });
        }
        // What is left of drafts that are gone.
        let of_gone = |key: &str, beginning| keys::id_of(key, beginning).is_some_and(|id| !ids.contains(id));
        for key in keys.iter().filter(|key| of_gone(key, keys::INDEX) || of_gone(key, keys::OWNER)) {
            let _ = self.storage.remove(key);
        }
        let saved_at = |summary: &Summary| summary.entry.as_ref().map(|entry| entry.saved_at.clone()).ok();
        order::sort_by_key(&mut list, |summary| std::cmp::Reverse(saved_at(summary)));
        Ok(list)
    }

    /// The newest copy of a draft that can be read. What cannot be read is set aside.
    ///
    /// # Errors
    /// [`DraftError::Newer`] for what a newer version wrote, which stays as it is, see
    /// [`Drafts::texts`]; what is wrong with the draft when nothing of it can be read.
    pub fn open(&self, id: &str) -> Result<Found, StorageError> {
        let slots = [self.slot(id, 0)?, self.slot(id, 1)?];
        for slot in &slots {
            // A newer version's copy is never passed over for an older one of ours.
            if let Slot::Unreadable(newer @ DraftError::Newer { .. }, _) = slot {
                return Err(newer.clone().into());
            }
        }
        let mut best: Option<(u64, Draft)> = None;
        let mut altered: Option<(u64, Draft, String)> = None;
        let mut unreadable = Vec::new();
        for (at, slot) in (0..).zip(slots) {
            match slot {
                Slot::Nothing => {}
                Slot::Whole(draft) if best.as_ref().is_some_and(|(_, best)| best.rev > draft.rev) => {}
                Slot::Whole(draft) => best = Some((at, draft)),
                Slot::Altered(draft, _)
                    if altered.as_ref().is_some_and(|(_, best, _)| best.rev > draft.rev) => {}
                Slot::Altered(draft, text) => altered = Some((at, draft, text)),
                Slot::Unreadable(error, text) => unreadable.push((at, error, text)),
            }
        }
        let wrong = match (&best, &altered) {
            (None, Some(_)) => Some(Wrong::Altered),
            (None, None) => Some(Wrong::FromHistory),
            (Some(_), None) if unreadable.is_empty() => None,
            _ => Some(Wrong::OneCopy),
        };
        if let (Some(_), Some((at, _, text))) = (&best, &altered) {
            self.set_aside(id, *at, text);
        }
        for (at, _, text) in &unreadable {
            self.set_aside(id, *at, text);
        }
        let found = best.or(altered.map(|(at, draft, _)| (at, draft)));
        let found = found.or_else(|| self.last_of_history(id).map(|draft| (draft.rev % 2, draft)));
        match (found, unreadable.into_iter().next()) {
            (Some((at, mut draft)), _) => {
                // The next revision goes to the other slot.
                if draft.rev % 2 != at {
                    draft.rev = draft.rev.saturating_add(1);
                }
                if wrong == Some(Wrong::FromHistory) {
                    // Else the list would not know of it any more.
                    let _ = self.put(&draft, &draft.write());
                }
                // Behind after a crash between slot and index.
                if self.entry(id)?.is_none_or(|entry| entry.rev != draft.rev) {
                    let _ = self.storage.set(&keys::entry(id), &Entry::of(&draft).write());
                }
                Ok(Found { draft: Draft { id: id.to_owned(), ..draft }, wrong })
            }
            (None, Some((_, error, _))) => Err(error.into()),
            (None, None) => Err(StorageError::Missing),
        }
    }

    /// The texts of a draft as they stand, the newest first: for who wants them as files although
    /// they cannot be opened.
    pub fn texts(&self, id: &str) -> Vec<String> {
        let slots = [keys::slot(id, 0), keys::slot(id, 1)];
        let mut texts: Vec<String> =
            slots.iter().filter_map(|slot| self.storage.get(slot).ok().flatten()).collect();
        order::sort_by_key(&mut texts, |text| {
            std::cmp::Reverse(Draft::read_newer(text).map(|draft| draft.rev).ok())
        });
        texts
    }

    /// Keeps the draft as its next revision, at the time `now`, and reads it back.
    ///
    /// # Errors
    /// [`StorageError::Conflict`] when somebody else kept a revision since this one was opened;
    /// on this and every other error the last good copy is as it was, and so is `draft`.
    pub fn save(&self, draft: &mut Draft, now: &str) -> Result<(), StorageError> {
        let plan = json_text(&draft.plan.write());
        self.save_with(draft, &plan, &sum(&plan), now).map(drop)
    }

    /// The same for who has the plan's JSON text and its checksum; gives back the draft's.
    pub(super) fn save_with(
        &self,
        draft: &mut Draft,
        plan: &str,
        sum: &str,
        now: &str,
    ) -> Result<String, StorageError> {
        let entry = self.entry(&draft.id)?;
        if entry.as_ref().is_none_or(|entry| entry.rev > draft.rev)
            && self.newest(&draft.id)?.is_some_and(|rev| rev > draft.rev)
        {
            return Err(StorageError::Conflict);
        }
        let next = draft.rev.checked_add(1).ok_or(StorageError::Conflict)?;
        let rev = std::mem::replace(&mut draft.rev, next);
        let saved_at = std::mem::replace(&mut draft.saved_at, now.to_owned());
        let text = draft.write_with(plan, sum);
        let kept = self.put(draft, &text);
        if kept.is_err() {
            (draft.rev, draft.saved_at) = (rev, saved_at);
            // It may be half done: without an entry the next try would take that for somebody else's.
            if entry.is_none() {
                let _ = self.storage.set(&keys::entry(&draft.id), &Entry::of(draft).write());
            }
        }
        kept.map(|()| text)
    }

    /// Takes over a copy that was kept elsewhere while the browser had not written this storage to
    /// the disk yet: its envelope, and whether its draft was `closed` in good order.
    /// Gives back whether it was needed.
    pub fn recover(&self, text: &str, closed: bool) -> Result<bool, StorageError> {
        let mut draft = Draft::read(text)?.draft;
        match self.newest(&draft.id)? {
            Some(rev) if rev >= draft.rev => return Ok(false),
            // Not into the slot of the newest copy.
            Some(rev) if rev % 2 == draft.rev % 2 => draft.rev = draft.rev.saturating_add(1),
            Some(_) => {}
            // Nothing at all is here: then it was not lost, somebody cleared it away.
            None if closed && !self.storage.keys()?.iter().any(|key| key.starts_with(keys::ALL)) => {
                return Ok(false);
            }
            None => {}
        }
        self.put(&draft, &draft.write())?;
        Ok(true)
    }

    /// Why all of this is gone when the page is closed, if it is.
    pub fn passing(&self) -> Option<StorageError> {
        self.storage.passing()
    }

    /// A choice that was remembered under `name`; none where nothing can be read.
    pub fn choice(&self, name: &str) -> Option<String> {
        self.storage.get(&format!("{}{name}", keys::CHOICE)).ok().flatten()
    }

    /// Remembers a choice in this browser.
    pub fn remember(&self, name: &str, choice: &str) -> Result<(), StorageError> {
        self.storage.set(&format!("{}{name}", keys::CHOICE), choice)
    }

    /// The text of the directory, if there is one.
    pub fn directory_text(&self) -> Option<String> {
        self.storage.get(keys::DIRECTORY).ok().flatten()
    }

    /// The directory; an empty one where there is none.
    pub fn directory(&self) -> Directory {
        self.directory_text().and_then(|text| Directory::read(&text)).unwrap_or_default()
    }

    /// Keeps the directory. One that could not be read is set aside first.
    pub fn keep_directory(&self, directory: &Directory) -> Result<(), StorageError> {
        if let Some(text) = self.directory_text().filter(|text| Directory::read(text).is_none()) {
            self.storage.set(keys::UNREAD_DIRECTORY, &text)?;
        }
        self.storage.set(keys::DIRECTORY, &directory.write())
    }

    /// What the index says of a draft.
    pub fn entry(&self, id: &str) -> Result<Option<Entry>, StorageError> {
        Ok(self.storage.get(&keys::entry(id))?.and_then(|text| Entry::read(&text)))
    }

    /// Writes a draft's slot, reads it back, and tells the index. No entry is as good as the right
    /// one: only that of another revision is not.
    fn put(&self, draft: &Draft, text: &str) -> Result<(), StorageError> {
        self.put_whole(&keys::slot(&draft.id, draft.rev), text)?;
        let entry = keys::entry(&draft.id);
        let other = || self.entry(&draft.id).is_ok_and(|entry| entry.is_some_and(|it| it.rev != draft.rev));
        if self.put_whole(&entry, &Entry::of(draft).write()).is_err() && other() {
            // The draft is kept all the same. No entry is made anew from it, and one that is behind
            // would let somebody write over it.
            let _ = self.remove_whole(&entry);
            if other() {
                return Err(StorageError::ReadBack);
            }
        }
        Ok(())
    }

    /// Writes a text and reads it back; where there is no room, old states of histories go first.
    pub(super) fn put_whole(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let mut put = self.put_once(key, text);
        while put == Err(StorageError::Full) && self.make_room()? {
            put = self.put_once(key, text);
        }
        put
    }

    /// Writes a text and reads it back; what is not there then is written once more.
    pub(super) fn put_once(&self, key: &str, text: &str) -> Result<(), StorageError> {
        for _ in 0..2 {
            if self.storage.set_whole(key, text)? {
                return Ok(());
            }
        }
        Err(StorageError::ReadBack)
    }

    /// Removes what is under a key, and looks whether it is gone.
    pub(super) fn remove_whole(&self, key: &str) -> Result<(), StorageError> {
        for _ in 0..2 {
            self.storage.remove(key)?;
            if self.storage.get(key)?.is_none() {
                return Ok(());
            }
        }
        Err(StorageError::ReadBack)
    }

    fn new_entry(&self, id: &str) -> Result<Result<Entry, DraftError>, StorageError> {
        match self.open(id) {
            Ok(found) => Ok(Ok(Entry::of(&found.draft))),
            Err(StorageError::Draft(error)) => Ok(Err(error)),
            Err(StorageError::Missing) => Ok(Err(DraftError::Empty)),
            Err(error) => Err(error),
        }
    }

    /// The newest revision that can be read of a draft.
    fn newest(&self, id: &str) -> Result<Option<u64>, StorageError> {
        let rev = |slot| match slot {
            Slot::Whole(draft) | Slot::Altered(draft, _) => Some(draft.rev),
            // Nobody knows how new; newer than what an older version could write.
            Slot::Unreadable(DraftError::Newer { .. }, _) => Some(u64::MAX),
            Slot::Nothing | Slot::Unreadable(..) => None,
        };
        Ok(rev(self.slot(id, 0)?).max(rev(self.slot(id, 1)?)))
    }

    fn slot(&self, id: &str, rev: u64) -> Result<Slot, StorageError> {
        let read = || -> Result<Slot, StorageError> {
            let Some(text) = self.storage.get(&keys::slot(id, rev))? else { return Ok(Slot::Nothing) };
            Ok(match Draft::read(&text) {
                Ok(opened) if opened.altered => Slot::Altered(opened.draft, text),
                Ok(opened) => Slot::Whole(opened.draft),
                Err(error) => Slot::Unreadable(error, text),
            })
        };
        match read()? {
            // Before a copy is given up, it is read once more.
            Slot::Unreadable(..) | Slot::Altered(..) => read(),
            slot => Ok(slot),
        }
    }
}
