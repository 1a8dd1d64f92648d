//! Faults of the store that were found by trying all of them, each on its own.

use ke_hoach::draft::Draft;
use ke_hoach::plan::Plan;
use ke_hoach::store::{Drafts, History, Keeper, Storage, StorageError, Wrong};
use serde_json::json;

use crate::faulty::{Call, Fault, Faulty};

const NOW: &str = "2026-11-21T08:00:00.000Z";
const PLENTY: usize = 1_000_000;

fn draft(subject: &str, rev: u64) -> Draft {
    let plan = Plan { subject: subject.into(), ..Plan::default() };
    Draft { id: "a".into(), rev, plan: plan.into(), ..Draft::default() }
}

#[test]
fn whose_first_write_failed_half_done_is_in_no_conflict_with_himself() {
    let calls = {
        let storage = Faulty::new(PLENTY, None);
        Drafts::new(storage.clone()).save(&mut draft("một", 0), NOW).unwrap();
        storage.calls()
    };
    for (k, _) in calls.iter().enumerate().filter(|(_, call)| **call != Call::Keys) {
        for fault in [Fault::Blocked, Fault::Cut, Fault::Lost, Fault::Late] {
            let drafts = Drafts::new(Faulty::new(PLENTY, Some((k, fault))));
            let mut draft = draft("một", 0);
            if drafts.save(&mut draft, NOW).is_err() {
                assert_eq!(drafts.save(&mut draft, NOW), Ok(()), "{fault:?} at {k}");
            }
        }
    }
}

#[test]
fn a_copy_that_stands_in_the_wrong_slot_costs_nothing_of_the_right_one() {
    let storage = Faulty::new(PLENTY, None);
    let drafts = Drafts::new(storage.clone());
    // By the number of its revision the altered copy belongs where the good one stands.
    let altered = draft("sửa ngoài", 7).write().replace("ngoài", "trong");
    storage.set("ke-hoach/draft/a/0", &altered).unwrap();
    storage.set("ke-hoach/draft/a/1", &draft("còn tốt", 5).write()).unwrap();
    let found = drafts.open("a").unwrap();
    assert_eq!((found.draft.plan.subject.as_str(), found.wrong), ("còn tốt", Some(Wrong::OneCopy)));
    assert_eq!(drafts.open("a").unwrap().draft.plan.subject, "còn tốt");
    assert_eq!(drafts.damaged().unwrap()[0].text, altered);
}

#[test]
fn the_next_revision_never_goes_where_the_only_copy_stands() {
    let storage = Faulty::new(PLENTY, None);
    let drafts = Drafts::new(storage.clone());
    let only = draft("bản duy nhất", 4).write();
    storage.set("ke-hoach/draft/a/1", &only).unwrap();
    let mut keeper = Keeper::new(drafts.open("a").unwrap().draft);
    keeper.keep(&drafts, &draft("sau", 0).plan, NOW).unwrap();
    assert_eq!(storage.get("ke-hoach/draft/a/1").unwrap(), Some(only));
    assert_eq!(drafts.open("a").unwrap().draft.plan.subject, "sau");
}

#[test]
fn after_the_last_number_there_is_no_next_revision() {
    let storage = Faulty::new(PLENTY, None);
    let drafts = Drafts::new(storage.clone());
    storage.set("ke-hoach/draft/a/1", &draft("cuối", u64::MAX).write()).unwrap();
    let mut last = drafts.open("a").unwrap().draft;
    assert_eq!(drafts.save(&mut last, NOW), Err(StorageError::Conflict));
    assert_eq!(drafts.open("a").unwrap().draft.plan.subject, "cuối");
}

#[test]
fn a_removal_that_is_only_said_to_be_done_is_not_said_to_be_done() {
    let removal = |fault| {
        let storage = Faulty::new(PLENTY, fault);
        let drafts = Drafts::new(storage.clone());
        let mut keeper = Keeper::new(Draft { id: "a".into(), ..Draft::default() });
        for subject in ["một", "hai"] {
            keeper.keep(&drafts, &draft(subject, 0).plan, NOW).unwrap();
        }
        let before = storage.calls().len();
        let removed = drafts.remove("a");
        (before..storage.calls().len(), removed.is_ok(), storage)
    };
    let (calls, ..) = removal(None);
    for k in calls {
        for fault in [Fault::Blocked, Fault::Cut, Fault::Lost, Fault::Late] {
            let (_, gone, storage) = removal(Some((k, fault)));
            let left = storage.reopened().keys().unwrap();
            let drafts = Drafts::new(storage);
            match gone {
                true => assert_eq!(left, Vec::<String>::new(), "{fault:?} at {k}"),
                false => {
                    assert_eq!(drafts.open("a").unwrap().draft.plan.subject, "hai", "{fault:?} at {k}");
                    assert!(drafts.history("a").unwrap().is_some(), "{fault:?} at {k}");
                }
            }
        }
    }
}

#[test]
fn a_history_that_had_to_go_for_room_begins_anew_with_the_next_state() {
    let storage = Faulty::new(5_000, None);
    let drafts = Drafts::new(storage.clone());
    let mut keeper = Keeper::new(Draft { id: "a".into(), ..Draft::default() });
    for i in 0..12 {
        keeper.keep(&drafts, &draft(&"dài ".repeat(90 + i), 0).plan, NOW).unwrap();
    }
    for i in 0..4 {
        keeper.keep(&drafts, &draft(&format!("ngắn {i}"), 0).plan, NOW).unwrap();
    }
    assert!(storage.refused() > 0);
    let history = drafts.history("a").unwrap().expect("there is room for it again");
    assert_eq!(history.last().unwrap().1["subject"], "ngắn 3");
}

#[test]
fn a_plan_out_of_its_history_has_its_rows_told_apart_like_any_other() {
    let plan = json!({"bases": [{"id": 3, "text": "Căn cứ"}, {"id": 3, "text": "Theo"}]});
    let storage = Faulty::new(PLENTY, None);
    let (base, _) = History::begin(1, NOW, plan).write();
    storage.set("ke-hoach/history/a/base", &base).unwrap();
    storage.set("ke-hoach/draft/a/0", "{").unwrap();
    let mut found = Plan::clone(&Drafts::new(storage).open("a").unwrap().draft.plan);
    assert_ne!(found.bases[0].id, found.bases[1].id);
    assert!(!found.bases.iter().map(|row| row.id).collect::<Vec<_>>().contains(&found.new_row()));
}
