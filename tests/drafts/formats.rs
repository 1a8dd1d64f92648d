//! A draft of every format that ever was, as the version of its time wrote it, opens whole.

use std::path::{Path, PathBuf};

use ke_hoach::draft::{Draft, FORMAT};
use serde_json::Value;

/// The draft files of a format: `tests/drafts/formats/<number>/`.
fn files(format: u32) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/drafts/formats/{format}"));
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    entries.map(|entry| entry.unwrap().path()).collect()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The places of what is in `before` and not, or otherwise, in `after`.
fn missing(at: &str, before: &Value, after: &Value, found: &mut Vec<String>) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => before.iter().for_each(|(name, value)| {
            missing(&format!("{at}/{name}"), value, after.get(name).unwrap_or(&Value::Null), found);
        }),
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            before.iter().zip(after).enumerate().for_each(|(i, (before, after))| {
                missing(&format!("{at}/{i}"), before, after, found);
            });
        }
        _ if before == after => {}
        _ => found.push(format!("{at}: {before} is now {after}")),
    }
}

#[test]
fn there_is_a_draft_of_every_format_that_ever_was_and_it_says_so() {
    for format in 1..=FORMAT {
        assert!(!files(format).is_empty(), "no draft of format {format}");
        for file in files(format) {
            assert_eq!(json(&std::fs::read_to_string(&file).unwrap())["format"], format, "{file:?}");
        }
    }
}

#[test]
fn every_draft_of_the_present_format_opens_with_every_field_that_it_had() {
    for file in files(FORMAT) {
        let text = std::fs::read_to_string(&file).unwrap();
        let opened = Draft::read(&text).unwrap();
        assert!(!opened.altered, "{file:?}");
        let mut found = Vec::new();
        missing("", &json(&text)["plan"], &json(&opened.draft.write())["plan"], &mut found);
        assert_eq!(found, Vec::<String>::new(), "{file:?}");
        assert!(opened.draft.plan.sections.iter().map(|section| section.items.len()).sum::<usize>() > 20);
    }
}

#[test]
fn fields_that_a_later_version_added_are_kept_wherever_they_stand() {
    for file in (1..=FORMAT).flat_map(files) {
        let mut later = json(&std::fs::read_to_string(&file).unwrap());
        later["colour"] = "xanh".into();
        later["plan"]["watermark"] = "mật".into();
        later["plan"]["issuer"]["phone"] = "0238".into();
        later["plan"]["sections"][0]["items"][0]["budget"] = 5.into();
        let opened = Draft::read(&later.to_string()).unwrap();
        assert!(opened.altered, "the sum is not of this plan");
        let again = json(&opened.draft.write());
        for place in ["/colour", "/plan/watermark", "/plan/issuer/phone", "/plan/sections/0/items/0/budget"] {
            assert_eq!(again.pointer(place), later.pointer(place), "{place}");
        }
    }
}

#[test]
fn the_first_drafts_say_what_they_said() {
    let read = |name: &str| {
        let file = files(1).into_iter().find(|file| file.ends_with(name)).unwrap();
        Draft::read(&std::fs::read_to_string(file).unwrap()).unwrap().draft.plan
    };
    let typed = read("first-typed-text.kehoach.json");
    assert!(typed.subject.contains("Nhà nước pháp quyền"), "{}", typed.subject);
    assert_eq!(typed.sections.iter().map(|section| section.items.len()).sum::<usize>(), 32);
    let word = read("first-word-file.kehoach.json");
    assert!(word.subject.to_lowercase().contains("giám sát"), "{}", word.subject);
    assert_eq!(word.sections.iter().map(|section| section.items.len()).sum::<usize>(), 72);
}

#[test]
fn a_draft_with_tables_labels_and_an_appendix_says_what_it_said() {
    let file = files(1).into_iter().find(|file| file.ends_with("tables-and-labels.kehoach.json")).unwrap();
    let plan = Draft::read(&std::fs::read_to_string(file).unwrap()).unwrap().draft.plan;
    let table = plan.sections[1].items[0].table.as_ref().unwrap();
    assert_eq!((table.columns(), table.rows().len(), table.height(1, 2)), (4, 4, 2));
    assert_eq!(table.rows()[3][0].text, "Tổng cộng");
    let labels: Vec<&str> = plan.tasks().map(|(_, task)| task.labels.as_str()).collect();
    assert_eq!(labels, ["Thời gian thực hiện"; 5]);
    assert_eq!(plan.appendices[0].rows[0].task.labels, "Chủ trì: {}");
    assert_eq!(plan.markings.copies, Some(40));
}
