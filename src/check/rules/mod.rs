//! All rules in one table, a file each subject.

mod citations;
mod clauses;
mod conflicts;
mod dates;
mod ends;
mod first_mentions;
mod header;
mod laws;
mod numbering;
mod recipients;
mod short_names;
mod signing;
mod spelling;

use super::rule::Rule;

/// The rules, subject by subject. Each file has its own list, next to its functions.
const SUBJECTS: &[&[Rule]] = &[
    header::RULES,
    citations::RULES,
    conflicts::RULES,
    first_mentions::RULES,
    laws::RULES,
    short_names::RULES,
    numbering::RULES,
    ends::RULES,
    dates::RULES,
    recipients::RULES,
    signing::RULES,
    spelling::RULES,
];

/// Every rule, in the order in which they look.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    SUBJECTS.iter().copied().flatten()
}
