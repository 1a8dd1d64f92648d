//! What the product itself writes: nothing of it is found.

use ke_hoach::check::{Manuscript, review};
use ke_hoach::plan::Plan;
use ke_hoach::template::{self, example};

#[test]
fn nothing_is_found_in_the_example() {
    let found = review(&Manuscript::of_plan(&example()));
    assert!(
        found.is_empty(),
        "{:#?}",
        found.iter().map(|found| (found.rule.id, &found.quote)).collect::<Vec<_>>()
    );
}

/// The rules about words, as they stand; what a template leaves open is no fault of its words.
#[test]
fn nothing_is_found_in_the_words_of_templates_and_phrases() {
    let mut plans: Vec<(String, Plan)> =
        template::all().map(|own| (own.key.to_owned(), own.template.plan)).collect();
    let phrases = include_str!("../../assets/phrases.txt").lines();
    let phrases = phrases.filter(|line| !line.starts_with(['#', '=']) && !line.starts_with("--"));
    plans.extend(phrases.map(|line| (line.to_owned(), Plan { opening: line.into(), ..Plan::default() })));
    let kinds = [
        "typo",
        "caps",
        "doubled",
        "unicode",
        "tone",
        "word",
        "quotes",
        "punctuation.space",
        "punctuation.term",
        "punctuation.double",
    ];
    let mut found = Vec::new();
    for (name, plan) in &plans {
        let own = review(&Manuscript::of_plan(plan))
            .into_iter()
            .filter(|found| kinds.iter().any(|kind| found.rule.id.starts_with(kind)));
        found.extend(
            own.map(|own| (name.chars().take(40).collect::<String>(), own.rule.id, own.quote, own.message)),
        );
    }
    assert!(found.is_empty(), "{found:#?}");
}
