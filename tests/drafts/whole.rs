//! Whatever a plan holds, it is found again as it was kept.

use ke_hoach::draft::Draft;
use ke_hoach::plan::Plan;
use ke_hoach::store::{Drafts, Keeper, Memory};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use crate::any_plan;

/// The places of a plan's texts, or of its groups of fields.
fn places(value: &Value, wanted: fn(&Value) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), value)];
    while let Some((at, value)) = open.pop() {
        if wanted(value) {
            found.push(at.clone());
        }
        match value {
            Value::Object(fields) => {
                open.extend(fields.iter().map(|(name, it)| (format!("{at}/{name}"), it)))
            }
            Value::Array(rows) => {
                open.extend(rows.iter().enumerate().map(|(i, it)| (format!("{at}/{i}"), it)))
            }
            _ => {}
        }
    }
    found
}

/// Writes other texts in the place of some.
fn write(value: &mut Value, texts: Vec<(Index, String)>) {
    let places = places(value, Value::is_string);
    for (at, text) in texts {
        *value.pointer_mut(at.get::<String>(&places)).unwrap() = text.into();
    }
}

/// The plan with other texts in the place of some, if it is a plan then.
fn with_words(plan: &Plan, words: Vec<(Index, String)>) -> Option<Plan> {
    let mut value = serde_json::to_value(plan).unwrap();
    write(&mut value, words);
    serde_json::from_value(value).ok()
}

/// Any plan, some of whose texts are anything that can be typed or pasted, with choices of look, and
/// with fields that only a later version knows.
fn plan() -> impl Strategy<Value = Plan> {
    let texts = prop::collection::vec((any::<Index>(), "(.|\n){0,12}"), 0..8);
    let later = prop::collection::vec((any::<Index>(), "[a-z~/]{1,3}", any::<i64>()), 0..3);
    let settings = prop::collection::btree_map("[a-z_]{1,8}", any::<u16>(), 0..3);
    (any_plan::plan(), texts, later, settings).prop_filter_map(
        "not a plan",
        |(plan, texts, later, settings)| {
            let mut value = serde_json::to_value(&plan).unwrap();
            write(&mut value, texts);
            for (at, name, number) in later {
                let places = places(&value, Value::is_object);
                value.pointer_mut(at.get::<String>(&places)).unwrap()[format!("later-{name}")] =
                    number.into();
            }
            value["settings"] = serde_json::to_value(settings).unwrap();
            let mut plan: Plan = serde_json::from_value(value).ok()?;
            plan.repair_rows();
            Some(plan)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_whole_plan_is_found_as_it_was_kept_in_its_file_its_slot_and_its_history(
        mut plans in prop::collection::vec(plan(), 2),
        words in prop::collection::vec((any::<Index>(), ".{0,12}"), 1..4),
    ) {
        // Of the last one a word or two change, as when somebody types.
        plans.extend(with_words(&plans[1], words));
        let now = "2026-11-21T08:00:00.000Z";
        let drafts = Drafts::new(Memory::default());
        let mut draft = Draft { id: "a".into(), plan: plans[0].clone().into(), ..Draft::default() };
        drafts.save(&mut draft, now).unwrap();
        let found = drafts.open("a").unwrap();
        prop_assert_eq!(found.wrong, None);
        prop_assert_eq!(&found.draft, &draft);

        let mut keeper = Keeper::new(found.draft);
        for plan in &plans[1..] {
            let text = keeper.keep(&drafts, plan, now).unwrap();
            let opened = Draft::read(&text).unwrap();
            prop_assert!(!opened.altered);
            prop_assert_eq!(&*opened.draft.plan, plan);
            prop_assert_eq!(&drafts.open("a").unwrap().draft, keeper.kept());
        }
        let states: Vec<Plan> = drafts.history("a").unwrap().unwrap().plans()
            .map(|state| serde_json::from_value(state).unwrap())
            .collect();
        prop_assert_eq!(states, plans);
    }
}
