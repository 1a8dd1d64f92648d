//! Lines that say who does the task above them, or by when.

use super::marks::Mark;
use super::paragraphs::Paragraph;
use super::role::{Guess, Role};
use super::words::{count, words};
use crate::plan::{Detail, SLOT};

/// Words of the longest detail.
const LONGEST: usize = 60;

/// A detail as a line says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said<'a> {
    /// Which one.
    pub detail: Detail,
    /// Its name as it stands there.
    pub label: &'a str,
    /// What it says, without the mark at its end.
    pub value: &'a str,
}

/// Reads `Đơn vị chủ trì: Văn phòng;`.
pub fn said(text: &str) -> Option<Said<'_>> {
    let (label, value) = text.split_once(':')?;
    let (label, value) = (label.trim(), value.trim().trim_end_matches([';', '.', ',', ' ']));
    if label.len() > 80 || label.contains(SLOT) || value.is_empty() || count(value) > LONGEST {
        return None;
    }
    Some(Said { detail: Detail::of(label)?, label, value })
}

/// A detail in brackets at the end of a text: `(Hoàn thành trong quý III năm 2021)`. Gives back
/// what stands before it, the label around it, and the detail.
pub fn said_at_the_end(text: &str) -> Option<(&str, String, Said<'_>)> {
    let end = text.trim_end_matches(['.', ';', ' ']).strip_suffix(')')?;
    let at = end.rfind('(')?;
    let inside = &end[at + 1..];
    let words = words(inside);
    // The longest name at the beginning.
    let (length, detail) = (1..=words.len().min(5)).rev().find_map(|count| {
        let length = words[count - 1].at.end;
        Some((length, Detail::of(&inside[..length])?))
    })?;
    let behind = &inside[length..];
    let value = behind.trim_start_matches([':', ' ']);
    let before = text[..at].trim_end();
    // "(kết quả của đợt thi đua)" speaks of a result: only dates do without a colon.
    let named = behind.trim_start().starts_with(':') || detail == Detail::Deadline;
    if words[0].at.start > 0
        || !named
        || value.trim().is_empty()
        || before.is_empty()
        || count(value) > LONGEST
    {
        return None;
    }
    let start = text[..at + 1 + inside.len() - value.len()].strip_prefix(before)?.trim_start();
    let label = format!("{start}{SLOT}{}", &text[end.len()..]);
    Some((before, label, Said { detail, label: &inside[..length], value }))
}

/// Finds the lines of details among the paragraphs of the body.
pub fn find(paragraphs: &[Paragraph], guesses: &mut [Guess]) {
    let marks = |paragraph: &Paragraph| matches!(paragraph.mark, None | Some(Mark::Dash | Mark::InnerDash));
    let all: Vec<Option<Said>> = paragraphs
        .iter()
        .map(|paragraph| said(&paragraph.text).filter(|_| paragraph.table.is_none() && marks(paragraph)))
        .collect();
    // "Thời gian", alone, is when something takes place.
    let is_strong = |said: &Said| !["Thời gian", "Thời hạn"].contains(&said.label);
    let strong = |at: usize| all.get(at).is_some_and(|said| said.as_ref().is_some_and(is_strong));
    let roles: Vec<Role> = guesses
        .iter()
        .enumerate()
        .map(|(at, guess)| {
            let backed = strong(at) || strong(at + 1) || at.checked_sub(1).is_some_and(strong);
            if all[at].is_some() && backed { Role::Detail } else { guess.role }
        })
        .collect();
    let owners = owners(&roles);
    let mut end = 0;
    for block in owners.chunk_by(|one, next| one == next) {
        let start = end;
        end += block.len();
        let said: Vec<Option<Detail>> =
            all[start..end].iter().map(|said| said.map(|said| said.detail)).collect();
        // Each is said once of a task.
        let once = (1..said.len()).all(|at| !said[..at].contains(&said[at]));
        if block[0].is_some() && once {
            guesses[start..end].fill(Guess { role: Role::Detail, sure: true });
        }
    }
}

/// For each paragraph that is a detail, the one that it is said of, so that the plan prints it
/// where it stands: the number above, when it stands behind all that is under that number; else
/// the paragraph right before it.
pub fn owners(roles: &[Role]) -> Vec<Option<usize>> {
    let mut owners = vec![None; roles.len()];
    let mut start = 0;
    while start < roles.len() {
        let numbered = matches!(roles[start], Role::Clause | Role::Subclause | Role::Point);
        let next = roles[start + 1..].iter().position(|role| {
            matches!(role, Role::Clause | Role::Subclause | Role::Point | Role::Section | Role::Table)
        });
        let end = next.map_or(roles.len(), |at| start + 1 + at);
        let first = (start..end).find(|at| roles[*at] == Role::Detail);
        let closes = first.is_some_and(|first| roles[first..end].iter().all(|role| *role == Role::Detail));
        let mut before = None;
        for at in start..end {
            match roles[at] {
                Role::Detail if numbered && closes => owners[at] = Some(start),
                Role::Detail => owners[at] = before,
                Role::Dash => before = Some(at),
                _ => before = None,
            }
        }
        start = end;
    }
    owners
}
