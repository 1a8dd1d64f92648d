//! The rules by their cases: what each must find, and what looks like it and must not be found.
//!
//! A file of `cases/` is a list of rules with their cases; see the head of any of them:
//!
//! ```text
//! == citation.symbol.space
//! + Thực hiện Kế hoạch số 427 - KH/TU ngày 05/3/2026 …      found
//! - Thực hiện Kế hoạch số 427-KH/TU ngày 05/3/2026 …        not found
//! ```
//!
//! A case is a paragraph of the body of a plan in which nothing else is wrong, `¶` between several. `{A=>B}`
//! puts B in the place of A in that plan instead; `<party>`, `<front>` choose its format, `<bare>` takes
//! the case as the whole text.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod cases;
mod keys;
mod labelled;
mod mending;
mod plans;
mod reviewer;

use ke_hoach::check::{Finding, Manuscript, Numbered, review};
use ke_hoach::import;

/// A text as it is checked.
fn manuscript(text: &str) -> Manuscript {
    Manuscript::of_source(&import::read_text(text.as_bytes()).unwrap(), Numbered::Lines)
}

fn findings(text: &str) -> Vec<Finding> {
    review(&manuscript(text))
}
