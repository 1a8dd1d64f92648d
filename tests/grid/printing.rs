//! Where the tasks are printed.

use ke_hoach::document::typeset;
use ke_hoach::export::{self, DocxOptions};
use ke_hoach::format::FormatKey;
use ke_hoach::grid::{Printed, print_tasks, printed};
use ke_hoach::import;
use ke_hoach::plan::{Appendix, Item, Level, Plan, Task};

fn plan(format: FormatKey) -> Plan {
    let mut plan = Plan::new(format);
    let task = Task { lead: "Công an xã".into(), deadline: "Quý III/2026".into(), ..Task::default() };
    let id = plan.new_row();
    plan.sections[1].items = vec![Item {
        id,
        level: Level::Dash,
        text: "Tuần tra ban đêm.".into(),
        task: Some(task),
        ..Item::default()
    }];
    plan
}

/// The text of the plan, before its appendices and in them.
fn printed_text(plan: &Plan) -> (String, String) {
    let text = export::text(&typeset(plan)).replace('\u{a0}', " ");
    let (body, table) =
        text.split_once("Bảng phân công").or(text.split_once("BẢNG PHÂN CÔNG")).unwrap_or((&text, ""));
    (body.to_owned(), table.to_owned())
}

const DETAIL: &str = "- Đơn vị chủ trì: Công an xã.";
const ELSEWHERE: &str = "Phân công thực hiện các nhiệm vụ nêu trên (chi tiết tại Phụ lục kèm theo).";

#[test]
fn in_the_text_in_the_table_or_in_both_in_every_family() {
    for family in ke_hoach::format::ALL {
        let mut plan = plan(FormatKey(family.key.into()));
        let in_text = plan.clone();
        assert_eq!(printed(&plan), Printed::Text);
        print_tasks(&mut plan, Printed::Table);
        assert_eq!(printed(&plan), Printed::Table);
        let (body, table) = printed_text(&plan);
        assert!(body.contains("Tuần tra ban đêm.") && body.contains(ELSEWHERE), "{body}");
        assert!(
            !body.contains("Công an xã") && table.contains("Công an xã") && table.contains("Quý III/2026"),
            "{table}"
        );

        print_tasks(&mut plan, Printed::Both);
        assert_eq!(printed(&plan), Printed::Both);
        let (body, table) = printed_text(&plan);
        assert!(body.contains(DETAIL) && !body.contains(ELSEWHERE) && table.contains("Công an xã"), "{body}");

        print_tasks(&mut plan, Printed::Text);
        assert_eq!(
            (printed(&plan), &plan.appendices, &plan.settings),
            (Printed::Text, &in_text.appendices, &in_text.settings)
        );
        assert!(printed_text(&plan).0.contains(DETAIL));
    }
}

#[test]
fn the_word_file_says_the_same() {
    let mut plan = plan(FormatKey::ND30);
    print_tasks(&mut plan, Printed::Table);
    let word = export::docx(&typeset(&plan), &DocxOptions::default()).unwrap();
    let read = import::docx(&word).unwrap().plan;
    let body: Vec<&str> = read.sections[1].items.iter().map(|item| item.text.as_str()).collect();
    assert_eq!(body[0], "Tuần tra ban đêm.");
    assert!(read.sections[1].items.iter().all(|item| item.task.is_none()), "{body:?}");
    let row = &read.appendices[0].rows[0];
    assert_eq!((row.content.as_str(), row.task.lead.as_str()), ("Tuần tra ban đêm.", "Công an xã"));
}

#[test]
fn without_a_table_nothing_is_left_out_whatever_the_setting_says() {
    let mut plan = plan(FormatKey::PARTY);
    print_tasks(&mut plan, Printed::Table);
    plan.appendices.clear();
    assert_eq!(printed(&plan), Printed::Text);
    assert!(printed_text(&plan).0.contains(DETAIL));
}

#[test]
fn an_appendix_with_something_of_its_own_only_loses_its_table() {
    let mut plan = plan(FormatKey::FRONT);
    plan.appendices.push(Appendix {
        title: "Kinh phí".into(),
        text: "100 triệu đồng.".into(),
        ..Appendix::default()
    });
    print_tasks(&mut plan, Printed::Both);
    assert_eq!(plan.appendices.len(), 2);
    assert!(printed_text(&plan).0.contains("Phụ lục I"));
    plan.appendices[1].text = "Theo bảng sau.".into();
    print_tasks(&mut plan, Printed::Text);
    assert_eq!((plan.appendices.len(), printed(&plan)), (2, Printed::Text));
    assert_eq!(plan.appendices[1].text, "Theo bảng sau.");
}
