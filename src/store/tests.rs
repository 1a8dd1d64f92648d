//! The contract of keeping drafts, a test for each line of it that concerns the store.

use std::sync::Arc;

use super::*;
use crate::draft::{Draft, DraftError};
use crate::plan::Plan;

fn draft(id: &str, subject: &str) -> Draft {
    Draft { id: id.into(), plan: plan(subject).into(), ..Draft::default() }
}

fn plan(subject: &str) -> Plan {
    Plan { subject: subject.into(), ..Plan::default() }
}

fn minute(minute: usize) -> String {
    format!("2026-11-21T{:02}:{:02}:00.000Z", minute / 60, minute % 60)
}

/// A draft that was kept `times` times by a keeper.
fn kept(drafts: &Drafts<Memory>, id: &str, times: usize) -> Keeper {
    let mut first = draft(id, "lần 0");
    drafts.save(&mut first, &minute(0)).unwrap();
    let mut keeper = Keeper::new(first);
    for i in 1..times {
        keeper.keep(drafts, &plan(&format!("lần {i}")), &minute(i)).unwrap();
    }
    keeper
}

fn damage(drafts: &Drafts<Memory>, key: &str) -> String {
    let text = drafts.storage.get(key).unwrap().unwrap();
    let cut = text[..text.floor_char_boundary(text.len() / 2)].to_owned();
    drafts.storage.set(key, &cut).unwrap();
    cut
}

#[test]
fn drafts_are_listed_the_last_kept_first() {
    let drafts = Drafts::new(Memory::default());
    let (mut a, mut b) = (draft("a", "một"), draft("b", "hai"));
    drafts.save(&mut a, "2026-01-01").unwrap();
    drafts.save(&mut b, "2026-01-02").unwrap();
    drafts.save(&mut a, "2026-01-03").unwrap();
    let list = drafts.list().unwrap();
    let names: Vec<_> = list.iter().map(|summary| summary.entry.as_ref().unwrap().name.as_str()).collect();
    assert_eq!(names, ["một", "hai"]);
    assert_eq!(drafts.open("a").unwrap().draft.rev, 2);
}

#[test]
fn the_index_is_made_anew_from_the_slots() {
    let drafts = Drafts::new(Memory::default());
    kept(&drafts, "a", 3);
    let list = drafts.list().unwrap();
    for damaged in ["", "{", r#"{"rev":"x"}"#] {
        drafts.storage.set(&keys::entry("a"), damaged).unwrap();
        assert_eq!(drafts.list().unwrap(), list, "{damaged}");
    }
    drafts.storage.remove(&keys::entry("a")).unwrap();
    drafts.storage.set(&keys::entry("gone"), "{}").unwrap();
    assert_eq!(drafts.list().unwrap(), list);
    assert_eq!(drafts.storage.get(&keys::entry("gone")).unwrap(), None);
}

#[test]
fn a_crash_between_slot_and_index_opens_the_later_copy() {
    let drafts = Drafts::new(Memory::default());
    let mut keeper = kept(&drafts, "a", 2);
    let behind = drafts.storage.get(&keys::entry("a")).unwrap().unwrap();
    keeper.keep(&drafts, &plan("sau"), &minute(5)).unwrap();
    drafts.storage.set(&keys::entry("a"), &behind).unwrap();
    let found = drafts.open("a").unwrap();
    assert_eq!((found.draft.plan.subject.as_str(), found.wrong), ("sau", None));
    assert_eq!(drafts.list().unwrap()[0].entry.as_ref().unwrap().name, "sau");
}

#[test]
fn a_full_storage_leaves_the_last_good_copy() {
    let drafts = Drafts::new(Memory::with_room(2_000));
    let mut kept = draft("a", "ngắn");
    drafts.save(&mut kept, "1").unwrap();
    let good = kept.clone();
    Arc::make_mut(&mut kept.plan).subject = "dài ".repeat(1_000);
    assert_eq!(drafts.save(&mut kept, "2"), Err(StorageError::Full));
    assert_eq!(kept.rev, good.rev, "the draft is not said to be kept");
    assert_eq!(drafts.open("a").unwrap().draft, good);
}

