//! A file of ours is as the rules want it: nothing of it changes.

use ke_hoach::document::typeset;
use ke_hoach::export::{self, DocxOptions};

use proptest::prelude::*;

use super::covering::rows;
use super::plans::{factors, plan};
use super::{line, report};
use crate::any_plan;

#[test]
fn nothing_changes_in_a_file_of_ours_whatever_its_plan() {
    let mut wrong = Vec::new();
    let rows = rows(&factors(), 0);
    for row in &rows {
        let (name, plan) = plan(row);
        let bytes = export::docx(&typeset(&plan), &DocxOptions::default()).unwrap();
        let lines: Vec<String> = report(&bytes, Some(&plan)).iter().map(line).collect();
        if !lines.is_empty() {
            wrong.push(format!("{name}\n  {}", lines.join("\n  ")));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        rows.len(),
        wrong[..wrong.len().min(8)].join("\n")
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_changes_in_a_file_that_is_read_and_made_again(plan in any_plan::plan()) {
        let bytes = export::docx(&typeset(&plan), &DocxOptions::default()).unwrap();
        let told = |plan| report(&bytes, plan).iter().map(line).collect::<Vec<_>>();
        prop_assert_eq!(told(Some(&plan)), Vec::<String>::new());
        prop_assert_eq!(told(None), Vec::<String>::new());
    }
}
