//! The index: what a list of drafts says of each, so that it need not read them all.
//!
//! An entry is a copy of what stands in the draft. One that is missing, damaged or behind is made
//! anew from the draft itself.

use serde_json::{Value, json};

use crate::draft::Draft;
use crate::format::FormatKey;
use crate::plan::json_text;

/// What the list says of a draft.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// How often the draft was kept.
    pub rev: u64,
    /// When it was last kept, UTC.
    pub saved_at: String,
    /// What the plan is called; blank while it has no subject.
    pub name: String,
    /// The family of its format.
    pub format: FormatKey,
}

impl Entry {
    /// The entry of a draft.
    pub fn of(draft: &Draft) -> Entry {
        Entry {
            rev: draft.rev,
            saved_at: draft.saved_at.clone(),
            name: draft.name().unwrap_or_default(),
            format: draft.plan.format.clone(),
        }
    }

    pub(super) fn write(&self) -> String {
        json_text(
            &json!({"rev": self.rev, "at": self.saved_at, "name": self.name, "format": &*self.format.0}),
        )
    }

    pub(super) fn read(text: &str) -> Option<Entry> {
        let entry: Value = serde_json::from_str(text).ok()?;
        let text = |name: &str| entry.get(name)?.as_str().map(str::to_owned);
        Some(Entry {
            rev: entry.get("rev")?.as_u64()?,
            saved_at: text("at")?,
            name: text("name")?,
            format: FormatKey(text("format")?.into()),
        })
    }
}
