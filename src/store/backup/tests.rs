use std::cell::Cell;

use proptest::prelude::*;

use super::*;
use crate::directory::{Added, Directory};
use crate::plan::Plan;
use crate::store::{Keeper, Memory};

const NOW: &str = "2026-11-21T20:00:00.000Z";

fn plan(subject: &str) -> Plan {
    Plan { subject: subject.into(), ..Plan::default() }
}

fn minute(minute: usize) -> String {
    format!("2026-11-21T{:02}:{:02}:00.000Z", minute / 60, minute % 60)
}

fn write(drafts: &Drafts<Memory>, id: &str, subjects: &[&str], from: usize) -> Keeper {
    let mut first = Draft { id: id.into(), plan: plan(subjects[0]).into(), ..Draft::default() };
    drafts.save(&mut first, &minute(from)).unwrap();
    go_on(drafts, Keeper::new(first), &subjects[1..], from + 1)
}

fn go_on(drafts: &Drafts<Memory>, mut keeper: Keeper, subjects: &[&str], from: usize) -> Keeper {
    for (i, subject) in subjects.iter().enumerate() {
        keeper.keep(drafts, &plan(subject), &minute(from + i)).unwrap();
    }
    keeper
}

fn set(drafts: &Drafts<Memory>, key: &str, text: &str) {
    drafts.storage.set(key, text).unwrap();
}

fn directory(communes: &[&str]) -> Directory {
    let mut directory = Directory::default();
    for commune in communes {
        let mut plan = plan("");
        (plan.issuer.kind, plan.issuer.commune) = ("ubnd".into(), (*commune).into());
        directory.remember(&plan, &Added::default());
    }
    directory
}

