//! Real plans in their own family.

use std::fs;

use ke_hoach::import;

use crate::oracles::checkout;
use crate::verdict::{breaches, case, judge};

#[test]
fn real_plans_keep_every_rule() {
    let read = |file: fs::DirEntry| {
        let name = file.file_name().into_string().unwrap();
        let imported = import::file(&fs::read(file.path()).unwrap()).unwrap();
        case(&name, &imported.plan)
    };
    let files = fs::read_dir(checkout("tests/plans")).unwrap();
    let cases: Vec<_> = files.map(|file| read(file.unwrap())).collect();
    assert!(cases.len() >= 5);
    let found: Vec<_> = cases.iter().flat_map(breaches).collect();
    judge(&found, cases.len());
}
