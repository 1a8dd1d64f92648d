//! The new plan, for a commune of each family.

use ke_hoach::check;
use ke_hoach::citation::spoken;
use ke_hoach::plan::{Level, SectionRole};
use ke_hoach::superior::{Chosen, compose, mappings};

use crate::{BINH_DINH, NAM_DINH, NGHE_AN, choose, commune, offers, read, state, with_table};

#[test]
fn a_state_plan_cites_opens_and_has_the_usual_sections() {
    let plan = compose(&read(NGHE_AN), &state());
    let citation = "Kế hoạch số 152/KH-UBND ngày 05/02/2026 của Ủy ban nhân dân tỉnh Nghệ An về chuyển đổi số trên \
                    địa bàn tỉnh Nghệ An năm 2026";
    assert_eq!(plan.bases.len(), 1);
    assert_eq!(plan.bases[0].text, format!("Căn cứ {citation}"));
    assert_eq!(plan.subject, format!("Thực hiện {citation}"));
    assert_eq!(
        plan.opening,
        "Thực hiện [[Kế hoạch số 152/KH-UBND]], Ủy ban nhân dân xã Lương Minh ban hành Kế hoạch thực hiện trên địa \
         bàn xã như sau:"
    );
    assert!(
        spoken(&plan).opening.starts_with("Thực hiện Kế hoạch số 152/KH-UBND, Ủy ban"),
        "the căn cứ cites in full"
    );
    let roles: Vec<_> = plan.sections.iter().map(|section| section.role).collect();
    assert_eq!(roles, [SectionRole::Purpose, SectionRole::Content, SectionRole::Organisation]);
    assert_eq!((plan.date.year, plan.date.day), (Some(2026), None));
    let missing = check::missing(&plan);
    assert!(!missing.contains(&check::Missing::Opening) && !missing.contains(&check::Missing::Symbol));
}

#[test]
fn a_party_plan_that_carries_out_a_resolution_keeps_that_subject_and_doubles_no_word() {
    let plan = compose(&read(BINH_DINH), &commune("party", "dang-uy", "tỉnh Bình Định", "xã Vân Canh"));
    assert!(plan.subject.starts_with("thực hiện Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành"));
    assert_eq!(
        plan.opening,
        "Thực hiện [[Kế hoạch số 80-KH/ĐUK]], Ban Thường vụ Đảng ủy xã Vân Canh xây dựng Kế hoạch thực hiện như sau:"
    );
}

#[test]
fn front_and_youth_plans_speak_for_their_own_bodies() {
    let source = read(NAM_DINH);
    let front = compose(&source, &commune("front", "mttq", "tỉnh Nam Định", "phường Lộc Vượng"));
    assert!(front.subject.starts_with("Thực hiện Nghị quyết Hội nghị lần thứ sáu"));
    assert!(!front.subject.contains("của Ủy ban MTTQ tỉnh Nam Định"));
    assert_eq!(
        front.opening,
        "Thực hiện [[Kế hoạch số 90/KH-MT-BTT]], Ban Thường trực Ủy ban MTTQ Việt Nam phường Lộc Vượng xây dựng Kế \
         hoạch thực hiện trên địa bàn phường như sau:"
    );
    let youth = compose(&source, &commune("youth", "doan", "tỉnh Nam Định", "xã Giao Thủy"));
    assert!(youth.opening.contains(", Ban Chấp hành Đoàn xã Giao Thủy xây dựng Kế hoạch thực hiện như sau:"));
}

#[test]
fn a_subject_too_long_to_bear_cites_without_the_cited_subject() {
    let mut source = read(NGHE_AN);
    source.subject = "Chuyển đổi số ".repeat(30);
    let subject = compose(&source, &state()).subject;
    assert_eq!(subject, "Thực hiện Kế hoạch số 152/KH-UBND ngày 05/02/2026 của Ủy ban nhân dân tỉnh Nghệ An");
}

#[test]
fn chosen_tasks_and_only_those_stand_in_the_content_with_accepted_names_and_own_deadlines() {
    let source = with_table();
    let mut wishes = state();
    let station = offers(&source, &wishes).into_iter().find(|offer| offer.text.contains("trạm")).unwrap();
    wishes.tasks = vec![Chosen { row: station.row, deadline: "tháng 8/2026".into() }];
    let as_it_is = compose(&source, &wishes);
    assert_eq!(as_it_is.sections[1].items[0].task.as_ref().unwrap().lead, "Sở Khoa học và Công nghệ");

    wishes.mappings = mappings(&source, &wishes);
    let plan = compose(&source, &wishes);
    let [item] = plan.sections[1].items.as_slice() else { panic!("one task was chosen") };
    assert_eq!((item.level, item.text.as_str()), (Level::Clause, "Lắp trạm phát sóng"));
    let task = item.task.as_ref().unwrap();
    assert_eq!(task.lead, "Phòng Văn hóa - Xã hội");
    assert_eq!(task.support, "Phòng Văn hóa - Xã hội và UBND xã", "no body twice in a list");
    assert_eq!(task.deadline, "tháng 8/2026");
    assert!(plan.appendices.is_empty() && plan.recipients.is_empty() && plan.closing.is_empty());
}

#[test]
fn the_subject_takes_the_accepted_name_of_the_unit() {
    let source = read(&NGHE_AN.replace("Chuyển đổi số trên", "Triển khai chuyển đổi số trên"));
    let mut wishes = state();
    assert!(compose(&source, &wishes).subject.contains("trên địa bàn tỉnh Nghệ An"));
    wishes.mappings = mappings(&source, &wishes);
    assert_eq!(
        compose(&source, &wishes).subject,
        "Triển khai chuyển đổi số trên địa bàn xã Lương Minh năm 2026"
    );
}

#[test]
fn rows_of_the_new_plan_have_identities_of_their_own() {
    let source = with_table();
    let mut wishes = state();
    wishes.tasks = choose(offers(&source, &wishes).iter().map(|offer| offer.row));
    let plan = compose(&source, &wishes);
    let mut repaired = plan.clone();
    repaired.repair_rows();
    assert_eq!(plan, repaired);
}
