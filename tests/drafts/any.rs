//! Any text in a draft's place.

use ke_hoach::draft::Draft;
use ke_hoach::plan::{Basis, Plan};
use ke_hoach::store::{Drafts, History, Keeper, Memory, Storage};
use proptest::prelude::*;

/// A text that is a draft or a state, was one, or never.
fn text() -> impl Strategy<Value = String> {
    let draft = (any::<u64>(), ".{0,8}", any::<prop::sample::Index>(), any::<[bool; 2]>());
    let draft = draft.prop_map(|(rev, subject, at, [cut, altered])| {
        let plan = Plan { subject, ..Plan::default() };
        let mut text = Draft { id: "a".into(), rev, plan: plan.into(), ..Draft::default() }.write();
        if altered {
            text = text.replace("\"subject\":\"", "\"subject\":\"x");
        }
        if cut {
            text.truncate(text.floor_char_boundary(at.index(text.len())));
        }
        text
    });
    let state = "[{\\[\"/subject,:0-9pland\\]}\n]{0,60}";
    prop_oneof![4 => draft, 1 => ".{0,40}", 1 => state]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_stands_in_the_slots_nothing_of_it_is_lost(slots in prop::collection::vec(prop::option::of(text()), 4)) {
        let memory = Memory::default();
        let keys = ["draft/a/0", "draft/a/1", "history/a/base", "history/a/steps"];
        for (key, text) in keys.iter().zip(&slots).filter_map(|(key, text)| Some((key, text.as_ref()?))) {
            memory.set(&format!("ke-hoach/{key}"), text).unwrap();
        }
        let drafts = Drafts::new(memory);
        let opened = drafts.open("a");
        let left = drafts.texts("a");
        let aside = drafts.damaged().unwrap();
        for text in slots[..2].iter().flatten() {
            prop_assert!(left.contains(text) || aside.iter().any(|it| it.text == *text), "{}", text);
        }
        drafts.list().unwrap();
        let Ok(found) = opened else { return Ok(()) };
        let before = found.draft.plan.clone();
        let mut keeper = Keeper::new(found.draft);
        let plan = Plan { title: "sau".into(), ..Plan::clone(&before) };
        // The number of the last revision that there can be is no error of anybody.
        if keeper.keep(&drafts, &plan, "2026-11-21T08:00:00.000Z").is_ok() {
            prop_assert_eq!(&*drafts.open("a").unwrap().draft.plan, &plan);
        } else {
            prop_assert_eq!(drafts.open("a").unwrap().draft.plan, before);
        }
    }

    #[test]
    fn any_two_texts_are_a_history_or_none(base in text(), steps in text()) {
        if let Some(history) = History::read(&base, &steps) {
            prop_assert_eq!(history.plans().count(), history.states().len());
        }
    }

    #[test]
    fn every_state_of_a_history_reads_back_as_the_plan_that_it_was(
        plans in prop::collection::vec((".{0,20}", prop::collection::vec(".{0,9}", 0..5)), 1..9),
    ) {
        let plan = |(subject, bases): (String, Vec<String>)| {
            let mut plan = Plan { subject, ..Plan::default() };
            for text in bases {
                let id = plan.new_row();
                plan.bases.push(Basis { id, text, ..Basis::default() });
            }
            serde_json::to_value(&plan).unwrap()
        };
        let plans: Vec<_> = plans.into_iter().map(plan).collect();
        let mut history = History::begin(1, "2026-11-21", plans[0].clone());
        for (rev, plan) in (2..).zip(&plans[1..]) {
            history.push(rev, "2026-11-21", plan);
        }
        let (base, steps) = history.write();
        prop_assert_eq!(History::read(&base, &steps).unwrap().plans().collect::<Vec<_>>(), plans);
    }
}