#[test]
fn a_draft_without_room_for_its_entry_is_kept_all_the_same() {
    let mut kept = draft("a", "ngắn");
    let slot = kept.write().len() + keys::slot("a", 1).len();
    let drafts = Drafts::new(Memory::with_room(slot + 60));
    drafts.save(&mut kept, &minute(0)).unwrap();
    assert_eq!(drafts.entry("a"), Ok(None));
    assert_eq!(drafts.list().unwrap()[0].entry.as_ref().unwrap().rev, 1);
    assert_eq!(drafts.save(&mut kept, &minute(1)), Err(StorageError::Full), "nobody else kept it");
}

#[test]
fn a_cut_slot_gives_way_to_the_other_and_is_set_aside() {
    let drafts = Drafts::new(Memory::default());
    kept(&drafts, "a", 3);
    let cut = damage(&drafts, &keys::slot("a", 3));
    let found = drafts.open("a").unwrap();
    assert_eq!((found.draft.plan.subject.as_str(), found.wrong), ("lần 1", Some(Wrong::OneCopy)));
    let mut again = found.draft;
    drafts.save(&mut again, &minute(9)).unwrap();
    drafts.save(&mut again, &minute(9)).unwrap();
    assert_eq!(drafts.damaged().unwrap().into_iter().map(|damaged| damaged.text).collect::<Vec<_>>(), [cut]);
}

#[test]
fn a_draft_damaged_in_both_slots_comes_back_from_its_history() {
    let drafts = Drafts::new(Memory::default());
    kept(&drafts, "a", 5);
    let cut = [damage(&drafts, &keys::slot("a", 0)), damage(&drafts, &keys::slot("a", 1))];
    let found = drafts.open("a").unwrap();
    assert_eq!((found.draft.plan.subject.as_str(), found.wrong), ("lần 4", Some(Wrong::FromHistory)));
    assert_eq!(drafts.list().unwrap().len(), 1, "it stays in the list");
    assert_eq!(drafts.open("a").unwrap().wrong, None, "it is said once");
    let aside = drafts.damaged().unwrap();
    assert_eq!(aside.iter().map(|damaged| damaged.text.clone()).collect::<Vec<_>>(), cut);
    drafts.forget(&aside[0]).unwrap();
    assert_eq!(drafts.damaged().unwrap(), aside[1..]);
    drafts.set_back(&aside[0]).unwrap();
    assert_eq!(drafts.damaged().unwrap(), aside);
}

#[test]
fn a_draft_without_history_that_is_damaged_is_an_error_and_its_text_is_there() {
    let drafts = Drafts::new(Memory::default());
    kept(&drafts, "a", 1);
    let cut = damage(&drafts, &keys::slot("a", 1));
    assert!(matches!(drafts.open("a"), Err(StorageError::Draft(DraftError::Damaged(_)))));
    assert_eq!(drafts.damaged().unwrap()[0].text, cut);
    assert_eq!(drafts.open("a"), Err(StorageError::Missing), "no blank draft stands in for it");
}

#[test]
fn a_copy_written_by_somebody_else_is_set_aside_or_said() {
    let drafts = Drafts::new(Memory::default());
    kept(&drafts, "a", 2);
    let key = keys::slot("a", 2);
    let forged = drafts.storage.get(&key).unwrap().unwrap().replace("lần 1", "lần 9");
    drafts.storage.set(&key, &forged).unwrap();
    let found = drafts.open("a").unwrap();
    assert_eq!((found.draft.plan.subject.as_str(), found.wrong), ("lần 0", Some(Wrong::OneCopy)));
    assert_eq!(drafts.damaged().unwrap()[0].text, forged);
    let only = drafts.storage.get(&keys::slot("a", 1)).unwrap().unwrap().replace("lần 0", "lần 8");
    drafts.storage.set(&keys::slot("a", 1), &only).unwrap();
    let found = drafts.open("a").unwrap();
    assert_eq!((found.draft.plan.subject.as_str(), found.wrong), ("lần 8", Some(Wrong::Altered)));
}

#[test]
fn a_draft_of_a_newer_version_is_listed_and_left_alone() {
    let drafts = Drafts::new(Memory::default());
    let text = r#"{"type":"ke-hoach-draft","format":7,"rev":4,"plan":{"subject":"mới"}}"#;
    drafts.storage.set(&keys::slot("a", 4), text).unwrap();
    kept(&drafts, "b", 2);
    let newer = DraftError::Newer { format: 7 };
    assert_eq!(drafts.list().unwrap()[1].entry, Err(newer.clone()));
    assert_eq!(drafts.open("a"), Err(newer.into()));
    assert_eq!(drafts.texts("a"), [text]);
    assert_eq!(Draft::read_newer(text).unwrap().plan.subject, "mới");
    assert_eq!(drafts.save(&mut draft("a", "cũ"), "1"), Err(StorageError::Conflict));
    assert_eq!(drafts.texts("a"), [text]);
}

