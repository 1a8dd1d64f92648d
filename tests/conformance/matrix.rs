//! Every rule on a covering selection of plans: every two choices meet in one of them.

use crate::covering::rows;
use crate::plans::{factors, plan};
use crate::verdict::{breaches, case, file, judge, side_by_side};

/// Plans of the selection.
pub const LEAST: usize = 320;

#[test]
fn every_plan_of_the_selection_keeps_every_rule() {
    let rows = rows(&factors(), LEAST);
    let found = side_by_side(&rows, |row| {
        let (name, plan) = plan(row);
        breaches(&case(&name, &plan))
    });
    judge(&found, rows.len());
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let rows = rows(&factors(), LEAST);
    let some: Vec<_> = rows.iter().step_by(4).collect();
    let differing = side_by_side(&some, |row| {
        let (name, plan) = plan(row);
        if file(&plan) == file(&plan.clone()) { vec![] } else { vec![name] }
    });
    assert!(differing.is_empty(), "{differing:#?}");
}
