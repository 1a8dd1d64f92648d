//! What the screen asks of a source that was read, and what it gets to show.

mod superior;

use std::collections::BTreeMap;
use std::sync::Arc;

use thiserror::Error;

pub use superior::{Decision, Offered, Proposal, Wish};

use crate::changes::{self, Change};
use crate::check::{Manuscript, Numbered, ReviewSheet, review};
use crate::draft::{Draft, DraftError, is_draft};
use crate::format::FormatKey;
use crate::import::{self, Choices, Embedded, ReadError, ReadLine, Reading, Role};
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
    pub lines: Vec<ReadLine>,
    /// What found no place in the plan.
    pub leftover: Vec<String>,
    /// An old encoding in which the text seems to be, with a line as it is and as it would be.
    pub suspect: Option<(Legacy, String, String)>,
    /// What the official format changes.
    pub changes: Vec<Change>,
    /// What it offers as the superior's plan.
    pub superior: Option<Offered>,
    /// The plan.
    pub plan: Plan,
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
        let plan = Arc::unwrap_or_clone(Draft::read(&String::from_utf8_lossy(source))?.draft.plan);
        return Ok(as_superior(Answer { plan, ..Answer::default() }, request));
    }
    let mut reading = read(source, request)?;
    let mut changes = Vec::new();
    if request.superior.is_none() {
        if let Some(format) = &request.format {
            reading.imported.plan.format = format.clone();
        }
        changes = changes::changes(&reading, &reading.imported.plan);
    }
    let answer = Answer {
        changes,
        embedded: reading.imported.embedded,
        suspect: request.encoding.is_none().then(|| reading.suspect()).flatten(),
        lines: reading.lines,
        leftover: reading.imported.leftover.clone(),
        superior: None,
        plan: reading.imported.into_plan(),
    };
    Ok(as_superior(answer, request))
}

/// What a careful văn thư would send a source back for, as it stands there.
///
/// # Errors
/// As [`import::file`].
pub fn reviewed(source: &[u8], request: &Request) -> Result<ReviewSheet, AskError> {
    let reading = read(source, request)?;
    // A Word file is a zip; of all else lines are counted, as one sees them.
    let numbered = match request.html || source.starts_with(b"PK") {
        true => Numbered::Paragraphs,
        false => Numbered::Lines,
    };
    let mut manuscript = Manuscript::of_source(&reading, numbered);
    if let Some(format) = &request.format {
        manuscript.frame.family = format.format().key.to_owned();
    }
    let found = if cfg!(feature = "review") { review(&manuscript) } else { Vec::new() };
    Ok(ReviewSheet::of(&reading.imported.plan, &manuscript, &found))
}

fn read(source: &[u8], request: &Request) -> Result<Reading, ReadError> {
    let choices = Choices { roles: request.roles.clone(), encoding: request.encoding };
    match request.html {
        true => import::read_html(&String::from_utf8_lossy(source), &choices),
        false => import::read(source, &choices),
    }
}

/// The answer with its plan taken as the superior's, if that is asked for.
fn as_superior(answer: Answer, request: &Request) -> Answer {
    let Some(wish) = &request.superior else { return answer };
    let format = request.format.clone().unwrap_or_else(|| answer.plan.format.clone());
    let (offered, plan) = superior::offered(&answer.plan, format, wish);
    Answer { superior: Some(offered), plan, ..answer }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "ỦY BAN NHÂN DÂN\nXÃ LƯƠNG MINH\nKẾ HOẠCH\nTuyên truyền\nI. MỤC ĐÍCH\n1. Nâng cao nhận thức.\nLuu y: xem lai";

    #[test]
    fn what_the_user_decided_about_lines_and_family_is_in_the_answer() {
        let request = Request {
            roles: BTreeMap::from([(3, Role::Subject), (6, Role::Unplaced)]),
            format: Some(FormatKey::PARTY),
            ..Request::default()
        };
        let answer = answer(SOURCE.as_bytes(), &request).unwrap();
        assert_eq!(answer.lines.len(), 7);
        assert_eq!(answer.leftover, ["Luu y: xem lai"]);
        assert_eq!(answer.plan.format, FormatKey::PARTY);
    }

    #[test]
    fn a_source_is_reviewed_as_it_stands_with_its_lines_counted_from_its_top() {
        let source =
            "ỦY BAN NHÂN DÂN\nXÃ LƯƠNG MINH\nKẾ HOẠCH\nTuyên truyền\nI. MỤC ĐÍCH\n1. Phục vụ nhân dân.\n";
        let sheet = reviewed(source.as_bytes(), &Request::default()).unwrap();
        assert!(sheet.text().contains("dòng 6: “nhân dân”"), "{}", sheet.text());
    }
}
