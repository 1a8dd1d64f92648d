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

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use error::DraftError;
pub use file::{FILE_ENDING, file_stem};
pub use undo::Undo;

use crate::plan::{Extra, Plan};

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

#[derive(Serialize)]
struct Written<'a> {
    r#type: &'a str,
    format: u32,
    app: &'a str,
    id: &'a str,
    rev: u64,
    saved_at: &'a str,
    sum: String,
    plan: &'a Value,
    #[serde(flatten)]
    extra: &'a Extra,
}

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Read {
    r#type: Value,
    format: Value,
    app: Value,
    id: String,
    rev: u64,
    saved_at: String,
    sum: String,
    plan: Value,
    #[serde(flatten)]
    extra: Extra,
}

impl Draft {
    /// The draft as JSON text.
    pub fn write(&self) -> Result<String, DraftError> {
        let internal = |error: serde_json::Error| DraftError::Damaged(error.to_string());
        let plan = serde_json::to_value(&self.plan).map_err(internal)?;
        let written = Written {
            r#type: TYPE,
            format: FORMAT,
            app: env!("CARGO_PKG_VERSION"),
            id: &self.id,
            rev: self.rev,
            saved_at: &self.saved_at,
            sum: sum::of(&plan),
            plan: &plan,
            extra: &self.extra,
        };
        serde_json::to_string(&written).map_err(internal)
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
        if value.get("type").and_then(Value::as_str) != Some(TYPE) {
            return Err(DraftError::NotADraft);
        }
        let format = value.get("format").and_then(Value::as_u64).unwrap_or(0);
        if format > u64::from(FORMAT) {
            return Err(DraftError::Newer { format });
        }
        let value = migrate(value, format)?;
        let read: Read =
            serde_json::from_value(value).map_err(|error| DraftError::Damaged(error.to_string()))?;
        if !read.plan.is_object() {
            return Err(DraftError::Damaged("thiếu phần “plan”".into()));
        }
        let altered = !read.sum.is_empty() && read.sum != sum::of(&read.plan);
        let mut plan: Plan =
            serde_json::from_value(read.plan).map_err(|error| DraftError::Damaged(error.to_string()))?;
        plan.repair_rows();
        let Read { id, rev, saved_at, extra, .. } = read;
        Ok(Opened { draft: Draft { id, rev, saved_at, plan, extra }, altered })
    }
}

/// Brings an envelope of an older format to [`FORMAT`], one step a format.
fn migrate(value: Value, format: u64) -> Result<Value, DraftError> {
    match format {
        1 => Ok(value),
        _ => Err(DraftError::Damaged("thiếu số hiệu định dạng “format”".into())),
    }
}

#[cfg(test)]
mod tests;