#[test]
fn whoever_keeps_an_older_revision_is_told() {
    let drafts = Drafts::new(Memory::default());
    let mut mine = kept(&drafts, "a", 3);
    let mut theirs = Keeper::new(mine.kept().clone());
    theirs.keep(&drafts, &plan("của thẻ kia"), &minute(10)).unwrap();
    let refused = mine.keep(&drafts, &plan("của thẻ này"), &minute(11));
    assert_eq!(refused, Err(StorageError::Conflict));
    assert_eq!(drafts.open("a").unwrap().draft.plan.subject, "của thẻ kia");
    drafts.storage.remove(&keys::entry("a")).unwrap();
    assert_eq!(mine.keep(&drafts, &plan("của thẻ này"), &minute(12)), Err(StorageError::Conflict));
}

#[test]
fn what_was_cleared_while_open_is_kept_anew() {
    let drafts = Drafts::new(Memory::default());
    let mut keeper = kept(&drafts, "a", 4);
    for key in drafts.storage.keys().unwrap() {
        drafts.storage.remove(&key).unwrap();
    }
    keeper.keep(&drafts, &plan("vẫn còn"), &minute(9)).unwrap();
    assert_eq!(drafts.open("a").unwrap().draft.plan.subject, "vẫn còn");
    keeper.keep(&drafts, &plan("và tiếp"), &minute(10)).unwrap();
    assert_eq!(drafts.history("a").unwrap().unwrap().last().unwrap().1["subject"], "và tiếp");
}

#[test]
fn a_removed_draft_is_gone_and_comes_back_with_its_history() {
    let drafts = Drafts::new(Memory::default());
    kept(&drafts, "a", 4);
    let all = |drafts: &Drafts<Memory>| {
        drafts
            .storage
            .keys()
            .unwrap()
            .into_iter()
            .map(|key| (drafts.storage.get(&key).unwrap(), key))
            .collect::<Vec<_>>()
    };
    let before = all(&drafts);
    let removed = drafts.remove("a").unwrap();
    assert_eq!(all(&drafts), []);
    drafts.put_back(&removed).unwrap();
    assert_eq!(all(&drafts), before);
}

#[test]
fn each_kept_state_is_in_the_history() {
    let drafts = Drafts::new(Memory::default());
    kept(&drafts, "a", 20);
    let history = drafts.history("a").unwrap().unwrap();
    let subjects: Vec<_> = history.plans().map(|plan| plan["subject"].clone()).collect();
    assert_eq!(subjects, (0..20).map(|i| format!("lần {i}")).collect::<Vec<_>>());
    drafts.name_state("a", 7, "bản trình lãnh đạo").unwrap();
    assert_eq!(drafts.history("a").unwrap().unwrap().states()[6].name, "bản trình lãnh đạo");
}

#[test]
fn a_history_that_lacks_states_goes_on_with_the_draft_as_it_is() {
    let drafts = Drafts::new(Memory::default());
    kept(&drafts, "a", 4);
    let mut elsewhere = drafts.open("a").unwrap().draft;
    elsewhere.plan = plan("không qua lịch sử").into();
    drafts.save(&mut elsewhere, &minute(8)).unwrap();
    Keeper::new(elsewhere).keep(&drafts, &plan("sau đó"), &minute(9)).unwrap();
    let history = drafts.history("a").unwrap().unwrap();
    let subjects: Vec<_> = history.plans().map(|plan| plan["subject"].clone()).skip(3).collect();
    assert_eq!(subjects, ["lần 3", "không qua lịch sử", "sau đó"]);
}

#[test]
fn a_history_damaged_in_the_middle_goes_on_with_what_is_kept_next() {
    let drafts = Drafts::new(Memory::default());
    kept(&drafts, "a", 6);
    let steps = drafts.storage.get(&keys::steps("a")).unwrap().unwrap();
    drafts.storage.set(&keys::steps("a"), &steps.replacen("lần 3", "lần ?", 1)).unwrap();
    let opened = drafts.open("a").unwrap().draft;
    let mut keeper = Keeper::new(opened);
    keeper.keep(&drafts, &plan("sau đó"), &minute(9)).unwrap();
    keeper.tidy(&drafts);
    let history = drafts.history("a").unwrap().unwrap();
    let subjects: Vec<_> = history.plans().map(|plan| plan["subject"].clone()).collect();
    assert_eq!(subjects, ["lần 0", "lần 1", "lần 2", "sau đó"]);
}

