//! Subject and opening that follow from the documents cited, while the plan has none of its own.

use ke_hoach::check::{Missing, missing};
use ke_hoach::citation::{Composed, plain, spoken};
use ke_hoach::plan::{Basis, FormatKey, Issuer, Plan, Shown};

fn plan(format: FormatKey, kind: &str, bases: &[(&str, Shown)]) -> Plan {
    let basis =
        |(text, shown): &(&str, Shown)| Basis { text: (*text).into(), shown: *shown, ..Basis::default() };
    Plan {
        format,
        issuer: Issuer {
            kind: kind.into(),
            province: "tỉnh Nghệ An".into(),
            commune: "xã Lương Minh".into(),
            ..Issuer::default()
        },
        bases: bases.iter().map(basis).collect(),
        ..Plan::default()
    }
}

const PLAN: &str =
    "Kế hoạch số 152/KH-UBND ngày 05/02/2026 của Ủy ban nhân dân tỉnh Nghệ An về chuyển đổi số";
const RESOLUTION: &str =
    "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học";

#[test]
fn a_state_plan_carries_out_the_first_document_that_can_be() {
    let plan = plan(FormatKey::ND30, "ubnd", &[("Căn cứ Luật Viễn thông", Shown::Line), (PLAN, Shown::Line)]);
    let composed = Composed::of(&plan);
    assert_eq!(composed.subject, format!("Thực hiện {PLAN}"));
    assert_eq!(
        composed.opening,
        "Ủy ban nhân dân xã Lương Minh ban hành Kế hoạch thực hiện [[Kế hoạch số 152/KH-UBND]] như sau:"
    );
}

#[test]
fn a_party_plan_that_only_mentions_its_documents_opens_with_them() {
    let plan = plan(FormatKey::PARTY, "dang-uy", &[(RESOLUTION, Shown::InText), (PLAN, Shown::InText)]);
    let printed = spoken(&plan);
    assert_eq!(printed.subject, format!("thực hiện {RESOLUTION}"));
    assert_eq!(
        printed.opening,
        format!(
            "Thực hiện {RESOLUTION} và {PLAN}, Ban Thường vụ Đảng ủy xã Lương Minh xây dựng Kế hoạch thực hiện như sau:"
        )
    );
}

#[test]
fn a_document_that_carries_out_another_hands_its_subject_on() {
    let source = "Kế hoạch số 90-KH/TU ngày 16/01/2023 của Tỉnh ủy về thực hiện Nghị quyết số 27-NQ/TW";
    let plan = plan(FormatKey::FRONT, "mttq", &[(source, Shown::Line)]);
    assert_eq!(Composed::of(&plan).subject, "Thực hiện Nghị quyết số 27-NQ/TW");
}

#[test]
fn what_is_typed_stands_and_what_is_cleared_follows_again() {
    let mut plan = plan(FormatKey::ND30, "ubnd", &[(PLAN, Shown::Line)]);
    plan.subject = "chuyển đổi số năm 2026".into();
    plan.opening = "Như sau:".into();
    assert_eq!(Composed::of(&plan), Composed::default());
    assert_eq!(spoken(&plan).subject, plan.subject);
    plan.opening.clear();
    let opening = Composed::of(&plan).opening;
    assert_eq!(opening, "Ủy ban nhân dân xã Lương Minh ban hành Kế hoạch chuyển đổi số năm 2026 như sau:");
}

#[test]
fn nothing_is_added_to_a_file_that_was_put_right() {
    // Its kind of body was not chosen.
    let plan = plan(FormatKey::ND30, "", &[(PLAN, Shown::Line)]);
    assert_eq!(Composed::of(&plan), Composed::default());
}

#[test]
fn a_law_or_a_reason_that_is_no_document_is_not_carried_out() {
    let bases = [("Căn cứ Luật Lâm nghiệp", Shown::Line), ("Căn cứ tình hình thực tế", Shown::Line)];
    assert_eq!(Composed::of(&plan(FormatKey::ND30, "ubnd", &bases)).subject, "");
}

#[test]
fn the_subject_that_follows_is_not_missing() {
    let plan = plan(FormatKey::ND30, "ubnd", &[(PLAN, Shown::InText)]);
    assert_eq!(plain(&Composed::of(&plan).subject), format!("Thực hiện {PLAN}"));
    let lacks = missing(&plan);
    assert!(!lacks.contains(&Missing::Subject) && !lacks.contains(&Missing::Opening), "{lacks:?}");
}
