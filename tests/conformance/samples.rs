//! Real plans in their own family.

use std::fs;

use ke_hoach::import;

use crate::oracles::checkout;
use crate::verdict::{breaches, case, judge};

const REAL: [&str; 3] =
    ["mttq-tinh-nam-dinh-nq27", "dang-uy-khoi-binh-dinh-nq27", "mttq-tinh-ninh-binh-de-an"];

#[test]
fn real_plans_keep_every_rule() {
    let cases = REAL.map(|name| {
        let text = fs::read_to_string(checkout("tests/plans").join(name).with_extension("txt")).unwrap();
        case(name, &import::text(&text).plan)
    });
    let found: Vec<_> = cases.iter().flat_map(breaches).collect();
    judge(&found, cases.len());
}
