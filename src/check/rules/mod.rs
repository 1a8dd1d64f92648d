//! All rules in one table, a file each subject.

mod abbreviations;
mod addressees;
mod agreement;
mod amounts;
mod anniversaries;
mod bare_tasks;
mod bases;
mod bodies;
mod calendar;
mod capitals;
mod citations;
mod clauses;
mod clock;
mod codes;
mod common_nouns;
mod conflicts;
mod counts;
mod dashes;
mod dates;
mod departments;
mod details;
mod documents;
mod doubled;
mod end_mark;
mod ends;
mod first_mentions;
mod header;
mod home;
mod inside;
mod issue_line;
mod laws;
mod letter_case;
mod lost;
mod lunar;
mod missing;
mod mixed;
mod number_style;
mod numbering;
mod openings;
mod own_symbol;
mod owners;
mod past_days;
mod periods;
mod places;
mod prose;
mod punctuation;
mod quoted_names;
mod quotes;
mod reads;
mod recipients;
mod references;
mod sentences;
mod shares;
mod short_names;
mod signing;
mod spacing;
mod spelling;
mod tables;
mod tasks;
mod terms;
mod titles;
mod two_cases;
mod two_deadlines;
mod unicode;
mod unit_names;
mod units;
mod variants;
mod wording;
mod words;

pub(super) use bodies::{Spelt, bodies_from};
pub(super) use common_nouns::of_several;
pub(super) use doubled::sense;
pub(super) use mixed::{CapitalNoun, NamedBody, capital_nouns, named_bodies};
pub(super) use short_names::{ShortName, short_names};
pub(super) use terms::{Listed, listed_from};
pub(super) use variants::{CapitalRun, Doubles, Hyphened, capital_runs, doubles, hyphened};
pub(super) use wording::document_names;
pub(super) use words::is_listed;

use super::rule::Rule;

/// The rules, subject by subject. Each file has its own list, next to its functions.
const SUBJECTS: &[&[Rule]] = &[
    header::RULES,
    issue_line::RULES,
    own_symbol::RULES,
    abbreviations::RULES,
    titles::RULES,
    quoted_names::RULES,
    agreement::RULES,
    missing::RULES,
    references::RULES,
    citations::RULES,
    codes::RULES,
    conflicts::RULES,
    first_mentions::RULES,
    laws::RULES,
    short_names::RULES,
    numbering::RULES,
    number_style::RULES,
    ends::RULES,
    bases::RULES,
    end_mark::RULES,
    openings::RULES,
    dates::RULES,
    past_days::RULES,
    clock::RULES,
    periods::RULES,
    details::RULES,
    tables::RULES,
    tasks::RULES,
    owners::RULES,
    two_deadlines::RULES,
    prose::RULES,
    bare_tasks::RULES,
    units::RULES,
    places::RULES,
    home::RULES,
    recipients::RULES,
    addressees::RULES,
    signing::RULES,
    wording::RULES,
    spelling::RULES,
    unicode::RULES,
    doubled::RULES,
    lost::RULES,
    spacing::RULES,
    dashes::RULES,
    punctuation::RULES,
    quotes::RULES,
    terms::RULES,
    capitals::RULES,
    documents::RULES,
    sentences::RULES,
    common_nouns::RULES,
    letter_case::RULES,
    inside::RULES,
    lunar::RULES,
    bodies::RULES,
    calendar::RULES,
    departments::RULES,
    unit_names::RULES,
    mixed::RULES,
    variants::RULES,
    two_cases::RULES,
    amounts::RULES,
    counts::RULES,
    shares::RULES,
    anniversaries::RULES,
];

/// Every rule, in the order in which they look.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    SUBJECTS.iter().copied().flatten()
}
