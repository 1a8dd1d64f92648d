//! The envelope in which a plan is kept and shared: `*.kehoach.json`.
//!
//! ```text
//! {"type":"ke-hoach-draft","format":1,"app":"0.1.0","id":"…","rev":3,"saved_at":"…","sum":"…","plan":{…}}
//! ```
//!
//! Reading goes parse → type → format → migrate → fill defaults → repair; fields that this
//! version does not know are kept and written back.

mod error;
mod file;
mod sum;
mod undo;

use serde_json::Value;

pub use error::DraftError;
pub use file::{FILE_ENDING, file_stem, first_letter, is_draft};
pub use undo::Undo;

use crate::plan::{Extra, Json, Plan};

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
    /// The plan.
    pub plan: Plan,
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
    pub fn with_plan(&self, plan: Plan) -> Draft {
        let Draft { id, rev, saved_at, extra, .. } = self;
        Draft { id: id.clone(), rev: *rev, saved_at: saved_at.clone(), plan, extra: extra.clone() }
    }

    /// The draft as JSON text.
    pub fn write(&self) -> String {
        let plan = self.plan.write();
        let mut envelope = Value::Object(self.extra.clone());
        envelope["format"] = FORMAT.into();
        envelope["app"] = env!("CARGO_PKG_VERSION").into();
        envelope["id"] = self.id.as_str().into();
        envelope["rev"] = self.rev.into();
        envelope["saved_at"] = self.saved_at.as_str().into();
        envelope["sum"] = sum::of(&plan).into();
        envelope["plan"] = plan;
        // The type comes first, so that even a file that was cut says what it was.
        envelope.to_string().replacen('{', &format!(r#"{{"type":"{TYPE}","#), 1)
    }

    /// Reads the JSON text of a draft.
    ///
    /// # Errors
    /// A [`DraftError`] whose text is one sentence for the user; nothing is half read.
    pub fn read(text: &str) -> Result<Opened, DraftError> {
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
        let Value::Object(envelope) = value else { return Err(DraftError::NotADraft) };
        if envelope.get("type").and_then(Value::as_str) != Some(TYPE) {
            return Err(DraftError::NotADraft);
        }
        let format = envelope.get("format").and_then(Value::as_u64).unwrap_or(0);
        if format > u64::from(FORMAT) {
            return Err(DraftError::Newer { format });
        }
        let mut envelope = migrate(envelope, format)?;
        let mut text = |name| envelope.remove(name).and_then(|value| value.as_str().map(str::to_owned));
        let (id, saved_at, sum) = (text("id"), text("saved_at"), text("sum"));
        let rev = envelope.remove("rev").and_then(|rev| rev.as_u64()).unwrap_or(0);
        let plan = envelope.remove("plan").ok_or_else(|| DraftError::Damaged("thiếu phần “plan”".into()))?;
        // Written anew each time.
        for name in ["type", "format", "app"] {
            envelope.remove(name);
        }

        let altered = sum.is_some_and(|sum| !sum.is_empty() && sum != sum::of(&plan));
        let mut plan = Plan::read(plan).map_err(|misfit| DraftError::Damaged(misfit.to_string()))?;
        plan.repair_rows();
        let draft = Draft {
            id: id.unwrap_or_default(),
            rev,
            saved_at: saved_at.unwrap_or_default(),
            plan,
            extra: envelope,
        };
        Ok(Opened { draft, altered })
    }
}

/// Brings an envelope of an older format to [`FORMAT`], one step a format.
fn migrate(envelope: Extra, format: u64) -> Result<Extra, DraftError> {
    match format {
        1 => Ok(envelope),
        _ => Err(DraftError::Damaged("thiếu số hiệu định dạng “format”".into())),
    }
}

#[cfg(test)]
mod tests;
