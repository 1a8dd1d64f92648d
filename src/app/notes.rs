//! What follows from a plan as it stands and is shown beside its fields. The annex makes them with the
//! pages: to take documents apart and to look through every text is not for whoever waits for a letter.

use serde_json::{Value, json};

/// What follows from a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// The subject, where it is blank.
    pub subject: String,
    /// The opening, where it is blank.
    pub opening: String,
}

impl Notes {
    /// What follows from this plan.
    pub fn of(plan: &crate::plan::Plan) -> Notes {
        let composed = crate::citation::Composed::of(plan);
        let plain = |text: &str| crate::citation::plain(text).into_owned();
        Notes { subject: plain(&composed.subject), opening: plain(&composed.opening) }
    }

    /// As JSON.
    pub fn write(&self) -> String {
        json!([self.subject, self.opening]).to_string()
    }

    /// Reads what [`Notes::write`] wrote.
    pub fn read(text: &str) -> Notes {
        let value: Value = serde_json::from_str(text).unwrap_or_default();
        let text = |at: usize| value[at].as_str().unwrap_or_default().to_owned();
        Notes { subject: text(0), opening: text(1) }
    }
}
