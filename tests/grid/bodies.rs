//! Which bodies are offered for lead and support, and which words for a deadline.

use ke_hoach::format::FormatKey;
use ke_hoach::grid::{deadlines, ended_by, named, offered};
use ke_hoach::plan::{Deadline, IssueDate, Issuer, Item, Plan, Recipient, SectionRole, Task};

fn plan() -> Plan {
    let mut plan = Plan::new(FormatKey::FRONT);
    plan.issuer =
        Issuer { commune: "phường Trường Vinh".into(), kind: "mttq".into(), ..Issuer::default() };
    let task = Task {
        lead: "Tổ công nghệ số".into(),
        support: "Trạm Y tế; Sở Văn hóa, Thể thao và Du lịch".into(),
        ..Task::default()
    };
    plan.sections[1].items[0].task = Some(task);
    plan.recipients.push(Recipient { name: "Đảng ủy phường (b/c);".into(), ..Recipient::default() });
    plan.recipients.push(Recipient { name: "Như trên".into(), ..Recipient::default() });
    let organisation =
        plan.sections.iter_mut().find(|section| section.role == SectionRole::Organisation).unwrap();
    organisation.items = vec![
        Item { title: "Ban Công tác Mặt trận các khối".into(), ..Item::default() },
        Item {
            text: "Hội Người cao tuổi: vận động hội viên tham gia.".into(), ..Item::default()
        },
    ];
    plan
}

#[test]
fn bodies_of_the_plan_come_before_the_usual_ones() {
    let bodies = named(&plan());
    let of_plan = [
        "Tổ công nghệ số",
        "Trạm Y tế",
        "Sở Văn hóa, Thể thao và Du lịch",
        "Ban Công tác Mặt trận các khối",
        "Hội Người cao tuổi",
        "Đảng ủy phường",
    ];
    let places: Vec<usize> =
        of_plan.iter().map(|name| bodies.iter().position(|body| body == name).expect(name)).collect();
    assert!(places.is_sorted(), "{bodies:?}");
    assert!(bodies.iter().any(|body| body == "Công an phường"), "{bodies:?}");
    assert!(!bodies.iter().any(|body| body.contains("Như") || body.contains('{')), "{bodies:?}");
}

#[test]
fn a_body_is_found_without_marks_and_by_words_inside() {
    let bodies = named(&plan());
    assert_eq!(offered(&bodies, "cong an")[0], "Công an phường");
    assert!(offered(&bodies, "Trạm Y tế, nong dan").contains(&"Hội Nông dân phường"));
    assert!(offered(&bodies, "Công an phường").is_empty(), "it stands there already");
    assert!(offered(&bodies, "zzz").is_empty());
    assert!(!offered(&bodies, "").is_empty());
}

#[test]
fn the_body_that_is_chosen_takes_the_place_of_what_was_typed() {
    assert_eq!(ended_by("", "Trạm Y tế"), "Trạm Y tế");
    assert_eq!(ended_by("tram", "Trạm Y tế"), "Trạm Y tế");
    assert_eq!(ended_by("Công an phường; tr", "Trạm Y tế"), "Công an phường; Trạm Y tế");
    assert_eq!(ended_by("Công an phường\ntr", "Trạm Y tế"), "Công an phường\nTrạm Y tế");
}

#[test]
fn the_deadlines_that_are_offered_are_official_and_can_be() {
    let mut count = 0;
    for typed in ["", "quy", "Quý I", "thang", "nam", "dinh"] {
        for offered in deadlines(typed, 2026).iter().filter(|offered| !offered.ends_with('…')) {
            count += 1;
            assert_eq!(Deadline::official(offered), None, "{offered}");
            assert_eq!(Deadline::fault(offered, &IssueDate::default()), None, "{offered}");
        }
    }
    assert!(count > 20);
    assert!(deadlines("Thường xuyên", 2026).is_empty(), "it stands there already");
}
