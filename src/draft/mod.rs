//! The envelope in which a plan is kept and shared: `*.kehoach.json`.
//!
//! ```text
//! {"type":"ke-hoach-draft","app":"0.1.0","format":1,"id":"…","rev":3,"saved_at":"…","sum":"…","plan":{…}}
//! ```
//!
//! Reading goes parse → type → format → migrate → fill defaults → repair; fields that this
//! version does not know are kept and written back.

mod delta;
mod error;
mod file;
mod sum;
mod undo;

use std::sync::Arc;

use serde_json::Value;

pub use delta::{Delta, Misplaced};
pub use error::DraftError;
pub use file::{FILE_ENDING, file_stem, first_letter, is_draft};
pub use sum::sum;
pub use undo::Undo;

use crate::plan::{Extra, Json, Plan, json_text};

/// The format number that this version writes, and the newest that it reads.
pub const FORMAT: u32 = 1;

/// What the `type` of every draft file says.
pub const TYPE: &str = "ke-hoach-draft";

/// The largest draft file that is read, in bytes.
pub const LARGEST: usize = 5 * 1024 * 1024;

/// A plan being worked on, with what is needed to keep it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The draft's identity, for life. A copy or an opened file gets its own.
    pub id: String,
    /// Counts the times the draft was kept.
    pub rev: u64,
    /// When it was last kept, UTC: `2026-11-21T08:00:00.000Z`.
    pub saved_at: String,
    /// The plan, which steps to take back and whoever keeps it share: a long one takes long to copy.
    pub plan: Arc<Plan>,
    /// What the plan is called while its subject is blank and follows from what it cites.
    pub called: String,
    /// Fields of the envelope of a later version of the app.
    pub extra: Extra,
}

/// A draft that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The draft.
    pub draft: Draft,
    /// Whether the plan is not the one that was written: somebody or something changed the file.
    pub altered: bool,
}

impl Draft {
    /// The same draft with another plan.
    pub fn with_plan(&self, plan: Arc<Plan>) -> Draft {
        let Draft { id, rev, saved_at, called, extra, .. } = self;
        Draft {
            id: id.clone(),
            rev: *rev,
            saved_at: saved_at.clone(),
            plan,
            called: called.clone(),
            extra: extra.clone(),
        }
    }

    /// What lists call the draft; nothing while it has no subject.
    pub fn name(&self) -> Option<String> {
        self.plan.name().or_else(|| (!self.called.is_empty()).then(|| self.called.clone()))
    }

    /// The draft as JSON text.
    pub fn write(&self) -> String {
        let plan = json_text(&self.plan.write());
        self.write_with(&plan, &sum(&plan))
    }

    /// The draft as JSON text around the JSON text of its plan and its checksum: whoever has those
    /// already, spares making them again.
    pub(crate) fn write_with(&self, plan: &str, sum: &str) -> String {
        let mut head = Value::Object(self.extra.clone());
        head["format"] = FORMAT.into();
        head["app"] = env!("CARGO_PKG_VERSION").into();
        head["id"] = self.id.as_str().into();
        head["rev"] = self.rev.into();
        head["saved_at"] = self.saved_at.as_str().into();
        head["sum"] = sum.into();
        if !self.called.is_empty() {
            head["called"] = self.called.as_str().into();
        }
        let head = json_text(&head);
        // The type comes first, so that even a file that was cut says what it was; the plan last.
        format!(r#"{{"type":"{TYPE}",{},"plan":{plan}}}"#, &head[1..head.len() - 1])
    }

    /// Reads the JSON text of a draft.
    ///
    /// # Errors
    /// A [`DraftError`] whose text is one sentence for the user; nothing is half read.
    pub fn read(text: &str) -> Result<Opened, DraftError> {
        let envelope = envelope(text)?;
        let format = format_of(&envelope);
        if format > u64::from(FORMAT) {
            return Err(DraftError::Newer { format });
        }
        open(migrate(envelope, format)?)
    }

    /// Reads as much as there is to be understood of a draft that a newer version wrote: to be
    /// looked at, never to be kept.
    ///
    /// # Errors
    /// A [`DraftError`] where it is nothing that this version understands.
    pub fn read_newer(text: &str) -> Result<Draft, DraftError> {
        open(envelope(text)?).map(|opened| opened.draft)
    }
}

/// The fields of a draft file, whichever version wrote it.
fn envelope(text: &str) -> Result<Extra, DraftError> {
    if text.len() > LARGEST {
        return Err(DraftError::TooLarge { megabytes: text.len() / (1024 * 1024) });
    }
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(DraftError::Empty);
    }
    let value: Value = serde_json::from_str(text).map_err(|error| match text.contains(TYPE) {
        true => DraftError::Damaged(format!("dòng {}, cột {}", error.line(), error.column())),
        false => DraftError::NotADraft,
    })?;
    match value {
        Value::Object(envelope) if envelope.get("type").and_then(Value::as_str) == Some(TYPE) => Ok(envelope),
        _ => Err(DraftError::NotADraft),
    }
}

fn format_of(envelope: &Extra) -> u64 {
    envelope.get("format").and_then(Value::as_u64).unwrap_or(0)
}

/// What is in an envelope of this version's format.
fn open(mut envelope: Extra) -> Result<Opened, DraftError> {
    let mut text = |name| envelope.remove(name).and_then(|value| value.as_str().map(str::to_owned));
    let (id, saved_at, called, written) = (text("id"), text("saved_at"), text("called"), text("sum"));
    let rev = envelope.remove("rev").and_then(|rev| rev.as_u64()).unwrap_or(0);
    let plan = envelope.remove("plan").ok_or_else(|| DraftError::Damaged("thiếu phần “plan”".into()))?;
    // Written anew each time.
    for name in ["type", "format", "app"] {
        envelope.remove(name);
    }

    let altered = written.is_some_and(|written| !written.is_empty() && written != sum(&json_text(&plan)));
    let mut plan = Plan::read(plan).map_err(|misfit| DraftError::Damaged(misfit.to_string()))?;
    plan.repair_rows();
    let draft = Draft {
        id: id.unwrap_or_default(),
        rev,
        saved_at: saved_at.unwrap_or_default(),
        plan: plan.into(),
        called: called.unwrap_or_default(),
        extra: envelope,
    };
    Ok(Opened { draft, altered })
}

/// Brings an envelope of format `n` to format `n + 1`.
type Migration = fn(Extra) -> Extra;

/// The step from each format to the next, the first from format 1. A new [`FORMAT`] does not
/// compile without its step; and a draft of each format that ever was stands in `tests/drafts/`.
const MIGRATIONS: [Migration; FORMAT as usize - 1] = [];

/// Brings an envelope of an older format to [`FORMAT`], step by step.
fn migrate(envelope: Extra, format: u64) -> Result<Extra, DraftError> {
    let first = usize::try_from(format).ok().and_then(|format| format.checked_sub(1));
    let steps = first.and_then(|first| MIGRATIONS.get(first..));
    let steps = steps.ok_or_else(|| DraftError::Damaged("thiếu số hiệu định dạng “format”".into()))?;
    Ok(steps.iter().fold(envelope, |envelope, step| step(envelope)))
}

#[cfg(test)]
mod tests;
