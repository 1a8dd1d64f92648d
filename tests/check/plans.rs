//! What the product itself writes: nothing of it is found.

use ke_hoach::check::{Manuscript, review};
use ke_hoach::template::example;

#[test]
fn nothing_is_found_in_the_example() {
    let found = review(&Manuscript::of_plan(&example()));
    assert!(
        found.is_empty(),
        "{:#?}",
        found.iter().map(|found| (found.rule.id, &found.quote)).collect::<Vec<_>>()
    );
}
