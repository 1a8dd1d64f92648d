//! Taking back what is in a backup: what is missing here goes in, and what is here is never lost for it.

use std::collections::BTreeMap;

use super::{Backup, Copy, Held};
use crate::directory::Directory;
use crate::draft::{Draft, sum};
use crate::plan::{Json, json_text};
use crate::store::history::History;
use crate::store::index::Entry;
use crate::store::{Drafts, Storage, StorageError, Summary, keys};

/// What a backup holds beside what is here.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Its drafts.
    pub drafts: Vec<Compared>,
    /// Its choices and whatever else it holds.
    pub settings: Standing,
    /// How many damaged texts are not here yet.
    pub damaged: usize,
}

/// A draft of a backup beside the same draft here.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The draft's identity.
    pub id: String,
    /// The copy in the backup; none where this version cannot read it.
    pub theirs: Option<Entry>,
    /// The copy here, as far as it can be read.
    pub mine: Option<Entry>,
    /// How they stand to each other.
    pub standing: Standing,
}

impl Compared {
    /// Whether the copy here can give way: it then becomes a state in the history, so both have to
    /// be read.
    pub fn can_take(&self) -> bool {
        self.theirs.is_some() && self.mine.is_some()
    }
}

/// How something in a backup stands to what is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is not here.
    New,
    /// It is here as it is there.
    Same,
    /// It is here, and not the same.
    Conflict,
}

/// What becomes of a draft that is here and not the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Decision {
    /// The copy in the backup becomes a draft of its own.
    #[default]
    Both,
    /// The draft here stays as it is; the other copy remains in the backup alone.
    Mine,
    /// The copy in the backup becomes the draft; the one here stays as a state in its history, which
    /// gets the states of both.
    Theirs,
}

/// What was decided of all that is not the same.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decisions {
    /// By the draft's identity; [`Decision::Both`] where nothing is said.
    pub drafts: BTreeMap<String, Decision>,
    /// Whether choices give way to those in the backup.
    pub settings: bool,
}

/// What became of a backup.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Restored {
    /// How many drafts were put in.
    pub drafts: usize,
    /// The drafts that were not, the names of those that have one, and why; what is here of them is as it
    /// was.
    pub refused: Vec<(String, StorageError)>,
    /// Why something besides the drafts was not put in, if anything.
    pub besides: Option<StorageError>,
}

impl Restored {
    fn count(&mut self, name: &str, put: Result<bool, StorageError>) {
        match put {
            Ok(put) => self.drafts += usize::from(put),
            Err(error) => self.refused.push((name.to_owned(), error)),
        }
    }
}

impl<S: Storage> Drafts<S> {
    /// What a backup holds beside what is here.
    pub fn compare(&self, backup: &Backup) -> Result<Comparison, StorageError> {
        let (list, mut drafts) = (self.list()?, Vec::new());
        for theirs in &backup.drafts {
            let (mine, standing) = self.beside(theirs, &list)?;
            let entry = |held: &Held| held.copy.draft().map(Entry::of);
            drafts.push(Compared {
                id: theirs.id.clone(),
                theirs: entry(theirs),
                mine: entry(&mine),
                standing,
            });
        }
        let mut settings = Standing::Same;
        for (key, text) in backup.settings() {
            match self.storage.get(&key)? {
                Some(here) if here == text => {}
                Some(here) => match merged(&key, &here, &text) {
                    None => settings = Standing::Conflict,
                    Some(both) if both == here || settings == Standing::Conflict => {}
                    Some(_) => settings = Standing::New,
                },
                None if settings == Standing::Same => settings = Standing::New,
                None => {}
            }
        }
        let here = self.set_aside_here()?;
        let damaged = backup.damaged.iter().filter(|damaged| !here.contains(damaged)).count();
        Ok(Comparison { drafts, settings, damaged })
    }

