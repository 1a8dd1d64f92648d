//! What the app asks the reader of files and what it answers.
//!
//! Two programs talk here: the app, and the reader that it loads with the first file. Both are
//! built of one library at one time, so what they say is JSON without versions.

mod superior;

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use thiserror::Error;

pub use superior::{Decision, Offered, Proposal, Wish};

use crate::changes::{self, Change, Kind};
use crate::draft::{Draft, DraftError};
use crate::format::FormatKey;
use crate::import::{self, Choices, Embedded, ReadError, Role};
use crate::plan::Plan;
use crate::vietnamese::Legacy;

/// What is to be read, and what the user decided about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// Whether it is pasted XHTML rather than a file.
    pub html: bool,
    /// What lines are, by their place.
    pub roles: BTreeMap<usize, Role>,
    /// The old encoding from which the text is to be converted.
    pub encoding: Option<Legacy>,
    /// The family in which the plan is to be printed; none keeps the one that was recognised.
    pub format: Option<FormatKey>,
    /// What is wanted of it as the superior's plan; then the answer's plan is a new one.
    pub superior: Option<Wish>,
}

/// What was understood of a source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// What became of a draft that the file carries.
    pub embedded: Embedded,
    /// Its lines, with what each is and whether that is sure.
    pub lines: Vec<(String, Role, bool)>,
    /// What found no place in the plan.
    pub leftover: Vec<String>,
    /// An old encoding in which the text seems to be, with a line as it is and as it would be.
    pub suspect: Option<(Legacy, String, String)>,
    /// What the official format changes.
    pub changes: Vec<Changed>,
    /// What it offers as the superior's plan.
    pub superior: Option<Offered>,
    /// The plan.
    pub plan: Plan,
}

/// A [`Change`] as the app shows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changed {
    /// Of what, and what of it: `Trích yếu: cỡ chữ`.
    pub what: String,
    /// How it is in the source; blank where the source has nothing.
    pub before: String,
    /// How it will be; blank where it will be gone.
    pub after: String,
    /// The clause that asks for it.
    pub clause: String,
    /// How many lines it concerns.
    pub count: usize,
    /// Whether it concerns letters, not looks.
    pub wording: bool,
}

impl From<Change> for Changed {
    fn from(change: Change) -> Changed {
        Changed {
            what: format!("{}: {}", change.part, change.what),
            before: change.before,
            after: change.after,
            clause: change.clause,
            count: change.count,
            wording: change.kind == Kind::Wording,
        }
    }
}

impl Changed {
    fn write(&self) -> Value {
        let Changed { what, before, after, clause, count, wording } = self;
        let texts = [what, before, after, clause].map(|text| Value::from(text.as_str()));
        Value::Array(texts.into_iter().chain([(*count).into(), (*wording).into()]).collect())
    }

    fn read(value: &Value) -> Changed {
        let [what, before, after, clause] = [0, 1, 2, 3].map(|at| text(&value[at]));
        let count = value[4].as_u64().and_then(|count| usize::try_from(count).ok()).unwrap_or_default();
        Changed { what, before, after, clause, count, wording: value[5].as_bool().unwrap_or_default() }
    }
}

/// Why a source could not be read: one sentence that says what is wrong and what to do.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum AskError {
    /// It is no file that can be read.
    #[error(transparent)]
    Source(#[from] ReadError),
    /// It is a draft, but not a whole one.
    #[error(transparent)]
    Draft(#[from] DraftError),
}

/// Reads a source.
///
/// # Errors
/// As [`import::file`]; as the superior's plan also a draft file is read, and fails as
/// [`Draft::read`].
pub fn answer(source: &[u8], request: &Request) -> Result<Answer, AskError> {
    if request.superior.is_some() && is_draft(source) {
        let plan = Draft::read(&String::from_utf8_lossy(source))?.draft.plan;
        return Ok(as_superior(Answer { plan, ..Answer::default() }, request));
    }
    let choices = Choices { roles: request.roles.clone(), encoding: request.encoding };
    let mut reading = if request.html {
        import::read_html(&String::from_utf8_lossy(source), &choices)?
    } else {
        import::read(source, &choices)?
    };
    let mut changes = Vec::new();
    if request.superior.is_none() {
        let recognised = reading.imported.plan.format.clone();
        reading.imported.plan.format = request.format.clone().unwrap_or(recognised);
        changes = changes::changes(&reading, &reading.imported.plan);
    }
    let answer = Answer {
        changes: changes.into_iter().map(Changed::from).collect(),
        embedded: reading.imported.embedded,
        suspect: request.encoding.is_none().then(|| reading.suspect()).flatten(),
        lines: reading.lines.into_iter().map(|line| (line.text, line.role, line.sure)).collect(),
        leftover: reading.imported.leftover.clone(),
        superior: None,
        plan: reading.imported.into_plan(),
    };
    Ok(as_superior(answer, request))
}

/// The answer with its plan taken as the superior's, if that is asked for.
fn as_superior(answer: Answer, request: &Request) -> Answer {
    let Some(wish) = &request.superior else { return answer };
    let format = request.format.clone().unwrap_or_else(|| answer.plan.format.clone());
    let (offered, plan) = superior::offered(&answer.plan, format, wish);
    Answer { superior: Some(offered), plan, ..answer }
}

/// Whether a source is a draft file, whole or not.
fn is_draft(source: &[u8]) -> bool {
    let begins = String::from_utf8_lossy(source.get(..8).unwrap_or(source));
    begins.trim_start_matches(['\u{feff}', ' ', '\n', '\r']).starts_with('{')
}

const ENCODINGS: [(Legacy, &str); 2] = [(Legacy::Tcvn3, "tcvn3"), (Legacy::Vni, "vni")];

fn encoding_key(encoding: Legacy) -> &'static str {
    ENCODINGS.iter().find(|(known, _)| *known == encoding).map_or("", |(_, key)| key)
}

