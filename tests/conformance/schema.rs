//! Every plan of the selection against the schemas of Office.

use std::path::PathBuf;

use ke_hoach::document::typeset;

use crate::covering::rows;
use crate::matrix::LEAST;
use crate::oracles::{at_hand, checkout, folder, joined_file, read};
use crate::plans::{factors, plan};

/// Files into which the plans are put. The validator takes half a second to start, for each of
/// seven versions, and 0.04 s for a plan: about a minute in all on two processors.
const FILES: usize = 8;

#[test]
fn every_office_from_2007_on_finds_no_error_in_any_plan_of_the_selection() {
    if !at_hand("schemas of Office on the selection") {
        return;
    }
    let folder = folder("schema");
    let plans: Vec<_> = rows(&factors(), LEAST).iter().map(|row| plan(row).1).collect();
    let files: Vec<PathBuf> = plans
        .chunks(plans.len().div_ceil(FILES))
        .enumerate()
        .map(|(i, plans)| {
            let sections = plans.iter().flat_map(|plan| typeset(plan).sections).collect();
            joined_file(sections, &folder, &format!("plans-{i}"))
        })
        .collect();
    let said = read(checkout("tools/validate-docx"), &files);
    let right = said.lines().filter(|line| line.ends_with("no error in 7 versions")).count();
    assert_eq!(right, files.len(), "{said}");
}