    /// Puts in what is not here, and of the rest what was decided, at the time `now`. A draft goes in whole
    /// with its history or not at all, and nothing is cleared away for it: where the storage is full, the
    /// others are tried all the same.
    ///
    /// # Errors
    /// When the storage cannot be read.
    pub fn restore(
        &self,
        backup: &Backup,
        decisions: &Decisions,
        now: &str,
        new_id: impl Fn() -> String,
    ) -> Result<Restored, StorageError> {
        let (list, mut restored) = (self.list()?, Restored::default());
        for theirs in &backup.drafts {
            let (mine, standing) = self.beside(theirs, &list)?;
            let name = theirs.copy.draft().and_then(Draft::name).unwrap_or_default();
            let decision = decisions.drafts.get(&theirs.id).copied().unwrap_or_default();
            let put = match (standing, decision) {
                (Standing::New, _) => self.put_held(theirs, &theirs.id).map(|()| true),
                (Standing::Conflict, Decision::Mine) => Ok(false),
                (Standing::Conflict, Decision::Both) => self.put_held(theirs, &new_id()).map(|()| true),
                (Standing::Conflict, Decision::Theirs) => self.put_over(&mine, theirs, now),
                (Standing::Same, _) => match self.put_states(&mine, theirs) {
                    // The draft itself is here.
                    Err(error) => {
                        restored.besides = Some(error);
                        Ok(false)
                    }
                    put => put.map(|()| false),
                },
            };
            restored.count(&name, put);
        }
        let here = self.set_aside_here()?;
        for (id, text) in backup.damaged.iter().filter(|damaged| !here.contains(damaged)) {
            let key = self.free_key(id, text).ok_or(StorageError::Full);
            let put = key.and_then(|key| self.put_all(&[(key, text.clone())]));
            restored.besides = put.err().or(restored.besides);
        }
        for (key, text) in backup.settings() {
            let here = self.storage.get(&key)?;
            let text = match &here {
                Some(here) => merged(&key, here, &text).or(decisions.settings.then_some(text)),
                None => Some(text),
            };
            if let Some(text) = text.filter(|text| here.as_ref() != Some(text)) {
                restored.besides = self.put_all(&[(key, text)]).err().or(restored.besides);
            }
        }
        Ok(restored)
    }

    /// The same draft here, and how the one of a backup stands to it.
    fn beside(&self, theirs: &Held, list: &[Summary]) -> Result<(Held, Standing), StorageError> {
        let mine = self.held(&theirs.id)?;
        let standing = match (&mine.copy, &theirs.copy) {
            _ if mine == Held::nothing(&theirs.id) => Standing::New,
            (Copy::Unread(mine), Copy::Unread(theirs)) if mine == theirs => Standing::Same,
            (mine, theirs) if mine.draft().zip(theirs.draft()).is_some_and(|(a, b)| alike(a, b)) => {
                Standing::Same
            }
            _ if self.has_copy(theirs, list) => Standing::Same,
            _ => Standing::Conflict,
        };
        Ok((mine, standing))
    }

    /// Whether both were kept before: a draft of its own is as the one in the backup was then.
    fn has_copy(&self, theirs: &Held, list: &[Summary]) -> bool {
        let Some(draft) = theirs.copy.draft() else { return false };
        let same = |entry: &Entry| entry.rev == draft.rev && entry.saved_at == draft.saved_at;
        let mut others = list.iter().filter(|other| other.id != theirs.id);
        others.any(|other| {
            other.entry.as_ref().is_ok_and(same)
                && self.open(&other.id).is_ok_and(|found| alike(&found.draft, draft))
        })
    }

    /// Keeps a draft of a backup under an identity that is free.
    fn put_held(&self, held: &Held, id: &str) -> Result<(), StorageError> {
        let mut texts = Vec::new();
        match &held.copy {
            Copy::Unread(slots) => {
                let slots =
                    (0..).zip(slots).filter_map(|(rev, text)| Some((keys::slot(id, rev), text.clone()?)));
                texts.extend(slots);
            }
            Copy::Altered(draft, text) => texts.push((keys::slot(id, draft.rev), text.clone())),
            Copy::Whole(draft) => {
                let draft = Draft { id: id.to_owned(), ..draft.clone() };
                texts.push((keys::slot(id, draft.rev), draft.write()));
            }
        }
        texts.extend(held.copy.draft().map(|draft| (keys::entry(id), Entry::of(draft).write())));
        if let Some((base, steps)) = &held.history {
            texts.extend([(keys::base(id), base.clone()), (keys::steps(id), steps.clone())]);
        }
        self.put_all(&texts)
    }

    /// Lets a draft give way to that of a backup; it stays as a state in the history.
    fn put_over(&self, mine: &Held, theirs: &Held, now: &str) -> Result<bool, StorageError> {
        let (Some(own), Some(their)) = (mine.copy.draft(), theirs.copy.draft()) else {
            return Err(StorageError::Missing);
        };
        let before = mine.full_history(own);
        let mut history = before.merged(&theirs.full_history(their)).unwrap_or(before);
        let last = history.states().last().map_or(0, |last| last.rev);
        let mut rev = own.rev.max(their.rev).max(last) + 1;
        // Not into the slot of the copy that is here.
        rev += u64::from(rev % 2 == own.rev % 2);
        let draft = Draft { id: mine.id.clone(), rev, saved_at: now.to_owned(), ..their.clone() };
        history.ensure(rev, now, &draft.plan.write());
        let (base, steps) = history.write();
        self.put_all(&[
            (keys::base(&mine.id), base),
            (keys::steps(&mine.id), steps),
            (keys::slot(&mine.id, rev), draft.write()),
            (keys::entry(&mine.id), Entry::of(&draft).write()),
        ])?;
        Ok(true)
    }

