//! Any bytes as a draft, and as all that a storage holds of one.
//!
//! The bytes are texts with a NUL between them: the two slots, the oldest state and the further
//! states of the history, the entry of the index. Hardly any made-up text has the right checksum,
//! so a slot that begins with `=` is taken for the JSON of a plan and gets what is around it here.

#![no_main]

use ke_hoach::draft::{Draft, FORMAT, TYPE, sum};
use ke_hoach::plan::Plan;
use ke_hoach::store::{Drafts, Keeper, Memory, Storage, StorageError};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};

const KEYS: [&str; 5] = [
    "ke-hoach/draft/a/0",
    "ke-hoach/draft/a/1",
    "ke-hoach/history/a/base",
    "ke-hoach/history/a/steps",
    "ke-hoach/index/a",
];

fuzz_target!(|bytes: &[u8]| {
    let memory = Memory::default();
    for (rev, (key, bytes)) in (0_u64..).zip(KEYS.into_iter().zip(bytes.split(|byte| *byte == 0))) {
        let text = String::from_utf8_lossy(bytes);
        let text = match text.strip_prefix('=').map(serde_json::from_str::<Value>) {
            Some(Ok(plan)) => {
                let sum = sum(&plan.to_string());
                json!({"type": TYPE, "format": FORMAT, "rev": rev, "sum": sum, "plan": plan}).to_string()
            }
            _ => text.into_owned(),
        };
        reads(&text);
        if !text.is_empty() {
            let _ = memory.set(key, &text);
        }
    }
    opens(&Drafts::new(memory));
});

/// A draft reads back as it was written, whatever it was read of.
fn reads(text: &str) {
    let _ = Draft::read_newer(text);
    if let Ok(opened) = Draft::read(text) {
        let again = Draft::read(&opened.draft.write()).expect("it was just written");
        assert!(!again.altered);
        assert_eq!(again.draft, opened.draft);
    }
}

/// What is there is opened or not; in either case it is listed, and can be gone on with.
fn opens(drafts: &Drafts<Memory>) {
    let texts = drafts.texts("a");
    let opened = drafts.open("a");
    if let Err(StorageError::Full | StorageError::Blocked | StorageError::ReadBack) = opened {
        panic!("a storage that keeps everything: {opened:?}");
    }
    // What could not be read is still there.
    let left = drafts.texts("a");
    let aside = drafts.damaged().expect("it answers");
    for text in texts {
        assert!(left.contains(&text) || aside.iter().any(|damaged| damaged.text == text), "{text}");
    }
    let _ = drafts.list().expect("it answers");
    let history = drafts.history("a").expect("it answers");
    let states = history.iter().map(|history| (history.plans().count(), history.states().len()));
    assert!(states.into_iter().all(|(read, there)| read == there), "a state is there and cannot be read");
    let Ok(found) = opened else { return };
    let newest = found.wrong.is_none().then(|| found.draft.clone());
    let mut keeper = Keeper::new(found.draft);
    let mut plan = Plan::clone(&keeper.kept().plan);
    for subject in ["một", "hai"] {
        plan.subject = subject.into();
        match keeper.keep(drafts, &plan, "2026-11-21T08:00:00.000Z") {
            Ok(text) => {
                keeper.tidy(drafts);
                // The copy before is there as long as the new one is the only other.
                let copies = drafts.texts("a");
                let before = newest.as_ref().filter(|_| subject == "một").map(|draft| &draft.plan);
                let kept = |copy: &String| Draft::read(copy).is_ok_and(|it| Some(&it.draft.plan) == before);
                assert!(before.is_none() || copies.iter().any(kept), "written over the only copy");
                assert_eq!(*drafts.open("a").expect("it was just kept").draft.plan, plan);
                assert_eq!(drafts.recover(&text, false), Ok(false));
            }
            // No number is left for another revision.
            Err(error) => assert_eq!(error, StorageError::Conflict),
        }
    }
}