fn encoding(value: &Value) -> Option<Legacy> {
    ENCODINGS.iter().find(|(_, key)| value.as_str() == Some(key)).map(|(encoding, _)| *encoding)
}

fn role_code(role: Role) -> usize {
    Role::ALL.iter().position(|other| *other == role).unwrap_or_default()
}

fn role(value: &Value) -> Option<Role> {
    Role::ALL.get(usize::try_from(value.as_u64()?).ok()?).copied()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

impl Request {
    /// The request as JSON.
    pub fn write(&self) -> String {
        let mut object = Map::new();
        object.insert("html".into(), self.html.into());
        let roles = self.roles.iter().map(|(at, role)| (at.to_string(), role_code(*role).into()));
        object.insert("roles".into(), Value::Object(roles.collect()));
        object
            .insert("encoding".into(), self.encoding.map_or(Value::Null, |known| encoding_key(known).into()));
        object.insert("format".into(), self.format.as_ref().map_or(Value::Null, |key| (*key.0).into()));
        object.insert("superior".into(), self.superior.as_ref().map_or(Value::Null, Wish::write));
        Value::Object(object).to_string()
    }

    /// Reads what [`Request::write`] wrote; what it does not say is left to the reader.
    pub fn read(json: &str) -> Request {
        let value: Value = serde_json::from_str(json).unwrap_or_default();
        let roles = value["roles"].as_object().into_iter().flatten();
        Request {
            html: value["html"].as_bool().unwrap_or_default(),
            roles: roles.filter_map(|(at, code)| Some((at.parse().ok()?, role(code)?))).collect(),
            encoding: encoding(&value["encoding"]),
            format: value["format"].as_str().map(|key| FormatKey(key.to_owned().into())),
            superior: Wish::read(&value["superior"]),
        }
    }
}

impl Answer {
    /// The answer as JSON.
    pub fn write(&self) -> String {
        let mut object = Map::new();
        let embedded = match self.embedded {
            Embedded::None => "none",
            Embedded::Same => "same",
            Embedded::Changed => "changed",
        };
        object.insert("embedded".into(), embedded.into());
        let lines = self.lines.iter().map(|(text, role, sure)| {
            Value::Array(vec![text.as_str().into(), role_code(*role).into(), (*sure).into()])
        });
        object.insert("lines".into(), lines.collect());
        object.insert("leftover".into(), self.leftover.iter().map(String::as_str).collect());
        let suspect = self.suspect.as_ref().map_or(Value::Null, |(known, before, after)| {
            Value::Array(vec![encoding_key(*known).into(), before.as_str().into(), after.as_str().into()])
        });
        object.insert("suspect".into(), suspect);
        object.insert("changes".into(), self.changes.iter().map(Changed::write).collect());
        object.insert("superior".into(), self.superior.as_ref().map_or(Value::Null, Offered::write));
        let draft = Draft { plan: self.plan.clone(), ..Draft::default() };
        object.insert("draft".into(), draft.write().into());
        Value::Object(object).to_string()
    }

    /// Reads what [`Answer::write`] wrote; `None` of anything else.
    pub fn read(json: &str) -> Option<Answer> {
        let value: Value = serde_json::from_str(json).ok()?;
        let line = |line: &Value| Some((text(&line[0]), role(&line[1])?, line[2].as_bool()?));
        let suspect = &value["suspect"];
        Some(Answer {
            embedded: match value["embedded"].as_str()? {
                "same" => Embedded::Same,
                "changed" => Embedded::Changed,
                _ => Embedded::None,
            },
            lines: list(&value["lines"]).iter().filter_map(line).collect(),
            leftover: list(&value["leftover"]).iter().map(text).collect(),
            suspect: encoding(&suspect[0]).map(|known| (known, text(&suspect[1]), text(&suspect[2]))),
            changes: list(&value["changes"]).iter().map(Changed::read).collect(),
            superior: Offered::read(&value["superior"]),
            plan: Draft::read(value["draft"].as_str()?).ok()?.draft.plan,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "ỦY BAN NHÂN DÂN\nXÃ LƯƠNG MINH\nKẾ HOẠCH\nTuyên truyền\nI. MỤC ĐÍCH\n1. Nâng cao nhận thức.\nLuu y: xem lai";

    #[test]
    fn requests_and_answers_survive_the_way_between_the_programs() {
        let request = Request {
            html: true,
            roles: BTreeMap::from([(3, Role::Subject), (6, Role::Unplaced)]),
            encoding: Some(Legacy::Vni),
            format: Some(FormatKey::PARTY),
            superior: None,
        };
        assert_eq!(Request::read(&request.write()), request);
        let answer = answer(SOURCE.as_bytes(), &Request { html: false, encoding: None, ..request }).unwrap();
        assert_eq!(answer.lines.len(), 7);
        assert_eq!(answer.leftover, ["Luu y: xem lai"]);
        assert_eq!(answer.plan.format, FormatKey::PARTY);
        assert_eq!(Answer::read(&answer.write()), Some(answer));
    }

    #[test]
    fn what_is_no_request_asks_for_nothing_and_what_is_no_answer_is_none() {
        assert_eq!(Request::read("{"), Request::default());
        assert_eq!(Answer::read("[]"), None);
    }
}
