//! Fixes of a plan that are made at once, also where they touch.

use super::told::Counted;
use super::{Finding, Manuscript, Place, mend, review};
use crate::plan::Plan;

/// So often a plan is looked over again: rules that undo each other's fixes end there.
const ROUNDS: usize = 8;

/// Makes the fixes of those findings of a plan that have these [ids](Counted::id); gives how many were made.
///
/// Of fixes that touch the first is made, and the plan is looked over again for the others: what the same rules
/// then find in the same texts is mended, too, unless it was there before under an id that is not among these.
pub fn mend_all(plan: &mut Plan, ids: &[String]) -> usize {
    let mut counted = Counted::default();
    let (wanted, others): (Vec<Finding>, Vec<Finding>) =
        review(&Manuscript::of_plan(plan)).into_iter().partition(|found| ids.contains(&counted.id(found)));
    let mut made = 0;
    let mut next = wanted.clone();
    for _ in 0..ROUNDS {
        let fixes = apart(next);
        if fixes.is_empty() {
            break;
        }
        mend(plan, &fixes);
        made += fixes.len();
        next = review(&Manuscript::of_plan(plan));
        next.retain(|found| {
            let own = wanted.iter().any(|wanted| is_alike(wanted, found));
            own && !others.iter().any(|other| is_alike(other, found) && other.quote == found.quote)
        });
    }
    made
}

/// Whether a rule found both in one text.
fn is_alike(one: &Finding, other: &Finding) -> bool {
    let text = |found: &Finding| match found.place {
        Place::Field { text, nth, .. } => Some((text, nth)),
        Place::Line(_) | Place::Paragraph(_) => None,
    };
    one.rule == other.rule && text(one) == text(other)
}

/// Those with a fix that changes no words that one before it changes.
fn apart(all: Vec<Finding>) -> Vec<Finding> {
    let mut fixes: Vec<Finding> = Vec::new();
    for found in all {
        let Some(own) = &found.fix else { continue };
        let mut changed = fixes.iter().rev().take_while(|other| other.paragraph == found.paragraph);
        let touches = changed.any(|other| {
            let fix = other.fix.as_ref();
            fix.is_some_and(|fix| fix.range.start < own.range.end && own.range.start < fix.range.end)
        });
        if !touches {
            fixes.push(found);
        }
    }
    fixes
}