#[test]
fn without_room_the_oldest_states_go_and_never_the_draft() {
    let drafts = Drafts::new(Memory::with_room(14_000));
    let mut old = kept(&drafts, "old", 30);
    let mut young = kept(&drafts, "young", 2);
    let long = plan(&"dài ".repeat(500));
    young.keep(&drafts, &long, &minute(40)).unwrap();
    young.keep(&drafts, &plan("ngắn"), &minute(41)).unwrap();
    assert_eq!(drafts.open("old").unwrap().draft, *old.kept());
    let left = drafts.history("old").unwrap().map_or(0, |history| history.states().len());
    assert!(left < 29, "{left}");
    old.keep(&drafts, &plan("vẫn lưu được"), &minute(42)).unwrap();
    assert_eq!(drafts.open("old").unwrap().draft.plan.subject, "vẫn lưu được");
}

#[test]
fn what_the_disk_had_not_got_yet_is_recovered() {
    let drafts = Drafts::new(Memory::default());
    let mut keeper = kept(&drafts, "a", 2);
    let before: Vec<_> = drafts
        .storage
        .keys()
        .unwrap()
        .into_iter()
        .map(|key| (drafts.storage.get(&key).unwrap().unwrap(), key))
        .collect();
    keeper.keep(&drafts, &plan("x"), &minute(3)).unwrap();
    let later = keeper.keep(&drafts, &plan("đã gõ thêm"), &minute(4)).unwrap();
    for (text, key) in before {
        drafts.storage.set(&key, &text).unwrap();
    }
    assert_eq!(drafts.recover(&later, false), Ok(true));
    assert_eq!(drafts.open("a").unwrap().draft.plan.subject, "đã gõ thêm");
    assert_eq!(drafts.recover(&later, false), Ok(false), "once");
    // A draft that the disk knows nothing of.
    let fresh = Drafts::new(Memory::default());
    assert_eq!(fresh.recover(&later, true), Ok(false), "one that was cleared away stays away");
    assert_eq!(fresh.recover(&later, false), Ok(true));
    assert_eq!(fresh.open("a").unwrap().draft.plan.subject, "đã gõ thêm");
}

#[test]
fn a_choice_is_remembered_beside_the_drafts() {
    let drafts = Drafts::new(Memory::default());
    assert_eq!(drafts.choice("embed-draft"), None);
    drafts.remember("embed-draft", "no").unwrap();
    assert_eq!(drafts.choice("embed-draft").as_deref(), Some("no"));
    assert_eq!(drafts.list().unwrap(), []);
}

#[test]
fn the_room_used_counts_keys_and_texts() {
    let drafts = Drafts::new(Memory::default());
    drafts.storage.set("khóa", &"ế".repeat(ROOM / 2)).unwrap();
    assert!((0.5..0.501).contains(&drafts.used().unwrap()));
}

#[test]
fn two_who_keep_one_draft_end_with_a_draft_each() {
    let drafts = Drafts::new(Memory::default());
    let mut one = kept(&drafts, "a", 2);
    let mut two = Keeper::new(drafts.open("a").unwrap().draft);
    one.keep(&drafts, &plan("của một"), &minute(2)).unwrap();
    assert_eq!(two.keep(&drafts, &plan("của hai"), &minute(3)), Err(StorageError::Conflict));
    assert_eq!(*drafts.open("a").unwrap().draft.plan, plan("của một"));

    two.keep_apart(&drafts, &plan("của hai"), "b".into(), &minute(3)).unwrap();
    two.keep(&drafts, &plan("của hai nữa"), &minute(4)).unwrap();
    one.keep(&drafts, &plan("của một nữa"), &minute(5)).unwrap();
    assert_eq!(*drafts.open("a").unwrap().draft.plan, plan("của một nữa"));
    assert_eq!(*drafts.open("b").unwrap().draft.plan, plan("của hai nữa"));
    assert_eq!(drafts.list().unwrap().len(), 2);
    let history = drafts.history("b").unwrap();
    assert_eq!(history.map(|history| history.states().len()), Some(2), "with a history from there on");
}