/// Two drafts, one of a newer version, one that was set aside, a choice, and what a newer version keeps.
fn full() -> Drafts<Memory> {
    let drafts = Drafts::new(Memory::default());
    write(&drafts, "a", &["một", "một, hai", "một, hai, ba"], 0);
    write(&drafts, "b", &["bốn"], 10);
    set(&drafts, &keys::slot("newer", 1), r#"{"type":"ke-hoach-draft","format":9,"id":"newer","rev":5}"#);
    set(&drafts, &keys::slot("cut", 0), r#"{"type":"ke-hoach-draft","for"#);
    drafts.remember("embed-draft", "no").unwrap();
    set(&drafts, "ke-hoach/template/1", "mẫu của phiên bản sau");
    drafts.keep_directory(&directory(&["xã Lương Minh"])).unwrap();
    set(&drafts, "ke-hoach/owner/a", "thẻ này");
    set(&drafts, "khac", "của trang khác");
    drafts.list().unwrap();
    drafts
}

fn everything(drafts: &Drafts<Memory>) -> Vec<(String, String)> {
    let text = |key: &String| drafts.storage.get(key).unwrap().unwrap();
    drafts.storage.keys().unwrap().into_iter().map(|key| (text(&key), key)).collect()
}

/// What a backup is to hold: all but the index, the copies before the last, and what is not a backup's matter.
fn matters(drafts: &Drafts<Memory>) -> Vec<(String, String)> {
    let mut all = everything(drafts);
    let last: Vec<String> = drafts
        .list()
        .unwrap()
        .iter()
        .filter_map(|summary| Some(keys::slot(&summary.id, summary.entry.as_ref().ok()?.rev + 1)))
        .collect();
    all.retain(|(_, key)| !last.contains(key));
    let other = [keys::INDEX, keys::OWNER, "khac"];
    all.retain(|(_, key)| !other.iter().any(|other| key.starts_with(other)));
    all
}

fn restore(drafts: &Drafts<Memory>, backup: &Backup, decisions: &[(&str, Decision)]) -> Restored {
    let decisions = Decisions {
        drafts: decisions.iter().map(|(id, decision)| ((*id).to_owned(), *decision)).collect(),
        settings: false,
    };
    let next = Cell::new(0);
    let new_id = || format!("mới-{}", next.replace(next.get() + 1));
    drafts.restore(backup, &decisions, NOW, new_id).unwrap()
}

fn subjects(drafts: &Drafts<Memory>, id: &str) -> Vec<String> {
    let history = drafts.history(id).unwrap().unwrap();
    history.plans().map(|plan| plan["subject"].as_str().unwrap().to_owned()).collect()
}

fn subject(drafts: &Drafts<Memory>, id: &str) -> String {
    drafts.open(id).unwrap().draft.plan.subject.clone()
}

#[test]
fn a_backup_put_into_an_empty_store_is_the_store_it_was_made_of() {
    let drafts = full();
    let backup = drafts.backup(NOW).unwrap();
    let read = Backup::read(&backup.write()).unwrap();
    assert_eq!(read.write(), backup.write());
    let empty = Drafts::new(Memory::default());
    assert!(empty.compare(&read).unwrap().drafts.iter().all(|draft| draft.standing == Standing::New));
    let restored = restore(&empty, &read, &[]);
    assert_eq!((restored.refused, restored.besides), (vec![], None));
    assert_eq!(matters(&empty), matters(&drafts));
    assert_eq!(empty.list().unwrap(), drafts.list().unwrap());
}

#[test]
fn a_backup_put_into_the_store_it_was_made_of_changes_nothing() {
    let drafts = full();
    let backup = Backup::read(&drafts.backup(NOW).unwrap().write()).unwrap();
    let before = everything(&drafts);
    let comparison = drafts.compare(&backup).unwrap();
    assert!(comparison.drafts.iter().all(|draft| draft.standing == Standing::Same));
    assert_eq!((comparison.settings, comparison.damaged), (Standing::Same, 0));
    assert_eq!(restore(&drafts, &backup, &[]), Restored::default());
    assert_eq!(everything(&drafts), before);
}

#[test]
fn a_draft_that_was_changed_since_is_a_conflict_and_by_default_both_stay() {
    let drafts = full();
    let backup = drafts.backup(NOW).unwrap();
    let keeper = Keeper::new(drafts.open("a").unwrap().draft);
    go_on(&drafts, keeper, &["sửa sau"], 30);
    let comparison = drafts.compare(&backup).unwrap();
    let conflict = comparison.drafts.iter().find(|draft| draft.standing == Standing::Conflict).unwrap();
    assert_eq!((conflict.id.as_str(), conflict.can_take()), ("a", true));
    assert!(conflict.mine.as_ref().unwrap().saved_at > conflict.theirs.as_ref().unwrap().saved_at);
    assert_eq!(restore(&drafts, &backup, &[]).drafts, 1);
    assert_eq!(subject(&drafts, "a"), "sửa sau");
    assert_eq!(subject(&drafts, "mới-0"), "một, hai, ba");
    assert_eq!(subjects(&drafts, "mới-0"), ["một", "một, hai", "một, hai, ba"]);
    let once = everything(&drafts);
    assert_eq!(restore(&drafts, &backup, &[]).drafts, 0, "the same file again brings no third");
    assert_eq!(everything(&drafts), once);
}

#[test]
fn a_draft_that_gives_way_stays_in_the_history_with_all_its_states() {
    let drafts = full();
    let backup = drafts.backup(NOW).unwrap();
    let keeper = Keeper::new(drafts.open("a").unwrap().draft);
    go_on(&drafts, keeper, &["sửa sau", "sửa nữa"], 30);
    assert_eq!(restore(&drafts, &backup, &[("a", Decision::Theirs)]).drafts, 1);
    assert_eq!(drafts.open("a").unwrap().wrong, None);
    assert_eq!(subject(&drafts, "a"), "một, hai, ba");
    let all = ["một", "một, hai", "một, hai, ba", "sửa sau", "sửa nữa", "một, hai, ba"];
    assert_eq!(subjects(&drafts, "a"), all);
    let history = drafts.history("a").unwrap().unwrap();
    assert!(history.states().is_sorted_by(|a, b| a.rev < b.rev));
    // And it goes on as any other.
    let keeper = Keeper::new(drafts.open("a").unwrap().draft);
    go_on(&drafts, keeper, &["tiếp"], 50);
    assert_eq!(subjects(&drafts, "a").last().map(String::as_str), Some("tiếp"));
}

#[test]
fn a_draft_that_is_to_stay_is_not_touched() {
    let drafts = full();
    let backup = drafts.backup(NOW).unwrap();
    let keeper = Keeper::new(drafts.open("a").unwrap().draft);
    go_on(&drafts, keeper, &["sửa sau"], 30);
    let before = everything(&drafts);
    assert_eq!(restore(&drafts, &backup, &[("a", Decision::Mine)]), Restored::default());
    assert_eq!(everything(&drafts), before);
}

#[test]
fn states_that_were_lost_here_come_back_to_the_same_draft() {
    let drafts = full();
    let backup = drafts.backup(NOW).unwrap();
    drafts.storage.remove(&keys::base("a")).unwrap();
    drafts.storage.remove(&keys::steps("a")).unwrap();
    assert_eq!(restore(&drafts, &backup, &[]), Restored::default());
    assert_eq!(subjects(&drafts, "a"), ["một", "một, hai", "một, hai, ba"]);
    assert_eq!(subject(&drafts, "a"), "một, hai, ba");
}

#[test]
fn a_newer_versions_draft_is_never_written_over() {
    let drafts = full();
    let backup = drafts.backup(NOW).unwrap();
    let changed = r#"{"type":"ke-hoach-draft","format":9,"id":"newer","rev":7}"#;
    set(&drafts, &keys::slot("newer", 1), changed);
    let comparison = drafts.compare(&backup).unwrap();
    let conflict = comparison.drafts.iter().find(|draft| draft.id == "newer").unwrap();
    assert_eq!((conflict.standing, conflict.can_take()), (Standing::Conflict, false));
    let restored = restore(&drafts, &backup, &[("newer", Decision::Theirs)]);
    assert_eq!(restored.refused.len(), 1);
    assert_eq!(drafts.texts("newer"), [changed]);
    assert_eq!(restore(&drafts, &backup, &[]).drafts, 1);
    assert!(drafts.texts("mới-0")[0].contains(r#""rev":5"#));
}

#[test]
fn choices_give_way_only_when_that_is_wanted() {
    let drafts = full();
    let backup = drafts.backup(NOW).unwrap();
    drafts.remember("embed-draft", "yes").unwrap();
    assert_eq!(drafts.compare(&backup).unwrap().settings, Standing::Conflict);
    restore(&drafts, &backup, &[]);
    assert_eq!(drafts.choice("embed-draft").as_deref(), Some("yes"));
    let decisions = Decisions { settings: true, ..Decisions::default() };
    drafts.restore(&backup, &decisions, NOW, || "mới".into()).unwrap();
    assert_eq!(drafts.choice("embed-draft").as_deref(), Some("no"));
}

#[test]
fn a_full_storage_says_which_drafts_are_in_and_leaves_the_others_whole() {
    let drafts = full();
    let long = "dài ".repeat(600);
    write(&drafts, "long", &[&long, "ngắn lại"], 60);
    let backup = drafts.backup(NOW).unwrap();
    let size: usize = everything(&drafts).iter().map(|(text, key)| text.len() + key.len()).sum();
    let whole = (0..size).step_by(97).map(|room| {
        let small = Drafts::new(Memory::with_room(room));
        let mine = write_if_there_is_room(&small, "của tôi");
        let before = subject_if_any(&small);
        let restored = restore(&small, &backup, &[]);
        let list = small.list().unwrap();
        assert!(
            list.iter().filter(|summary| summary.entry.is_ok()).all(|s| small
                .open(&s.id)
                .unwrap()
                .wrong
                .is_none())
        );
        assert_eq!(list.len(), restored.drafts + usize::from(mine), "{room}");
        assert_eq!(restored.drafts + restored.refused.len(), backup.count(), "{room}");
        assert!(restored.refused.iter().all(|(_, why)| *why == StorageError::Full));
        assert_eq!(subject_if_any(&small), before);
        let histories = list.iter().filter(|draft| ["a", "long"].contains(&draft.id.as_str()));
        assert!(
            histories.into_iter().all(|draft| subjects(&small, &draft.id) == subjects(&drafts, &draft.id))
        );
        restored.refused.len()
    });
    let refused: BTreeSet<usize> = whole.collect();
    assert!(refused.len() > 2, "some rooms hold a part: {refused:?}");
}

fn write_if_there_is_room(drafts: &Drafts<Memory>, subject: &str) -> bool {
    let mut draft = Draft { id: "đây".into(), plan: plan(subject).into(), ..Draft::default() };
    drafts.save(&mut draft, NOW).is_ok()
}

fn subject_if_any(drafts: &Drafts<Memory>) -> Option<String> {
    drafts.open("đây").ok().map(|found| found.draft.plan.subject.clone())
}

#[test]
fn some_drafts_are_saved_with_their_histories_and_nothing_else() {
    let drafts = full();
    let backup = drafts.backup_of(&BTreeSet::from(["a".to_owned()]), NOW).unwrap();
    let empty = Drafts::new(Memory::default());
    restore(&empty, &Backup::read(&backup.write()).unwrap(), &[]);
    assert_eq!(empty.list().unwrap().len(), 1);
    assert_eq!(subjects(&empty, "a"), subjects(&drafts, "a"));
    assert_eq!((empty.choice("embed-draft"), empty.damaged().unwrap().len()), (None, 0));
}

#[test]
fn a_draft_that_somebody_else_wrote_says_so_after_a_backup_too() {
    let drafts = full();
    let forged = drafts.storage.get(&keys::slot("b", 1)).unwrap().unwrap().replace("bốn", "năm");
    set(&drafts, &keys::slot("b", 1), &forged);
    let backup = Backup::read(&drafts.backup(NOW).unwrap().write()).unwrap();
    let empty = Drafts::new(Memory::default());
    restore(&empty, &backup, &[]);
    let found = empty.open("b").unwrap();
    assert_eq!((found.draft.plan.subject.as_str(), found.wrong), ("năm", Some(Wrong::Altered)));
}

#[test]
fn what_is_no_backup_is_told_apart_from_a_damaged_one() {
    let whole = full().backup(NOW).unwrap().write();
    let cut = &whole[..whole.floor_char_boundary(whole.len() / 2)];
    for (text, expected) in [
        ("", "không phải tệp sao lưu"),
        ("[1]", "không phải tệp sao lưu"),
        (r#"{"type":"ke-hoach-draft","format":1,"plan":{}}"#, "không phải tệp sao lưu"),
        (cut, "bị hỏng (dòng 1"),
        (r#"{"type":"ke-hoach-backup"}"#, "bị hỏng (thiếu số hiệu"),
        (r#"{"type":"ke-hoach-backup","format":2}"#, "phiên bản mới hơn"),
        (r#"{"type":"ke-hoach-backup","format":1,"drafts":{}}"#, "bị hỏng (phần “drafts”)"),
        (r#"{"type":"ke-hoach-backup","format":1,"drafts":[{}]}"#, "thiếu mã"),
        (r#"{"type":"ke-hoach-backup","format":1,"unread":{"a":["x"]}}"#, "bị hỏng (phần “unread”)"),
        (r#"{"type":"ke-hoach-backup","format":1,"histories":{"a":{}}}"#, "bị hỏng (phần “histories”)"),
        (r#"{"type":"ke-hoach-backup","format":1,"choices":{"a":1}}"#, "bị hỏng (phần “choices”)"),
    ] {
        let error = Backup::read(text).unwrap_err().to_string();
        assert!(error.contains(expected), "{text:.60}: {error}");
        assert!(!error.trim_end_matches('.').contains(". "), "one sentence: {error}");
    }
    assert_eq!(Backup::read(&" ".repeat(LARGEST_BACKUP + 1)), Err(BackupError::TooLarge));
}

#[test]
fn a_damaged_draft_costs_the_others_nothing_and_its_text_is_there() {
    let text = full().backup(NOW).unwrap().write();
    let damaged = text.replacen(r#""subject":"bốn""#, r#""subject":4,"sections":"x""#, 1);
    assert_ne!(damaged, text);
    let backup = Backup::read(&damaged).unwrap();
    let empty = Drafts::new(Memory::default());
    restore(&empty, &backup, &[]);
    assert_eq!(subject(&empty, "a"), "một, hai, ba");
    assert!(
        empty.damaged().unwrap().iter().any(|damaged| damaged.id == "b" && damaged.text.contains(r#""x""#))
    );
}

#[test]
fn a_backup_writes_under_no_key_but_its_own() {
    let text = r#"{"type":"ke-hoach-backup","format":1,"others":{"khac":"x","ke-hoach/draft/a/0":"x",
        "ke-hoach/owner/a":"x","ke-hoach/template/1":"mẫu"}}"#;
    let empty = Drafts::new(Memory::default());
    restore(&empty, &Backup::read(text).unwrap(), &[]);
    assert_eq!(everything(&empty), [("mẫu".to_owned(), "ke-hoach/template/1".to_owned())]);
}

#[test]
fn backups_are_told_by_name_or_beginning() {
    let backup = full().backup(NOW).unwrap();
    assert_eq!(backup.file_name(), "ke-hoach-sao-luu-2026-11-21.kehoach-backup.json");
    assert!(is_backup("a.json", &backup.write().as_bytes()[..64]));
    assert!(is_backup(&backup.file_name(), b""));
    assert!(!is_backup("a.kehoach.json", br#"{"type":"ke-hoach-draft""#));
}

#[test]
fn the_oldest_drafts_go_until_there_is_room_and_never_the_last() {
    let drafts = full();
    let weights = drafts.weights().unwrap();
    let ids: Vec<_> = weights.iter().map(|weight| weight.summary.id.as_str()).collect();
    assert_eq!(ids, ["a", "b", "newer"]);
    let before = everything(&drafts);
    drafts.remove("a").unwrap();
    let gone: usize = before
        .iter()
        .filter(|pair| !everything(&drafts).contains(pair))
        .map(|(text, key)| text.encode_utf16().count() + key.encode_utf16().count())
        .sum();
    assert_eq!(weights[0].size, gone);
    let tenth = |weight: &crate::store::Weight| crate::store::Weight {
        size: crate::store::ROOM / 10,
        ..weight.clone()
    };
    let many: Vec<_> = (0..9).map(|_| tenth(&weights[0])).chain([tenth(&weights[2])]).collect();
    for (used, count) in [(0.5, 0), (0.65, 1), (0.85, 3), (1.0, 5)] {
        assert_eq!(crate::store::to_free(&many, used, 0.6), count, "{used}");
    }
    assert_eq!(crate::store::to_free(&many[6..], 1.0, 0.6), 2, "all but the last of three");
    assert_eq!(crate::store::to_free(&[], 1.0, 0.6), 0);
}

proptest! {
    #[test]
    fn any_text_is_a_backup_or_an_error(text in ".{0,200}") {
        let _ = Backup::read(&text);
        let _ = Backup::read(&format!(r#"{{"type":"ke-hoach-backup","format":1,{text}}}"#));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_store_comes_back_from_its_backup(
        texts in prop::collection::vec(prop::collection::vec(".{0,12}", 1..5), 0..5),
        choices in prop::collection::btree_map("[a-z]{1,5}", ".{0,9}", 0..3),
        aside in prop::collection::vec(".{0,20}", 0..3),
    ) {
        let drafts = Drafts::new(Memory::default());
        for (i, texts) in texts.iter().enumerate() {
            let subjects: Vec<&str> = texts.iter().map(String::as_str).collect();
            write(&drafts, &format!("id-{i}"), &subjects, i);
        }
        for (name, choice) in &choices {
            drafts.remember(name, choice).unwrap();
        }
        for (i, text) in aside.iter().enumerate() {
            set(&drafts, &format!("{}x/{i}", keys::DAMAGED), text);
        }
        let backup = Backup::read(&drafts.backup(NOW).unwrap().write()).unwrap();
        let empty = Drafts::new(Memory::default());
        restore(&empty, &backup, &[]);
        let distinct = |drafts: &Drafts<Memory>| {
            let aside: BTreeSet<_> = drafts.damaged().unwrap().into_iter().map(|d| (d.id, d.text)).collect();
            let mut all = matters(drafts);
            all.retain(|(_, key)| !key.starts_with(keys::DAMAGED));
            (all, aside)
        };
        prop_assert_eq!(distinct(&empty), distinct(&drafts));
        let before = everything(&empty);
        restore(&empty, &backup, &[]);
        prop_assert_eq!(everything(&empty), before);
    }
}

#[test]
fn the_directory_of_a_backup_and_the_one_here_become_one_unasked() {
    let (there, here) = (Drafts::new(Memory::default()), Drafts::new(Memory::default()));
    there.keep_directory(&directory(&["xã Lương Minh", "xã Đồng Văn"])).unwrap();
    let backup = Backup::read(&there.backup(NOW).unwrap().write()).unwrap();
    assert_eq!(here.compare(&backup).unwrap().settings, Standing::New);

    here.keep_directory(&directory(&["xã Tam Quang", "xã Đồng Văn"])).unwrap();
    assert_eq!(here.compare(&backup).unwrap().settings, Standing::New);
    restore(&here, &backup, &[]);
    let bodies = here.directory().bodies;
    let communes: Vec<_> = bodies.iter().map(|body| body.issuer.commune.as_str()).collect();
    assert_eq!(communes, ["xã Đồng Văn", "xã Tam Quang", "xã Lương Minh"]);
    assert_eq!(here.compare(&backup).unwrap().settings, Standing::Same);

    set(&here, keys::DIRECTORY, "hỏng");
    assert_eq!(here.compare(&backup).unwrap().settings, Standing::Conflict, "the user is asked");
    here.keep_directory(&Directory::default()).unwrap();
    assert_eq!(here.storage.get(keys::UNREAD_DIRECTORY).unwrap().as_deref(), Some("hỏng"));
}
