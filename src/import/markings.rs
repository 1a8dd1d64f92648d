//! Marks beside the head and behind the recipients.

use crate::format::{circulation, urgency};
use crate::plan::{Circulation, Markings, Urgency};
use crate::vietnamese::ascii;

/// Takes a line that is such a mark; gives back whether it is one that was not there yet.
pub fn take(line: &str, markings: &mut Markings) -> bool {
    let plain = ascii(line.trim_matches(|c: char| !c.is_alphanumeric()));
    let urgent = [Urgency::Urgent, Urgency::VeryUrgent, Urgency::Immediate]
        .into_iter()
        .find(|each| urgency(*each).is_some_and(|mark| ascii(mark.text) == plain));
    let circulating = [Circulation::Return, Circulation::Internal]
        .into_iter()
        .find(|each| circulation(*each).is_some_and(|mark| ascii(mark.text) == plain));
    let draft = plain.strip_prefix("du thao lan ").and_then(|round| round.trim().parse().ok());
    match (urgent, circulating, draft) {
        (Some(urgent), ..) if markings.urgency == Urgency::Ordinary => markings.urgency = urgent,
        (_, Some(circulating), _) if markings.circulation == Circulation::Open => {
            markings.circulation = circulating;
        }
        (.., Some(round)) if markings.draft.is_none() => markings.draft = Some(round),
        _ => return false,
    }
    true
}

/// Letters of the longest code of a drafter.
const LONGEST: usize = 12;

/// Takes the drafter's code and the number of copies, `PL.(300)`; gives back whether it is one.
pub fn take_drafter(line: &str, markings: &mut Markings) -> bool {
    let (drafter, copies) = match line.strip_suffix(')').and_then(|line| line.rsplit_once('(')) {
        Some((drafter, copies)) => (drafter.trim_end_matches(['.', ' ']), copies.parse().ok()),
        None => (line.trim_end_matches('.'), None),
    };
    let code = drafter.chars().all(|c| c.is_uppercase() || c.is_ascii_digit()) && drafter.len() <= LONGEST;
    let lettered = drafter.contains(char::is_uppercase) || (drafter.is_empty() && copies.is_some());
    let taken = markings.drafter.is_empty() && markings.copies.is_none();
    let fits = code && lettered && taken && (copies.is_some() || !line.contains('('));
    if fits {
        (markings.drafter, markings.copies) = (drafter.to_owned(), copies);
    }
    fits
}
