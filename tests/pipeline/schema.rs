//! The Word files against the schemas of every Office from 2007 on.

use ke_hoach::check::{Manuscript, ReviewSheet, review};
use ke_hoach::document::{Document, typeset};
use ke_hoach::plan::Plan;
use serde_json::json;

use crate::everything::everything;
use crate::oracles::{at_hand, checkout, folder, read, word_file};
use crate::plans::{FAMILIES, REAL, hostile, joined, real, with_tables};

#[test]
fn every_office_from_2007_on_finds_no_error() {
    if !at_hand("schemas of Office") {
        return;
    }
    let folder = folder("schema");
    let mut files = vec![word_file(&everything(), None, &folder, "everything")];
    files.push(word_file(&typeset(&with_tables()), None, &folder, "tables"));
    files.push(word_file(&sheet(), None, &folder, "review-sheet"));
    for format in FAMILIES {
        let in_family = |plan: Plan| Plan { format: format.clone(), ..plan };
        let plans = REAL.map(|name| in_family(real(name)));
        let all = joined(plans.into_iter().chain([Plan::new(format.clone())]));
        files.push(word_file(&all, None, &folder, &format!("{}-real-and-empty", format.0)));

        let plan = hostile(format.clone());
        let document = typeset(&plan);
        let draft = json!({ "type": "ke-hoach-draft", "plan": plan }).to_string();
        files.push(word_file(&document, Some(draft), &folder, &format!("{}-hostile", format.0)));
    }
    // One call: the validator checks as many files at a time as there are processors.
    let said = read(checkout("tools/validate-docx"), &files);
    assert_eq!(said.lines().filter(|line| line.ends_with("no error in 7 versions")).count(), files.len());
}

/// What was found in a real plan, as one hands it on.
fn sheet() -> Document {
    let plan = real(REAL[0]);
    let manuscript = Manuscript::of_plan(&plan);
    let found = review(&manuscript);
    assert!(!found.is_empty());
    ReviewSheet::of(&plan, &manuscript, &found).document()
}
