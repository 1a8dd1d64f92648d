//! The room that a storage has.

use std::collections::BTreeSet;

use super::history::History;
use super::{Drafts, Storage, StorageError, Summary, keys};
use crate::order;

/// What a browser keeps for one page, in UTF-16 units of keys and texts together. Browsers count
/// differently, none keeps more.
pub const ROOM: usize = 5 * 1024 * 1024;

/// A draft and the room that it takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Weight {
    /// The draft.
    pub summary: Summary,
    /// What is kept of it, keys and texts, in UTF-16 units.
    pub size: usize,
}

/// How many of the oldest drafts have to go so that less than `goal` of the room is used, of which
/// `used` is. Never the last kept, and none that cannot be read.
pub fn to_free(oldest_first: &[Weight], used: f64, goal: f64) -> usize {
    let readable = oldest_first.iter().filter(|weight| weight.summary.entry.is_ok()).count();
    let mut left = used;
    let older = oldest_first.iter().take(readable.saturating_sub(1));
    older
        .take_while(|weight| {
            let enough = left < goal;
            left -= weight.size as f64 / ROOM as f64;
            !enough
        })
        .count()
}

impl<S: Storage> Drafts<S> {
    /// Every draft with the room that it takes, the oldest first; those that cannot be read come last.
    pub fn weights(&self) -> Result<Vec<Weight>, StorageError> {
        let mut list = self.list()?;
        let readable = list.iter().take_while(|summary| summary.entry.is_ok()).count();
        if let Some(readable) = list.get_mut(..readable) {
            readable.reverse();
        }
        let weight = |summary: Summary| {
            let size = keys::of_draft(&summary.id).into_iter().try_fold(0, |size, key| {
                let text = self.storage.get(&key)?;
                let units = |text: &str| text.encode_utf16().count();
                Ok::<_, StorageError>(size + text.map_or(0, |text| units(&key) + units(&text)))
            })?;
            Ok(Weight { summary, size })
        };
        list.into_iter().map(weight).collect()
    }

    /// How much of the storage's room is used, from 0 to 1.
    pub fn used(&self) -> Result<f64, StorageError> {
        Ok((self.storage.used()? as f64 / ROOM as f64).min(1.0))
    }

    /// Leaves out the older half of the history whose oldest state is the oldest of all; gives
    /// back whether there was any. The drafts themselves are never touched.
    pub(super) fn make_room(&self) -> Result<bool, StorageError> {
        let keys = self.storage.keys()?;
        let ids: BTreeSet<&str> =
            order::gather(keys.iter().filter_map(|key| keys::id_of(key, keys::HISTORY)));
        let mut oldest: Option<(String, String)> = None;
        for id in ids {
            let base = self.storage.get(&keys::base(id))?.unwrap_or_default();
            // One that cannot be read is of no use to anybody.
            let since = History::since(&base).unwrap_or_default();
            if oldest.as_ref().is_none_or(|(_, before)| since < before.as_str()) {
                oldest = Some((id.to_owned(), since.to_owned()));
            }
        }
        let Some((id, _)) = oldest else { return Ok(false) };
        let history = self.history(&id)?.filter(|history| history.states().len() > 1);
        let shorter = history.map(|mut history| {
            (0..history.states().len().div_ceil(2)).for_each(|_| {
                history.drop_oldest();
            });
            history
        });
        if shorter.is_none_or(|shorter| self.put_history(&id, &shorter).is_err()) {
            self.forget_history(&id)?;
        }
        Ok(true)
    }

    /// The history of a draft, as far as it can be read.
    pub fn history(&self, id: &str) -> Result<Option<History>, StorageError> {
        Ok(self.texts_of_history(id)?.and_then(|(base, steps)| History::read(&base, &steps)))
    }

    /// Its texts: the oldest state, and the others.
    pub(super) fn texts_of_history(&self, id: &str) -> Result<Option<(String, String)>, StorageError> {
        let Some(base) = self.storage.get(&keys::base(id))? else { return Ok(None) };
        Ok(Some((base, self.storage.get(&keys::steps(id))?.unwrap_or_default())))
    }

    /// Keeps a history. The base goes first: the steps may tell of what it holds already, and not
    /// of what comes after something that it lacks.
    pub(super) fn put_history(&self, id: &str, history: &History) -> Result<(), StorageError> {
        let (base, steps) = history.write();
        if self.storage.get(&keys::base(id))?.as_deref() != Some(&base) {
            self.storage.set(&keys::base(id), &base)?;
        }
        self.storage.set(&keys::steps(id), &steps)
    }

    fn forget_history(&self, id: &str) -> Result<(), StorageError> {
        self.storage.remove(&keys::steps(id))?;
        self.storage.remove(&keys::base(id))
    }
}