    /// Adds the states of a backup's draft that the one here lacks, which is the same otherwise.
    fn put_states(&self, mine: &Held, theirs: &Held) -> Result<(), StorageError> {
        let (Some(own), Some(their)) = (mine.copy.draft(), theirs.copy.draft()) else { return Ok(()) };
        let Some(others) = theirs.history() else { return Ok(()) };
        let before = mine.full_history(own);
        if !alike(own, their) || mine.history.is_some() && before.contains(&others) {
            return Ok(());
        }
        let Some(mut history) = before.merged(&others) else { return Ok(()) };
        let last = history.states().last().map_or(0, |last| last.rev);
        let mut texts = Vec::new();
        let mut rev = own.rev;
        let plan = own.plan.write();
        if last > own.rev || history.last_sum() != Some(&sum(&json_text(&plan))) {
            // Revisions ascend, and the last is that of the draft.
            rev = last.max(own.rev) + 1;
            rev += u64::from(rev % 2 == own.rev % 2);
            history.ensure(rev, &own.saved_at, &plan);
        }
        let (base, steps) = history.write();
        texts.extend([(keys::base(&mine.id), base), (keys::steps(&mine.id), steps)]);
        if rev != own.rev {
            let draft = Draft { rev, ..own.clone() };
            texts.push((keys::slot(&mine.id, rev), draft.write()));
            texts.push((keys::entry(&mine.id), Entry::of(&draft).write()));
        }
        self.put_all(&texts)
    }

    /// Keeps several texts and reads them back, or leaves all as it was.
    fn put_all(&self, texts: &[(String, String)]) -> Result<(), StorageError> {
        let mut before = Vec::new();
        for (key, text) in texts {
            let here = self.storage.get(key)?;
            before.push((key, here));
            let put = self.storage.set(key, text).and_then(|()| {
                match self.storage.get(key)?.as_deref() == Some(text) {
                    true => Ok(()),
                    false => Err(StorageError::ReadBack),
                }
            });
            if let Err(error) = put {
                // Backwards, so that there is as much room at each step as there was.
                for (key, here) in before.into_iter().rev() {
                    match here {
                        Some(text) => self.storage.set(key, &text)?,
                        None => self.storage.remove(key)?,
                    }
                }
                return Err(error);
            }
        }
        Ok(())
    }

    fn set_aside_here(&self) -> Result<Vec<(String, String)>, StorageError> {
        Ok(self.damaged()?.into_iter().map(|damaged| (damaged.id, damaged.text)).collect())
    }
}

impl Backup {
    /// Keys and texts of what is neither draft nor damaged.
    fn settings(&self) -> impl Iterator<Item = (String, String)> {
        let choices =
            self.choices.iter().map(|(name, text)| (format!("{}{name}", keys::CHOICE), text.clone()));
        choices.chain(self.others.iter().map(|(key, text)| (key.clone(), text.clone())))
    }
}

impl Held {
    fn history(&self) -> Option<History> {
        let (base, steps) = self.history.as_ref()?;
        History::read(base, steps)
    }

    /// The history with the draft itself as its last state.
    fn full_history(&self, draft: &Draft) -> History {
        let plan = draft.plan.write();
        match self.history() {
            Some(mut history) => {
                history.ensure(draft.rev, &draft.saved_at, &plan);
                history
            }
            None => History::begin(draft.rev, &draft.saved_at, plan),
        }
    }
}

/// What is kept beside drafts and gives way to nothing, as both have room: two directories become one.
fn merged(key: &str, here: &str, theirs: &str) -> Option<String> {
    let read = |text| Directory::read(text).filter(|_| key == keys::DIRECTORY);
    let (before, theirs) = (read(here)?, read(theirs)?);
    let mut both = before.clone();
    both.merge(&theirs);
    Some(if both == before { here.to_owned() } else { both.write() })
}

/// Whether two copies of a draft say the same.
fn alike(a: &Draft, b: &Draft) -> bool {
    a.plan == b.plan && a.extra == b.extra
}
