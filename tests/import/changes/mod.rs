//! The report of what the official format changes: of Word files of ours, spoiled ones, real ones.

mod any;
#[path = "../../conformance/covering.rs"]
mod covering;
mod own;
#[path = "../../conformance/plans.rs"]
mod plans;
mod samples;
mod spoiled;
mod typed;

use ke_hoach::changes::{Change, Kind, changes};
use ke_hoach::import::{self, Choices};
use ke_hoach::plan::Plan;

/// The report of a Word file that becomes this plan; of none, the plan that is read of it.
fn report(bytes: &[u8], plan: Option<&Plan>) -> Vec<Change> {
    let reading = import::read(bytes, &Choices::default()).unwrap();
    let read = reading.imported.clone().into_plan();
    changes(&reading, plan.unwrap_or(&read))
}

/// A change on one line.
fn line(change: &Change) -> String {
    let Change { part, what, before, after, count, kind, .. } = change;
    let kind = match kind {
        Kind::Layout => "trình bày",
        Kind::Wording => "chữ",
    };
    format!("{part} | {what} | {before} → {after} | {count} | {kind}")
}
