//! A source with what was understood of it, line by line.

use std::collections::BTreeMap;

use super::look::{LookId, Looks};
use super::{Imported, Role};
use crate::vietnamese::{Legacy, suspect};

/// A source with what was understood of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The plan that it makes.
    pub imported: Imported,
    /// Its lines in order, each with its role.
    pub lines: Vec<ReadLine>,
    /// How its lines and pages look.
    pub looks: Looks,
}

impl Reading {
    /// The old encoding in which the text seems to be, with a line as it is and as it would be.
    pub fn suspect(&self) -> Option<(Legacy, String, String)> {
        let lines = || self.lines.iter().map(|line| line.text.as_str());
        let encoding = suspect(&lines().collect::<Vec<_>>().join("\n"))?;
        let mut repaired = lines().map(|line| (line, encoding.repair(line)));
        let (before, after) = repaired.find(|(before, after)| before != after)?;
        Some((encoding, before.to_owned(), after))
    }
}

/// A line of a source and what it is in the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadLine {
    /// The text, its words one space apart; of a row of a table, all that it says.
    pub text: String,
    /// What it is.
    pub role: Role,
    /// Whether nothing speaks against that. What is not sure is shown to be looked at.
    pub sure: bool,
    /// How it looks, if that is known.
    pub look: Option<LookId>,
    /// The text as it was typed; of a table, text by text.
    pub typed: Vec<String>,
    /// Its number in the source, counted from 1: of a text its line, of a Word file its paragraph among
    /// those that are not blank.
    pub number: usize,
}

/// What the user decided about a source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// Roles by the place of the line, counted from 0.
    pub roles: BTreeMap<usize, Role>,
    /// The old encoding from which all text is to be converted.
    pub encoding: Option<Legacy>,
}
