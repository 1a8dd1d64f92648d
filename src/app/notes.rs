//! What follows from a plan as it stands and is shown beside its fields. The annex makes them with the
//! pages: to take documents apart and to look through every text is not for whoever waits for a letter.

use serde_json::{Value, json};

use crate::check::{Missing, Progress, missing, progress_of};
use crate::plan::{Plan, RowId, json_text};

/// What follows from a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// The subject, where it is blank.
    pub subject: String,
    /// The opening, where it is blank.
    pub opening: String,
    /// How far each part is; none as long as nobody has looked.
    pub parts: Vec<Progress>,
    /// What is missing.
    pub lacks: Vec<Lack>,
}

/// Something that is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lack {
    /// What is said of it.
    pub said: String,
    /// The part in which it is filled in.
    pub part: usize,
    /// The id of the field.
    pub field: String,
    /// The words in the field that are to be replaced, if any …
    pub text: String,
    /// … and where they begin.
    pub at: usize,
}

impl Notes {
    /// What follows from this plan.
    pub fn of(plan: &Plan) -> Notes {
        let composed = crate::citation::Composed::of(plan);
        let plain = |text: &str| crate::citation::plain(text).into_owned();
        let missing = missing(plan);
        Notes {
            subject: plain(&composed.subject),
            opening: plain(&composed.opening),
            parts: progress_of(plan, &missing).to_vec(),
            lacks: missing.iter().map(|missing| Lack::of(missing, plan)).collect(),
        }
    }

    /// As JSON.
    pub fn write(&self) -> String {
        let part = |part: &Progress| match part {
            Progress::Blank => None,
            Progress::Done => Some(0),
            Progress::Lacking(count) => Some(*count),
        };
        let parts: Vec<_> = self.parts.iter().map(part).collect();
        let lack = |lack: &Lack| json!([lack.said, lack.part, lack.field, lack.text, lack.at]);
        let lacks: Vec<_> = self.lacks.iter().map(lack).collect();
        json_text(&json!([self.subject, self.opening, parts, lacks]))
    }

    /// Reads what [`Notes::write`] wrote.
    pub fn read(text: &str) -> Notes {
        let value: Value = serde_json::from_str(text).unwrap_or_default();
        let list = |at: usize| value[at].as_array().map(Vec::as_slice).unwrap_or_default();
        let part = |part: &Value| match part.as_u64() {
            None => Progress::Blank,
            Some(0) => Progress::Done,
            Some(count) => Progress::Lacking(count as usize),
        };
        let lack = |lack: &Value| {
            let number = |at: usize| lack[at].as_u64().unwrap_or_default() as usize;
            Lack {
                said: said(&lack[0]),
                part: number(1),
                field: said(&lack[2]),
                text: said(&lack[3]),
                at: number(4),
            }
        };
        Notes {
            subject: said(&value[0]),
            opening: said(&value[1]),
            parts: list(2).iter().map(part).collect(),
            lacks: list(3).iter().map(lack).collect(),
        }
    }
}

impl Lack {
    fn of(missing: &Missing, plan: &Plan) -> Lack {
        let (part, place) = missing.place(plan);
        let field = match place.row {
            RowId(0) => place.field.to_owned(),
            RowId(id) => format!("{}-{id}", place.field),
        };
        let (text, at) = match missing {
            Missing::Blank(blank) => (blank.text.clone(), blank.at),
            Missing::Citation(unknown) => (unknown.label.clone(), 0),
            _ => Default::default(),
        };
        Lack { said: missing.to_string(), part: part as usize, field, text, at }
    }
}

fn said(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
