//! The table of tasks: what stands in it, changes of its rows, and what is pasted.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "../any/plan.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod any_plan;
mod bodies;
mod moves;
mod pasting;
mod printing;

use ke_hoach::grid::{Column, Line, lines};
use ke_hoach::import;
use ke_hoach::plan::{Item, Level, Plan, RowId, Task};

const BINH_DINH: &str = include_str!("../plans/dang-uy-khoi-binh-dinh-nq27.txt");

/// A plan of two clauses with tasks, one without, and a section of its own.
const PLAN: &str = "\
KẾ HOẠCH
Chuyển đổi số
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Nâng cao nhận thức.
II. NỘI DUNG, NHIỆM VỤ
1. Tuyên truyền
- Viết tin, bài.
- Treo băng rôn.
2. Tập huấn
- Mở lớp cho cán bộ.
3. Chỉ tiêu
- Mọi hộ dùng dịch vụ số.
III. TỔ CHỨC THỰC HIỆN
1. Văn phòng
- Theo dõi, đôn đốc.";

/// That plan, with the items that begin with these words as tasks.
fn plan(tasks: &[&str]) -> Plan {
    let mut plan = import::text(PLAN).plan;
    for item in plan.sections.iter_mut().flat_map(|section| &mut section.items) {
        if tasks.iter().any(|start| item.text.starts_with(start) || item.title.starts_with(start)) {
            item.task = Some(Task::default());
        }
    }
    plan
}

const THREE: [&str; 3] = ["Viết", "Treo", "Mở"];

fn id(plan: &Plan, start: &str) -> RowId {
    let mut items = plan.sections.iter().flat_map(|section| &section.items);
    items.find(|item| item.text.starts_with(start) || item.title.starts_with(start)).unwrap().id
}

fn item(plan: &Plan, id: RowId) -> &Item {
    ke_hoach::grid::item(plan, id).unwrap()
}

/// The table as text: groups between `=`, tasks with their numbers.
fn shown(plan: &Plan) -> Vec<String> {
    let line = |line| match line {
        Line::Group { name, .. } => format!("= {name}"),
        Line::Task { id, number } => format!("{number} {}", Column::Content.text(item(plan, id))),
    };
    lines(plan).into_iter().map(line).collect()
}

#[test]
fn tasks_stand_under_their_section_and_clause() {
    let expected = [
        "= II. NỘI DUNG, NHIỆM VỤ › 1. Tuyên truyền",
        "1 Viết tin, bài.",
        "2 Treo băng rôn.",
        "= II. NỘI DUNG, NHIỆM VỤ › 2. Tập huấn",
        "3 Mở lớp cho cán bộ.",
        "= III. TỔ CHỨC THỰC HIỆN",
    ];
    assert_eq!(shown(&plan(&THREE)), expected);
}

#[test]
fn a_new_plan_shows_where_tasks_can_be_put() {
    let plan = Plan::new(ke_hoach::format::FormatKey::ND30);
    assert_eq!(shown(&plan), ["= II. NỘI DUNG, NHIỆM VỤ", "= III. TỔ CHỨC THỰC HIỆN"]);
}

#[test]
fn the_content_of_a_task_is_its_title_or_its_text() {
    let mut titled = Item { title: "Tập huấn".into(), text: "Cho cán bộ.".into(), ..Item::default() };
    assert_eq!(Column::Content.text(&titled), "Tập huấn");
    Column::Content.write(&mut titled, "Bồi dưỡng".into());
    assert_eq!((titled.title.as_str(), titled.text.as_str()), ("Bồi dưỡng", "Cho cán bộ."));
    let mut plain = Item { level: Level::Dash, ..Item::default() };
    Column::Content.write(&mut plain, "Họp.".into());
    assert_eq!((plain.title.as_str(), plain.text.as_str()), ("", "Họp."));
}
