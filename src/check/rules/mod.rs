//! All rules in one table, a file each subject.

mod citations;
mod spelling;

use super::rule::Rule;

/// The rules, subject by subject. Each file has its own list, next to its functions.
const SUBJECTS: [&[Rule]; 2] = [citations::RULES, spelling::RULES];

/// Every rule, in the order in which they look.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    SUBJECTS.into_iter().flatten()
}
