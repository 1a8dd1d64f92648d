use proptest::prelude::*;

use super::*;
use crate::format::FormatKey;

fn draft() -> Draft {
    let mut plan = Plan::new(FormatKey::PARTY);
    plan.subject = "thực hiện Nghị quyết số 27-NQ/TW\ncủa Đảng ủy".into();
    Draft {
        id: "một".into(),
        rev: 3,
        saved_at: "2026-11-21T08:00:00.000Z".into(),
        plan: plan.into(),
        ..Draft::default()
    }
}

#[test]
fn a_draft_reads_back_as_it_was_written() {
    let opened = Draft::read(&draft().write()).unwrap();
    assert_eq!(opened, Opened { draft: draft(), altered: false });
}

#[test]
fn unknown_fields_of_the_envelope_are_written_back() {
    let text = draft().write().replacen('{', r#"{"colour":"blue","#, 1);
    let again = Draft::read(&text).unwrap().draft.write();
    assert_eq!(serde_json::from_str::<Value>(&again).unwrap()["colour"], "blue");
}

#[test]
fn a_changed_plan_opens_and_says_so() {
    let text = draft().write().replace("của Đảng ủy", "của Chi bộ");
    let opened = Draft::read(&text).unwrap();
    assert!(opened.altered);
    assert!(opened.draft.plan.subject.ends_with("của Chi bộ"));
}

#[test]
fn what_is_no_draft_is_told_apart_from_a_damaged_one() {
    let whole = draft().write();
    let cut = &whole[..whole.floor_char_boundary(whole.len() / 2)];
    let no_plan = r#"{"type":"ke-hoach-draft","format":1}"#;
    for (text, expected) in [
        ("", "không có nội dung"),
        ("xin chào", "không phải bản nháp"),
        (r#"{"type":"excalidraw"}"#, "không phải bản nháp"),
        ("[1, 2]", "không phải bản nháp"),
        (cut, "bị hỏng"),
        (no_plan, "bị hỏng"),
        (r#"{"type":"ke-hoach-draft","plan":{}}"#, "bị hỏng"),
        (r#"{"type":"ke-hoach-draft","format":1,"plan":{"sections":"x"}}"#, "bị hỏng"),
        (r#"{"type":"ke-hoach-draft","format":99,"plan":{}}"#, "phiên bản mới hơn"),
    ] {
        let error = Draft::read(text).unwrap_err().to_string();
        assert!(error.contains(expected), "{text:.40}: {error}");
    }
}

#[test]
fn a_file_over_five_megabytes_is_refused_by_its_size() {
    let error = Draft::read(&" ".repeat(LARGEST + 1)).unwrap_err();
    assert_eq!(error, DraftError::TooLarge { megabytes: 5 });
}

proptest! {
    #[test]
    fn any_text_is_a_draft_or_an_error(text in ".{0,200}") {
        let _ = Draft::read(&text);
    }

    #[test]
    fn any_plan_comes_back(subject in ".*", number in ".*", texts in prop::collection::vec(".*", 0..6)) {
        let mut draft = draft();
        let plan = Arc::make_mut(&mut draft.plan);
        plan.subject = subject;
        plan.number = number;
        for text in texts {
            let id = plan.new_row();
            plan.sections[1].items.push(crate::plan::Item { id, text, ..Default::default() });
        }
        prop_assert_eq!(Draft::read(&draft.write()).unwrap().draft, draft);
    }
}
