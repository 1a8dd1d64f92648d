//! Identity of rows, and fields that a later version of the app may add.

use std::collections::HashSet;

use serde_json::{Map, Value};

/// Fields that this version does not know; they are written back as they came.
pub type Extra = Map<String, Value>;

/// The identity of a row inside its plan. 0 means "not given yet"
/// and is replaced when a plan is read (see [`super::Plan::repair_rows`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RowId(pub u32);

/// What carries a [`RowId`].
pub trait Row {
    /// The row's identity.
    fn id(&self) -> RowId;
}

/// A change of the order of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowEdit {
    /// One place up.
    Up,
    /// One place down.
    Down,
    /// Away.
    Remove,
}

impl RowEdit {
    /// Makes the change to the row with this identity among those that `among` picks:
    /// up and down pass over the others. Nothing happens at the ends, or if there is no such row.
    pub fn apply<T: Row>(self, rows: &mut Vec<T>, id: RowId, among: impl Fn(&T) -> bool) {
        let Some(at) = rows.iter().position(|row| row.id() == id) else { return };
        let other = match self {
            RowEdit::Up => rows[..at].iter().rposition(among),
            RowEdit::Down => rows[at + 1..].iter().position(among).map(|further| at + 1 + further),
            RowEdit::Remove => {
                rows.remove(at);
                None
            }
        };
        if let Some(other) = other {
            rows.swap(at, other);
        }
    }
}

/// Puts a row after the one with identity `after`, or last.
pub fn insert_after<T: Row>(rows: &mut Vec<T>, row: T, after: Option<RowId>) {
    let at = rows.iter().position(|other| Some(other.id()) == after).map_or(rows.len(), |at| at + 1);
    rows.insert(at, row);
}

/// Makes the identities of a plan's rows unique in two passes: [`RowIds::claim`] each row,
/// then [`RowIds::finish`] and [`FreeIds::fill`] each row.
#[derive(Default)]
pub struct RowIds {
    seen: HashSet<RowId>,
}

impl RowIds {
    /// Notes a row's identity; one that is missing or taken is set to 0.
    pub fn claim(&mut self, id: &mut RowId) {
        if !self.seen.insert(*id) {
            *id = RowId(0);
        }
    }

    /// Identities for the rows left without one, above all that are in use and `last`.
    /// A file may say `u32::MAX`: gaps are then used, so that none is given twice.
    pub fn finish(self, last: u32) -> FreeIds {
        let top = self.seen.iter().map(|id| id.0).max().unwrap_or(0).max(last);
        let last = if top > u32::MAX / 2 { 0 } else { top };
        FreeIds { seen: self.seen, last }
    }
}

/// Gives identities that no row has.
pub struct FreeIds {
    seen: HashSet<RowId>,
    last: u32,
}

impl FreeIds {
    /// Gives `id` an identity if it has none.
    pub fn fill(&mut self, id: &mut RowId) {
        while id.0 == 0 {
            self.last += 1;
            if self.seen.insert(RowId(self.last)) {
                *id = RowId(self.last);
            }
        }
    }

    /// The last identity given out.
    pub fn last(&self) -> u32 {
        self.last
    }
}
